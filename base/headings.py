"""What can be read off a text: its headings, for the rail beside it, and its length."""

import re
from dataclasses import dataclass
from html import unescape

from django.utils.html import strip_tags
from django.utils.text import slugify

from base.prose import plain

WORDS_A_MINUTE = 220
_HEADING = re.compile(r"<h2[^>]*>(.*?)</h2>", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True)
class Heading:
    """One entry of the contents rail."""

    anchor: str
    text: str


def headings(body) -> list[Heading]:
    """The second-level headings of the paragraphs, in order, each with its anchor."""
    found = []
    for block in body:
        if block.block_type == "paragraph":
            found += [Heading(anchor(text), text) for text in _texts(block.value.source)]
    return found


def with_anchors(html: str) -> str:
    """The same HTML, its second-level headings named so that the contents rail can point at them."""

    def named(match: re.Match[str]) -> str:
        text = _folded(match[1])
        return f'<h2 id="{anchor(text)}">{match[1]}</h2>' if text else match[0]

    return _HEADING.sub(named, html)


def anchor(text: str) -> str:
    return f"section-{slugify(text)[:60] or 'untitled'}"


def reading_minutes(body) -> int:
    """At an ordinary reader's pace, at least one."""
    words = sum(
        len(plain(str(block.value)).split())
        for block in body
        if block.block_type in {"paragraph", "fact_box", "roundup_story", "pull_quote"}
    )
    return max(1, round(words / WORDS_A_MINUTE))


def _texts(html: str) -> list[str]:
    return [text for text in map(_folded, _HEADING.findall(html)) if text]


def _folded(html: str) -> str:
    return " ".join(unescape(strip_tags(html)).split())
