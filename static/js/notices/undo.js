/* Takes back the change that is the last one when its turn comes; tried again, that same one. */
export function undoing(form, saving) {
  const button = form.querySelector("[data-undo]");
  let isWaiting = false; // pressed twice, it would take back its own taking back

  return async function undo(asked) {
    if (isWaiting || button.hidden || button.disabled) return;
    isWaiting = true;
    let address = asked;
    await saving.change(() => (address ??= button.formAction), {}, () => undo(address));
    isWaiting = false;
  };
}
