/* What is done to the list goes to the site. What it refuses is put back; nothing is called saved before. */
import { Site } from "./answer.js";
import { listed, showLastChange, showRows } from "./truth.js";
import { Turns } from "./turns.js";

export class Saving {
  constructor(form, rows, voice, preview) {
    Object.assign(this, { form, rows, voice, preview, site: new Site(form), turns: new Turns() });
    this.saved = rows.order;
    this.all = form.dataset.all.split(",").map(Number); // with what is put away
  }

  /* Resolves to whether it is saved. */
  change(address, fields, again, id = null) {
    this.voice.say("saving");
    const send = async () => {
      const answer = await this.site.send(address, fields);
      await this.rows.free; // nothing moves under a finger
      return answer;
    };
    return this.turns.next(send, async (answer) => {
      await (answer.reason ? this.putBack(answer, again) : this.take(answer, id));
      return !answer.reason;
    });
  }

  async take(answer, id) {
    await this.show(answer);
    this.rows.mark(id);
    this.voice.say("saved", answer.said);
    if (answer.meanwhile) this.voice.add(answer.meanwhile);
  }

  async putBack(answer, again) {
    this.turns.dropTheRest();
    this.rows.mark(null);
    this.rows.put(this.saved);
    if (answer.order) await this.show(answer, true);
    this.warn(answer, again);
  }

  /* Perhaps it had been saved after all: what counts is what the site has. */
  warn({ reason, said }, again) {
    this.voice.warn(reason, said, async () => {
      const now = await this.site.look();
      if (now.reason) return this.warn(now, again);
      await this.show(now);
      return again();
    });
  }

  /* The rows only when nothing waits any more: they stand already where the next moves put them. */
  async show(answer, isBack = false) {
    [this.saved, this.all] = [listed(answer, this.form), answer.order];
    showLastChange(answer, this.form);
    if (isBack || this.turns.waiting === 0) this.saved = await showRows(answer, this.form, this.rows);
    this.form.elements.seen.value = this.saved.join();
    this.preview.refresh();
  }
}
