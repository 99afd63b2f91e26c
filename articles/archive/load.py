"""Records of old listings become pages, safely: run twice, or killed and run again, it ends the same.

A page that exists is never written again, except that a topic nobody has touched may still gain
what a later file knows of it. One transaction a page; every page has a revision.
"""

import datetime
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from wagtail.models import Page

from articles.models import ArticlePage, EventPage, NewsIndex
from base.dates import Precision, in_words
from base.models import ImportRecord
from notices.models import FeaturedNotice

from .boxes import BoxLoader
from .parse import Item, Listing, Notice
from .write import as_html, free_slug, hash_of, record, stable_key

DEFAULT_STREAMS = ("news", "analysis")


@dataclass
class Report:
    """What became of one file."""

    name: str
    created: int = 0
    known: int = 0
    drafts: int = 0
    flags: list[str] = field(default_factory=list)


class CannotLoad(ValueError):
    """The site is not in a state to take the pages; the message says what to do."""


class Loader:
    """Puts listings under one home page."""

    def __init__(
        self,
        home: Page,
        streams: list[str] | None = None,
        month_stamps: bool = False,
        dyes: dict[str, str] | None = None,
        dry_run: bool = False,
    ):
        self.home = home
        given = streams or []
        self.slugs = [*given, *[slug for slug in DEFAULT_STREAMS if slug not in given]]
        self.month_stamps = month_stamps
        self.dry_run = dry_run
        self.boxes = BoxLoader(home, dyes or {}, dry_run)

    def load(self, listing: Listing) -> Iterator[str]:
        """Write one listing; yields the headline of each page as it is dealt with.

        The report is `self.report` once the iterator is exhausted.
        """
        self.report = report = Report(listing.name)
        self.boxes.report = report
        for item in listing.items:
            self._item(listing, item)
            yield item.headline
        # Each new notice goes on top, so the last is written first; those that exist never move.
        for notice in reversed(listing.notices):
            self._notice(listing, notice)
            yield notice.headline
        topics = []
        for box in listing.boxes:
            topics.append(self.boxes.topic_of_box(listing.name, box))
            yield box.headline
        if listing.join:
            self.boxes.join(listing.join)
        if not self.dry_run and (topics or listing.join):
            self.boxes.sidebar(self._section(listing), topics, bool(listing.join))

    # --- streams

    def _section(self, listing: Listing) -> Page:
        """Whose sidebar the boxes of that page are: a home page's, or a stream's."""
        is_home = listing.notices or any(item.run for item in listing.items)
        return self.home if is_home or not listing.items else self._stream(0)

    def _slug(self, run: int) -> str:
        if run < len(self.slugs):
            return self.slugs[run]
        return f"stream-{run + 1}"

    def _stream(self, run: int) -> NewsIndex:
        slug = self._slug(run)
        page = Page.objects.child_of(self.home).filter(slug=slug).first()
        if page is None:
            return self._new_stream(slug)
        if page.specific_class is not NewsIndex:
            raise CannotLoad(
                f"“{slug}” is a page of another kind. Choose another name with --stream."
            )
        return page.specific

    def _new_stream(self, slug: str) -> NewsIndex:
        with transaction.atomic():
            stream = NewsIndex(title=slug.replace("-", " ").capitalize(), slug=slug)
            Page.objects.get(pk=self.home.pk).add_child(instance=stream)
            stream.save_revision().publish()
        return stream

    # --- dated items

    def _item(self, listing: Listing, item: Item) -> None:
        self._flag(item, item.flags)
        slug = self._slug(item.run)
        words = item.printed_headline or " ".join(line for lines in item.teaser for line in lines)
        key = stable_key("item", slug, item.date, words)
        text = [as_html(item.teaser), item.headline]
        if self._is_known(key, text, item.headline or words, item.date):
            return
        if not item.headline:
            self.report.drafts += 1
        self.report.created += 1
        if self.dry_run:
            self.boxes.expect_topic(item.category)
            return
        topic = self.boxes.topic_of_category(listing.name, item.category) if item.category else None
        stream = self._stream(item.run)
        page = self._page(item, stream)
        page.main_topic = topic
        with transaction.atomic():
            NewsIndex.objects.get(pk=stream.pk).add_child(instance=page)
            revision = page.save_revision()
            if item.headline:
                revision.publish()
            record(page, listing.name, key, text)

    def _page(self, item: Item, stream: NewsIndex) -> ArticlePage:
        title = item.headline or f"Item without a headline, {in_words(item.date, item.precision)}"
        fields = {
            "title": title,
            "slug": free_slug(stream, title),
            "date": item.date,
            "date_precision": self._precision(item),
            "position_in_day": self._place(item.date, stream),
            "live": False,
        }
        if item.kind == "event" and item.event:
            return EventPage(**fields, **event_fields(item))
        return ArticlePage(**fields, teaser=as_html(item.teaser), body=[])

    def _precision(self, item: Item) -> str:
        is_stamp = self.month_stamps and is_last_of_month(item.date)
        return Precision.MONTH if is_stamp and item.precision == "day" else item.precision

    def _place(self, date: datetime.date, stream: NewsIndex) -> int:
        """After what that stream already holds of that day, so that the printed order is kept."""
        same_day = ArticlePage.objects.descendant_of(stream).filter(date=date).order_by()
        last = same_day.aggregate(last=Max("position_in_day"))["last"]
        return 0 if last is None else last + 1

    # --- notices

    def _notice(self, listing: Listing, notice: Notice) -> None:
        self._flag(notice, notice.flags)
        key = stable_key("notice", "", notice.date, notice.headline)
        text = [as_html(notice.teaser), notice.headline]
        if self._is_known(key, text, notice.headline, notice.date):
            return
        self.report.created += 1
        if self.dry_run:
            return
        page = FeaturedNotice(
            title=notice.headline or f"Notice of {in_words(notice.date, notice.precision)}",
            slug=free_slug(self.home, notice.headline or "notice"),
            date=notice.date,
            teaser=as_html(notice.teaser),
            live=False,
        )
        with transaction.atomic():
            Page.objects.get(pk=self.home.pk).add_child(instance=page)
            page.save_revision().publish()
            record(page, listing.name, key, text)

    # --- what is there already, and what is doubtful

    def _is_known(self, key: str, text: list[str], words: str, date: datetime.date) -> bool:
        known = ImportRecord.objects.filter(key=key).first()
        if known is None:
            return False
        self.report.known += 1
        if known.hash != hash_of(text):
            self.report.flags.append(
                f"{in_words(date)}, “{words}”: already imported from {known.source} with another "
                f"text; that page was left as it is. The text here: {text[0]}"
            )
        return True

    def _flag(self, entry: Item | Notice, flags: list[str]) -> None:
        words = entry.headline or "(no headline)"
        self.report.flags += [
            f"{in_words(entry.date, entry.precision)}, “{words}”: {flag}" for flag in flags
        ]


def is_last_of_month(date: datetime.date) -> bool:
    return date.day == monthrange(date.year, date.month)[1]


def event_fields(item: Item) -> dict[str, object]:
    """The announcement, word for word, as the text; what could be read out of it, as fields."""
    said = item.event
    zone = timezone.get_default_timezone()
    prices = [
        ("line", {"label": label, "amount": amount, "currency": said.currency or "GBP"})
        for label, amount in said.prices
    ]
    return {
        "body": [("paragraph", as_html(item.teaser))],
        "start": said.start and said.start.replace(tzinfo=zone),
        "end": said.end and said.end.replace(tzinfo=zone),
        "has_start_time": said.has_time,
        "time_zone": str(zone),
        "venue": said.venue,
        "street": said.street,
        "postcode": said.postcode,
        "contact": said.contact,
        "schedule": [("line", {"time": time, "label": label}) for time, label in said.schedule],
        "prices": prices,
    }
