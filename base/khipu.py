"""Numbers tied as knots, in the decimal notation of the Inka record-keepers.

A cord carries one number: tens and higher powers as groups of single knots, the highest nearest
the main cord; ones as one long knot of as many turns, a single one as a figure of eight; nothing
tied is zero. Source: Leland Locke's reading, as summarised in Turner and van de Griend (editors),
“History and Science of Knots”. Lengths are units of the drawing.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext

WIDTH = 40
HEIGHT = 168
KNOT = 9  # the room of one single knot on the cord
TURN = 4.2  # the room of one turn of a long knot
LOOP = 4  # half the height of one loop of a figure of eight
FEWEST_ZONES = 2


@dataclass(frozen=True)
class Layout:
    """Where each power of ten is tied, the same on every cord of one khipu, so that they compare."""

    tops: dict[int, float]
    height: int
    width: int = WIDTH


@dataclass(frozen=True)
class Cord:
    """What is tied on one cord: groups of single knots, and the ones at its end."""

    groups: tuple[tuple[int, int], ...]  # the height of the first knot, and how many there are
    ones: int
    end: int

    @property
    def singles(self) -> list[int]:
        """The height of every single knot."""
        return [top + place * KNOT for top, number in self.groups for place in range(number)]

    @property
    def figure_of_eight(self) -> tuple[int, int] | None:
        """The middle of its two loops: it is a single one, which makes no long knot."""
        return (self.end - 12, self.end - 4) if self.ones == 1 else None

    @property
    def turns(self) -> list[float]:
        """The height of every turn of the long knot."""
        number = self.ones if self.ones > 1 else 0
        return [round(self.end + (turn - number) * TURN + 3.4, 1) for turn in range(number)]

    @property
    def drawn_singles(self) -> str:
        """One path for all single knots: short thick strokes across the cord."""
        return "".join(f"M16.5 {top}h7" + f"m-7 {KNOT}h7" * (n - 1) for top, n in self.groups)

    @property
    def drawn_ones(self) -> str:
        """One path for the ones: the slanting turns of a coil, or two loops, one below the other."""
        if self.figure_of_eight:
            top = self.figure_of_eight[0] - LOOP
            return f"M20 {top}a4 4 0 0 1 0 8 4 4 0 0 0 0 8 4 4 0 0 0 0-8 4 4 0 0 1 0-8"
        if not self.turns:
            return ""
        return f"M15.4 {self.turns[0]:g}l9.2-2.4" + "m-9.2 6.6l9.2-2.4" * (self.ones - 1)


def layout(numbers: Iterable[int], least: int = HEIGHT) -> Layout:
    """`least` is the height of the cords, unless their knots need more."""
    numbers = list(numbers) or [0]
    zones = max(FEWEST_ZONES, len(str(max(numbers))))
    most = [max(number // 10**power % 10 for number in numbers) for power in range(zones)]
    room = [
        max(2, most[0]) * TURN + 6,
        *(max(1, most[power]) * KNOT + 8 for power in range(1, zones)),
    ]
    gap = max(10.0, (least - 16 - sum(room)) / zones)
    top = 13 + gap / 2
    tops = {}
    for power in reversed(range(zones)):
        tops[power] = top
        top += room[power] + gap
    return Layout(tops, round(16 + sum(room) + gap * zones))


def cord(number: int, layout: Layout) -> Cord:
    powers = ((top, number // 10**power % 10) for power, top in layout.tops.items() if power)
    groups = tuple((round(top), digit) for top, digit in powers if digit)
    return Cord(groups, number % 10, layout.height - 8)


def told(number: int) -> str:
    """How that number is tied, from the main cord down: “one knot for ten, then a long knot of eight turns”."""
    digits = [number // 10**power % 10 for power in range(len(str(number)))]
    knots = [_knots(power, digit) for power, digit in reversed(list(enumerate(digits))) if digit]
    if len(knots) < 2:
        return knots[0] if knots else gettext("no knot at all")
    before, last = ", ".join(knots[:-1]), knots[-1]
    return gettext("%(before)s, then %(last)s") % {"before": before, "last": last}


def _knots(power: int, digit: int) -> str:
    if power == 0:
        turns = {"turns": _in_letters(digit)}
        return (
            gettext("a figure of eight for one")
            if digit == 1
            else gettext("a long knot of %(turns)s turns") % turns
        )
    one, many = {
        1: (gettext("one knot for ten"), gettext("%(knots)s knots for the tens")),
        2: (gettext("one knot for a hundred"), gettext("%(knots)s knots for the hundreds")),
        3: (gettext("one knot for a thousand"), gettext("%(knots)s knots for the thousands")),
    }.get(power, (gettext("one knot"), gettext("%(knots)s knots")))
    return one if digit == 1 else many % {"knots": _in_letters(digit)}


def _in_letters(digit: int) -> str:
    words = gettext("none one two three four five six seven eight nine")
    return words.split()[digit]
