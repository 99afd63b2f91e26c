"""Small parts of writing an old item as a page: its HTML, its slug, its key, its record."""

import datetime
import hashlib
from html import escape

from django.utils.text import slugify
from wagtail.models import Page

from base.models import ImportRecord
from base.models.pages import why_slug_is_refused

from .parse import Teaser, fold

LONGEST_SLUG = 80
LONGEST_KEY = 200


def as_html(teaser: Teaser) -> str:
    """Paragraphs as printed, their lines kept, nothing in them taken for markup."""
    paragraphs = ("<br/>".join(escape(line, quote=False) for line in lines) for lines in teaser)
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


def free_slug(parent: Page, title: str) -> str:
    """A slug no sibling has and no route of the parent hides; the same on every run."""
    base = slugify(title)[:LONGEST_SLUG].strip("-") or "item"
    if why_slug_is_refused(parent, base):
        base = f"item-{base}"
    taken = set(
        Page.objects.child_of(parent).filter(slug__startswith=base).values_list("slug", flat=True)
    )
    number = 2
    slug = base
    while slug in taken:
        slug = f"{base}-{number}"
        number += 1
    return slug


def stable_key(kind: str, place: str, date: datetime.date | None, words: str) -> str:
    """What makes an item the same item in another file: kind, stream, date and folded headline."""
    key = "|".join([kind, place, date.isoformat() if date else "", fold(words).casefold()])
    if len(key) <= LONGEST_KEY:
        return key
    digest = hashlib.sha256(key.encode()).hexdigest()[:16]
    return f"{key[: LONGEST_KEY - 17]}#{digest}"


def record(page: Page, source: str, key: str, text: list[str]) -> ImportRecord:
    """Remember which page an item became, and what was written."""
    return ImportRecord.objects.create(
        page_id=page.pk, source=source[:255], key=key, hash=hash_of(text)
    )


def hash_of(text: list[str]) -> str:
    return hashlib.sha256("\x1f".join(text).encode()).hexdigest()
