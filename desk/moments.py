"""Moments as editors are told them: the day, the clock, and whose clock it is."""

import datetime

from django.contrib import messages
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from wagtail import hooks

from base.dates import in_words


def zone_in_words() -> str:
    """“London time”: the zone that this editor's admin runs in, as chosen in the account."""
    city = str(timezone.get_current_timezone()).rpartition("/")[2].replace("_", " ")
    return city if city == "UTC" else _("%(city)s time") % {"city": city}


def moment_in_words(moment: datetime.datetime | None) -> str:
    """“4 May 2026, 14:00, London time”; empty for none."""
    if moment is None:
        return ""
    local = timezone.localtime(moment)
    day, clock = in_words(local), formats.time_format(local, "H:i")
    return f"{day}, {clock}, {zone_in_words()}"


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def say_when_it_happens(request, page):
    """Below Wagtail's “has been scheduled”: at what moment."""
    if "action-publish" not in request.POST:
        return
    planned = page.scheduled_revision
    if planned:
        words = _("It appears on the site by itself: %(moment)s.")
        said = words % {"moment": moment_in_words(planned.approved_go_live_at)}
        messages.info(request, said)
    elif page.live and page.expire_at and page.expire_at > timezone.now():
        words = _("It comes off the site by itself: %(moment)s.")
        messages.info(request, words % {"moment": moment_in_words(page.expire_at)})
