// Reads pasted HTML and takes out what is no part of the text: styles, hidden words, other people's
// remarks and what was deleted while changes were tracked. Scripts in it never run.
const NO_TEXT = "script, style, noscript, template, object, iframe, svg, canvas, video, audio, head";
const REMARKS = [
  ".msocomanchor", ".msocomtxt", "a[href*='#_msocom']", "[style*='mso-element:comment']",
  "[style*='mso-special-character:comment']",
].join(",");
const DELETED = "del[cite], del[datetime], .msoDel";
const HIDDEN = /display:\s*none|mso-hide:\s*all/i;

function takeOut(body, selector) {
  const found = [...body.querySelectorAll(selector)];
  const hadWords = found.filter((element) => element.textContent.trim()).length;
  found.forEach((element) => element.remove());
  return hadWords;
}

export function read(html) {
  const markup = /^\s*Version:/.test(html) ? html.slice(html.indexOf("<")) : html;
  const { body } = new DOMParser().parseFromString(markup, "text/html");
  const left = { pictures: body.querySelectorAll("iframe, video, object").length, tables: 0 };
  takeOut(body, NO_TEXT);
  left.remarks = takeOut(body, REMARKS) + takeOut(body, DELETED);
  const hidden = [...body.querySelectorAll("[style]")].filter((e) => HIDDEN.test(e.getAttribute("style")));
  hidden.forEach((element) => element.remove());
  return { body, left };
}
