// Walks through pasted HTML and writes down its blocks, in order.
import { formOf } from "./paste-form.js";
import { headingLevel, highest } from "./paste-headings.js";
import { addressOf } from "./paste-links.js";
import { listItem } from "./paste-lists.js";
import { Page } from "./paste-page.js";
import { writePicture } from "./paste-pictures.js";
import { writeTable } from "./paste-tables.js";

const BLOCKS = new Set(
  ("ADDRESS ARTICLE ASIDE BLOCKQUOTE CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER " +
    "FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TBODY TD TH TR UL").split(" "),
);
const NO_QUOTE = /border:\s*(none|medium none)/; // a margin made of a quotation

export function blocksOf(body, left) {
  const page = new Page();
  walk(body, { type: "unstyled", depth: 0, level: 0, first: highest(body) }, page, left);
  return page.closed();
}

export function walk(parent, how, page, left) {
  for (const node of parent.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) page.write(node.data, how);
    else if (node.nodeType === Node.ELEMENT_NODE) visit(node, how, page, left);
  }
}

function visit(element, how, page, left) {
  const name = element.tagName;
  if (name === "BR") return element.className === "Apple-interchange-newline" || page.breakLine(how);
  if (name === "IMG") return writePicture(element, how, page, left);
  if (name === "TABLE") return writeTable(element, how, page, left, walk);
  if (!BLOCKS.has(name)) return walk(element, inline(element, how), page, left);
  const inner = block(element, inline(element, how));
  page.open(inner);
  walk(element, inner, page, left);
  page.open(how);
}

function inline(element, how) {
  return { ...how, ...formOf(element, how), url: addressOf(element) ?? how.url };
}

function block(element, how) {
  const item = listItem(element, how);
  if (item) return { ...how, ...item };
  const level = headingLevel(element);
  if (level) return { ...how, type: level <= how.first ? "header-two" : "header-three", bold: false, item: null };
  if (element.tagName === "BLOCKQUOTE" && !NO_QUOTE.test(element.getAttribute("style") ?? "")) {
    return { ...how, type: "blockquote", item: null };
  }
  return how;
}
