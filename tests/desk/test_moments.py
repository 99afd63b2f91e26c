import datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone, translation
from wagtail.users.models import UserProfile
from wagtail.utils.timestamps import render_timestamp

from articles.models import ArticlePage
from desk.moments import moment_in_words
from tests.editing import add_page, edit_page
from tests.factories import at, make_article, make_index, make_user

pytestmark = pytest.mark.django_db


def test_a_moment_says_whose_clock_counts_in_summer_and_in_winter():
    said = [moment_in_words(at(2026, month, 4, 13)) for month in (1, 7)]

    assert said == ["4 January 2026, 13:00, London time", "4 July 2026, 14:00, London time"]


def test_an_editor_elsewhere_is_told_the_time_of_that_place():
    with timezone.override(ZoneInfo("America/Lima")):
        assert moment_in_words(at(2026, 1, 4, 13)) == "4 January 2026, 08:00, Lima time"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en-gb", "4 July 2026, 14:00 BST"),
        ("en", "4 July 2026, 14:00 BST"),
        ("es", "4 de julio de 2026, 14:00 BST"),
    ],
)
def test_every_other_moment_in_the_admin_carries_its_zone(language, said):
    with translation.override(language):
        assert render_timestamp(at(2026, 7, 4, 13)) == said


def test_whoever_schedules_is_told_when_with_the_zone(client):
    news = make_index()
    client.force_login(make_user("Editor"))

    add_page(client, news, "articles.articlepage", publish=True, go_live_at="2099-07-04 14:00")
    page = ArticlePage.objects.get()
    answer = client.get(f"/admin/pages/{page.pk}/edit/").content.decode()

    assert "It appears on the site by itself: 4 July 2099, 14:00, London time." in answer
    assert "4 July 2099, 14:00 BST" in answer
    assert "Times are London time." in answer
    assert "Both times are London time." in answer


def test_a_time_is_meant_in_the_zone_of_the_editors_account(client):
    news, user = make_index(), make_user("Editor")
    UserProfile.objects.create(user=user, current_time_zone="America/Lima")
    client.force_login(user)

    add_page(client, news, "articles.articlepage", publish=True, go_live_at="2099-07-04 14:00")
    page = ArticlePage.objects.get()

    assert page.go_live_at == datetime.datetime(2099, 7, 4, 19, tzinfo=datetime.UTC)
    answer = client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert "4 July 2099, 14:00, Lima time." in answer
    assert "Both times are Lima time." in answer


def test_whoever_sets_an_end_is_told_when(client):
    page = make_article()
    client.force_login(make_user("Editor"))

    edit_page(client, page, publish=True, slug=page.slug, expire_at="2099-01-04 14:00")

    answer = client.get("/admin/").content.decode()
    assert "It comes off the site by itself: 4 January 2099, 14:00, London time." in answer


def test_saving_a_draft_announces_nothing(client):
    news = make_index()
    client.force_login(make_user("Editor"))

    add_page(client, news, "articles.articlepage", go_live_at="2099-07-04 14:00")

    assert "by itself" not in client.get("/admin/").content.decode()


@pytest.mark.parametrize("is_new", [True, False])
@pytest.mark.parametrize(
    ("role", "said"),
    [("Editor", "once you have chosen"), ("Contributor", "once somebody who may publish")],
)
def test_the_schedule_says_when_it_counts_for_whoever_sets_it(client, role, said, is_new):
    news = make_index()
    address = f"/admin/pages/add/articles/articlepage/{news.pk}/"
    if not is_new:
        address = f"/admin/pages/{make_article(news).pk}/edit/"
    client.force_login(make_user(role))

    html = client.get(address).content.decode()

    assert f"They count {said}" in html
