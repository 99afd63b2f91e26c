"""Putting away what is over, so that it is not in the way; its place and its page stay as they are."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from . import changes, ordering
from .models import FeaturedNotice

PUT_AWAY, BROUGHT_BACK = "notices.put_away", "notices.bring_back"
WORDS = {
    PUT_AWAY: (_("Put away"), _("Put away from the list of notices")),
    BROUGHT_BACK: (_("Bring back"), _("Brought back to the list of notices")),
}


def put_away(home: Page, notices: Sequence[FeaturedNotice], user) -> None:
    """Off the admins' list until somebody writes on them or publishes them again."""
    _set(home, notices, timezone.now(), PUT_AWAY, user)


def bring_back(home: Page, notices: Sequence[FeaturedNotice], user) -> None:
    """On the list again, at the place they kept."""
    _set(home, notices, None, BROUGHT_BACK, user)


def _set(home: Page, notices: Sequence[FeaturedNotice], moment, action: str, user) -> None:
    keys = [notice.pk for notice in notices]
    with transaction.atomic():
        # As whoever orders them: two who write many rows crosswise would wait for each other.
        ordering.lock(home)
        FeaturedNotice.objects.filter(pk__in=keys).update(put_away_at=moment)
        changes.log_all(notices, action, user)
