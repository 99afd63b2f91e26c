/* Changes go to the site one after the other. What it refuses is put back; nothing is called saved before. */
import { Site } from "./answer.js";
import { show } from "./truth.js";

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
    if (this.waiting === 0) await this.show(answer);
    this.rows.mark(id);
    this.voice.say("saved", answer.said);
    if (answer.meanwhile) this.voice.add(answer.meanwhile);
  }

  async putBack(answer, again) {
    this.faults += 1;
    this.rows.mark(null);
    this.rows.put(this.saved);
    if (answer.order) await this.show(answer);
    this.voice.warn(answer.reason, answer.said, () => this.lookAndTry(again));
  }

  /* Perhaps it had been saved after all: what counts is what the site has. */
  async lookAndTry(again) {
    const answer = await this.site.look();
    if (answer.reason) return this.voice.warn(answer.reason, answer.said, () => this.lookAndTry(again));
    await this.show(answer);
    return again();
  }

  async show(answer) {
    this.all = answer.order;
    this.saved = await show(answer, this.form, this.rows);
    this.preview.refresh();
  }
}
