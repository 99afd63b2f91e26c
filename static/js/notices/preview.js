/* The home page beside the list, drafts included, in the order that is seen. */
export class Preview {
  constructor(root) {
    this.link = root.querySelector("[data-preview]");
    this.panel = root.querySelector("[data-preview-panel]");
    this.title = root.querySelector("[data-words]").dataset.previewTitle;
    this.root = root;
    this.link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.open();
      this.panel.querySelector("button").focus();
    });
    this.panel.querySelector("[data-preview-close]").addEventListener("click", () => this.close());
  }

  open() {
    if (!this.frame) {
      this.frame = Object.assign(document.createElement("iframe"), { title: this.title });
      this.panel.append(this.frame);
    }
    this.panel.hidden = false;
    this.root.classList.add("has-preview");
    this.refresh();
  }

  close() {
    this.panel.hidden = true;
    this.root.classList.remove("has-preview");
    this.link.focus();
  }

  /* In that order, which may be one that is only tried; without one, in the order that is saved. */
  refresh(order = []) {
    if (this.panel.hidden) return;
    this.times = (this.times ?? 0) + 1; // the same address again would only jump to its place
    const query = new URLSearchParams({ order: order.join(), times: this.times });
    this.frame.contentWindow.location.replace(`${this.link.href}?${query}#notices`);
  }
}
