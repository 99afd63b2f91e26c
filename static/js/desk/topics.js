// A long list of topics gets a field that narrows it; what is ticked stays in sight.
{
  const { Controller } = window.StimulusModule;
  const MANY = 12;
  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  class Topics extends Controller {
    static values = { find: String };

    connect() {
      this.choices = [...this.element.querySelectorAll("input[type=checkbox]")]
        .map((box) => ({ box, row: box.closest("label").parentElement }));
      if (this.choices.length <= MANY) return;
      this.asked = document.createElement("input");
      Object.assign(this.asked, { type: "search", className: "desk-topics__find" });
      this.asked.setAttribute("aria-label", this.findValue);
      this.asked.placeholder = this.findValue;
      this.asked.addEventListener("input", (event) => {
        event.stopPropagation(); // nothing of the page has changed
        this.narrow();
      });
      this.element.querySelector("[data-field-input]").prepend(this.asked);
    }

    disconnect() {
      this.asked?.remove();
    }

    narrow() {
      const wanted = folded(this.asked.value.trim());
      this.choices.forEach(({ box, row }) => {
        row.hidden = !box.checked && !folded(row.textContent).includes(wanted);
      });
    }
  }

  window.wagtail.app.register("desk-topics", Topics);
}
