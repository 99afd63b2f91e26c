"""“I published, the site did not change”: whatever editors do shows everywhere at the very next request."""

import datetime

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from articles.models import ArticlePage, NewsIndex
from base.models import OrganisationSettings, SiteImage
from desk.jobs.lease import Lease
from desk.jobs.rounds import go_round
from notices import ordering
from notices.models import FeaturedNotice
from tests.factories import (
    at,
    make_article,
    make_image,
    make_index,
    make_notice,
    make_topic,
    restrict,
    the_home,
    with_renditions,
)
from topics.models import TopicPage

pytestmark = pytest.mark.django_db

NOON = at(2026, 5, 4, 12)
EVE = NOON - datetime.timedelta(days=1)
PLACES = {
    "home": "/",
    "stream": "/news/",
    "topic": "/rivers/",
    "feed": "/feed/",
    "sitemap": "/sitemap-2026.xml",
    "search": "/search/?q=headline",
    "article": "/news/telltale/",
}
EVERYWHERE = list(PLACES)
NOWHERE: list[str] = []


@pytest.fixture(scope="module")
def built(standing) -> None:
    """A stream, another one, a topic, a picture, two notices, and an article that is never touched."""
    rivers = make_topic(title="Rivers", slug="rivers", dye="water")
    news = make_index(title="News", slug="news")
    make_index(title="Analysis", slug="analysis")
    image = with_renditions(make_image(title="Boat", description="A boat", credit="Before"))
    make_article(
        news,
        title="Open headline",
        slug="open",
        main_topic=rivers,
        lead_image=image,
        date=datetime.date(2026, 5, 1),
    )
    for title in ("Second card", "First card"):
        make_notice(title=title)


@pytest.fixture
def site(built, db, client, on_commit):
    """Asks as a visitor does, and lets editors do things in between."""
    return Visitor(client, on_commit)


class Visitor:
    def __init__(self, client, on_commit):
        self.client, self.on_commit = client, on_commit

    def read(self, place: str) -> str:
        answer = self.client.get(PLACES.get(place, place), follow=True)
        return answer.content.decode() if answer.status_code == 200 else ""

    def places_of(self, word: str, address: str = "") -> list[str]:
        """Where a visitor reads the word; a sitemap prints only addresses."""
        words = {"sitemap": address or word}
        return [place for place in PLACES if words.get(place, word) in self.read(place)]

    def after(self, action) -> None:
        with self.on_commit():
            action()


def put(**fields) -> ArticlePage:
    """The article that is watched, where it would stand first in every list."""
    news, rivers = NewsIndex.objects.get(slug="news"), TopicPage.objects.get(slug="rivers")
    what = {"title": "Zafra headline", "slug": "telltale", "main_topic": rivers, **fields}
    return make_article(news, date=datetime.date(2026, 5, 2), **what)


def publish(page) -> None:
    page.save_revision().publish()


def told(site) -> list[str]:
    return site.places_of("Zafra", "telltale")


# --- what comes and goes


@pytest.fixture
def scheduled(site, freeze):
    """An article that was told yesterday to appear at noon."""
    freeze(EVE)
    page = put(live=False, go_live_at=NOON)
    site.after(lambda: publish(page))
    return page


APPEARING = {
    "published": publish,
    "published beside a later draft": lambda page: (publish(page), page.save_revision()),
}
VANISHING = {
    "unpublished": lambda page: page.unpublish(),
    "deleted": lambda page: page.delete(),
    "made private": restrict,
    "its stream made private": lambda page: restrict(page.get_parent()),
}


@pytest.mark.parametrize("action", APPEARING)
def test_what_is_published_is_everywhere(site, action):
    page = put(live=False)
    before = told(site)

    site.after(lambda: APPEARING[action](page))

    assert (before, told(site)) == (NOWHERE, EVERYWHERE)


@pytest.mark.parametrize("action", VANISHING)
def test_what_is_taken_away_is_nowhere(site, action):
    page = put()
    before = told(site)

    site.after(lambda: VANISHING[action](page))

    assert (before, told(site)) == (EVERYWHERE, NOWHERE)


def test_what_was_scheduled_is_everywhere_as_soon_as_the_jobs_have_run(site, scheduled, freeze):
    freeze(NOON)
    before = told(site)

    site.after(lambda: go_round(Lease()))

    assert (before, told(site)) == (NOWHERE, EVERYWHERE)


def test_what_runs_out_is_nowhere_before_and_after_the_jobs_have_run(site, freeze):
    put(expire_at=NOON)
    freeze(NOON - datetime.timedelta(seconds=1))
    before = told(site)

    freeze(NOON)
    at_once = told(site)
    site.after(lambda: go_round(Lease()))

    assert (before, at_once, told(site)) == (EVERYWHERE, NOWHERE, NOWHERE)


def test_a_notice_goes_after_its_last_day_without_any_job(site, freeze):
    make_notice(title="Zafra card", show_until=datetime.date(2026, 5, 4))
    freeze(at(2026, 5, 4, 22, 59))  # a minute before midnight in London
    before = [place for place in ("home", "/notices/") if "Zafra" in site.read(place)]

    freeze(at(2026, 5, 4, 23))

    assert before == ["home", "/notices/"]
    assert [place for place in ("home", "/notices/") if "Zafra" in site.read(place)] == []


# --- what changes


def plain(**fields) -> ArticlePage:
    """The same article without the word that is looked for."""
    return put(title="Old headline", **fields)


def a_new_headline():
    page = plain()
    page.title = "Zafra headline"
    return lambda: publish(page)


def a_new_address():
    page = put(slug="before")
    page.slug = "telltale"
    return lambda: publish(page)


def a_move():
    page = put()
    page.move(NewsIndex.objects.get(slug="analysis"), pos="last-child")
    page = ArticlePage.objects.get(pk=page.pk)
    return lambda: page.move(NewsIndex.objects.get(slug="news"), pos="last-child")


def a_new_name_of_the_topic():
    rivers = TopicPage.objects.get(slug="rivers")
    plain()
    rivers.title = "Zafra waters"
    return lambda: publish(rivers)


def a_new_credit():
    image = SiteImage.objects.get(title="Boat")
    plain(lead_image=image)
    image.credit = "Zafra"
    return image.save


def a_new_description():
    image = SiteImage.objects.get(title="Boat")
    plain(lead_image=image)
    image.description = "A boat named Zafra"
    return image.save


def a_new_name():
    said = OrganisationSettings.objects.create(site=Site.objects.get(), name="Before")
    plain()
    said.name = "Friends of Zafra"
    return said.save


def a_new_menu():
    said = OrganisationSettings.objects.create(site=Site.objects.get(), name="Name")
    plain()
    said.menu = [("link", {"label": "Zafra lists", "list": "topics"})]
    return said.save


def a_new_stream_name():
    news = NewsIndex.objects.get(slug="news")
    plain()
    news.title = "Zafra news"
    return lambda: publish(news)


FRAMED = ["home", "stream", "topic", "search", "article"]
CHANGES = {
    a_new_headline: ["home", "stream", "topic", "feed", "search", "article"],
    a_new_name_of_the_topic: ["home", "stream", "topic", "feed", "search", "article"],
    a_new_credit: ["feed", "article"],
    a_new_description: ["home", "feed", "article"],
    a_new_name: [*FRAMED[:3], "feed", *FRAMED[3:]],
    a_new_menu: FRAMED,
    a_new_stream_name: FRAMED,
}


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_what_is_changed_reads_anew(site, change):
    make_the_change = change()
    before = site.places_of("Zafra")

    site.after(make_the_change)

    assert (before, site.places_of("Zafra")) == (NOWHERE, CHANGES[change])


@pytest.mark.parametrize("change", [a_new_address, a_move], ids=lambda change: change.__name__)
def test_a_new_address_is_linked_everywhere(site, change):
    make_the_change = change()
    links = {place: "/news/telltale/" in site.read(place) for place in EVERYWHERE[:-1]}

    site.after(make_the_change)

    anew = {place: "/news/telltale/" in site.read(place) for place in EVERYWHERE[:-1]}
    assert (set(links.values()), set(anew.values())) == ({False}, {True})
    assert "headline" in site.read("article")


def test_the_order_of_the_notices_is_that_of_a_moment_ago(site):
    home = the_home()
    cards = {n.title: n.pk for n in FeaturedNotice.objects.all()}

    def order() -> list[str]:
        html = site.read("home")
        return sorted(cards, key=html.index)

    before = order()
    site.after(lambda: ordering.set_order(home, [cards["Second card"], cards["First card"]]))

    assert (before, order()) == (["First card", "Second card"], ["Second card", "First card"])


def test_a_redirect_leads_on_and_none_leads_nowhere(site):
    page = Page.objects.get(slug="open")
    before = site.read("/old-address/")

    site.after(lambda: Redirect.add_redirect("/old-address", page))
    leads_on = site.read("/old-address/")
    site.after(lambda: Redirect.objects.all().delete())

    assert (before, "Open headline" in leads_on, site.read("/old-address/")) == ("", True, "")
