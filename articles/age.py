"""What a reader is told of the age of a text; never more exactly than its date is known."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.utils.translation import ngettext

from base.dates import Precision, in_words, today
from blocks.text import correction_anchor

# How much of (year, month, day) is known.
_KNOWN = {Precision.YEAR: 1, Precision.MONTH: 2, Precision.DAY: 3}


def newest_correction(body: Iterable[Any]) -> dict[str, Any] | None:
    """The day of the last correction in the text, and the anchor at which it stands."""
    found = [
        {"date": block.value["date"], "anchor": correction_anchor(block.id)}
        for block in body
        if block.block_type == "correction" and block.value.get("date")
    ]
    found = [correction for correction in found if correction["date"] <= today()]
    return max(found, key=lambda correction: correction["date"], default=None)


def last_changed(article: Any) -> datetime.date | None:
    """The last change of substance, if it lies after the printed date and not before us."""
    correction = newest_correction(article.body)
    days = [article.updated_on, correction and correction["date"]]
    last = max((day for day in days if day and day <= today()), default=None)
    return last if last and is_after(last, article.date, article.date_precision) else None


def is_after(day: datetime.date, date: datetime.date | None, precision: str) -> bool:
    """Whether the day surely lies after a date known only to its month or its year."""
    return date is not None and _known(day, precision) > _known(date, precision)


def years_since(date: datetime.date | None, precision: str) -> int:
    """Whole years that have passed; 0 until it is surely longer ago than one."""
    if date is None:
        return 0
    now, then = _known(today(), precision), _known(date, precision)
    if now <= (then[0] + 1, *then[1:]):
        return 0
    return now[0] - then[0] - (now[1:] < then[1:])


def said_to_be_old(date: datetime.date | None, precision: str) -> str:
    """“This was published 11 years ago, in May 2006.”; empty for what is not older than a year."""
    years = years_since(date, precision)
    if not years:
        return ""
    words = {"count": years, "date": in_words(date, precision)}
    if precision == Precision.DAY:
        return (
            ngettext(
                "This was published %(count)d year ago, on %(date)s.",
                "This was published %(count)d years ago, on %(date)s.",
                years,
            )
            % words
        )
    return (
        ngettext(
            "This was published %(count)d year ago, in %(date)s.",
            "This was published %(count)d years ago, in %(date)s.",
            years,
        )
        % words
    )


def _known(date: datetime.date, precision: str) -> tuple[int, ...]:
    return (date.year, date.month, date.day)[: _KNOWN[Precision(precision)]]
