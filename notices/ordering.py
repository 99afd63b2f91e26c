"""The order of the featured notices, and its only writer.

The order is not the order of the page tree and is no part of a revision: publishing an old version
of a notice never moves it. Notices that are drafts, have ended or are put away keep their place.

Every change is one transaction: a lock on the home page, one statement for all places, one entry in
the log, and the content version moves as soon as it is committed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page

from base.caching import bump

from . import changes
from .goals import Goal
from .models import FeaturedNotice

PERMISSION = "notices.reorder_featurednotice"
AT_ONCE = 500  # rows in one statement


class OrderChanged(ValueError):
    """The list is not the one that was meant; the words are for whoever sent it."""


@dataclass(frozen=True)
class Outcome:
    """The orders before and after, from top to bottom, and the entry of the change if there was one."""

    before: list[int]
    after: list[int]
    change: int | None = None


def may_reorder(home: Page, user) -> bool:
    """Needs the permission of its own, and the right to edit that home page."""
    return user.has_perm(PERMISSION) and home.permissions_for_user(user).can_edit()


def lock(home: Page) -> None:
    """One writer at a time; SQLite has only ever one, and ignores it."""
    Page.objects.select_for_update().only("pk").get(pk=home.pk)


def current_order(home: Page) -> list[int]:
    notices = FeaturedNotice.objects.child_of(home).in_order()
    return list(notices.values_list("pk", flat=True))


def set_order(home: Page, ids: Sequence[int], user=None, seen: Sequence[int] = ()) -> Outcome:
    """Write a whole order; `user=None` is the system itself, `seen` the order that it was made from.

    Raises PermissionDenied, or OrderChanged when `ids` are not exactly the notices of that home page,
    or when their order is not the one that was seen any more.
    """

    def given(order: list[int]) -> list[int]:
        if len(ids) != len(order) or set(ids) != set(order) or set(seen or order) != set(order):
            raise OrderChanged(_("The list of notices has changed meanwhile. Nothing was moved."))
        if seen and list(seen) != order:
            words = _("%(who)s has changed the order meanwhile. Nothing was moved.")
            raise OrderChanged(words % {"who": changes.who(changes.last(home))})
        return list(ids)

    return _write(home, given, user)


def move(home: Page, pk: int, goal: Goal, user=None) -> Outcome:
    """Put one notice beside the neighbour that was meant, in the list as it stands at this moment.

    Raises PermissionDenied, or OrderChanged when the notice is not in the list any more.
    """

    def moved(order: list[int]) -> list[int]:
        if pk not in order:
            raise OrderChanged(_("That notice is no longer in the list. Nothing was moved."))
        return goal.applied(order, pk)

    return _write(home, moved, user, moved=pk)


def undo(home: Page, change: int, user=None) -> Outcome:
    """Take back the last change. Notices that came since stay below the one they stand below now.

    Asked for twice, as when an answer was lost, it is done once.
    Raises PermissionDenied, or OrderChanged when that change is not the last one any more.
    """
    taken_back = None

    def as_before(order: list[int]) -> list[int]:
        nonlocal taken_back
        taken_back = changes.last(home)
        if taken_back and taken_back.data["undoes"] == change:
            return order
        if taken_back is None or taken_back.pk != change:
            words = _("%(who)s has moved a notice since. Nothing was taken back.")
            raise OrderChanged(words % {"who": changes.who(taken_back)})
        earlier = [pk for pk in taken_back.data["before"] if pk in order]
        for place, pk in enumerate(order):
            if pk not in earlier:
                earlier.insert(earlier.index(order[place - 1]) + 1 if place else 0, pk)
        if earlier == order:
            raise OrderChanged(_("Of that change nothing is left to take back."))
        return earlier

    return _write(home, as_before, user, undoes=lambda: taken_back)


def _write(home: Page, arrange: Callable, user, moved=None, undoes=lambda: None) -> Outcome:
    if user is not None and not may_reorder(home, user):
        raise PermissionDenied(_("You may not put the featured notices in order."))
    with transaction.atomic():
        lock(home)
        before = list(_rows(home))
        known = {notice.pk: notice for notice in before}
        order = arrange(list(known))
        after = [known[pk] for pk in order]
        misplaced = [notice for place, notice in enumerate(after) if notice.sort_order != place]
        for place, notice in enumerate(after):
            notice.sort_order = place
        # By a statement of its own, not by save(): that would be a new version of each text.
        FeaturedNotice.objects.bulk_update(misplaced, ["sort_order"], batch_size=AT_ONCE)
        if order == list(known):
            return Outcome(list(known), order)
        undone = undoes()
        subject = known.get(moved or (undone and undone.page_id))
        written = changes.write(home, before, after, user, subject, undone and undone.pk)
        bump()
        return Outcome(list(known), order, written)


def _rows(home: Page):
    """Each notice with what its place in the log needs, and no text."""
    notices = FeaturedNotice.objects.child_of(home).in_order()
    return notices.only("pk", "path", "depth", "title", "draft_title", "live", "sort_order")
