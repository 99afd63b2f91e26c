"""What was published before and after an article: on its topic, else in its stream."""

import datetime
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, Subquery

from .querysets import ArticleQuerySet

Place = tuple[datetime.date, int, int]  # date, position in the day, key


@dataclass(frozen=True)
class Around:
    """An article's neighbours on the cord, either of which may be missing."""

    earlier: Any = None
    later: Any = None

    def __bool__(self) -> bool:
        return bool(self.earlier or self.later)


def around(article: Any, cord: ArticleQuerySet) -> Around:
    """The nearest of those articles on either side, in the one order of everything dated; one query."""
    if article.date is None or not article.pk:
        return Around()
    place = (article.date, article.position_in_day, article.pk)
    # Two single keys: of two lists of keys the database would scan every article.
    keys = [Subquery(side(cord, *place).values("pk")[:1]) for side in (_earlier, _later)]
    near = cord.model.objects.filter(id__in=keys)
    found = {_side(row, place): row for row in near.for_teasers(pictures=False)}
    return Around(**found)


def among(article: Any, cord: ArticleQuerySet, number: int) -> list[Any]:
    """The article and at most so many of those on either side, as a list of them prints it."""
    # One that was never saved will have the highest key of all.
    place = (article.date, article.position_in_day, article.pk or sys.maxsize)
    others = cord.exclude(pk=article.pk).for_teasers()
    later = list(_later(others, *place)[:number])
    return [*reversed(later), article, *_earlier(others, *place)[:number]]


def linked_in(body: Iterable[Any]) -> list[int]:
    """Keys of the pages the text itself recommends, which need no second link below it."""
    lists = [block.value["pages"] for block in body if block.block_type == "related_pages"]
    return [page.pk for pages in lists for page in pages if page]


def _earlier(articles: ArticleQuerySet, date: datetime.date, position: int, key: int):
    """What stands below it in a list. The bare date comes first: it is what an index can find."""
    same_day = Q(position_in_day__gt=position) | Q(position_in_day=position, pk__lt=key)
    return articles.filter(Q(date__lte=date), Q(date__lt=date) | same_day).newest_first()


def _later(articles: ArticleQuerySet, date: datetime.date, position: int, key: int):
    """What stands above it in a list, the nearest first."""
    same_day = Q(position_in_day__lt=position) | Q(position_in_day=position, pk__gt=key)
    after = articles.filter(Q(date__gte=date), Q(date__gt=date) | same_day)
    return after.order_by("date", "-position_in_day", "pk")


def _side(row: Any, place: Place) -> str:
    date, position, key = place
    is_later = (row.date, -row.position_in_day, row.pk) > (date, -position, key)
    return "later" if is_later else "earlier"
