"""Which things are found, in their order: keys only, of one page at a time."""

from dataclasses import replace
from functools import cached_property

from django.db.models import Case, F, Q, QuerySet, Value, When
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from articles.models import ArticlePage
from base.models import SiteDocument
from base.pagination import NumberedPage
from topics.models import TopicPage, topic_labels

from .asked import Asked
from .extracts import Marker
from .found import Found
from .results import Key, loaded
from .sources import Source, articles, sources, type_pk


class Finder:
    """Asks the index for what a page of results needs."""

    def __init__(self, asked: Asked):
        self.asked = asked
        self.backend = get_search_backend()
        self.marker = Marker(asked.wanted)

    @cached_property
    def found(self) -> Found | None:
        """Everything that matches, public or not; None where no words are asked for."""
        return self.backend.found(self.asked.wanted) if self.asked.wanted else None

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
            source.matched(self.found)
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
            public |= Q(
                type_pk__in=source.types, own_pk__in=source.matched(self.found).values("pk")
            )
        rows = self.backend.scored(self.asked.wanted).filter(public).annotate(rank=self._rank())
        rows = rows.values_list("type_pk", "own_pk").annotate(called=self._called())
        return rows.order_by("-called", "-rank", "-pk")

    def _called(self) -> Case:
        """What is called by the very words comes first: a topic, then a page of that headline."""
        pages = Page.objects.filter(title__iexact=self.asked.text).order_by().values("pk")
        is_page = Q(own_pk__in=pages) & ~Q(type_pk=type_pk(SiteDocument))
        is_topic = Q(type_pk=type_pk(TopicPage), own_pk__in=self._titled_topics())
        return Case(When(is_topic, then=Value(2)), When(is_page, then=Value(1)), default=Value(0))

    def _rank(self) -> F | Case:
        """How well a row matches. Where the database weighs but so many texts, titles of a very
        common word are weighed, what has no date, and the newest texts; the rest follows, the last
        written first."""
        most = self.backend.most_weighed
        if most is None or self.found.number <= most:
            return F("score")
        dated = articles(self.asked)
        if not self.asked.is_narrowed:
            # What is not public is left out anyway, and the dates alone stand in one small index.
            dated = replace(dated, things=ArticlePage.objects.all())
        newest = dated.matched(self.found).newest_first().values("pk")[:most]
        weighed = (
            Q(pk__in=self.backend.titled(self.asked.wanted))
            | Q(type_pk__in=dated.types, own_pk__in=newest)
            | ~Q(type_pk__in=dated.types)
        )
        return Case(When(weighed, then=F("score")), default=Value(0.0))

    def _titled_topics(self) -> list[int]:
        """Topics that are called what was looked for: their pages come before all that mention it."""
        return [pk for pk, label in topic_labels().items() if self.marker.finds_all(label["title"])]

    def _texts(self, keys: list[Key]) -> dict[Key, str]:
        """All the words of what was found, for the extracts."""
        if self.found is None or not keys:
            return {}
        rows = self.backend.texts({type_ for type_, _pk in keys}, {str(pk) for _type, pk in keys})
        return {(type_, int(pk)): text or "" for type_, pk, text in rows}
