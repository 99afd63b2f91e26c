/* One notice goes to an end, or beside a neighbour: shown at once, and saved at once unless it is only tried. */
import { isSame, moved } from "./moves.js";

export function moving(rows, voice, saving, trial) {
  return function move(id, to, neighbour = "") {
    const seen = rows.order;
    if (!seen.includes(id) || (neighbour && !seen.includes(neighbour))) {
      voice.warn("gone");
      return;
    }
    const order = moved(seen, id, to, neighbour);
    if (isSame(order, seen)) {
      voice.say("there");
      return;
    }
    rows.put(order);
    const row = rows.row(id);
    if (trial.takes({ id, to, neighbour })) {
      const title = row.querySelector("h2").textContent;
      voice.say("tried", { title, place: order.indexOf(id) + 1, number: order.length });
      return;
    }
    const address = row.querySelector("[name=to]").formAction;
    const again = () => move(id, to, neighbour);
    saving.change(() => address, { to, neighbour, seen: seen.join() }, again, id);
  };
}
