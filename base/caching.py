"""One number stands for everything visitors see; what is worked out from it is kept under it.

Whatever changes the public site calls `bump()`. Nothing is ever purged piece by piece: a value
kept under an old number is simply not asked for again.
"""

import datetime
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.db.models import F, Max, Min
from django.utils import timezone, translation

from base.dates import today

Value = TypeVar("Value")

KEPT_FOR = 60 * 60 * 24  # seconds; a value kept longer has not been asked for in a day
_MISSING = object()
_pinned: ContextVar[dict[str, Any] | None] = ContextVar("pinned_content_version", default=None)


def bump() -> None:
    """Say that the public site has changed, as soon as the change itself is committed."""
    transaction.on_commit(_raise_number)


def content_version() -> str:
    """The version of everything public, shared between processes, the same for a whole request.

    It moves when `bump()` is called, when a page passes its expiry, job or no job, and at midnight,
    when what is shown until a day leaves the lists.
    """
    pinned = _pinned.get()
    if pinned is None:
        return _read_version()
    if "version" not in pinned:
        pinned["version"] = _read_version()
    return pinned["version"]


def kept(name: str, compute: Callable[[], Value]) -> Value:
    """`compute()`, worked out once a content version and kept for every process that shares the cache."""
    pinned = _pinned.get()
    key = f"kept:{content_version()}:{name}"
    if pinned is not None and key in pinned:
        return pinned[key]
    value = cache.get(key, _MISSING)
    if value is _MISSING:
        # An editor with a Spanish admin may be the first to ask; what is kept is for everybody.
        with translation.override(settings.LANGUAGE_CODE):
            value = compute()
        cache.set(key, value, KEPT_FOR)
    if pinned is not None:
        pinned[key] = value
    return value


@contextmanager
def one_version() -> Iterator[None]:
    """Within it the content version is read once, so that a page is of one piece."""
    token = _pinned.set({})
    try:
        yield
    finally:
        _pinned.reset(token)


def _raise_number() -> None:
    from base.models import ContentVersion

    if not ContentVersion.objects.filter(pk=1).update(number=F("number") + 1):
        ContentVersion.objects.get_or_create(pk=1, defaults={"number": 1})
    pinned = _pinned.get()
    if pinned is not None:
        pinned.clear()


def _read_version() -> str:
    from base.models import ContentVersion

    number = ContentVersion.objects.filter(pk=1).values_list("number", flat=True).first() or 0
    return f"{number}.{_last_expiry(number)}.{today():%Y%m%d}"


def _last_expiry(number: int) -> int:
    """The last moment (Unix seconds) at which a live page ran out; 0 if none ever did."""
    from wagtail.models import Page

    key = f"expiries:{number}"
    now = timezone.now()
    known: tuple[int, datetime.datetime | None] | None = cache.get(key)
    if known is None or (known[1] and known[1] <= now):
        live = Page.objects.filter(live=True)
        last = live.filter(expire_at__lte=now).aggregate(moment=Max("expire_at"))["moment"]
        following = live.filter(expire_at__gt=now).aggregate(moment=Min("expire_at"))["moment"]
        known = (int(last.timestamp()) if last else 0, following)
        cache.set(key, known, KEPT_FOR)
    return known[0]
