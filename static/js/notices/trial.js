/* An order is tried first: moves are kept in this window, seen in the preview, and saved together. */
import { moved, within } from "./moves.js";

export class Trial {
  constructor(root, rows, saving, preview) {
    Object.assign(this, { rows, saving, preview, moves: null });
    this.bar = root.querySelector("[data-trial]");
    this.button = root.querySelector("[data-try]");
    this.button.hidden = false;
    this.undo = root.querySelector("[data-undo]");
    const press = (button, act) => button.addEventListener("click", act);
    press(this.button, () => (this.moves ? this.leave() : this.begin()));
    press(this.bar.querySelector("[data-trial-save]"), () => this.save());
    press(this.bar.querySelector("[data-trial-end]"), () => this.leave());
    window.addEventListener("beforeunload", (event) => this.moves?.length && event.preventDefault());
  }

  async begin() {
    await this.saving.turns.last;
    this.set([]);
    this.preview.open();
  }

  /* Whether that move is only tried. */
  takes(move) {
    this.moves?.push(move);
    if (this.moves) this.preview.refresh(this.whole);
    return Boolean(this.moves);
  }

  get whole() {
    return within(this.saving.all, this.rows.order);
  }

  async save() {
    const { moves, whole, saving } = this;
    this.set(null);
    if (await saving.change(saving.form.dataset.arrange, { order: whole.join() }, () => this.save())) return;
    this.set(moves); // the same moves, tried in the list as it is now
    for (const { id, to, neighbour } of moves) {
      const { order } = this.rows;
      if (order.includes(id) && order.includes(neighbour || id)) this.rows.put(moved(order, id, to, neighbour));
    }
    this.preview.refresh(this.whole);
  }

  leave() {
    this.set(null);
    this.rows.put(this.saving.saved);
    this.button.focus();
  }

  set(moves) {
    this.moves = moves;
    this.bar.hidden = !moves;
    this.undo.disabled = Boolean(moves);
    this.button.setAttribute("aria-pressed", String(Boolean(moves)));
    this.preview.refresh();
  }
}
