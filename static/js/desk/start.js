// A new page begins in its headline, as soon as its tab is shown.
window.addEventListener("load", () => {
  if (document.activeElement === document.body) {
    document.querySelector("#page-edit-form [autofocus]")?.focus();
  }
});

// Enter in a line of the page form would press its first button, which publishes: it does nothing.
document.addEventListener("keydown", (event) => {
  const isLine = event.target.matches("#page-edit-form input:not([type=checkbox], [type=radio])");
  if (event.key === "Enter" && isLine && !event.isComposing) event.preventDefault();
});
