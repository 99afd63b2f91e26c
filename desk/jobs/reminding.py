"""Notices that somebody should look at again: their owners are asked, once for each day of review."""

from collections import defaultdict
from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Page

from base.caching import one_version
from base.dates import today
from desk.people import post
from notices import ordering
from notices.models import FeaturedNotice
from users.models import User

from .faults import Fault


def ask_whether_notices_still_hold(go_on: Callable[[], None]) -> list[Fault]:
    """One mail to each person, with all that is theirs; what nobody was told of is tried again."""
    with one_version():  # which notices are shown is asked about each of them
        asked = _whom_to_ask()
    faults = []
    for person, notices in asked.items():
        go_on()
        try:
            _ask(person, notices)
        except Exception as error:
            name = get_user_display_name(person)
            what = _("%(name)s could not be told which notices to look at again") % {"name": name}
            faults.append(Fault(what, error))
    return faults


def _whom_to_ask() -> dict[User, list[FeaturedNotice]]:
    """The owner of each; in place of one who cannot be reached, those who answer for the site."""
    due = FeaturedNotice.objects.due().exclude(reminded_for__gte=F("review_on"))
    notices = list(due.order_by("review_on", "pk"))
    owners = User.objects.in_bulk({notice.owner_id for notice in notices} - {None})
    admins = _admins() if notices else []
    asked = defaultdict(list)
    for notice in notices:
        owner = owners.get(notice.owner_id)
        for person in [owner] if _can_answer(owner, notice) else admins:
            asked[person].append(notice)
    return asked


def _admins() -> list[User]:
    """Every Admin who can be reached; on a site that has none yet, whoever may do everything."""
    people = User.objects.order_by("pk")
    admins = [one for one in people.filter(groups__name="Admin") if _is_here(one)]
    return admins or [one for one in people.filter(is_superuser=True) if _is_here(one)]


def _is_here(user: User | None) -> bool:
    return post.wants(user, "") and user.has_perm("wagtailadmin.access_admin")


def _can_answer(owner: User | None, notice: FeaturedNotice) -> bool:
    return _is_here(owner) and notice.permissions_for_user(owner).can_edit()


def _ask(person: User, notices: list[FeaturedNotice]) -> None:
    facts = {
        "notices": [_facts(notice, person) for notice in notices],
        "may_publish": any(n.permissions_for_user(person).can_publish() for n in notices),
        "dashboard_link": post.link(reverse("wagtailadmin_home")),
    }
    if not post.send(person, "notices_due", **facts):
        raise ValidationError(_("the mail server did not take the mail"))
    # Those alone that are due still: whoever has answered meanwhile is asked again on the new day.
    told = FeaturedNotice.objects.filter(pk__in=[n.pk for n in notices], review_on__lte=today())
    with transaction.atomic():
        # As whoever orders them: two who write many rows crosswise would wait for each other.
        paths = {notice.path[: -notice.steplen] for notice in notices}
        for home in Page.objects.filter(path__in=paths).order_by("path"):
            ordering.lock(home)
        told.update(reminded_for=F("review_on"))


def _facts(notice: FeaturedNotice, person: User) -> dict:
    return {
        "headline": notice.title,
        "since": notice.review_on,
        "is_of_somebody_else": notice.owner_id != person.pk,
        "edit_link": post.link(reverse("wagtailadmin_pages:edit", args=[notice.pk])),
    }
