/* Says what happened, to eyes and ears: what went well in one place, what did not in another. */
export class Voice {
  constructor(board) {
    this.words = board.querySelector("[data-words]");
    this.said = board.querySelector("[data-said]");
    this.alarm = board.querySelector("[data-alarm]");
  }

  sentence(when, words = "") {
    const found = this.words.content.querySelector(`[data-when=${when}]`).cloneNode(true);
    const place = found.querySelector("[data-words-said]");
    if (place) place.textContent = words;
    return found;
  }

  say(when, words) {
    this.alarm.replaceChildren();
    this.said.replaceChildren(this.sentence(when, words));
  }

  /* Also after something that went well: what others did meanwhile. */
  add(words) {
    const more = document.createElement("p");
    more.textContent = words;
    this.said.append(more);
  }

  warn(reason, words, again) {
    const known = this.words.content.querySelector(`[data-when=${reason}]`) ? reason : "broken";
    const sentence = this.sentence(known, words);
    sentence.querySelector("[data-again]")?.addEventListener("click", again);
    this.said.replaceChildren();
    this.alarm.replaceChildren(sentence);
  }
}
