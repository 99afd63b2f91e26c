"""Nothing that is not public shows anywhere a stranger can look, not even as a number."""

import datetime

import pytest
from django.core.cache import cache
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction, Site

from articles.models import ArticlePage, EventPage, NewsIndex
from base.models import OrganisationSettings, Sidebar
from notices.models import FeaturedNotice
from search.models import SearchAlias
from tests.factories import (
    at,
    make_article,
    make_document,
    make_event,
    make_image,
    make_index,
    make_notice,
    make_page,
    make_topic,
    restrict,
    with_renditions,
)
from topics.models import TopicPage

pytestmark = pytest.mark.django_db

TELLTALE = "Zafra"
PLACES = (
    "/",
    "/news/",
    "/news/?topic=rivers",
    "/news/2026/",
    "/news/2026/05/",
    "/news/2026/?topic=rivers",
    "/archive/",
    "/archive/?topic=rivers",
    "/archive/2026/",
    "/archive/2026/05/?topic=rivers",
    "/rivers/",
    "/topics/",
    "/events/",
    "/events/calendar.ics",
    "/notices/",
    "/news/open/",
    "/feed/",
    "/news/feed/",
    "/rivers/feed/",
    "/search/",
    "/search/?q=headline",
    "/search/?q=headline&sort=newest",
)
# A page of each kind that carries the menu and the foot.
FRAMED = ("/", "/news/", "/rivers/", "/events/", "/notices/", "/news/open/", "/search/")
SEARCHES = [place for place in PLACES if place.startswith("/search/")]
NOT_PUBLIC = (
    "draft",
    "scheduled",
    "expired",
    "password",
    "login",
    "groups",
    "beneath a private page",
)
KINDS = {"article": ArticlePage, "event": EventPage, "topic": TopicPage, "notice": FeaturedNotice}


@pytest.fixture(scope="module")
def built(standing) -> None:
    """A small public site: one item of each kind, all on one topic."""
    rivers = make_topic(title="Rivers", slug="rivers", dye="water")
    news = make_index(title="News", slug="news")
    make_article(news, title="Open item", slug="open", main_topic=rivers, date=may(1))
    make_event(news, title="Open talk", main_topic=rivers, date=may(1))
    make_notice(title="Open notice")


@pytest.fixture
def site(built, db) -> NewsIndex:
    """The one stream of that site."""
    return NewsIndex.objects.get(slug="news")


def may(day: int) -> datetime.date:
    return datetime.date(2026, 5, day)


def put(kind: str, news: NewsIndex, **fields):
    """A page with a telltale title, where it would stand first in every list it belongs to."""
    fields = {"title": f"{TELLTALE} headline", "slug": f"telltale-{kind}", **fields}
    words = f"<p>{TELLTALE} words.</p>"
    if kind == "topic":
        topic = make_topic(dye="rights", teaser=words, **fields)
        item = ArticlePage.objects.get(slug="open")
        item.topics.add(topic)
        item.main_topic = topic
        item.save()
        return topic
    if kind == "notice":
        return make_notice(teaser=words, date=may(4), **fields)
    make = make_event if kind == "event" else make_article
    rivers = TopicPage.objects.get(slug="rivers")
    image = with_renditions(make_image(title="x"))
    return make(news, teaser=words, main_topic=rivers, date=may(4), lead_image=image, **fields)


def hidden(kind: str, how: str, news: NewsIndex):
    """Such a page, hidden in one of the ways a page can be."""
    if how == "draft":
        return put(kind, news, live=False)
    if how == "scheduled":
        return put(kind, news, live=False, go_live_at=at(2099, 1, 1))
    if how == "expired":
        return put(kind, news, expire_at=at(2020, 1, 1))
    if how == "beneath a private page":
        closed = make_index(news, title=f"{TELLTALE} stream", slug=f"closed-{kind}")
        restrict(closed)
        return put(kind, closed)
    page = put(kind, news)
    restrict(page, how)
    return page


def told(client, places=PLACES) -> list[str]:
    """The places that tell a stranger of the telltale."""
    return [place for place in places if TELLTALE in client.get(place).content.decode()]


def all_hidden(how: str, news: NewsIndex) -> dict:
    """One of each kind that can be hidden so, all at once: a look at every place tells of all of them."""
    # Topics and notices stand directly below the home page.
    kinds = ("article", "event") if how == "beneath a private page" else KINDS
    return {kind: hidden(kind, how, news) for kind in kinds}


@pytest.mark.parametrize("how", NOT_PUBLIC)
def test_what_is_not_public_shows_nowhere(client, site, how):
    all_hidden(how, site)

    assert told(client) == []


@pytest.mark.parametrize(
    ("kind", "places"),
    [
        (
            "article",
            [
                "/", "/news/", "/news/?topic=rivers", "/news/2026/", "/news/2026/05/",
                "/news/2026/?topic=rivers", "/archive/", "/archive/?topic=rivers",
                "/archive/2026/", "/archive/2026/05/?topic=rivers", "/rivers/",
                "/feed/", "/news/feed/", "/rivers/feed/", *SEARCHES,
            ],
        ),
        (
            "event",
            [
                "/", "/news/", "/news/?topic=rivers", "/news/2026/", "/news/2026/05/",
                "/news/2026/?topic=rivers", "/archive/", "/archive/?topic=rivers",
                "/archive/2026/", "/archive/2026/05/?topic=rivers", "/rivers/", "/events/",
                "/events/calendar.ics",
                "/feed/", "/news/feed/", "/rivers/feed/", *SEARCHES,
            ],
        ),
        (
            "topic",
            [
                "/", "/news/", "/news/?topic=rivers", "/news/2026/", "/news/2026/05/",
                "/news/2026/?topic=rivers", "/archive/", "/archive/?topic=rivers",
                "/archive/2026/", "/archive/2026/05/?topic=rivers", "/topics/", "/news/open/",
                "/feed/", "/news/feed/", "/rivers/feed/", *SEARCHES,
            ],
        ),
        ("notice", ["/", "/notices/", *SEARCHES]),
    ],
)  # fmt: skip
def test_what_is_public_shows_in_all_its_places(client, site, kind, places):
    put(kind, site)

    assert told(client) == places


@pytest.mark.parametrize("how", NOT_PUBLIC)
def test_no_sitemap_names_what_is_not_public(client, site, how):
    all_hidden(how, site)
    parts = ("/sitemap.xml", "/sitemap-2026.xml", "/sitemap-pages.xml")

    named = [part for part in parts if "telltale" in client.get(part).content.decode()]

    assert named == []


@pytest.mark.parametrize("how", NOT_PUBLIC)
def test_what_is_not_public_is_in_no_count(client, site, how):
    hidden("article", how, site)

    page = client.get("/news/").context
    archive = [s for s in client.get("/").context["page"].plan.sections if s.name == "archive"]
    assert page["year_counts"] == {2026: 2}
    assert page["month_counts"][5] == 2
    assert [facet["count"] for facet in page["topic_facets"]] == [2]
    assert page["listing"].total == client.get("/rivers/").context["listing"].total == 2
    assert archive[0].content["years"] == {2026: 2}
    whole = client.get("/archive/").context
    assert (whole["year_counts"], whole["listing"].total) == ({2026: 2}, 2)
    assert [facet["count"] for facet in whole["topic_facets"]] == [2]


@pytest.mark.parametrize("how", NOT_PUBLIC)
def test_the_search_neither_finds_nor_counts_what_is_not_public(client, site, how):
    SearchAlias.objects.create(names=f"Talk = {TELLTALE}")
    before = searched(client, "")
    all_hidden(how, site)
    cache.clear()

    assert searched(client, "") == before
    assert searched(client, "?q=headline")["All"] == 0
    # The alias finds what is public under the other name, and says nothing of its own.
    assert searched(client, "?q=talk")["All"] == 1
    assert TELLTALE not in client.get("/search/?q=talk").content.decode()


def searched(client, query: str) -> dict[str, int]:
    """The numbers beside the results of a search; those of nothing found are all zero."""
    facets = client.get(f"/search/{query}").context["facets"]
    lines = [*facets.kinds, *facets.topics, *facets.streams, *facets.years]
    return {line.text: line.number for line in lines}


@pytest.mark.parametrize("how", NOT_PUBLIC)
def test_a_list_of_related_pages_leaves_out_what_is_not_public(client, site, how):
    pages = [hidden(kind, how, site) for kind in ("article", "event")]
    block = ("related_pages", {"heading": "More", "pages": [*pages, TopicPage.objects.get()]})
    article = make_article(body=[block])

    html = client.get(article.url).content.decode()

    assert "More" in html and "Rivers" in html
    assert TELLTALE not in html


@pytest.mark.parametrize("how", [way for way in NOT_PUBLIC if "beneath" not in way])
def test_the_label_of_a_topic_that_is_not_public_is_printed_nowhere(client, site, how):
    topic = hidden("topic", how, site)
    story = {"headline": "Ferry", "teaser": "<p>It runs.</p>", "topic": topic}
    roundup = make_article(site, body=[("roundup_story", story)], topics=[topic], slug="roundup")
    Sidebar.objects.create(page=site, boxes=[("topic_box", {"topic": topic})])

    assert told(client, [*PLACES, roundup.url]) == []
    assert client.get("/news/?topic=telltale-topic").status_code == 404


@pytest.mark.parametrize("how", NOT_PUBLIC)
def test_the_page_itself_tells_a_stranger_nothing(client, site, how):
    pages = all_hidden(how, site)

    answers = {
        kind: client.get(page.url or f"/{page.slug}/", follow=True) for kind, page in pages.items()
    }

    assert [kind for kind in answers if TELLTALE in answers[kind].content.decode()] == []
    if how in ("draft", "scheduled", "expired"):
        assert {answer.status_code for answer in answers.values()} == {404}


@pytest.mark.parametrize("how", NOT_PUBLIC)
def test_the_calendar_file_of_an_event_tells_a_stranger_nothing(client, site, how):
    event = hidden("event", how, site)

    answer = client.get(f"{event.url}event.ics", follow=True)

    assert TELLTALE not in answer.content.decode()
    assert answer.status_code == 404


def test_what_was_published_without_a_date_is_listed_nowhere(client, site):
    for kind in ("article", "event", "notice"):
        page = put(kind, site)
        type(page).objects.filter(pk=page.pk).update(date=None)

    assert told(client) == []


@pytest.mark.parametrize("how", NOT_PUBLIC)
def test_a_notice_leading_to_what_is_not_public_is_hidden_with_its_page(client, site, how):
    body = [("paragraph", "<p>Read it.</p>")]
    notices = [
        make_notice(title=f"{TELLTALE} notice", target_page=target, body=text)
        for target in [hidden(kind, how, site) for kind in ("article", "event")]
        for text in ([], body)
    ]

    assert told(client, ["/", "/notices/", *SEARCHES]) == []
    assert [client.get(notice.url).status_code for notice in notices] == [404] * 4


@pytest.mark.parametrize("is_nested", [False, True])
def test_a_notice_leading_to_a_closed_document_is_hidden_with_its_page(client, site, is_nested):
    closed = Collection.get_first_root_node().add_child(name="For the trustees")
    CollectionViewRestriction.objects.create(collection=closed, restriction_type="login")
    if is_nested:
        closed = closed.add_child(instance=Collection(name="Minutes"))
    notice = make_notice(
        title=f"{TELLTALE} minutes", target_document=make_document(collection=closed)
    )

    assert told(client) == []
    assert client.get(notice.url).status_code == 404


def test_a_notice_leading_to_an_undated_article_is_hidden(client, site):
    target = put("article", site)
    ArticlePage.objects.filter(pk=target.pk).update(date=None)
    make_notice(title=f"{TELLTALE} notice", target_page=target)

    assert told(client) == []


@pytest.mark.parametrize("how", ["draft", "scheduled", "expired"])
def test_a_stream_that_is_not_public_names_itself_on_no_page(client, site, how):
    closed = make_index(
        site,
        title=f"{TELLTALE} stream",
        live=how == "expired",
        expire_at=at(2020, 1, 1) if how == "expired" else None,
        show_in_menus=True,
    )
    article = make_article(closed, title="Open below it")

    assert told(client, [*PLACES, article.url]) == []


@pytest.mark.parametrize("how", [way for way in NOT_PUBLIC if "beneath" not in way])
def test_menus_and_the_join_button_never_lead_to_what_is_not_public(client, site, how):
    fields = {"draft": {"live": False}, "scheduled": {"live": False}}.get(how, {})
    if how == "expired":
        fields = {"expire_at": at(2020, 1, 1)}
    page = make_page(title=f"{TELLTALE} page", show_in_menus=True, **fields)
    if how in ("password", "login", "groups"):
        restrict(page, how)
    links = [("link", {"page": page}), ("link", {"list": "topics"})]
    columns = [("column", {"heading": "More", "links": [{"page": page}]})]
    told_by_default = told(client, FRAMED)

    OrganisationSettings.objects.create(
        site=Site.objects.get(), menu=links, footer=columns, join_page=page, join_headline="Join"
    )
    cache.clear()

    assert (told_by_default, told(client, FRAMED)) == ([], [])


# What changes shows at the very next request


def publish(page):
    page.save_revision().publish()


def restriction_lifted(page):
    PageViewRestriction.objects.get(page=page).delete()


CHANGES = {
    "unpublished": lambda page: page.unpublish(),
    "deleted": lambda page: page.delete(),
    "made private": restrict,
    "its parent made private": lambda page: restrict(page.get_parent()),
    "its parent unpublished with all below": lambda page: (
        page.get_parent().specific.unpublish()
        or [child.specific.unpublish() for child in page.get_parent().get_children()]
    ),
    "its parent deleted": lambda page: page.get_parent().specific.delete(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_taken_away_is_gone_at_the_next_request(client, site, on_commit, change):
    pages = [put(kind, make_index(site)) for kind in ("article", "event")]
    told(client)

    for page in pages:
        with on_commit():
            CHANGES[change](page)

    assert told(client) == []
    assert client.get("/news/").context["year_counts"] == {2026: 2}


@pytest.mark.parametrize("change", ["unpublished", "deleted", "made private"])
def test_topics_and_notices_taken_away_are_gone_at_the_next_request(
    client, site, on_commit, change
):
    pages = [put(kind, site) for kind in ("topic", "notice")]
    told(client)

    for page in pages:
        with on_commit():
            CHANGES[change](page)

    assert told(client) == []


# Where a new item of each kind is seen first; a topic is seen there in the band of its own name.
SEEN_AT = {"article": "/news/", "event": "/events/", "topic": "/topics/", "notice": "/notices/"}


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_published_shows_at_the_next_request(client, site, on_commit, kind):
    page = put(kind, site, live=False)
    places = ["/", SEEN_AT[kind]]
    before = told(client, places)

    with on_commit():
        publish(page)

    assert before == []
    assert told(client, places) == places


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_longer_private_shows_at_the_next_request(client, site, on_commit, kind):
    page = put(kind, site)
    places = ["/", SEEN_AT[kind]]
    with on_commit():
        restrict(page)
    before = told(client, places)

    with on_commit():
        restriction_lifted(page)

    assert before == []
    assert told(client, places) == places


def test_what_runs_out_is_gone_at_the_next_request_without_any_job(client, site, freeze):
    for kind in KINDS:
        put(kind, site, expire_at=at(2026, 6, 1))
    freeze(at(2026, 5, 31, 23, 59, 59))
    before = told(client)

    freeze(at(2026, 6, 1))

    assert {"/", *SEEN_AT.values()} <= set(before)
    assert told(client) == []


def test_an_article_moved_into_a_private_stream_is_gone_at_the_next_request(
    client, site, on_commit
):
    closed = make_index(site)
    page = put("article", site)
    with on_commit():
        restrict(closed)
    before = told(client)

    with on_commit():
        page.move(closed, pos="last-child")

    assert "/news/" in before
    assert told(client) == []


def test_a_new_headline_shows_at_the_next_request(client, site, on_commit):
    page = put("article", site)
    told(client)
    page.title = "Another headline"
    page.teaser = ""

    with on_commit():
        publish(page)

    assert told(client) == []
    assert "Another headline" in client.get("/").content.decode()


def test_a_new_name_of_the_organisation_shows_at_the_next_request(client, site, on_commit):
    said = OrganisationSettings.objects.create(site=Site.objects.get(), name="Before")
    client.get("/")

    said.name = "Circle of friends"
    with on_commit():
        said.save()

    assert "Circle of friends" in client.get("/news/").content.decode()


def test_a_new_credit_of_a_picture_shows_at_the_next_request(client, site, on_commit):
    image = with_renditions(make_image(credit="Before"))
    article = make_article(site, lead_image=image)
    client.get(article.url)

    image.credit = "Rosa Illa"
    with on_commit():
        image.save()

    assert "Rosa Illa" in client.get(article.url).content.decode()


def test_a_closed_collection_hides_its_notice_at_the_next_request(client, site, on_commit):
    reports = Collection.get_first_root_node().add_child(name="Reports")
    make_notice(title=f"{TELLTALE} report", target_document=make_document(collection=reports))
    before = told(client)

    with on_commit():
        CollectionViewRestriction.objects.create(collection=reports, restriction_type="login")

    assert before == ["/", "/notices/", "/search/"]
    assert told(client) == []


def test_a_stream_that_is_renamed_is_called_so_at_the_next_request(client, site, on_commit):
    told(client)
    site.title = f"{TELLTALE} news"

    with on_commit():
        publish(site)

    assert "/" in told(client)
    assert "/news/open/" in told(client)


def test_a_page_whose_address_changes_is_linked_there_at_the_next_request(client, site, on_commit):
    client.get("/")
    site.slug = "record"

    with on_commit():
        publish(site)

    html = client.get("/").content.decode()
    assert 'href="/record/open/"' in html
    assert 'href="/news/' not in html
