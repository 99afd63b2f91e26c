/* What a person meant by a button, a number or a key. */
import { toPlace } from "./moves.js";

const KEYS = { ArrowUp: "up", ArrowDown: "down", Home: "top", End: "bottom" };
const STEPS = { up: -1, down: 1 };

export function listen(form, rows, voice, saving, move) {
  const keyOf = (part) => Number(part.closest("[data-notice]").dataset.notice);

  function go(id, place) {
    const { order } = rows;
    const meant = toPlace(order, id, place);
    rows.tell(); // a number beyond the end is the end
    if (meant) move(id, ...meant);
    else voice.say("there");
  }

  function step(id, to) {
    if (to in STEPS) go(id, rows.order.indexOf(id) + STEPS[to]);
    else move(id, to);
  }

  function toNumber(id) {
    const typed = form.elements[`place-${id}`].value.trim();
    if (/^\d{1,18}$/.test(typed)) go(id, Number(typed) - 1);
    else voice.warn("no_number");
  }

  function undo(button) {
    saving.change(button.formAction, {}, () => undo(button));
  }

  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (!button?.matches("[data-undo], [name=to]")) return;
    event.preventDefault();
    // Enter in a field presses the first button of the form.
    const part = button.matches("[data-enter]") ? document.activeElement : button;
    if (button.matches("[data-undo]")) undo(button);
    else if (!part.closest("[data-notice]")) return;
    else if (button.value === "place") toNumber(keyOf(part));
    else step(keyOf(part), button.value);
  });

  form.parentElement.addEventListener("click", ({ target }) => {
    if (target.closest("[data-undo-last]")) undo(form.querySelector("[data-undo]"));
  });

  form.addEventListener("keydown", (event) => {
    const grip = event.target.closest("[data-grip]");
    if (!grip || !(event.key in KEYS) || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    step(keyOf(grip), KEYS[event.key]);
  });
}
