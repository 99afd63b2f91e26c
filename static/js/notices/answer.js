/* Sends what was meant. It counts as saved only when the site answers with the list as it stands. */
const headers = { Accept: "application/json", "X-Answer-In-Place": "yes" };
const PATIENCE = 15000; // ms: on a bad line nothing comes for ever

const isList = ({ order, put_away, shown }) => [order, put_away, shown].every(Array.isArray);

async function ask(address, options = {}) {
  let answer;
  try {
    answer = await fetch(address, { headers, signal: AbortSignal.timeout(PATIENCE), ...options });
  } catch {
    return { reason: "offline" };
  }
  const isJson = answer.headers.get("Content-Type")?.startsWith("application/json");
  const said = Object(isJson ? await answer.json().catch(() => null) : null);
  if (answer.ok && isList(said)) return said;
  const { reason = answer.status >= 400 && answer.status < 500 ? "refused" : "broken" } = said;
  return isList(said) ? { ...said, reason } : { said: said.said, token: said.token, reason };
}

export class Site {
  constructor(form) {
    this.form = form;
  }

  /* The list as it stands, or the reason why it cannot be had; the token of a new sign-in comes with it. */
  async look() {
    const answer = await ask(this.form.dataset.now);
    if (answer.token) this.form.elements.csrfmiddlewaretoken.value = answer.token;
    return answer;
  }

  async send(address, fields) {
    const post = () => {
      const { csrfmiddlewaretoken, written_by, known } = this.form.elements;
      const ours = { csrfmiddlewaretoken: csrfmiddlewaretoken.value, written_by: written_by.value, known: known.value };
      const body = new URLSearchParams({ ...fields, ...ours });
      return ask(address, { method: "POST", body, keepalive: true }); // also when the page is left
    };
    const answer = await post();
    if (answer.reason !== "token") return answer;
    const now = await this.look(); // somebody has signed in again: the token is another
    return now.reason ? now : post();
  }
}
