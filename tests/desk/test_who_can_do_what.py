"""The page that says who can do what is read from the rights, and tells each what they may know."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission

from desk.people import ranks, rights, second_eyes
from home.models import StandardPage
from tests.factories import make_index, make_page, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def page_for(home, client):
    def seen_by(role: str) -> str:
        client.force_login(make_user(role))
        return client.get(reverse("who_can_do_what")).content.decode()

    return seen_by


def extent(role: str, right: str):
    """What the page says of one right of one role."""
    found = next(found for found in rights.roles() if found.name == role)
    return found.extents[[known for _words, _kind, known in rights.DOINGS].index(right)]


@pytest.mark.parametrize(
    ("right", "awaited"),
    [
        ("add_page", (True, True, True)),
        ("publish_page", (False, True, True)),
        ("bulk_delete_page", (False, False, True)),
        ("add_image", (True, True, True)),
        ("notices.reorder_featurednotice", (False, False, True)),
        ("users.change_user", (False, False, True)),
        ("wagtailcore.change_workflow", (False, False, True)),
        ("auth.change_group", (False, False, False)),
    ],
)
def test_it_says_what_the_three_roles_may(home, right, awaited):
    roles = ("Contributor", "Editor", "Admin")

    assert tuple(extent(role, right).is_given for role in roles) == awaited


def test_whoever_may_least_comes_first_there_and_where_roles_are_given(home):
    roles = ["Contributor", "Editor", "Admin"]

    given = ranks.roles_open_to(make_user("Admin")).values_list("name", flat=True)

    assert [role.name for role in rights.roles()] == list(given) == roles


def test_every_right_it_speaks_of_is_one_that_wagtail_knows(home):
    known = {
        f"{p.content_type.app_label}.{p.codename}"
        for p in Permission.objects.select_related("content_type")
    }
    of_what = {"pages": "wagtailcore.", "site": ""}
    files = {"image": "wagtailimages.", "document": "wagtaildocs.", "collection": "wagtailcore."}

    asked = {
        (of_what.get(kind, files.get(right.rpartition("_")[2], "")) + right)
        for _words, kind, right in rights.DOINGS
    }

    assert asked <= known


def test_a_right_that_is_taken_away_is_no_longer_told(home):
    Group.objects.get(name="Editor").page_permissions.filter(
        permission__codename="publish_page"
    ).delete()

    assert not extent("Editor", "publish_page").is_given


def test_a_role_of_their_own_stands_there_with_the_section_it_is_for(page_for):
    section = make_index(title="Field notes")
    group = Group.objects.create(name="Field desk")
    publish = Permission.objects.get(codename="publish_page")
    GroupPagePermission.objects.create(group=group, page=section, permission=publish)

    text = page_for("Contributor")

    assert "Field desk" in text
    assert "only below Field notes" in text


def test_everybody_sees_names_and_only_admins_addresses(page_for):
    make_user("Editor", first_name="Eva", last_name="Tarn")
    eva = make_user("Editor", first_name="Eda", last_name="Moor", last_login=timezone.now())

    for_contributor, for_admin = page_for("Contributor"), page_for("Admin")

    assert "Eda Moor" in for_contributor
    assert eva.email not in for_contributor
    assert "last signed in" not in for_contributor
    assert eva.email in for_admin
    assert "last signed in" in for_admin


def test_a_closed_account_is_not_among_the_people(page_for):
    make_user("Editor", first_name="Gone", last_name="Moor", is_active=False)

    assert "Gone Moor" not in page_for("Contributor")


def test_it_stands_in_the_menu_of_a_contributor(home, client):
    client.force_login(make_user("Contributor"))

    assert reverse("who_can_do_what") in client.get("/admin/").content.decode()


def test_it_asks_the_database_as_often_for_forty_people_as_for_four(home, client):
    client.force_login(make_user("Admin"))
    url = reverse("who_can_do_what")
    client.get(url)

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            client.get(url)
        return len(captured)

    few = queries()
    for number in range(12):
        for role in ("Contributor", "Editor", "Admin"):
            make_user(role)
        Group.objects.create(name=f"Desk {number}")

    assert queries() == few
    assert few <= 30


# --- the second pair of eyes


def test_an_admin_switches_it_off_and_on_again(home, client):
    client.force_login(make_user("Admin"))
    url = reverse("switch_second_eyes")

    client.post(url, {"to": "off"})
    off = make_page(live=False).has_workflow
    client.post(url, {"to": "on"})

    assert not off
    assert make_page(live=False).has_workflow
    assert second_eyes.workflow().name == "Second pair of eyes"


def test_switched_off_what_waits_is_a_draft_again(home, client):
    page = make_page(live=False)
    page.save_revision()
    second_eyes.workflow().start(page, make_user("Contributor"))
    client.force_login(make_user("Admin"))

    client.post(reverse("switch_second_eyes"), {"to": "off"})

    page = StandardPage.objects.get(pk=page.pk)
    assert page.current_workflow_state is None
    assert not page.live


@pytest.mark.parametrize("role", ["Contributor", "Editor"])
def test_nobody_else_switches_it(home, client, role):
    client.force_login(make_user(role))

    client.post(reverse("switch_second_eyes"), {"to": "off"})

    assert second_eyes.workflow()


def test_following_a_link_switches_nothing(home, client):
    client.force_login(make_user("Admin"))

    client.get(reverse("switch_second_eyes"), {"to": "off"})

    assert second_eyes.workflow()


def test_it_can_be_switched_on_after_somebody_has_deleted_it(home):
    second_eyes.workflow().delete()

    second_eyes.switch_on()

    task = second_eyes.workflow().tasks.get().specific
    assert sorted(group.name for group in task.groups.all()) == ["Admin", "Editor"]


def test_a_contributor_reads_submit_for_review(home, client):
    page = make_page(live=False)
    page.save_revision()
    client.force_login(make_user("Contributor"))

    text = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()

    assert "Submit for review" in text
    assert "Submit to" not in text


def test_without_it_a_contributor_can_only_save(home, client):
    second_eyes.switch_off(make_user("Admin"))
    page = make_page(live=False)
    page.save_revision()
    client.force_login(make_user("Contributor"))

    text = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()

    assert "action-submit" not in text


def test_a_reviewer_reads_approve_and_publish_and_send_back(home, client):
    page = make_page(live=False)
    page.save_revision()
    second_eyes.workflow().start(page, make_user("Contributor"))
    client.force_login(make_user("Editor"))

    text = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()

    assert "Approve and publish" in text
    assert "Send back" in text
    assert "End the review" in text
    assert "Approve and Publish" not in text
    assert "action-publish" not in text
    assert "Restart workflow" not in text
