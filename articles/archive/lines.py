"""The lines of an old listing, how the page is set, and the entries its lines make up.

The text is read in steps: lines, then sections (a bullet and what stands under it), then entries
(a section whose own date is known). `parse.py` makes records of the entries.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from articles.archive.dates import PrintedDate, read_date
from articles.archive.records import NotAListing, fold

_BULLET = re.compile(r"\s*(?:([•●○◦▪■□‣∙·\x95\uf0b7])|([*o–—-])(?=\s|$))\s*(.*)", re.S)
_CERTAIN_BULLETS = frozenset("•●○◦▪■□‣∙·\x95\uf0b7")
NOTICES = re.compile(r"(?:[\w’']+ )?notices?\s*:?", re.I)
_STREAMS = re.compile(
    r"(?:(?:latest|recent|more) )?(?:news|updates|news updates|analysis|articles)\s*:?", re.I
)
JOIN = re.compile(r"why (?:join|become|support)\b|join (?:us|the|our)\b", re.I)
LONGEST_HEADLINE = 160
_LISTING = "bulleted headlines, each with a date such as “26 November 2014” on a line of its own"
_MARKUP = re.compile(r"<(?:!doctype|html|head|body|div|table|ul|li|p|br|span|script)\b", re.I)


@dataclass
class Line:
    """A line that is not blank, and the blank lines above it."""

    number: int
    raw: str
    bullet: str
    text: str
    gap: int

    def __post_init__(self) -> None:
        lead = self.raw[: len(self.raw) - len(self.raw.lstrip())]
        self.indent = len(lead.expandtabs(4))
        self.printed = fold(self.raw)
        self.when: PrintedDate | None = read_date(self.text)


@dataclass
class Section:
    """A bullet that opens something, with all that stands under it."""

    head: Line | None
    lines: list[Line] = field(default_factory=list)
    is_heading: bool = False


@dataclass
class Entry:
    """What becomes one record: its own date is known, its headline perhaps still in its text."""

    head: list[Line]
    paragraphs: list[list[Line]]
    when: PrintedDate | None = None
    headline: str = ""
    gap: int = 1
    marks: int = 0
    date_leads: bool = False
    is_preamble: bool = False
    is_heading: bool = False
    has_loose_end: bool = False
    flags: list[str] = field(default_factory=list)

    @property
    def lines(self) -> list[Line]:
        return self.head + [line for paragraph in self.paragraphs for line in paragraph]


def weigh(text: str) -> int:
    """Characters that are not white space: what must come out again."""
    return sum(map(len, text.split()))


def read_lines(text: str) -> list[Line]:
    lines: list[Line] = []
    gap = 0
    for raw in re.sub(r"\r+\n", "\n", text).splitlines():
        if not raw.strip():
            gap += 1
            continue
        found = _BULLET.fullmatch(raw)
        bullet, rest = ((found[1] or found[2]), found[3]) if found else ("", raw)
        line = Line(len(lines), raw, bullet, fold(rest), gap)
        if lines and not lines[-1].text and lines[-1].bullet in _CERTAIN_BULLETS | {"*"}:
            line = _with_bullet_above(line, lines)
        elif lines and _has_stray_dash(line, lines[-1]):
            line = Line(line.number, raw, "", fold(raw), gap)
        lines.append(line)
        gap = 0
    return lines


def _with_bullet_above(line: Line, lines: list[Line]) -> Line:
    """A bullet alone on its line belongs to the text that follows it."""
    if line.bullet:
        return line
    above = lines.pop()
    return Line(above.number, f"{above.raw}\n{line.raw}", above.bullet, line.text, above.gap)


def _has_stray_dash(line: Line, above: Line) -> bool:
    """ "- 23 July 2016" right under a headline is its date, not a bullet of its own."""
    is_under = bool(above.bullet) and above.when is None and line.indent > above.indent + 1
    return (
        bool(line.bullet) and line.bullet not in _CERTAIN_BULLETS and is_under and bool(line.when)
    )


def refuse_strangers(text: str, lines: list[Line], name: str) -> None:
    if not lines:
        raise NotAListing(complaint(name, "nothing: it is empty", lines))
    if text.lstrip().startswith("<") or len(_MARKUP.findall(text, 0, 20_000)) > 2:
        raise NotAListing(complaint(name, "a web page; please save it as plain text first", lines))


def complaint(name: str, found: str, lines: list[Line]) -> str:
    start = f" It begins “{lines[0].printed[:60]}”." if lines else ""
    file = f"“{name}”" if name else "This text"
    return f"{file} is not a listing of the old site. Expected {_LISTING}. Found {found}.{start}"


class Layout:
    """How this page is set: its bullets, its two depths, and whether the date comes first."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.dated = [i for i, line in enumerate(lines) if line.bullet and self.is_dated(i)]
        if not self.dated:
            return
        used = Counter(lines[i].bullet for i in self.dated)
        enough = max(used.values()) / 4
        self.bullets = _CERTAIN_BULLETS | {mark for mark, count in used.items() if count >= enough}
        self.dated = [i for i in self.dated if lines[i].bullet in self.bullets]
        # The first line of a file often lost its white space, so it says nothing about depth.
        self.top = self._usual(lines[i].indent for i in self.dated if i or len(self.dated) == 1)
        below = [lines[i + 1] for i in self.dated if i + 1 < len(lines)]
        self.body = self._usual(line.indent for line in below if not line.bullet)
        self.is_indented = self.body > self.top + 1
        self.is_spaced = self._usual(min(lines[i].gap, 1) for i in self.dated if i) > 0
        leading = sum(lines[i].when is not None for i in self.dated)
        self.dates_lead = leading * 2 > len(self.dated)
        self.is_mixed = leading > 1 and leading * 4 >= len(self.dated)
        self.opens = [self._opens(i) for i in range(len(lines))]

    @staticmethod
    def _usual(values: Iterable[int]) -> int:
        counts = Counter(values)
        return min(counts, key=lambda value: (-counts[value], value), default=0)

    def is_dated(self, i: int) -> bool:
        """A bullet with a date, or with a headline of at most three lines and a date under it."""
        if self.lines[i].when:
            return True
        for line in self.lines[i + 1 : i + 4]:
            if line.bullet or line.when or line.gap:
                return line.when is not None and not line.bullet
        return False

    def is_shallow(self, line: Line) -> bool:
        return line.indent <= self.top + 1

    def _opens(self, i: int) -> bool:
        line = self.lines[i]
        if not line.bullet:
            return self._has_lost_its_bullet(i)
        if line.bullet not in self.bullets:
            return False
        if self.is_dated(i) and (self.is_shallow(line) or self.dates_lead or not line.when):
            return True
        # Undated: a box at the outer depth, else a point within one.
        return self.is_shallow(line) and (self.is_indented or line.gap > 0 or not self.is_spaced)

    def _has_lost_its_bullet(self, i: int) -> bool:
        """A headline at the outer depth, with its date under it at the inner one."""
        line, below = self.lines[i], self.lines[i + 1 : i + 2]
        if not self.is_indented or self.dates_lead or not self.is_shallow(line) or line.when:
            return False
        dated = [date for date in below if date.when and not date.bullet and date.gap]
        return (line.gap > 0 or i == 0) and bool(dated) and not self.is_shallow(dated[0])

    def is_heading(self, i: int) -> bool:
        """ "Featured Notices" and its like: no bullet's text, and a bullet follows at once."""
        line = self.lines[i]
        if line.bullet and not self.opens[i]:
            return False
        words = NOTICES.fullmatch(line.text) or _STREAMS.fullmatch(line.text)
        return bool(words) and i + 1 < len(self.lines) and self.opens[i + 1]


def cut(layout: Layout) -> list[Section]:
    sections = [Section(None)]
    for i, line in enumerate(layout.lines):
        if layout.is_heading(i):
            sections.append(Section(line, is_heading=True))
        elif layout.opens[i]:
            before = sections[-1]
            if before.head and JOIN.match(before.head.text) and _is_point(before, line, layout, i):
                before.lines.append(line)
            else:
                sections.append(Section(line))
        else:
            sections[-1].lines.append(line)
    return sections


def _is_point(join: Section, line: Line, layout: Layout, i: int) -> bool:
    """On a page without any depth, a bullet after "Why join" is a point unless text follows it."""
    if layout.is_indented or layout.is_heading(i) or layout.is_dated(i):
        return False
    if join.lines and not join.lines[-1].bullet:
        return False
    below = layout.lines[i + 1 : i + 2]
    return not below or bool(below[0].bullet) or len(below[0].printed) <= 60


def _paragraphs(lines: list[Line]) -> list[list[Line]]:
    paragraphs: list[list[Line]] = []
    for line in lines:
        if line.gap or not paragraphs:
            paragraphs.append([])
        paragraphs[-1].append(line)
    return paragraphs


def text_of(lines: Iterable[Line]) -> str:
    return " ".join(line.printed for line in lines)


def entry_of(section: Section) -> Entry:
    """The section with its own date found: on the bullet, or right under the headline."""
    head, lines = section.head, section.lines
    if head is None:
        return Entry([], _paragraphs(lines), is_preamble=True)
    entry = Entry([head], [], gap=head.gap, marks=len(head.bullet), is_heading=section.is_heading)
    if head.when:
        return with_date(entry, head, lines)
    size = next((n for n, line in enumerate(lines) if line.gap or line.bullet or line.when), 4)
    if size > 3 or len(text_of(lines[:size])) > LONGEST_HEADLINE:
        # No blank line under the headline: it is one line, the rest is its text.
        size = 0
    entry.head += lines[:size]
    entry.headline = " ".join([head.text, *(line.printed for line in lines[:size])])
    rest = lines[size:]
    if rest and rest[0].when and not rest[0].bullet:
        return with_date(entry, rest[0], rest[1:], below_headline=True)
    entry.paragraphs = _paragraphs(rest)
    return entry


def with_date(entry: Entry, date: Line, rest: list[Line], below_headline: bool = False) -> Entry:
    entry.when = date.when
    entry.marks += weigh(date.printed if below_headline else date.text)
    entry.date_leads = not below_headline
    entry.paragraphs = _paragraphs(rest)
    entry.flags += [date.when.doubt] if date.when and date.when.doubt else []
    return entry
