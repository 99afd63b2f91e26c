"""The frame of every page: no link of menu, footer or breadcrumb leads nowhere, and the menu says where we are."""

import re

import pytest
from wagtail.models import Site

from base.models import OrganisationSettings
from tests.factories import (
    make_article,
    make_document,
    make_event,
    make_form,
    make_index,
    make_notice,
    make_page,
    make_topic,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def tree(home) -> list[str]:
    """A small site with a page of every kind: their addresses."""
    news = make_index(title="News", slug="news", show_in_menus=True)
    deep = make_index(news, title="Deep", slug="deep")
    rivers = make_topic(title="Rivers", slug="rivers")
    about = make_page(title="About", slug="about", show_in_menus=True)
    body = [("paragraph", "<p>Read it.</p>")]
    pages = [
        news,
        deep,
        rivers,
        about,
        make_page(about, title="History"),
        make_form(title="Contact"),
        make_article(deep, main_topic=rivers),
        make_event(news),
        make_notice(title="Appeal", slug="appeal", body=body),
    ]
    lists = ["/", "/topics/", "/events/", "/notices/", "/archive/", "/archive/2026/05/"]
    return [*lists, "/news/2026/", "/news/2026/05/", *(page.url for page in pages)]


def frame(html: str) -> set[str]:
    """Every link of masthead, breadcrumb and footer to this site."""
    masthead = html.split('<header class="masthead"')[1].split("</header>")[0]
    crumbs = html.split('class="crumbs"')[1].split("</nav>")[0] if 'class="crumbs"' in html else ""
    foot = html.split('<footer class="foot"')[1]
    return set(re.findall(r'(?:href|action)="(/[^"]*)"', masthead + crumbs + foot))


def dead_links(client, addresses: list[str]) -> dict[str, int]:
    found = set()
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 200, address
        found |= frame(answer.content.decode())
    codes = {link: client.get(link).status_code for link in found}
    return {link: code for link, code in codes.items() if code != 200}


def test_every_link_of_the_frame_leads_to_a_page_on_a_site_without_settings(client, tree):
    assert dead_links(client, tree) == {}


def test_every_link_of_the_frame_leads_to_a_page_with_menus_made_by_hand(client, tree):
    page = make_page(title="Join")
    lists = ("topics", "events", "notices", "archive", "search", "feed", "calendar")
    links = [{"list": name} for name in lists]
    columns = [
        ("column", {"heading": "More", "links": [*links, {"document": make_document()}]}),
    ]
    menu = [("link", link) for link in links]
    site = Site.objects.get()
    OrganisationSettings.objects.create(site=site, menu=menu, footer=columns, join_page=page)

    assert dead_links(client, tree) == {}


def test_a_page_that_is_not_found_has_no_dead_link_in_its_frame_either(client, tree):
    html = client.get("/nothing/").content.decode()

    codes = {link: client.get(link).status_code for link in frame(html)}

    assert len(codes) > 5
    assert set(codes.values()) == {200}


# Where we are


def marked(client, path: str) -> list[tuple[str, str]]:
    """The entries of the menu that are marked, and how."""
    nav = client.get(path).content.decode().split('<nav class="wrap nav"')[1].split("</nav>")[0]
    return re.findall(r'aria-current="(\w+)">(.*?)<', nav)


@pytest.mark.parametrize(
    ("path", "entry"),
    [
        ("/", []),
        ("/news/", [("page", "News")]),
        ("/news/2026/05/", [("true", "News")]),
        ("/news/deep/", [("true", "News")]),
        ("/topics/", [("page", "Topics")]),
        ("/rivers/", [("true", "Topics")]),
        ("/appeal/", [("true", "Notices")]),
        ("/about/", [("page", "About")]),
        ("/archive/", []),
    ],
)
def test_the_menu_marks_the_section_a_page_stands_in(client, tree, path, entry):
    assert marked(client, path) == entry


def test_of_a_section_and_one_within_it_the_nearer_is_marked_alone(client, tree):
    deep = Site.objects.get().root_page.get_descendants().get(slug="deep")
    news = deep.get_parent()
    menu = [("link", {"page": news}), ("link", {"page": deep})]
    OrganisationSettings.objects.create(site=Site.objects.get(), menu=menu)

    assert marked(client, "/news/deep/2026/") == [("true", "Deep")]


# The foot


def foot(client) -> str:
    return client.get("/").content.decode().split('<footer class="foot"')[1]


def test_without_settings_the_foot_leads_to_archive_search_feed_and_calendar(client, tree):
    links = re.findall(r'<li><a href="([^"]*)"', foot(client))

    assert links == ["/archive/", "/search/", "/feed/", "/events/calendar.ics"]


def test_without_any_event_the_foot_offers_no_calendar(client):
    assert "calendar.ics" not in foot(client)


def test_columns_of_the_editors_take_the_place_of_those(client, tree):
    columns = [("column", {"heading": "More", "links": [{"list": "topics"}]})]
    OrganisationSettings.objects.create(site=Site.objects.get(), footer=columns)

    links = re.findall(r'<li><a href="([^"]*)"', foot(client))

    assert links == ["/topics/"]
