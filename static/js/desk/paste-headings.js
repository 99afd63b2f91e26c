// The headline of the page is its only first heading: pasted headings start one lower.
const WORD = /\bMso(?:Heading(\d)|(Title))\b/;

export function headingLevel(element) {
  const tag = /^H([1-6])$/.exec(element.tagName);
  if (tag) return Number(tag[1]);
  if (element.getAttribute("role") === "heading") return Number(element.getAttribute("aria-level")) || 2;
  const word = WORD.exec(element.className);
  return word ? Number(word[1] ?? 1) : 0;
}

// The level that becomes the highest heading here: the first that is used, but never below the second.
export function highest(body) {
  const headings = [...body.querySelectorAll("h1, h2, [role=heading], [class*=Mso]")];
  const used = headings.filter((heading) => heading.textContent.trim()).map(headingLevel);
  return Math.min(2, ...used.filter(Boolean));
}
