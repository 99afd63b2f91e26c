import pytest
from django.http import Http404, QueryDict

from base.pagination import NumberedPage, wanted_page


def page(number: int, last: int, **parameters) -> NumberedPage:
    return NumberedPage([], number, last, last * 10, parameters)


@pytest.mark.parametrize(
    "asked",
    [
        "",
        "0",
        "1",
        "-1",
        "abc",
        "1.5",
        "4",
        "999",
        "02",
        "+2",
        " 2",
        "2 ",
        "٣",
        "²",
        "1" * 3000,
        "2\0",
    ],
)
def test_nonsense_and_numbers_out_of_bounds_are_no_page(asked):
    query = QueryDict(mutable=True)
    query["page"] = asked

    with pytest.raises(Http404):
        wanted_page(query, 30, 10)


def test_a_page_asked_for_twice_is_no_page():
    with pytest.raises(Http404):
        wanted_page(QueryDict("page=2&page=2"), 30, 10)


@pytest.mark.parametrize(("total", "last"), [(0, 1), (1, 1), (10, 1), (11, 2), (20, 2), (21, 3)])
def test_the_last_page_is_never_empty_unless_all_is(total, last):
    wanted = wanted_page(QueryDict(""), total, 10)

    assert wanted == (1, last)


def test_every_page_after_the_first_can_be_asked_for():
    wanted = [wanted_page(QueryDict(f"page={number}"), 30, 10)[0] for number in (2, 3)]

    assert wanted == [2, 3]


def test_the_first_page_has_no_number_in_its_address():
    second = page(2, 3)

    assert second.newer == "."
    assert second.older == "?page=3"


def test_a_filter_stays_in_the_address_of_every_page():
    second = page(2, 3, topic="rivers")

    assert (second.newer, second.older) == ("?topic=rivers", "?topic=rivers&page=3")


def test_there_is_nothing_newer_than_the_first_page_nor_older_than_the_last():
    only = page(1, 1)

    assert (only.newer, only.older) == ("", "")


@pytest.mark.parametrize(
    ("number", "last", "shown"),
    [
        (1, 1, [1]),
        (1, 3, [1, 2, 3]),
        (1, 9, [1, 2, 3, "…", 9]),
        (5, 9, [1, "…", 4, 5, 6, 7, "…", 9]),
        (9, 9, [1, "…", 8, 9]),
    ],
)
def test_far_numbers_are_left_out_and_the_gap_is_shown(number, last, shown):
    entries = page(number, last).numbers

    printed = []
    for entry in entries:
        printed += ["…", entry["number"]] if entry["gap_before"] else [entry["number"]]
    assert printed == shown
