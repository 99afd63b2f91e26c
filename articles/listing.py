"""How dated things are listed: counted by month, cut into pages, grouped by month and day."""

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

from django.http import QueryDict

from base.caching import kept
from base.dates import Precision
from base.pagination import NumberedPage, wanted_page

from .querysets import ArticleQuerySet, month_bounds

Row = tuple[int, int, str, int]  # year, month, precision, number


@dataclass(frozen=True)
class Shelf:
    """A set of articles whose size in every month is known without asking the database again."""

    name: str
    articles: ArticleQuerySet
    kept_rows: tuple[Row, ...] | None = None

    @property
    def rows(self) -> tuple[Row, ...]:
        """Newest month first."""
        if self.kept_rows is not None:
            return self.kept_rows
        return kept(f"shelf:{self.name}", lambda: tuple(self.articles.counted()))

    @property
    def total(self) -> int:
        return sum(row[3] for row in self.rows)

    @property
    def years(self) -> dict[int, int]:
        """Items in each year from the first to the last, the empty years too."""
        counts: Counter[int] = Counter()
        for year, _month, _precision, number in self.rows:
            counts[year] += number
        if not counts:
            return {}
        return {year: counts[year] for year in range(min(counts), max(counts) + 1)}

    def months(self, year: int) -> dict[int, int]:
        """Items in each month of a year; what is known by its year alone is in none of them."""
        counts: Counter[int] = Counter()
        for row_year, month, precision, number in self.rows:
            if row_year == year and precision != Precision.YEAR:
                counts[month] += number
        return {month: counts[month] for month in range(12, 0, -1)}

    def known_by_year(self, year: int) -> int:
        """Items of a year of which no month is known."""
        return sum(row[3] for row in self.rows if row[0] == year and row[2] == Precision.YEAR)

    def in_year(self, year: int) -> "Shelf":
        rows = tuple(row for row in self.rows if row[0] == year)
        return replace(
            self, name=f"{self.name}:{year}", articles=self.articles.in_year(year), kept_rows=rows
        )

    def in_month(self, year: int, month: int) -> "Shelf":
        rows = tuple(
            row for row in self.rows if row[:2] == (year, month) and row[2] != Precision.YEAR
        )
        articles = self.articles.in_month(year, month)
        return replace(self, name=f"{self.name}:{year}-{month}", articles=articles, kept_rows=rows)

    def by_topic(self) -> dict[int, int]:
        return kept(f"topics:{self.name}", self.articles.counted_by_topic)

    def page(self, query: QueryDict, size: int, parameters: dict[str, str]) -> NumberedPage:
        """The numbered page a visitor asked for; 404 outside the bounds."""
        number, last = wanted_page(query, self.total, size)
        items = self.slice((number - 1) * size, size)
        return NumberedPage(items, number, last, self.total, parameters)

    def by_day(self, items: Iterable[Any]) -> "list[Day]":
        return by_day(items)

    def slice(self, start: int, size: int) -> list[Any]:
        """Newest first from place `start`: the months are found by their counts, so that a page deep
        in the archive costs no more than the first."""
        passed = 0
        newest = oldest = None
        offset = 0
        for (year, month), rows in groupby(self.rows, key=lambda row: row[:2]):
            number = sum(row[3] for row in rows)
            if newest is None and passed + number > start:
                newest, offset = month_bounds(year, month)[1], start - passed
            passed += number
            oldest = month_bounds(year, month)[0]
            if newest and passed >= start + size:
                break
        if newest is None:
            return []
        articles = self.articles.filter(date__lte=newest, date__gte=oldest)
        return list(articles.newest_first().for_teasers()[offset : offset + size])


@dataclass
class Day:
    """What stands under one printed date: a day, or a month or year known no better."""

    date: datetime.date
    precision: str
    articles: list[Any] = field(default_factory=list)


@dataclass
class Month:
    """A heading of a listing and the days below it; a whole year where no month is known."""

    date: datetime.date
    precision: str
    days: list[Day] = field(default_factory=list)
    count: int = 0


def by_day(articles: Iterable[Any]) -> list[Day]:
    """What prints the same date stands together, so that each is printed once."""
    return [
        Day(group[0].date, group[0].date_precision, group)
        for group in _together(
            articles, lambda article: _printed(article.date, article.date_precision)
        )
    ]


def by_month(articles: Iterable[Any], shelf: Shelf) -> list[Month]:
    """Each month once; what is known by its year alone comes after the months of that year."""
    months = []
    for days in _together(by_day(articles), lambda day: _heading(day.date, day.precision)):
        date, precision = days[0].date, _heading_precision(days[0].precision)
        if precision == Precision.YEAR:
            count = shelf.known_by_year(date.year)
        else:
            count = shelf.months(date.year)[date.month]
        # Where no day is known, the item follows those that have one.
        days.sort(key=lambda day: day.precision != Precision.DAY)
        months.append(Month(date, precision, days, count))
    return sorted(months, key=lambda month: (-month.date.year, month.precision == Precision.YEAR))


def _together(items: Iterable[Any], key: Any) -> list[list[Any]]:
    """Groups in the order in which each first comes."""
    groups: dict[Any, list[Any]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return list(groups.values())


def _printed(date: datetime.date, precision: str) -> tuple[str, int, int, int]:
    known = {Precision.DAY: 3, Precision.MONTH: 2, Precision.YEAR: 1}[Precision(precision)]
    parts = (date.year, date.month, date.day)
    return (precision, *parts[:known], *(0,) * (3 - known))


def _heading_precision(precision: str) -> str:
    return Precision.YEAR if precision == Precision.YEAR else Precision.MONTH


def _heading(date: datetime.date, precision: str) -> tuple[str, int, int, int]:
    return _printed(date, _heading_precision(precision))
