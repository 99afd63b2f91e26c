"""Feeds in the Atom format, for every page that lists: written once a content version, then kept."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.views.decorators.http import condition
from wagtail.models import Page

from .addresses import root_of
from .caching import content_version, kept
from .organisation import organisation

# What XML cannot carry at all, not even escaped.
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Entry:
    """One item of a feed."""

    id: str
    title: str
    link: str
    updated: datetime
    content: str
    published: datetime | None = None
    author: str = ""
    categories: list[str] = field(default_factory=list)


def lasting_id(page: Page) -> str:
    """The same for ever, whatever becomes of the page's title, its address or our domain."""
    return f"urn:uuid:{page.translation_key}"


def legal(text: str) -> str:
    return _ILLEGAL.sub("", str(text))


def answer(request: HttpRequest, page: Page, entries: Callable[[], list[Entry]]) -> HttpResponse:
    """The feed of that page; a reader who has it already is told so before anything is asked."""
    since = kept("feeds-since", timezone.now)

    @condition(
        etag_func=lambda request: f'"{content_version()}-{page.pk}"',
        last_modified_func=lambda request: since,
    )
    def whole(request):
        text = kept(f"feed:{page.pk}", lambda: _written(page, entries(), since))
        return HttpResponse(text, content_type=Atom1Feed.content_type)

    return whole(request)


def _written(page: Page, entries: list[Entry], since: datetime) -> str:
    name = organisation(page.get_site()).name
    root = root_of(page)
    is_whole_site = page.full_url.rstrip("/") == root
    feed = _Feed(
        title=legal(name if is_whole_site else f"{name}: {page.title}"),
        link=page.full_url,
        description=None,
        language=get_language(),
        author_name=legal(name),
        feed_url=f"{page.full_url}feed/",
        feed_guid=lasting_id(page),
        newest=max((entry.updated for entry in entries), default=since),
    )
    for entry in entries:
        _add(feed, entry)
    return feed.writeString("utf-8")


def _add(feed: Atom1Feed, entry: Entry) -> None:
    feed.add_item(
        title=legal(entry.title),
        link=entry.link,
        description=None,
        unique_id=entry.id,
        pubdate=entry.published,
        updateddate=entry.updated,
        # Without one of its own an item has the author of the feed.
        author_name=legal(entry.author) or None,
        categories=[legal(name) for name in entry.categories],
        content=legal(entry.content),
    )


class _Feed(Atom1Feed):
    """Atom with the whole text of each item."""

    def latest_post_date(self) -> datetime:
        return self.feed["newest"]

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("content", item["content"], {"type": "html"})
