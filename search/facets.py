"""How many of each kind, topic, stream and year there are among the results.

Each list is counted as if nothing of its own were chosen, so that another choice can be weighed.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, Count, QuerySet, Value
from django.db.models.functions import Cast, Left, Length
from django.utils.translation import gettext as _
from wagtail.models import Page

from articles.models import EventPage
from base.caching import kept
from topics.models import topic_labels

from .asked import Asked, Kind, stream_slugs
from .found import Found
from .sources import Source, articles, others, type_pk

# The day of what has none lies in this year.
NO_YEAR = "0001"


@dataclass(frozen=True)
class Row:
    """So many results that agree in all of this."""

    number: int
    kind: str
    year: str
    place: str = ""  # the tree path of the page they stand below
    topic: int = 0


@dataclass(frozen=True)
class Line:
    """A line of a list: what the results may be narrowed to, how many these are, where it leads."""

    text: str
    number: int
    href: str
    is_current: bool = False
    dye: str = ""


class Facets:
    """The numbers beside the results, in three queries however many there are."""

    def __init__(self, asked: Asked, found: Found | None):
        self.asked = asked
        free = asked.but(kind="", stream="", year="")

        def count() -> tuple[list[Row], list[Row]]:
            rows = [*_dated(articles(free), found), *_undated(others(free), found)]
            return rows, list(_filed(articles(free.but(topic="")), found))

        # Of everything there is, the numbers are the same for all who ask.
        of_all = f"search-facets:{asked.topic_pk or ''}"
        self.rows, self.by_topic = kept(of_all, count) if found is None else count()

    @property
    def total(self) -> int:
        return sum(row.number for row in self._fitting())

    @property
    def kinds_found(self) -> set[str]:
        return {row.kind for row in self._fitting()}

    @property
    def years_found(self) -> list[str]:
        """The first and the last year of what was found; one where they are the same."""
        years = sorted({row.year for row in self._fitting() if row.year})
        return [*years[:1], *years[1:][-1:]]

    @property
    def kinds(self) -> list[Line]:
        numbers = self._numbers("kind")
        everything = Line(
            _("All"), numbers.total(), self.asked.but(kind="").link, not self.asked.kind
        )
        lines = [self._line("kind", kind.value, str(kind.label), numbers[kind]) for kind in Kind]
        return [everything, *lines]

    @property
    def topics(self) -> list[Line]:
        """The most written about first; mere background only where something was found."""
        numbers = self._numbers("topic")
        lines = [
            self._line("topic", label["slug"], label["title"], numbers[pk], label["dye"])
            for pk, label in topic_labels().items()
            if numbers[pk] or label["is_subject"]
        ]
        return sorted(lines, key=lambda line: (-line.number, line.text))

    @property
    def streams(self) -> list[Line]:
        places = self._numbers("stream")
        return [
            self._line("stream", stream["slug"], stream["title"], _below(stream["path"], places))
            for stream in stream_slugs()
        ]

    @property
    def years(self) -> list[Line]:
        """From the last to the first, the empty ones between them too."""
        numbers = self._numbers("year")
        known = [int(row.year) for row in self.rows if row.year]
        every = range(max(known, default=0), min(known, default=1) - 1, -1)
        return [self._line("year", str(year), str(year), numbers[str(year)]) for year in every]

    def _line(self, name: str, value: str, text: str, number: int, dye: str = "") -> Line:
        asked = self.asked.but(**{name: value})
        return Line(text, number, asked.link if number else "", asked == self.asked, dye)

    def _numbers(self, name: str) -> Counter[Any]:
        numbers: Counter[Any] = Counter()
        for row in self._fitting(but=name):
            numbers[getattr(row, "place" if name == "stream" else name)] += row.number
        return numbers

    def _fitting(self, but: str = "") -> Iterator[Row]:
        """What was asked for, in all but one respect."""
        asked, path = self.asked, self.asked.stream_path
        for row in self.by_topic if but == "topic" else self.rows:
            if (
                (but == "kind" or asked.kind in ("", row.kind))
                and (but == "year" or asked.year in ("", row.year))
                and (but == "stream" or row.place.startswith(path))
            ):
                yield row


def _below(path: str, places: Counter[Any]) -> int:
    return sum(number for place, number in places.items() if place.startswith(path))


def _dated(source: Source, found: Found | None) -> Iterator[Row]:
    event = type_pk(EventPage)
    for type_, year, place, number in _counted(source.matched(found)):
        yield Row(number, Kind.EVENT if type_ == event else Kind.ARTICLE, year, place)


def _filed(source: Source, found: Found | None) -> Iterator[Row]:
    """The same once more for every topic they are filed under."""
    event = type_pk(EventPage)
    for type_, year, place, topic, number in _counted(
        source.matched(found).filter(topics__isnull=False), "topics"
    ):
        yield Row(number, Kind.EVENT if type_ == event else Kind.ARTICLE, year, place, topic)


def _counted(things: QuerySet, *more: str) -> QuerySet:
    parent = Left("path", Length("path") - Page.steplen)
    # The first letters of the day: functions of the database alone, ten times as fast on SQLite.
    year = Left(Cast("date", CharField()), 4)
    groups = things.order_by().annotate(parent=parent, own_year=year)
    groups = groups.values_list("content_type", "own_year", "parent", *more)
    return groups.annotate(number=Count("pk"))


def _undated(sources: list[Source], found: Found | None) -> Iterator[Row]:
    counts = [
        source.matched(found)
        .order_by()
        .annotate(
            own_kind=Value(str(source.kinds[0])), own_year=Left(Cast(source.day, CharField()), 4)
        )
        .values_list("own_kind", "own_year")
        .annotate(number=Count("pk"))
        for source in sources
    ]
    if not counts:
        return
    for kind, year, number in counts[0].union(*counts[1:], all=True):
        yield Row(number, kind, "" if year == NO_YEAR else year)
