// Blocks in the form in which the editor copies and pastes its own text.
const FORMS = { bold: "BOLD", italic: "ITALIC", raised: "SUPERSCRIPT" };
const BULLET = /^[•◦▪‣●·∙]\s*/;
// The editor takes these for the marks of a list and drops them; a space that does not break stops it.
const LIKE_A_MARK = /^((?:o|§|[a-z]\.|\d{1,2}\.|x?(?:i|ii|iii|iv|v|vi|vii|viii|ix|x)\.)) /;

function listed(block) {
  const [first, ...rest] = block.pieces;
  if (block.type !== "unstyled" || !BULLET.test(first.text)) return block;
  const pieces = [{ ...first, text: first.text.replace(BULLET, "") }, ...rest].filter((p) => p.text);
  return pieces.length ? { ...block, type: "unordered-list-item", pieces } : block;
}

function raw(block, links) {
  let offset = 0;
  const made = { type: block.type, depth: block.depth, text: "", inlineStyleRanges: [], entityRanges: [], data: {} };
  for (const piece of block.pieces) {
    const range = { offset, length: [...piece.text].length };
    offset += range.length;
    for (const form of Object.keys(FORMS)) {
      if (piece[form]) made.inlineStyleRanges.push({ ...range, style: FORMS[form] });
    }
    if (piece.url) made.entityRanges.push({ ...range, key: linkTo(piece.url, links) });
    made.text += piece.text;
  }
  made.text = made.text.replace(LIKE_A_MARK, "$1\u00a0");
  return made;
}

// Pieces of one link beside each other are one link.
function linkTo(url, links) {
  if (!links.has(url)) links.set(url, links.size);
  return links.get(url);
}

function entities(links) {
  const made = ([url, key]) => [key, { type: "LINK", mutability: "MUTABLE", data: { url } }];
  return Object.fromEntries([...links].map(made));
}

// An item may lie only one step deeper than the one before it.
function stepped(blocks) {
  let before = -1;
  return blocks.map((block) => {
    const depth = block.type.endsWith("list-item") ? Math.min(block.depth, before + 1) : -1;
    before = depth;
    return { ...block, depth: Math.max(0, depth) };
  });
}

export function fragment(blocks, attribute) {
  const links = new Map();
  const made = stepped(blocks.map(listed)).map((block) => raw(block, links));
  const entityMap = entities(links);
  const holder = document.createElement("div");
  holder.setAttribute(attribute, JSON.stringify({ blocks: made, entityMap }));
  return holder.outerHTML;
}
