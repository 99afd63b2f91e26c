/* Sends the form and deals with the answer; the page is left only when the site has taken the text. */
(() => {
  const saving = window.saving;
  if (!saving) return;
  const { form, tell } = saving;
  const headers = { "X-Answer-In-Place": "yes", Accept: "text/html" };
  const reasonOf = (status) => (status >= 500 ? "broken" : status === 413 ? "too_large" : "refused");
  const hasFiles = () => [...form.elements].some((field) => field.files?.length);

  function leave(how) {
    window.addEventListener("w-unsaved:confirm", (event) => event.preventDefault(), { once: true });
    how();
    return true;
  }

  /* As browsers do it, to be shown what is wrong in the form. */
  function sendPlainly(pressed) {
    for (const [name, value] of pressed) {
      form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
    }
    return leave(() => HTMLFormElement.prototype.submit.call(form));
  }

  async function ask(pressed) {
    const body = new FormData(form);
    for (const [name, value] of pressed) body.set(name, value);
    const answer = await fetch(form.action, { method: "POST", body, headers });
    const isJson = answer.headers.get("Content-Type")?.startsWith("application/json");
    return { status: answer.status, ...(isJson ? await answer.json() : {}) };
  }

  async function askTwice(pressed) {
    const answer = await ask(pressed);
    if (answer.reason !== "token") return answer;
    return (await saving.look(true)) ? ask(pressed) : { reason: "said" };
  }

  /* Whether the page is being left. */
  saving.send = async (pressed, isTold) => {
    if (hasFiles()) return (await saving.look(true)) ? sendPlainly(pressed) : false;
    let answer;
    try {
      answer = await askTwice(pressed);
    } catch {
      answer = { reason: "offline" };
    }
    if (answer.goes_to) return leave(() => window.location.assign(answer.goes_to));
    if (answer.status === 200) return sendPlainly(pressed);
    if (answer.reason === "newer" && isTold) {
      saving.buildsOn(answer.revision);
      return saving.send(pressed, false);
    }
    if (answer.reason !== "said") {
      const details = { ...answer, said: answer.said ?? answer.name };
      tell(answer.reason?.replace("token", "refused") ?? reasonOf(answer.status), details, true);
    }
    return false;
  };
})();
