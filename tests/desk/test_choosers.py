import datetime
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import (
    make_article,
    make_event,
    make_index,
    make_notice,
    make_page,
    make_topic,
    make_user,
    many_articles,
    of_one_section,
)

pytestmark = pytest.mark.django_db

RELATED = "articles.articlepage,topics.topicpage,home.standardpage"


@pytest.fixture
def choosing(client):
    client.force_login(make_user("Editor"))

    def rows(where: str = "", **asked) -> str:
        answer = client.get(f"/admin/choose-page/{where}", asked)
        assert answer.status_code == 200
        is_json = answer["Content-Type"] == "application/json"
        return answer.json()["html"] if is_json else answer.content.decode()

    return rows


def in_order(html: str, *titles: str) -> bool:
    places = [html.index(title) for title in titles]
    return places == sorted(places)


def test_the_chooser_opens_with_the_newest_of_every_stream_and_their_days(choosing):
    news, analysis = make_index(title="News"), make_index(title="Analysis")
    make_article(news, title="Older item", date=datetime.date(2009, 3, 2))
    make_article(analysis, title="Newer item", date=datetime.date(2026, 5, 4))
    make_article(news, title="Month only", date=datetime.date(2014, 5, 1), date_precision="month")

    html = choosing(page_type="articles.articlepage")

    assert in_order(html, "Newer item", "Month only", "Older item")
    for words in ("4 May 2026", "May 2014", "2 March 2009", "News", "Analysis"):
        assert words in html
    assert "1 May 2014" not in html


def test_only_pages_of_the_right_kind_are_offered_and_events_are_articles(choosing):
    make_event(title="A talk")
    make_topic(title="A river")
    make_notice(title="An appeal")

    html = choosing(page_type="articles.articlepage")

    assert "A talk" in html
    assert "A river" not in html
    assert "An appeal" not in html


def test_a_list_of_related_pages_offers_articles_topics_and_pages(choosing):
    make_article(title="An article")
    make_topic(title="A river")
    make_page(title="Who we are")
    make_notice(title="An appeal")

    html = choosing(page_type=RELATED)

    assert in_order(html, "An article", "A river")
    assert "Who we are" in html
    assert "An appeal" not in html


def test_a_stream_opened_in_the_chooser_shows_the_newest_first(choosing):
    news = make_index()
    for year in (2011, 2026, 2018):
        make_article(news, title=f"Item of {year}", date=datetime.date(year, 1, 1))

    html = choosing(f"{news.pk}/")

    assert in_order(html, "Item of 2026", "Item of 2018", "Item of 2011")


def test_a_place_for_a_moved_page_is_still_looked_for_in_the_tree(choosing, home):
    make_index(title="Analysis")

    html = choosing(user_perms="move_to")

    assert home.title in html
    assert "Analysis" not in html


def test_a_page_is_found_in_the_chooser_by_a_word_of_its_text(choosing):
    body = [("paragraph", "<p>The tortora reeds were cut.</p>")]
    make_article(title="Lake", body=body, date=datetime.date(2009, 1, 1))
    make_article(title="Another")

    html = choosing("search/", q="tortora", page_type="articles.articlepage")

    assert "Lake" in html
    assert "1 January 2009" in html
    assert "Another" not in html


def test_headlines_go_before_texts_and_the_newest_before_the_older(choosing):
    body = [("paragraph", "<p>The harvest was good.</p>")]
    make_article(title="Only in the text", body=body, date=datetime.date(2026, 5, 1))
    make_article(title="Harvest of old", date=datetime.date(2009, 1, 1))
    make_article(title="Harvest of late", date=datetime.date(2025, 1, 1))

    html = choosing("search/", q="harv")
    whole = choosing("search/", q="harvest")

    assert in_order(html, "Harvest of late", "Harvest of old")
    assert in_order(whole, "Harvest of late", "Harvest of old", "Only in the text")


def test_a_pasted_address_finds_its_page_in_the_chooser(choosing):
    page = make_article(make_index(slug="news"), slug="bridge", title="The bridge")
    make_article(page.get_parent().specific, title="Another")

    html = choosing("search/", q=f"http://testserver{page.url}", page_type="articles.articlepage")

    assert f'data-id="{page.pk}"' in html
    assert "Another" not in html


def test_a_pasted_address_of_the_wrong_kind_is_explained(choosing):
    make_topic(slug="water", title="Water")

    html = choosing("search/", q="/water/", page_type="articles.articlepage")

    assert "“Water” cannot be chosen here." in html


def test_several_pages_are_ticked_by_their_headlines(choosing):
    page = make_article(title="The bridge")

    html = choosing(multiple="true")

    assert f'<label for="chooser-modal-select-{page.pk}">The bridge</label>' in html


def test_an_unknown_kind_of_page_is_answered_plainly(client):
    client.force_login(make_user("Editor"))

    for where in ("", "search/"):
        answer = client.get(f"/admin/choose-page/{where}", {"page_type": "no.such"})
        assert answer.status_code == 404


def test_who_has_not_signed_in_is_sent_to_the_door(client):
    assert client.get("/admin/choose-page/").status_code == 302


@pytest.mark.parametrize("where", ["", "search/"])
def test_a_chooser_needs_as_many_queries_for_ten_pages_as_for_a_hundred(choosing, where):
    news = make_index()
    articles = many_articles(news, 10)
    asked = {"q": "Bridge"} if where else {"page_type": "articles.articlepage"}
    index_all(articles)

    choosing(where, **asked)
    with CaptureQueriesContext(connection) as few:
        choosing(where, **asked)
    index_all(many_articles(news, 90))
    with CaptureQueriesContext(connection) as many:
        choosing(where, **asked)

    assert len(many) == len(few) <= 26


def index_all(articles) -> None:
    from wagtail.search import index

    for article in articles:
        index.insert_or_update_object(article)


@pytest.mark.parametrize(
    ("form", "kinds"),
    [
        (
            "notices/featurednotice",
            "articles.articlepage,articles.newsindex,topics.topicpage,home.standardpage,home.formpage",
        ),
        ("articles/eventpage", "articles.articlepage"),
    ],
)
def test_a_form_asks_the_chooser_for_the_right_kinds(client, home, form, kinds):
    client.force_login(make_user("Editor"))
    parent = home if "notice" in form else make_index()

    html = client.get(f"/admin/pages/add/{form}/{parent.pk}/").content.decode()

    models = ", ".join(f'"{kind}"' for kind in kinds.split(","))
    assert f'"modelNames": [{models}]' in unescape(html)


def test_who_works_on_one_section_is_offered_that_section_and_what_is_public(client):
    own, other = make_index(title="Own stream"), make_index(live=False, title="Hidden stream")
    make_article(own, live=False, title="Own draft")
    make_article(other, live=False, title="Hidden draft")
    make_topic(live=False, title="Hidden topic")
    make_article(title="A public bridge")
    client.force_login(of_one_section(own))

    browsed = client.get("/admin/choose-page/?page_type=articles.articlepage").content.decode()
    found = client.get("/admin/choose-page/search/?q=draft").content.decode()
    listed = client.get("/admin/news/").content.decode()
    into_it = client.get(f"/admin/choose-page/{other.pk}/")

    assert "A public bridge" in browsed and "Own draft" in browsed and "Own draft" in found
    assert "Hidden" not in browsed + found + listed
    assert into_it.status_code == 404


def test_a_place_that_is_no_page_is_answered_plainly(client):
    client.force_login(make_user("Editor"))

    answer = client.get("/admin/choose-page/?user_perms=move_to&target_pages[]=abc")

    assert answer.status_code == 404
