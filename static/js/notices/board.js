/* The list of featured notices: this ties its parts together. Without it every button is a plain form. */
import { enableDrag } from "./drag.js";
import { listen } from "./intents.js";
import { moving } from "./moving.js";
import { onPress } from "./presses.js";
import { Preview } from "./preview.js";
import { Rows } from "./rows.js";
import { Saving } from "./saving.js";
import { Trial } from "./trial.js";
import { undoing } from "./undo.js";
import { Voice } from "./voice.js";

const root = document.querySelector("[data-board]");
const form = root?.querySelector("form");

if (form) {
  const rows = new Rows(root.querySelector("[data-rows]"));
  const voice = new Voice(root);
  const preview = new Preview(root);
  const saving = new Saving(form, rows, voice, preview);
  const trial = new Trial(root, rows, saving, voice, preview);
  const move = moving(rows, voice, saving, trial);
  const undo = undoing(form, saving);

  listen(form, rows, voice, move, undo);
  enableDrag(rows, move);
  onPress(root, {
    try: () => (trial.moves ? trial.leave() : trial.begin()),
    "trial-save": () => trial.save(),
    "trial-end": () => trial.leave(),
    "undo-last": () => undo(),
    close: () => {
      voice.hush();
      rows.focusOn(rows.marked);
    },
  });

  /* What is not saved yet would be lost, or nobody would hear that it was refused. */
  window.addEventListener("beforeunload", (event) => {
    if (saving.turns.waiting || trial.moves?.length) event.preventDefault();
  });
}
