"""The admin is this newsroom's own: its name, its cord, its words, and nobody else's."""

import re
from pathlib import Path

import pytest
from wagtail.models import Site

from base.models import OrganisationSettings
from tests.factories import make_image, make_index, make_user

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).resolve().parents[2]
CORD = '<svg viewBox="0 0 52 46"'


@pytest.fixture
def circle(home):
    OrganisationSettings.objects.create(site=Site.objects.get(), name="Circle & Friends")


def title(html: str) -> str:
    return re.sub(r"\s+", " ", re.search(r"<title>(.*?)</title>", html, re.S)[1]).strip()


@pytest.mark.parametrize(
    "path",
    ["/admin/login/", "/admin/password_reset/", "/admin/password_reset/confirm/MQ/spent/"],
)
def test_whoever_is_not_signed_in_sees_whose_newsroom_it_is(client, circle, path):
    html = client.get(path).content.decode()

    assert title(html).endswith("- Circle &amp; Friends")
    assert "img/favicon.svg" in html
    words = re.sub(r"<noscript.*?</noscript>|<[^>]+>", "", html, flags=re.S)
    assert "Wagtail" not in words
    assert CORD in html


def test_the_logo_of_the_organisation_stands_where_the_cord_would(client, circle):
    OrganisationSettings.objects.update(logo=make_image())

    html = client.get("/admin/login/").content.decode()

    assert re.search(
        r'<span class="desk-cord[^"]*">\s*<img src="/media/images/[^"]+" alt="">', html
    )
    assert CORD not in html


def test_the_sign_in_is_for_this_newsroom(client, circle):
    html = client.get("/admin/login/").content.decode()

    assert "Sign in to the newsroom of Circle &amp; Friends" in html
    assert CORD in html


def test_every_page_of_the_admin_has_the_name_and_the_cord(client, circle):
    client.force_login(make_user("Editor"))

    html = client.get("/admin/account/").content.decode()

    logo = re.search(r"<template data-wagtail-sidebar-branding-logo>(.*?)</template>", html, re.S)[
        1
    ]
    assert CORD in logo and "Circle &amp; Friends" in logo
    assert title(html).endswith("- Circle &amp; Friends")


def test_what_is_not_there_is_said_in_our_words(client, circle):
    client.force_login(make_user("Editor"))

    answer = client.get("/admin/nothing-here/")

    assert answer.status_code == 404
    assert "Nothing that you wrote is lost by this." in answer.content.decode()


def test_an_installation_without_a_site_can_still_be_mended(client, home):
    Site.objects.all().delete()
    client.force_login(make_user("Admin", is_superuser=True))

    html = client.get("/admin/sites/").content.decode()

    assert title(html).endswith("- Khipu")


def menu(client, user) -> list[tuple[str, str]]:
    from django.test import RequestFactory
    from wagtail.admin.menu import admin_menu

    request = RequestFactory().get("/admin/")
    request.user = user
    items = sorted(admin_menu.menu_items_for_request(request), key=lambda item: item.order)
    return [(item.name, str(item.label)) for item in items]


def test_the_menu_begins_with_what_an_editor_does_most(client, home):
    make_index()

    labels = [label for _, label in menu(client, make_user("Editor"))]

    assert labels[:8] == [
        "Add news",
        "News",
        "Events",
        "Topics",
        "Featured notices",
        "All pages",
        "Pictures",
        "Documents",
    ]


def test_the_menu_leads_nobody_to_another_site(client, home):
    client.force_login(make_user("Editor"))

    html = client.get("/admin/").content.decode()

    assert "guide.wagtail.org" not in html
    assert "wagtail.org" not in html


def luminance(colour: str) -> float:
    colour = colour.lstrip("#")
    colour = "".join(c * 2 for c in colour) if len(colour) == 3 else colour
    parts = [int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_our_colours_can_be_read_by_everybody():
    css = (ROOT / "static/css/desk/brand.css").read_text("utf-8")
    dark = re.search(r"\.w-theme-dark \{(.*?)\}", css, re.S)[1]
    found = dict(re.findall(r"--w-color-([\w-]+): (#\w+);", dark))
    alarm = re.search(r"background: (#\w+);\s+color: (#\w+);", css)

    assert contrast(alarm[1], alarm[2]) >= 7
    assert contrast(found["text-button"], found["surface-button-default"]) >= 7
    assert contrast(found["text-link-default"], "#262626") >= 7  # Wagtail's own dark page
    assert contrast(found["border-button-outline-default"], "#262626") >= 3


def test_dark_is_dark_whether_chosen_or_by_the_system():
    css = (ROOT / "static/css/desk/brand.css").read_text("utf-8")

    chosen, system = (
        re.findall(r"--[\w-]+: [^;]+;", re.search(rf"\.{name} \{{(.*?)\}}", css, re.S)[1])
        for name in ("w-theme-dark", "w-theme-system")
    )

    assert chosen == system
