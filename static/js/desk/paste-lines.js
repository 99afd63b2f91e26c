// Plain text: an empty line parts paragraphs; without one, every line is a paragraph.
import { onOneLine, plain } from "./paste-words.js";

const EMPTY = /\n(?:[ \t\u00a0]*\n)+/;
const BULLET = /^[•◦▪‣●]/m;

const linesIn = (part) => part.split("\n").map((line) => onOneLine(line).trim());

export function blocksOfLines(text, type) {
  const all = plain(text).replace(/\r\n?/g, "\n").trim();
  const parts = EMPTY.test(all) ? all.split(EMPTY) : all.split("\n");
  return parts
    .flatMap((part) => (BULLET.test(part) ? linesIn(part) : [linesIn(part).join("\n")]))
    .filter((part) => part)
    .map((part) => ({ type, depth: 0, pieces: [{ text: part }] }));
}
