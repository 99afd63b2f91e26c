"""Days as readers see them."""

import datetime

import pytest
from django.utils import translation

from base.dates import clock, for_machines, in_words, today

MAY = datetime.date(2006, 5, 31)


@pytest.mark.parametrize(
    ("precision", "words", "machine"),
    [
        ("day", "31 May 2006", "2006-05-31"),
        ("month", "May 2006", "2006-05"),
        ("year", "2006", "2006"),
    ],
)
def test_a_date_never_claims_more_than_is_known(precision, words, machine):
    assert in_words(MAY, precision) == words
    assert for_machines(MAY, precision) == machine


def test_no_date_is_no_words():
    assert in_words(None) == for_machines(None) == clock(None) == ""


def test_a_year_before_the_year_thousand_keeps_its_four_figures():
    assert for_machines(datetime.date(987, 1, 2), "year") == "0987"


def test_an_unknown_precision_is_a_mistake_and_not_a_day():
    with pytest.raises(ValueError, match="decade"):
        in_words(MAY, "decade")


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (datetime.datetime(2026, 6, 30, 22, 59, tzinfo=datetime.UTC), datetime.date(2026, 6, 30)),
        (datetime.datetime(2026, 6, 30, 23, 1, tzinfo=datetime.UTC), datetime.date(2026, 7, 1)),
        (datetime.datetime(2026, 12, 31, 23, 59, tzinfo=datetime.UTC), datetime.date(2026, 12, 31)),
    ],
)
def test_today_is_the_day_in_london_in_summer_and_in_winter(freeze, moment, expected):
    freeze(moment)

    assert today() == expected


@pytest.mark.parametrize(
    ("hour", "minute", "words"),
    [
        (0, 0, "12am"),
        (0, 5, "12.05am"),
        (9, 30, "9.30am"),
        (11, 0, "11am"),
        (12, 0, "12 noon"),
        (12, 30, "12.30pm"),
        (23, 59, "11.59pm"),
    ],
)
def test_the_clock_is_read_as_it_is_printed(hour, minute, words):
    assert clock(datetime.time(hour, minute)) == words


def test_another_language_prints_dates_and_hours_in_its_own_way():
    with translation.override("es"):
        said = [in_words(MAY), in_words(MAY, "month"), clock(datetime.time(14, 30))]

    assert said == ["31 de mayo de 2006", "mayo de 2006", "14:30"]
