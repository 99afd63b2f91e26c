"""One demo serves most of these tests; the whole of it is rolled back after the last of them."""

import json
import re
from urllib.parse import urljoin, urlsplit

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from wagtail.models import Collection, Page, PageLogEntry, ReferenceIndex, Revision, Site
from wagtail.search.models import IndexEntry

from articles.models import ArticlePage, EventPage, NewsIndex
from articles.models.events import State
from base.dates import Precision, today
from base.models import ImportRecord, OrganisationSettings, Rendition, SiteDocument, SiteImage
from blocks.streams import ArticleBody
from home.demo.state import sample_pages
from home.demo.texts import ALT, NOTICES, SAMPLE_NOTE, STORIES
from notices.models import FeaturedNotice
from tests.factories import make_article, make_topic, make_user, the_home
from topics.models import TopicPage

ARTICLES = 45  # some more than are written by hand


@pytest.fixture(scope="module")
def built(standing):
    call_command("build_demo", articles=ARTICLES, verbosity=0)


@pytest.fixture
def demo(built, db):
    """The home page of a demo; what a test does to it is undone."""
    return the_home()


def bulk_article() -> ArticlePage:
    by_hand = [story["key"] for story in STORIES]
    return ArticlePage.objects.exact_type(ArticlePage).exclude(slug__in=by_hand).newest_first()[0]


def internal_links(html: str, address: str) -> list[str]:
    """Where the links of a page lead, as far as they stay on this site."""
    found = re.findall(r"<(?:a|link)\b[^>]*?\shref=\"([^\"#]+)", html)
    whole = [urlsplit(urljoin(f"http://localhost{address}", link)) for link in found]
    ours = [link for link in whole if link.hostname == "localhost" and link.scheme == "http"]
    return [
        f"{link.path}?{link.query}".rstrip("?").replace("&amp;", "&")
        for link in ours
        if not link.path.startswith("/static/")
    ]


def place_of(link: str) -> str:
    """One year, one month and one query of each list stand for all of them."""
    path, query, _ = link.partition("?")
    path = re.sub(r"/\d{4}/\d\d/$", "/year/month/", path)
    return re.sub(r"/\d{4}/$", "/year/", path) + query


def dead_links(client) -> dict[str, int]:
    """What cannot be opened of all that can be reached by links from the home page."""
    waiting, known, dead = ["/"], {"/"}, {}
    while waiting:
        address = waiting.pop(0)
        answer = client.get(address)
        links = []
        if answer.status_code in (301, 302):
            links = internal_links(f'<a href="{answer["Location"]}">', address)
        elif answer.status_code != 200:
            dead[address] = answer.status_code
        elif answer["Content-Type"].startswith("text/html"):
            links = internal_links(answer.content.decode(), address)
        for link in links:
            if place_of(link) not in known:
                known.add(place_of(link))
                waiting.append(link)
    return dead


def test_a_demo_holds_as_many_articles_as_it_was_asked_for(demo):
    assert ArticlePage.objects.exact_type(ArticlePage).count() == ARTICLES
    assert set(NewsIndex.objects.values_list("slug", flat=True)) == {"news", "analysis"}
    assert EventPage.objects.upcoming().exists() and EventPage.objects.past().exists()


def test_the_tree_of_a_demo_is_in_order(demo):
    assert not any(Page.find_problems())
    for page in Page.objects.all():
        assert page.numchild == page.get_children().count()


def test_every_page_of_a_demo_says_that_it_is_sample_text(demo, client):
    for page in [demo, *sample_pages(demo).live().specific()]:
        if getattr(page, "leads_straight_there", False):
            continue  # it has no page of its own
        answer = client.get(page.url)

        assert answer.status_code == 200
        html = answer.content.decode()
        assert '<meta name="robots" content="noindex">' in html, page.url
        assert "Sample text about invented people and places" in html, page.url


@pytest.mark.parametrize("path", ["/", "/topics/", "/events/", "/notices/", "/news/", "/analysis/"])
def test_every_list_of_a_demo_has_something_to_show(demo, client, path):
    answer = client.get(path)

    assert answer.status_code == 200
    assert SAMPLE_NOTE in answer.content.decode()
    assert "Nothing has been published" not in answer.content.decode()


def test_no_link_of_a_demo_is_dead(demo, client):
    assert dead_links(client) == {}


def test_the_articles_of_a_demo_use_every_word_of_the_vocabulary(demo):
    used = {block.block_type for page in ArticlePage.objects.all() for block in page.body}

    assert used == set(ArticleBody().child_blocks)


def test_the_dates_of_a_demo_are_known_to_the_day_the_month_or_the_year(demo):
    by_hand = ArticlePage.objects.filter(slug__in=[story["key"] for story in STORIES])

    assert {page.date_precision for page in by_hand} == set(Precision)
    assert all(page.updated_on > page.date for page in by_hand if page.updated_on)
    assert by_hand.filter(updated_on__isnull=False).count() == 2


def test_the_articles_of_a_demo_may_lack_what_an_article_may_lack(demo):
    by_hand = ArticlePage.objects.filter(slug__in=[story["key"] for story in STORIES])

    assert any(not page.has_text for page in by_hand)
    assert by_hand.filter(main_topic=None, lead_image=None).exists()
    assert by_hand.exclude(main_topic=None).exclude(lead_image=None).exists()
    assert max(len(page.title) for page in by_hand) > 200
    assert max(len(page.summary) for page in by_hand) <= 300


def test_a_roundup_of_a_demo_tells_three_stories_on_three_topics(demo):
    stories = ArticlePage.objects.get(slug="roundup-titles-bridge-pay").stories.all()

    assert len(stories) == len({story.topic_id for story in stories} - {None}) == 3


def test_the_events_of_a_demo_are_in_every_state(demo):
    events = EventPage.objects.all()

    assert {event.state for event in events} == set(State)
    assert all(event.state_note for event in events if event.state != State.PLANNED)
    moved, _ = events.get(state=State.MOVED), events.get(state=State.CANCELLED)
    assert moved.previous_start and moved.previous_start < moved.start
    assert events.upcoming().exclude(booking_url="").exclude(prices=[]).exists()
    assert events.filter(has_start_time=False, end=None).exists()
    assert events.filter(venue="").exclude(online_url="").exists()
    assert any(not event.is_one_day for event in events)
    assert {"America/Lima", "Europe/London"} <= {event.time_zone for event in events}
    assert [event.report.slug for event in events.past() if event.report] == [
        "what-members-decided"
    ]


def test_an_event_of_a_demo_falls_on_the_day_on_which_it_was_built(demo):
    events = [event for event in EventPage.objects.all() if event.local_start.date() == today()]

    assert [event.slug for event in events] == ["open-office"]


def test_no_text_of_a_demo_shows_how_its_links_are_written(demo):
    texts = [json.dumps(revision.content) for revision in Revision.objects.all()]

    assert any("linktype=" in text for text in texts)
    assert not any(re.search(r"\[\[[\w/.-]+\|", text) for text in texts)


def test_every_page_of_a_demo_leads_to_the_pages_about_the_site(demo, client):
    html = client.get("/").content.decode()

    foot = html[html.index("<footer") :]
    for address in [
        *("/about-this-design/", "/privacy/", "/accessibility/", "/how-to-use-our-texts/"),
        *("/contact/", "/join/", "/publications/", "/archive/", "/search/"),
        *("/feed/", "/events/calendar.ics"),
    ]:
        assert f'href="{address}"' in foot


def test_the_page_about_the_design_says_how_a_cord_is_read_and_by_whom(demo, client):
    html = client.get("/about-this-design/").content.decode()

    for words in ("figure of eight", "sixteen turns", "Locke", "Quechua- and Aymara-speaking"):
        assert words in html


def test_a_demo_has_no_urgent_message_until_somebody_writes_one(
    demo, client, django_capture_on_commit_callbacks
):
    words = "The trial has been moved to Tuesday."
    before = client.get("/").content.decode()

    with django_capture_on_commit_callbacks(execute=True):
        said = OrganisationSettings.objects.get()
        said.urgent_text = words
        said.save()

    assert 'class="urgent"' not in before
    for path in ("/", "/news/", "/privacy/", "/contact/"):
        assert words in client.get(path).content.decode()


def test_every_page_of_a_demo_is_a_sample_with_a_version_to_go_back_to(demo):
    for page in Page.objects.descendant_of(demo, inclusive=True).specific():
        revised = page.get_latest_revision_as_object()

        assert page.is_sample and revised.is_sample
        assert revised.title == page.title
        assert page.live_revision_id == (page.latest_revision_id if page.live else None)


def test_an_article_written_in_bulk_has_the_version_an_editor_would_have_left(demo):
    article = bulk_article()
    content = article.latest_revision.content

    again = Revision.objects.get(pk=article.save_revision().pk).content

    changed = {name for name in again if again[name] != content[name]}
    assert changed <= {"latest_revision", "live_revision", "latest_revision_created_at"}
    assert article.summary == article.summarised()
    assert article.latest_revision.object_str == article.title


def test_an_admin_can_edit_every_kind_of_page_of_a_demo(demo, client):
    client.force_login(make_user(is_superuser=True))
    pages = {page.specific_class: page for page in sample_pages(demo)}

    for page in [demo, bulk_article(), *pages.values()]:
        assert client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200


def test_the_history_of_a_demo_lies_on_the_days_of_its_pages(demo):
    article = ArticlePage.objects.get(slug="first-trench")

    moments = [article.first_published_at, article.last_published_at]
    moments += Revision.page_revisions.filter(object_id=str(article.pk)).values_list(
        "created_at", flat=True
    )
    moments += PageLogEntry.objects.filter(page_id=article.pk).values_list("timestamp", flat=True)
    assert {moment.date() for moment in moments} == {article.date}


def test_no_picture_of_a_demo_is_computed_when_it_is_looked_at(demo, client):
    shipped = Rendition.objects.count()

    for path in ("/", "/news/", "/analysis/", "/mining-and-land/", "/analysis/pena-ruana-closure/"):
        assert client.get(path).status_code == 200

    assert shipped == 6 * len(ALT)
    assert Rendition.objects.count() == shipped


def test_the_notices_of_a_demo_stand_as_they_were_written(demo):
    shown = [notice.title for notice in demo.notices]
    written = [notice["headline"] for notice in NOTICES if notice["live"]]

    assert shown == [headline for headline in written if headline in shown]
    assert len(written) - len(shown) == 1  # one has ended


def test_one_notice_of_a_demo_is_due_for_review_and_the_dashboard_says_so(demo, client):
    (due,) = FeaturedNotice.objects.due()
    client.force_login(make_user("Editor"))

    page = client.get("/admin/").content.decode()

    assert f"Still right: “{due.title}”" in page


def test_the_documents_of_a_demo_say_what_is_in_them(demo):
    documents = SiteDocument.objects.all()

    assert all(document.description and document.pages for document in documents)
    assert {document.language for document in documents} == {"English", "Spanish"}


def test_the_documents_of_a_demo_can_be_opened(demo, client):
    for document in SiteDocument.objects.all():
        content = b"".join(client.get(document.url).streaming_content)

        assert content.startswith(b"%PDF-") and document.file_size == len(content)


def test_a_search_finds_an_article_written_in_bulk(demo):
    article = bulk_article()

    assert article.pk in [page.pk for page in ArticlePage.objects.search(article.title)]


def test_a_second_run_changes_nothing(demo, capsys):
    before = list(Page.objects.order_by("pk").values())

    call_command("build_demo", articles=ARTICLES)

    assert "there already" in capsys.readouterr().out
    assert list(Page.objects.order_by("pk").values()) == before


def test_another_size_is_refused_while_a_demo_stands(demo):
    with pytest.raises(CommandError, match="clear_demo"):
        call_command("build_demo", articles=ARTICLES + 1)


def test_a_cleared_site_is_empty_and_works(demo, client):
    call_command("clear_demo", verbosity=0)

    home = the_home()
    assert (home.title, home.is_sample, home.numchild) == ("Home", False, 0)
    assert not home.get_descendants().exists() and not any(Page.find_problems())
    for model in (ImportRecord, SiteImage, SiteDocument, Rendition, ReferenceIndex):
        assert not model.objects.exists()
    assert not Collection.objects.filter(name="Sample").exists()
    pages = Page.objects.values_list("pk", flat=True)
    assert set(Revision.objects.values_list("object_id", flat=True)) == {str(home.pk)}
    assert not PageLogEntry.objects.exclude(page_id__in=pages).exists()
    assert {entry.content_object for entry in IndexEntry.objects.all()} <= {
        page.specific for page in Page.objects.all()
    }
    answer = client.get("/")
    assert answer.status_code == 200 and b"Sample text" not in answer.content
    assert client.get("/news/").status_code == 404


def test_a_page_of_somebody_survives_and_keeps_its_stream(demo, capsys, client):
    news = NewsIndex.objects.get(slug="news")
    sample_topic = TopicPage.objects.get(slug="human-rights")
    own_topic = make_topic(title="Our topic")
    picture = SiteImage.objects.first()
    article = make_article(
        news, title="Our own report", topics=[sample_topic, own_topic], lead_image=picture
    )

    call_command("clear_demo")

    left = Page.objects.descendant_of(the_home())
    assert {page.title for page in left} == {"News", "Our own report", "Our topic"}
    assert not any(Page.find_problems())
    news = NewsIndex.objects.get(slug="news")
    assert not news.is_sample and not news.get_latest_revision_as_object().is_sample
    assert news.numchild == 1
    article.refresh_from_db()
    assert list(article.topics.all()) == [own_topic]
    assert article.lead_image == picture
    assert "Kept “News”" in capsys.readouterr().out
    assert client.get(article.url).status_code == client.get("/news/").status_code == 200


def test_an_article_with_something_attached_is_cleared_too(demo):
    article = bulk_article()
    notice = FeaturedNotice(title="Read this", target_page=article.page_ptr, live=True)
    demo.add_child(instance=notice)

    call_command("clear_demo", verbosity=0)

    notice.refresh_from_db()
    assert notice.target_page is None
    assert not ArticlePage.objects.exists()


def test_words_of_somebody_in_the_settings_survive(demo):
    site = Site.objects.get()
    OrganisationSettings.objects.update(name="Our own name")

    call_command("clear_demo", verbosity=0)

    said = OrganisationSettings.objects.get(site=site)
    assert (said.name, said.tagline, said.join_page) == ("Our own name", "", None)
    assert not said.menu and not said.footer
