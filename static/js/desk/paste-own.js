// What the editor itself put on the clipboard. Any page can say that its text is such: of what says so
// only the blocks are taken, and no address that runs something.
const RUNS = /^[\s\0-\x1f]*(javascript|data|vbscript):/i;

export function own(html, attribute) {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  try {
    const said = JSON.parse(body.querySelector(`[${attribute}]`).getAttribute(attribute));
    for (const { data } of Object.values(said.entityMap)) if (RUNS.test(data.url)) data.url = "";
    const holder = document.createElement("div");
    holder.setAttribute(attribute, JSON.stringify(said));
    return holder.outerHTML;
  } catch {
    return ""; // it only says so
  }
}
