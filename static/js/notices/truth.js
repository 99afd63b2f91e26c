/* Shows the list as the site has it. */
import { hasTheSame } from "./moves.js";

/* Notices have come or gone: the rows are read once more from the page itself. */
async function readAnew(list) {
  const answer = await fetch(window.location.href).catch(() => null);
  const page = new DOMParser().parseFromString((await answer?.text()) ?? "", "text/html");
  const fresh = page.querySelector("[data-rows]");
  if (fresh) list.replaceChildren(...fresh.children);
  for (const grip of list.querySelectorAll("[data-grip]")) grip.hidden = false;
}

/* Which notices are listed here, from top to bottom. */
export async function show(answer, form, rows) {
  const away = form.elements.namedItem("all") ? [] : answer.put_away;
  const listed = answer.order.filter((id) => !away.includes(id));
  if (!hasTheSame(listed, rows.order)) await readAnew(rows.list);
  rows.put(listed);
  rows.stopAfter(answer.last_on_front);
  form.elements.seen.value = rows.order.join();
  const undo = form.querySelector("[data-undo]");
  undo.hidden = !answer.undo;
  undo.setAttribute("formaction", answer.undo);
  form.querySelector("[data-last-change]").textContent = answer.last_change;
  return rows.order;
}
