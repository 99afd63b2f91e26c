/* Shows the list as the site has it. */
import { hasTheSame } from "./moves.js";

const CONTROLS = "button, input, a";

/* Notices have come or gone: the rows are read once more from the page itself. The focus stays where it was. */
async function readAnew(list) {
  const answer = await fetch(window.location.pathname + window.location.search).catch(() => null);
  const page = new DOMParser().parseFromString((await answer?.text()) ?? "", "text/html");
  const fresh = page.querySelector("[data-rows]");
  if (!fresh) return;
  const held = list.contains(document.activeElement) ? document.activeElement : null;
  const [id, name] = [held?.closest("[data-notice]").id, held?.getAttribute("aria-label")];
  list.replaceChildren(...fresh.children);
  for (const grip of list.querySelectorAll("[data-grip]")) grip.hidden = false;
  const controls = id ? [...(document.getElementById(id)?.querySelectorAll(CONTROLS) ?? [])] : [];
  controls.find((control) => control.getAttribute("aria-label") === name)?.focus();
}

/* Which notices are listed in this window, from top to bottom. */
export function listed(answer, form) {
  const away = form.elements.namedItem("all") ? [] : answer.put_away;
  return answer.order.filter((id) => !away.includes(id));
}

export async function showRows(answer, form, rows) {
  const order = listed(answer, form);
  if (!hasTheSame(order, rows.order)) await readAnew(rows.list);
  rows.put(order);
  rows.stopAfter(answer.last_on_front);
  return rows.order;
}

/* The last change, and the way to take it back. */
export function showLastChange(answer, form) {
  const undo = form.querySelector("[data-undo]");
  undo.hidden = !answer.undo;
  undo.setAttribute("formaction", answer.undo);
  form.querySelector("[data-last-change]").textContent = answer.last_change;
}
