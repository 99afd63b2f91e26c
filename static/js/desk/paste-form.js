// Which words are bold, italic or raised, however the program that they come from writes it.
const RAISED = /^(Mso(Foot|End)noteReference|sd(foot|end)note(anc|sym)|Superscript)$/;
const KEEPS_SPACES = /^(pre|pre-wrap|pre-line|break-spaces)$/;

function weight(element) {
  const said = element.style.fontWeight;
  if (said) return said === "bold" || said === "bolder" || Number(said) >= 600;
  return /^(B|STRONG)$/.test(element.tagName) || null;
}

function slant(element) {
  const said = element.style.fontStyle;
  if (said) return said === "italic" || said.startsWith("oblique");
  return /^(I|EM|CITE)$/.test(element.tagName) || null;
}

function raised(element) {
  const said = element.style.verticalAlign;
  if (element.tagName === "SUP" || said === "super") return true;
  if ([...element.classList].some((name) => RAISED.test(name))) return true;
  return said === "baseline" || said === "sub" ? false : null;
}

function lines(element) {
  if (element.tagName === "PRE") return true;
  const said = element.style.whiteSpace;
  return said ? KEEPS_SPACES.test(said) : null;
}

export function formOf(element, how) {
  const heading = how.type.startsWith("header");
  return {
    bold: !heading && (weight(element) ?? how.bold ?? false),
    italic: slant(element) ?? how.italic ?? false,
    raised: raised(element) ?? how.raised ?? false,
    lines: lines(element) ?? how.lines ?? false,
  };
}
