import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models import ArticlePage
from base.dates import today
from tests.editing import add_page, edit_page, typed
from tests.factories import at, make_article, make_event, make_index

pytestmark = pytest.mark.django_db

ABOUT_A_DAY_AHEAD = "a day that has not come yet"


def ahead(days: int = 10) -> datetime.date:
    return today() + datetime.timedelta(days=days)


def form_of_new(client, kind: str = "articlepage"):
    address = reverse("wagtailadmin_pages:add", args=["articles", kind, make_index().pk])
    return client.get(address).context["form"]


def said_after(client) -> str:
    """The messages that wait for whoever has just saved."""
    answer = client.get(reverse("wagtailadmin_home"))
    return " ".join(str(message) for message in answer.context["messages"])


def in_the_admin(moment: datetime.datetime) -> str:
    return timezone.localtime(moment).strftime("%Y-%m-%d %H:%M")


@pytest.mark.parametrize(
    ("zone", "expected"),
    [("Europe/London", datetime.date(2026, 7, 1)), ("America/Lima", datetime.date(2026, 6, 30))],
)
def test_a_new_item_is_dated_today_on_the_clock_of_the_site(
    admin_client, settings, freeze, zone, expected
):
    settings.TIME_ZONE = zone
    timezone.get_default_timezone.cache_clear()
    freeze(at(2026, 6, 30, 23, 30))

    form = form_of_new(admin_client)

    timezone.get_default_timezone.cache_clear()
    assert form["date"].value() == expected
    assert form["date"].field.widget.attrs["data-today"] == expected.isoformat()


def test_an_item_may_be_dated_back_and_nothing_is_said(admin_client):
    news = make_index()

    add_page(admin_client, news, "articles.articlepage", publish=True, date="2006-05-31")

    made = ArticlePage.objects.child_of(news).get()
    assert (made.date, made.live) == (datetime.date(2006, 5, 31), True)
    assert ABOUT_A_DAY_AHEAD not in said_after(admin_client)


@pytest.mark.parametrize("publish", [True, False])
def test_a_day_ahead_is_taken_and_explained(admin_client, publish):
    news = make_index()

    add_page(admin_client, news, "articles.articlepage", publish, date=ahead().isoformat())

    assert ArticlePage.objects.child_of(news).get().date == ahead()
    assert ABOUT_A_DAY_AHEAD in said_after(admin_client)


def test_a_day_ahead_is_explained_when_an_old_item_gets_it(admin_client):
    article = make_article()

    edit_page(admin_client, article, publish=True, date=ahead().isoformat())

    assert ABOUT_A_DAY_AHEAD in said_after(admin_client)


@pytest.mark.parametrize(("days", "is_explained"), [(10, False), (12, False), (3, True)])
def test_a_day_ahead_with_a_schedule_for_that_day_needs_no_words(admin_client, days, is_explained):
    moment = timezone.now() + datetime.timedelta(days=days, hours=1)

    add_page(
        admin_client,
        make_index(),
        "articles.articlepage",
        publish=True,
        date=ahead().isoformat(),
        go_live_at=in_the_admin(moment),
    )

    assert (ABOUT_A_DAY_AHEAD in said_after(admin_client)) is is_explained


def test_soon_after_midnight_in_summer_is_the_day_that_the_clock_shows(admin_client):
    add_page(
        admin_client,
        make_index(),
        "articles.articlepage",
        publish=True,
        date="2199-07-05",
        go_live_at="2199-07-05 00:30",
    )

    assert ABOUT_A_DAY_AHEAD not in said_after(admin_client)


def test_a_draft_that_saves_itself_leaves_no_words_for_later(admin_client):
    article = make_article()
    address = reverse("wagtailadmin_pages:edit", args=[article.pk])

    answer = admin_client.post(
        address,
        typed("articles.articlepage", date=ahead().isoformat()),
        headers={"accept": "application/json"},
    )

    assert answer.status_code == 200
    saved = ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object()
    assert saved.date == ahead()
    assert ABOUT_A_DAY_AHEAD not in said_after(admin_client)


def test_the_start_of_an_event_is_looked_at_until_it_is_announced(admin_client):
    event = make_event(start=at(2019, 6, 1, 18))

    new = form_of_new(admin_client, "eventpage")
    read = admin_client.get(reverse("wagtailadmin_pages:edit", args=[event.pk])).context["form"]

    assert new["start"].field.widget.attrs["data-today"] == today().isoformat()
    assert "data-today" not in read["start"].field.widget.attrs
