"""How a notice stands, in the words of whoever looks after the list."""

import datetime
from dataclasses import dataclass

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from base.dates import in_words

from .models import FeaturedNotice

LIVE, DRAFT, SCHEDULED, ENDED, HIDDEN, DUE = "live", "draft", "scheduled", "ended", "hidden", "due"


@dataclass(frozen=True)
class State:
    """One thing to know of a notice: its kind, and the words for it."""

    kind: str
    words: str


def states(
    notice: FeaturedNotice,
    is_shown: bool,
    appears_at: datetime.datetime | None = None,
    target_is_public: bool = True,
) -> list[State]:
    """What visitors see of it now, what will change by itself, and what somebody should do."""
    found = [_of_visitors(notice, is_shown, target_is_public)]
    if notice.live and appears_at:
        words = _("A new version appears on %(moment)s")
        found.append(State(SCHEDULED, words % {"moment": moment(appears_at)}))
    elif notice.live and notice.has_unpublished_changes:
        found.append(State(DRAFT, _("With changes that visitors do not see yet")))
    elif not notice.live and appears_at:
        found = [State(SCHEDULED, _("Scheduled for %(moment)s") % {"moment": moment(appears_at)})]
    if notice.current_workflow_state:
        found.append(State(DRAFT, _("In review")))
    if notice.is_due and is_shown:
        words = _("Review due since %(day)s") % {"day": in_words(notice.review_on)}
        found.append(State(DUE, words))
    return found


def moment(at: datetime.datetime) -> str:
    """“4 May 2026, 14:00 BST”, on the clock of whoever reads it."""
    return date_format(timezone.localtime(at), "DATETIME_FORMAT")


def _of_visitors(notice: FeaturedNotice, is_shown: bool, target_is_public: bool) -> State:
    if not notice.live:
        return _of_what_is_not_live(notice)
    ended = _ended(notice)
    if ended:
        return ended
    if is_shown:
        return _live(notice)
    if notice.date is None:
        return State(HIDDEN, _("Hidden: it has no date"))
    if not target_is_public:
        return State(HIDDEN, _("Hidden: what it leads to is not public"))
    return State(HIDDEN, _("Private"))


def _of_what_is_not_live(notice: FeaturedNotice) -> State:
    if notice.expired:
        if notice.expire_at:
            return State(ENDED, _("Ended on %(moment)s") % {"moment": moment(notice.expire_at)})
        return State(ENDED, _("Ended"))
    if notice.first_published_at:
        return State(DRAFT, _("Unpublished"))
    return State(DRAFT, _("Draft"))


def _ended(notice: FeaturedNotice) -> State | None:
    if notice.has_ended:
        return State(ENDED, _("Ended on %(moment)s") % {"moment": in_words(notice.show_until)})
    if notice.has_run_out:
        return State(ENDED, _("Ended on %(moment)s") % {"moment": moment(notice.expire_at)})
    return None


def _live(notice: FeaturedNotice) -> State:
    goes_at = notice.expire_at
    last_day = notice.show_until
    if goes_at and (not last_day or timezone.localdate(goes_at) <= last_day):
        return State(LIVE, _("Live, ends on %(moment)s") % {"moment": moment(goes_at)})
    if last_day:
        return State(LIVE, _("Live, ends on %(moment)s") % {"moment": in_words(last_day)})
    return State(LIVE, _("Live"))
