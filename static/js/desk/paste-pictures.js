// A picture cannot be pasted. What it says to those who do not see it stays, unless a program wrote it.
const FILE = /^\S*\.(jpe?g|png|gif|webp|bmp|tiff?|svg|heic)$|^(image|picture|img|imagen|foto)[\s_-]*\d*$/i;
const MACHINE = /\s?(Description automatically generated.*|AI-generated content may be incorrect\.?)\s*$/is;
const EMOJI = /^\p{Extended_Pictographic}[\p{Extended_Pictographic}\p{Emoji_Component}\u200d\ufe0f]*$/u;

function wordsOf(image) {
  const words = (image.getAttribute("alt") ?? "").replace(/\s+/g, " ").replace(MACHINE, "").trim();
  return FILE.test(words) || image.hasAttribute("aria-roledescription") ? "" : words;
}

// They stand by themselves, where the picture was. One of a few points only counts its readers.
export function writePicture(image, how, page, left) {
  if (EMOJI.test(image.alt)) return page.write(image.alt, how);
  if (image.getAttribute("width") === "1" || image.getAttribute("height") === "1") return;
  if (!image.hasAttribute("aria-roledescription")) left.pictures += 1;
  const words = wordsOf(image);
  if (words) page.add([{ type: "unstyled", depth: 0, pieces: [{ text: words }] }]);
}
