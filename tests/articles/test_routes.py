import datetime
import re

import pytest
from django.test import Client

from articles.models import ArticlePage
from tests.factories import (
    at,
    make_article,
    make_index,
    make_topic,
    many_articles,
    restrict,
)
from topics.models import TopicPage

pytestmark = pytest.mark.django_db

NOVEMBER = datetime.date(2014, 11, 5)


@pytest.fixture
def news():
    """A stream of twelve items, all of one day, and a topic for two of them."""
    index = make_index(slug="news")
    make_topic(slug="rivers")
    many_articles(index, 12, [NOVEMBER])
    return index


@pytest.mark.parametrize(
    ("path", "number"),
    [("/news/", 10), ("/news/?page=2", 2), ("/news/2014/", 10), ("/news/2014/11/?page=2", 2)],
)
def test_a_stream_its_years_and_its_months_are_pages(client, news, path, number):
    answer = client.get(path)

    assert answer.status_code == 200
    assert len(answer.context["listing"].items) == number


NONSENSE = ["0", "1", "-1", "abc", "999", "1.5", "%D9%A3", "9" * 3000, "", "2&page=2", "%00", "%ff"]


@pytest.mark.parametrize("path", ["/news/", "/news/2014/", "/news/2014/11/"])
def test_a_page_number_that_is_none_is_no_page(client, news, path):
    answers = {page: client.get(f"{path}?page={page}").status_code for page in NONSENSE}

    assert answers == dict.fromkeys(NONSENSE, 404)


@pytest.mark.parametrize(
    "query", ["topic=lakes", "topic=", "topic=rivers&topic=rivers", "topic=%00"]
)
def test_a_topic_that_is_none_is_no_page(client, news, query):
    answer = client.get(f"/news/?{query}")

    assert answer.status_code == 404


NOWHERE = [
    "2016/", "2013/", "2014/13/", "2014/00/", "2014/0/", "2014/1/", "2014/011/", "2014/12/",
    "0/", "99999/", "9999/", "0000/", "1000/", "2999/", "2999/12/", "14/", "2014/11/05/",
    "page/", "page/2/", "feed/x/", "2014/feed/", "2014/page/2/", "2014/11/news/", "news/", "-/", "_/",
    "201٤/", "٢٠١٤/", "2014/1١/",
]  # fmt: skip


def test_an_address_without_anything_behind_it_is_no_page(client, news):
    answers = {path: client.get(f"/news/{path}").status_code for path in NOWHERE}

    assert answers == dict.fromkeys(NOWHERE, 404)


def test_a_year_between_two_with_items_but_without_any_is_no_page(client, news):
    make_article(news, date=datetime.date(2016, 1, 1))

    answers = [client.get(f"/news/{year}/").status_code for year in (2014, 2015, 2016)]

    assert answers == [200, 404, 200]


def test_no_link_of_any_page_leads_to_a_second_address_of_the_first(client, news):
    pages = [client.get(path).content.decode() for path in ("/news/", "/news/?page=2")]

    assert not [page for page in pages if "page=1" in page]
    assert 'href="."' in pages[1]


NASTY_QUERIES = [
    "%00", "page=%00", "topic=%ff%fe", "page[]=2", "page=2;page=3", "page=2%00", "a" * 3072,
    "topic=" + "%F0%9F%92%A3" * 300, "page=%D9%A1", "topic=' OR 1=1 --", "topic=<script>", "&&&===",
    "page=%ED%A0%80", "topic=rivers%0d%0aSet-Cookie:x", "page=1e3", "page=0x2", "page=%EF%BC%92",
]  # fmt: skip


@pytest.mark.parametrize("path", ["/", "/news/", "/news/2014/", "/topics/", "/events/", "/rivers/"])
def test_no_query_breaks_a_page(news, path):
    client = Client(raise_request_exception=False)

    answers = {query: client.get(path, QUERY_STRING=query) for query in NASTY_QUERIES}

    assert {q: a.status_code for q, a in answers.items() if a.status_code not in (200, 404)} == {}
    assert [query for query, answer in answers.items() if b"<script>" in answer.content] == []


NASTY_PATHS = [
    "/%00/", "/news/%00/", "/news/2014%00/", "/%ff/", "/news/%ff%fe/", "/" + "a" * 3072 + "/",
    "/news/" + "a/" * 1500, "/news/../", "/news/%2e%2e/admin/", "/news//2014/",
    "/news/%0d%0aX:y/", "/%F0%9F%92%A3/", "/news/2014/11/%00", "/%ED%A0%80/", "/news/'/",
    "/news/?page=2%00", "/.env", "/wp-login.php",
]  # fmt: skip


def test_no_address_breaks_the_site(news):
    client = Client(raise_request_exception=False)

    answers = {path: client.get(path).status_code for path in NASTY_PATHS}

    assert {path: code for path, code in answers.items() if code not in (404, 301)} == {}


def test_a_stream_on_which_nothing_was_published_says_so(client):
    index = make_index()

    answer = client.get(index.url)

    assert answer.status_code == 200
    assert "Nothing has been published here yet." in answer.content.decode()


def ways_on(html: str) -> list[str]:
    """Where an empty list sends its reader."""
    return re.findall(r'href="([^"]*)"', html.split('class="empty"')[1].split("</div>")[0])


def test_a_topic_without_items_in_this_stream_says_so_and_shows_two_ways_on(client, news):
    html = client.get("/news/?topic=rivers").content.decode()

    assert re.search(r"No items on Rivers \d+ in News \d+\.", html)
    assert ways_on(html) == ["/news/", "/rivers/"]


@pytest.mark.parametrize(("path", "when"), [("2014/", "2014"), ("2014/11/", "November 2014")])
def test_a_month_without_items_on_a_topic_says_so_and_shows_two_ways_on(client, news, path, when):
    TopicPage.objects.update(title="Climate and water")

    html = client.get(f"/news/{path}?topic=rivers").content.decode()

    assert f"No items on Climate and water in {when}." in html
    assert f"All of {when}" in html
    assert "all years on Climate and water" in html
    assert ways_on(html) == [f"/news/{path}", "/news/?topic=rivers"]
    assert {client.get(link).status_code for link in ways_on(html)} == {200}


def test_every_part_of_a_choice_can_be_taken_away(client, news):
    html = client.get("/news/2014/11/?topic=rivers").content.decode()

    tags = re.findall(r'class="tag" href="([^"]*)"', html)
    assert tags == ["/news/2014/?topic=rivers", "/news/2014/11/"]


@pytest.mark.parametrize(
    ("path", "trail"),
    [
        ("/news/", ["Home"]),
        ("/news/2014/", ["Home", "/news/"]),
        ("/news/2014/11/", ["Home", "/news/", "/news/2014/"]),
    ],
)
def test_the_way_up_from_a_month_leads_over_its_year(client, news, path, trail):
    html = client.get(path).content.decode()

    crumbs = html.split('class="crumbs"')[1].split("</nav>")[0]
    links = re.findall(r'href="([^"]*)"', crumbs)
    assert links == ["/" if step == "Home" else step for step in trail]


def test_newer_and_older_say_what_lies_there(client, news):
    first, second = (client.get(f"/news/{page}").content.decode() for page in ("", "?page=2"))

    assert "Older updates" in first and "Newer updates" not in first
    assert "Newer updates" in second and "Older updates" not in second


def test_headings_step_down_from_the_page_over_the_month_to_the_item(client, news):
    make_article(news, date=datetime.date(2014, 3, 1), date_precision="year", title="Yearly")

    html = client.get("/news/?page=2").content.decode()

    listed = html.split('class="listing"')[1]
    levels = re.findall(r"<h(\d)", html.split("<main")[1].split('class="foot"')[0])
    assert re.findall(r"<h(\d)", listed.split('class="pager"')[0]) == [*"23323"]
    assert levels[0] == "1" and levels.count("1") == 1


def test_what_is_known_by_its_year_alone_shows_no_month_and_no_day(client, news):
    make_article(news, date=datetime.date(2014, 3, 1), date_precision="year", title="Yearly")

    html = client.get("/news/?page=2").content.decode()

    entry = html[html.index("2014, month not known") : html.index("Yearly")]
    assert '<time class="date" datetime="2014">' in entry
    assert "Mar" not in entry


def test_what_is_known_by_its_month_shows_no_day(client, news):
    known = {"date": datetime.date(2015, 3, 31), "date_precision": "month"}
    make_article(news, title="Monthly", slug="monthly", **known)

    html = client.get("/news/2015/03/").content.decode()

    entry = html[html.index('class="listing"') : html.index("Monthly")]
    assert 'datetime="2015-03"' in entry
    assert "31" not in entry


def test_a_stream_lists_what_stands_under_nested_streams_at_any_depth(client):
    outer = make_index()
    middle = make_index(outer)
    inner = make_index(middle)
    make_article(outer, title="Under the outer")
    make_article(inner, title="Under the inner")

    seen = [
        sorted(page.title for page in client.get(index.url).context["listing"].items)
        for index in (outer, middle, inner)
    ]

    assert seen == [
        ["Under the inner", "Under the outer"],
        ["Under the inner"],
        ["Under the inner"],
    ]


def test_an_article_moved_to_another_stream_is_listed_there_at_once(client, on_commit):
    here, there = make_index(), make_index()
    article = make_article(here)
    client.get(here.url), client.get(there.url)

    with on_commit():
        article.move(there, pos="last-child")

    totals = [client.get(index.url).context["listing"].total for index in (here, there)]
    assert totals == [0, 1]
    assert client.get(ArticlePage.objects.get().url).status_code == 200


def test_the_filter_stays_on_the_links_to_years_months_and_pages(client):
    topic = make_topic(slug="rivers")
    index = make_index(slug="news")
    for n in range(12):
        make_article(index, main_topic=topic, date=NOVEMBER + datetime.timedelta(days=n % 2))

    html = client.get("/news/?topic=rivers").content.decode()

    for link in (
        "/news/2014/?topic=rivers",
        "/news/2014/11/?topic=rivers",
        "?topic=rivers&amp;page=2",
    ):
        assert f'href="{link}"' in html


def test_a_list_narrowed_to_a_topic_is_dyed_in_it_and_repeats_no_label(client):
    rivers, mines = make_topic(slug="rivers", dye="water"), make_topic(slug="mines", dye="mining")
    make_article(make_index(slug="news"), main_topic=mines, topics=[rivers])

    html = client.get("/news/?topic=rivers").content.decode().split('<div class="listing"')[1]

    assert set(re.findall(r'data-topic="(\w+)"', html)) == {"water"}
    assert 'class="topic"' not in html


def test_years_and_months_of_a_filtered_list_count_only_that_topic(client):
    topic = make_topic(slug="rivers")
    index = make_index(slug="news")
    make_article(index, main_topic=topic, date=NOVEMBER)
    make_article(index, date=NOVEMBER)

    context = client.get("/news/?topic=rivers").context

    assert context["year_counts"] == {2014: 1}
    assert context["month_counts"][11] == 1


@pytest.mark.parametrize("path", ["", "2014/", "2014/11/"])
def test_a_stream_past_its_expiry_is_gone_with_its_years_and_months(client, news, path, freeze):
    type(news).objects.filter(pk=news.pk).update(expire_at=at(2026, 1, 1))

    freeze(at(2026, 1, 1))

    assert client.get(f"/news/{path}").status_code == 404


def test_an_article_past_its_expiry_is_gone(client, freeze):
    article = make_article(expire_at=at(2026, 1, 1))

    freeze(at(2026, 1, 1))

    assert client.get(article.url).status_code == 404


def test_an_editor_can_preview_a_page_that_has_run_out(admin_client):
    article = make_article()
    article.save_revision()
    ArticlePage.objects.filter(pk=article.pk).update(expire_at=at(2020, 1, 1))

    answer = admin_client.get(f"/admin/pages/{article.pk}/view_draft/")

    assert answer.status_code == 200


def test_a_private_stream_asks_for_its_password_and_names_nothing(client, news):
    restrict(news)

    html = client.get("/news/").content.decode()

    assert "Bridge" not in html


@pytest.mark.parametrize("method", ["head", "options"])
def test_machines_may_ask_for_a_list_without_reading_it(client, news, method):
    answer = getattr(client, method)("/news/")

    assert answer.status_code == 200
