"""The three feeds, read as a stranger's reader would."""

import datetime
from xml.etree import ElementTree

import feedparser
import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Collection, CollectionViewRestriction, Site

from articles.models import ArticlePage
from base.models import ImportRecord, OrganisationSettings
from tests.factories import (
    at,
    file_under,
    make_article,
    make_document,
    make_event,
    make_image,
    make_index,
    make_page,
    make_topic,
    many_articles,
    restrict,
    with_renditions,
)
from topics.models import TopicPage

pytestmark = pytest.mark.django_db

FEEDS = ("/feed/", "/news/feed/", "/rivers/feed/")
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def news(home):
    Site.objects.update(hostname="khipu.example", port=443)
    OrganisationSettings.objects.create(site=Site.objects.get(), name="Circle & friends")
    make_topic(title="Rivers", slug="rivers")
    return make_index(title="News", slug="news")


def rivers():
    return TopicPage.objects.get(slug="rivers")


def read(client, path: str = "/feed/", **headers):
    """The feed as a reader understands it; what is no XML does not get so far."""
    answer = client.get(path, **headers)
    ElementTree.fromstring(answer.content)  # noqa: S314  (we wrote it ourselves)
    found = feedparser.parse(answer.content)
    assert not found.bozo, found.get("bozo_exception")
    return found


def only_entry(client, path: str = "/feed/"):
    [entry] = read(client, path).entries
    return entry


def html_of(client) -> str:
    return only_entry(client).content[0].value


# --- what a feed is


@pytest.mark.parametrize("path", FEEDS)
def test_every_feed_holds_its_articles_newest_first(client, news, path):
    for day in (3, 9, 6):
        date = datetime.date(2026, 5, day)
        make_article(news, title=f"Item of {day} May", date=date, topics=[rivers()])

    titles = [entry.title for entry in read(client, path).entries]

    assert titles == ["Item of 9 May", "Item of 6 May", "Item of 3 May"]


@pytest.mark.parametrize("path", FEEDS)
def test_a_feed_is_atom_and_sets_no_cookie(client, news, path):
    answer = client.get(path)

    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert not answer.cookies and "Cookie" not in answer.get("Vary", "")


@pytest.mark.parametrize("path", FEEDS)
def test_an_empty_feed_is_one_too(client, news, path):
    found = read(client, path)

    assert found.entries == []
    assert found.feed.updated_parsed


@pytest.mark.parametrize(
    ("path", "title", "link"),
    [
        ("/feed/", "Circle & friends", "https://khipu.example/"),
        ("/news/feed/", "Circle & friends: News", "https://khipu.example/news/"),
        ("/rivers/feed/", "Circle & friends: Rivers", "https://khipu.example/rivers/"),
    ],
)
def test_a_feed_says_whose_it_is_and_where(client, news, path, title, link):
    feed = read(client, path).feed

    assert feed.title == title
    assert feed.link == link
    assert [li.href for li in feed.links if li.rel == "self"] == [f"https://khipu.example{path}"]
    assert feed.author == "Circle & friends"
    assert feed.language == "en-gb"


def test_the_feeds_have_different_ids(client, news):
    assert len({read(client, path).feed.id for path in FEEDS}) == 3


def test_other_streams_and_topics_are_not_in_a_feed(client, news):
    make_article(make_index(slug="analysis"), topics=[make_topic()])

    counts = [len(read(client, path).entries) for path in FEEDS]

    assert counts == [1, 0, 0]


def test_a_feed_ends_after_the_newest_thirty(client, news):
    many_articles(news, 35)

    assert len(read(client).entries) == 30


def test_a_list_below_a_feed_is_no_page(client, news):
    assert client.get("/feed/x/").status_code == client.get("/news/feed/x/").status_code == 404


def test_the_feed_of_a_closed_stream_asks_for_the_password(client, news):
    make_article(news, title="Zafra")
    restrict(news)

    answer = client.get("/news/feed/")

    assert "atom" not in answer["Content-Type"]
    assert "Zafra" not in answer.content.decode()


# --- what an entry says


def test_an_entry_has_the_editors_day_at_midnight_in_the_zone_of_the_site(client, news):
    make_article(news, date=datetime.date(2026, 5, 4), last_published_at=at(2026, 8, 1))

    entry = only_entry(client)

    assert entry.published == "2026-05-04T00:00:00+01:00"
    assert entry.updated == entry.published


@pytest.mark.parametrize("precision", ["month", "year"])
def test_where_no_day_is_known_none_is_said(client, news, precision):
    make_article(
        news,
        date=datetime.date(2006, 5, 1),
        date_precision=precision,
        last_published_at=at(2026, 8, 1, 12),
    )

    entry = only_entry(client)

    assert "published" not in entry
    assert entry.updated == "2026-08-01T12:00:00+00:00"


def test_a_later_change_of_substance_is_the_update(client, news):
    date = datetime.date(2026, 5, 4)
    make_article(news, date=date, updated_on=datetime.date(2026, 11, 5))

    entry = only_entry(client)

    assert entry.published == "2026-05-04T00:00:00+01:00"
    assert entry.updated == "2026-11-05T00:00:00+00:00"


def test_the_id_outlives_a_new_slug_title_and_domain(client, news, on_commit):
    article = make_article(news)
    before = only_entry(client)
    article.slug, article.title = "another", "Another"

    with on_commit():
        article.save_revision().publish()
        site = Site.objects.get()
        site.hostname = "new.example"
        site.save()

    after = only_entry(client)
    assert after.id == before.id
    assert after.id.startswith("urn:uuid:")
    assert after.link == "https://new.example/news/another/" != before.link


def test_a_copy_is_an_item_of_its_own(client, news):
    make_article(news).copy(update_attrs={"slug": "copy"})

    assert len({entry.id for entry in read(client).entries}) == 2


def test_the_author_is_the_byline_else_the_organisation(client, news):
    make_article(news, byline="Rosa Illa", date=datetime.date(2026, 5, 4))
    make_article(news, date=datetime.date(2026, 5, 3))

    found = read(client)

    # An entry without an author of its own has that of its feed.
    assert [entry.get("author") for entry in found.entries] == ["Rosa Illa", None]
    assert found.feed.author == "Circle & friends"


def test_the_categories_are_the_topics_a_stranger_may_see(client, news):
    make_article(news, topics=[rivers(), make_topic(title="Secret", live=False)])

    assert [tag.term for tag in only_entry(client).tags] == ["Rivers"]


@pytest.mark.parametrize(
    "title", ["Ash & <b>fire</b>", "a ]]> b", "5 < 6 > 4", "Quote \" and ' mark", "</title>"]
)
def test_a_title_arrives_as_it_was_written(client, news, title):
    make_article(news, title=title)

    root = ElementTree.fromstring(client.get("/feed/").content)  # noqa: S314  (we wrote it ourselves)

    assert root.find(f"{ATOM}entry/{ATOM}title").text == title
    read(client)


def test_what_xml_cannot_carry_is_left_out(client, news):
    article = make_article(news, byline="R\x0bosa", teaser="<p>Wat\x01er\ufffe</p>")
    ArticlePage.objects.filter(pk=article.pk).update(title="Br\x08idge\x0c")

    entry = only_entry(client)

    assert entry.title == "Bridge"
    assert entry.author == "Rosa"
    assert entry.content[0].value == "<p>Water</p>"


# --- the text


def test_an_entry_holds_the_whole_text(client, news):
    body = [("paragraph", "<h2>One</h2><p>Two.</p>"), ("paragraph", "<ul><li>Three</li></ul>")]
    make_article(news, teaser="<p>The <b>teaser</b>.</p>", body=body)

    html = html_of(client)

    for part in ("<p>The <b>teaser</b>.</p>", "<h2>One</h2>", "<p>Two.</p>", "<li>Three</li>"):
        assert part in html


def test_links_in_the_text_are_absolute(client, news):
    page = make_page(title="Aims", slug="aims")
    words = f'<p><a linktype="page" id="{page.pk}">Aims</a></p>'
    make_article(news, teaser=words, body=[("paragraph", words)])

    assert html_of(client).count('href="https://khipu.example/aims/"') == 2


def test_a_story_of_a_roundup_is_linked_by_its_anchor(client, news):
    story = {"headline": "Ferry", "teaser": "<p>It runs.</p>", "topic": rivers()}
    article = make_article(news, slug="roundup", body=[("roundup_story", story)])

    anchor = article.stories.get().anchor
    assert f'href="https://khipu.example/news/roundup/#{anchor}"' in html_of(client)


def test_pictures_are_plain_absolute_and_described(client, news):
    image = with_renditions(make_image(description="A bridge"))
    make_article(news, lead_image=image, lead_image_caption="Before the flood")

    html = html_of(client)

    assert "<img " in html and 'src="https://khipu.example/media/images/' in html
    assert 'alt="A bridge"' in html and 'width="480"' in html and 'height="320"' in html
    assert "Before the flood" in html
    assert "srcset" not in html and "<picture" not in html and "class=" not in html


def test_a_closed_document_is_not_in_the_text(client, news):
    closed = Collection.get_first_root_node().add_child(name="Trustees")
    CollectionViewRestriction.objects.create(collection=closed, restriction_type="login")
    documents = [make_document(title="Open"), make_document(title="Zafra", collection=closed)]
    block = ("documents", {"heading": "Files", "documents": documents})
    make_article(news, body=[block])

    html = html_of(client)

    assert 'href="https://khipu.example/documents/' in html and "Open" in html
    assert "Zafra" not in html


def test_what_only_a_summary_is_left_of_says_so(client, news):
    article = make_article(news, teaser="<p>All.</p>")
    ImportRecord.objects.create(page=article, source="x", key="x", hash="x")

    assert "only the summary survives" in html_of(client)


def test_the_text_of_an_event_begins_with_when_and_where(client, news):
    make_event(
        news,
        start=at(2026, 6, 5, 18, 30),
        venue="Town Hall",
        street="1 High Street",
        teaser="<p>A talk.</p>",
    )

    html = html_of(client)

    assert html.index("Friday 5 June 2026, 7.30pm") < html.index("Town Hall, 1 High Street")
    assert html.index("Town Hall") < html.index("A talk.")


@pytest.mark.parametrize(("state", "words"), [("cancelled", "Cancelled."), ("moved", "Moved.")])
def test_an_event_that_does_not_take_place_as_announced_says_so_first(client, news, state, words):
    make_event(news, state=state, state_note="The river rose.")

    html = html_of(client)

    assert html.startswith(f"<p><strong>{words}</strong> The river rose.")


def test_nobody_is_asked_to_follow_an_event_that_is_cancelled_or_over(client, news):
    link = "https://example.org/live"
    make_event(news, online_url=link, state="cancelled")
    make_event(news, online_url=link, start=at(2020, 6, 5, 18))

    assert link not in client.get("/feed/").content.decode()


def test_the_day_an_event_was_first_announced_for_is_said(client, news):
    make_event(news, state="moved", previous_start=at(2026, 6, 5, 18), start=at(2026, 7, 5, 18))

    assert "5 June 2026" in html_of(client)


# --- asking again


@pytest.mark.parametrize("path", FEEDS)
def test_who_has_the_feed_already_is_told_so_without_reading_it(client, news, path):
    make_article(news, topics=[rivers()])
    first = client.get(path)

    with CaptureQueriesContext(connection) as captured:
        by_etag = client.get(path, headers={"if-none-match": first["ETag"]})
    by_day = client.get(path, headers={"if-modified-since": first["Last-Modified"]})

    assert (by_etag.status_code, by_day.status_code) == (304, 304)
    assert by_etag.content == b"" and by_etag["ETag"] == first["ETag"]
    assert "articlepage" not in " ".join(query["sql"] for query in captured)


def test_what_changed_is_sent_whole(client, news, on_commit):
    first = client.get("/feed/")

    with on_commit():
        make_article(news, title="New")

    second = client.get("/feed/", headers={"if-none-match": first["ETag"]})
    assert second.status_code == 200
    assert b"New" in second.content


def test_a_feed_once_sent_is_not_the_feed_of_another_page(client, news):
    etag = client.get("/feed/")["ETag"]

    assert client.get("/news/feed/", headers={"if-none-match": etag}).status_code == 200


def test_what_is_taken_away_is_gone_at_the_next_request(client, news, on_commit):
    article = make_article(news, title="Zafra", topics=[rivers()])
    first = {path: client.get(path)["ETag"] for path in FEEDS}

    with on_commit():
        article.unpublish()

    for path, etag in first.items():
        again = client.get(path, headers={"if-none-match": etag})
        assert again.status_code == 200 and b"Zafra" not in again.content


# --- what it costs


def test_a_feed_costs_the_same_at_thirty_and_at_two_thousand_articles(client, warm, news):
    def cost(path: str) -> tuple[int, int]:
        cache.clear()
        client.get("/")
        with CaptureQueriesContext(connection) as first:
            client.get(path)
        return len(first), warm(path)

    costs = []
    for number in (30, 1970):
        file_under(rivers(), many_articles(news, number, teaser="<p>T.</p>"))
        costs.append({path: cost(path) for path in FEEDS})

    assert costs[0] == costs[1]
    assert max(cold for cold, _warm in costs[0].values()) <= 16
    assert max(warm for _cold, warm in costs[0].values()) <= 8


def test_a_feed_loads_no_more_texts_than_it_holds(client, news):
    many_articles(news, 60, body=[("paragraph", "<p>Long.</p>")])

    with CaptureQueriesContext(connection) as captured:
        client.get("/news/feed/")

    texts = [q["sql"] for q in captured if '"articles_articlepage"."body"' in q["sql"]]
    assert len(texts) == 1 and " IN (" in texts[0]


def test_sample_text_says_what_it_is_wherever_it_is_read(client, news):
    make_article(news, is_sample=True)

    assert "Sample text about invented people and places." in html_of(client)
