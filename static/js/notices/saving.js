/* Changes go to the site one after the other. What it refuses is put back; nothing is called saved before. */
import { Site } from "./answer.js";
import { listed, showLastChange, showRows } from "./truth.js";

export class Saving {
  constructor(form, rows, voice, preview) {
    Object.assign(this, { form, rows, voice, preview, site: new Site(form) });
    this.saved = rows.order;
    this.all = form.dataset.all.split(",").map(Number); // with what is put away
    this.last = Promise.resolve();
    this.waiting = 0;
    this.faults = 0;
  }

  /* Resolves to whether it is saved. */
  change(address, fields, again, id = null) {
    const { faults } = this;
    this.waiting += 1;
    this.voice.say("saving");
    this.last = this.last.then(async () => {
      const answer = faults === this.faults ? await this.site.send(address, fields) : {};
      await this.rows.free; // nothing moves under a finger
      this.waiting -= 1;
      if (faults !== this.faults) return false; // an earlier one was refused: this one stood upon it
      await (answer.reason ? this.putBack(answer, again) : this.take(answer, id));
      return !answer.reason;
    });
    return this.last;
  }

  async take(answer, id) {
    await this.show(answer);
    this.rows.mark(id);
    this.voice.say("saved", answer.said);
    if (answer.meanwhile) this.voice.add(answer.meanwhile);
  }

  async putBack(answer, again) {
    this.faults += 1;
    this.rows.mark(null);
    this.rows.put(this.saved);
    if (answer.order) await this.show(answer, true);
    this.warn(answer, again);
  }

  warn({ reason, said }, again) {
    this.voice.warn(reason, said, () => this.lookAndTry(again));
  }

  /* Perhaps it had been saved after all. */
  async lookAndTry(again) {
    const answer = await this.site.look();
    if (answer.reason) return this.warn(answer, again);
    await this.show(answer);
    return again();
  }

  /* The rows only when nothing waits any more: they stand already where the next moves put them. */
  async show(answer, isBack = false) {
    [this.saved, this.all] = [listed(answer, this.form), answer.order];
    showLastChange(answer, this.form);
    if (isBack || this.waiting === 0) this.saved = await showRows(answer, this.form, this.rows);
    this.form.elements.seen.value = this.saved.join();
    this.preview.refresh();
  }
}
