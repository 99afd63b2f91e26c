"""What was published before and after an article."""

import datetime

import pytest
from django.test.utils import CaptureQueriesContext

from articles.models import ArticlePage
from tests.factories import (
    at,
    file_under,
    make_article,
    make_event,
    make_index,
    make_topic,
    many_articles,
    restrict,
)

pytestmark = pytest.mark.django_db


def may(day: int) -> datetime.date:
    return datetime.date(2026, 5, day)


def titles(article) -> tuple:
    near = ArticlePage.objects.get(pk=article.pk).around
    return tuple(page and page.title for page in (near.earlier, near.later))


def test_the_neighbours_are_the_nearest_on_the_main_topic():
    rivers, news = make_topic(), make_index()
    for day in (1, 2, 6, 7):
        make_article(news, title=f"May {day}", topics=[rivers], date=may(day))
    make_article(news, title="Elsewhere", date=may(3))
    article = make_article(news, main_topic=rivers, date=may(4))

    assert titles(article) == ("May 2", "May 6")


def test_without_a_topic_the_neighbours_stand_in_the_same_stream():
    news, other = make_index(), make_index()
    make_article(news, title="Before", main_topic=make_topic(), date=may(1))
    make_article(make_index(news), title="After, a level deeper", date=may(9))
    make_article(other, title="Elsewhere", date=may(3))

    assert titles(make_article(news, date=may(4))) == ("Before", "After, a level deeper")


def test_a_draft_topic_is_nobodys_business_and_the_stream_is_taken():
    news, draft = make_index(), make_topic(live=False)
    make_article(news, title="Before", date=may(1))
    make_article(title="Elsewhere", main_topic=draft, date=may(3))

    assert titles(make_article(news, main_topic=draft, date=may(4))) == ("Before", None)


def test_within_a_day_the_neighbours_follow_the_order_of_the_lists():
    news = make_index()
    for title, position in (("first", 0), ("second", 1), ("second, newer", 1), ("third", 2)):
        make_article(news, title=title, date=may(4), position_in_day=position)
    listed = list(ArticlePage.objects.newest_first())

    found = [titles(article) for article in listed]

    names = [article.title for article in listed]
    assert names == ["first", "second, newer", "second", "third"]
    assert found == list(zip([*names[1:], None], [None, *names[:-1]], strict=True))


@pytest.mark.parametrize("how", ["draft", "expired", "private"])
def test_what_is_not_public_is_nobodys_neighbour(how):
    news = make_index()
    fields = {"draft": {"live": False}, "expired": {"expire_at": at(2020, 1, 1)}}.get(how, {})
    for day in (3, 5):
        page = make_article(news, date=may(day), **fields)
        if how == "private":
            restrict(page)
    make_article(news, title="Open", date=may(1))

    assert titles(make_article(news, date=may(4))) == ("Open", None)


def test_an_article_alone_on_its_topic_has_no_neighbours(client):
    article = make_article(main_topic=make_topic())

    html = client.get(article.url).content.decode()

    assert 'class="around' not in html


def test_the_page_names_both_neighbours_with_their_dates(client):
    rivers = make_topic(title="Rivers", dye="water")
    make_article(title="Ebb", main_topic=rivers, date=may(1), date_precision="month")
    make_article(title="Flood", main_topic=rivers, date=may(9))
    article = make_article(main_topic=rivers, date=may(4))

    html = client.get(article.url).content.decode().split('class="around')[1].split("</section>")[0]

    assert "More on Rivers" in html
    assert html.index("Ebb") < html.index("Flood")
    assert '<time datetime="2026-05">May 2026</time>' in html
    assert '<time datetime="2026-05-09">9 May 2026</time>' in html


def test_what_the_text_already_links_makes_way_for_the_next_nearest():
    news = make_index()
    make_article(news, title="May 1", date=may(1))
    linked = [make_article(news, title=f"May {day}", date=may(day)) for day in (2, 6)]
    body = [
        ("related_pages", {"pages": [linked[0], make_topic()]}),
        ("related_pages", {"pages": linked[1:]}),
    ]

    article = make_article(news, date=may(4), body=body)

    assert titles(article) == ("May 1", None)


def test_a_deleted_page_in_the_text_takes_no_neighbour_away():
    news = make_index()
    make_article(news, title="Before", date=may(1))
    gone = make_article(news, date=may(2))
    article = make_article(news, date=may(4), body=[("related_pages", {"pages": [gone]})])

    gone.delete()

    assert titles(article) == ("Before", None)


def test_an_event_page_has_no_neighbours_but_may_be_one(client):
    news = make_index()
    event = make_event(news, title="Talk", date=may(3))
    article = make_article(news, date=may(4))

    assert 'class="around' not in client.get(event.url).content.decode()
    assert titles(article) == ("Talk", None)


@pytest.mark.parametrize("number", [2, 200])
def test_both_neighbours_cost_one_query_that_loads_no_text(warm, client, number):
    from django.db import connection

    rivers, news = make_topic(), make_index()
    file_under(rivers, many_articles(news, number, [may(3), may(5)]))
    article = make_article(news, main_topic=rivers, date=may(4))
    client.get(article.url)
    page = ArticlePage.objects.get(pk=article.pk)

    with CaptureQueriesContext(connection) as captured:
        assert page.topic
        assert [near.url for near in (page.around.earlier, page.around.later)]

    queries = [query["sql"] for query in captured if "articles_articlepage" in query["sql"]]
    assert len(queries) == 1
    assert '"articles_articlepage"."body"' not in queries[0]
