/* What is done to the list goes to the site. What it refuses is put back; nothing is called saved before. */
import { Site } from "./answer.js";
import { Truth } from "./truth.js";
import { Turns } from "./turns.js";

export class Saving {
  constructor(form, rows, voice, preview) {
    Object.assign(this, { rows, voice, site: new Site(form), turns: new Turns() });
    this.truth = new Truth(form, rows, preview);
    this.meanwhile = ""; // what others did, until it is said
  }

  /* `address` is read when its turn comes. Resolves to whether it is saved. */
  change(address, fields, again, id) {
    this.voice.say("saving");
    const send = () => this.undisturbed(this.site.send(address(), fields));
    return this.turns.next(send, (answer) => this.take(answer, id), (answer) => this.putBack(answer, again, id));
  }

  /* Nothing moves under a finger. */
  async undisturbed(coming) {
    const answer = await coming;
    await this.rows.free;
    return answer;
  }

  async take(answer, id = answer.notice) {
    const isWhole = await this.truth.show(answer, !this.turns.waiting);
    this.meanwhile ||= answer.meanwhile;
    if (this.turns.waiting) return; // “Saving…” still holds
    this.rows.mark(answer.changed ? id : null);
    this.voice.say(answer.changed ? "saved" : "unchanged", { said: answer.said });
    if (this.meanwhile) this.voice.add("meanwhile", { said: this.meanwhile });
    if (!isWhole) this.voice.add("not_whole");
    this.meanwhile = "";
    if (this.voice.bar.hasFocus) this.rows.focusOn(id);
  }

  async putBack(answer, again, id) {
    this.turns.dropTheRest();
    this.meanwhile = "";
    this.rows.mark(null);
    this.rows.put(this.truth.saved);
    if (answer.order) await this.truth.show(answer, true);
    this.voice.warn(answer.reason, { said: answer.said }, () => this.tryAgain(again, id));
  }

  /* Perhaps it had been saved after all: what counts is what the site has. */
  tryAgain(again, id) {
    this.voice.say("saving");
    const look = () => this.undisturbed(this.site.look());
    const go = async (now) => {
      await this.truth.show(now, !this.turns.waiting);
      again(); // has its own turn after this one, if there is still something to send
      if (!this.turns.waiting && this.voice.bar.hasFocus) this.rows.focusOn(id);
    };
    this.turns.next(look, go, (answer) => this.putBack(answer, again, id));
  }
}
