/* While something is held near an edge of the window, the page goes on that way. */
const EDGE = 90; // px
const SPEED = 0.9; // px a millisecond

function boxThatScrolls(part) {
  for (let box = part; box; box = box.parentElement) {
    const isScrolled = /auto|scroll/.test(getComputedStyle(box).overflowY);
    if (isScrolled && box.scrollHeight > box.clientHeight) return box;
  }
  return document.scrollingElement;
}

/* `where` tells the height of the pointer, or nothing when it has let go. */
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
