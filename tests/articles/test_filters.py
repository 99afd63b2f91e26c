import pytest
from django.http import Http404, QueryDict

from articles.filters import TopicFilter
from tests.factories import make_article, make_index, make_topic, restrict

pytestmark = pytest.mark.django_db


def test_without_a_topic_in_the_address_nothing_is_filtered():
    index = make_index()
    make_article(index)

    chosen = TopicFilter.from_query(QueryDict("page=2"))

    assert chosen.applied(index.shelf).total == 1
    assert chosen.parameters == {}


def test_a_topic_in_the_address_narrows_the_list_and_stays_in_its_links():
    rivers = make_topic(slug="rivers")
    index = make_index()
    about = make_article(index, main_topic=rivers)
    make_article(index)

    chosen = TopicFilter.from_query(QueryDict("topic=rivers"))

    assert chosen.applied(index.shelf).slice(0, 10) == [about]
    assert chosen.parameters == {"topic": "rivers"}


@pytest.mark.parametrize(
    "query", ["topic=", "topic=lakes", "topic=Rivers", "topic=rivers&topic=rivers", "topic=%00"]
)
def test_an_unknown_topic_is_no_page(query):
    make_topic(slug="rivers")

    with pytest.raises(Http404):
        TopicFilter.from_query(QueryDict(query))


def test_a_topic_that_is_not_public_is_unknown():
    make_topic(slug="drafted", live=False)
    restrict(make_topic(slug="private"))

    for slug in ("drafted", "private"):
        with pytest.raises(Http404):
            TopicFilter.from_query(QueryDict(f"topic={slug}"))


def test_facets_stand_by_number_and_then_by_name():
    alps, lakes, zebras = (make_topic(title=title) for title in ("Alps", "Lakes", "Zebras"))
    index = make_index()
    make_article(index, topics=[zebras, lakes, alps])
    make_article(index, topics=[zebras])

    facets = TopicFilter().facets(index.shelf)

    assert [(facet["title"], facet["count"]) for facet in facets] == [
        ("Zebras", 2),
        ("Alps", 1),
        ("Lakes", 1),
    ]


def test_a_topic_without_items_here_is_no_facet():
    elsewhere = make_topic()
    make_article(main_topic=elsewhere)
    index = make_index()

    facets = TopicFilter().facets(index.shelf)

    assert facets == []


def test_the_chosen_topic_is_marked_among_the_facets():
    rivers, mines = make_topic(title="Rivers", slug="rivers"), make_topic(title="Mines")
    index = make_index()
    make_article(index, topics=[rivers, mines])

    facets = TopicFilter.from_query(QueryDict("topic=rivers")).facets(index.shelf)

    assert {facet["title"]: facet["is_current"] for facet in facets} == {
        "Mines": False,
        "Rivers": True,
    }
