import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.search import index

from tests.factories import make_article, make_index, make_topic, make_user, many_articles

pytestmark = pytest.mark.django_db
SEARCH = "/admin/pages/search/"


@pytest.fixture
def editor(client):
    client.force_login(make_user("Editor"))
    return client


def test_an_address_in_the_search_box_opens_its_page(editor):
    page = make_article(make_index(slug="news"), slug="bridge")

    answer = editor.get(SEARCH, {"q": f"https://testserver{page.url}?page=2"})

    assert answer.url == f"/admin/pages/{page.pk}/edit/"


def test_while_somebody_types_the_way_is_offered_and_nobody_is_led_off(editor):
    page = make_article(make_index(slug="news"), slug="bridge", title="The bridge")

    answer = editor.get(f"{SEARCH}results/", {"q": "/news/bridge/"})

    assert answer.status_code == 200
    assert f'<a href="/admin/pages/{page.pk}/edit/">Open it</a>' in answer.content.decode()


def test_an_unknown_address_is_said_and_the_search_goes_on(editor):
    make_article(title="The bridge")

    html = editor.get(SEARCH, {"q": "/no/such/page/"}).content.decode()

    assert "No page is known at “/no/such/page/”." in html
    assert "Sorry, no pages match" in html


def test_an_article_of_2009_is_found_by_a_word_in_its_text(editor):
    body = [("paragraph", "<p>The tortora reeds were cut.</p>")]
    make_article(title="Lake", body=body, date=datetime.date(2009, 1, 1))

    html = editor.get(SEARCH, {"q": "tortora"}).content.decode()

    assert "Lake" in html
    assert "1 January 2009" in html


def test_the_kinds_of_what_was_found_are_counted_and_narrow_it(editor):
    make_article(title="River mine")
    make_topic(title="River")

    html = editor.get(SEARCH, {"q": "river"}).content.decode()
    topics = editor.get(SEARCH, {"q": "river", "content_type": "topics.topicpage"})

    assert "All (2)" in html
    assert "River mine" in html
    assert "River mine" not in topics.content.decode()


def test_an_empty_search_and_odd_signs_are_answered(editor):
    for text in ("", "…", '"', "'; --", "http://[", "%00", "a" * 5000):
        assert editor.get(SEARCH, {"q": text}).status_code == 200


@pytest.mark.parametrize("role", ["Editor", "Contributor"])
def test_the_search_needs_as_many_queries_for_ten_pages_as_for_a_hundred(client, role):
    client.force_login(make_user(role))
    news = make_index()
    counts = []
    for number in (1, 19, 90):
        for article in many_articles(news, number):
            index.insert_or_update_object(article)
        with CaptureQueriesContext(connection) as queries:
            client.get(SEARCH, {"q": "Bridge"})
        counts.append(len(queries))

    assert counts[1] == counts[2] <= 40
