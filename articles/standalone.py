"""HTML that stands alone, as a feed carries it: no classes, no scripts, every address absolute."""

from html import escape
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

# What is kept, with what it may say of itself; anything may name its language, and a span is kept
# for that alone. Any other element gives way to its content.
KEPT: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("p", "div", "h2", "h3", "h4", "ul", "ol", "li", "dl", "dt", "dd"), ()),
    **dict.fromkeys(("blockquote", "figure", "figcaption", "details", "summary", "br", "hr"), ()),
    **dict.fromkeys(("b", "strong", "i", "em", "sup", "sub", "small", "cite", "code", "q"), ()),
    **dict.fromkeys(("table", "caption", "thead", "tbody", "tr"), ()),
    **dict.fromkeys(("th", "td"), ("scope", "colspan", "rowspan")),
    "a": ("href",),
    "img": ("src", "alt", "width", "height"),
    "time": ("datetime",),
    "span": (),
}
AS_DIV = ("section", "article", "aside", "header", "footer", "nav")
WITHOUT_CONTENT = ("script", "style", "svg", "form", "template", "noscript", "iframe", "object")
VOID = ("br", "hr", "img", "source", "input", "meta", "link", "wbr", "area", "base", "col", "embed")
SCHEMES = ("http", "https", "mailto", "tel")


def standalone(html: str, address: str) -> str:
    """That HTML of the page at `address`, fit to be read anywhere."""
    reader = _Reader(address)
    reader.feed(html)
    reader.close()
    return "".join(reader.out).strip()


class _Reader(HTMLParser):
    """Writes out what is kept; an element is remembered until it ends, with how it was written."""

    def __init__(self, address: str):
        super().__init__(convert_charrefs=True)
        self.address = address
        self.out: list[str] = []
        self.open: list[tuple[str, str, bool]] = []  # its name, what it became, whether it is mute

    @property
    def is_mute(self) -> bool:
        return bool(self.open) and self.open[-1][2]

    def handle_starttag(self, tag, attrs):
        said = {name: value or "" for name, value in attrs}
        is_mute = self.is_mute or tag in WITHOUT_CONTENT or said.get("aria-hidden") == "true"
        became = "" if is_mute else self._begun("div" if tag in AS_DIV else tag, said)
        if tag not in VOID:
            self.open.append((tag, became, is_mute))

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if tag not in [name for name, _became, _is_mute in self.open]:
            return
        name = ""
        while name != tag:
            name, became, _is_mute = self.open.pop()
            if became:
                self.out.append(f"</{became}>")

    def handle_data(self, data):
        if self.is_mute:
            return
        folded = " ".join(data.split())
        before, after = (" " if data[:1].isspace() else ""), (" " if data[-1:].isspace() else "")
        self.out.append(escape(f"{before}{folded}{after}" if folded else " ", quote=False))

    def _begun(self, tag: str, said: dict[str, str]) -> str:
        """Write the start of an element and say how it ends; nothing for one that gives way."""
        if tag not in KEPT or (tag == "a" and not self._leads_somewhere(said.get("href", ""))):
            return ""
        if tag == "span" and not said.get("lang"):
            return ""
        if tag == "img":
            said = _of_its_own_size(said)
        for name in ("href", "src"):
            if name in said:
                said[name] = self._absolute(said[name])
        words = "".join(
            f' {name}="{escape(said[name])}"'
            for name in (*KEPT[tag], "lang")
            if said.get(name) is not None
        )
        self.out.append(f"<{tag}{words}>")
        return "" if tag in VOID else tag

    def _leads_somewhere(self, href: str) -> bool:
        return bool(href) and urlsplit(self._absolute(href)).scheme in SCHEMES

    def _absolute(self, address: str) -> str:
        """Empty for what only looks like an address (“http://[…”): one typed wrong costs its link."""
        try:
            return urlsplit(urljoin(self.address, address)).geturl()
        except ValueError:
            return ""


def _of_its_own_size(said: dict[str, str]) -> dict[str, str]:
    """The page names the size of the largest picture it offers; alone, the one shown has its own."""
    widths = dict(
        candidate.rsplit(" ", 1) for candidate in said.get("srcset", "").split(", ") if candidate
    )
    wide = widths.get(said.get("src", ""), "").removesuffix("w")
    if not (wide.isdigit() and said.get("width", "").isdigit() and said["width"] != "0"):
        return said
    height = round(int(said.get("height") or 0) * int(wide) / int(said["width"]))
    return {**said, "width": wide, "height": str(height)}
