"""Records of old listings become pages, safely: run twice, or killed and run again, it ends the same.

A page that exists is never written again, except that a topic nobody has touched may still gain
what a later file knows of it. One transaction a page; every page has a revision.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from django.db import transaction
from django.db.models import Max
from wagtail.models import Page

from articles.models import ArticlePage, EventPage, NewsIndex
from base.dates import Precision, half_a_year_after, in_words
from base.models import ImportRecord
from base.models.pages import why_slug_is_refused
from notices.models import FeaturedNotice

from .boxes import BoxLoader
from .parse import Item, Listing, Notice
from .write import (
    as_html,
    as_page,
    event_fields,
    free_slug,
    hash_of,
    is_last_of_month,
    record,
    stable_key,
)

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
        # “--stream reports” names the first stream; the second is still the second by default.
        others = [*DEFAULT_STREAMS[len(given) :], *DEFAULT_STREAMS[: len(given)]]
        self.slugs = [*given, *[slug for slug in others if slug not in given]]
        self.month_stamps = month_stamps
        self.dry_run = dry_run
        self.boxes = BoxLoader(home, dyes or {}, dry_run, kept_free=self.slugs)
        self.planned: dict[str, tuple[str, str]] = {}  # what a dry run would have recorded

    def check(self, listings: Iterable[Listing]) -> None:
        """CannotLoad, before anything is written, where a stream cannot be had."""
        runs = {item.run for listing in listings for item in listing.items}
        for slug in map(self._slug, sorted(runs)):
            page = self._stream_page(slug)
            if page and page.specific_class is not NewsIndex:
                raise CannotLoad(
                    f"“{slug}” is a page of another kind. Choose another name with --stream."
                )
            try:
                validate_slug(slug)
            except ValidationError:
                raise CannotLoad(f"“{slug}” cannot be the address of a stream.") from None
            if page is None and (reason := why_slug_is_refused(self.home, slug)):
                raise CannotLoad(reason)

    def load(self, listing: Listing) -> Iterator[str]:
        """Write one listing; yields the headline of each page as it is dealt with.

        The report is `self.report` once the iterator is exhausted.
        """
        self.report = report = Report(listing.name)
        self.boxes.report = report
        if not self.dry_run:
            self._give_home_a_revision()
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
            self.boxes.sidebar(listing.name, self._section(listing), topics, bool(listing.join))

    def _give_home_a_revision(self) -> None:
        """The home page of a fresh site has none, and two editors of such a page overwrite each other."""
        home = Page.objects.get(pk=self.home.pk)
        if home.latest_revision_id is None:
            home.specific.save_revision().publish()

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
        page = self._stream_page(self._slug(run))
        return page.specific if page else self._new_stream(self._slug(run))

    def _stream_page(self, slug: str) -> Page | None:
        return Page.objects.child_of(self.home).filter(slug=slug).first()

    def _new_stream(self, slug: str) -> NewsIndex:
        with transaction.atomic():
            stream = NewsIndex(title=slug.replace("-", " ").capitalize(), slug=slug)
            Page.objects.get(pk=self.home.pk).add_child(instance=stream)
            stream.save_revision().publish()
        return stream

    # --- dated items

    def _item(self, listing: Listing, item: Item) -> None:
        self._flag(item, item.flags)
        key = self._key(item)
        text = [as_html(item.teaser), item.headline]
        if self._is_known(listing, key, text, item):
            return
        if not item.headline:
            self.report.drafts += 1
        self.report.created += 1
        if self.dry_run:
            self.boxes.expect_topic(item.category)
            return
        topic = self.boxes.topic_of_category(listing.name, item.category) if item.category else None
        stream = self._stream(item.run)
        page = self._page(listing, item, stream)
        page.main_topic = topic
        with transaction.atomic():
            NewsIndex.objects.get(pk=stream.pk).add_child(instance=page)
            revision = page.save_revision()
            if item.headline:
                revision.publish()
            record(page, listing.name, key, text)

    def _key(self, item: Item) -> str:
        words = item.printed_headline or words_of(item)
        return stable_key("item", self._slug(item.run), item.date, words)

    def _page(self, listing: Listing, item: Item, stream: NewsIndex) -> ArticlePage:
        day = in_words(item.date, self._precision(item))
        title, teaser = as_page(item.headline or f"Item without a headline, {day}", item.teaser)
        if teaser is not item.teaser:
            self._flag(item, ["The headline is too long for one: it was cut, and opens the text."])
        fields = {
            "title": title,
            "slug": free_slug(stream, title),
            "date": item.date,
            "date_precision": self._precision(item),
            "position_in_day": self._place(listing, item, stream),
            "live": False,
        }
        if item.kind == "event" and item.event:
            return EventPage(**fields, **event_fields(item, teaser))
        return ArticlePage(**fields, teaser=as_html(teaser), body=[])

    def _precision(self, item: Item) -> str:
        is_stamp = self.month_stamps and is_last_of_month(item.date)
        return Precision.MONTH if is_stamp and item.precision == "day" else item.precision

    def _place(self, listing: Listing, item: Item, stream: NewsIndex) -> int:
        """The printed order is kept: after what the stream already holds of that day, but above
        whatever another file brought that this one prints further down."""
        same_day = ArticlePage.objects.descendant_of(stream).filter(date=item.date).order_by()
        last = same_day.aggregate(last=Max("position_in_day"))["last"]
        end = 0 if last is None else last + 1
        printed = [o for o in listing.items if (o.run, o.date) == (item.run, item.date)]
        own = next(place for place, other in enumerate(printed) if other is item)
        keys = [self._key(other) for other in printed]
        there = dict(
            same_day.filter(import_records__key__in=keys).values_list(
                "import_records__key", "position_in_day"
            )
        )
        below = next((n for n in range(own + 1, len(keys)) if keys[n] in there), None)
        if below is None:
            return end
        above = [there[key] for key in keys[:own] if key in there]
        place = there[keys[below]] - (below - own)
        if above and place <= max(above):
            self._flag(item, ["Its place within its day is taken; it stands last of that day."])
            return end
        return place

    # --- notices

    def _notice(self, listing: Listing, notice: Notice) -> None:
        self._flag(notice, notice.flags)
        key = stable_key("notice", "", notice.date, notice.headline or words_of(notice))
        text = [as_html(notice.teaser), notice.headline]
        if self._is_known(listing, key, text, notice):
            return
        has_day = notice.precision == Precision.DAY
        if not has_day:
            self._flag(notice, ["A notice prints a day; it is a draft until somebody knows it."])
        is_public = bool(notice.headline) and has_day
        self.report.created += 1
        self.report.drafts += not is_public
        if self.dry_run:
            return
        day = in_words(notice.date, notice.precision)
        title, teaser = as_page(
            notice.headline or f"Notice without a headline, {day}", notice.teaser
        )
        page = FeaturedNotice(
            title=title,
            slug=free_slug(self.home, title, self.slugs),
            date=notice.date,
            teaser=as_html(teaser),
            review_on=half_a_year_after(notice.date),
            live=False,
        )
        with transaction.atomic():
            Page.objects.get(pk=self.home.pk).add_child(instance=page)
            revision = page.save_revision()
            if is_public:
                revision.publish()
            record(page, listing.name, key, text)

    # --- what is there already, and what is doubtful

    def _is_known(self, listing: Listing, key: str, text: list[str], entry: Item | Notice) -> bool:
        known = ImportRecord.objects.filter(key=key).values_list("source", "hash").first()
        known = known or self.planned.get(key)
        if known is None:
            if self.dry_run:
                self.planned[key] = (listing.name, hash_of(text))
            return False
        self.report.known += 1
        source, written = known
        if written != hash_of(text):
            self.report.flags.append(
                f"{in_words(entry.date)}, “{entry.headline or words_of(entry)}”: already imported "
                f"from {source} with another text; that page was left as it is. The text here: "
                f"{words_of(entry)}"
            )
        return True

    def _flag(self, entry: Item | Notice, flags: list[str]) -> None:
        words = entry.headline or "(no headline)"
        self.report.flags += [
            f"{in_words(entry.date, entry.precision)}, “{words}”: {flag}" for flag in flags
        ]


def words_of(entry: Item | Notice) -> str:
    return " ".join(line for lines in entry.teaser for line in lines)
