// Counts the words of a field below it, with how many fit; it never refuses any.
{
  const { Controller } = window.StimulusModule;

  const filled = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_all, name) => values[name]);

  class Length extends Controller {
    static values = {
      what: String, least: Number, most: Number, none: String, one: String, many: String,
    };

    connect() {
      this.shown = this.line("desk-length");
      // Read out only when the typing rests: nobody could listen to every number.
      this.told = this.line("w-sr-only");
      this.told.setAttribute("role", "status");
      this.count = this.count.bind(this);
      this.watcher = new MutationObserver(this.count);
      this.watcher.observe(this.element, { subtree: true, childList: true, characterData: true });
      this.element.addEventListener("input", this.count);
      this.count();
    }

    disconnect() {
      this.watcher.disconnect();
      this.element.removeEventListener("input", this.count);
      clearTimeout(this.rest);
      this.shown.remove();
      this.told.remove();
    }

    line(className) {
      const said = document.createElement("p");
      said.className = className;
      (this.element.querySelector("[data-field]") || this.element).append(said);
      return said;
    }

    get text() {
      const plain = this.element.querySelector("textarea, input[type=text]");
      const blocks = this.element.querySelectorAll("[contenteditable] [data-block]");
      return plain ? plain.value : [...blocks].map((block) => block.textContent).join(" ");
    }

    count() {
      const { whatValue, leastValue: least, mostValue: most } = this;
      const text = this.text.trim();
      const count = whatValue === "words" ? text.split(/\s+/).filter(Boolean).length : text.length;
      const said = filled([this.noneValue, this.oneValue][count] || this.manyValue, { count, least, most });
      const before = this.shown.textContent;
      if (said === before) return;
      this.shown.textContent = said;
      this.shown.classList.toggle("desk-length--off", count > 0 && (count < least || count > most));
      clearTimeout(this.rest);
      if (before) this.rest = setTimeout(() => { this.told.textContent = said; }, 1500);
    }
  }

  window.wagtail.app.register("desk-length", Length);
}
