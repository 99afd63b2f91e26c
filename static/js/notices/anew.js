/* Notices have come or gone, or visitors see others than before: the rows are read anew. */
import { hasTheSame } from "./moves.js";
import { heldIn } from "./scrolling.js";

const CONTROLS = "button, input, a";

/* Resolves to whether the rows are those of that list. */
export async function readIfOthers(order, shown, rows) {
  if (hasTheSame(order, rows.order) && hasTheSame(shown, rows.shown)) return true;
  const fresh = await freshRows();
  await rows.free; // a row may have been taken meanwhile
  if (fresh) replace(rows, fresh);
  return Boolean(fresh);
}

/* From the page itself; nothing where it cannot be had. */
async function freshRows() {
  try {
    const answer = await fetch(window.location.pathname + window.location.search);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return page.querySelector("[data-rows]");
  } catch {
    return null;
  }
}

/* The focus stays where it was; if that row has gone, it is on the one that stands there now. */
function replace(rows, fresh) {
  const held = heldIn(rows.list);
  const row = held?.closest("[data-notice]");
  const [place, name] = [rows.all.indexOf(row), held?.getAttribute("aria-label")];
  rows.list.replaceChildren(...fresh.children);
  rows.list.dataset.room = fresh.dataset.room;
  rows.arm();
  if (!row) return;
  const controls = [...(document.getElementById(row.id)?.querySelectorAll(CONTROLS) ?? [])];
  const same = controls.find((control) => control.getAttribute("aria-label") === name);
  if (same) same.focus({ preventScroll: true });
  else rows.focusOn(controls.length ? Number(row.dataset.notice) : rows.order[Math.min(place, rows.order.length - 1)]);
}
