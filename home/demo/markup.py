"""The short form in which the texts of the demo are written; `body.py` makes blocks of it."""

import re

CREDIT = "Computed landscape, not a photograph"

ALT = {
    "altiplano": "A wide lake on a high plain under a clear sky, with dry hills on the far shore.",
    "cloudforest": "Forested ridges rising out of mist, one behind the other.",
    "cordillera": "A chain of steep mountains fading into haze.",
    "pit": "A terraced open-pit mine seen from above, with a blue-green pond at its floor.",
    "peaks": "Bare grey peaks rising out of haze, one above the other.",
    "river": "A brown river bending through dense forest under low cloud.",
}


def fold(text: str) -> str:
    """Put wrapped text on one line."""
    return " ".join(text.split())


def paragraphs(text: str) -> list[str]:
    """Split text at blank lines into folded paragraphs."""
    return [fold(part) for part in re.split(r"\n\s*\n", text.strip())]


def html(text: str) -> str:
    """Turn prose with ##, ###, >, - and 1. lines into HTML."""
    return "".join(_element(part.strip()) for part in re.split(r"\n\s*\n", text.strip()))


def _element(part: str) -> str:
    """Turn one blank-line-separated part into one element."""
    for mark, tag in (("### ", "h3"), ("## ", "h2"), ("> ", "blockquote")):
        if part.startswith(mark):
            return f"<{tag}>{fold(part[len(mark) :])}</{tag}>"
    for mark, tag in ((r"- ", "ul"), (r"\d+\. ", "ol")):
        if re.match(mark, part):
            items = re.split(rf"(?m)^\s*{mark}", part)[1:]
            return f"<{tag}>" + "".join(f"<li>{fold(item)}</li>" for item in items) + f"</{tag}>"
    return f"<p>{fold(part)}</p>"


def prose(text: str) -> tuple[str, str]:
    """A paragraph block."""
    return ("paragraph", html(text))


def image(picture: str, caption: str, alt: str = "", width: str = "column") -> tuple[str, dict]:
    """An image block with, unless told, the picture's usual description."""
    value = {"picture": picture, "caption": caption, "alt": alt or ALT[picture], "width": width}
    return ("image", value)


def quote(words: str, attribution: str) -> tuple[str, dict]:
    """A voice set large."""
    return ("pull_quote", {"quote": fold(words), "attribution": attribution})


def fact_box(heading: str, text: str) -> tuple[str, dict]:
    """A box beside the text."""
    return ("fact_box", {"heading": heading, "text_html": html(text)})


def table(caption: str, header: str, *rows: str) -> tuple[str, dict]:
    """A table; its cells are written with a bar between them."""
    cells = [[cell.strip() for cell in row.split("|")] for row in (header, *rows)]
    return ("table", {"caption": caption, "header": cells[0], "rows": cells[1:]})


def timeline(heading: str, *entries: tuple[str | int, str]) -> tuple[str, dict]:
    """What happened, from the earliest to the latest; a number is that many years ago."""
    written = [{"when": when, "text_html": html(text)} for when, text in entries]
    return ("timeline", {"heading": heading, "entries": written})


def statistics(
    heading: str, *figures: tuple[str, str], source: str, source_url: str = ""
) -> tuple[str, dict]:
    """One to three numbers, what each counts, and who counted."""
    written = [{"number": number, "label": label} for number, label in figures]
    value = {"heading": heading, "figures": written, "source": source, "source_url": source_url}
    return ("statistics", value)


def gallery(heading: str, *pictures: tuple[str, str]) -> tuple[str, dict]:
    """Pictures that belong together, each with its caption."""
    return ("gallery", {"heading": heading, "pictures": list(pictures)})


def call_to_action(heading: str, text: str, button: str, target: str) -> tuple[str, dict]:
    """What a reader can do now; the button leads to a page of the demo."""
    value = {"heading": heading, "text_html": html(text), "button": button, "target": target}
    return ("call_to_action", value)


def sources(*lines: str | tuple[str, str]) -> tuple[str, list[dict]]:
    """What the text rests on: plain lines, or lines with an address."""
    written = [(line, "") if isinstance(line, str) else line for line in lines]
    return ("sources", [{"text": fold(text), "url": url} for text, url in written])


def roundup(headline: str, teaser: str, topic: str = "") -> tuple[str, dict]:
    """One of several stories that share a page."""
    return ("roundup_story", {"headline": headline, "teaser_html": html(teaser), "topic": topic})
