"""What was done to the order, by whom and when: written with each change, read for the next undo."""

from collections.abc import Sequence

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter
from wagtail.models import Page, PageLogEntry

ACTION = "notices.reorder"


def write(home: Page, before: Sequence, after: Sequence, user, moved=None, undone=None) -> int:
    """The entry of one change; `before` and `after` are the whole orders, as notices.

    Written past `log()`, which would ask for each key once more whether it is there.
    """
    keys = [notice.pk for notice in after]
    data: dict[str, object] = {
        "home": home.pk,
        "before": [notice.pk for notice in before],
        "after": keys,
        "undoes": undone,
    }
    subject = moved or home
    if moved:
        place = keys.index(moved.pk)
        data |= {
            "from": data["before"].index(moved.pk) + 1,
            "to": place + 1,
            "above": _named(after[place - 1]) if place else None,
            "below": _named(after[place + 1]) if place + 1 < len(after) else None,
        }
    return log_all([subject], ACTION, user, data)[0].pk


def log_all(pages: Sequence, action: str, user, data: dict | None = None) -> list[PageLogEntry]:
    """One entry for each page, in one statement."""
    entries = [
        PageLogEntry(
            page_id=page.pk,
            content_type=ContentType.objects.get_for_model(type(page)),
            label=page.get_admin_display_title(),
            action=action,
            timestamp=timezone.now(),
            user=user,
            data=data or {},
        )
        for page in pages
    ]
    return PageLogEntry.objects.bulk_create(entries)


def last(home: Page) -> PageLogEntry | None:
    """The newest change of this home page's order, whoever made it."""
    return before(home, None)


def before(home: Page, change: int | None) -> PageLogEntry | None:
    """The one before that change; the newest if there was none."""
    earlier = PageLogEntry.objects.filter(action=ACTION, data__home=home.pk)
    if change:
        earlier = earlier.filter(pk__lt=change)
    return earlier.select_related("user").order_by("-pk").first()


def since(home: Page, known: int, change: int | None, user) -> PageLogEntry | None:
    """The newest change between two that is not this person's own; else their own, in another window."""
    between = PageLogEntry.objects.filter(action=ACTION, data__home=home.pk, pk__gt=known)
    if change:
        between = between.filter(pk__lt=change)
    newest_first = between.select_related("user").order_by("-pk")
    return newest_first.exclude(user=user).first() or newest_first.first()


def who(change: PageLogEntry | None) -> str:
    return change.user_display_name if change else _("Somebody")


def _named(notice) -> dict[str, object]:
    return {"pk": notice.pk, "title": notice.get_admin_display_title()}


class ReorderFormatter(LogFormatter):
    """A change of the order, in the history of the notice that was moved."""

    label = gettext_lazy("Put in order")

    def format_message(self, log_entry) -> str:
        return in_words(log_entry.data)


def in_words(data: dict) -> str:
    """Without the headlines of its neighbours: whoever reads this history may not know of their drafts."""
    if "from" in data:
        return _("Moved from place %(from)s to %(to)s") % data
    if data.get("undoes"):
        return _("Took back the last change of the order")
    return _("Put all notices in another order")
