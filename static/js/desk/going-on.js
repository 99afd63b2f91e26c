/* Work in several parts: send the next part off without waiting for a click. */
document.querySelector("form[data-goes-on]")?.requestSubmit();
