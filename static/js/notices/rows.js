/* The rows of the list, in the order they stand in. Numbers and ends follow; focus stays. */
const key = (row) => Number(row.dataset.notice);

export class Rows {
  constructor(list) {
    this.list = list;
    this.free = Promise.resolve(); // while a row is held, a promise of its release
  }

  get all() {
    return [...this.list.querySelectorAll(":scope > [data-notice]")];
  }

  get order() {
    return this.all.map(key);
  }

  row(id) {
    return this.all.find((row) => key(row) === id);
  }

  put(order) {
    const held = document.activeElement;
    const isSeen = held?.matches(":focus-visible");
    order.map((id) => this.row(id)).filter(Boolean).forEach((row, place) => {
      const there = this.list.children[place];
      if (there !== row) this.list.insertBefore(row, there);
    });
    if (this.list.contains(held)) {
      if (document.activeElement !== held) held.focus({ preventScroll: true, focusVisible: isSeen });
      if (isSeen) held.closest("[data-notice]").scrollIntoView({ block: "nearest" });
    }
    this.tell();
  }

  /* What each row says of its own place. */
  tell() {
    const { all } = this;
    const last = all.length - 1;
    all.forEach((row, place) => {
      const ends = { top: place === 0, up: place === 0, down: place === last, bottom: place === last };
      row.querySelector("[data-place]").textContent = place + 1;
      row.querySelector("[name^=place-]").value = place + 1;
      for (const button of row.querySelectorAll("[name=to]")) {
        if (ends[button.value]) button.setAttribute("aria-disabled", "true");
        else button.removeAttribute("aria-disabled");
      }
    });
  }

  /* Where the home page stops: below that notice, or nowhere. */
  stopAfter(id) {
    for (const row of this.all) row.querySelector("[data-line]").hidden = key(row) !== id;
  }

  /* A tick beside what was saved last. */
  mark(id) {
    for (const row of this.all) row.classList.toggle("is-saved", key(row) === id);
  }
}
