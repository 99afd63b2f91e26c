import datetime

import pytest
from django.http import Http404, QueryDict

from articles.listing import by_day, by_month
from articles.models import ArticlePage
from base.dates import in_words
from tests.factories import make_article, make_index, make_topic, many_articles

pytestmark = pytest.mark.django_db

MAY = datetime.date(2006, 5, 31)
PRECISIONS = ("day", "month", "year")


def scattered(index, number: int = 120) -> list[ArticlePage]:
    """Articles over some years, several on one day, known to the day, the month or the year."""
    first = datetime.date(2003, 11, 27)
    for precision in PRECISIONS:
        for place in (0, 3):
            dates = [first + datetime.timedelta(days=(n * 37) % 400 * 5) for n in range(11)]
            many_articles(
                index,
                number // 6,
                dates,
                date_precision=precision,
                position_in_day=place,
            )
    return list(index.articles.newest_first())


def all_pages(shelf, size: int) -> list[ArticlePage]:
    """What a visitor sees who turns every page."""
    items = list(shelf.page(QueryDict(""), size, {}).items)
    last = shelf.page(QueryDict(""), size, {}).last
    for number in range(2, last + 1):
        items += shelf.page(QueryDict(f"page={number}"), size, {}).items
    return items


def test_fifty_items_of_one_day_paged_by_ten_appear_exactly_once_and_in_order():
    index = make_index()
    for place in (2, 0, 1, 0, 2):
        many_articles(index, 10, position_in_day=place)

    seen = [(page.position_in_day, -page.pk) for page in all_pages(index.shelf, 10)]

    assert seen == sorted(seen)
    assert len(set(seen)) == 50


@pytest.mark.parametrize("size", [1, 7, 10, 100])
def test_pages_found_by_their_counts_equal_a_plain_sort(size):
    index = make_index()
    expected = scattered(index)

    seen = all_pages(index.shelf, size)

    assert [page.pk for page in seen] == [page.pk for page in expected]


def test_pages_of_a_year_found_by_their_counts_equal_a_plain_sort():
    index = make_index()
    expected = [page.pk for page in scattered(index) if page.date.year == 2005]

    seen = all_pages(index.shelf.in_year(2005), 4)

    assert len(expected) > 8
    assert [page.pk for page in seen] == expected


def test_pages_of_a_month_found_by_their_counts_equal_a_plain_sort():
    index = make_index()
    in_november = [
        page.pk
        for page in scattered(index)
        if (page.date.year, page.date.month) == (2003, 11) and page.date_precision != "year"
    ]

    seen = all_pages(index.shelf.in_month(2003, 11), 3)

    assert len(in_november) > 3
    assert [page.pk for page in seen] == in_november


def test_a_slice_past_the_end_is_empty():
    index = make_index()
    many_articles(index, 3)

    items = index.shelf.slice(3, 10)

    assert items == []


def test_the_years_between_the_first_and_the_last_are_counted_as_empty():
    index = make_index()
    many_articles(index, 3, [MAY, datetime.date(2009, 1, 1), datetime.date(2009, 1, 2)])

    years = index.shelf.years

    assert list(years.items()) == [(2006, 1), (2007, 0), (2008, 0), (2009, 2)]


def test_a_shelf_without_anything_has_no_years():
    index = make_index()

    shelf = index.shelf

    assert (shelf.total, shelf.years) == (0, {})


def test_a_year_item_counts_in_its_year_and_in_no_month():
    index = make_index()
    make_article(index, date=MAY, date_precision="year")
    make_article(index, date=MAY, date_precision="month")

    shelf = index.shelf

    assert shelf.years == {2006: 2}
    assert sum(shelf.months(2006).values()) == 1
    assert (shelf.in_year(2006).total, shelf.in_month(2006, 5).total) == (2, 1)


def test_the_months_of_a_year_stand_december_first_and_all_twelve():
    index = make_index()
    make_article(index, date=MAY)

    months = index.shelf.months(2006)

    assert list(months) == list(range(12, 0, -1))
    assert months[5] == 1


def test_what_a_shelf_counts_it_also_lists():
    index = make_index()
    hidden = make_index(index, live=False)
    make_article(index)
    make_article(index, live=False)
    make_article(hidden)

    shelf = index.shelf

    assert shelf.total == len(shelf.slice(0, 10)) == 2


def test_a_page_beyond_the_last_is_no_page():
    index = make_index()
    many_articles(index, 11)

    with pytest.raises(Http404):
        index.shelf.page(QueryDict("page=3"), 10, {})


def test_items_of_one_day_share_its_date():
    index = make_index()
    make_article(index, title="Old", date=datetime.date(2006, 5, 30))
    make_article(index, title="One", date=MAY)
    make_article(index, title="Two", date=MAY)

    days = by_day(index.articles.newest_first())

    assert [[page.title for page in day.articles] for day in days] == [["Two", "One"], ["Old"]]


def test_a_month_item_stands_apart_from_the_items_of_its_stored_day():
    index = make_index()
    make_article(index, title="On the day", date=MAY)
    make_article(index, title="In the month", date=MAY, date_precision="month")

    days = by_day(index.articles.newest_first())

    assert [(day.precision, day.articles[0].title) for day in days] == [
        ("month", "In the month"),
        ("day", "On the day"),
    ]


def test_two_items_of_one_month_share_its_name_whatever_day_is_stored():
    index = make_index()
    make_article(index, date=MAY, date_precision="month")
    make_article(index, date=datetime.date(2006, 5, 1), date_precision="month")

    days = by_day(index.articles.newest_first())

    assert [len(day.articles) for day in days] == [2]


def test_a_month_heading_says_how_many_the_whole_month_has_not_only_this_page():
    index = make_index()
    many_articles(index, 12, [MAY])
    make_article(index, date=datetime.date(2006, 4, 1))

    months = by_month(index.shelf.slice(0, 10), index.shelf)

    assert [(month.date.month, month.count) for month in months] == [(5, 12)]


def test_a_year_item_stands_under_a_heading_of_its_own():
    index = make_index()
    make_article(index, date=MAY)
    make_article(index, date=MAY, date_precision="year")

    months = by_month(index.shelf.slice(0, 10), index.shelf)

    assert [(month.precision, month.count) for month in months] == [("month", 1), ("year", 1)]


def headings(index) -> list[tuple[str, int]]:
    months = by_month(index.articles.newest_first(), index.shelf)
    return [(in_words(month.date, month.precision), month.count) for month in months]


def test_no_heading_stands_twice_on_a_page_whatever_lies_between():
    index = make_index()
    make_article(index, date=datetime.date(2006, 5, 31))
    make_article(index, date=datetime.date(2006, 5, 15), date_precision="year")
    make_article(index, date=datetime.date(2006, 5, 1))
    make_article(index, date=datetime.date(2006, 4, 1))
    make_article(index, date=datetime.date(2005, 4, 1))

    seen = headings(index)

    assert seen == [("May 2006", 2), ("April 2006", 1), ("2006", 1), ("April 2005", 1)]


def test_no_date_is_printed_twice_whatever_lies_between():
    index = make_index()
    for place, precision in enumerate(("day", "month", "day")):
        make_article(index, date=MAY, date_precision=precision, position_in_day=place)

    days = by_day(index.articles.newest_first())

    assert [(day.precision, len(day.articles)) for day in days] == [("day", 2), ("month", 1)]


def test_in_its_month_an_item_without_a_day_follows_those_that_have_one():
    index = make_index()
    make_article(index, date=datetime.date(2006, 5, 31), date_precision="month")
    make_article(index, date=datetime.date(2006, 5, 1))

    months = by_month(index.articles.newest_first(), index.shelf)

    assert [[day.precision for day in month.days] for month in months] == [["day", "month"]]


def test_a_shelf_counts_its_topics_below_one_month_only():
    rivers = make_topic()
    index = make_index()
    make_article(index, date=MAY, main_topic=rivers)
    make_article(index, date=datetime.date(2006, 6, 1), main_topic=rivers)

    counts = index.shelf.in_month(2006, 5).by_topic()

    assert counts == {rivers.pk: 1}
