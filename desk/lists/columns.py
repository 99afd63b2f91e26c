"""What stands in each column of a list."""

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.ui.tables.pages import (
    BulkActionsColumn,
    PageStatusColumn,
    PageTable,
    PageTitleColumn,
)

from base.dates import clock, in_words


def day(page) -> str:
    """“31 May 2006”, “May 2006”: never more than is known."""
    if not hasattr(page, "date_precision"):
        return ""
    return in_words(page.date, page.date_precision) or _now("no date yet")


def takes_place(event) -> str:
    """“5 June 2026, 7pm”, on the clock of the place."""
    if not event.start:
        return _now("no date yet")
    first = in_words(event.local_start.date())
    words = f"{first}, {clock(event.local_start)}" if event.has_start_time else first
    if not event.is_one_day:
        words = f"{words} – {in_words(event.local_end.date())}"
    return f"{words} ({event.zone_name})" if event.is_elsewhere else words


def topics(page) -> str:
    return ", ".join(getattr(page, "topic_names", ()))


class NumberFiledColumn(Column):
    """How many items are filed under a topic, with the way to their list."""

    cell_template_name = "desk/lists/number_filed_cell.html"


class MutedTable(PageTable):
    """What is over stands back."""

    def get_row_classname(self, instance):
        words = super().get_row_classname(instance)
        return f"{words} desk-past".strip() if getattr(instance, "is_past", False) else words


WIDE = "desk-wide"  # left out where there is no room for it
SELECT = BulkActionsColumn("bulk_actions")
HEADLINE = PageTitleColumn("title", label=_("Headline"), sort_key="title", classname="title")
STATUS = PageStatusColumn("status", label=_("Status"), width="9%")
SAVED_BY = Column("saver", label=_("Editor"), classname=WIDE, width="11%")
DAY = Column("date", label=_("Date"), accessor=day, sort_key="date", width="11%")
TOPICS = Column("topics", label=_("Topic"), accessor=topics, classname=WIDE, width="17%")
STREAM = Column("stream", label=_("Stream"), accessor="stream_name", classname=WIDE, width="11%")

OF_NEWS = [SELECT, DAY, HEADLINE, TOPICS, STREAM, STATUS, SAVED_BY]
OF_EVENTS = [
    SELECT,
    Column("start", label=_("Takes place"), accessor=takes_place, sort_key="start", width="15%"),
    HEADLINE,
    Column("venue", label=_("Where"), classname=WIDE, width="12%"),
    TOPICS,
    STREAM,
    STATUS,
    SAVED_BY,
]
OF_TOPICS = [
    PageTitleColumn("title", label=_("Topic"), sort_key="title", classname="title"),
    NumberFiledColumn("number", label=_("Items"), width="10%"),
    Column("dye", label=_("Dye"), accessor="get_dye_display", classname=WIDE, width="15%"),
    STATUS,
    SAVED_BY,
]
