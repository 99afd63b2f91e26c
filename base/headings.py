"""What can be read off a text: its headings, for the rail beside it, and its length."""

import re
from dataclasses import dataclass
from html import unescape

from django.utils.html import strip_tags
from django.utils.text import slugify

from base.prose import plain
from blocks.text import story_anchor

WORDS_A_MINUTE = 220
_HEADING = re.compile(r"<h2[^>]*>(.*?)</h2>", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True)
class Heading:
    """One entry of the contents rail."""

    anchor: str
    text: str


def headings(body) -> list[Heading]:
    """The second-level headings of paragraphs and roundup stories, in order, each with its anchor."""
    found = []
    for block in body:
        if block.block_type == "paragraph":
            texts = [text for text in map(_folded, _HEADING.findall(block.value.source)) if text]
            found += map(Heading, _anchors(texts, block.id), texts)
        elif block.block_type == "roundup_story" and block.id and block.value["headline"]:
            found.append(Heading(story_anchor(block.id), block.value["headline"]))
    return found


def with_anchors(html: str, block_id: str | None = None) -> str:
    """The same HTML, its second-level headings named so that the contents rail can point at them."""
    texts = [text for text in map(_folded, _HEADING.findall(html)) if text]
    anchors = iter(_anchors(texts, block_id))

    def named(match: re.Match[str]) -> str:
        return f'<h2 id="{next(anchors)}">{match[1]}</h2>' if _folded(match[1]) else match[0]

    return _HEADING.sub(named, html)


def _anchors(texts: list[str], block_id: str | None) -> list[str]:
    """One name each: a piece of the block's id tells equal headings of two blocks apart."""
    suffix = f"-{block_id[:4]}" if block_id else ""
    anchors: list[str] = []
    for text in texts:
        anchor = f"section-{slugify(text)[:60] or 'untitled'}{suffix}"
        again = sum(other == anchor or other.startswith(f"{anchor}--") for other in anchors)
        anchors.append(f"{anchor}--{again + 1}" if again else anchor)
    return anchors


def reading_minutes(body) -> int:
    """At an ordinary reader's pace, at least one."""
    words = sum(
        len(plain(str(block.value)).split())
        for block in body
        if block.block_type in {"paragraph", "fact_box", "roundup_story", "pull_quote", "timeline"}
    )
    return max(1, round(words / WORDS_A_MINUTE))


def _folded(html: str) -> str:
    return " ".join(unescape(strip_tags(html)).split())
