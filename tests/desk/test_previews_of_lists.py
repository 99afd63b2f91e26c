"""A teaser and a notice are seen among those they will stand beside, before they are published."""

import datetime
import re

from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import nested_form_data, streamfield

from tests.desk.previewing import previewed, shown, to_edit
from tests.editing import EVERY_PAGE, typed
from tests.factories import (
    make_article,
    make_index,
    make_notice,
    make_page,
    many_articles,
    restrict,
)


def headlines(html: str) -> list[str]:
    """Of cards and teasers, in their order."""
    return re.findall(r"<h3><a [^>]*>([^<]*)</a></h3>", html)


# --- an article as a teaser


def test_an_article_is_drawn_as_the_lead_and_between_those_it_will_stand_beside(admin_client):
    news = make_index(title="Reports")
    for day in (1, 2, 3, 7, 8, 9):
        make_article(news, title=f"Of the {day}th", date=datetime.date(2026, 5, day))
    make_article(title="Of another stream", date=datetime.date(2026, 5, 4))
    article = make_article(news, live=False, date=datetime.date(2026, 5, 5))

    html = previewed(
        admin_client,
        to_edit(article),
        typed("articles.articlepage", title="Not out yet", date="2026-05-05"),
        "teaser",
    )

    assert re.search(r'<h2><a href="[^"]*">Not out yet</a></h2>', html)
    expected = ["Of the 8th", "Of the 7th", "Not out yet", "Of the 3th", "Of the 2th"]
    assert headlines(html) == expected
    assert html.count("The ferry runs again.") == 3  # the lead, the teaser, the description


def test_a_new_article_stands_on_top_of_its_day(admin_client):
    news = make_index()
    make_article(news, title="Older")
    data = typed("articles.articlepage", title="New", date="2026-05-04")
    address = reverse(
        "wagtailadmin_pages:preview_on_add", args=["articles", "articlepage", news.pk]
    )

    html = previewed(admin_client, address, data, "teaser")

    assert headlines(html) == ["New", "Older"]


def test_the_neighbours_of_an_article_cost_the_same_in_a_long_stream(
    django_assert_max_num_queries, home
):
    news = make_index()
    article = make_article(news)
    many_articles(news, 60)

    with django_assert_max_num_queries(25):
        shown(article.make_preview_request(preview_mode="teaser"))


# --- a notice


def test_a_notice_is_drawn_as_a_card_where_the_admins_put_it(admin_client, home):
    for number in range(6):  # each new one goes on top
        make_notice(title=f"Notice {number}")
    third = home.notices[2]
    data = typed("notices.featurednotice", title="Changed")

    html = previewed(admin_client, to_edit(third), data, "card")

    assert headlines(html) == ["Notice 5", "Notice 4", "Changed", "Notice 2", "Notice 1"]


def test_the_preview_of_a_notice_that_leads_elsewhere_stays_and_says_so(admin_client):
    data = typed("notices.featurednotice", target_url="https://example.org/")

    html = previewed(admin_client, to_edit(make_notice()), data)

    assert "Visitors do not come to this page" in html


# --- the home page


def of_home(home) -> str:
    return shown(home.make_preview_request())


def test_the_home_page_shows_draft_notices_in_their_place_and_says_that_they_are_drafts(
    client, home
):
    make_notice(title="Below")
    make_notice(title="Not out yet", live=False)
    make_notice(title="Above")

    html = of_home(home)

    assert headlines(html) == ["Above", "Not out yet", "Below"]
    assert html.count("<mark>Draft</mark>") == 1
    assert "Not out yet" not in shown(client.get("/"))


def test_the_home_page_shows_the_new_words_of_a_published_notice(home):
    notice = make_notice(title="As it is")
    notice.title = "As it will be"
    notice.save_revision()
    make_notice(title="Above")

    html = of_home(home)

    assert headlines(html) == ["Above", "As it will be"]
    assert "<mark>Changes not published yet</mark>" in html


def test_the_home_page_shows_no_notice_that_publishing_would_not_show(home):
    yesterday = timezone.now() - datetime.timedelta(days=1)
    make_notice(title="Ended", live=False, show_until=yesterday.date())
    make_notice(title="Run out", live=False, expire_at=yesterday)
    restrict(make_notice(title="Private", live=False))
    withdrawn = make_notice(title="Withdrawn")
    withdrawn.save_revision().publish()
    withdrawn.refresh_from_db()
    withdrawn.unpublish()

    html = of_home(home)

    assert headlines(html) == []


def test_a_draft_notice_says_when_visitors_could_not_follow_it(home):
    make_notice(title="Later", live=False, target_page=make_page(live=False))

    html = of_home(home)

    assert "<mark>Draft, leads where visitors may not go yet</mark>" in html


def test_drafts_take_no_more_room_on_the_home_page_than_there_is(home):
    home.sections = [("notices", {"heading": "Notices", "count": 2})]
    home.save()
    for number in range(3):
        make_notice(title=f"Notice {number}", live=number == 1)

    html = of_home(home)

    assert headlines(html) == ["Notice 2", "Notice 1"]


def test_sections_of_the_home_page_are_previewed_before_they_are_saved(admin_client, home):
    make_notice(title="Not out yet", live=False)
    sections = streamfield([("notices", {"heading": "Now", "count": "1"})])
    data = {**EVERY_PAGE, "title": "Home", "slug": "home", "sections": sections}

    html = previewed(admin_client, to_edit(home), nested_form_data(data))

    assert '<h2 id="notices">Now</h2>' in html
    assert headlines(html) == ["Not out yet"]
