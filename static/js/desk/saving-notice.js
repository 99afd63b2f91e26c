/* Says above the page why a text is not saved. The words stand in the page; this shows the right ones. */
(() => {
  const words = document.querySelector("template[data-saving-words]");
  const form = words?.closest("form");
  if (!form) return;

  let box = null;
  let said = "";

  function clear() {
    box?.remove();
    box = null;
    said = "";
  }

  function fill(box, details) {
    for (const place of box.querySelectorAll("[data-said]")) place.textContent = details.said ?? "";
    for (const link of box.querySelectorAll("[data-compare]")) link.href = details.compare ?? "#";
    for (const button of box.querySelectorAll("[data-answer]")) {
      button.addEventListener("click", () => {
        clear();
        const detail = { answer: button.dataset.answer, details };
        form.dispatchEvent(new CustomEvent("saving:answer", { detail }));
      });
    }
  }

  /* Once for each reason, so that nobody is told the same every ten seconds; again when a button is pressed. */
  function tell(reason, details = {}, again = false) {
    if (said === reason && !again) return;
    clear();
    said = reason;
    box = words.content.firstElementChild.cloneNode(true);
    for (const part of box.querySelectorAll("[data-when]")) {
      if (part.dataset.when !== reason) part.remove();
    }
    box.classList.toggle("is-good", reason === "back");
    const here = document.activeElement;
    box.querySelector("[data-close]").addEventListener("click", () => {
      box.remove();
      here?.focus();
    });
    fill(box, details);
    document.body.append(box);
    // Who pressed a button is led there; on the notice itself no key does anything by a slip.
    if (again) box.focus();
  }

  window.saving = { form, words, tell, clear, said: () => said };
})();
