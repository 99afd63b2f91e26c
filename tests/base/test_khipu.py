"""The numbers on the cords can be read back, knot by knot, by whoever knows the rule."""

import re

import pytest
from django.template import Context, Template

from base.khipu import KNOT, WIDTH, cord, layout, told
from base.organisation import Organisation


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
    assert tied.drawn_singles + tied.drawn_ones == ""


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


# The drawing, as a page carries it

HARD_CASE = {2005: 1, 2006: 9, **dict.fromkeys(range(2007, 2014), 0), 2014: 20, 2015: 0, 2016: 18}
NUMBERS = [0, 1, 9, 10, 11, 88, 100, 999, 1000, 9999]


def printed(counts: dict, shows_khipu: bool = True, arguments: str = "") -> str:
    """What the tag prints of these years."""
    who = Organisation(name="Circle of friends", shows_khipu=shows_khipu)
    template = Template("{% load site %}{% year_cords counts '/news/' " + arguments + " %}")
    return template.render(Context({"counts": counts, "organisation": who}))


def cords(html: str) -> list[str]:
    """The drawings that hang from the main cord, without the one of the example."""
    return re.findall(r"<svg.*?</svg>", html.split("<details")[0], re.S)


def knots_of(svg: str) -> tuple[list[float], int]:
    """The heights of the single knots of a drawing, and its ones."""
    heights = []
    for start, steps in re.findall(rf"M16\.5 (\d+)h7((?:m-7 {KNOT}h7)*)", svg):
        heights += [int(start) + KNOT * step for step in range(1 + steps.count("m"))]
    ones = len(re.findall(r"l9\.2-2\.4", svg)) or svg.count("M20 ") - svg.count("M20 0V")
    return heights, ones


def read_drawn(svg: str, at) -> int:
    heights, ones = knots_of(svg)
    zones = sorted(((round(top), power) for power, top in at.tops.items() if power), reverse=True)
    return ones + sum(
        10 ** next(power for top, power in zones if height >= top) for height in heights
    )


@pytest.mark.parametrize("largest", NUMBERS)
def test_what_is_drawn_can_be_read_back_beside_a_number_of_any_length(largest):
    counts = dict(enumerate([n for n in NUMBERS if n <= largest], 2001))

    drawn = [read_drawn(svg, layout(counts.values())) for svg in cords(printed(counts))]

    assert drawn == list(counts.values())


def test_the_years_of_the_old_site_are_drawn_right():
    drawn = [read_drawn(svg, layout(HARD_CASE.values())) for svg in cords(printed(HARD_CASE))]

    assert drawn == list(HARD_CASE.values())


@pytest.mark.parametrize("largest", [9, 99, 999, 9999])
def test_every_drawing_of_one_khipu_has_the_same_height_and_holds_all_its_knots(largest):
    drawings = cords(printed({2001: largest, 2002: 1, 2003: 0}))

    boxes = {int(re.search(r'viewBox="0 0 40 (\d+)"', svg)[1]) for svg in drawings}
    heights, _ones = knots_of(drawings[0])
    assert len(boxes) == 1
    assert all(4 < height < min(boxes) - 4 for height in heights)


def test_a_year_is_a_link_with_its_number_in_figures_and_an_empty_one_is_text():
    html = printed(HARD_CASE, arguments="2014 '?topic=rivers'")

    links = re.findall(r'<a href="([^"]*)"( aria-current="true")?', html)
    numbers = re.findall(r'class="yr">(\d+)<.*?class="count">([\d,]+)<', html)
    assert links == [
        ("/news/2005/?topic=rivers", ""),
        ("/news/2006/?topic=rivers", ""),
        ("/news/2014/?topic=rivers", ' aria-current="true"'),
        ("/news/2016/?topic=rivers", ""),
    ]
    assert {int(year): int(number) for year, number in numbers} == HARD_CASE
    assert html.count('class="none"') == 8


def test_no_drawing_is_read_out():
    html = printed(HARD_CASE)

    assert html.count("<svg") == html.count('aria-hidden="true"') == 13


def test_a_number_of_four_figures_cannot_be_taken_for_a_year():
    html = printed({2016: 1234})

    assert ">1,234<" in html
    assert "/news/2016/" in html


def test_one_example_says_how_to_read_the_newest_cord_that_has_knots():
    html = printed({**HARD_CASE, 2017: 0})

    example = html.split("<details")[1]
    assert "2016: 18 items." in example
    assert "one knot for ten, then a long knot of eight turns." in example
    assert "one knot is one item" in example
    assert read_drawn(example, layout([18], least=0)) == 18
    assert html.count('class="reading"') == 1


@pytest.mark.parametrize("counts", [{}, {2016: 0}])
def test_without_anything_counted_there_is_no_example(counts):
    assert "reading" not in printed(counts)


@pytest.mark.parametrize(("arguments", "is_open"), [("", True), ("0 '' True", False)])
def test_above_a_list_the_example_is_folded_away(arguments, is_open):
    html = printed(HARD_CASE, arguments=arguments)

    assert ('<details class="reading" open>' in html) is is_open


def test_a_site_may_show_a_plain_list_of_years_instead():
    html = printed(HARD_CASE, shows_khipu=False, arguments="2014")

    numbers = re.findall(r'class="yr">(\d+)<.*?class="count">([\d,]+)<', html)
    assert {int(year): int(number) for year, number in numbers} == HARD_CASE
    assert 'href="/news/2014/" aria-current="true"' in html
    assert "years-list" in html
    assert "<svg" not in html and "reading" not in html


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "no knot at all"),
        (1, "a figure of eight for one"),
        (9, "a long knot of nine turns"),
        (10, "one knot for ten"),
        (11, "one knot for ten, then a figure of eight for one"),
        (88, "eight knots for the tens, then a long knot of eight turns"),
        (100, "one knot for a hundred"),
        (
            231,
            "two knots for the hundreds, three knots for the tens, then a figure of eight for one",
        ),
        (1002, "one knot for a thousand, then a long knot of two turns"),
        (9000, "nine knots for the thousands"),
    ],
)
def test_a_cord_is_told_in_words_from_the_main_cord_down(number, words):
    assert told(number) == words
