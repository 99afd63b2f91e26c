// The page that is being written while pasted HTML is read: blocks of pieces of text.
import { linesOf } from "./paste-words.js";

export class Page {
  blocks = [];
  now = null; // the block that is being written
  breaks = 0; // lines that ended since its last word
  item = null; // the item of a list it belongs to

  // A second paragraph of a list item stays with it, on a line of its own.
  open({ item = null }) {
    if (item && item === this.item && this.now) this.breaks = 1;
    else this.end();
    this.item = item;
  }

  end() {
    const { now } = this;
    Object.assign(this, { now: null, breaks: 0 });
    const last = now?.pieces.at(-1);
    if (!last) return;
    last.text = last.text.trimEnd();
    this.blocks.push(now);
  }

  breakLine(how) {
    if (how.type.startsWith("header")) this.write(" ", how);
    else if (this.now) this.breaks += 1;
  }

  write(data, how) {
    linesOf(data, how.lines).forEach((line, n) => {
      if (n) this.breakLine(how);
      this.put(line, how);
    });
  }

  put(data, { type, depth, item, bold, italic, raised, url }) {
    if (!data.trim() && (!this.now || this.breaks)) return;
    if (this.breaks > 1 && !item) this.end();
    const before = this.now?.pieces.at(-1);
    if (before && this.breaks) before.text = `${before.text.trimEnd()}\n`;
    const text = before && !/\s$/.test(before.text) ? data : data.trimStart();
    this.breaks = 0;
    if (!text) return;
    this.now ??= { type, depth, pieces: [] };
    this.now.pieces.push({ text, bold, italic, raised, url });
  }

  add(blocks) {
    this.end();
    this.blocks.push(...blocks);
  }

  closed() {
    this.end();
    return this.blocks;
  }
}
