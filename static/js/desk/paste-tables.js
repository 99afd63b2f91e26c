// A table cannot stand in running text: its rows become lines, unless it only served the layout.
import { Page } from "./paste-page.js";

const BETWEEN = " | ";

function cellsOf(row) {
  return [...row.children].filter((cell) => /^T[DH]$/.test(cell.tagName));
}

function blocksOfCell(cell, how, left, walk) {
  const page = new Page();
  walk(cell, { ...how, type: "unstyled", depth: 0, item: null }, page, left);
  return page.closed();
}

function joined(cells) {
  const pieces = cells.flatMap(([block], n) => (n ? [{ text: BETWEEN }, ...block.pieces] : block.pieces));
  return [{ type: "unstyled", depth: 0, pieces }];
}

export function writeTable(table, how, page, left, walk) {
  if (table.caption) page.add(blocksOfCell(table.caption, how, left, walk));
  page.end();
  for (const row of table.rows) {
    const cells = cellsOf(row).map((cell) => blocksOfCell(cell, how, left, walk)).filter((b) => b.length);
    const isLine = cells.every((blocks) => blocks.length === 1 && blocks[0].type === "unstyled");
    if (cells.length > 1 && isLine) left.tables += 1;
    page.add(cells.length > 1 && isLine ? joined(cells) : cells.flat());
  }
}
