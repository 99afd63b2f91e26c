"""Which things are found, in their order: keys only, of one page at a time."""

from functools import cached_property

from django.db.models import Case, F, Q, QuerySet, Value, When
from wagtail.search.backends import get_search_backend

from base.pagination import NumberedPage
from topics.models import TopicPage, topic_labels

from .asked import Asked
from .extracts import Marker
from .results import Key, loaded
from .sources import Source, sources, type_pk


class Finder:
    """Asks the index for what a page of results needs."""

    def __init__(self, asked: Asked):
        self.asked = asked
        self.backend = get_search_backend()
        self.marker = Marker(asked.wanted)

    @cached_property
    def rows(self) -> QuerySet | None:
        """The rows of the index that match; none where no words are asked for."""
        return self.backend.matching(self.asked.wanted) if self.asked.wanted else None

    def page(self, number: int, last: int, total: int, size: int, kinds: set[str]) -> NumberedPage:
        """One page of so many results, which are of these kinds."""
        keys = self.keys((number - 1) * size, number * size, kinds)
        items = loaded(keys, self.marker, self._texts(keys))
        return NumberedPage(items, number, last, total, self.asked.parameters)

    def keys(self, start: int, stop: int, kinds: set[str]) -> list[Key]:
        searched = sources(self.asked, kinds)
        if not searched:
            return []
        found = self._newest(searched) if self.asked.is_by_newest else self._best(searched)
        return [(type_, pk) for type_, pk, *_order in found[start:stop]]

    def _newest(self, searched: list[Source]) -> QuerySet:
        first, *others = [
            source.matched(self.rows)
            .order_by()
            .annotate(
                own_type=source.type, own_pk=F("pk"), own_day=source.day, own_place=source.place
            )
            .values_list("own_type", "own_pk", "own_day", "own_place")
            for source in searched
        ]
        every = first.union(*others, all=True) if others else first
        return every.order_by("-own_day", "own_place", "-own_pk")

    def _best(self, searched: list[Source]) -> QuerySet:
        public = Q()
        for source in searched:
            public |= Q(type_pk__in=source.types, own_pk__in=source.things.values("pk"))
        found = self.rows.filter(public).values_list("type_pk", "own_pk")
        titled = self._titled_topics()
        if not titled:
            return found.order_by("-score", "-pk")
        topic_pages = Q(type_pk=type_pk(TopicPage), own_pk__in=titled)
        first = Case(When(topic_pages, then=Value(1)), default=Value(0))
        return found.annotate(is_titled=first).order_by("-is_titled", "-score", "-pk")

    def _titled_topics(self) -> list[int]:
        """Topics that are called what was looked for: their pages come before all that mention it."""
        return [pk for pk, label in topic_labels().items() if self.marker.finds_all(label["title"])]

    def _texts(self, keys: list[Key]) -> dict[Key, str]:
        """All the words of what was found, for the extracts."""
        if self.rows is None or not keys:
            return {}
        rows = self.backend.texts({type_ for type_, _pk in keys}, {str(pk) for _type, pk in keys})
        return {(type_, int(pk)): text or "" for type_, pk, text in rows}
