import datetime

import pytest
from django.urls import reverse

from articles.models import ArticlePage, EventPage, NewsIndex
from base.dates import today
from notices.models import FeaturedNotice
from tests.factories import (
    at,
    make_article,
    make_event,
    make_image,
    make_index,
    make_notice,
    make_topic,
)

pytestmark = pytest.mark.django_db

MAY = datetime.date(2006, 5, 31)


@pytest.fixture
def copy(admin_client):
    """Copies a page as an editor does, through the form of the admin; the copy's slug is "copy"."""

    def send(page, parent=None, **choices):
        data = {
            "new_title": "The copy",
            "new_slug": "copy",
            "new_parent_page": (parent or page.get_parent()).pk,
            **choices,
        }
        answer = admin_client.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), data)
        assert answer.status_code == 302
        return type(page).objects.get(slug="copy")

    return send


def original(**fields) -> ArticlePage:
    fields = {"date": MAY, "date_precision": "month", "legacy_url": "/old/31.html", **fields}
    article = make_article(title="Bridge", teaser="<p>Open again.</p>", **fields)
    article.save_revision().publish()
    return ArticlePage.objects.get(pk=article.pk)


def test_a_copy_is_a_draft_dated_today_to_the_day_with_no_old_address(copy):
    article = original()

    made = copy(article)

    assert (made.live, made.date, made.date_precision) == (False, today(), "day")
    assert made.legacy_url == ""


def test_a_copy_keeps_the_words_and_the_topics(copy):
    rivers = make_topic()

    made = copy(original(main_topic=rivers))

    assert (made.title, made.summary) == ("The copy", "Open again.")
    assert (made.main_topic, list(made.topics.all())) == (rivers, [rivers])


@pytest.mark.parametrize("asked", ["publish_copies", "alias"])
def test_a_copy_is_a_draft_whatever_is_asked_for(copy, asked):
    made = copy(original(), **{asked: "on"})

    assert (made.live, made.has_unpublished_changes, made.alias_of) == (False, True, None)
    assert (made.date, made.date_precision) == (today(), "day")


def test_the_form_of_a_copy_offers_a_free_address_and_no_publishing(admin_client):
    article = original(slug="bridge")

    form = admin_client.get(reverse("wagtailadmin_pages:copy", args=[article.pk])).context["form"]

    assert form["new_slug"].initial == "bridge-2"
    assert list(form.fields) == ["new_title", "new_slug", "new_parent_page"]


def test_a_copied_roundup_has_stories_of_its_own_once_it_is_published(copy):
    rivers = make_topic()
    told = {"headline": "Ferry runs again", "teaser": "<p>Twice a day.</p>", "topic": rivers}
    article = original(body=[("roundup_story", told)], lead_image=make_image())

    made = copy(article)
    made.get_latest_revision().publish()

    stories = [(story.headline, story.topic) for story in made.stories.all()]
    assert stories == [("Ferry runs again", rivers)]
    assert article.stories.count() == 1
    assert made.lead_image == article.lead_image


def test_the_copy_of_an_event_that_is_over_tells_of_its_hours(copy, admin_client):
    copy(make_event(start=at(2019, 6, 1, 18)))

    answer = admin_client.get(reverse("wagtailadmin_home"))

    said = " ".join(str(message) for message in answer.context["messages"])
    assert "The copy still has the hours of the first event" in said


def test_no_revision_of_a_copy_brings_the_old_date_back(copy):
    article = original()
    article.byline = "Rosa Illa"
    article.save_revision()

    made = copy(article)

    revisions = [revision.content for revision in made.revisions.all()]
    assert len(revisions) > 1
    assert {revision["date"] for revision in revisions} == {today().isoformat()}
    assert {revision["date_precision"] for revision in revisions} == {"day"}
    assert {revision["legacy_url"] for revision in revisions} == {""}


def test_publishing_the_copy_later_keeps_its_own_date(copy):
    made = copy(original())

    made.get_latest_revision().publish()

    made = ArticlePage.objects.get(pk=made.pk)
    assert (made.live, made.date, made.legacy_url) == (True, today(), "")


def test_the_original_keeps_its_date_and_its_old_address(copy):
    article = original()

    copy(article)

    kept = ArticlePage.objects.get(pk=article.pk)
    assert (kept.date, kept.date_precision, kept.legacy_url) == (MAY, "month", "/old/31.html")


def test_the_articles_of_a_copied_index_are_dated_today_too(copy):
    article = original()
    index = NewsIndex.objects.get(pk=article.get_parent().pk)

    made = copy(index, copy_subpages="on")

    articles = ArticlePage.objects.child_of(made)
    assert [(page.date, page.date_precision) for page in articles] == [(today(), "day")]


def test_a_copied_event_keeps_its_hours_but_is_announced_today(copy):
    event = make_event(start=at(2030, 6, 1, 18), date=MAY)

    made = copy(event)

    assert (made.date, made.start, made.over_at) == (today(), event.start, event.over_at)
    assert isinstance(made, EventPage)


def test_a_copied_notice_is_dated_today_and_stands_on_top(copy):
    notice = make_notice(date=MAY)
    make_notice()

    made = copy(notice)

    assert made.date == today()
    assert FeaturedNotice.objects.in_order().first() == made


def test_a_copy_may_go_to_another_index(copy):
    other = make_index()

    made = copy(original(), parent=other)

    assert made.get_parent() == other.page_ptr
