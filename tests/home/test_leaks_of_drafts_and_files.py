"""What is written but not published, and files for a few, show nowhere either."""

import pytest
from django.core.cache import cache
from wagtail.models import Collection, CollectionViewRestriction, Page, Site

from articles.models import NewsIndex
from base.models import OrganisationSettings
from search.models import SearchAlias
from tests.factories import (
    make_article,
    make_document,
    make_event,
    make_form,
    make_index,
    make_page,
    make_topic,
)

from .test_leaks import KINDS, NOT_PUBLIC, PLACES, TELLTALE, built, hidden, may, put, told  # noqa: F401  (built is a fixture)

pytestmark = pytest.mark.django_db

PARTS = ("/sitemap.xml", "/sitemap-2026.xml", "/sitemap-pages.xml")
ASKED_FOR = f"/search/?q={TELLTALE.lower()}"
WORDS = f"<p>{TELLTALE} words.</p>"
EVERYWHERE = (*PLACES, *PARTS, ASKED_FOR, "/no-such-place/", "/search/?q=zafar")


def paragraph(words: str = WORDS) -> list:
    return [("paragraph", words)]


def drafted(page):
    """An edit of a public page that nobody has published."""
    page.title = page.draft_title = f"{TELLTALE} headline"
    page.seo_title = page.search_description = f"{TELLTALE} said"
    page.slug = "telltale"
    for name, value in {
        "teaser": WORDS,
        "introduction": WORDS,
        "thank_you": WORDS,
        "byline": TELLTALE,
        "venue": TELLTALE,
        "state_note": TELLTALE,
        "body": WORDS,
        "background": WORDS,
    }.items():
        if hasattr(page, name):
            is_stream = hasattr(getattr(page, name), "stream_block")
            setattr(page, name, paragraph() if is_stream else value)
    page.save_revision()


def addresses_of(pages) -> list[str]:
    """Where they stand for the public, read anew: a page at hand may have been given another slug."""
    return [Page.objects.get(pk=page.pk).url for page in pages]


@pytest.fixture
def news(built, db) -> NewsIndex:  # noqa: F811  (the fixture)
    """The one stream of a small public site."""
    return NewsIndex.objects.get(slug="news")


MAKERS = {
    "article": lambda news: make_article(news, date=may(4)),
    "event": lambda news: make_event(news, date=may(4)),
    "stream": lambda news: make_index(news),
    "topic": lambda news: make_topic(dye="rights"),
    "page": lambda news: make_page(show_in_menus=True),
    "form": lambda news: make_form(show_in_menus=True),
}


def test_the_drafts_of_public_pages_show_nowhere(client, news, on_commit):
    pages = [make(news) for make in MAKERS.values()]

    for page in pages:
        with on_commit():
            drafted(page)

    assert told(client, [*EVERYWHERE, *addresses_of(pages)]) == []
    assert client.get(ASKED_FOR).context["listing"].total == 0


def test_what_an_editor_looks_at_beforehand_is_seen_by_nobody_after(client, news):
    pages = [make(news) for make in MAKERS.values()]
    addresses = addresses_of(pages)
    previews = []
    for page in pages:
        page.title, page.slug = f"{TELLTALE} headline", "telltale"
        previews.append(page.make_preview_request(preview_mode=page.default_preview_mode))

    seen_before = [TELLTALE in preview.content.decode() for preview in previews]

    assert seen_before == [True] * len(MAKERS)
    assert told(client, [*EVERYWHERE, *addresses]) == []


def test_the_draft_of_a_story_stands_neither_on_its_topic_nor_in_the_search(
    client, news, on_commit
):
    topic = make_topic(slug="ferries")
    article = make_article(news, main_topic=topic)
    story = {"headline": f"{TELLTALE} ferry", "teaser": WORDS, "topic": topic}
    article.body = [("roundup_story", story)]

    with on_commit():
        article.save_revision()

    assert told(client, [*EVERYWHERE, "/ferries/", "/ferries/feed/", article.url]) == []


@pytest.mark.parametrize("how", NOT_PUBLIC)
def test_an_event_names_no_report_that_is_not_public(client, news, how):
    report = hidden("article", how, news)
    event = make_event(news, report=report)

    assert told(client, [event.url, f"{event.url}event.ics", "/events/", "/feed/"]) == []


@pytest.mark.parametrize("how", NOT_PUBLIC)
def test_the_urgent_message_leads_to_nothing_that_is_not_public(client, news, how):
    page = hidden("article", how, news)
    OrganisationSettings.objects.create(
        site=Site.objects.get(), urgent_text="Read this", urgent_page=page
    )

    assert "Read this" in client.get("/").content.decode()
    assert told(client, ["/", "/search/", "/no-such-place/"]) == []
    assert "/telltale" not in client.get("/").content.decode()


def a_closed_document():
    closed = Collection.get_first_root_node().add_child(name="For the trustees")
    CollectionViewRestriction.objects.create(collection=closed, restriction_type="login")
    return make_document(
        title=f"{TELLTALE} minutes", description=f"{TELLTALE} told", collection=closed
    )


def test_a_closed_document_is_named_nowhere(client, news):
    document = a_closed_document()
    block = ("documents", {"heading": "Files", "documents": [document]})
    link = {"heading": "Act", "text": "", "link": {"document": document}}
    article = make_article(
        news, date=may(5), body=[block, ("call_to_action", link), *paragraph("<p>On.</p>")]
    )
    topic = make_topic(slug="ferries", background=[block])
    OrganisationSettings.objects.create(
        site=Site.objects.get(), menu=[("link", {"document": document})]
    )

    assert told(client, [*EVERYWHERE, article.url, topic.url, "/ferries/feed/"]) == []
    assert client.get(ASKED_FOR).context["listing"].total == 0
    assert client.get(document.url).status_code != 200


def test_a_document_is_gone_from_the_search_as_its_collection_is_closed(client, news, on_commit):
    reports = Collection.get_first_root_node().add_child(name="Reports")
    make_document(title=f"{TELLTALE} minutes", collection=reports)
    before = told(client, EVERYWHERE)

    with on_commit():
        CollectionViewRestriction.objects.create(collection=reports, restriction_type="login")

    assert before == ["/search/", ASKED_FOR]
    assert told(client, EVERYWHERE) == []


@pytest.mark.parametrize("how", ["draft", "expired", "password"])
def test_a_misspelling_is_not_answered_with_the_name_of_a_hidden_topic(client, news, how):
    hidden("topic", how, news)
    SearchAlias.objects.create(names="Talk = Lecture")

    assert told(client, ["/search/?q=zafar", "/search/?q=headlin", "/search/?q=zafraa"]) == []


@pytest.mark.parametrize("how", NOT_PUBLIC)
def test_whoever_has_lost_the_way_is_not_led_to_what_is_not_public(client, news, how):
    page = hidden("article", how, news)
    type(page).objects.filter(pk=page.pk).update(date=may(4).replace(year=2019))

    html = client.get("/no-such-place/").content.decode()

    assert "2026" in html
    assert "2019" not in html


# What others keep a copy of

KEPT_BY_OTHERS = ("/feed/", "/news/feed/", "/rivers/feed/", "/events/calendar.ics", *PARTS[:2])


@pytest.mark.parametrize("place", KEPT_BY_OTHERS)
def test_a_copy_is_good_until_something_is_published_or_taken_away(client, news, on_commit, place):
    page = put("event", news, live=False)
    codes = []
    for change in (lambda: page.save_revision().publish(), page.unpublish):
        tag = client.get(place)["ETag"]
        codes.append(client.get(place, headers={"If-None-Match": f'"x", W/{tag}'}).status_code)
        with on_commit():
            change()
        page.refresh_from_db()
        codes.append(client.get(place, headers={"If-None-Match": tag}).status_code)

    assert codes == [304, 200, 304, 200]


def test_what_is_published_shows_in_all_its_places_at_the_next_request(client, news, on_commit):
    pages = [put(kind, news, live=False) for kind in KINDS]
    told(client, EVERYWHERE)

    for page in pages:
        with on_commit():
            page.save_revision().publish()
    at_once = told(client, EVERYWHERE)
    cache.clear()

    assert at_once == told(client, EVERYWHERE)
    assert set(PLACES) <= set(at_once)
