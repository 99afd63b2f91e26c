// The marks of languages at the keyboard: Ctrl + Shift + L goes from one to the next, and typing leaves them.
if (window.deskLanguages) {
  const { words, names, styles, mark, markedWith } = window.deskLanguages;
  const { EditorState, Modifier } = window.DraftJS;

  const told = document.createElement("p");
  told.className = "w-sr-only";
  told.setAttribute("role", "status");
  document.body.append(told);

  const isOurs = (event) => (event.ctrlKey || event.metaKey) && event.shiftKey && event.key.toLowerCase() === "l";
  const keyBindingFn = (event) => (isOurs(event) ? "next-language" : undefined);

  // Of the first of the chosen words; after the last language comes that of the page.
  const handleKeyCommand = (command, state, ...more) => {
    const where = state.getSelection();
    if (command !== "next-language" || where.isCollapsed()) return "not-handled";
    const first = state.getCurrentContent().getBlockForKey(where.getStartKey());
    const now = markedWith(first.getInlineStyleAt(where.getStartOffset()));
    const next = styles[styles.indexOf(now) + 1];
    more.at(-1).setEditorState(mark(state, next));
    told.textContent = next ? names[next] : words.none;
    return "handled";
  };

  // Words typed right after a marked passage are in the language of the page again.
  const handleBeforeInput = (typed, state, ...more) => {
    const [where, content] = [state.getSelection(), state.getCurrentContent()];
    const [block, at] = [content.getBlockForKey(where.getStartKey()), where.getStartOffset()];
    const before = at > 0 && markedWith(block.getInlineStyleAt(at - 1));
    const goesOn = at < block.getLength() && block.getInlineStyleAt(at).has(before);
    if (!before || goesOn || !where.isCollapsed()) return "not-handled";
    const written = Modifier.insertText(content, where, typed, state.getCurrentInlineStyle().subtract(styles));
    more.at(-1).setEditorState(EditorState.push(state, written, "insert-characters"));
    return "handled";
  };

  const plugin = { type: "language", handleBeforeInput, keyBindingFn, handleKeyCommand };
  window.draftail.registerPlugin(plugin, "plugins");
}
