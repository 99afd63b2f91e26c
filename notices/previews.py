"""A notice before it is published: the card between those that are on the home page now."""

from typing import Any

from .querysets import NoticeQuerySet

ON_EITHER_SIDE = 2


def among(notice: Any, current: NoticeQuerySet) -> list[Any]:
    """The notice and the nearest in the order of the admins; a new one goes on top."""
    cards = current.exclude(pk=notice.pk).for_cards()
    # The revision that is previewed may remember an older order.
    place = type(notice).objects.filter(pk=notice.pk).values_list("sort_order", flat=True).first()
    if place is None:
        return [notice, *cards.in_order()[: 2 * ON_EITHER_SIDE]]
    above = cards.filter(sort_order__lt=place).in_order().reverse()[:ON_EITHER_SIDE]
    below = cards.filter(sort_order__gte=place).in_order()[:ON_EITHER_SIDE]
    return [*reversed(above), notice, *below]
