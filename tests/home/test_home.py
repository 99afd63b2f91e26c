import datetime
import re

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, Site

from base.models import Sidebar
from home.models import HomePage
from tests.editing import edit_page
from tests.factories import (
    make_article,
    make_event,
    make_form,
    make_index,
    make_notice,
    make_page,
    make_topic,
    restrict,
)

pytestmark = pytest.mark.django_db


# The tree of a fresh site


def test_the_home_page_stands_at_the_root_of_the_default_site(home):
    site = Site.objects.get()

    assert site.is_default_site
    assert site.root_page == home.page_ptr
    assert home.url == "/"


def test_there_is_one_home_page_and_no_second(home):
    root = Page.objects.get(depth=1)

    assert not HomePage.can_create_at(root)


def test_the_children_of_the_home_page_are_those_of_the_plan():
    children = {model.__name__ for model in HomePage.allowed_subpage_models()}

    assert children == {"NewsIndex", "TopicPage", "FeaturedNotice", "StandardPage", "FormPage"}


# Plain pages


def test_a_plain_page_shows_its_words(client):
    text = [("paragraph", "<h2>Since 1992</h2><p>We began in a kitchen.</p>")]
    page = make_page(introduction="Who we are & why.", body=text)

    html = client.get(page.url).content.decode()

    assert "Who we are &amp; why." in html
    assert "We began in a kitchen." in html


def test_a_plain_page_with_nothing_but_a_headline_is_a_page(client):
    answer = client.get(make_page(title="Privacy").url)

    assert "Privacy" in answer.content.decode()


# The menu of a site whose settings name none


def menu(client) -> list[str]:
    html = client.get("/").content.decode()
    nav = html.split('<nav class="wrap nav"')[1].split("</nav>")[0] if "wrap nav" in html else ""
    return re.findall(r"<a [^>]*>(.*?)</a>", nav)


def test_the_menu_of_a_fresh_site_has_only_what_leads_somewhere(client):
    assert menu(client) == []


def test_the_menu_has_streams_lists_and_the_pages_meant_for_it(client):
    news = make_index(title="News")
    make_index(news, title="Nested")
    make_event(news)
    make_topic()
    make_page(title="About", show_in_menus=True)
    make_page(title="Privacy")

    entries = menu(client)

    assert entries == ["News", "Topics", "Events", "About"]


def test_a_list_with_nothing_public_is_no_entry_of_the_menu(client):
    restrict(make_topic())
    make_notice(live=False)

    assert menu(client) == []


# Sidebars


def text_box(words: str) -> list:
    return [("text_box", {"heading": words, "text": f"<p>{words}.</p>"})]


def hang(page, words: str = "", mode: str = "own") -> Sidebar:
    return Sidebar.objects.create(page=page, mode=mode, boxes=text_box(words) if words else [])


def beside(page) -> str:
    """The heading of the first box a visitor sees beside that page."""
    sidebar = type(page).objects.get(pk=page.pk).sidebar
    return sidebar.boxes[0].value["heading"] if sidebar else ""


def test_a_page_without_any_sidebar_above_has_none():
    assert beside(make_article()) == ""


def test_a_sidebar_holds_for_everything_below_it(home):
    outer = make_index()
    article = make_article(make_index(outer))

    hang(outer, "Of the outer stream")

    assert beside(article) == beside(outer) == "Of the outer stream"
    assert beside(home) == ""


def test_the_nearest_sidebar_wins(home):
    index = make_index()
    article = make_article(index)
    for page, words in ((home, "Of the home page"), (article, "Own"), (index, "Of the stream")):
        hang(page, words)

    seen = [beside(page) for page in (home, index, article, make_article(index), make_page())]

    assert seen == ["Of the home page", "Of the stream", "Own", "Of the stream", "Of the home page"]


def test_no_sidebar_can_be_wished_for_in_so_many_words(home):
    hang(home, "Of the home page")
    index = make_index()

    hang(index, mode="none")

    assert beside(make_article(index)) == ""


def test_a_page_that_inherits_is_looked_past():
    index = make_index()
    article = make_article(index)
    hang(index, "Of the stream")

    hang(article, "Never shown", mode="inherit")

    assert beside(article) == "Of the stream"


def test_the_sidebar_of_a_draft_does_not_show(home):
    hang(home, "Of the home page")
    draft = make_index(live=False)

    hang(draft, "Of the draft")

    assert beside(make_article(draft)) == "Of the home page"


def test_a_sidebar_in_the_draft_of_a_page_does_not_show_before_it_is_published(admin_client):
    from wagtail.test.utils.form_data import inline_formset, streamfield

    index = make_index()
    boxes = streamfield([("join_box", {})])
    sidebars = inline_formset([{"mode": "own", "boxes": boxes}])

    edit_page(admin_client, index, sidebars=sidebars)
    as_draft = Sidebar.objects.exists()
    edit_page(admin_client, index, publish=True, sidebars=sidebars)

    assert (as_draft, Sidebar.objects.filter(page=index).exists()) == (False, True)


def test_the_nearest_sidebar_is_found_in_one_query(home):
    hang(home, "Of the home page")
    deep = make_article(make_index(make_index(make_index())))

    with CaptureQueriesContext(connection) as captured:
        assert deep.sidebar

    assert len(captured) == 1


def test_boxes_show_beside_streams_articles_topics_and_plain_pages(client, home):
    hang(home, "Write to us")
    index = make_index()
    pages = [index, make_article(index), make_event(index), make_topic(), make_page()]

    without = [
        page.url for page in pages if "Write to us" not in client.get(page.url).content.decode()
    ]

    assert without == []


def test_a_topic_box_shows_only_a_topic_a_stranger_may_see(client):
    index = make_index()
    hidden, public = make_topic(title="Hidden topic"), make_topic(title="Open topic")
    boxes = [("topic_box", {"topic": hidden}), ("topic_box", {"topic": public})]
    Sidebar.objects.create(page=index, boxes=boxes)

    restrict(hidden)

    html = client.get(index.url).content.decode()
    assert "Open topic" in html
    assert "Hidden topic" not in html


# Sample text


def test_sample_pages_say_so_and_ask_not_to_be_indexed(client):
    sample, real = make_page(is_sample=True), make_form()

    pages = [client.get(page.url).content.decode() for page in (sample, real)]

    assert ["noindex" in page and "Sample text" in page for page in pages] == [True, False]


@pytest.mark.parametrize("year", [1, 206, 1899, 2200, 9999])
def test_a_year_mistyped_is_refused_before_it_reaches_a_page(year):
    index = make_index()

    with pytest.raises(ValidationError) as refusal:
        make_article(index, date=datetime.date(year, 5, 1))

    assert "Please look at the year" in str(refusal.value)
