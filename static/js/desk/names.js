// Every box of the text editor is named by the words that stand above it, for those who hear the form.
{
  const unnamed = "[role=textbox][contenteditable]:not([aria-labelledby])";
  let last = 0;

  const nameOf = (box) => {
    const section = box.closest("section[aria-labelledby]");
    const label = box.closest("[data-contentpath], .w-field__wrapper")?.querySelector(".w-field__label");
    if (!label || label.contains(section) || !section?.contains(label)) return section?.getAttribute("aria-labelledby");
    label.id ||= `desk-name-${(last += 1)}`;
    return label.id;
  };
  const name = () => {
    for (const box of document.querySelectorAll(unnamed)) {
      const id = nameOf(box);
      if (id) box.setAttribute("aria-labelledby", id);
    }
  };

  new MutationObserver(name).observe(document.body, { childList: true, subtree: true });
  name();
}
