"""Small parts of writing an old item as a page: its HTML, slug, fields, key and record."""

import datetime
import hashlib
from calendar import monthrange
from collections.abc import Iterable
from html import escape

from django.utils import timezone
from django.utils.text import slugify
from wagtail.models import Page

from articles.models import EventPage
from base.models import ImportRecord
from base.models.pages import why_slug_is_refused
from base.prose import beginning

from .parse import Item, Teaser, fold

LONGEST_SLUG = 80
LONGEST_KEY = 200
LONGEST_TITLE = 255
PLACE_AND_CONTACT = ("venue", "street", "postcode", "contact")


def as_html(teaser: Teaser) -> str:
    """Paragraphs as printed, their lines kept, nothing in them taken for markup."""
    paragraphs = ("<br/>".join(escape(line, quote=False) for line in lines) for lines in teaser)
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


def as_page(headline: str, teaser: Teaser) -> tuple[str, Teaser]:
    """A headline longer than a page may have is cut, and stands whole above the text."""
    if len(headline) <= LONGEST_TITLE:
        return headline, teaser
    return beginning(headline, LONGEST_TITLE - 1), [[headline], *teaser]


def free_slug(parent: Page, title: str, kept_free: Iterable[str] = ()) -> str:
    """A slug no sibling has and no route of the parent hides; the same on every run."""
    base = slugify(title)[:LONGEST_SLUG].strip("-") or "item"
    if why_slug_is_refused(parent, base) or base in kept_free:
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


def is_last_of_month(date: datetime.date) -> bool:
    return date.day == monthrange(date.year, date.month)[1]


def fitting(field: str, value: str) -> str:
    """A value too long for its field stays in the text alone, where all of it stands anyway."""
    return value if len(value) <= EventPage._meta.get_field(field).max_length else ""


def event_fields(item: Item, teaser: Teaser) -> dict[str, object]:
    """The announcement, word for word, as the text; what could be read out of it, as fields."""
    said = item.event
    zone = timezone.get_default_timezone()
    prices = [
        ("line", {"label": label, "amount": amount, "currency": said.currency or "GBP"})
        for label, amount in said.prices
    ]
    return {
        "body": [("paragraph", as_html(teaser))],
        "start": said.start and said.start.replace(tzinfo=zone),
        "end": said.end and said.end.replace(tzinfo=zone),
        "has_start_time": said.has_time,
        "time_zone": str(zone),
        **{name: fitting(name, getattr(said, name)) for name in PLACE_AND_CONTACT},
        "schedule": [("line", {"time": time, "label": label}) for time, label in said.schedule],
        "prices": prices,
    }
