/* What a person meant by a button, a number or a key. */
import { toPlace } from "./moves.js";
import { still } from "./scrolling.js";

const KEYS = { ArrowUp: "up", ArrowDown: "down", Home: "top", End: "bottom" };
const STEPS = { up: -1, down: 1 };

export function listen(form, rows, voice, move, undo) {
  const keyOf = (part) => Number(part.closest("[data-notice]").dataset.notice);

  function go(id, place) {
    const { order } = rows;
    const meant = toPlace(order, id, place);
    rows.tell(); // a number beyond the end is the end
    if (meant) move(id, ...meant);
    else voice.say("there");
  }

  function step(id, to) {
    if (to === "place") toNumber(id);
    else if (to in STEPS) go(id, rows.order.indexOf(id) + STEPS[to]);
    else move(id, to);
  }

  function toNumber(id) {
    const field = form.elements[`place-${id}`];
    const typed = field.value.trim();
    const isNumber = /^\d{1,18}$/.test(typed);
    field.setAttribute("aria-invalid", String(!isNumber));
    if (isNumber) go(id, Number(typed) - 1);
    else voice.warn("no_number");
  }

  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (!button?.matches("[data-undo], [name=to]")) return;
    event.preventDefault();
    // Enter in a field presses the first button of the form.
    const part = button.matches("[data-enter]") ? document.activeElement : button;
    if (button.matches("[data-undo]")) undo();
    else if (part.closest("[data-notice]")) still(rows.list, () => step(keyOf(part), button.value));
  });

  form.addEventListener("keydown", (event) => {
    const grip = event.target.closest("[data-grip]");
    if (!grip || !(event.key in KEYS) || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    if (!rows.isHeld) still(rows.list, () => step(keyOf(grip), KEYS[event.key]));
  });
}
