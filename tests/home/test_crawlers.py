import datetime
from xml.etree import ElementTree

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from articles.models import ArticlePage
from home import crawlers
from home.models import StandardPage
from tests.factories import (
    at,
    make_article,
    make_document,
    make_event,
    make_form,
    make_index,
    make_notice,
    make_page,
    make_topic,
    many_articles,
    restrict,
)

pytestmark = pytest.mark.django_db

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ROOT = "https://khipu.example"


@pytest.fixture
def news(home):
    Site.objects.update(hostname="khipu.example", port=443)
    return make_index(slug="news")


def tree(client, path: str):
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/xml; charset=utf-8"
    return ElementTree.fromstring(answer.content)  # noqa: S314  (we wrote it ourselves)


def addresses(client, path: str = "/sitemap.xml") -> list[str]:
    return [loc.text for loc in tree(client, path).iter(f"{NAMESPACE}loc")]


def everything(client) -> list[str]:
    parts = addresses(client)
    return [address for part in parts for address in addresses(client, part.removeprefix(ROOT))]


def dates(number: int) -> list[datetime.date]:
    return [datetime.date(2012 + n % 3, 1 + n % 12, 5) for n in range(number)]


def test_the_sitemap_is_a_list_of_a_part_for_each_year_and_one_for_the_rest(client, news):
    many_articles(news, 6, dates(3))

    root = tree(client, "/sitemap.xml")

    assert root.tag == f"{NAMESPACE}sitemapindex"
    assert addresses(client) == [
        f"{ROOT}/sitemap-pages.xml",
        f"{ROOT}/sitemap-2014.xml",
        f"{ROOT}/sitemap-2013.xml",
        f"{ROOT}/sitemap-2012.xml",
    ]
    assert tree(client, "/sitemap-2014.xml").tag == f"{NAMESPACE}urlset"


def test_every_kind_of_page_is_in_it_once_and_every_address_is_a_page(client, news):
    pages = [make() for make in (make_topic, make_page, make_form, make_notice)]
    pages += [make_article(news), make_event(news), make_article(make_index(news))]

    found = everything(client)

    assert len(found) == len(set(found))
    assert {page.full_url for page in pages} <= set(found)
    assert {ROOT + path for path in ("/", "/news/", "/topics/", "/events/", "/notices/")} <= set(
        found
    )
    assert f"{ROOT}/news/2026/" in found
    for address in found:
        assert address.startswith(f"{ROOT}/")
        assert client.get(address.removeprefix(ROOT)).status_code == 200


def test_lists_with_nothing_in_them_are_left_out(client, news):
    assert everything(client) == [f"{ROOT}/", f"{ROOT}/news/"]


def test_the_years_of_mere_sample_text_are_not_offered(client, news):
    make_article(make_index(slug="sample", is_sample=True), is_sample=True)

    assert everything(client) == [f"{ROOT}/", f"{ROOT}/news/"]


def test_a_part_that_grows_too_long_is_cut(client, news, monkeypatch):
    monkeypatch.setattr(crawlers, "AT_MOST", 2)
    many_articles(news, 5, [datetime.date(2014, 5, 5)])

    parts = [part.removeprefix(ROOT) for part in addresses(client)]

    of_year = ["/sitemap-2014.xml", "/sitemap-2014-2.xml", "/sitemap-2014-3.xml"]
    assert parts[-3:] == of_year
    assert [len(addresses(client, part)) for part in of_year] == [2, 2, 1]
    assert len(everything(client)) == len(set(everything(client)))


@pytest.mark.parametrize(
    "path",
    [
        "/sitemap-2013.xml",
        "/sitemap-2014-2.xml",
        "/sitemap-2014-1.xml",
        "/sitemap-2014-02.xml",
        "/sitemap-pages-9.xml",
        "/sitemap-drafts.xml",
    ],
)
def test_a_part_that_is_none_is_no_page(client, news, path):
    many_articles(news, 1, [datetime.date(2014, 5, 5)])

    assert client.get(path).status_code == 404


@pytest.mark.parametrize("how", ["draft", "expired", "private", "sample"])
@pytest.mark.parametrize("make", [make_article, make_event, make_topic, make_page, make_notice])
def test_what_is_not_public_or_mere_sample_is_not_offered(client, news, make, how):
    fields = {
        "draft": {"live": False},
        "expired": {"expire_at": at(2020, 1, 1)},
        "sample": {"is_sample": True},
    }
    page = make(slug="zafra", **fields.get(how, {}))
    if how == "private":
        restrict(page)

    assert [address for address in everything(client) if "zafra" in address] == []


@pytest.mark.parametrize("make", [make_article, make_event, make_notice])
def test_what_was_published_without_a_date_is_not_offered(client, news, make):
    page = make(slug="zafra")
    type(page).objects.filter(pk=page.pk).update(date=None)

    assert [address for address in everything(client) if "zafra" in address] == []


def test_a_notice_that_leads_elsewhere_is_not_offered(client, news):
    make_notice(slug="zafra", target_document=make_document())

    assert [address for address in everything(client) if "zafra" in address] == []


def test_a_date_of_change_is_told_only_where_it_is_true(client, news):
    moment = at(2026, 8, 1, 12, 30)
    make_page(slug="aims", last_published_at=moment)
    make_topic(slug="rivers", last_published_at=moment)
    article = make_article(news, last_published_at=moment)
    make_article(news, slug="never")
    ArticlePage.objects.filter(slug="never").update(last_published_at=None)
    StandardPage.objects.filter(slug="aims").update(last_published_at=moment)

    told = {}
    for part in addresses(client):
        for url in tree(client, part.removeprefix(ROOT)):
            told[url.findtext(f"{NAMESPACE}loc")] = url.findtext(f"{NAMESPACE}lastmod")

    assert told[article.full_url] == told[f"{ROOT}/aims/"] == "2026-08-01T12:30:00+00:00"
    for path in ("/", "/news/", "/rivers/", "/news/never/", "/news/2026/"):
        assert told[ROOT + path] is None


def test_three_thousand_pages_cost_as_many_queries_as_thirty(client, news):
    costs = []
    for number in (30, 2970):
        many_articles(news, number, dates(36))
        cache.clear()
        costs.append([])
        for path in ("/sitemap.xml", "/sitemap-2014.xml", "/sitemap-pages.xml"):
            client.get("/news/2014/")
            with CaptureQueriesContext(connection) as captured:
                assert client.get(path).status_code == 200
            costs[-1].append(len(captured))
            assert not [q for q in captured if '"articles_articlepage"."body"' in q["sql"]]

    assert costs[0] == costs[1]
    assert costs[0][0] <= 20 and max(costs[0][1:]) <= 5
    assert len(addresses(client, "/sitemap-2014.xml")) == 1000


def test_who_has_a_part_already_is_told_so(client, news, on_commit):
    many_articles(news, 2)
    etags = {path: client.get(path)["ETag"] for path in ("/sitemap.xml", "/sitemap-2026.xml")}

    same = [client.get(p, headers={"if-none-match": e}).status_code for p, e in etags.items()]
    with on_commit():
        make_article(news)
    new = [client.get(p, headers={"if-none-match": e}).status_code for p, e in etags.items()]

    assert (same, new) == ([304, 304], [200, 200])


def test_robots_are_shown_the_way(client, news):
    answer = client.get("/robots.txt")

    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.content.decode().splitlines() == [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /search/?",
        f"Sitemap: {ROOT}/sitemap.xml",
    ]


@pytest.mark.parametrize("path", ["/sitemap.xml", "/sitemap-pages.xml", "/robots.txt"])
@pytest.mark.parametrize("method", ["OPTIONS", "TRACE"])
def test_what_is_only_read_is_only_given_out(client, news, path, method):
    assert client.generic(method, path).status_code == 405


@pytest.mark.parametrize("path", ["/robots.txt", "/sitemap.xml", "/sitemap-pages.xml"])
def test_crawlers_get_no_cookie(client, news, path):
    assert not client.get(path).cookies
