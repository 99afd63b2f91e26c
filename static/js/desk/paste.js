// What is pasted into running text is tidied before the editor sees it: its words and their form stay.
import { blocksOf } from "./paste-blocks.js";
import { blocksOfLines } from "./paste-lines.js";
import { withLinks, isAddress } from "./paste-links.js";
import { own } from "./paste-own.js";
import { tell } from "./paste-notice.js";
import { fragment } from "./paste-fragment.js";
import { read } from "./paste-source.js";

const OURS = "data-draftjs-conductor-fragment"; // what the editor itself put on the clipboard

// The editor asks the clipboard for these two only. A text that holds an address would be taken
// out of its hands and lose its form, so it is given a text that says nothing.
function clipboard(html) {
  const data = { "text/html": html, "text/plain": "\u00a0" };
  return { types: Object.keys(data), items: [], files: [], getData: (type) => data[type] ?? "" };
}

function tidied(html, text, here) {
  if (!html) return { blocks: blocksOfLines(text, here), left: {} };
  const source = read(html);
  const blocks = blocksOf(source.body, source.left);
  return { blocks: blocks.length || !text ? blocks : blocksOfLines(text, here), left: source.left };
}

// The kind of block the cursor stands in: lines pasted into a list are items of it.
function kindHere(editor) {
  const at = document.getSelection().anchorNode;
  const item = (at?.closest ? at : at?.parentElement)?.closest("li");
  if (!item || !editor.contains(item)) return "unstyled";
  return item.parentElement.matches("ol") ? "ordered-list-item" : "unordered-list-item";
}

function handOn(event, editor) {
  const { clipboardData } = event;
  const [html, text] = ["text/html", "text/plain"].map((type) => clipboardData.getData(type));
  const pictures = [...clipboardData.files].filter((file) => file.type.startsWith("image/")).length;
  if (isAddress(text.trim())) return; // becomes a link, or the link of the selected words
  let handed = html.includes(OURS) ? own(html, OURS) : "";
  if (!handed) {
    if (!html && !/\n|:\/\/|@/.test(text)) return pictures && !text ? tell(editor, { pictures }) : null;
    const { blocks, left } = tidied(html, text, kindHere(editor));
    tell(editor, left);
    handed = blocks.length ? fragment(withLinks(blocks), OURS) : "";
  }
  if (!handed) return event.preventDefault(), event.stopPropagation();
  Object.defineProperty(event, "clipboardData", { value: clipboard(handed) });
}

document.addEventListener("paste", (event) => {
  const editor = event.target.closest?.(".Draftail-Editor");
  if (!editor || !event.clipboardData) return;
  try {
    handOn(event, editor);
  } catch (error) {
    console.error(error); // the paste goes on as if this script were not there
  }
}, true);
