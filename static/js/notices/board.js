/* The list of featured notices: this ties its parts together. Without it every button is a plain form. */
import { enableDrag } from "./drag.js";
import { listen } from "./intents.js";
import { isSame, moved } from "./moves.js";
import { Preview } from "./preview.js";
import { Rows } from "./rows.js";
import { Saving } from "./saving.js";
import { Trial } from "./trial.js";
import { Voice } from "./voice.js";

const root = document.querySelector("[data-board]");
const form = root?.querySelector("form");

if (form) {
  const rows = new Rows(root.querySelector("[data-rows]"));
  const voice = new Voice(root);
  const preview = new Preview(root);
  const saving = new Saving(form, rows, voice, preview);
  const trial = new Trial(root, rows, saving, preview);

  /* One notice, to an end or beside a neighbour: shown at once, saved at once. */
  const move = (id, to, neighbour = "") => {
    const seen = rows.order;
    if (!seen.includes(id) || (neighbour && !seen.includes(neighbour))) return;
    const order = moved(seen, id, to, neighbour);
    if (isSame(order, seen)) {
      voice.say("there");
      return;
    }
    rows.put(order);
    if (trial.takes({ id, to, neighbour })) {
      voice.say("tried");
      return;
    }
    const address = rows.row(id).querySelector("[name=to]").formAction;
    const again = () => move(id, to, neighbour);
    saving.change(address, { to, neighbour, seen: seen.join() }, again, id);
  };

  listen(form, rows, voice, saving, move);
  enableDrag(rows, move);
}
