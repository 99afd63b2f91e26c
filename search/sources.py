"""Everything public that can be found. There is no other way into the search than through here."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import DateField, F, IntegerField, QuerySet, Value
from django.db.models.functions import TruncDate
from wagtail.models import Page

from articles.models import ArticlePage, EventPage
from base.models import SiteDocument
from base.visibility import public_collections, visible
from notices.models import FeaturedNotice
from topics.models import TopicPage

from .asked import DATED_KINDS, Asked, Kind
from .found import Found

HOME_DEPTH = 2
NO_DAY = Value(datetime.date(1, 1, 1), output_field=DateField())  # stands last in every list
FIRST = Value(0, output_field=IntegerField())


@dataclass(frozen=True)
class Source:
    """A set of public things of one or two kinds, and how they are put in order."""

    kinds: tuple[str, ...]
    types: tuple[int, ...]
    things: QuerySet
    day: F | Value | TruncDate = NO_DAY
    place: F | Value = FIRST
    type: F | Value = F("content_type")

    def matched(self, found: Found | None) -> QuerySet:
        """Those that were found; all, where no words are asked for."""
        return self.things if found is None else self.things.filter(pk__in=found.of(self.types))


def type_pk(model) -> int:
    return ContentType.objects.get_for_model(model).pk


def articles(asked: Asked) -> Source:
    """Everything with a date and a stream."""
    of_kind = {Kind.ARTICLE: ArticlePage, Kind.EVENT: EventPage}
    types = {kind: type_pk(model) for kind, model in of_kind.items()}
    things = ArticlePage.objects.visible()
    if asked.kind in types:
        things = things.filter(content_type=types[asked.kind])
    if asked.stream:
        things = things.filter(path__startswith=asked.stream_path)
    if asked.topic:
        things = things.filter(topics=asked.topic_pk)
    if asked.year:
        things = things.in_year(int(asked.year))
    return Source(DATED_KINDS, tuple(types.values()), things, F("date"), F("position_in_day"))


def others(asked: Asked) -> list[Source]:
    """What stands in no stream and under no topic."""
    if asked.topic or asked.stream:
        return []
    return [source for source in _all_others(asked.year) if asked.kind in ("", *source.kinds)]


def sources(asked: Asked, kinds: set[str]) -> list[Source]:
    """Those that hold one of these kinds: what is known to be empty need not be asked."""
    dated = [articles(asked)] if kinds.intersection(DATED_KINDS) else []
    rest = others(asked) if kinds.difference(DATED_KINDS) else []
    return [*dated, *(source for source in rest if kinds.intersection(source.kinds))]


def _all_others(year: str) -> Iterator[Source]:
    notices = FeaturedNotice.objects.current()
    documents = SiteDocument.objects.filter(collection__in=public_collections())
    if year:
        notices = notices.filter(date__year=year)
        documents = documents.filter(created_at__year=year)
    yield Source((Kind.NOTICE,), (type_pk(FeaturedNotice),), notices, F("date"))
    file_type = type_pk(SiteDocument)
    yield Source(
        (Kind.DOCUMENT,),
        (file_type,),
        documents,
        day=TruncDate("created_at"),
        type=Value(file_type, output_field=IntegerField()),
    )
    if not year:
        yield Source((Kind.TOPIC,), (type_pk(TopicPage),), TopicPage.objects.visible())
        yield _pages()


def _pages() -> Source:
    """The pages that are none of the other kinds."""
    known = [type_pk(model) for model in (ArticlePage, EventPage, FeaturedNotice, TopicPage)]
    pages = visible(Page.objects.filter(depth__gt=HOME_DEPTH).exclude(content_type__in=known))
    models = {model for model in _page_models() if type_pk(model) not in known}
    return Source((Kind.PAGE,), tuple(sorted(map(type_pk, models))), pages)


def _page_models() -> Iterator[type[Page]]:
    return (model for model in apps.get_models() if issubclass(model, Page) and model is not Page)
