"""The admins' list of notices: who sees it, who moves what, and that only a POST does."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission, PageViewRestriction

from notices.models import FeaturedNotice
from tests.factories import make_notice, make_page, make_user, restrict, the_home

pytestmark = pytest.mark.django_db

LIST = "/admin/notices/featurednotice/"


@pytest.fixture
def notices(home) -> list[FeaturedNotice]:
    """Three notices, the first on top; the second is a draft."""
    third, second = make_notice(title="Autumn report"), make_notice(title="Secret plan", live=False)
    return [make_notice(title="Spring appeal"), second, third]


@pytest.fixture
def as_role(client):
    def signed_in(role: str) -> Client:
        client.force_login(make_user(role))
        return client

    return signed_in


def move_url(notice, direction: str) -> str:
    return reverse(f"notices_move_{direction}", args=[notice.pk])


def order() -> list[str]:
    return [notice.title for notice in FeaturedNotice.objects.in_order()]


# --- the list


def test_it_stands_in_the_order_visitors_see(notices, as_role):
    text = as_role("Admin").get(LIST).content.decode()

    places = [text.index(title) for title in ("Spring appeal", "Secret plan", "Autumn report")]
    assert places == sorted(places)


def test_the_first_cannot_go_up_nor_the_last_down(notices, as_role):
    text = as_role("Admin").get(LIST).content.decode()

    assert move_url(notices[0], "up") not in text
    assert move_url(notices[2], "down") not in text
    assert move_url(notices[0], "down") in text
    assert move_url(notices[2], "up") in text


def test_each_state_is_said_in_words(home, as_role):
    make_notice(title="Hidden", target_page=make_page(live=False))
    make_notice(title="Over", show_until="2020-01-01")
    make_notice(title="Until then", show_until="2999-12-31")
    make_notice(title="Draft", live=False)
    restrict(make_notice(title="For members"))

    text = as_role("Admin").get(LIST).content.decode()

    assert "Hidden: what it leads to is not public" in text
    assert "<td>Ended</td>" in text
    assert "<td>Live until 31 December 2999</td>" in text
    assert "<td>Draft</td>" in text
    assert "<td>Private</td>" in text


def test_an_empty_list_is_a_page_too(home, as_role):
    answer = as_role("Admin").get(LIST)

    assert answer.status_code == 200


@pytest.mark.parametrize(
    "query",
    [
        "p=abc",
        "p=-1",
        "p=99999999999999999999",
        "o=title",
        "o=99",
        "o=-1.x",
        "q=%00",
        "q=" + "x" * 3000,
        "title__regex=(",
        "pk__in=x",
        "sort_order__foo=1",
        "date__year=x",
        "moved=x&direction=sideways",
        "locale=xx",
        "show_until__gte=never",
        "_to_field=x",
        "e=1",
    ],
)
def test_nonsense_in_the_address_still_shows_the_whole_list(notices, as_role, query):
    answer = as_role("Admin").get(f"{LIST}?{query}")

    assert answer.status_code == 200
    assert all(title in answer.content.decode() for title in order())


# --- who sees it


@pytest.mark.parametrize("role", ["Contributor", "Editor", "Admin"])
def test_those_who_work_on_notices_see_all_of_them(notices, as_role, role):
    text = as_role(role).get(LIST).content.decode()

    assert "Secret plan" in text


@pytest.mark.parametrize("role", ["Contributor", "Editor"])
def test_those_who_may_not_move_a_notice_get_no_buttons(notices, as_role, role):
    text = as_role(role).get(LIST).content.decode()

    assert "/down/" not in text
    assert "Only an Admin can change it." in text


def test_a_stranger_is_asked_to_sign_in(notices, client):
    answer = client.get(LIST)

    assert answer.status_code == 302
    assert answer.url.startswith("/admin/login/")


@pytest.fixture
def only_the_admin(client) -> Client:
    """Signed in as somebody who may enter the admin, and nothing else."""
    user = make_user()
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    return client


@pytest.mark.parametrize("query", ["", "?q=Secret", "?moved=1&direction=up"])
def test_a_right_to_enter_the_admin_shows_no_title(notices, only_the_admin, query):
    answer = only_the_admin.get(LIST + query, follow=True)

    # It leads back to the dashboard, which shows what any visitor may see.
    assert answer.redirect_chain[-1][0] == "/admin/"
    assert "Secret plan" not in answer.content.decode()


def test_a_right_to_enter_the_admin_shows_no_menu_entry(notices, only_the_admin):
    text = only_the_admin.get("/admin/").content.decode()

    assert LIST not in text


def test_rights_on_another_part_of_the_tree_show_no_title(notices, client):
    group = Group.objects.create(name="Press")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    elsewhere = make_page()
    change = Permission.objects.get(content_type__app_label="wagtailcore", codename="change_page")
    GroupPagePermission.objects.create(group=group, page=elsewhere, permission=change)
    user = make_user()
    user.groups.add(group)
    client.force_login(user)

    answer = client.get(LIST, follow=True)

    assert "Secret plan" not in answer.content.decode()


# --- moving


def test_an_admin_moves_a_notice_and_comes_back_to_the_same_button(notices, as_role):
    answer = as_role("Admin").post(move_url(notices[2], "up"), follow=True)

    text = answer.content.decode()
    assert order() == ["Spring appeal", "Autumn report", "Secret plan"]
    assert "“Autumn report” was moved." in text
    assert text.count("autofocus") == 1


def test_looking_at_the_address_of_a_move_changes_nothing(notices, as_role):
    admin = as_role("Admin")

    answers = [admin.get(move_url(notices[2], "up")), admin.head(move_url(notices[2], "up"))]

    assert [answer.status_code for answer in answers] == [405, 405]
    assert order() == ["Spring appeal", "Secret plan", "Autumn report"]


def test_a_form_from_another_site_moves_nothing(notices):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(make_user("Admin"))

    answer = strict.post(move_url(notices[2], "up"))

    assert answer.status_code == 403
    assert order() == ["Spring appeal", "Secret plan", "Autumn report"]


@pytest.mark.parametrize("role", ["", "Contributor", "Editor", "anonymous"])
def test_nobody_but_an_admin_moves_a_notice_or_reads_its_title(notices, client, role):
    if role != "anonymous":
        client.force_login(make_user(role))

    answer = client.post(move_url(notices[1], "up"))

    assert answer.status_code in (302, 403)
    assert order() == ["Spring appeal", "Secret plan", "Autumn report"]
    assert "Secret plan" not in answer.content.decode()


def test_a_move_of_what_is_not_there_is_not_found(notices, as_role):
    gone = move_url(notices[1], "up")
    notices[1].delete()

    assert as_role("Admin").post(gone).status_code == 404


def test_a_notice_behind_a_password_can_be_moved_all_the_same(notices, as_role):
    restrict(notices[2], PageViewRestriction.PASSWORD)

    as_role("Admin").post(move_url(notices[2], "up"))

    assert order()[1] == "Autumn report"


def test_the_list_asks_no_more_for_more_notices(notices, as_role, warm):
    as_role("Admin")
    make_notice(target_page=the_home())
    few = warm(LIST)
    for _ in range(20):
        make_notice(target_page=the_home())

    many = warm(LIST)

    assert many <= few
