"""The numbers on the cords can be read back, knot by knot, by whoever knows the rule."""

import pytest

from base.khipu import KNOT, WIDTH, cord, layout


def read(number: int, at) -> int:
    """What a reader of cords makes of it: which zone each knot lies in, and how long the last is."""
    tied = cord(number, at)
    ones = 1 if tied.figure_of_eight else len(tied.turns)
    tops = sorted(((top, power) for power, top in at.tops.items() if power), reverse=True)
    tens = 0
    for knot in tied.singles:
        power = next(power for top, power in tops if knot >= round(top))
        tens += 10**power
    return tens + ones


@pytest.mark.parametrize("largest", [9, 99, 999, 9999])
def test_every_number_can_be_read_back(largest):
    at = layout([0, largest])

    wrong = [number for number in range(largest + 1) if read(number, at) != number]

    assert wrong == []


@pytest.mark.parametrize("largest", [9, 10, 199, 1_000, 9_999, 23_456])
def test_every_knot_lies_on_the_cord(largest):
    at = layout([largest])

    tied = cord(largest, at)

    heights = [*tied.singles, *tied.turns, *(tied.figure_of_eight or ())]
    assert all(0 < height < at.height for height in heights)


@pytest.mark.parametrize("number", range(10))
def test_ones_are_one_long_knot_and_a_single_one_is_a_figure_of_eight(number):
    tied = cord(number, layout([99]))

    assert len(tied.turns) == (0 if number == 1 else number)
    assert bool(tied.figure_of_eight) is (number == 1)
    assert tied.singles == []


def test_nothing_tied_is_zero():
    tied = cord(0, layout([0]))

    assert (tied.singles, tied.turns, tied.figure_of_eight) == ([], [], None)


def test_a_power_stands_at_the_same_height_on_every_cord_so_that_they_compare():
    at = layout([7, 120, 999])

    small, large = cord(120, at), cord(999, at)

    assert small.singles[0] == large.singles[0]
    assert cord(3, at).turns[-1] == cord(7, at).turns[-1]


def test_the_highest_power_is_nearest_the_main_cord():
    tops = layout([4321]).tops

    assert sorted(tops, key=tops.get) == [3, 2, 1, 0]


def test_groups_of_knots_never_touch():
    at = layout([9999])

    knots = cord(9999, at).singles

    groups = [knots[0:9], knots[9:18], knots[18:27]]
    assert all(
        below[0] - above[-1] > KNOT for above, below in zip(groups, groups[1:], strict=False)
    )


def test_an_archive_without_a_year_has_a_layout_too():
    at = layout([])

    assert (at.width, sorted(at.tops)) == (WIDTH, [0, 1])
