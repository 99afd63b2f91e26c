"""The order of the featured notices, and its only writer.

The order is not the order of the page tree and is no part of a revision: publishing an old version
of a notice never moves it. Notices that are drafts or have ended keep their place.
"""

from collections.abc import Sequence

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page

from base.caching import bump

from .models import FeaturedNotice

PERMISSION = "notices.reorder_featurednotice"


class OrderChanged(ValueError):
    """The notices sent are not exactly the notices there are: somebody else was quicker."""


def may_reorder(home: Page, user) -> bool:
    """Needs the permission of its own, and the right to edit that home page."""
    return user.has_perm(PERMISSION) and home.permissions_for_user(user).can_edit()


def current_order(home: Page) -> list[int]:
    notices = FeaturedNotice.objects.child_of(home).in_order()
    return list(notices.values_list("pk", flat=True))


def set_order(home: Page, ids: Sequence[int], user=None) -> None:
    """Write a whole order; `user=None` is the system itself.

    Raises PermissionDenied, or OrderChanged when `ids` are not exactly the notices of that home page.
    """
    with transaction.atomic():
        _lock(home, user)
        _write(home, list(ids), user)


def move(home: Page, pk: int, places: int, user=None) -> None:
    """Move one notice up (negative) or down by so many places, as the list stands at this moment."""
    with transaction.atomic():
        _lock(home, user)
        order = current_order(home)
        if pk not in order:
            raise OrderChanged(_("That notice is no longer in the list."))
        position = order.index(pk)
        order.insert(max(0, min(len(order) - 1, position + places)), order.pop(position))
        _write(home, order, user, moved=pk)


def _lock(home: Page, user) -> None:
    """One writer at a time; SQLite has only ever one, and ignores the lock."""
    if user is not None and not may_reorder(home, user):
        raise PermissionDenied(_("You may not put the featured notices in order."))
    Page.objects.select_for_update().get(pk=home.pk)


def _write(home: Page, ids: list[int], user, moved: int | None = None) -> None:
    notices = FeaturedNotice.objects.child_of(home).in_order()
    before = dict(notices.values_list("pk", "sort_order"))
    if len(set(ids)) != len(ids) or set(ids) != set(before):
        raise OrderChanged(_("The list of notices has changed meanwhile. Nothing was moved."))
    old_order = list(before)
    if ids == old_order and list(before.values()) == list(range(len(ids))):
        return
    for position, pk in enumerate(ids):
        if before[pk] != position:
            FeaturedNotice.objects.filter(pk=pk).update(sort_order=position)
    data = {"before": old_order, "after": ids}
    subject = FeaturedNotice.objects.get(pk=moved) if moved else home
    log(instance=subject, action="wagtail.reorder", user=user, data=data)
    bump()
