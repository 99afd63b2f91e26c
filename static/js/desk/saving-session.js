/* Asks who is signed in whenever something could not be done, and takes a fresh token for the form. */
(() => {
  const saving = window.saving;
  if (!saving) return;
  const { form, words, tell, clear } = saving;
  const headers = { Accept: "application/json", "X-Requested-With": "XMLHttpRequest" };
  const waits = () => ["signed_out", "other_user", "offline"].includes(saving.said());
  let failures = 0;
  function take(token) {
    window.wagtailConfig.CSRF_TOKEN = token;
    for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = token;
  }

  /* Whether whoever opened this window is signed in; if not, says so. */
  saving.look = async (again = false) => {
    let answer;
    try {
      answer = await fetch(words.dataset.asks, { headers });
    } catch {
      return tell("offline", {}, again);
    }
    if (answer.status === 403) return tell("signed_out", {}, again);
    if (!answer.ok) return tell("broken", {}, again);
    const who = await answer.json();
    take(who.token);
    if (who.user === form.elements.written_by.value) return who;
    return tell("other_user", { said: who.name, user: who.user }, again);
  };

  /* Wagtail saves by itself when it hears of an edit. */
  saving.byItself = () => {
    if (form.dataset.wUnsavedHasEditsValue !== "true") return;
    form.dispatchEvent(new CustomEvent("w-unsaved:add", { bubbles: true, cancelable: true }));
  };

  async function back() {
    if (!waits() || !(await saving.look())) return;
    tell("back");
    saving.byItself();
  }

  async function notSaved({ detail }) {
    if (!["server_error", "network_error"].includes(detail.type)) return;
    detail.text = words.dataset.paused; // what Wagtail shows beside the button
    if (!(await saving.look())) return;
    failures += 1;
    if (failures > 1) tell("broken");
    else saving.byItself();
  }
  document.addEventListener("w-autosave:error", notSaved, { capture: true });
  document.addEventListener("w-autosave:success", () => {
    failures = 0;
    if (saving.said() !== "back") clear();
  });
  document.addEventListener("w-swap:error", () => saving.look());
  document.addEventListener("w-preview:error", () => saving.look(true));
  window.jQuery(document).on("ajaxError", () => saving.look(true)); // choosers
  document.addEventListener("w-swap:success", back);
  for (const event of ["visibilitychange", "focus"]) window.addEventListener(event, back);
})();
