// Addresses: only those a reader can follow, and without the stop on the way that a program put in.
const SAFE = /^(https?:|mailto:|tel:)/i;
const STOPS = [
  [/^https?:\/\/www\.google\.[a-z.]+\/url\?/, ["q", "url"]],
  [/^https?:\/\/[\w.-]+\.safelinks\.protection\.outlook\.com\//, ["url"]],
  [/^https?:\/\/l\.(facebook|instagram)\.com\//, ["u"]],
];
const NOTE = /#(_?(ftn|edn)|ftnt|cmnt|sdfootnote|sdendnote|cite_|fn)/i; // between a note and its mark
// Each begins where nothing of the kind stands before it: a long word is read once, not from every letter.
const WRITTEN = /\bhttps?:\/\/[^\s<>"“”]+|(?<![\w.+-])[\w.+-]+@[\w-]+(\.[\w-]+)+/g;
const STOP = /(?<![\p{Terminal_Punctuation})\]])[\p{Terminal_Punctuation})\]]+$/u;

export const isAddress = (text) => /^(https?:\/\/\S+|[\w.+-]+@[\w-]+(\.[\w-]+)+)$/.test(text);

function direct(href) {
  const stop = STOPS.find(([shape]) => shape.test(href));
  if (!stop || !URL.canParse(href)) return href;
  const asked = new URL(href).searchParams;
  return stop[1].map((name) => asked.get(name)).find((to) => SAFE.test(to ?? "")) ?? href;
}

// Of an element: an address, "" for a link that leads nowhere here, null for no link.
export function addressOf(element) {
  if (element.tagName !== "A" || !element.hasAttribute("href")) return null;
  const href = element.getAttribute("href").trim();
  return SAFE.test(href) && !NOTE.test(href) ? direct(href) : "";
}

function parts(piece) {
  if (piece.url) return [piece];
  const found = [];
  let from = 0;
  for (const match of piece.text.matchAll(WRITTEN)) {
    const text = match[0].replace(STOP, "");
    const url = text.includes("://") ? text : `mailto:${text}`;
    found.push({ ...piece, text: piece.text.slice(from, match.index) }, { ...piece, text, url });
    from = match.index + text.length;
  }
  return [...found, { ...piece, text: piece.text.slice(from) }].filter((part) => part.text);
}

// Addresses that stand in the text become links.
export function withLinks(blocks) {
  return blocks.map((block) => ({ ...block, pieces: block.pieces.flatMap(parts) }));
}
