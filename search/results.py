"""What was found, as the list prints it: each kind fetched at once, with an extract."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from articles.models import ArticlePage, EventPage, Story
from base.dates import Precision
from base.models import SiteDocument
from blocks.files import file_details, file_kind
from notices.models import FeaturedNotice
from topics.models import TopicPage, topic_labels

from .extracts import Marker
from .sources import type_pk

Key = tuple[int, int]  # of the type, and of the thing itself


@dataclass
class Result:
    """One thing that was found."""

    title: str
    href: str
    label: str = ""
    summary: str = ""
    date: datetime.date | None = None
    precision: str = Precision.DAY
    topic: dict[str, Any] | None = None
    dye: str = ""
    event: EventPage | None = None
    file_kind: str = ""
    extract: str = ""
    stories: list[dict[str, str]] = field(default_factory=list)


def loaded(keys: list[Key], marker: Marker, texts: dict[Key, str]) -> list[Result]:
    """In the order of the keys; with marks where something was looked for."""
    found: dict[Key, Result] = {}
    for types, load in _loaders():
        pks = {pk: type_ for type_, pk in keys if type_ in types}
        if pks:
            found |= {(pks[pk], pk): result for pk, result in load(set(pks))}
    other = [key for key in keys if not any(key[0] in types for types, _load in _loaders())]
    if other:
        found |= _pages(other)
    for key in keys:
        if key in found:
            _mark(found[key], marker, texts.get(key, ""))
    return [found[key] for key in keys if key in found]


def _loaders() -> list[tuple[set[int], Callable[[set[int]], Iterator[tuple[int, Result]]]]]:
    return [
        ({type_pk(ArticlePage), type_pk(EventPage)}, _articles),
        ({type_pk(TopicPage)}, _topics),
        ({type_pk(FeaturedNotice)}, _notices),
        ({type_pk(SiteDocument)}, _documents),
    ]


def _articles(pks: set[int]) -> Iterator[tuple[int, Result]]:
    stories: dict[int, list[dict[str, str]]] = {}
    for story in Story.objects.filter(article__in=pks):
        said = {"title": story.headline, "summary": story.summary, "anchor": story.anchor}
        stories.setdefault(story.article_id, []).append(said)
    for article in ArticlePage.objects.filter(pk__in=pks).for_teasers(pictures=False):
        yield (
            article.pk,
            Result(
                article.title,
                article.url,
                _("Event") if article.event else (article.stream or {}).get("title", ""),
                article.summary,
                article.date,
                article.date_precision,
                article.topic,
                (article.topic or {}).get("dye", ""),
                article.event,
                stories=stories.get(article.pk, []),
            ),
        )


def _topics(pks: set[int]) -> Iterator[tuple[int, Result]]:
    for pk in pks & topic_labels().keys():
        label = topic_labels()[pk]
        yield pk, Result(label["title"], label["url"], _("Topic"), dye=label["dye"])


def _notices(pks: set[int]) -> Iterator[tuple[int, Result]]:
    notices = FeaturedNotice.objects.filter(pk__in=pks).for_cards()
    for notice in notices.select_related("target_page", "target_document"):
        yield (
            notice.pk,
            Result(
                notice.title,
                notice.href,
                notice.get_kind_display(),
                notice.summary,
                notice.date,
            ),
        )


def _documents(pks: set[int]) -> Iterator[tuple[int, Result]]:
    for document in SiteDocument.objects.filter(pk__in=pks):
        uploaded = timezone.localdate(document.created_at)
        yield (
            document.pk,
            Result(
                document.title,
                document.url,
                file_details(document),
                document.description,
                uploaded,
                file_kind=file_kind(document),
            ),
        )


def _pages(keys: list[Key]) -> dict[Key, Result]:
    pages = Page.objects.filter(pk__in=[pk for _type, pk in keys])
    return {
        (page.content_type_id, page.pk): Result(
            page.title, page.url, _("Page"), page.search_description
        )
        for page in pages
    }


def _mark(result: Result, marker: Marker, text: str) -> None:
    result.stories = [
        {"title": marker.marked(story["title"]), "href": f"{result.href}#{story['anchor']}"}
        for story in result.stories
        if marker.wanted and marker.finds_all(story["title"], story["summary"])
    ]
    result.title = marker.marked(result.title)
    result.extract = marker.extract(result.summary, text)
