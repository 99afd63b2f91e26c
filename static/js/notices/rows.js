/* The rows of the list, in the order they stand in. What they say of it follows; focus stays. */
import { isShown, tellPlaces } from "./places.js";
import { keepFocus } from "./scrolling.js";

const key = (row) => Number(row.dataset.notice);

export class Rows {
  constructor(list) {
    this.list = list;
    this.free = Promise.resolve(); // while a row is held, a promise of its release
    this.arm();
  }

  get all() {
    return [...this.list.querySelectorAll(":scope > [data-notice]")];
  }

  get order() {
    return this.all.map(key);
  }

  /* Those that visitors see. */
  get shown() {
    return this.all.filter(isShown).map(key);
  }

  row(id) {
    return this.all.find((row) => key(row) === id);
  }

  /* What only scripts can do is offered by them. */
  arm() {
    for (const grip of this.list.querySelectorAll("[data-grip]")) grip.hidden = false;
  }

  put(order) {
    keepFocus(this.list, () => {
      order.map((id) => this.row(id)).filter(Boolean).forEach((row, place) => {
        const there = this.list.children[place];
        if (there !== row) this.list.insertBefore(row, there);
      });
    });
    this.tell();
  }

  tell() {
    tellPlaces(this.list, this.all);
  }

  /* A tick beside what was saved last. */
  mark(id) {
    this.marked = id;
    for (const row of this.all) row.classList.toggle("is-saved", key(row) === id);
  }

  /* On that notice; if it has gone, on the list. */
  focusOn(id) {
    (this.row(id) ?? this.all[0])?.querySelector("[data-grip]").focus();
  }
}
