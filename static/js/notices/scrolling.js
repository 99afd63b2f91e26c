/* Where the page is scrolled to: it goes on beside a row that is held, and stays with what has the focus. */
const EDGE = 90; // px
const SPEED = 0.9; // px a millisecond

function boxThatScrolls(part) {
  for (let box = part; box; box = box.parentElement) {
    const isScrolled = /auto|scroll/.test(getComputedStyle(box).overflowY);
    if (isScrolled && box.scrollHeight > box.clientHeight) return box;
  }
  return document.scrollingElement;
}

/* While something is held near an edge of the window, the page goes on that way.
   `where` tells the height of the pointer, or nothing when it has let go. */
export function scrollBeside(part, where, afterwards) {
  const box = boxThatScrolls(part);
  let last = performance.now();
  const go = (now) => {
    const y = where();
    if (y === undefined) return;
    const way = y < EDGE ? -SPEED : y > window.innerHeight - EDGE ? SPEED : 0;
    if (way) {
      box.scrollBy({ top: way * Math.max(0, now - last), behavior: "instant" });
      afterwards();
    }
    last = now;
    requestAnimationFrame(go);
  };
  requestAnimationFrame(go);
}

export const heldIn = (list) => (list.contains(document.activeElement) ? document.activeElement : null);

/* A row that is put elsewhere loses the focus; it has it again, and whoever works with keys sees it. */
export function keepFocus(list, act) {
  const held = heldIn(list);
  const isSeen = held?.matches(":focus-visible");
  act();
  if (!held) return;
  if (document.activeElement !== held) held.focus({ preventScroll: true, focusVisible: isSeen });
  if (isSeen) held.scrollIntoView({ block: "nearest" });
}

/* Whatever has the focus within stays where it is on the screen: whoever presses twice presses the same button. */
export function still(list, act) {
  const held = heldIn(list);
  const height = () => held.getBoundingClientRect().top;
  const before = held && height();
  act();
  if (held?.isConnected) boxThatScrolls(list).scrollBy({ top: height() - before, behavior: "instant" });
}
