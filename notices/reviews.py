"""Whether a notice still holds: somebody has looked at it, and when it is asked about again.

The question is about the words that visitors see. Words that wait for their hour, for a reviewer or
for their writer go on waiting, and take the new day along: else the notice would be due again as soon
as they appear. Whoever has locked a notice is the only one who can answer for it.
"""

import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.utils import get_user_display_name
from wagtail.locks import BasicLock
from wagtail.log_actions import LogFormatter, log
from wagtail.models import Page, Revision

from base.dates import half_a_year_after, in_words, today

from .models import FeaturedNotice

ACTION = "notices.still_right"


class NoAnswer(ValueError):
    """The question is not open, or not to everybody: nothing was changed, and the words say why."""


class StillRightFormatter(LogFormatter):
    """An answer, in the history of the notice."""

    label = gettext_lazy("Still right")

    def format_message(self, log_entry) -> str:
        day = in_words(parse_date(log_entry.data["until"]))
        return _("Found still right, to be looked at again on %(day)s") % {"day": day}


def notice_of(key: int) -> FeaturedNotice:
    """That notice as it is stored; raises NoAnswer where there is none."""
    # By `id`: asked for `pk`, a page looks for numbers that no database holds.
    notice = FeaturedNotice.objects.filter(id=key).first()
    if notice is None:
        raise NoAnswer(_("That notice is no longer there. Nothing was changed."))
    return notice


def still_right(notice: FeaturedNotice, user, until: datetime.date | None = None) -> datetime.date:
    """It still holds, so it is asked about again in half a year, or on that day; returns the day.

    A later day that somebody has chosen for it stays. Raises PermissionDenied, or NoAnswer.
    """
    with transaction.atomic():
        # One after the other, and after an editor who is saving: the second finds it answered.
        Page.objects.select_for_update(of=("self",)).filter(pk=notice.pk).first()
        asked = notice_of(notice.pk)
        _refuse_what_is_not_open(asked, user)
        day = until or _later(half_a_year_after(today()), asked.review_on)
        if asked.review_on != day:
            written = _write(asked, day)
            data = {"until": day.isoformat()}
            log(instance=asked, action=ACTION, user=user, data=data, revision=written)
    return day


def _refuse_what_is_not_open(notice: FeaturedNotice, user) -> None:
    if not notice.permissions_for_user(user).can_publish():
        raise PermissionDenied(_("You may not publish that notice. Nothing was changed."))
    said = {"title": notice.title}
    if not notice.live or notice.has_ended or notice.has_run_out:
        words = _("“%(title)s” is no longer shown to visitors. Nothing was changed.")
        raise NoAnswer(words % said)
    if notice.locked and BasicLock(notice).for_user(user):
        said["who"] = get_user_display_name(notice.locked_by) if notice.locked_by else _("Somebody")
        words = _("%(who)s has locked “%(title)s” against changes. Nothing was changed.")
        raise NoAnswer(words % said)


def _write(notice: FeaturedNotice, day: datetime.date) -> Revision | None:
    """Into what visitors see, and into each version that may follow it; returns the last of these.

    By statements of their own. A save would bring the words of a draft along, and publishing would tell
    visitors and search engines that a text has changed of which not a word has.
    """
    FeaturedNotice.objects.filter(pk=notice.pk).update(review_on=day)
    return _write_versions(notice, day)


def _write_versions(notice: FeaturedNotice, day: datetime.date) -> Revision | None:
    """Anew with the new day: the version that is scheduled, for the same moment, and on it the latest.

    None where there is no version, as of an alias.
    """
    to_come = Q(approved_go_live_at__isnull=False) | Q(pk=notice.latest_revision_id)
    written = None
    for old in notice.revisions.filter(to_come).order_by("created_at", "pk"):
        # Copied as it is kept: read and written again, a draft with gaps may lose something.
        is_live = old.pk == notice.live_revision_id
        chosen = None if is_live else parse_date(old.content.get("review_on") or "")
        written = Revision.objects.create(
            content_object=notice,
            base_content_type=old.base_content_type,
            user=old.user,  # whose words they are; who answered stands in the history
            approved_go_live_at=old.approved_go_live_at,
            object_str=old.object_str,
            content={**old.content, "review_on": _later(day, chosen).isoformat()},
        )
        notice.revisions.filter(pk=old.pk).update(approved_go_live_at=None)
    if written:
        _make_latest(notice, written)
    return written


def _make_latest(notice: FeaturedNotice, written: Revision) -> None:
    newest: dict[str, object] = {"latest_revision": written}
    if notice.live_revision_id == notice.latest_revision_id:
        # Without its moment: once unpublished, it would pass for words that nobody has read yet.
        newest["live_revision"] = written
    else:
        newest["latest_revision_created_at"] = written.created_at
    Page.objects.filter(pk=notice.pk).update(**newest)


def _later(day: datetime.date, chosen: datetime.date | None) -> datetime.date:
    return max(day, chosen) if chosen else day
