"""Links of published pages that lead a visitor nowhere."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django.db import models
from django.db.models import Q, TextField
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, get_page_models

from base.caching import kept
from base.models import SiteDocument
from base.prose import plain
from base.visibility import public_collections, visible

_LINK = re.compile(r"<a\b(?P<attributes>[^>]*\blinktype=[^>]*)>(?P<words>.*?)</a>", re.S)
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
AT_ONCE = 2000  # keys in one query
LONGEST = 100  # words of a link, as a list shows them
FAULTS = {
    "page gone": _("The page was deleted."),
    "page draft": _("The page is not published."),
    "page private": _("The page is private: a visitor is asked for a password or to sign in."),
    "document gone": _("The document was deleted."),
    "document private": _("The document is private."),
    "target draft": _("The page is not published; until then this notice is hidden."),
    "target private": _("The page is private; this notice is therefore hidden."),
}


class Broken(NamedTuple):
    """One link that leads nowhere; `fault` is a key of FAULTS."""

    page: int
    words: str
    fault: str
    path: str


class Link(NamedTuple):
    """A link in running text."""

    page: int
    kind: str
    target: int
    words: str
    path: str


def broken_links() -> list[Broken]:
    """All of them; kept until something is published."""
    return kept("broken-links", lambda: [*_in_texts(), *_of_notices()])


def _in_texts() -> Iterator[Broken]:
    links = list(_links())
    faults = {
        "page": _faults_of_pages({link.target for link in links if link.kind == "page"}),
        "document": _faults_of_files({link.target for link in links if link.kind == "document"}),
    }
    for link in links:
        if fault := faults[link.kind].get(link.target):
            yield Broken(link.page, link.words, f"{link.kind} {fault}", link.path)


def _links() -> Iterator[Link]:
    """Every link in the running text of a page that visitors can read."""
    for model in get_page_models():
        for field in model._meta.local_fields:
            if isinstance(field, RichTextField | StreamField):
                readable = visible(model._default_manager.all()).order_by()
                texts = readable.annotate(raw=Cast(field.name, TextField()))
                rows = texts.filter(raw__contains="linktype").values_list("pk", "raw")
                for key, raw in rows.iterator():
                    yield from _links_in(key, field, raw)


def _links_in(key: int, field: models.Field, raw: str) -> Iterator[Link]:
    texts = _strings(json.loads(raw)) if isinstance(field, StreamField) else [("", raw)]
    for block, text in texts:
        for found in _LINK.finditer(text):
            given = dict(_ATTRIBUTE.findall(found["attributes"]))
            kind, target = given.get("linktype"), given.get("id", "")
            if kind in ("page", "document") and target.isdecimal():
                path = f"{field.name}.{block}".rstrip(".")
                yield Link(key, kind, int(target), plain(found["words"])[:LONGEST], path)


def _strings(value, block: str = "") -> Iterator[tuple[str, str]]:
    """Every string in the stored text, with the id of the outermost block that holds it."""
    if isinstance(value, str):
        yield block, value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part, block or str(value.get("id", "")))
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part, block)


def _faults_of_pages(keys: set[int]) -> dict[int, str]:
    live, open_to_all = {}, set()
    for some in _some(keys):
        pages = Page.objects.filter(pk__in=some).order_by()
        live.update(pages.values_list("pk", "live"))
        open_to_all.update(visible(pages).values_list("pk", flat=True))
    gone = dict.fromkeys(keys - live.keys(), "gone")
    closed = live.keys() - open_to_all
    return {**gone, **{key: "private" if live[key] else "draft" for key in closed}}


def _faults_of_files(keys: set[int]) -> dict[int, str]:
    there, open_to_all = set(), set()
    for some in _some(keys):
        files = SiteDocument.objects.filter(pk__in=some).order_by()
        there.update(files.values_list("pk", flat=True))
        public = files.filter(collection__in=public_collections())
        open_to_all.update(public.values_list("pk", flat=True))
    closed = dict.fromkeys(there - open_to_all, "private")
    return {**dict.fromkeys(keys - there, "gone"), **closed}


def _of_notices() -> Iterator[Broken]:
    """Notices that visitors do not see, because they lead where nobody may follow."""
    from notices.models import FeaturedNotice

    notices = visible(FeaturedNotice.objects.exclude(target_page=None)).order_by("pk")
    rows = list(notices.values_list("pk", "target_page", "title"))
    faults = _faults_of_pages({target for _key, target, _title in rows})
    for key, target, title in rows:
        if target in faults:
            yield Broken(key, title, f"target {faults[target]}", "target_page")
    files = notices.filter(~Q(target_document__collection__in=public_collections()))
    for key, title in files.exclude(target_document=None).values_list("pk", "title"):
        yield Broken(key, title, "document private", "target_document")


def _some(keys: Iterable[int]) -> Iterator[list[int]]:
    """SQLite takes so many values in one query, and no more."""
    listed = sorted(keys)
    for start in range(0, len(listed), AT_ONCE):
        yield listed[start : start + AT_ONCE]
