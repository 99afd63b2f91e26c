"""The first screen says what visitors see now, what comes next, and what is mine."""

import datetime

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import GroupPagePermission, Revision
from wagtail.users.models import UserProfile

from articles.models import ArticlePage
from home.models import HomePage
from tests.factories import (
    at,
    make_article,
    make_event,
    make_index,
    make_notice,
    make_page,
    make_user,
    many_articles,
    restrict,
    the_home,
)

pytestmark = pytest.mark.django_db

HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def dashboard(client):
    """What somebody in that role finds there: the context of one of the panels, and the words."""

    def seen(user, panel: str = "") -> tuple[dict, str]:
        client.force_login(user)
        answer = client.get("/admin/")
        panels = {p.name: p for p in answer.context["panels"]}
        found = panels[panel].get_context_data({"request": answer.wsgi_request}) if panel else {}
        return found, answer.content.decode()

    return seen


def somebody_who_may(action: str = ""):
    """In the admin, and there do that to pages and nothing else."""
    group = Group.objects.create(name="Somebody")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    if action:
        right = Permission.objects.get(codename=f"{action}_page")
        GroupPagePermission.objects.create(group=group, page=the_home(), permission=right)
    user = make_user()
    user.groups.add(group)
    return user


def titles(pages) -> list[str]:
    return [page.title for page in pages]


def test_it_shows_the_front_page_as_visitors_see_it(dashboard):
    news = make_index(title="News")
    for day in (1, 2, 3):
        make_article(news, title=f"Item {day}", date=datetime.date(2026, 5, day))
    make_article(news, title="A draft", live=False)
    restrict(make_article(news, title="For members", date=datetime.date(2026, 5, 9)))
    make_event(news, title="A talk", date=datetime.date(2020, 5, 1))
    make_notice(title="Second")
    make_notice(title="First", show_until=datetime.date(2199, 5, 31))
    make_notice(title="Over", show_until=datetime.date(2020, 5, 31))

    found, words = dashboard(make_user("Editor"), "front_page")

    shown = {str(group["heading"]): titles(group["pages"]) for group in found["groups"]}
    assert shown == {
        "At the top": ["Item 3"],
        "News": ["Item 2", "Item 1", "A talk"],
        "Notices": ["First", "Second"],
        "Next events": ["A talk"],
    }
    assert "until 31 May 2199" in words
    assert "London time" in words


def test_an_event_keeps_its_own_day_and_clock_wherever_the_editor_sits(dashboard):
    in_lima = make_user("Editor")
    UserProfile.objects.create(user=in_lima, current_time_zone="America/Lima")
    make_event(title="Fair", start=at(2198, 6, 4, 23), has_start_time=False)  # London's midnight
    make_event(title="Talk", start=at(2198, 6, 6, 18))

    _, words = dashboard(in_lima)

    assert "5 June 2198" in words
    assert "6 June 2198, 7pm" in words


def test_every_line_leads_to_the_editor_for_those_who_may_and_to_the_page_for_others(dashboard):
    page = make_article(title="Open item")
    edit = f'href="/admin/pages/{page.pk}/edit/">Open item'

    _, editors = dashboard(make_user("Editor"))
    _, visitors = dashboard(somebody_who_may())

    assert edit in editors
    assert edit not in visitors
    assert f'href="{page.url}">Open item' in visitors
    assert "Add news" not in visitors


def test_the_notices_are_put_in_order_by_those_who_may(dashboard):
    make_notice()
    link = 'href="/admin/notices/featurednotice/">Put the notices in order'

    seen = [link in dashboard(make_user(role))[1] for role in ("Admin", "Contributor")]

    assert seen == [True, False]


@pytest.mark.parametrize("role", ["Contributor", "Editor", "Admin"])
def test_a_brand_new_site_says_how_to_begin(dashboard, role):
    _, words = dashboard(make_user(role))

    assert "Nothing has been written here yet" in words
    assert ">Add news</a>" in "".join(words.split("</svg>"))
    assert "Nothing yet. What you publish appears here." in words


def test_a_site_without_a_home_page_of_ours_still_has_a_dashboard(dashboard):
    from wagtail.models import Site

    Site.objects.update(root_page=make_page())

    _, words = dashboard(make_user("Admin"))

    assert "On the front page now" not in words


def test_what_comes_next_stands_in_the_order_in_which_it_happens(dashboard):
    now, news = timezone.now(), make_index()
    for title, hours in (("Later", 2), ("Sooner", 1)):
        page = make_article(news, title=title, live=False)
        page.go_live_at = now + hours * HOUR
        page.save_revision().publish()
    make_article(news, title="On its way out", expire_at=now + 1.5 * HOUR)

    found, words = dashboard(make_user("Editor"), "scheduled")

    told = [(step["page"].title, str(step["words"])) for step in found["steps"]]
    assert told == [
        ("Sooner", "Appears"),
        ("On its way out", "Comes off the site"),
        ("Later", "Appears"),
    ]
    assert "Overdue" not in words


def test_what_should_have_appeared_and_did_not_is_called_overdue(dashboard):
    page = make_article(live=False)
    page.go_live_at = timezone.now() + HOUR
    page.save_revision().publish()
    Revision.objects.update(approved_go_live_at=timezone.now() - HOUR)

    _, words = dashboard(make_user("Editor"))

    assert "Overdue: this should have happened by itself." in words


def test_my_drafts_are_those_i_began_or_wrote_last_and_not_what_is_scheduled(dashboard):
    rosa, juan = make_user("Editor"), make_user("Editor")
    news = make_index()
    for title, owner, writer in (
        ("I began", rosa, juan),
        ("I wrote last", juan, rosa),
        ("Not mine", juan, juan),
        ("Scheduled", rosa, rosa),
    ):
        page = make_article(news, title=title, live=False, owner=owner)
        if title == "Scheduled":
            page.go_live_at = timezone.now() + HOUR
        revision = page.save_revision(user=writer)
        if title == "Scheduled":
            revision.publish(user=writer)

    found, _ = dashboard(rosa, "my_drafts")

    assert titles(found["drafts"]) == ["I wrote last", "I began"]


def test_nobody_is_shown_a_draft_that_is_not_theirs_to_change(dashboard):
    writer = somebody_who_may("add")
    for title, owner in (("Theirs", make_user()), ("Mine", writer)):
        make_article(live=False, title=title, owner=owner).save_revision(user=writer)

    found, _ = dashboard(writer, "my_drafts")

    assert titles(found["drafts"]) == ["Mine"]


def test_mere_numbers_and_addresses_of_others_are_not_there(dashboard):
    _, words = dashboard(make_user("Admin", is_superuser=True))

    assert "w-summary__list" not in words
    assert "wagtail.org" not in words


def queries(client) -> int:
    cache.clear()
    assert client.get("/admin/").status_code == 200
    with CaptureQueriesContext(connection) as captured:
        assert client.get("/admin/").status_code == 200
    return len(captured)


@pytest.mark.parametrize("role", ["Contributor", "Editor"])
def test_it_asks_as_much_of_a_large_site_as_of_a_small_one(client, role):
    user, news = make_user(role), make_index(title="News")
    many_articles(news, 10)
    make_event(news), make_notice()
    page = make_article(news, live=False, owner=user)
    page.go_live_at = timezone.now() + HOUR
    page.save_revision(user=user).publish()
    make_article(news, live=False, owner=user).save_revision(user=user)
    client.force_login(user)
    few = queries(client)

    many_articles(news, 300)
    ArticlePage.objects.filter(pk__in=[page.pk]).update(date=datetime.date(2026, 5, 1))
    for _ in range(5):
        make_event(news), make_notice()
        draft = make_article(news, live=False, owner=user)
        draft.save_revision(user=user)
        planned = make_article(news, live=False, owner=user)
        planned.go_live_at = timezone.now() + HOUR
        planned.save_revision(user=user).publish()

    assert HomePage.objects.count() == 1
    assert queries(client) == few
    assert few <= 60
