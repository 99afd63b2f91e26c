"""The page of a topic: background, key documents, latest, its years and its feed."""

import datetime
import re

import pytest
from wagtail.models import Collection, CollectionViewRestriction

from base.models import Sidebar
from tests.factories import file_under, make_article, make_document, make_index, make_topic
from tests.factories import many_articles as many
from topics.models import LISTED_AT_ONCE

pytestmark = pytest.mark.django_db


def page_of(client, topic, query: str = "") -> str:
    html = client.get(topic.url + query).content.decode()
    return html.split("<main")[1].split("</main>")[0]


def files(*documents, heading: str = "") -> tuple:
    return ("documents", {"heading": heading, "documents": list(documents)})


def closed_document():
    members = Collection.get_first_root_node().add_child(name="Members")
    CollectionViewRestriction.objects.create(collection=members, restriction_type="login")
    return make_document(title="Zafra", collection=members)


def test_the_documents_of_the_background_stand_beside_it_once(client):
    text = [("paragraph", "<p>A river.</p>"), files(make_document(title="Water law"))]

    html = page_of(client, make_topic(background=text))

    beside = html.split('<aside class="key-documents"')[1].split("</aside>")[0]
    assert "Water law" in beside
    assert html.count("Water law") == 1
    assert ">Key documents</h2>" in beside


def test_documents_need_no_background_beside_them(client):
    html = page_of(client, make_topic(background=[files(make_document(title="Water law"))]))

    assert "Water law" in html
    assert "Background" not in html


def test_documents_no_stranger_may_open_leave_no_empty_place(client):
    text = [("paragraph", "<p>A river.</p>"), files(closed_document())]

    html = page_of(client, make_topic(background=text))

    assert "key-documents" not in html
    assert "Zafra" not in html


def test_documents_stand_on_the_first_page_only(client):
    topic = make_topic(background=[files(make_document(title="Water law"))])
    file_under(topic, many(make_index(), LISTED_AT_ONCE + 1))

    shown = ["Water law" in page_of(client, topic, query) for query in ("", "?page=2")]

    assert shown == [True, False]


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("<p>A river.</p><h2>Its names</h2>", ["Background", "Its names"]),
        ("<h2>Its names</h2><p>A river.</p>", ["Its names"]),
    ],
)
def test_a_background_that_opens_with_a_heading_needs_none_of_ours(client, text, headings):
    html = page_of(client, make_topic(background=[("paragraph", text)]))

    assert re.findall(r"<h2[^>]*>([^<]+)</h2>", html)[: len(headings)] == headings


def test_a_topic_has_its_own_khipu_leading_to_its_years_in_the_archive(client):
    topic = make_topic(slug="rivers", dye="water")
    for year in (2024, 2024, 2026):
        make_article(topics=[topic], date=datetime.date(year, 5, 4))
    make_article(date=datetime.date(2025, 5, 4))

    html = page_of(client, topic)

    links = re.findall(r'href="(/archive/\d{4}/\?topic=[a-z]+)"', html)
    assert links == ["/archive/2024/?topic=rivers", "/archive/2026/?topic=rivers"]


def test_every_year_of_the_khipu_leads_to_as_many_items_as_it_says(client):
    topic = make_topic(slug="rivers")
    for year in (2024, 2024, 2026):
        make_article(topics=[topic], date=datetime.date(year, 5, 4))
    make_article(date=datetime.date(2024, 5, 4))

    counts = client.get(topic.url).context["year_counts"]

    assert counts == {2024: 2, 2025: 0, 2026: 1}
    for year in (2024, 2026):
        page = client.get(f"/archive/{year}/?topic=rivers")
        assert page.context["listing"].total == counts[year]


def test_a_topic_offers_its_feed_where_there_is_something_to_follow(client):
    full, empty = make_topic(title="Rivers"), make_topic()
    make_article(topics=[full])

    pages = [page_of(client, topic) for topic in (full, empty)]

    assert f'<a href="{full.url}feed/">Atom feed: Rivers</a>' in pages[0]
    assert "feed/" not in pages[1]


def test_every_knot_of_a_topic_is_dyed_in_its_own_colour(client):
    water, justice = make_topic(dye="water"), make_topic(dye="justice")
    make_article(title="Verdict on the canal", main_topic=justice, topics=[water])

    html = page_of(client, water)

    assert "Verdict on the canal" in html
    assert set(re.findall(r'data-topic="(\w+)"', html)) == {"water"}


def test_a_topic_recommends_every_topic_but_itself(client):
    water, justice = make_topic(title="Water"), make_topic(title="Justice")
    boxes = [("topic_box", {"topic": topic}) for topic in (water, justice)]
    Sidebar.objects.create(page=water.get_parent(), boxes=boxes)

    html = page_of(client, water).split('<aside class="sidebar')[1]

    assert re.findall(r'<a class="topic"[^>]*>([^<]+)</a>', html) == ["Justice"]


def test_mere_background_without_items_is_a_whole_page(client):
    text = [("paragraph", "<p>What we want.</p>")]
    topic = make_topic(title="Our aims", is_subject=False, background=text)

    html = page_of(client, topic)

    assert "What we want." in html
    assert "khipu" not in html
    assert "Latest" not in html


def test_no_heading_of_a_topic_skips_a_level(client):
    box = ("fact_box", {"heading": "What is a river?", "text": "<p>Water.</p>"})
    text = [box, ("paragraph", "<p>A river.</p><h3>Names</h3>"), files(make_document())]
    topic = make_topic(background=text)
    make_article(topics=[topic])

    levels = [int(n) for n in re.findall(r"<h([1-6])\b", page_of(client, topic))]

    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))
