/* Buttons that come and go: what is pressed is known by its attribute, wherever it stands now. */
export function onPress(root, acts) {
  root.addEventListener("click", ({ target }) => {
    for (const [name, act] of Object.entries(acts)) if (target.closest(`[data-${name}]`)) act();
  });
}
