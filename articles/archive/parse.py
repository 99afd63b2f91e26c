"""An old text listing becomes records: nothing is lost, nothing is invented.

`lines.py` reads the text into entries; here a stray date splits what belongs to two items, and
every entry becomes one of the records of `records.py`, or is handed out as left over.
"""

import datetime
import itertools
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from articles.archive.categories import lift_category
from articles.archive.dates import (
    PrintedDate,
    RunSign,
    StrayDate,
    in_words,
    month_stamp_flag,
    number_runs,
)
from articles.archive.events import EventDetails, announces, read_event
from articles.archive.lines import (
    JOIN,
    LONGEST_HEADLINE,
    NOTICES,
    Entry,
    Layout,
    Line,
    complaint,
    cut,
    entry_of,
    read_lines,
    refuse_strangers,
    text_of,
    weigh,
    with_date,
)
from articles.archive.records import (
    Box,
    Item,
    JoinBox,
    Listing,
    NotAListing,
    Notice,
    Teaser,
    decode,
    fold,
)

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


def parse_listing(text: str, name: str = "") -> Listing:
    """The records of one old page; NotAListing where the text is something else."""
    text = text.removeprefix("\ufeff")
    lines = read_lines(text)
    refuse_strangers(text, lines, name)
    layout = Layout(lines)
    if not layout.dated:
        raise NotAListing(complaint(name, "no bulleted headline with a date", lines))
    listing = _Builder(layout, Listing(name=name, characters_in=weigh(text))).build()
    if not listing.items and not listing.notices:
        raise NotAListing(complaint(name, "no item with a date and a text", lines))
    if listing.characters_placed * 2 < listing.characters_in:
        share = 100 - 100 * listing.characters_placed // listing.characters_in
        raise NotAListing(complaint(name, f"{share}% of the text outside of any item", lines))
    return listing


class _Builder:
    """Puts every line of a page into one of its records, or among the leftovers."""

    def __init__(self, layout: Layout, listing: Listing) -> None:
        self.layout = layout
        self.listing = listing
        self.left: list[Line] = []
        self.signs: list[RunSign] = []
        self.marks = 0
        self.styles: frozenset[str] = frozenset()
        self.in_notices = False
        self.after_heading = False
        self.after_loose_end = False

    def build(self) -> Listing:
        entries = list(self._split([entry_of(section) for section in cut(self.layout)]))
        for entry in entries:
            self._shed_loose_end(entry)
            self._find_headline(entry)
        for entry, is_box in zip(entries, _box_places(entries), strict=True):
            self._place(entry, is_box)
        self._number()
        self.left.sort(key=lambda line: line.number)
        self.listing.leftovers = [line.raw for line in self.left]
        self.listing.characters_placed = self.marks + sum(map(weigh, _texts(self.listing)))
        return self.listing

    def _split(self, entries: list[Entry]) -> Iterator[Entry]:
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
                    entry = with_date(Entry([], [], gap=paragraph[0].gap), paragraph[0], [])
                else:
                    entry.paragraphs.append(paragraph)
            own = entry.when.value if entry.when else own
            yield entry

    def _stray_date(
        self, entry: Entry, paragraph: list[Line], below: list[Line] | None
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
            text=" ".join(text_of(lines) for lines in entry.paragraphs[-2:]),
            usual_styles=self.styles,
        )

    def _shed_loose_end(self, entry: Entry) -> None:
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

    def _find_headline(self, entry: Entry) -> None:
        """Where the date comes first, the headline is still the first of the text."""
        if entry.when and entry.date_leads and entry.paragraphs:
            lines = self._headline_lines(entry.paragraphs)
            entry.headline = text_of(lines)
            entry.paragraphs[0] = entry.paragraphs[0][len(lines) :]
            entry.paragraphs = [paragraph for paragraph in entry.paragraphs if paragraph]

    def _headline_lines(self, paragraphs: list[list[Line]]) -> list[Line]:
        first = paragraphs[0]
        text = text_of(first)
        if first[0].bullet or not (self.layout.dates_lead or self.layout.is_mixed):
            return []
        if len(first) > 1 and not first[0].gap:
            # A page without blank lines under its dates: the headline is one line.
            return first[:1] if len(first[0].printed) <= LONGEST_HEADLINE else []
        if self.layout.dates_lead and len(paragraphs) > 1:
            is_prose = len(text) > 100 and text.endswith(".")
            return first if len(text) <= LONGEST_HEADLINE and not is_prose else []
        if len(paragraphs) > 1 or self.layout.dates_lead:
            return first if _reads_as_headline(text) else []
        return []

    def _place(self, entry: Entry, is_box: bool) -> None:
        if entry.is_heading:
            self.in_notices = bool(NOTICES.fullmatch(entry.headline))
            self.after_heading = True
            self.marks += entry.marks + weigh(entry.headline)
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

    def _place_item(self, entry: Entry, when: PrintedDate) -> None:
        teaser = _teaser(entry)
        category, headline, doubts = lift_category(entry.headline)
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

    def _place_notice(self, entry: Entry, when: PrintedDate) -> None:
        place = len(self.listing.notices)
        notice = Notice(
            place, when.value, when.precision, entry.headline, _teaser(entry), _flags(entry)
        )
        self.listing.notices.append(notice)

    def _place_join(self, entry: Entry) -> None:
        points, call, left = _join_parts(entry)
        texts = [" ".join([first.text, text_of(more)]).strip() for first, *more in points]
        self.listing.join = JoinBox(entry.headline, texts, text_of(call))
        self.marks += entry.marks + sum(len(point[0].bullet) for point in points)
        self.left += left

    def _leave(self, entry: Entry) -> None:
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


def _opens_item(entry: Entry, stray: StrayDate) -> bool:
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


def _is_join(entry: Entry) -> bool:
    if entry.when or not JOIN.match(entry.headline):
        return False
    return entry.headline.lower().startswith("why") or any(
        line.bullet for paragraph in entry.paragraphs for line in paragraph
    )


def _box_places(entries: list[Entry]) -> Iterator[bool]:
    """Undated boxes stand together or at the end; one among dated items has lost its date."""
    last = max((n for n, entry in enumerate(entries) if entry.when), default=-1)
    numbered = enumerate(entries)
    for _, group in itertools.groupby(numbered, lambda pair: _can_be_box(pair[1])):
        members = list(group)
        yield from (number > last or len(members) > 1 for number, _ in members)


def _can_be_box(entry: Entry) -> bool:
    return not (entry.when or entry.is_heading or entry.is_preamble)


def _reads_as_headline(text: str) -> bool:
    if announces([text], datetime.date.min):
        return False
    return len(text) <= 60 or (len(text) <= 120 and not text.endswith((".", "!")))


def _join_parts(entry: Entry) -> tuple[list[list[Line]], list[Line], list[Line]]:
    """The points (a wrapped one has several lines), the call under them, and other text."""
    points: list[list[Line]] = []
    call: list[Line] = []
    left: list[Line] = []
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


def _teaser(entry: Entry) -> Teaser:
    return [[line.printed for line in paragraph] for paragraph in entry.paragraphs]


def _flags(entry: Entry) -> list[str]:
    flags = list(entry.flags)
    if not entry.headline:
        flags.append("The headline is missing.")
    if not entry.paragraphs:
        flags.append("There is no text under the headline.")
    stories = [story for story in entry.headline.split(";") if story.strip()]
    if len(stories) > 1 and len(stories) == len(entry.paragraphs):
        flags.append(f"Combined headline: possibly a roundup of {len(stories)} stories.")
    return flags


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
