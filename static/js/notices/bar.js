/* The bar at the foot of the window. Its height is known to the page, so that nothing with the focus lies below it. */
export class Bar {
  constructor(part) {
    this.part = part;
    new ResizeObserver(() => this.makeRoom()).observe(part);
  }

  makeRoom() {
    const { top, height } = this.part.getBoundingClientRect();
    document.documentElement.style.setProperty("--board-bar", `${height}px`);
    const held = document.activeElement.closest("[data-rows] *");
    const box = held?.getBoundingClientRect();
    const isCovered = height && box?.bottom > top && box.top < window.innerHeight;
    if (isCovered) held.scrollIntoView({ block: "nearest" });
  }

  get hasFocus() {
    return this.part.contains(document.activeElement);
  }

  /* Something else stands in it then; the focus stays with it, if it was there. */
  change(act) {
    const { hasFocus } = this;
    act();
    if (hasFocus) (this.part.querySelector("[data-again]") ?? this.part).focus({ preventScroll: true });
  }
}
