// One button of the text editor marks the chosen words as being in another language.
if (window.DraftJS && window.draftail) {
  const words = JSON.parse(document.currentScript.dataset.words);
  const [names, styles] = [Object.fromEntries(words.languages), words.languages.map(([s]) => s)];
  const { Component, createElement: make } = window.React;
  const { EditorState, Modifier } = window.DraftJS;
  const markedWith = (found) => styles.find((style) => found.has(style));

  const mark = (state, chosen) => {
    const where = state.getSelection();
    const without = (content, style) => Modifier.removeInlineStyle(content, where, style);
    let content = styles.reduce(without, state.getCurrentContent());
    if (chosen) content = Modifier.applyInlineStyle(content, where, chosen);
    return EditorState.forceSelection(EditorState.push(state, content, "change-inline-style"), where);
  };

  // The mouse may not take the focus from the words that are chosen.
  const button = (key, text, onClick, more) => make("button", {
    key, type: "button", onClick, onMouseDown: (event) => event.preventDefault(),
    className: "Draftail-ToolbarButton desk-languages__button", ...more,
  }, text);

  class Languages extends Component {
    state = { isOpen: false };

    choice([style, name], now) {
      const choose = () => {
        this.setState({ isOpen: false });
        this.props.onChange(mark(this.props.getEditorState(), style));
      };
      return button(style || "none", name, choose, { "aria-pressed": (now || "") === style });
    }

    render() {
      const { isOpen } = this.state;
      const now = markedWith(this.props.getEditorState().getCurrentInlineStyle());
      const toggle = () => this.setState({ isOpen: !isOpen });
      const said = { "aria-expanded": isOpen, title: words.help };
      return make("div", { className: "desk-languages", role: "group", "aria-label": words.help },
        button("open", now ? names[now] : words.label, toggle, said),
        isOpen && make("div", { className: "desk-languages__list" },
          [...words.languages, ["", words.none]].map((each) => this.choice(each, now))));
    }
  }

  window.draftail.registerPlugin({ type: "language", inline: Languages }, "controls");
  window.deskLanguages = { words, names, styles, mark, markedWith }; // for languages-keys.js
}
