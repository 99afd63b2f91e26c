"""No address that leaves the site is made of what a request says of itself."""

import pytest
from django.test import RequestFactory
from wagtail.models import Site

from base.addresses import absolute, canonical, site_asked
from base.pagination import NumberedPage
from tests.factories import make_article, make_event, make_image, make_index, with_renditions

ROOT = "https://khipu.example"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/news/", f"{ROOT}/news/"),
        ("https://other.example/a", "https://other.example/a"),
        ("", f"{ROOT}/"),
    ],
)
def test_an_address_of_the_site_is_made_absolute(address, expected):
    assert absolute(address, ROOT) == expected


@pytest.mark.parametrize(
    ("number", "parameters", "expected"),
    [
        (1, {}, "/news/"),
        (3, {}, "/news/?page=3"),
        (1, {"topic": "rivers"}, "/news/?topic=rivers"),
        (2, {"topic": "rivers"}, "/news/?topic=rivers&page=2"),
    ],
)
def test_a_canonical_address_keeps_only_what_the_listing_is_made_of(number, parameters, expected):
    request = RequestFactory().get("/news/?utm_source=x&page=7&fbclid=1")
    listing = NumberedPage([], number, 9, 90, parameters)

    assert canonical(request, ROOT, listing) == ROOT + expected
    assert canonical(request, ROOT) == f"{ROOT}/news/"


def test_signs_in_a_path_are_written_as_addresses_write_them():
    assert canonical(RequestFactory().get("/a%22%3Cb/"), ROOT) == f"{ROOT}/a%22%3Cb/"


@pytest.mark.django_db
def test_an_unknown_host_is_answered_by_the_one_site_there_is(home):
    request = RequestFactory(headers={"host": "evil.example"}).get("/")

    assert site_asked(request) == site_asked(None) == Site.objects.get()


PLACES = (
    "/",
    "/news/",
    "/news/2026/",
    "/news/item/",
    "/news/talk/",
    "/feed/",
    "/news/feed/",
    "/sitemap.xml",
    "/sitemap-2026.xml",
    "/sitemap-pages.xml",
    "/robots.txt",
)


@pytest.mark.django_db
@pytest.mark.parametrize("path", PLACES)
def test_a_forged_host_changes_no_address(client, home, settings, path):
    settings.ALLOWED_HOSTS = ["testserver", "evil.example"]
    Site.objects.update(hostname="khipu.example", port=443)
    news = make_index(slug="news")
    make_article(news, slug="item", lead_image=with_renditions(make_image()))
    make_event(news, slug="talk")
    honest = client.get(path)

    forged = client.get(
        path,
        headers={
            "host": "evil.example",
            "x-forwarded-host": "evil.example",
            "forwarded": "host=evil.example",
            "if-none-match": "",
        },
    )

    assert forged.status_code == honest.status_code == 200
    assert forged.content == honest.content
    assert b"evil.example" not in forged.content and b"testserver" not in forged.content
    assert b"https://khipu.example" in forged.content
