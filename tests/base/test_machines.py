"""The head of a page, as crawlers, chat windows and readers of feeds see it."""

import datetime
import json
from html.parser import HTMLParser

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from base.models import OrganisationSettings
from base.renditions import largest_made
from tests.factories import (
    make_article,
    make_event,
    make_form,
    make_image,
    make_index,
    make_notice,
    make_page,
    make_topic,
    make_user,
    many_articles,
    restrict,
    with_renditions,
)

pytestmark = pytest.mark.django_db

ROOT = "https://khipu.example"


@pytest.fixture
def news(home):
    Site.objects.update(hostname="khipu.example", port=443)
    OrganisationSettings.objects.create(site=Site.objects.get(), name="Circle & friends")
    return make_index(title="News", slug="news")


class Head(HTMLParser):
    """What a page says of itself before its text begins."""

    def __init__(self, html: str):
        super().__init__()
        self.links: list[dict] = []
        self.meta: dict[str, str] = {}
        self.data: list[dict] = []
        self.is_data = False
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        said = dict(attrs)
        if tag == "link":
            self.links.append(said)
        if tag == "meta" and "content" in said:
            self.meta[said.get("property") or said.get("name")] = said["content"]
        self.is_data = tag == "script" and said.get("type") == "application/ld+json"

    def handle_data(self, data):
        if self.is_data:
            found = json.loads(data)
            self.data += found if isinstance(found, list) else [found]
            self.is_data = False

    def linked(self, rel: str) -> list[str]:
        return [link["href"] for link in self.links if link["rel"] == rel]

    def of_type(self, name: str) -> dict | None:
        return next((data for data in self.data if data["@type"] == name), None)


def head(client, path: str, status: int = 200) -> Head:
    answer = client.get(path)
    assert answer.status_code == status
    return Head(answer.content.decode())


# --- one address


@pytest.mark.parametrize(
    ("asked", "canonical"),
    [
        ("/", "/"),
        ("/?utm_source=x", "/"),
        ("/news/", "/news/"),
        ("/news/?page=2", "/news/?page=2"),
        ("/news/?page=2&utm_source=x&topic=rivers", "/news/?topic=rivers&page=2"),
        ("/news/?fbclid=7&topic=rivers", "/news/?topic=rivers"),
        ("/news/2026/", "/news/2026/"),
        ("/news/2026/05/?page=2&a=b", "/news/2026/05/?page=2"),
        ("/rivers/?page=2&x=1", "/rivers/?page=2"),
        ("/topics/?page=9", "/topics/"),
        ("/events/", "/events/"),
        ("/notices/?a=1", "/notices/"),
        ("/archive/2026/?page=2&a=1", "/archive/2026/?page=2"),
    ],
)
def test_a_list_has_one_address_whatever_was_hung_on_it(client, news, asked, canonical):
    rivers = make_topic(slug="rivers")
    for article in many_articles(news, 12):
        article.topics.through.objects.create(articlepage_id=article.pk, topicpage_id=rivers.pk)

    found = head(client, asked)

    assert found.linked("canonical") == [ROOT + canonical]
    assert found.meta["og:url"] == ROOT + canonical


@pytest.mark.parametrize(
    "make", [make_article, make_event, make_topic, make_notice, make_page, make_form]
)
def test_every_page_has_one_address(client, news, make):
    page = make(slug="one")

    found = head(client, f"{page.url}?utm_source=x")

    assert found.linked("canonical") == [ROOT + page.url]


def test_an_error_page_has_none(client, news):
    found = head(client, "/nowhere/", 404)

    assert found.linked("canonical") == []
    assert "og:url" not in found.meta and found.data == []
    assert found.linked("alternate") == ["/feed/"]


def test_a_page_behind_a_password_says_nothing_of_itself(client, news):
    article = make_article(news, title="Zafra", teaser="<p>Zafra.</p>")
    restrict(article)

    answer = client.get(article.url)

    assert "Zafra" not in answer.content.decode()
    assert "canonical" not in answer.content.decode()


def test_a_preview_has_no_address(client, news):
    article = make_article(news)
    client.force_login(make_user(is_superuser=True))

    answer = article.make_preview_request()

    assert answer.status_code == 200
    assert Head(answer.rendered_content).linked("canonical") == []


# --- feeds


def test_every_page_points_to_the_feed_of_the_whole_site(client, news):
    for path in ("/", "/topics/", make_article(news).url, make_page().url):
        assert head(client, path).linked("alternate") == ["/feed/"]


def test_streams_and_topics_point_to_their_own_feeds_too(client, news):
    make_topic(slug="rivers")
    many_articles(news, 1)

    for path, own in [("/news/", "/news/feed/"), ("/rivers/", "/rivers/feed/")]:
        assert head(client, path).linked("alternate") == ["/feed/", own]
        assert client.get(own).status_code == 200
    assert head(client, "/news/2026/").linked("alternate") == ["/feed/", "/news/feed/"]


# --- what is shown where a link to it is shared


def test_an_article_says_what_it_is(client, news):
    image = with_renditions(make_image(description="A bridge"))
    article = make_article(news, title='Ash & "fire"', lead_image=image)

    said = head(client, article.url).meta

    assert said["og:title"] == 'Ash & "fire"'
    assert said["og:type"] == "article"
    assert said["og:site_name"] == "Circle & friends"
    assert said["article:published_time"] == "2026-05-04"
    assert said["og:image"].startswith(f"{ROOT}/media/images/")
    assert said["og:image:width"] == "480" and said["og:image:height"] == "320"
    assert said["og:image:alt"] == "A bridge"
    assert said["twitter:card"] == "summary_large_image"


@pytest.mark.parametrize("precision", ["month", "year"])
def test_a_day_that_is_not_known_is_not_said(client, news, precision):
    article = make_article(news, date=datetime.date(2006, 5, 1), date_precision=precision)

    assert "article:published_time" not in head(client, article.url).meta


def test_no_picture_is_made_because_a_machine_asks(client, news):
    article = make_article(news, lead_image=make_image())
    article.lead_image.renditions.all().delete()

    with CaptureQueriesContext(connection) as captured:
        assert largest_made(article.lead_image) is None
    assert [q["sql"] for q in captured if not q["sql"].startswith("SELECT")] == []


def test_without_a_picture_the_card_is_small(client, news):
    said = head(client, make_article(news).url).meta

    assert said["twitter:card"] == "summary"
    assert "og:image" not in said


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("/", "Circle & friends"),
        ("/news/", "News"),
        ("/news/2026/05/", "News, May 2026"),
        ("/topics/", "Topics"),
    ],
)
def test_a_list_is_a_website_with_its_name(client, news, path, title):
    many_articles(news, 1)

    said = head(client, path).meta

    assert (said["og:title"], said["og:type"]) == (title, "website")


# --- linked data


def test_the_home_page_says_who_we_are(client, news):
    OrganisationSettings.objects.update(email="post@khipu.example")

    said = head(client, "/").data

    assert said == [
        {
            "@context": "https://schema.org",
            "@type": "Organization",
            "name": "Circle & friends",
            "url": f"{ROOT}/",
            "email": "post@khipu.example",
        }
    ]


def test_only_the_home_page_itself_does(client, news):
    assert head(client, "/topics/").of_type("Organization") is None


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("/news/item/", ["Home", "News", "Item"]),
        ("/news/", ["Home", "News"]),
        ("/news/2026/", ["Home", "News", "2026"]),
        ("/archive/2026/", ["Home", "Archive", "2026"]),
        ("/rivers/", ["Home", "Topics", "Rivers"]),
        ("/appeal/", ["Home", "Notices", "Appeal"]),
        ("/topics/", ["Home", "Topics"]),
        ("/events/", ["Home", "Events"]),
    ],
)
def test_the_way_to_a_page_is_told_as_it_is_shown(client, news, path, names):
    make_article(news, title="Item", slug="item")
    make_topic(title="Rivers", slug="rivers")
    make_notice(title="Appeal", slug="appeal")

    trail = head(client, path).of_type("BreadcrumbList")["itemListElement"]

    assert [step["name"] for step in trail] == names
    assert all(step["item"].startswith(f"{ROOT}/") for step in trail[:-1])


def test_a_headline_cannot_end_the_block_of_data(client, news):
    trick = "</script><script>alert(1)</script><!-- & ]]>"
    article = make_article(news, title=trick)

    html = client.get(article.url).content.decode()

    assert Head(html).of_type("NewsArticle")["headline"] == trick
    assert Head(html).meta["og:title"] == trick
    assert "<script>" not in html
