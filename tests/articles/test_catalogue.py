"""One way of listing what is dated, whatever shelf it stands on."""

import datetime

import pytest
from django.http import Http404, QueryDict

from articles.catalogue import Catalogue
from tests.factories import make_article, make_index, make_topic

pytestmark = pytest.mark.django_db

MAY = datetime.date(2006, 5, 31)


@pytest.fixture
def catalogue() -> Catalogue:
    """Three items over two years, one of them on a topic."""
    index = make_index(title="News", slug="news")
    make_article(index, date=MAY, main_topic=make_topic(slug="rivers"))
    make_article(index, date=datetime.date(2006, 4, 1), date_precision="year")
    make_article(index, date=datetime.date(2008, 1, 1))
    return Catalogue("News", "/news/", index.shelf, 2)


def told(catalogue: Catalogue, query: str = "", **place) -> dict:
    return catalogue.context(QueryDict(query), **place)


@pytest.mark.parametrize(
    ("place", "total"),
    [({}, 3), ({"year": 2006}, 2), ({"year": 2006, "month": 5}, 1), ({"year": 2008}, 1)],
)
def test_a_place_is_narrowed_by_year_and_by_month(catalogue, place, total):
    assert told(catalogue, **place)["listing"].total == total


@pytest.mark.parametrize("place", [{"year": 2007}, {"year": 2006, "month": 4}])
def test_where_nothing_stands_there_is_no_page(catalogue, place):
    with pytest.raises(Http404):
        told(catalogue, **place)


def test_a_year_with_items_but_none_on_the_topic_is_a_page(catalogue):
    context = told(catalogue, "topic=rivers", year=2008)

    assert context["listing"].total == 0
    assert context["months"] == []


def test_years_and_months_count_the_topic_and_topics_count_the_year(catalogue):
    context = told(catalogue, "topic=rivers", year=2006)

    assert context["year_counts"] == {2006: 1}
    assert context["known_by_year"] == 0
    assert [facet["count"] for facet in context["topic_facets"]] == [1]


def test_without_a_year_the_months_of_the_newest_are_shown(catalogue):
    context = told(catalogue)

    assert context["shown_year"] == 2008
    assert context["month_counts"][1] == 1


def test_the_topic_stays_on_the_links_to_years_and_pages(catalogue):
    context = told(catalogue, "topic=rivers")

    assert context["archive_query"] == "?topic=rivers"
    assert context["listing"].parameters == {"topic": "rivers"}


@pytest.mark.parametrize(
    ("place", "steps", "here"),
    [
        ({}, [], "News"),
        ({"year": 2006}, ["/news/"], "2006"),
        ({"year": 2006, "month": 5}, ["/news/", "/news/2006/"], "May 2006"),
    ],
)
def test_the_steps_lead_from_the_place_to_its_year_and_month(catalogue, place, steps, here):
    context = told(catalogue, **place)

    assert [step["url"] for step in context["steps"]] == steps
    assert context["here"] == here
