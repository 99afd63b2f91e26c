/* Looks for the words that desk/checks.py warns of, in the page beside the form and on the site. */
const bar = window.wagtail.userbar;
const QUOTED = /“[^”]*”|«[^»]*»|"[^"]*"/g;

/* The words of a text itself: without the texts within it, and without what others said. */
function ownWords(text, options) {
  const copy = text.cloneNode(true);
  const within = [options.texts, options.links].filter(Boolean).join(",");
  if (within) copy.querySelectorAll(within).forEach((part) => part.replaceWith(" "));
  const words = copy.textContent.replace(/\s+/g, " ").trim();
  return options.texts ? words.replace(QUOTED, " ") : words;
}

function isClear(text, options) {
  if (options.except && text.closest(options.except)) return true;
  return !new RegExp(options.words, options.flags || "iu").test(ownWords(text, options));
}

const configuration = bar?.shadowRoot?.querySelector("#checker-axe-configuration");
const checks = configuration ? JSON.parse(configuration.textContent).spec.checks : [];
for (const check of checks) if (check.options?.words) bar.registerCheck(check.id, isClear);
