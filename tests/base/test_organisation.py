"""What the frame of every page says, and that no menu leads nowhere."""

import datetime

import pytest
from wagtail.models import Collection, CollectionViewRestriction, Site

from base.models import OrganisationSettings
from base.organisation import organisation
from tests.factories import (
    make_article,
    make_document,
    make_event,
    make_index,
    make_notice,
    make_page,
    make_topic,
    restrict,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(home) -> Site:
    return Site.objects.get()


def say(site: Site, **fields) -> None:
    OrganisationSettings.objects.update_or_create(site=site, defaults=fields)


def menu(site: Site) -> list[str]:
    return [link.text for link in organisation(site).menu]


# --- a menu made by hand


def closed_collection() -> Collection:
    collection = Collection.get_first_root_node().add_child(name="Trustees")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    return collection


def child_of_private():
    page = make_page()
    restrict(page)
    return make_page(page)


def run_out():
    return make_page(expire_at=datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC))


def behind_a_password():
    page = make_page()
    restrict(page)
    return page


NOT_PUBLIC = {
    "draft": lambda: {"page": make_page(live=False)},
    "run out": lambda: {"page": run_out()},
    "password": lambda: {"page": behind_a_password()},
    "child of private": lambda: {"page": child_of_private()},
    "private document": lambda: {"document": make_document(collection=closed_collection())},
    "no target left": lambda: {"page": None},
    "no web address": lambda: {"url": "javascript:alert(1)"},
}


@pytest.mark.parametrize("kind", NOT_PUBLIC)
def test_the_menu_and_the_footer_drop_what_no_stranger_may_open(site, kind):
    hidden = {"label": "Hidden", **NOT_PUBLIC[kind]()}
    shown = {"label": "Shown", "page": make_page()}
    say(
        site,
        menu=[("link", hidden), ("link", shown)],
        footer=[
            ("column", {"heading": "Mixed", "links": [hidden, shown]}),
            ("column", {"heading": "Hidden only", "links": [hidden]}),
        ],
    )

    said = organisation(site)

    assert [link.text for link in said.menu] == ["Shown"]
    assert [(name, [link.text for link in links]) for name, links in said.footer] == [
        ("Mixed", ["Shown"])
    ]


def test_the_menu_may_lead_to_the_lists_and_to_other_sites(site):
    say(
        site,
        menu=[
            ("link", {"list": "topics"}),
            ("link", {"label": "Friends", "url": "https://example.org/"}),
        ],
    )

    links = [(link.text, link.href, link.is_external) for link in organisation(site).menu]

    assert links == [
        ("All topics", "/topics/", False),
        ("Friends", "https://example.org/", True),
    ]


def test_a_page_taken_off_the_site_leaves_the_menu_at_once(site, on_commit):
    page = make_page(title="About us")
    say(site, menu=[("link", {"page": page}), ("link", {"list": "topics"})])
    with_it = menu(site)

    with on_commit():
        page.unpublish()

    assert with_it == ["About us", "All topics"]
    assert menu(site) == ["All topics"]


# --- a menu made by nobody


def test_a_site_without_a_menu_of_its_own_shows_its_streams_lists_and_marked_pages(site):
    index = make_index(title="News")
    make_article(index)
    make_event(index)
    make_topic()
    make_notice()
    make_page(title="About us", show_in_menus=True)
    make_page(title="Small print")

    assert menu(site) == ["News", "Topics", "Events", "Notices", "About us"]


def test_lists_with_nothing_in_them_and_pages_not_public_are_in_no_menu(site):
    make_topic(live=False)
    make_notice(live=False)
    make_page(title="Draft", show_in_menus=True, live=False)
    restrict(make_page(title="Private", show_in_menus=True))
    restrict(make_index(title="Members' news"))

    assert menu(site) == []


# --- joining


def test_the_button_needs_a_public_page(site):
    say(site, join_headline="Why join?", join_button="Join us")

    said = organisation(site)

    assert said.join_button is None
    assert (said.join.headline, said.join.button, said.join.href) == ("Why join?", "", "")


@pytest.mark.parametrize("is_public", [True, False])
def test_the_button_leads_to_its_page_while_that_is_public(site, is_public):
    page = make_page(title="Membership")
    if not is_public:
        restrict(page)
    say(site, join_headline="Why join?", join_button="Join us", join_page=page)

    button = organisation(site).join_button

    assert (button and (button.text, button.href)) == (("Join us", page.url) if is_public else None)


def test_without_a_headline_there_is_no_join_box(site):
    say(site, join_points="Good company")

    assert organisation(site).join is None


def test_the_points_are_the_lines_that_say_something(site):
    say(site, join_headline="Why join?", join_points="One\n\n  Two \n")

    assert organisation(site).join.points == ["One", "Two"]


# --- a site nobody has set up


def test_a_fresh_site_has_a_name_and_reading_it_writes_nothing(site):
    said = organisation(site)

    assert said.name
    assert said.join is None
    assert not OrganisationSettings.objects.exists()


def test_who_we_are_costs_nothing_when_it_is_known(site, django_assert_num_queries):
    organisation(site)

    with django_assert_num_queries(1):  # the content version
        organisation(site)
