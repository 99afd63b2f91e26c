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
    this.panel.addEventListener("keydown", ({ key }) => key === "Escape" && this.close());
  }

  open() {
    this.panel.hidden = false;
    this.root.classList.add("has-preview");
    if (!this.frame) {
      this.frame = Object.assign(document.createElement("iframe"), { title: this.title });
      this.frame.addEventListener("load", () => this.showNotices());
      this.panel.append(this.frame);
    }
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
    const query = new URLSearchParams({ order: order.join() });
    this.frame.contentWindow.location.replace(`${this.link.href}?${query}`);
  }

  /* Within the frame alone: a place in its address would scroll the list, too. */
  showNotices() {
    const { contentDocument: page, contentWindow: view } = this.frame;
    const notices = page?.getElementById("notices");
    if (notices) view.scrollTo({ top: notices.getBoundingClientRect().top + view.scrollY, behavior: "instant" });
  }
}
