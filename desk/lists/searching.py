"""Words of the search box of a list: in headline, teaser and text, of drafts too."""

import json

from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, Q, QuerySet, TextField
from django.db.models.functions import Cast
from wagtail.models import Page, Revision
from wagtail.search.backends import get_search_backend
from wagtail.search.index import get_indexed_models

from desk.finding.addresses import looks_like_an_address, page_at
from search.aliases import known_names
from search.words import cleaned, shortened, wanted


def looked_for(pages: QuerySet, text: str, hosts=()) -> QuerySet:
    """Those that hold all the words, in whatever order the pages already stand; of an address, its page."""
    meant = page_at(text, hosts=hosts) if looks_like_an_address(text) else None
    return pages.filter(pk=meant.pk) if meant else with_words(pages, text)


def with_words(pages: QuerySet, text: str) -> QuerySet:
    text = shortened(cleaned(text))
    asked = wanted(text, known_names())
    # A headline is found by any part of it: its last word may not be typed to the end.
    meant = Q(draft_title__icontains=text) | Q(pk__in=_in_drafts(text))
    if asked:
        meant |= Q(pk__in=get_search_backend().found(asked).of(_types(pages.model)))
    return pages.filter(meant)


def _types(model: type[Page]) -> tuple[int, ...]:
    models = [kind for kind in get_indexed_models() if issubclass(kind, model)]
    return tuple(kind.pk for kind in ContentType.objects.get_for_models(*models).values())


def _in_drafts(text: str) -> QuerySet:
    """Published pages with a newer draft: what visitors may not find yet is not in the index."""
    drafts = Page.objects.filter(live=True, has_unpublished_changes=True).order_by()
    written = Revision.objects.filter(pk__in=drafts.values("latest_revision"))
    written = written.annotate(text=Cast("content", TextField()))
    for word in text.replace('"', " ").split():
        escaped = json.dumps(word)[1:-1]  # as SQLite keeps it
        written = written.filter(Q(text__icontains=word) | Q(text__icontains=escaped))
    return written.values(key=Cast("object_id", BigIntegerField()))
