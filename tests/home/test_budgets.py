"""What a page costs a running process, which must not grow with the archive."""

import datetime

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from articles.models import ArticlePage, NewsIndex
from base.models import OrganisationSettings, Sidebar
from tests.factories import (
    file_under,
    make_article,
    make_document,
    make_event,
    make_image,
    make_index,
    make_notice,
    make_page,
    make_topic,
    many_articles,
    restrict,
    with_renditions,
)
from topics.models import TopicPage

pytestmark = pytest.mark.django_db

FEW, MANY = 10, 10_000
WRITES = ("INSERT", "UPDATE", "DELETE", "SAVEPOINT")


@pytest.fixture(scope="module")
def built(standing) -> None:
    """A site that uses everything: pictures, topics, notices, sidebar, menus, closed pages."""
    news, analysis = make_index(slug="news"), make_index(slug="analysis")
    rivers = make_topic(slug="rivers", dye="water")
    mines = make_topic(dye="mining")
    for index in (news, analysis):
        for n in range(3):
            image = with_renditions(make_image())
            day = datetime.date(2027, 1, n + 1)
            make_article(index, lead_image=image, main_topic=rivers, topics=[mines], date=day)
    make_event(news, date=datetime.date(2027, 1, 2), main_topic=mines)
    for target in ({}, {"target_page": make_page()}, {"target_document": make_document()}):
        make_notice(**target)
    restrict(make_article(news))
    boxes = [("topic_box", {"topic": rivers}), ("join_box", {})]
    Sidebar.objects.create(page=news, boxes=boxes)
    menu = [("link", {"page": make_page()}), ("link", {"list": "topics"})]
    site = Site.objects.get()
    OrganisationSettings.objects.create(site=site, menu=menu, join_headline="Why join?")


@pytest.fixture
def news(built, db) -> NewsIndex:
    """A stream of that site."""
    return NewsIndex.objects.get(slug="news")


def grow(news, number: int) -> None:
    """That many more items, over ten years, all of them on one topic."""
    days = [datetime.date(2015, 1, 1) + datetime.timedelta(days=n * 2) for n in range(1800)]
    articles = many_articles(news, number, days)
    file_under(TopicPage.objects.get(slug="rivers"), articles)
    cache.clear()


# The wide archive takes seconds to write, so that all lists are measured on one.
BUDGETS = {
    "/": 15,
    "/news/": 12,
    "/news/?topic=rivers": 12,
    "/news/2015/": 12,
    "/news/2015/01/": 12,
    "/archive/": 12,
    "/archive/?topic=rivers": 12,
    "/archive/2015/": 12,
    "/archive/2015/01/": 12,
    "/rivers/": 14,
}
DEEP = {
    "/news/": 900,
    "/news/?topic=rivers&": 900,
    "/rivers/": 900,
    "/news/2015/": 90,
    "/archive/": 900,
    "/archive/?topic=rivers&": 900,
    "/archive/2015/": 90,
}


def test_a_list_costs_the_same_at_ten_and_at_ten_thousand_articles(warm, news):
    grow(news, FEW)
    few = {path: warm(path) for path in BUDGETS}
    grow(news, MANY - FEW)

    many = {path: warm(path) for path in BUDGETS}

    assert few == many
    assert {path: cost for path, cost in many.items() if cost > BUDGETS[path]} == {}


def test_a_page_deep_in_the_archive_costs_no_more_than_the_next(warm, news):
    grow(news, MANY)
    links = {path: path + ("" if path.endswith("&") else "?") for path in DEEP}

    third = {path: warm(f"{link}page=3") for path, link in links.items()}
    deep = {path: warm(f"{link}page={DEEP[path]}") for path, link in links.items()}

    assert third == deep
    assert deep.pop("/rivers/") <= 14
    assert max(deep.values()) <= 12


@pytest.mark.parametrize("path", ["/events/", "/topics/", "/notices/"])
def test_the_lists_of_the_home_page_cost_no_more_than_a_stream(warm, news, path):
    assert warm(path) <= 12


@pytest.mark.parametrize("number", [1, 20])
def test_the_lists_of_the_home_page_cost_the_same_however_long_they_are(warm, news, number):
    before = [warm(path) for path in ("/events/", "/topics/", "/notices/")]
    for _n in range(number):
        make_event(news, lead_image=with_renditions(make_image()))
        make_topic(dye="rights")
        make_notice(target_page=make_page())
    cache.clear()

    after = [warm(path) for path in ("/events/", "/topics/", "/notices/")]

    # The first event with a picture costs the two queries for pictures.
    assert [cost - old for cost, old in zip(after, before, strict=True)] == [2, 0, 0]


def an_article(news) -> ArticlePage:
    rivers = TopicPage.objects.get(slug="rivers")
    body = [("paragraph", "<h2>One</h2><p>Two.</p>"), ("paragraph", "<p>Three.</p>")]
    image = with_renditions(make_image())
    return make_article(news, main_topic=rivers, teaser="<p>T.</p>", body=body, lead_image=image)


def test_an_article_costs_the_same_at_ten_and_at_ten_thousand_articles(warm, news):
    article = an_article(news)
    grow(news, FEW)
    few = warm(article.url)
    grow(news, MANY - FEW)

    many = warm(article.url)

    assert few == many
    assert many <= 14


def test_an_event_and_a_teaser_alone_cost_no_more_than_an_article(warm, news):
    event, teaser = make_event(news), make_article(news, teaser="<p>All that is left.</p>")

    costs = [warm(page.url) for page in (event, teaser)]

    assert max(costs) <= 14


@pytest.mark.parametrize("kind", ["list", "article"])
def test_every_deeper_level_costs_at_most_two_queries_more(warm, news, kind):
    indexes = [news]
    for _level in range(3):
        indexes.append(make_index(indexes[-1]))
    pages = indexes
    if kind == "article":
        pages = [an_article(index) for index in indexes]
    else:
        for index in indexes:
            make_article(index)
    cache.clear()

    costs = [warm(page.url) for page in pages]

    assert max(deeper - cost for cost, deeper in zip(costs, costs[1:], strict=False)) <= 2


LISTS = (
    "/",
    "/news/",
    "/news/?topic=rivers",
    "/news/2027/01/",
    "/archive/",
    "/archive/2027/01/",
    "/rivers/",
    "/events/",
    "/notices/",
)


def seen(client, path: str) -> list[str]:
    """The queries of a second visit."""
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return [query["sql"] for query in captured]


@pytest.mark.parametrize("path", LISTS)
def test_no_teaser_loads_a_text(client, news, path):
    texts = ('"articles_articlepage"."body"', '"articles_articlepage"."teaser"')
    texts += ('"articles_eventpage"."schedule"', '"notices_featurednotice"."body"')
    as_a_column = [text + end for text in texts for end in (",", " FROM")]

    queries = seen(client, path)

    assert [text for text in as_a_column for query in queries if text in query] == []


@pytest.mark.parametrize("path", [*LISTS, "/topics/", "/news/2027/"])
def test_reading_a_list_writes_nothing(client, news, path):
    written = [query for query in seen(client, path) if query.startswith(WRITES)]

    assert written == []


def test_reading_an_article_with_pictures_writes_nothing(client, news):
    article = an_article(news)

    written = [query for query in seen(client, article.url) if query.startswith(WRITES)]

    assert written == []


@pytest.mark.parametrize("path", ["/", "/news/", "/rivers/", "/topics/", "/events/", "/notices/"])
def test_not_even_the_first_visit_to_a_fresh_process_writes_anything(client, news, path):
    cache.clear()

    with CaptureQueriesContext(connection) as captured:
        client.get(path)

    assert [query["sql"] for query in captured if query["sql"].startswith(WRITES)] == []


def test_settings_menus_closed_pages_and_counts_cost_a_warm_process_nothing(client, news):
    queries = " ".join(seen(client, "/news/"))

    assert "organisationsettings" not in queries
    assert "COUNT(" not in queries
    # Wagtail looks once whether the very page that is asked for is private.
    assert queries.count('FROM "wagtailcore_pageviewrestriction"') == 1
