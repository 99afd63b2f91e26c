"""Which item announces a meeting, and what its text says about when, where and how much."""

import datetime
import re
from dataclasses import dataclass, field
from decimal import Decimal

from articles.archive.dates import dates_in_prose, in_words, names_a_day, read_date

Teaser = list[list[str]]

# Longer lines are prose; news prose names times, streets and sums without inviting anybody.
_SHORT = 120

_CLOCK = re.compile(
    r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?\s*(?P<half>[ap])\.?m\b\.?"
    r"|\b(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)\b"
    r"|\b(?P<noon>noon|midday)\b",
    re.I,
)
_SPAN = re.compile(
    r"\b(?P<from_hour>\d{1,2})(?:[:.](?P<from_minute>[0-5]\d))?\s*(?P<from_half>[ap]\.?m\b\.?)?"
    r"\s*(?:-|–|—|to|until|till)\s*(?P<to>\d{1,2}(?:[:.][0-5]\d)?\s*[ap]\.?m\b\.?"
    r"|(?:[01]?\d|2[0-3]):[0-5]\d\b|noon\b|midday\b)",
    re.I,
)
_POSTCODE = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})\b")
_STREET = re.compile(
    r"\b\d+[a-zA-Z]?(?:\s*[-–]\s*\d+)?\s+(?:[A-Z][\w’'-]*\s+){1,4}"
    r"(?:Street|St|Square|Road|Rd|Avenue|Ave|Lane|Place|Gardens|Row|Terrace|Way|Gate|Court"
    r"|Crescent|Walk|Mews|Hill|Embankment)\b"
)
_PLACE_LABEL = re.compile(r"^(?:venue|where|location|address)\s*:\s*", re.I)
_TIME_LABEL = re.compile(r"^(?:time|when|date|doors(?: open)?|starts?|begins?)\s*:?\s+", re.I)
_STARTS = re.compile(r"\b(?:(?:start|begin|commence|open)(?:s|ing)?|registration|arrival)\b", re.I)
_BOOKING = re.compile(
    r"\b(?:please (?:register|book|reply|rsvp)|register (?:your|here|at|by|via|online|in advance)"
    r"|registration (?:and (?:coffee|tea|refreshments)|required|essential|opens at)"
    r"|r\.?s\.?v\.?p|to (?:book|reserve) (?:a|your)"
    r"|book (?:a|your) (?:place|ticket|seat)|tickets? (?:are|cost|from|available|on the door)"
    r"|all (?:are )?welcome|(?:admission|entry|entrance) (?:is )?free|free (?:admission|entry))\b"
    r"|^e-?mail\s*:?\s+to register|^tickets?\s*:",
    re.I,
)
_PAYERS = re.compile(
    r"\b(?:members?|concessions?|concs?|unwaged|waged|students?|admission|entry|entrance|tickets?"
    r"|on the door|free|suggested donation|fee)\b",
    re.I,
)
_AMOUNT = re.compile(
    r"(?P<currency>£|€|US\$|\$|S/\.?)\s?(?P<amount>\d+(?:\.\d\d?)?)\b(?!\s*(?:m|k|bn|million|billion)\b)"
)
_CURRENCIES = {"£": "GBP", "€": "EUR", "US$": "USD", "$": "USD", "S/": "PEN", "S/.": "PEN"}
_INVITES = re.compile(
    r"\b(?:will|join us|please|invite[sd]?|all welcome|is holding|takes place|to be held"
    r"|speakers?)\b",
    re.I,
)
_IS_OVER = re.compile(r"\b(?:took place|(?:was|were) (?:held|given|attended|organised))\b", re.I)
_DEADLINE = re.compile(r"\b(?:closing date|deadline|apply by|applications?|vacancy)\b", re.I)
_BEFORE_THE_START = re.compile(
    r"\b(?:registration|doors|coffee|tea|arrivals?|refreshments|lunch|reception)\b", re.I
)
_EMAIL = re.compile(r"\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+\b")
_LOST_EMAIL = re.compile(r"\be-?mail\s*:", re.I)
_PHONE = re.compile(r"(?:\b(?:tel|telephone|phone|call)\b[\s.:]*)(\+?\d[\d\s()-]{6,16}\d)", re.I)


@dataclass
class EventDetails:
    """What could be read out of an announcement; empty where it does not say."""

    start: datetime.datetime | None = None
    has_time: bool = False
    venue: str = ""
    street: str = ""
    postcode: str = ""
    schedule: list[tuple[datetime.time, str]] = field(default_factory=list)
    prices: list[tuple[str, str]] = field(default_factory=list)
    currency: str = ""
    contact: str = ""
    end: datetime.datetime | None = None


def read_event(
    headline: str, teaser: Teaser, posted: datetime.date
) -> tuple[EventDetails | None, list[str]]:
    """The event an item announces with its doubtful points, or None for ordinary news."""
    lines = [line for paragraph in teaser for line in paragraph]
    if not announces(lines, posted):
        return None, []
    details, flags = EventDetails(), []
    day, doubt = _day(headline, lines, posted)
    flags += doubt
    start, details.schedule, end = _times(lines)
    details.has_time = start is not None
    details.start = datetime.datetime.combine(day, start or datetime.time())
    if start and end and end > start:
        details.end = datetime.datetime.combine(day, end)
    if start is None:
        flags.append("The announcement names no time.")
    details.venue, details.street, details.postcode = _place(teaser)
    details.prices, details.currency = _prices(lines)
    details.contact, doubt = _contact(lines)
    return details, flags + doubt


def announces(lines: list[str], posted: datetime.date) -> bool:
    """Two of when, where and how to come, printed the way an invitation is, not told as news."""
    text = "\n".join(lines)
    days = [printed.value for line in lines if (printed := read_date(line))]
    if _IS_OVER.search(text) and not any(day >= posted for day in days):
        return False
    postcode = bool(_POSTCODE.search(text))
    set_out = [line for line in lines if _sets_out_when(line)]
    when = bool(set_out) or any(_says_start(line) for line in lines)
    where = postcode or any(_says_where(line) for line in lines)
    booking = [line for line in lines if _BOOKING.search(line) or _is_price_line(line)]
    if _DEADLINE.search(text) and not booking:
        # A post advertised with its last day and the office's address invites to nothing.
        return False
    if (when and where) or any(line not in set_out for line in booking if set_out):
        return True
    return postcode and bool(_CLOCK.search(text) and _INVITES.search(text))


def _sets_out_when(line: str) -> bool:
    """A date or a time at the head of its line, as on an invitation."""
    if (printed := read_date(line)) and printed.precision == "day":
        return True
    clock = len(line) <= _SHORT and (_SPAN.search(line) or _CLOCK.search(line))
    if not clock:
        return False
    before = line[: clock.start()].strip(" ,.;:-–")
    return not before or bool(read_date(before)) or bool(_TIME_LABEL.match(line))


def _says_start(line: str) -> bool:
    return len(line) <= _SHORT and bool(_CLOCK.search(line) and _STARTS.search(line))


def _says_where(line: str) -> bool:
    return len(line) <= _SHORT and bool(_PLACE_LABEL.match(line) or _STREET.search(line))


def _is_price_line(line: str) -> bool:
    return len(line) <= _SHORT and bool(_AMOUNT.search(line) and _PAYERS.search(line))


def _day(headline: str, lines: list[str], posted: datetime.date) -> tuple[datetime.date, list[str]]:
    """The day of the event: on a line of its own, else in the headline, else in the text."""
    alone = [printed.value for line in lines if (printed := read_date(line))]
    short = [line for line in lines if len(line) <= _SHORT]
    prose = [day for text in (*short, headline, *lines) for day in dates_in_prose(text, posted)]
    for day in alone + prose:
        if day >= posted:
            return day, []
    stamp = in_words(posted)
    return posted, [f"The text names no later day: the event was put on {stamp}, as printed."]


def _times(
    lines: list[str],
) -> tuple[datetime.time | None, list[tuple[datetime.time, str]], datetime.time | None]:
    """The start, the labelled times in printed order, and the end where one is given."""
    found: list[tuple[datetime.time | None, str]] = []
    spans = []
    for line in lines:
        for clause in re.split(r"[;,]", line) if len(line) <= _SHORT else [line]:
            if span := _SPAN.search(clause):
                spans.append(_span_times(span))
                found.append((spans[-1][0], ""))
            elif clock := _CLOCK.search(clause):
                found.append((_clock_time(clock), _label(clause, clock)))
    rows = [(time, label) for time, label in found if time is not None]
    if not rows:
        return None, [], None
    main = [time for time, label in rows if not _BEFORE_THE_START.search(label)]
    start = main[0] if main else rows[0][0]
    end = next((last for first, last in spans if first == start), None)
    return start, [(time, label) for time, label in rows if label], end


def _label(clause: str, clock: re.Match[str]) -> str:
    """ "Registration and coffee start at 10:30am" is labelled "Registration and coffee"."""
    before, after = clause[: clock.start()], clause[clock.end() :]
    before = re.sub(r"\s*\b(?:at|from|:|-|–)\s*$", "", before.strip(" -–:"))
    before = re.sub(r"\s*\b(?:starts?|begins?|opens?|commences?|time)$", "", before, flags=re.I)
    label = (before.strip(" .:-–") or after).strip(" .:-–")
    if len(label) > 60 or names_a_day(label):
        return ""
    return label[:1].upper() + label[1:]


def _clock_time(clock: re.Match[str]) -> datetime.time | None:
    if clock["noon"]:
        return datetime.time(12)
    if clock["hour24"]:
        return datetime.time(int(clock["hour24"]), int(clock["minute24"]))
    return _on_the_clock(int(clock["hour"]), int(clock["minute"] or 0), clock["half"].lower())


def _on_the_clock(hour: int, minute: int, half: str) -> datetime.time | None:
    if not 1 <= hour <= 12:
        return None
    return datetime.time(hour % 12 + (12 if half.startswith("p") else 0), minute)


def _span_times(span: re.Match[str]) -> tuple[datetime.time | None, datetime.time | None]:
    """ "6.30 – 8pm" takes its "pm" from the end, "11 – 1pm" does not."""
    found = _CLOCK.search(span["to"])
    end = _clock_time(found) if found else None
    hour, minute = int(span["from_hour"]), int(span["from_minute"] or 0)
    if span["from_half"]:
        return _on_the_clock(hour, minute, span["from_half"].lower()), end
    if found is None or not found["half"]:
        return (datetime.time(hour, minute) if hour < 24 else None), end
    start = _on_the_clock(hour, minute, found["half"].lower())
    if start and end and start > end:
        start = _on_the_clock(hour, minute, "a")
    return start, end


def _place(teaser: Teaser) -> tuple[str, str, str]:
    """Venue, street and postcode: on lines of their own, or between the commas of one line."""
    for finds in (_PLACE_LABEL.match, _POSTCODE.search, _STREET.search):
        for paragraph in teaser:
            for number, line in enumerate(paragraph):
                if finds(line):
                    above = paragraph[number - 1] if number else ""
                    return _address(_PLACE_LABEL.sub("", line), above)
    return "", "", ""


def _address(line: str, above: str) -> tuple[str, str, str]:
    code = _POSTCODE.search(line)
    postcode = f"{code[1]} {code[2]}" if code else ""
    line = line[: code.start()] if code else line
    parts = [part.strip(" .") for part in line.split(",")]
    parts = [part for part in parts if part and not _is_only_when(part)]
    number = next((i for i, part in enumerate(parts) if re.match(r"\d", part)), None)
    if number is None:
        return ", ".join(parts[:1]), ", ".join(parts[1:]), postcode
    venue, street = ", ".join(parts[:number]), ", ".join(parts[number:])
    if " at " in venue:
        # A sentence: "The meeting will be held at Quarry Hall, 3 Mill Lane, ...".
        venue = venue.rpartition(" at ")[2].removeprefix("the ")
    if (
        not venue
        and len(above) <= _SHORT
        and not _sets_out_when(above)
        and not _BOOKING.search(above)
    ):
        venue = _PLACE_LABEL.sub("", above)
    return venue, street, postcode


def _is_only_when(part: str) -> bool:
    return bool(read_date(part) or _CLOCK.match(part) or _SPAN.match(part))


def _prices(lines: list[str]) -> tuple[list[tuple[str, str]], str]:
    """Each printed price with whom it is for, and the currency's code."""
    prices, currency = [], ""
    for line in filter(_is_price_line, lines):
        for clause in re.split(r"[;,()]|\s/\s|\s+and\s+(?=£|€|\$)", line):
            if amount := _AMOUNT.search(clause):
                label = (clause[: amount.start()] + " " + clause[amount.end() :]).strip(" .:-–")
                label = re.sub(r"\s+", " ", re.sub(r"^(?:for|are|and)\s+", "", label))
                prices.append((label[:1].upper() + label[1:], f"{Decimal(amount['amount']):.2f}"))
                currency = currency or _CURRENCIES[amount["currency"]]
    return prices, currency


def _contact(lines: list[str]) -> tuple[str, list[str]]:
    text = "\n".join(lines)
    if email := _EMAIL.search(text):
        return email[0], []
    phone = _PHONE.search(text)
    lost = ["The e-mail address for booking is missing in the old text."]
    return (phone[1].strip() if phone else ""), (lost if _LOST_EMAIL.search(text) else [])
