/* A row follows the pointer that holds its grip: mouse, pen or finger. Escape lets it go where it was. */
import { scrollBeside } from "./scrolling.js";

const JITTER = 4; // px that a hand moves without meaning it

export function enableDrag(rows, move) {
  const { list } = rows;
  let held = null;

  /* The row goes above the first one whose middle lies below the pointer. */
  function follow() {
    const middle = (row) => row.getBoundingClientRect().top + row.offsetHeight / 2;
    const next = rows.all.find((row) => row !== held.row && held.y < middle(row)) ?? null;
    if (held.row.nextElementSibling === next) return;
    list.insertBefore(held.row, next);
    rows.tell();
  }

  function take(event) {
    const grip = event.target.closest("[data-grip]");
    if (!grip || held || event.button !== 0) return;
    event.preventDefault();
    grip.focus({ preventScroll: true });
    const { clientY: y, pointerId: pointer } = event;
    held = { row: grip.closest("[data-notice]"), grip, y, from: y, pointer, seen: rows.order };
    rows.free = new Promise((done) => (held.release = done));
    rows.isHeld = true;
    list.setPointerCapture(pointer); // not the grip: it would lose the pointer with its place
    scrollBeside(list, () => (held ? (held.isMoving ? held.y : NaN) : undefined), follow);
  }

  function drag(event) {
    if (held?.pointer !== event.pointerId) return;
    held.y = event.clientY;
    held.isMoving ||= Math.abs(held.y - held.from) > JITTER;
    held.row.classList.toggle("is-held", held.isMoving);
    if (held.isMoving) follow();
  }

  /* Back to where it was; then, if it was dropped elsewhere, moved there as by a button. */
  function letGo(isDropped) {
    const { row, grip, seen, release } = held;
    const [id, { order }] = [Number(row.dataset.notice), rows];
    held = null;
    rows.isHeld = false;
    row.classList.remove("is-held");
    rows.put(seen);
    grip.focus({ preventScroll: true });
    const [then, now] = [order.indexOf(id), seen.indexOf(id)];
    if (isDropped && then !== now) move(id, ...(then < now ? ["before", order[then + 1]] : ["after", order[then - 1]]));
    release();
  }

  const ends = (isDropped) => (event) => held?.pointer === event.pointerId && letGo(isDropped);
  list.addEventListener("pointerdown", take);
  list.addEventListener("pointermove", drag);
  list.addEventListener("pointerup", ends(true));
  list.addEventListener("pointercancel", ends(false));
  document.addEventListener("keydown", (event) => event.key === "Escape" && held && letGo(false));
}
