/* Says above the list that an order is being tried. What is taken back meanwhile would not be of it. */
export class TrialBar {
  constructor(root) {
    const part = (name) => root.querySelector(`[data-${name}]`);
    [this.bar, this.button, this.undo] = [part("trial"), part("try"), part("undo")];
    this.button.hidden = false;
  }

  show(isOn) {
    const hadFocus = this.bar.contains(document.activeElement);
    this.bar.hidden = !isOn;
    this.undo.disabled = isOn;
    this.button.setAttribute("aria-pressed", String(isOn));
    if (hadFocus && !isOn) this.button.focus({ preventScroll: true });
  }
}
