"""An old text listing becomes records: nothing is lost, nothing is invented.

The text is read in four steps: lines, then sections (a bullet and what stands under it), then
entries (a section, or what a stray date splits off from it), then the records handed out.
"""

import datetime
import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from articles.archive.dates import (
    PrintedDate,
    RunSign,
    StrayDate,
    in_words,
    month_stamp_flag,
    number_runs,
    read_date,
)
from articles.archive.events import EventDetails, announces, read_event

__all__ = [
    "Box",
    "EventDetails",
    "Item",
    "JoinBox",
    "Listing",
    "NotAListing",
    "Notice",
    "Teaser",
    "decode",
    "fold",
    "parse_listing",
]

Teaser = list[list[str]]

_BULLET = re.compile(r"\s*(?:([•●○◦▪■□‣∙·\x95\uf0b7])|([*o–—-])(?=\s|$))\s*(.*)", re.S)
_CERTAIN_BULLETS = frozenset("•●○◦▪■□‣∙·\x95\uf0b7")
_NOTICES = re.compile(r"(?:[\w’']+ )?notices?\s*:?", re.I)
_STREAMS = re.compile(
    r"(?:(?:latest|recent|more) )?(?:news|updates|news updates|analysis|articles)\s*:?", re.I
)
_JOIN = re.compile(r"why (?:join|become|support)\b|join (?:us|the|our)\b", re.I)
_LONGEST_HEADLINE = 160
_LISTING = "bulleted headlines, each with a date such as “26 November 2014” on a line of its own"
_MARKUP = re.compile(r"<(?:!doctype|html|head|body|div|table|ul|li|p|br|span|script)\b", re.I)
_MISREAD_UTF8 = re.compile("â€|Ã[\u0080-\u00bf]|Â[\u00a0-\u00bf]")

# Short words that stand in capitals before a colon and are subjects, not acronyms.
_SHORT_SUBJECT = re.compile(
    r"AID|AND|ARTS?|COCA|DEBT|FILM|FISH|FOOD|FOR|FROM|GAS|GOLD|IN|JOBS|LAND|LAWS?|NEWS|OF|OIL|ON"
    r"|PERU|POOR|TAX|THE|TO|VOTE|WAR|WORK"
)
# Long words in capitals that are names or notes to the reader, not subjects.
_NO_SUBJECT = re.compile(
    r"AIDESEP|BREAKING|CAFOD|CANCELLED|CEDAW|CONACAMI|CORRECTION|FREDEMO|INDECOPI|OXFAM|POSTPONED"
    r"|REMINDER|SENACE|SERNANP|SUNAT|UNASUR|UNESCO|UNICEF|UPDATED?|URGENT"
)


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


@dataclass
class _Line:
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
class _Section:
    """A bullet that opens something, with all that stands under it."""

    head: _Line | None
    lines: list[_Line] = field(default_factory=list)
    is_heading: bool = False


@dataclass
class _Entry:
    """What becomes one record: its own date is known, its headline perhaps still in its text."""

    head: list[_Line]
    paragraphs: list[list[_Line]]
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
    def lines(self) -> list[_Line]:
        return self.head + [line for paragraph in self.paragraphs for line in paragraph]


def parse_listing(text: str, name: str = "") -> Listing:
    """The records of one old page; NotAListing where the text is something else."""
    text = text.removeprefix("\ufeff")
    lines = _read_lines(text)
    _refuse_strangers(text, lines, name)
    layout = _Layout(lines)
    if not layout.dated:
        raise NotAListing(_complaint(name, "no bulleted headline with a date", lines))
    listing = _Builder(layout, Listing(name=name, characters_in=_weigh(text))).build()
    if not listing.items and not listing.notices:
        raise NotAListing(_complaint(name, "no item with a date and a text", lines))
    if listing.characters_placed * 2 < listing.characters_in:
        share = 100 - 100 * listing.characters_placed // listing.characters_in
        raise NotAListing(_complaint(name, f"{share}% of the text outside of any item", lines))
    return listing


def _weigh(text: str) -> int:
    """Characters that are not white space: what must come out again."""
    return sum(map(len, text.split()))


def _read_lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    gap = 0
    for raw in re.sub(r"\r+\n", "\n", text).splitlines():
        if not raw.strip():
            gap += 1
            continue
        found = _BULLET.fullmatch(raw)
        bullet, rest = ((found[1] or found[2]), found[3]) if found else ("", raw)
        line = _Line(len(lines), raw, bullet, fold(rest), gap)
        if lines and not lines[-1].text and lines[-1].bullet in _CERTAIN_BULLETS | {"*"}:
            line = _with_bullet_above(line, lines)
        elif lines and _has_stray_dash(line, lines[-1]):
            line = _Line(line.number, raw, "", fold(raw), gap)
        lines.append(line)
        gap = 0
    return lines


def _with_bullet_above(line: _Line, lines: list[_Line]) -> _Line:
    """A bullet alone on its line belongs to the text that follows it."""
    if line.bullet:
        return line
    above = lines.pop()
    return _Line(above.number, f"{above.raw}\n{line.raw}", above.bullet, line.text, above.gap)


def _has_stray_dash(line: _Line, above: _Line) -> bool:
    """ "- 23 July 2016" right under a headline is its date, not a bullet of its own."""
    is_under = bool(above.bullet) and above.when is None and line.indent > above.indent + 1
    return (
        bool(line.bullet) and line.bullet not in _CERTAIN_BULLETS and is_under and bool(line.when)
    )


def _refuse_strangers(text: str, lines: list[_Line], name: str) -> None:
    if not lines:
        raise NotAListing(_complaint(name, "nothing: it is empty", lines))
    if text.lstrip().startswith("<") or len(_MARKUP.findall(text, 0, 20_000)) > 2:
        raise NotAListing(_complaint(name, "a web page; please save it as plain text first", lines))


def _complaint(name: str, found: str, lines: list[_Line]) -> str:
    start = f" It begins “{lines[0].printed[:60]}”." if lines else ""
    file = f"“{name}”" if name else "This text"
    return f"{file} is not a listing of the old site. Expected {_LISTING}. Found {found}.{start}"


class _Layout:
    """How this page is set: its bullets, its two depths, and whether the date comes first."""

    def __init__(self, lines: list[_Line]) -> None:
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

    def is_shallow(self, line: _Line) -> bool:
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
        words = _NOTICES.fullmatch(line.text) or _STREAMS.fullmatch(line.text)
        return bool(words) and i + 1 < len(self.lines) and self.opens[i + 1]


def _cut(layout: _Layout) -> list[_Section]:
    sections = [_Section(None)]
    for i, line in enumerate(layout.lines):
        if layout.is_heading(i):
            sections.append(_Section(line, is_heading=True))
        elif layout.opens[i]:
            before = sections[-1]
            if before.head and _JOIN.match(before.head.text) and _is_point(before, line, layout, i):
                before.lines.append(line)
            else:
                sections.append(_Section(line))
        else:
            sections[-1].lines.append(line)
    return sections


def _is_point(join: _Section, line: _Line, layout: _Layout, i: int) -> bool:
    """On a page without any depth, a bullet after "Why join" is a point unless text follows it."""
    if layout.is_indented or layout.is_heading(i) or layout.is_dated(i):
        return False
    if join.lines and not join.lines[-1].bullet:
        return False
    below = layout.lines[i + 1 : i + 2]
    return not below or bool(below[0].bullet) or len(below[0].printed) <= 60


def _paragraphs(lines: list[_Line]) -> list[list[_Line]]:
    paragraphs: list[list[_Line]] = []
    for line in lines:
        if line.gap or not paragraphs:
            paragraphs.append([])
        paragraphs[-1].append(line)
    return paragraphs


def _text(lines: Iterable[_Line]) -> str:
    return " ".join(line.printed for line in lines)


def _entry(section: _Section) -> _Entry:
    """The section with its own date found: on the bullet, or right under the headline."""
    head, lines = section.head, section.lines
    if head is None:
        return _Entry([], _paragraphs(lines), is_preamble=True)
    entry = _Entry([head], [], gap=head.gap, marks=len(head.bullet), is_heading=section.is_heading)
    if head.when:
        return _dated(entry, head, lines)
    size = next((n for n, line in enumerate(lines) if line.gap or line.bullet or line.when), 4)
    if size > 3 or len(_text(lines[:size])) > _LONGEST_HEADLINE:
        # No blank line under the headline: it is one line, the rest is its text.
        size = 0
    entry.head += lines[:size]
    entry.headline = " ".join([head.text, *(line.printed for line in lines[:size])])
    rest = lines[size:]
    if rest and rest[0].when and not rest[0].bullet:
        return _dated(entry, rest[0], rest[1:], below_headline=True)
    entry.paragraphs = _paragraphs(rest)
    return entry


def _dated(entry: _Entry, date: _Line, rest: list[_Line], below_headline: bool = False) -> _Entry:
    entry.when = date.when
    entry.marks += _weigh(date.printed if below_headline else date.text)
    entry.date_leads = not below_headline
    entry.paragraphs = _paragraphs(rest)
    entry.flags += [date.when.doubt] if date.when and date.when.doubt else []
    return entry


class _Builder:
    """Puts every line of a page into one of its records, or among the leftovers."""

    def __init__(self, layout: _Layout, listing: Listing) -> None:
        self.layout = layout
        self.listing = listing
        self.left: list[_Line] = []
        self.signs: list[RunSign] = []
        self.marks = 0
        self.styles: frozenset[str] = frozenset()
        self.in_notices = False
        self.after_heading = False
        self.after_loose_end = False

    def build(self) -> Listing:
        entries = list(self._split([_entry(section) for section in _cut(self.layout)]))
        for entry in entries:
            self._shed_loose_end(entry)
            self._find_headline(entry)
        for entry, is_box in zip(entries, _box_places(entries), strict=True):
            self._place(entry, is_box)
        self._number()
        self.left.sort(key=lambda line: line.number)
        self.listing.leftovers = [line.raw for line in self.left]
        self.listing.characters_placed = self.marks + sum(map(_weigh, _texts(self.listing)))
        return self.listing

    def _split(self, entries: list[_Entry]) -> Iterator[_Entry]:
        """Each entry, and after it what a date alone in its text opens: its headline is lost."""
        self.styles = frozenset(entry.when.style for entry in entries if entry.when)
        following: list[datetime.date | None] = [None]
        for entry in reversed(entries[1:]):
            following.append(entry.when.value if entry.when else following[-1])
        own: datetime.date | None = None
        for entry in entries:
            after = following.pop()
            paragraphs, entry.paragraphs = entry.paragraphs, []
            for paragraph, below in itertools.zip_longest(paragraphs, paragraphs[1:]):
                own = entry.when.value if entry.when else own
                stray = self._stray_date(entry, paragraph, below)
                if stray and _opens_item(entry, replace(stray, own=own, following=after)):
                    yield entry
                    entry = _dated(_Entry([], [], gap=paragraph[0].gap), paragraph[0], [])
                else:
                    entry.paragraphs.append(paragraph)
            own = entry.when.value if entry.when else own
            yield entry

    def _stray_date(
        self, entry: _Entry, paragraph: list[_Line], below: list[_Line] | None
    ) -> StrayDate | None:
        line = paragraph[0]
        if len(paragraph) > 1 or line.when is None or line.bullet:
            return None
        return StrayDate(
            when=line.when,
            wide_gap=line.gap > 1,
            at_outer_depth=self.layout.is_indented
            and self.layout.is_shallow(line)
            and line.number > 0,
            text_before=bool(entry.paragraphs) or entry.when is None,
            text_after=below is not None and below[0].when is None,
            headline=entry.headline,
            text=" ".join(_text(lines) for lines in entry.paragraphs[-2:]),
            usual_styles=self.styles,
        )

    def _shed_loose_end(self, entry: _Entry) -> None:
        """Text at the page's edge after an item is no part of it, unless it is all there is."""
        needed = 2 if entry.date_leads and self.layout.dates_lead else 1
        if not self.layout.is_indented or entry.is_preamble or _is_join(entry):
            return
        while len(entry.paragraphs) > needed:
            first = entry.paragraphs[-1][0]
            if not self.layout.is_shallow(first) or first.bullet:
                return
            self.left += entry.paragraphs.pop()
            entry.has_loose_end = True

    def _find_headline(self, entry: _Entry) -> None:
        """Where the date comes first, the headline is still the first of the text."""
        if entry.when and entry.date_leads and entry.paragraphs:
            lines = self._headline_lines(entry.paragraphs)
            entry.headline = _text(lines)
            entry.paragraphs[0] = entry.paragraphs[0][len(lines) :]
            entry.paragraphs = [paragraph for paragraph in entry.paragraphs if paragraph]

    def _headline_lines(self, paragraphs: list[list[_Line]]) -> list[_Line]:
        first = paragraphs[0]
        text = _text(first)
        if first[0].bullet or not (self.layout.dates_lead or self.layout.is_mixed):
            return []
        if len(first) > 1 and not first[0].gap:
            # A page without blank lines under its dates: the headline is one line.
            return first[:1] if len(first[0].printed) <= _LONGEST_HEADLINE else []
        if self.layout.dates_lead and len(paragraphs) > 1:
            is_prose = len(text) > 100 and text.endswith(".")
            return first if len(text) <= _LONGEST_HEADLINE and not is_prose else []
        if len(paragraphs) > 1 or self.layout.dates_lead:
            return first if _reads_as_headline(text) else []
        return []

    def _place(self, entry: _Entry, is_box: bool) -> None:
        if entry.is_heading:
            self.in_notices = bool(_NOTICES.fullmatch(entry.headline))
            self.after_heading = True
            self.marks += entry.marks + _weigh(entry.headline)
        elif entry.when:
            self.marks += entry.marks
            (self._place_notice if self.in_notices else self._place_item)(entry, entry.when)
        elif _is_join(entry) and self.listing.join is None:
            self._place_join(entry)
        elif is_box and entry.headline and entry.paragraphs and not _is_join(entry):
            self.marks += entry.marks
            self.listing.boxes.append(Box(entry.headline, _teaser(entry)))
            self.listing.flags += [f"{entry.headline}: {flag}" for flag in entry.flags]
        elif entry.headline or entry.paragraphs:
            self._leave(entry)
        else:
            # An empty bullet.
            self.marks += entry.marks

    def _place_item(self, entry: _Entry, when: PrintedDate) -> None:
        teaser = _teaser(entry)
        category, headline, doubts = _lift_category(entry.headline)
        event, event_flags = read_event(entry.headline, teaser, when.value)
        item = Item(
            kind="event" if event else "article",
            run=0,
            position=0,
            date=when.value,
            precision=when.precision,
            printed_headline=entry.headline,
            category=category,
            headline=headline,
            teaser=teaser,
            event=event,
            flags=[*_flags(entry), *doubts, *month_stamp_flag(when), *event_flags],
        )
        self.listing.items.append(item)
        gap = max(entry.gap, 2 * self.after_loose_end)
        self.signs.append(RunSign(when.value, gap, when.stray, self.after_heading))
        self.after_heading, self.after_loose_end = False, entry.has_loose_end

    def _place_notice(self, entry: _Entry, when: PrintedDate) -> None:
        place = len(self.listing.notices)
        notice = Notice(
            place, when.value, when.precision, entry.headline, _teaser(entry), _flags(entry)
        )
        self.listing.notices.append(notice)

    def _place_join(self, entry: _Entry) -> None:
        points, call, left = _join_parts(entry)
        texts = [" ".join([first.text, _text(more)]).strip() for first, *more in points]
        self.listing.join = JoinBox(entry.headline, texts, _text(call))
        self.marks += entry.marks + sum(len(point[0].bullet) for point in points)
        self.left += left

    def _leave(self, entry: _Entry) -> None:
        self.left += entry.lines
        if entry.is_preamble:
            return
        reason = "a second join box" if _is_join(entry) else "it has no date or no text"
        self.listing.flags.append(f"No place was found for “{entry.headline}”: {reason}.")

    def _number(self) -> None:
        """Runs, and the places within a day of each run."""
        runs, flags = number_runs(self.signs, is_home_page=self.layout.dates_lead)
        self.listing.flags += flags
        places: Counter[tuple[int, datetime.date]] = Counter()
        for item, run in zip(self.listing.items, runs, strict=True):
            item.run, item.position = run, places[run, item.date]
            places[run, item.date] += 1


def _opens_item(entry: _Entry, stray: StrayDate) -> bool:
    """Whether a date in the text opens an item that lost its headline; doubt is flagged."""
    weight = stray.weight()
    is_in_tail_box = entry.when is None and not entry.is_preamble and stray.following is None
    if weight > 2 and not is_in_tail_box:
        return True
    if weight > -1:
        entry.flags.append(
            f"A date alone in the text was left there: {in_words(stray.when.value)}."
        )
    return False


def _is_join(entry: _Entry) -> bool:
    if entry.when or not _JOIN.match(entry.headline):
        return False
    return entry.headline.lower().startswith("why") or any(
        line.bullet for paragraph in entry.paragraphs for line in paragraph
    )


def _box_places(entries: list[_Entry]) -> Iterator[bool]:
    """Undated boxes stand together or at the end; one among dated items has lost its date."""
    last = max((n for n, entry in enumerate(entries) if entry.when), default=-1)
    numbered = enumerate(entries)
    for _, group in itertools.groupby(numbered, lambda pair: _can_be_box(pair[1])):
        members = list(group)
        yield from (number > last or len(members) > 1 for number, _ in members)


def _can_be_box(entry: _Entry) -> bool:
    return not (entry.when or entry.is_heading or entry.is_preamble)


def _reads_as_headline(text: str) -> bool:
    if announces([text], datetime.date.min):
        return False
    return len(text) <= 60 or (len(text) <= 120 and not text.endswith((".", "!")))


def _join_parts(entry: _Entry) -> tuple[list[list[_Line]], list[_Line], list[_Line]]:
    """The points (a wrapped one has several lines), the call under them, and other text."""
    points: list[list[_Line]] = []
    call: list[_Line] = []
    left: list[_Line] = []
    for line in itertools.chain.from_iterable(entry.paragraphs):
        if line.bullet and not call:
            points.append([line])
        elif points and not call and not line.gap and line.indent > points[-1][0].indent:
            points[-1].append(line)
        elif points and (not call or not line.gap) and not left:
            call.append(line)
        else:
            left.append(line)
    if not points:
        # The bullets are lost: the last line calls, those above it are the points.
        points, call, left = [[line] for line in left[:-1]], left[-1:], []
    return points, call, left


def _teaser(entry: _Entry) -> Teaser:
    return [[line.printed for line in paragraph] for paragraph in entry.paragraphs]


def _flags(entry: _Entry) -> list[str]:
    flags = list(entry.flags)
    if not entry.headline:
        flags.append("The headline is missing.")
    if not entry.paragraphs:
        flags.append("There is no text under the headline.")
    stories = [story for story in entry.headline.split(";") if story.strip()]
    if len(stories) > 1 and len(stories) == len(entry.paragraphs):
        flags.append(f"Combined headline: possibly a roundup of {len(stories)} stories.")
    return flags


def _lift_category(headline: str) -> tuple[str, str, list[str]]:
    """ "HUMAN RIGHTS: New plan" gives its category; "WOLA: no revision" keeps its acronym.

    Lifted are capitals before the first colon whose every word is long or a known short subject.
    Other capitals stay in the headline and are flagged, for an acronym is not a topic.
    """
    before, colon, after = headline.partition(":")
    prefix, rest = before.strip(), after.strip()
    words = re.findall(r"[^\W\d_]+", prefix)
    if not colon or not rest or not words or prefix != prefix.upper() or len(prefix) > 60:
        return "", headline, []
    if len("".join(words)) < 3:
        return "", headline, []
    plain = re.fullmatch(r"[^\W\d_]+(?:(?: & |[ ’'-])[^\W\d_]+)*", prefix)
    subjects = all(len(word) > 4 or _SHORT_SUBJECT.fullmatch(word) for word in words)
    shouted = len(rest) > 8 and rest == rest.upper()
    if plain and subjects and not shouted and not any(map(_NO_SUBJECT.fullmatch, words)):
        return prefix, rest, []
    return "", headline, [f"“{prefix}:” may be a category; it was left in the headline."]


def _texts(listing: Listing) -> Iterator[str]:
    """Every text that ended in a record."""
    records = [(item.printed_headline, item.teaser) for item in listing.items]
    records += [(record.headline, record.teaser) for record in listing.notices]
    records += [(record.headline, record.teaser) for record in listing.boxes]
    for headline, teaser in records:
        yield headline
        yield from itertools.chain.from_iterable(teaser)
    if listing.join:
        yield from (listing.join.headline, *listing.join.points, listing.join.call_to_action)
