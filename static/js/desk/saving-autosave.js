/* Keeps what Wagtail saves by itself and what is saved by a button from crossing each other. */
(() => {
  const saving = window.saving;
  if (!saving) return;
  const { form } = saving;
  let last = null;
  let isHeld = false;
  const controller = (name) => window.wagtail.app.getControllerForElementAndIdentifier(form, name);

  form.addEventListener("w-autosave:save", (event) => {
    last = { event, at: performance.now(), words: controller("w-unsaved").formData };
    if (isHeld) event.preventDefault();
  });

  /* What was typed while this was on its way is not saved yet, though Wagtail takes it for saved. */
  function lookAgain() {
    const unsaved = controller("w-unsaved");
    if (unsaved.formData === last.words) return;
    unsaved.initialFormData = unsaved.previousFormData = last.words;
    unsaved.check();
  }

  /* The button's form says which version it builds on, as Wagtail's own saving does. */
  saving.buildsOn = (revision) => {
    for (const [name, value] of Object.entries(revision)) {
      const field = form.elements.namedItem(name);
      if (field) field.value = value;
    }
  };

  form.addEventListener("w-autosave:success", ({ detail: { response } }) => {
    saving.buildsOn({
      loaded_revision_id: response.revision_id,
      loaded_revision_created_at: response.revision_created_at,
    });
    setTimeout(lookAgain);
    document.querySelector("[data-saved-draft] > [hidden]")?.removeAttribute("hidden");
  });

  /* Calls off what has not been sent, and waits for what has: a new page would be made twice. */
  saving.holdAutosave = async () => {
    isHeld = true;
    const autosave = controller("w-autosave");
    if (!autosave?.submitPromise || !last) return;
    last.event.preventDefault();
    if (performance.now() - last.at < autosave.intervalValue) return;
    await Promise.race([autosave.submitPromise, new Promise((done) => setTimeout(done, 15000))]);
  };

  saving.letAutosave = () => {
    isHeld = false;
    const indicator = document.querySelector("#w-autosave-indicator");
    if (indicator) indicator.dataset.wAutosaveStateValue = "paused";
  };

  /* Somebody else goes on with this text: in a version of their own. */
  saving.inOwnVersion = () => {
    form.dataset.wAutosaveRevisionIdValue = "0";
  };
})();
