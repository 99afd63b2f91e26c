/* Wagtail begins to look at the form two seconds after it is there; what was typed before counts too. */
(() => {
  const form = window.saving?.form;
  if (!form) return;
  let isTyped = false;
  const notice = (event) => {
    isTyped ||= event.isTrusted;
  };

  function count() {
    form.removeEventListener("input", notice, true);
    const headline = form.elements.namedItem("title");
    // Somebody may even have typed before this script was there.
    if (!isTyped && headline?.value === headline?.defaultValue) return;
    const unsaved = window.wagtail.app.getControllerForElementAndIdentifier(form, "w-unsaved");
    unsaved.initialFormData = unsaved.previousFormData = "before anything was typed";
    unsaved.check();
  }

  form.addEventListener("input", notice, true);
  form.addEventListener("w-unsaved:watch-edits", count); // it begins twice
  const once = { once: true };
  form.addEventListener("w-autosave:success", () => form.removeEventListener("w-unsaved:watch-edits", count), once);
})();
