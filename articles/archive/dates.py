"""What the printed dates of an old listing say, and what they leave open."""

import calendar
import datetime
import difflib
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

MONTHS = [name.lower() for name in calendar.month_name]
_MONTH_OF = {name: number for number, name in enumerate(MONTHS) if name}
_MONTH_OF |= {name[:3]: number for name, number in _MONTH_OF.items()} | {"sept": 9}

# A whole line that is a date is never longer; this keeps the patterns off the long lines.
_LONGEST_DATE_LINE = 60
# "5 November" in a text of October is this November; in one of December it is past.
_AHEAD = datetime.timedelta(days=200)
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))

_STRAY = re.compile(r"^[\s.,;:·•*|>\-–—]*")
_LEAD_IN = re.compile(
    r"^(?:(?:posted|published|date)(?:\s+on)?\s*:?\s+)?(?:on\s+)?"
    r"(?:(?:mon|tues?|wed(?:s|nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[\s.,]*)?(?:the\s+)?"
)
_DAY = r"(?P<day>\d{1,2})\s*(?P<ordinal>st|nd|rd|th)?"
_MONTH = r"(?P<month>[a-z]{3,10})\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FORMS = {
    "day month": re.compile(rf"{_DAY}(?:\s+of\s+|[\s.,-]*){_MONTH}[\s,.-]*{_YEAR}"),
    "month day": re.compile(rf"{_MONTH}\s*{_DAY}[\s,]+{_YEAR}"),
    "month": re.compile(rf"{_MONTH},?\s*{_YEAR}"),
    "iso": re.compile(rf"{_YEAR}-(?P<number>\d\d)-(?P<day>\d\d)"),
    "numbers": re.compile(rf"(?P<day>\d{{1,2}})([/.-])(?P<number>\d{{1,2}})\2{_YEAR}"),
}
_NAMES = "|".join(sorted((name for name in _MONTH_OF), key=len, reverse=True))
_IN_PROSE = [
    re.compile(
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_NAMES})\b\.?"
        r"(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?",
        re.I,
    ),
    re.compile(
        rf"\b(?P<month>{_NAMES})\b\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b"
        r"(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?",
        re.I,
    ),
]


@dataclass(frozen=True)
class PrintedDate:
    """A date as it stands on a line of its own."""

    value: datetime.date
    precision: str
    style: str
    stray: bool
    doubt: str


def read_date(text: str) -> PrintedDate | None:
    """The date a whole line consists of, or None where the line says anything else."""
    if len(text) > _LONGEST_DATE_LINE or not re.search(r"\d", text):
        return None
    visible = " ".join(text.translate(_INVISIBLE).lower().split())
    bare = _STRAY.sub("", visible)
    core = _LEAD_IN.sub("", bare).rstrip(" .,;:")
    for form, pattern in _FORMS.items():
        if found := pattern.fullmatch(core):
            return _reading(form, found, text, stray=bare != visible)
    return None


def _reading(form: str, found: re.Match[str], text: str, stray: bool) -> PrintedDate | None:
    parts = found.groupdict()
    doubts = []
    if parts.get("number"):
        month = int(parts["number"])
    else:
        month = _month(parts["month"], guess=form != "month")
        if month and parts["month"] not in _MONTH_OF:
            doubts.append(f"“{text}” was read as {calendar.month_name[month]}.")
    year, day = int(parts["year"]), int(parts.get("day") or 0)
    if form == "numbers":
        day, month, doubt = _day_before_month(day, month, text)
        doubts += [doubt] if doubt else []
    if not 1 <= month <= 12:
        return None
    precision, style = ("day" if day else "month"), form
    if day and day > calendar.monthrange(year, month)[1]:
        # "31 November" is a slip of the old site: the month is known, the day is not.
        doubts.append(f"“{text}” is no real day; only its month was kept.")
        precision, day = "month", 0
    if parts.get("ordinal"):
        style += " ordinal"
    value = datetime.date(year, month, day or 1)
    return PrintedDate(value, precision, style, stray, " ".join(doubts))


def _month(word: str, guess: bool) -> int:
    if word in _MONTH_OF:
        return _MONTH_OF[word]
    if not guess or len(word) < 5:
        return 0
    close = difflib.get_close_matches(word, MONTHS[1:], n=1, cutoff=0.8)
    return _MONTH_OF[close[0]] if close else 0


def _day_before_month(day: int, month: int, text: str) -> tuple[int, int, str]:
    """The old site is British: 05/11/2016 is 5 November, unless only the other order is a date."""
    if month > 12 >= day:
        return month, day, f"“{text}” was read with the month first."
    if day <= 12 and day != month:
        return day, month, f"“{text}” was read with the day first."
    return day, month, ""


def dates_in_prose(text: str, posted: datetime.date) -> Iterator[datetime.date]:
    """Dates named inside a text; one without a year is the next such day after the posting."""
    for day, month, printed_year in _days_named(text):
        for year in [printed_year] if printed_year else [posted.year, posted.year + 1]:
            if not 1 <= day <= calendar.monthrange(year, month)[1]:
                continue
            value = datetime.date(year, month, day)
            if printed_year or datetime.timedelta(0) <= value - posted <= _AHEAD:
                yield value
                break


def names_day(text: str, date: datetime.date) -> bool:
    """Does the text speak of this day, with its year or without one?"""
    return any(
        (day, month) == (date.day, date.month) and year in (0, date.year)
        for day, month, year in _days_named(text)
    )


def names_a_day(text: str) -> bool:
    """Does the text speak of any day at all?"""
    return bool(_days_named(text))


def _days_named(text: str) -> list[tuple[int, int, int]]:
    found = [hit for pattern in _IN_PROSE for hit in pattern.finditer(text)]
    return [
        (int(hit["day"]), _MONTH_OF[hit["month"].lower()], int(hit["year"] or 0))
        for hit in sorted(found, key=re.Match.start)
    ]


def in_words(date: datetime.date) -> str:
    """The one way a date is written in a flag."""
    return f"{date.day} {calendar.month_name[date.month]} {date.year}"


def month_stamp_flag(when: PrintedDate) -> list[str]:
    """The old letters were stamped with the last day of their month; only a person can tell."""
    last = calendar.monthrange(when.value.year, when.value.month)[1]
    if when.precision != "day" or when.value.day != last:
        return []
    return [f"Possible month stamp: {in_words(when.value)} is the last day of its month."]


@dataclass(frozen=True)
class StrayDate:
    """A date alone in a paragraph, deeper in an item that has its own date already."""

    when: PrintedDate
    wide_gap: bool
    at_outer_depth: bool
    text_before: bool
    text_after: bool
    headline: str
    text: str
    usual_styles: frozenset[str]
    own: datetime.date | None = None
    following: datetime.date | None = None

    def weight(self) -> int:
        """How much speaks for an item whose headline is lost (3 and more: it is one)."""
        weight = 2 * self.wide_gap + 3 * self.at_outer_depth + (1 if self.text_after else -3)
        weight += 1 if self.when.style in self.usual_styles else -3
        weight += 2 if self._fits_between() else -2
        if not self.text_before:
            # A date straight after the date is the day of what is announced.
            weight -= 3
        if names_day(self.headline, self.when.value):
            weight -= 3
        elif names_day(self.text, self.when.value):
            weight -= 1
        return weight

    def _fits_between(self) -> bool:
        """Listings run from the newest down, so a lost item lies between its neighbours."""
        value = self.when.value
        if self.own is None:
            return self.following is None or value >= self.following
        if self.following is None or self.following > self.own:
            return value <= self.own
        return self.following <= value <= self.own


@dataclass(frozen=True)
class RunSign:
    """What can show that an item opens a second run of items."""

    date: datetime.date
    gap: int
    stray: bool
    after_heading: bool


def number_runs(signs: Sequence[RunSign], is_home_page: bool) -> tuple[list[int], list[str]]:
    """The run of each item, and what is doubtful about it.

    A printed heading always opens a run. On a home page two of these do as well: dates that
    begin again higher, a wider gap, another way of printing the date.
    """
    runs, flags = [0] * len(signs), []
    recent = [sign.date for sign in signs[:1]]
    rises = sum(b.date > a.date for a, b in itertools.pairwise(signs))
    changes = sum(b.stray != a.stray for a, b in itertools.pairwise(signs))
    for i in range(1, len(signs)):
        before, sign = signs[i - 1], signs[i]
        rise = sign.date > before.date
        evidence = 2 * sign.after_heading
        if is_home_page:
            # Printed one way and then, for good, another: the two lists came from two templates.
            for_good = changes == 1 and 2 <= i <= len(signs) - 2
            evidence += (sign.gap > 1) + (1 + for_good) * (sign.stray != before.stray)
            # One rise back to the height of the first run is a new start, not a slip.
            evidence += rise * (1 + (rises == 1 and sign.date >= recent[len(recent) // 2]))
        opens = evidence > 1
        runs[i] = runs[i - 1] + opens
        recent = [sign.date] if opens else [*recent[-20:], sign.date]
        if is_home_page and rise and not opens:
            flags.append(f"The dates rise at {in_words(sign.date)} with no sign of a new run.")
    return runs, flags
