// Characters: marks without a width go, every kind of space is a space, accents are one letter each.
const NO_WIDTH = /[\u00ad\u200b\u2060\ufeff]/g;
const SPACES = /[ \t\r\n\f\u00a0]+/g;

export const plain = (text) => text.replace(NO_WIDTH, "").normalize("NFC");

export const onOneLine = (text) => plain(text).replace(SPACES, " ");

// One piece of text for each line, where the lines are meant; else all on one.
export function linesOf(text, areMeant) {
  return areMeant ? plain(text).split(/\r?\n/).map(onOneLine) : [onOneLine(text)];
}
