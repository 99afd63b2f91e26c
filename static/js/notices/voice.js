/* Says what happened, to eyes and ears: what went well in one place, what did not in another. */
import { Bar } from "./bar.js";

export class Voice {
  constructor(board) {
    this.bar = new Bar(board.querySelector("[data-bar]"));
    this.words = board.querySelector("[data-words]");
    this.said = board.querySelector("[data-said]");
    this.alarm = board.querySelector("[data-alarm]");
  }

  sentence(when, words = {}) {
    const found = this.words.content.querySelector(`[data-when=${when}]`).cloneNode(true);
    for (const place of found.querySelectorAll("[data-word]")) place.textContent = words[place.dataset.word] ?? "";
    return found;
  }

  say(when, words) {
    this.show([this.sentence(when, words)], []);
  }

  /* Also after something that went well. */
  add(when, words) {
    this.said.append(this.sentence(when, words));
  }

  warn(reason, words, again) {
    const known = this.words.content.querySelector(`[data-when=${reason}]`) ? reason : "broken";
    const sentence = this.sentence(known, words);
    sentence.querySelector("[data-again]")?.addEventListener("click", again);
    this.show([], [sentence]);
  }

  hush() {
    this.show([], []);
  }

  show(said, alarm) {
    this.bar.change(() => {
      this.said.replaceChildren(...said);
      this.alarm.replaceChildren(...alarm);
    });
  }
}
