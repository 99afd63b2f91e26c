/* An order is tried first: moves are kept in this window, seen in the preview, and saved together. */
import { isSame, replayed, within } from "./moves.js";
import { TrialBar } from "./trial_bar.js";

export class Trial {
  constructor(root, rows, saving, voice, preview) {
    Object.assign(this, { rows, saving, voice, preview, bar: new TrialBar(root), truth: saving.truth });
  }

  async begin() {
    await this.saving.turns.end();
    if (this.moves) return; // pressed twice
    this.seen = this.truth.all;
    this.set([]);
    this.voice.say("trying");
    this.preview.open();
  }

  /* Whether that move is only tried. */
  takes(move) {
    this.moves?.push(move);
    if (this.moves) this.show();
    return Boolean(this.moves);
  }

  /* The moves, in the list as it is known now. */
  show() {
    this.rows.put(replayed(this.truth.saved, this.moves));
    this.whole = within(this.truth.all, this.rows.order);
    this.preview.refresh(this.whole);
  }

  /* `sent` is an order that was sent before: perhaps only the answer was lost. */
  async save(sent) {
    const { moves } = this;
    if (!moves) return;
    if (sent && isSame(sent, this.truth.all)) return this.leave("saved");
    if (!moves.length) return this.leave();
    this.show();
    const { whole, seen, truth } = this;
    this.set(null);
    const fields = { order: whole.join(), seen: seen.join() };
    if (await this.saving.change(() => truth.form.dataset.arrange, fields, () => this.save(whole))) return;
    this.seen = truth.all;
    this.set(moves);
    this.show();
  }

  leave(words = "left") {
    this.set(null);
    this.rows.put(this.truth.saved);
    this.voice.say(words);
  }

  set(moves) {
    this.moves = moves;
    this.bar.show(Boolean(moves));
    this.preview.refresh();
  }
}
