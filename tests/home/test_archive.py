"""The whole archive: all streams of the site as one list, with years, months and topics."""

import datetime
import re

import pytest
from wagtail.models import Site

from base.models import OrganisationSettings
from tests.factories import (
    make_article,
    make_event,
    make_index,
    make_topic,
    many_articles,
    restrict,
)
from topics.models import TopicPage

pytestmark = pytest.mark.django_db

NOVEMBER = datetime.date(2014, 11, 5)


@pytest.fixture
def streams(home):
    """Two streams with a dozen items each over two years, and a topic for some of both."""
    rivers = make_topic(slug="rivers", title="Rivers")
    found = [make_index(slug=name.lower(), title=name) for name in ("News", "Analysis")]
    for stream in found:
        many_articles(stream, 10, [NOVEMBER])
        make_article(stream, main_topic=rivers, date=datetime.date(2016, 2, 3))
        make_article(stream, main_topic=rivers, date=datetime.date(2014, 3, 1))
    make_article(found[0], date=datetime.date(2014, 6, 1), date_precision="year", title="Yearly")
    return found


@pytest.mark.parametrize(
    ("path", "total"),
    [
        ("/archive/", 25),
        ("/archive/?page=3", 25),
        ("/archive/2014/", 23),
        ("/archive/2014/?page=2", 23),
        ("/archive/2014/11/", 20),
        ("/archive/?topic=rivers", 4),
        ("/archive/2014/?topic=rivers", 2),
        ("/archive/2014/03/?topic=rivers", 2),
    ],
)
def test_the_archive_its_years_and_its_months_are_pages_over_all_streams(
    client, streams, path, total
):
    answer = client.get(path)

    assert answer.status_code == 200
    assert answer.context["listing"].total == total


NOWHERE = [
    "2013/", "2015/", "2014/13/", "2014/00/", "2014/1/", "2014/12/", "2014/11/05/", "99999/",
    "x/", "2014/x/", "archive/", "feed/", "?page=1", "?page=4", "?page=abc", "2014/?page=9",
    "?topic=lakes", "2014/?topic=", "٢٠١٤/",
]  # fmt: skip


def test_an_address_of_the_archive_without_anything_behind_it_is_no_page(client, streams):
    answers = {path: client.get(f"/archive/{path}").status_code for path in NOWHERE}

    assert answers == dict.fromkeys(NOWHERE, 404)


def test_an_archive_of_nothing_says_so(client):
    answer = client.get("/archive/")

    assert answer.status_code == 200
    assert "Nothing has been published here yet." in answer.content.decode()


def test_each_item_of_the_archive_says_its_stream_and_an_event_that_it_is_one(client, streams):
    make_event(streams[1], title="Talk", date=datetime.date(2026, 1, 1))

    html = client.get("/archive/2026/").content.decode()

    teaser = html.split("<article")[1].split("</article")[0]
    assert re.findall(r'class="kind">(\w+)<', teaser)[:2] == ["Analysis", "Event"]


def test_a_stream_does_not_repeat_its_own_name_on_every_item(client, streams):
    html = client.get("/news/2016/").content.decode()

    assert 'class="kind">News<' not in html


def test_the_number_of_a_year_is_the_number_of_its_page(client, streams):
    for path in ("/archive/", "/news/", "/archive/?topic=rivers"):
        context = client.get(path).context
        query = "?topic=rivers" if "rivers" in path else ""
        base = path.split("?")[0]

        pages = {
            year: client.get(f"{base}{year}/{query}").context["listing"].total
            for year, count in context["year_counts"].items()
            if count
        }

        assert pages == {year: n for year, n in context["year_counts"].items() if n}


def test_the_years_of_a_topic_are_those_of_the_archive_on_that_topic(client, streams):
    topic = TopicPage.objects.get(slug="rivers")

    pages = {
        year: client.get(f"/archive/{year}/?topic=rivers").context["listing"].total
        for year, count in topic.shelf.years.items()
        if count
    }

    assert topic.shelf.years == {2014: 2, 2015: 0, 2016: 2}
    assert pages == {2014: 2, 2016: 2}


def test_the_numbers_of_a_year_add_up_to_that_year(client, streams):
    context = client.get("/archive/2014/").context

    assert sum(context["month_counts"].values()) + context["known_by_year"] == 23
    assert sum(group.count for group in context["months"]) == 20


def test_the_archive_leaves_out_a_stream_that_is_private(client, streams):
    restrict(streams[0])

    assert client.get("/archive/").context["listing"].total == 12


@pytest.mark.parametrize(
    ("path", "links"),
    [
        ("/archive/", ["/"]),
        ("/archive/2014/", ["/", "/archive/"]),
        ("/archive/2014/11/", ["/", "/archive/", "/archive/2014/"]),
    ],
)
def test_the_way_up_leads_home(client, streams, path, links):
    html = client.get(path).content.decode()

    crumbs = html.split('class="crumbs"')[1].split("</nav>")[0]
    assert re.findall(r'href="([^"]*)"', crumbs) == links
    assert html.split("<main")[0].count('"name":"Home"') == 1


def test_the_page_says_in_its_title_and_headline_what_it_shows(client, streams):
    html = client.get("/archive/2014/11/?topic=rivers").content.decode()
    later = client.get("/archive/2014/?page=2").content.decode()

    assert "<title>Archive, November 2014, Rivers: " in html
    assert "<h1>Archive, November 2014</h1>" in html
    assert "<title>Archive, 2014, page 2: " in later


def test_every_link_of_the_archive_leads_to_a_page(client, streams):
    html = client.get("/archive/2014/?topic=rivers").content.decode()
    main = html.split("<main")[1].split("</main")[0]

    links = set(re.findall(r'href="(/[^"]*|\?[^"]*)"', main))

    paths = {link if link[0] == "/" else f"/archive/2014/{link}" for link in links}
    answers = {path: client.get(path.replace("&amp;", "&")).status_code for path in paths}
    assert len(paths) > 5
    assert set(answers.values()) == {200}, answers


def test_the_setting_for_a_plain_list_of_years_holds_for_every_archive(client, streams):
    OrganisationSettings.objects.create(site=Site.objects.get(), shows_khipu=False)

    for path in ("/", "/news/", "/archive/2014/"):
        html = client.get(path).content.decode()

        assert 'class="years-list"' in html
        assert "khipu" not in html and "reading" not in html


@pytest.mark.parametrize("path", ["/", "/news/", "/archive/"])
def test_a_page_with_cords_says_once_that_a_knot_in_a_list_is_one_item(client, streams, path):
    html = client.get(path).content.decode()

    assert html.count("one knot is one item") == 1


def test_machines_may_ask_for_the_archive_without_reading_it(client, streams):
    assert client.head("/archive/2014/").status_code == 200
