"""What is said of a change: where the notice stands now, who did the last one, what others did meanwhile."""

from collections.abc import Sequence

from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import PageLogEntry

from . import changes
from .board import Board
from .ordering import Outcome
from .rows import Row
from .states import moment

LONGEST_NAME = 60  # characters


def where_it_stands(rows: Sequence[Row], pk: int) -> str:
    """“Report” is now 2 of 5, above “Appeal”."""
    place = next((place for place, row in enumerate(rows) if row.pk == pk), None)
    if place is None:  # somebody has deleted it this very moment
        return _("It was moved, and has left the list since.")
    said = {"title": _short(rows[place]), "place": place + 1, "number": len(rows)}
    if place + 1 < len(rows):
        said["below"] = _short(rows[place + 1])
        return _("“%(title)s” is now %(place)s of %(number)s, above “%(below)s”.") % said
    if place:
        said["above"] = _short(rows[place - 1])
        return _("“%(title)s” is now the last of %(number)s, below “%(above)s”.") % said
    return _("“%(title)s” is the only one.") % said


def _short(row: Row) -> str:
    """As much of its headline as tells it from the others, where there is little room."""
    return Truncator(row.headline).chars(LONGEST_NAME)


def last_change(change: PageLogEntry | None) -> str:
    """Who changed the order last, how, and when."""
    if not change:
        return ""
    said = {
        "who": change.user_display_name,
        "title": change.label,
        "when": moment(change.timestamp),
        "above": (change.data.get("above") or {}).get("title", ""),
        "below": (change.data.get("below") or {}).get("title", ""),
    }
    if change.data.get("undoes"):
        return _("Last change: %(who)s took back the one before, %(when)s.") % said
    if "from" not in change.data:
        return _("Last change: %(who)s put the notices in another order, %(when)s.") % said
    if said["below"]:
        return _("Last change: %(who)s moved “%(title)s” above “%(below)s”, %(when)s.") % said
    return _("Last change: %(who)s moved “%(title)s” below “%(above)s”, %(when)s.") % said


def meanwhile(board: Board, outcome: Outcome, seen: Sequence[int], known: int) -> str:
    """What others did to the list since somebody saw it; empty if it is the list that was seen.

    `known` is the last change that this window knew of.
    """
    rows = {row.pk: row for row in board.all_rows}
    told = []
    was_seen, was_there = set(seen), set(outcome.before)
    if [pk for pk in seen if pk in was_there] != [pk for pk in outcome.before if pk in was_seen]:
        change = changes.since(board.home, known, outcome.change, board.user)
        told.append(_by_whom(change, board.user))
    new = [rows[pk] for pk in outcome.before if pk not in was_seen and pk in rows]
    told += [
        _("“%(title)s” is new in the list.") % {"title": _short(row)}
        for row in new
        if not row.is_put_away
    ]
    gone = len(was_seen - was_there)
    if gone:
        words = ngettext(
            "%(number)s notice that you saw is no longer there.",
            "%(number)s notices that you saw are no longer there.",
            gone,
        )
        told.append(words % {"number": gone})
    if not told:
        return ""
    return " ".join([*told, _("The list now stands as it is, with your change in it.")])


def _by_whom(change: PageLogEntry | None, user) -> str:
    if not change:
        return _("The list has changed since you opened it.")
    said = {"who": change.user_display_name, "when": moment(change.timestamp)}
    if change.user_id == user.pk:
        return _("You changed the list in another window, %(when)s.") % said
    return _("%(who)s changed the list while you had it open, %(when)s.") % said
