"""A list as a spreadsheet: one line for each page of it, read while it is written, some hundreds at a time."""

import datetime
from collections.abc import Callable, Iterator

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamValue

from articles.models import ArticlePage, EventPage
from base import prose
from base.dates import Precision

from .rows import name_savers, name_streams, name_topics

AT_ONCE = 500
ARTICLE_HEADINGS = {
    "date": _("Date"),
    "precision": _("Known to"),
    "headline": _("Headline"),
    "address": _("Address"),
    "stream": _("Stream"),
    "topics": _("Topics"),
    "status": _("Status"),
    "editor": _("Editor"),
    "words": _("Words"),
}
EVENT_HEADINGS = {
    "start": _("Starts"),
    "end": _("Ends"),
    "time_zone": _("Time zone"),
    "venue": _("Where"),
    **ARTICLE_HEADINGS,
}

Line = dict[str, object]


def article_lines(pages: QuerySet) -> Iterator[Line]:
    return _lines(pages, ArticlePage.objects.all(), of_article)


def event_lines(pages: QuerySet) -> Iterator[Line]:
    return _lines(pages, EventPage.objects.defer("schedule", "prices"), of_event)


def of_article(page: ArticlePage) -> Line:
    return {
        "date": page.date,
        "precision": page.precision_name,
        "headline": page.get_admin_display_title(),
        "address": page.address,
        "stream": page.stream_name,
        "topics": ", ".join(page.topic_names),
        "status": str(page.status_string),
        "editor": page.saver,
        "words": number_of_words(page),
    }


def of_event(event: EventPage) -> Line:
    """With its hours on the clock of the place, which stands beside them."""
    return {
        "start": _on_the_clock(event.local_start),
        "end": _on_the_clock(event.local_end),
        "time_zone": event.time_zone,
        "venue": event.venue,
        **of_article(event),
    }


def number_of_words(page: ArticlePage) -> int:
    """Of the teaser and the text together."""
    return sum(map(prose.number_of_words, [page.teaser, *_texts(page.body)]))


def name_the_rest(batch: list) -> None:
    """What costs much to say of one page and nothing more to say of hundreds."""
    names = {value: str(label) for value, label in Precision.choices}
    for page in batch:
        page.precision_name = names.get(page.date_precision, "")
        page.address = page.get_full_url(batch[0]) or ""  # which remembers the address of the site


def _lines(pages: QuerySet, whole: QuerySet, line: Callable[..., Line]) -> Iterator[Line]:
    keys = list(pages.values_list("pk", flat=True))
    whole = whole.prefetch_workflow_states().annotate_approved_schedule()
    for start in range(0, len(keys), AT_ONCE):
        some = keys[start : start + AT_ONCE]
        found = {page.pk: page for page in whole.filter(pk__in=some)}
        batch = [found[key] for key in some if key in found]
        name_topics(batch)
        name_streams(batch)
        name_savers(batch)
        name_the_rest(batch)
        yield from map(line, batch)


def _texts(body: StreamValue) -> Iterator[str]:
    """Every passage as it is stored; a single word may be the name of a choice, and is left out."""
    waiting: list[object] = list(body.raw_data)
    while waiting:
        piece = waiting.pop()
        if isinstance(piece, dict):
            waiting += piece.values()
        elif isinstance(piece, list | tuple):
            waiting += piece
        elif isinstance(piece, str) and (" " in piece or "<" in piece):
            yield piece


def _on_the_clock(moment: datetime.datetime | None) -> datetime.datetime | None:
    return moment and moment.replace(tzinfo=None)
