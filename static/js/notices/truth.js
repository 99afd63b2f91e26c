/* The list as the site has it, as far as this window has heard. */
import { readIfOthers } from "./anew.js";
import { still } from "./scrolling.js";

export class Truth {
  constructor(form, rows, preview) {
    Object.assign(this, { form, rows, preview });
    this.saved = rows.order;
    this.all = form.dataset.all.split(",").map(Number); // with what is put away
  }

  /* The rows only when they are not where the next moves put them already.
     Resolves to whether the rows that are shown are those that the site has. */
  async show(answer, hasRows) {
    const listed = this.listed(answer);
    const isWhole = !hasRows || (await readIfOthers(listed, answer.shown, this.rows));
    [this.saved, this.all] = [listed, answer.order];
    still(this.rows.list, () => {
      if (hasRows) this.rows.put(listed);
      this.showLastChange(answer);
    });
    if (hasRows) this.saved = this.rows.order;
    this.form.elements.seen.value = this.saved.join();
    this.preview.refresh();
    return isWhole;
  }

  /* Which notices are listed in this window, from top to bottom. */
  listed({ order, put_away }) {
    const away = this.form.elements.namedItem("all") ? [] : put_away;
    return order.filter((id) => !away.includes(id));
  }

  /* The last change, and the way to take it back. */
  showLastChange({ undo, last_change, known }) {
    const button = this.form.querySelector("[data-undo]");
    button.hidden = !undo;
    button.setAttribute("formaction", undo);
    this.form.querySelector("[data-last-change]").textContent = last_change;
    this.form.elements.known.value = known;
  }
}
