// Says beneath the editor, in words from the page, what could not be pasted. Screen readers hear it.
const KINDS = ["pictures", "tables", "remarks"];

export function tell(editor, left) {
  const words = document.querySelector("script[data-paste-pictures]").dataset;
  const said = KINDS.filter((kind) => left[kind]).map((kind) => words[`paste${kind[0].toUpperCase()}${kind.slice(1)}`]);
  const wrapper = editor.closest(".Draftail-Editor__wrapper") ?? editor;
  let notice = wrapper.parentElement.querySelector(":scope > .paste-notice");
  if (!notice && !said.length) return;
  if (!notice) {
    notice = document.createElement("p");
    notice.className = "paste-notice";
    notice.setAttribute("role", "status");
    wrapper.after(notice);
  }
  // A status is read out when it changes, not when it appears.
  setTimeout(() => Object.assign(notice, { textContent: said.join(" "), hidden: !said.length }), 50);
}
