"""Numbers tied as knots, in the decimal notation of the Inka record-keepers.

A cord carries one number: tens and higher powers as groups of single knots, the highest nearest
the main cord; ones as one long knot of as many turns, a single one as a figure of eight; nothing
tied is zero. Source: Leland Locke's reading, as summarised in Turner and van de Griend (editors),
“History and Science of Knots”. Lengths are units of the drawing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

WIDTH = 40
HEIGHT = 168
KNOT = 8  # the room of one single knot on the cord
TURN = 4.2  # the room of one turn of a long knot
FEWEST_ZONES = 2


@dataclass(frozen=True)
class Layout:
    """Where each power of ten is tied, the same on every cord of one khipu, so that they compare."""

    tops: dict[int, float]
    height: int
    width: int = WIDTH


@dataclass
class Cord:
    """What is tied on one cord: single knots, turns of the long knot, or a figure of eight."""

    singles: list[float] = field(default_factory=list)
    turns: list[float] = field(default_factory=list)
    figure_of_eight: tuple[float, float] | None = None


def layout(numbers: Iterable[int]) -> Layout:
    numbers = list(numbers) or [0]
    zones = max(FEWEST_ZONES, len(str(max(numbers))))
    most = [max(number // 10**power % 10 for number in numbers) for power in range(zones)]
    room = [
        max(2, most[0]) * TURN + 6,
        *(max(1, most[power]) * KNOT + 8 for power in range(1, zones)),
    ]
    gap = max(10.0, (HEIGHT - 16 - sum(room)) / zones)
    top = 13 + gap / 2
    tops = {}
    for power in reversed(range(zones)):
        tops[power] = top
        top += room[power] + gap
    return Layout(tops, round(16 + sum(room) + gap * zones))


def cord(number: int, layout: Layout) -> Cord:
    tied = Cord()
    for power, top in layout.tops.items():
        if power:
            tied.singles += [round(top + i * KNOT) for i in range(number // 10**power % 10)]
    ones, end = number % 10, layout.height - 8
    if ones == 1:
        tied.figure_of_eight = (end - 12, end - 4)
    else:
        tied.turns = [round(end + (i - ones) * TURN + 3.4, 1) for i in range(ones)]
    return tied
