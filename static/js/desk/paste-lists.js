// Lists: those of HTML, and Word's, which are paragraphs that say in their style what they are.
const WORD = /mso-list:\s*l\d+\s+level(\d+)/i;
const MARK = "[style*='mso-list:Ignore'], [style*='mso-list: Ignore']";
const COUNTED = /^\(?(\d+|[a-z]|[ivxlcdm]+)([.)]|\.\d+)/i;
const ordered = (is) => (is ? "ordered-list-item" : "unordered-list-item");

function wordItem(element) {
  const level = WORD.exec(element.getAttribute("style") ?? "");
  if (element.tagName !== "P" || !level || element.closest("li")) return null;
  const marks = [...element.querySelectorAll(MARK)];
  const said = marks.map((mark) => mark.textContent).join("").trim();
  marks.forEach((mark) => mark.remove());
  return { type: ordered(COUNTED.test(said)), depth: Number(level[1]) - 1 };
}

function depthOf(element) {
  const said = element.dataset.ariaLevel ?? element.getAttribute("aria-level");
  if (Number(said)) return Number(said) - 1;
  let depth = -1;
  for (let list = element.closest("ul, ol"); list; list = list.parentElement?.closest("ul, ol")) depth += 1;
  return Math.max(0, depth);
}

// What a block changes when it is an item of a list; the item it belongs to is known by its element.
export function listItem(element) {
  const word = wordItem(element);
  if (word) return { ...word, item: element };
  if (element.tagName !== "LI") return null;
  return { type: ordered(element.closest("ul, ol")?.tagName === "OL"), depth: depthOf(element), item: element };
}
