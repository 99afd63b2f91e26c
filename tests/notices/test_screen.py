"""The admins' list of notices: who sees it, who moves what, and that only a POST does."""

import re

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction, GroupPagePermission, Page

from notices import goals, keeping, ordering
from notices.models import FeaturedNotice
from tests.factories import (
    make_article,
    make_document,
    make_image,
    make_notice,
    make_page,
    make_user,
    the_home,
    with_renditions,
)

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


def move_url(notice) -> str:
    return reverse("notices_move", args=[the_home().pk, notice.pk])


def order() -> list[str]:
    return [notice.title for notice in FeaturedNotice.objects.in_order()]


# --- the list


def test_it_stands_in_the_order_visitors_see(notices, as_role):
    text = as_role("Admin").get(LIST).content.decode()

    places = [text.index(title) for title in ("Spring appeal", "Secret plan", "Autumn report")]
    assert places == sorted(places)


def test_each_row_has_its_number_its_buttons_and_a_field_for_another_number(notices, as_role):
    text = as_role("Admin").get(LIST).content.decode()

    for place, notice in enumerate(notices, start=1):
        assert text.count(f'formaction="{move_url(notice)}"') == 5
        assert f'name="place-{notice.pk}" value="{place}"' in text
    assert text.count('aria-disabled="true"') == 4  # the first cannot go up, the last not down


def test_each_kind_of_target_is_named_with_whether_visitors_may_go_there(home, as_role):
    make_notice(target_page=make_page(title="About wells"))
    make_notice(target_page=make_page(title="Secret wells", live=False))
    make_notice(target_document=make_document(title="The depth"))
    make_notice(target_url="https://www.example.org/x")
    make_notice()

    text = as_role("Admin").get(LIST).content.decode()

    assert "Leads to “About wells”, which is public" in text
    assert "<strong>Leads to “Secret wells”, which visitors cannot see</strong>" in text
    assert "Leads to “The depth”, which is public (PDF, 1 KB)" in text
    assert "Leads to example.org, another site" in text
    assert "Leads to its own page" in text


def test_a_notice_has_the_picture_of_what_it_leads_to_or_its_kind(home, as_role):
    picture = with_renditions(make_image())
    make_notice(target_page=make_article(lead_image=picture))
    make_notice(kind="report")

    text = as_role("Admin").get(LIST).content.decode()

    assert text.count("<picture>") == 1
    assert "#icon-doc-full" in text.partition("data-rows")[2]


def test_a_line_shows_where_the_home_page_stops(home, as_role):
    titles = [f"Notice {n}" for n in range(6)]
    made = [make_notice(title=title) for title in reversed(titles)][::-1]
    FeaturedNotice.objects.filter(pk=made[1].pk).update(live=False)

    text = as_role("Admin").get(LIST).content.decode()

    lines = re.findall(r'data-notice="(\d+)"|data-line(?! hidden)>([^<]+)<', text)
    keys_and_line = [int(key) if key else words for key, words in lines]
    assert keys_and_line == [
        *(
            notice.pk for notice in made[:5]
        ),  # the second is a draft: the fifth is the fourth they see
        "Here the home page stops: visitors see the first 4 that are live.",
        made[5].pk,
    ]


def test_without_a_section_for_notices_it_says_that_nobody_sees_them(home, notices, as_role):
    home.sections = [("lead", {})]
    home.save()

    text = as_role("Admin").get(LIST).content.decode()

    assert "The home page shows none of them" in text
    assert "data-line>" not in text


@pytest.mark.parametrize(
    ("number", "lines", "words"),
    [
        (0, 0, "Visitors see none of them at the moment."),
        (3, 0, "Visitors see all that are live."),
        (4, 0, "Visitors see all that are live."),
        (5, 1, "visitors see the first 4 that are live."),
    ],
)
def test_the_line_is_there_only_where_something_stands_below_it(
    home, as_role, number, lines, words
):
    make_notice(live=False)
    for _ in range(number):
        make_notice()

    text = as_role("Admin").get(LIST).content.decode()

    assert text.count("data-line>") == lines
    assert words in text


def test_where_all_are_put_away_it_says_so_and_leads_to_them(home, as_role):
    notice = make_notice(show_until="2020-01-01")
    keeping.put_away(the_home(), [notice], make_user("Admin"))

    for role in ("Admin", "Editor"):
        text = as_role(role).get(LIST).content.decode()
        assert "All notices are put away." in text
        assert "Show what is put away (1)" in text
        assert notice.title in as_role(role).get(f"{LIST}?all=1").content.decode()


def test_fewer_than_there_is_room_for_are_all_seen(notices, as_role):
    text = as_role("Admin").get(LIST).content.decode()

    assert "The home page has room for 4 notices. Visitors see all that are live." in text
    assert "data-line>" not in text


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

    assert "formaction" not in text.partition("data-board>")[2]
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
    client.force_login(_who_may_change(make_page()))

    answer = client.get(LIST, follow=True)

    assert "Secret plan" not in answer.content.decode()


def test_whoever_works_on_one_notice_reads_of_no_other(home, client):
    """Neither in the list, nor as what it leads to, nor as what was changed last."""
    secret = make_page(title="Secret wells", live=False)
    mine = make_notice(title="Mine", target_page=secret)
    other = make_notice(title="Secret plan", live=False)
    ordering.move(the_home(), other.pk, goals.bottom(), make_user("Admin"))
    user = _who_may_change(mine)
    client.force_login(user)

    text = client.get(LIST).content.decode()

    assert "Mine" in text
    assert "Leads to “something that you may not see”, which visitors cannot see" in text
    assert "Secret" not in text
    assert "Last change" not in text


def test_whoever_may_not_know_all_notices_reads_of_no_change_as_it_may_name_others(home, client):
    low, high = make_notice(title="Low"), make_notice(title="High")
    make_notice(title="Secret plan", live=False)
    user = _who_may_change(low, high)
    ordering.move(home, low.pk, goals.top(), make_user("Admin"))
    client.force_login(user)

    text = client.get(LIST).content.decode()

    assert re.findall(r'data-notice="(\d+)"', text) == [str(low.pk), str(high.pk)]
    assert "Last change" not in text
    assert "Secret" not in text


def test_whoever_works_on_one_notice_reads_of_its_target_what_visitors_read(home, client):
    well = make_page(title="About wells")
    Page.objects.filter(pk=well.pk).update(draft_title="Secret wells")
    client.force_login(_who_may_change(make_notice(target_page=well)))

    text = client.get(LIST).content.decode()

    assert "Leads to “About wells”, which is public" in text
    assert "Secret" not in text


def test_whoever_works_on_one_notice_reads_no_name_of_a_file_for_a_few(home, client):
    closed = Collection.get_first_root_node().add_child(name="For a few")
    CollectionViewRestriction.objects.create(collection=closed, restriction_type="login")
    mine = make_notice(target_document=make_document(title="Secret depth", collection=closed))
    client.force_login(_who_may_change(mine))

    text = client.get(LIST).content.decode()

    assert "Leads to “something that you may not see”, which visitors cannot see" in text
    assert "Secret" not in text


def _who_may_change(*pages):
    group = Group.objects.create(name="Of a few notices")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    change = Permission.objects.get(content_type__app_label="wagtailcore", codename="change_page")
    for page in pages:
        GroupPagePermission.objects.create(group=group, page=page, permission=change)
    user = make_user()
    user.groups.add(group)
    return user


# --- how much it asks


def test_the_list_asks_no_more_for_more_notices(notices, as_role, warm):
    as_role("Admin")
    make_notice(target_page=the_home())
    few = warm(LIST)
    for _ in range(20):
        make_notice(target_page=the_home())

    many = warm(LIST)

    assert many <= few
