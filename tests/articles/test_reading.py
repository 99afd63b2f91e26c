"""What a reader finds on the page of an article, apart from its age and its neighbours."""

import datetime
import re

import pytest
from wagtail.models import Site

from base.models import OrganisationSettings
from tests.factories import make_article, make_document, make_image, make_index

pytestmark = pytest.mark.django_db

MAY = datetime.date(2006, 5, 31)
EVERY_BLOCK = ("fact_box", "statistics", "timeline", "call_to_action", "sources", "correction")


@pytest.fixture
def the_friends(home):
    site = Site.objects.get()
    OrganisationSettings.objects.create(site=site, name="Friends of Ayona")
    Site.objects.update(hostname="ayona.example", port=443)


def citation(html: str) -> str:
    return html.split('<details class="cite">')[1].split("</details>")[0].split("<p>")[1][:-4]


def test_a_citation_names_author_title_publisher_date_and_the_full_address(client, the_friends):
    news = make_index(slug="news")
    article = make_article(news, title="Water & wells", slug="water", byline="Rosa Illa", date=MAY)

    said = citation(client.get(article.url).content.decode())

    address = "https://ayona.example/news/water/"
    assert said == f"Rosa Illa, “Water &amp; wells”, Friends of Ayona, 31 May 2006, {address}"


def test_without_a_byline_the_organisation_is_the_author_and_named_once(client, the_friends):
    article = make_article(title="Water", date=MAY, date_precision="month")

    said = citation(client.get(article.url).content.decode())

    assert said.startswith("Friends of Ayona, “Water”, May 2006, https://ayona.example/")


def test_the_address_of_a_citation_is_never_that_of_the_request(client, the_friends, settings):
    settings.ALLOWED_HOSTS = ["*"]
    article = make_article()

    html = client.get(article.url, headers={"host": "evil.example"}).content.decode()

    assert "evil.example" not in citation(html)


def a_text_of_every_block() -> list:
    from blocks.streams import ArticleBody

    children = ArticleBody().child_blocks
    made = [(name, children[name].get_preview_value()) for name in EVERY_BLOCK]
    made.append(("gallery", {"heading": "", "pictures": [{"image": described(make_image())}]}))
    made.append(("documents", {"heading": "Files", "documents": [make_document()]}))
    return [*made, ("paragraph", "<h2>The well</h2><h3>Its depth</h3><p>It is 12 metres.</p>")]


def described(image):
    image.contextual_alt_text, image.decorative = "A well", False
    return image


def test_no_heading_skips_a_level_even_where_a_box_comes_first(client):
    article = make_article(body=a_text_of_every_block(), main_topic=None)

    html = client.get(article.url).content.decode().split("<main")[1].split("</main>")[0]

    levels = [int(level) for level in re.findall(r"<h([1-6])\b", html)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))
    assert levels.count(1) == 1


def test_the_rail_lists_the_headings_of_the_text_and_no_title_of_a_box(client):
    body = [*a_text_of_every_block(), ("paragraph", "<h2>The school</h2><p>Open.</p>")]

    html = client.get(make_article(body=body).url).content.decode()

    rail = html.split('class="toc')[1].split("</ol>")[0]
    assert re.findall(r">([^<]+)</a>", rail) == ["The well", "The school"]
