"""A shelf with an address: what a visitor finds there by year, by month, by topic, page by page."""

import datetime
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, QueryDict

from base.dates import in_words, today

from .filters import TopicFilter
from .listing import Shelf, by_month

YEAR = r"(?P<year>[12][0-9]{3})"
MONTH = r"(?P<month>0[1-9]|1[0-2])"


@dataclass(frozen=True)
class Catalogue:
    """Everything dated in one place, and the one way in which all such places are listed."""

    title: str
    address: str
    shelf: Shelf
    page_size: int

    def context(self, query: QueryDict, year: int = 0, month: int = 0) -> dict[str, Any]:
        """What the template of a list prints; 404 where nothing stands, whatever topic is chosen."""
        whole = self.narrowed(self.shelf, year, month)
        if year and not whole.total:
            raise Http404
        chosen = TopicFilter.from_query(query)
        on_topic = chosen.applied(self.shelf)
        shelf = self.narrowed(on_topic, year, month)
        listing = shelf.page(query, self.page_size, chosen.parameters)
        shown_year = year or max(on_topic.years, default=today().year)
        return {
            "list_title": self.title,
            "listing": listing,
            "months": by_month(listing.items, shelf),
            "year": year,
            "month": datetime.date(year, month, 1) if month else None,
            "shown_year": shown_year,
            "year_counts": on_topic.years,
            "month_counts": on_topic.months(shown_year),
            "known_by_year": on_topic.known_by_year(shown_year),
            "topic_facets": chosen.facets(whole),
            "chosen": chosen,
            "archive_address": self.address,
            "archive_query": f"?{urlencode(chosen.parameters)}" if chosen.topic else "",
            **self._trail(year, month),
        }

    def narrowed(self, shelf: Shelf, year: int, month: int) -> Shelf:
        if month:
            return shelf.in_month(year, month)
        return shelf.in_year(year) if year else shelf

    def _trail(self, year: int, month: int) -> dict[str, Any]:
        """The steps from this place down to the year or month that is shown, and its name."""
        names = [(self.title, self.address)]
        if year:
            names.append((str(year), f"{self.address}{year}/"))
        if month:
            date = datetime.date(year, month, 1)
            names.append((in_words(date, "month"), f"{self.address}{year}/{month:02d}/"))
        *steps, (here, _address) = names
        return {"steps": [{"title": title, "url": url} for title, url in steps], "here": here}
