"""The search page as a visitor meets it."""

import datetime

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags
from wagtail.models import Collection, CollectionViewRestriction
from wagtail.search.backends import get_search_backend

from articles.models import ArticlePage
from tests.factories import (
    file_under,
    make_article,
    make_document,
    make_event,
    make_index,
    make_notice,
    make_page,
    make_topic,
    many_articles,
    restrict,
)
from topics.models import TopicPage

pytestmark = pytest.mark.django_db


def day(year: int) -> datetime.date:
    return datetime.date(year, 5, 4)


@pytest.fixture
def archive(home):
    """Ferries in two streams, on two topics, in three years; and one of every other kind."""
    rivers, lakes = (
        make_topic(title="Rivers", slug="rivers"),
        make_topic(title="Lakes", slug="lakes"),
    )
    news, analysis = (
        make_index(title="News", slug="news"),
        make_index(title="Analysis", slug="analysis"),
    )
    make_article(news, title="Ferry one", date=day(2006), main_topic=rivers)
    make_article(news, title="Ferry two", date=day(2014), main_topic=rivers, topics=[lakes])
    make_article(analysis, title="Ferry three", date=day(2014), main_topic=lakes)
    make_event(analysis, title="Ferry talk", date=day(2016))
    make_page(title="Ferry timetable")
    make_notice(title="Ferry appeal", date=day(2016))
    make_document(title="Ferry report")
    make_article(news, title="Nothing of the kind", date=day(2010))
    return news


def found(client, query: str) -> list[str]:
    return [
        strip_tags(item.title) for item in client.get(f"/search/{query}").context["listing"].items
    ]


def numbers(client, query: str, name: str) -> dict[str, int]:
    facets = client.get(f"/search/{query}").context["facets"]
    return {line.text: line.number for line in getattr(facets, name)}


def test_results_say_how_many_they_are_and_mark_the_words(client, archive):
    answer = client.get("/search/?q=ferry+one")
    html = answer.content.decode()

    assert answer.status_code == 200
    assert "1 result for <strong>ferry one</strong>, from 2006" in html
    assert "<mark>Ferry one</mark></a></h3>" in html
    assert 'datetime="2006-05-04"' in html and "</b> May 2006" in html
    assert "<title>“ferry one”: 1 result: " in html


@pytest.mark.parametrize("typed", ["water again", "Water Again"])
def test_what_is_called_by_the_very_words_comes_first(client, archive, typed):
    long_text = "<p>" + "The ferry waits for the tide below the old bridge. " * 60 + "</p>"
    make_article(archive, title="Water again", body=[("paragraph", long_text)], date=day(2007))
    for n in range(12):
        make_article(archive, title=f"Water {n}", date=day(2016))

    assert found(client, f"?q={typed}")[0] == "Water again"


def test_an_item_known_by_its_month_never_shows_a_day(client, archive):
    march = {"date": datetime.date(2005, 3, 31), "date_precision": "month"}
    make_article(archive, title="Old raft", slug="old-raft", **march)

    html = client.get("/search/?q=raft").content.decode()

    assert 'datetime="2005-03"' in html
    assert "31" not in html.split('<ol class="stream results">')[1].split("</ol>")[0]


def test_results_are_sorted_by_relevance_or_by_date(client, archive):
    assert set(found(client, "?q=ferry")) == set(found(client, "?q=ferry&sort=newest"))
    newest = found(client, "?q=ferry&sort=newest&kind=article")
    assert newest == ["Ferry three", "Ferry two", "Ferry one"]


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("&kind=article&stream=news", {"Ferry one", "Ferry two"}),
        ("&kind=event", {"Ferry talk"}),
        ("&kind=page", {"Ferry timetable"}),
        ("&kind=notice", {"Ferry appeal"}),
        ("&kind=document", {"Ferry report"}),
        ("&topic=lakes", {"Ferry two", "Ferry three"}),
        ("&stream=analysis", {"Ferry three", "Ferry talk"}),
        ("&year=2014", {"Ferry two", "Ferry three"}),
        ("&year=2016", {"Ferry talk", "Ferry appeal"}),
        ("&year=2014&topic=rivers&stream=news&kind=article&sort=newest", {"Ferry two"}),
        ("&year=2014&kind=page", set()),
    ],
)
def test_results_can_be_narrowed(client, archive, query, titles):
    assert set(found(client, f"?q=ferry{query}")) == titles


def test_without_words_everything_can_be_looked_through(client, archive):
    assert set(found(client, "?kind=document")) == {"Ferry report"}
    assert found(client, "?stream=news") == ["Ferry two", "Nothing of the kind", "Ferry one"]
    assert client.get("/search/").context["listing"].total == 12


def test_numbers_stand_beside_what_results_may_be_narrowed_to(client, archive):
    assert numbers(client, "?q=ferry", "kinds") == {
        "All": 7, "Articles": 3, "Events": 1, "Topic pages": 0, "Notices": 1, "Pages": 1,
        "Documents": 1,
    }  # fmt: skip
    assert numbers(client, "?q=ferry", "topics") == {"Lakes": 2, "Rivers": 2}
    assert numbers(client, "?q=ferry", "streams") == {"News": 2, "Analysis": 2}
    years = numbers(client, "?q=ferry&kind=article", "years")
    assert {year: number for year, number in years.items() if number} == {"2014": 2, "2006": 1}


def test_each_list_of_numbers_leaves_its_own_choice_open(client, archive):
    query = "?q=ferry&topic=rivers&year=2014&kind=article"

    assert numbers(client, query, "topics") == {"Lakes": 2, "Rivers": 1}
    assert numbers(client, query, "kinds")["All"] == 1
    assert numbers(client, query, "years")["2006"] == 1
    assert numbers(client, query, "streams") == {"News": 1, "Analysis": 0}


def test_what_would_bring_nothing_is_no_link(client, archive):
    html = client.get("/search/?q=ferry").content.decode()

    assert '<span class="off">Topic pages <span class="count">0</span></span>' in html
    assert "kind=topic" not in html


def test_what_results_are_narrowed_to_can_be_taken_away(client, archive):
    html = client.get("/search/?q=ferry&topic=lakes&year=2014").content.decode()

    assert '<a class="tag" href="?q=ferry&amp;year=2014">Lakes' in html
    assert '<a class="tag" href="?q=ferry&amp;topic=lakes">2014' in html


@pytest.mark.parametrize(
    "query",
    ["kind=none", "topic=nowhere", "stream=x", "year=99999", "year=x", "topic=a&topic=b", "page=2",
     "page=0", "page=x", "sort=none", "topic=%00", "year=%C2%B2"],
)  # fmt: skip
def test_what_is_not_there_is_no_page(client, archive, query):
    assert client.get(f"/search/?q=ferry&{query}").status_code == 404


def test_the_first_page_may_be_asked_for_by_its_number(client, archive):
    assert client.get("/search/?q=ferry&page=1&kind=&topic=").status_code == 200


def test_results_are_cut_into_numbered_pages(client, home):
    many_articles(make_index(), 25)

    pages = [found(client, f"?page={n}" if n > 1 else "") for n in (1, 2, 3)]

    assert len(set(sum(pages, []))) == 26
    assert [len(page) for page in pages] == [10, 10, 6]


ODD = ('"', "'", "%00", "%22%28%5B%7B", "x" * 3000, "word+" * 900, "the+of+and", "*", "a%00b",
       "AND+OR+NOT", "%F0%9F%A6%99", "%ff%fe", "title:x", "%3Cscript%3E")  # fmt: skip


@pytest.mark.parametrize("typed", ODD)
@pytest.mark.parametrize("more", ["", "&sort=newest", "&kind=document"])
def test_no_query_is_an_error(client, archive, typed, more):
    answer = client.get(f"/search/?q={typed}{more}")

    assert answer.status_code == 200
    assert "\x00" not in answer.content.decode()
    assert "<script>" not in answer.content.decode()


def test_a_query_that_is_too_long_is_cut_and_the_page_says_so(client, archive):
    html = client.get("/search/?q=" + "ferry+" * 40).content.decode()

    assert "only the first words were" in html
    assert "only the first words were" not in client.get("/search/?q=ferry").content.decode()


def test_where_nothing_is_found_there_are_ways_on(client, archive):
    make_topic(title="Mining and land")

    html = client.get("/search/?q=minning").content.decode()

    assert "Nothing was found." in html
    assert 'Did you mean <a href="?q=Mining">Mining</a>' in html
    assert 'href="/topics/"' in html and 'href="/archive/"' in html
    assert "no word in this" in client.get("/search/?q=the+of").content.decode()


def test_a_story_of_a_roundup_is_linked_below_it(client, archive):
    stories = [
        {"headline": "Ferry sinks", "teaser": "<p>At Ñahuin.</p>"},
        {"headline": "Bridge painted", "teaser": "<p>Blue.</p>"},
    ]
    roundup = make_article(
        archive, title="In short", body=[("roundup_story", story) for story in stories]
    )
    anchor = roundup.stories.first().anchor

    html = client.get("/search/?q=nahuin").content.decode()

    assert (
        f'<ul class="stories"><li><a href="{roundup.url}#{anchor}">Ferry sinks</a></li></ul>'
        in html
    )


def test_a_document_says_its_kind_and_size_and_an_event_when_it_is(client, archive):
    html = client.get("/search/?q=ferry").content.decode()

    assert "<strong>PDF</strong>, 1 KB" in html
    assert "Saturday 1 June 2030" in html


@pytest.mark.parametrize("how", ["draft", "private", "closed collection"])
def test_what_is_not_public_is_neither_found_nor_counted(client, archive, how):
    if how == "draft":
        make_article(archive, title="Secret ferry", live=False)
        make_topic(title="Secret ferry", live=False)
    elif how == "private":
        restrict(make_article(archive, title="Secret ferry"))
        restrict(make_page(title="Secret ferry"))
    else:
        closed = Collection.get_first_root_node().add_child(name="Closed")
        CollectionViewRestriction.objects.create(collection=closed, restriction_type="login")
        make_document(title="Secret ferry", collection=closed)

    for query in ("?q=secret", "?q=ferry", "?q=ferry&sort=newest", "?kind=page", "?kind=document"):
        answer = client.get(f"/search/{query}")
        assert "Secret ferry" not in strip_tags(answer.content.decode())
    assert numbers(client, "?q=ferry", "kinds")["All"] == 7


def test_the_page_is_only_read_and_leaves_nothing_behind(client, archive):
    with CaptureQueriesContext(connection) as captured:
        answer = client.get("/search/?q=ferry")

    assert [q["sql"] for q in captured if q["sql"].startswith(("INSERT", "UPDATE", "DELETE"))] == []
    assert not answer.cookies
    assert answer["X-Robots-Tag"] == "noindex"
    assert client.post("/search/", {"q": "ferry"}).status_code == 405


def test_where_too_many_match_to_weigh_them_all_titles_and_the_newest_come_first(
    client, home, monkeypatch
):
    news = make_index()
    words = [("paragraph", "<p>The ferry runs.</p>")]
    make_article(news, title="An old ferry", date=day(2001))
    for year in (2002, 2009, 2010, 2003, 2004):
        make_article(news, title=f"News of {year}", date=day(year), body=words)
    monkeypatch.setattr(type(get_search_backend()), "most_weighed", 2)

    pages = client.get("/search/?q=ferry").context["listing"]

    titles = [strip_tags(item.title) for item in pages.items]
    assert titles[0] == "An old ferry"
    assert set(titles[1:3]) == {"News of 2009", "News of 2010"}
    assert len(set(titles)) == pages.total == 6


def test_a_search_costs_the_same_at_ten_and_at_two_thousand_articles(warm, archive):
    rivers = TopicPage.objects.get(slug="rivers")
    queries = ("", "?q=bridge", "?q=bridge&sort=newest", "?topic=rivers&q=bridge")
    costs = []

    for number in (10, 1990):
        articles = many_articles(archive, number)
        file_under(rivers, articles)
        get_search_backend().get_index_for_model(ArticlePage).add_items(ArticlePage, articles)
        cache.clear()
        costs.append({query: warm(f"/search/{query}") for query in queries})

    assert costs[0] == costs[1]
    assert max(costs[1].values()) <= 12
