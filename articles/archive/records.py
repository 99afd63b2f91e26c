"""What an old listing gives: items, notices, boxes, the join box, and what found no place."""

import datetime
import re
from dataclasses import dataclass, field

from articles.archive.events import EventDetails

Teaser = list[list[str]]

_MISREAD_UTF8 = re.compile("â€|Ã[\u0080-\u00bf]|Â[\u00a0-\u00bf]")


class NotAListing(ValueError):
    """The file is something else; the message tells the user what was expected and found."""


@dataclass
class Item:
    """A dated piece of news, or the announcement of an event, as printed."""

    kind: str
    run: int
    position: int
    date: datetime.date
    precision: str
    printed_headline: str
    category: str
    headline: str
    teaser: Teaser
    event: EventDetails | None = None
    flags: list[str] = field(default_factory=list)


@dataclass
class Notice:
    """One of the featured notices, in its hand-chosen place."""

    position: int
    date: datetime.date
    precision: str
    headline: str
    teaser: Teaser
    flags: list[str] = field(default_factory=list)


@dataclass
class Box:
    """An undated box about a topic."""

    headline: str
    teaser: Teaser


@dataclass
class JoinBox:
    """The box that asks readers to become members."""

    headline: str
    points: list[str]
    call_to_action: str


@dataclass
class Listing:
    """Everything found on one old page, and what found no place."""

    name: str
    items: list[Item] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    join: JoinBox | None = None
    leftovers: list[str] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    characters_in: int = 0
    characters_placed: int = 0


def fold(text: str) -> str:
    """White space of every kind, no-break spaces included, becomes one plain space."""
    return " ".join(text.split())


def decode(data: bytes) -> str:
    """The text of a file saved by an old or a new editor."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "cp1252" and _MISREAD_UTF8.search(text):
            # Broken UTF-8 would come through as "â€¢": better to refuse than to spoil it.
            raise NotAListing("Expected UTF-8 text. Found UTF-8 with damaged characters in it.")
        if any(ord(character) < 32 and not character.isspace() for character in set(text)):
            break
        return text
    raise NotAListing("Expected a text file. Found binary data (a picture or a document, perhaps).")
