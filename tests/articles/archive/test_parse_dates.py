"""Dates on a line of their own, in every way the old pages print them."""

import datetime

import pytest

from articles.archive.dates import RunSign, dates_in_prose, month_stamp_flag, number_runs, read_date


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("06 November 2016", "2016-11-06"),
        ("2 November 2014", "2014-11-02"),
        ("8 Dec 2014", "2014-12-08"),
        ("5th of November 2016", "2016-11-05"),
        ("the 1st November, 2016", "2016-11-01"),
        ("November 24, 2014", "2014-11-24"),
        ("July 7 2014", "2014-07-07"),
        (". 23 July 2016", "2016-07-23"),
        ("- 23 July 2016.", "2016-07-23"),
        ("Saturday, 5 November 2016", "2016-11-05"),
        ("Weds 2 Nov 2016", "2016-11-02"),
        ("14\u00a0June\t2013", "2013-06-14"),
        ("6November2016", "2016-11-06"),
        ("2016-11-05", "2016-11-05"),
        ("25/12/2015", "2015-12-25"),
        ("12 Novmber 2014", "2014-11-12"),
        ("\u200b31 May 2006", "2006-05-31"),
    ],
)
def test_a_whole_line_that_is_a_date_is_read_to_the_day(line, date):
    printed = read_date(line)

    assert printed is not None
    assert (printed.value.isoformat(), printed.precision) == (date, "day")


@pytest.mark.parametrize("line", ["May 2006", "Sept. 2014", "september, 2014"])
def test_a_date_without_a_day_is_a_month(line):
    printed = read_date(line)

    assert printed is not None
    assert (printed.value.day, printed.precision) == (1, "month")


@pytest.mark.parametrize(
    "line",
    [
        "",
        "2014",
        "5 November",
        "Annual meeting on 5 November 2016",
        "Annual report: 2014/2015",
        "5 - 6 November 2016",
        "Elections 2016",
        "12 Monkeys 2014",
        "99/99/2014",
        "29 – 31 Quarry Square",
        "On 5 November 2016 the mayor resigned.",
    ],
)
def test_a_line_that_says_anything_else_is_no_date(line):
    assert read_date(line) is None


def test_a_day_that_no_month_has_keeps_its_month_and_is_doubted():
    printed = read_date("31 November 2014")

    assert printed is not None
    assert (printed.value, printed.precision) == (datetime.date(2014, 11, 1), "month")
    assert "31 November 2014" in printed.doubt


def test_a_date_in_numbers_that_can_be_read_two_ways_is_doubted():
    british, american = read_date("05/11/2016"), read_date("11/25/2016")

    assert british is not None and american is not None
    assert (british.value, american.value) == (
        datetime.date(2016, 11, 5),
        datetime.date(2016, 11, 25),
    )
    assert british.doubt and american.doubt


def test_a_day_named_without_a_year_is_the_next_one_and_never_a_past_one():
    posted = datetime.date(2016, 12, 20)

    days = list(dates_in_prose("After 14 December comes the meeting of January 8th.", posted))

    assert days == [datetime.date(2017, 1, 8)]


def test_only_the_last_day_of_a_month_can_be_a_month_stamp():
    lines = ["31 May 2006", "30 May 2006", "29 February 2008", "28 February 2008", "May 2006"]

    flags = [month_stamp_flag(read_date(line)) for line in lines]

    assert [bool(flag) for flag in flags] == [True, False, True, False, False]
    assert flags[0] == ["Possible month stamp: 31 May 2006 is the last day of its month."]


def signs(*days: int, gaps: tuple[int, ...] = (), stray: tuple[int, ...] = ()) -> list[RunSign]:
    return [
        RunSign(datetime.date(2015, 3, day), 2 if n in gaps else 1, n in stray, False)
        for n, day in enumerate(days)
    ]


@pytest.mark.parametrize(
    ("found", "runs"),
    [
        (signs(23, 18, 10, 10, 23, 18), [0, 0, 0, 0, 1, 1]),
        (signs(23, 18, 10, 12, 9), [0, 0, 0, 0, 0]),
        (signs(23, 18, 10, 12, 9, gaps=(3,)), [0, 0, 0, 1, 1]),
        (signs(23, 18, 10, 9, gaps=(2,)), [0, 0, 0, 0]),
        (signs(23, 18, 10, 9, stray=(2, 3)), [0, 0, 1, 1]),
        (signs(23, 18, 10, 9, stray=(2,)), [0, 0, 0, 0]),
        ([], []),
    ],
)
def test_a_second_run_needs_more_than_one_sign(found, runs):
    assert number_runs(found, is_home_page=True)[0] == runs


def test_a_listing_is_one_run_however_its_dates_lie():
    found = signs(23, 18, 25, 3, gaps=(2,))

    assert number_runs(found, is_home_page=False) == ([0, 0, 0, 0], [])
