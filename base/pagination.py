"""Numbered pages with bounds: a number that is none, or lies outside, is no page at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, QueryDict

SHOWN_AT_ONCE = 3  # numbers beside the current one


@dataclass
class NumberedPage:
    """One numbered page of a listing: its items, and the way to the others."""

    items: Sequence[Any]
    number: int
    last: int
    total: int
    parameters: dict[str, str]

    @property
    def newer(self) -> str:
        return self.link(self.number - 1) if self.number > 1 else ""

    @property
    def older(self) -> str:
        return self.link(self.number + 1) if self.number < self.last else ""

    @property
    def numbers(self) -> list[dict[str, Any]]:
        """First, last, the current one and its neighbours; a gap where numbers are left out."""
        shown = {1, self.last, *range(self.number - 1, self.number + SHOWN_AT_ONCE)}
        if self.number == 1:
            shown |= {2, 3}
        entries: list[dict[str, Any]] = []
        before = 0
        for number in sorted(n for n in shown if 1 <= n <= self.last):
            entries.append(
                {"number": number, "link": self.link(number), "gap_before": number > before + 1}
            )
            before = number
        return entries

    def link(self, number: int) -> str:
        """The query of that page; the first page has none of its own."""
        query = {**self.parameters, **({"page": str(number)} if number > 1 else {})}
        return "?" + urlencode(query) if query else "."


def wanted_page(query: QueryDict, total: int, size: int) -> tuple[int, int]:
    """The page number asked for and the last there is; 404 for nonsense and for a second name of page 1."""
    last = max(1, -(-total // size))
    if "page" not in query:
        return 1, last
    asked = query.getlist("page")
    if len(asked) != 1 or not asked[0].isascii() or not asked[0].isdigit() or len(asked[0]) > 9:
        raise Http404("That is not the number of a page.")
    number = int(asked[0])
    if str(number) != asked[0] or not 2 <= number <= last:
        raise Http404("There is no page of that number.")
    return number, last
