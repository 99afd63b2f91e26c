/* Takes each press of Save, Publish or Submit, and each answer given to what was said above the page. */
(() => {
  const saving = window.saving;
  if (!saving) return;
  const { form, clear } = saving;
  const OF_WORKFLOW = ["action-workflow-action", "workflow-action-name", "workflow-action-extra-data"];
  const RESTS = 300; // ms: a text editor hands on what was typed a quarter of a second after the last key
  let isSending = false;
  let isTold = false; // of a newer version, by Wagtail's own question
  let pressed = null;

  /* As names and values; what a workflow adds would otherwise go with the next saving as well. */
  function whatWasPressed(button) {
    const fields = [...form.elements].filter((field) => OF_WORKFLOW.includes(field.name));
    for (const field of fields) field.remove();
    return [button, ...fields].filter((field) => field?.name).map(({ name, value }) => [name, value]);
  }

  async function send() {
    if (isSending) return;
    isSending = true;
    await new Promise((done) => setTimeout(done, RESTS));
    await saving.holdAutosave();
    if (await saving.send(pressed, isTold)) return;
    isSending = isTold = false;
    saving.letAutosave();
    for (const button of document.querySelectorAll("[data-w-progress-loading-value]")) {
      button.dataset.wProgressLoadingValue = "false";
    }
  }

  form.submit = () => form.requestSubmit(); // a workflow's question sends the form without saying so
  function take(event) {
    if (event.target !== form) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    clear();
    pressed = whatWasPressed(event.submitter);
    send();
  }
  document.addEventListener("submit", take, { capture: true });

  document.addEventListener("w-dialog:confirmed", ({ target }) => {
    const session = document.querySelector("[data-controller~='w-session']");
    if (target.id !== "w-save-confirmation-dialog") return;
    isTold = session?.dataset.wSessionInterceptValue === "conflict";
  });

  form.addEventListener("saving:answer", ({ detail: { answer, details } }) => {
    if (answer === "newer") saving.buildsOn(details.revision);
    else {
      form.elements.written_by.value = details.user;
      saving.inOwnVersion();
    }
    if (pressed) send();
    else saving.byItself();
  });
})();
