"""Where a notice is to go, said by its neighbours: “before that one” still holds when the list has changed."""

from collections.abc import Sequence
from dataclasses import dataclass

TOP, BOTTOM, UP, DOWN = "top", "bottom", "up", "down"
BEFORE, AFTER, PLACE = "before", "after", "place"


class Unclear(ValueError):
    """What was asked for names no place in the list."""


@dataclass(frozen=True)
class Goal:
    """Beside the first of these neighbours that is still there; at that end of the list if none is."""

    is_before: bool
    neighbours: tuple[int, ...] = ()
    falls_to_top: bool = False

    def applied(self, order: Sequence[int], pk: int) -> list[int]:
        """That order, with the notice where it was meant to be."""
        others = [one for one in order if one != pk]
        there = set(others)
        beside = next((one for one in self.neighbours if one in there), None)
        if beside is None:
            place = 0 if self.falls_to_top else len(others)
        else:
            place = others.index(beside) + (not self.is_before)
        return [*others[:place], pk, *others[place:]]


def before(neighbour: int, seen: Sequence[int] = ()) -> Goal:
    """Above it; if it is gone, above the next one below it in the list that somebody saw."""
    below = seen[seen.index(neighbour) + 1 :] if neighbour in seen else ()
    return Goal(True, (neighbour, *below))


def after(neighbour: int, seen: Sequence[int] = ()) -> Goal:
    """Below it; if it is gone, below the next one above it in the list that somebody saw."""
    above = seen[: seen.index(neighbour)][::-1] if neighbour in seen else ()
    return Goal(False, (neighbour, *above), falls_to_top=True)


def top() -> Goal:
    return Goal(True, falls_to_top=True)


def bottom() -> Goal:
    return Goal(False)


def step(pk: int, places: int, seen: Sequence[int]) -> Goal | None:
    """So many places up (negative) or down in the list that somebody saw; none where it stands already."""
    if pk not in seen:
        raise Unclear
    return place(pk, seen.index(pk) + 1 + places, seen)


def place(pk: int, number: int, seen: Sequence[int]) -> Goal | None:
    """To that number, from 1, of the list that somebody saw; beyond its ends to its ends."""
    if pk not in seen:
        raise Unclear
    now, then = seen.index(pk), max(0, min(len(seen) - 1, number - 1))
    if then == now:
        return None
    return before(seen[then], seen) if then < now else after(seen[then], seen)
