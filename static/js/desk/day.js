// Explains a day that lies ahead without a schedule, or behind where something is yet to come.
{
  const { Controller } = window.StimulusModule;
  const CHANGES = ["input", "change", "w-dialog:hidden"];
  const day = (name) => (document.querySelector(`[name="${name}"]`)?.value || "").slice(0, 10);

  class Day extends Controller {
    static values = { if: String, warning: String };

    connect() {
      this.input = this.element.querySelector("input[data-today]");
      if (!this.input) return;
      this.said = document.createElement("p");
      this.said.className = "desk-said";
      this.said.setAttribute("role", "status");
      (this.element.querySelector("[data-field]") || this.element).append(this.said);
      this.look = this.look.bind(this);
      // On the document: the schedule is set in a dialog of its own.
      CHANGES.forEach((change) => document.addEventListener(change, this.look));
      this.look();
    }

    disconnect() {
      CHANGES.forEach((change) => document.removeEventListener(change, this.look));
      this.said?.remove();
    }

    get isOdd() {
      const { today } = this.input.dataset;
      const chosen = day(this.input.name);
      if (!/^\d{4}-\d{2}-\d{2}$/.test(chosen)) return false;
      if (this.ifValue === "over") return chosen < today && day("end") < today;
      return chosen > today && day("go_live_at") < chosen;
    }

    look() {
      const words = this.isOdd ? this.warningValue : "";
      if (this.said.textContent !== words) this.said.textContent = words;
    }
  }

  window.wagtail.app.register("desk-date", Day);
}
