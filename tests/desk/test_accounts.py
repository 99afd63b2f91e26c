"""The accounts: nobody rises by their screens, and nobody is locked out."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from desk.people.ranks import may_look_after
from tests.factories import make_page, make_user
from users.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(home, client):
    user = make_user("Admin")
    client.force_login(user)
    return user


def account(user: User, **typed) -> dict:
    return {
        "username": user.username,
        "email": user.email,
        "first_name": "Ben",
        "last_name": "Tarn",
        "is_active": "on",
        "groups": [group.pk for group in user.groups.all()],
        **typed,
    }


def save(client, user: User, **typed):
    url = reverse("wagtailusers_users:edit", args=[user.pk])
    return client.post(url, account(user, **typed))


def again(user: User) -> User:
    return User.objects.get(pk=user.pk)


def role(name: str) -> int:
    return Group.objects.get(name=name).pk


def test_an_admin_is_not_offered_every_right_and_cannot_send_it(admin, client):
    user = make_user("Editor")
    form = client.get(reverse("wagtailusers_users:edit", args=[user.pk])).context["form"]

    save(client, user, is_superuser="on")

    assert "is_superuser" not in form.fields
    assert not again(user).is_superuser


def test_an_invitation_cannot_give_every_right_either(admin, client):
    data = {"email": "ida@example.org", "first_name": "Ida", "last_name": "Tarn"}

    client.post(
        reverse("wagtailusers_users:add"), {**data, "role": role("Editor"), "is_superuser": "on"}
    )

    assert not User.objects.get(email="ida@example.org").is_superuser


def test_whoever_has_every_right_can_give_it(home, client):
    client.force_login(make_user("", is_superuser=True))
    user = make_user("Admin")

    save(client, user, is_superuser="on")

    assert again(user).is_superuser


@pytest.mark.parametrize(
    "typed",
    [
        {"username": "mine"},
        {"email": "mine@example.org"},
        {"password1": "rain-on-a-tin-roof", "password2": "rain-on-a-tin-roof"},
        {"is_active": ""},
    ],
)
def test_an_admin_does_not_touch_an_account_with_every_right(admin, client, typed):
    root = make_user("Admin", is_superuser=True)
    before = again(root)

    answer = save(client, root, **typed)

    after = again(root)
    assert answer.url == reverse("wagtailusers_users:index")
    assert [getattr(after, f.attname) for f in User._meta.fields] == [
        getattr(before, f.attname) for f in User._meta.fields
    ]


def test_an_admin_does_not_delete_an_account_with_every_right(admin, client):
    root = make_user("", is_superuser=True)

    client.post(reverse("wagtailusers_users:delete", args=[root.pk]))

    assert again(root)


def bulk(client, action: str, *users: User, **typed):
    url = reverse("wagtail_bulk_action", args=["users", "user", action])
    return client.post(f"{url}?{'&'.join(f'id={user.pk}' for user in users)}", typed)


def test_neither_does_an_admin_by_ticking_it_in_the_list(admin, client):
    root = make_user("", is_superuser=True)

    bulk(client, "delete", root)
    bulk(client, "set_active_state", root, mark_as_active="False")
    bulk(client, "assign_role", root, role=role("Contributor"))

    assert again(root).is_active
    assert not again(root).groups.exists()


def test_what_is_no_account_is_left_out_of_what_is_done_to_several(admin, client):
    url = reverse("wagtail_bulk_action", args=["users", "user", "delete"])

    answer = client.get(f"{url}?id=abc&id=&id=²&id={'9' * 30}")

    assert answer.status_code == 404


def test_ticked_in_the_list_ordinary_accounts_are_closed(admin, client):
    user = make_user("Editor")

    bulk(client, "set_active_state", user, mark_as_active="False")

    assert not again(user).is_active


@pytest.fixture
def keepers(home):
    """A role that may change roles themselves, which Admins may not."""
    group = Group.objects.create(name="Keeper")
    group.permissions.add(Permission.objects.get(codename="change_group"))
    return group


def test_nobody_gives_a_role_that_can_do_more_than_they_can(admin, client, keepers):
    user = make_user("Editor")

    answer = save(client, user, groups=[keepers.pk])
    bulk(client, "assign_role", user, role=keepers.pk)
    invited = client.post(
        reverse("wagtailusers_users:add"),
        {"email": "i@example.org", "first_name": "I", "last_name": "T", "role": keepers.pk},
    )

    assert "groups" in answer.context["form"].errors
    assert "role" in invited.context["form"].errors
    assert keepers not in again(user).groups.all()


@pytest.mark.parametrize("name", ["Contributor", "Editor", "Admin"])
def test_nobody_gives_rights_on_pages_and_pictures_that_they_do_not_have(home, client, name):
    bursar = Group.objects.create(name="Bursar")
    bursar.permissions.set(Group.objects.get(name="Admin").permissions.all())
    keeper, user = make_user(), make_user("Contributor")
    keeper.groups.add(bursar)
    client.force_login(keeper)

    invitation = client.get(reverse("wagtailusers_users:add")).context["form"]
    save(client, keeper, groups=[bursar.pk, role(name)])

    assert list(invitation.fields["role"].queryset) == [bursar]
    assert list(again(keeper).groups.all()) == [bursar]
    assert not may_look_after(keeper, user)


def test_no_account_is_made_after_another(admin, client):
    answer = client.get(f"/admin/users/copy/{make_user('Editor').pk}/")

    assert answer.status_code == 404


@pytest.mark.parametrize("screen", ["edit", "delete", "invitation"])
def test_who_has_no_business_with_accounts_learns_nothing_of_them(home, client, screen):
    user = make_user("Admin", first_name="Ada", last_name="Moor")
    client.force_login(make_user("Editor"))

    answer = client.get(reverse(f"wagtailusers_users:{screen}", args=[user.pk]), follow=True)

    said = [str(message).strip() for message in answer.context["messages"]]
    assert said == ["Sorry, you do not have permission to access this area."]


def test_nobody_takes_over_an_account_that_can_do_more(admin, client, keepers):
    user = make_user("Admin")
    user.groups.add(keepers)

    save(client, user, password1="rain-on-a-tin-roof", password2="rain-on-a-tin-roof")

    assert again(user).check_password("a-long-password")


@pytest.mark.parametrize("name", ["Contributor", "Editor", "Admin"])
def test_an_admin_gives_each_of_the_three_roles(admin, client, name):
    user = make_user("Contributor")

    save(client, user, groups=[role(name)])

    assert [group.name for group in again(user).groups.all()] == [name]


def test_nobody_takes_the_accounts_from_themselves(admin, client):
    answer = save(client, admin, groups=[role("Editor")])

    assert "lock yourself out" in answer.content.decode()
    assert [group.name for group in again(admin).groups.all()] == ["Admin"]


def test_nobody_closes_or_deletes_their_own_account(admin, client):
    save(client, admin, is_active="")
    bulk(client, "set_active_state", admin, mark_as_active="False")
    bulk(client, "delete", admin)
    client.post(reverse("wagtailusers_users:delete", args=[admin.pk]))

    assert again(admin).is_active


def test_an_admin_may_close_another_admin(admin, client):
    other = make_user("Admin")

    save(client, other, is_active="")

    assert not again(other).is_active


def test_a_closed_account_is_signed_out_at_once(admin, client, django_user_model):
    from django.test import Client

    user = make_user("Editor")
    theirs = Client()
    theirs.force_login(user)

    save(client, user, is_active="")

    assert theirs.get("/admin/").status_code == 302


def test_before_deleting_it_says_what_becomes_of_their_pages(admin, client):
    user = make_user("Editor", first_name="Ben", last_name="Tarn")
    make_page(owner=user)
    make_page(owner=user)

    text = client.get(reverse("wagtailusers_users:delete", args=[user.pk])).content.decode()

    assert "Ben Tarn has begun 2 pages" in text
    assert "Close the account instead" in text


def test_the_pages_of_a_deleted_account_stay(admin, client):
    user = make_user("Editor")
    page = make_page(owner=user)
    page.save_revision(user=user)

    client.post(reverse("wagtailusers_users:delete", args=[user.pk]))

    assert not User.objects.filter(pk=user.pk).exists()
    kept = type(page).objects.get(pk=page.pk)
    assert kept.live
    assert kept.get_latest_revision()


def test_the_list_says_role_and_state(admin, client):
    make_user("Editor", first_name="Ina")
    User.objects.create_user("ida", "ida@example.org", first_name="Ida")
    make_user("Contributor", is_active=False)

    text = client.get(reverse("wagtailusers_users:index")).content.decode()

    assert "Editor" in text
    assert "Invited, not here yet" in text
    assert "Closed" in text


def test_the_list_asks_the_database_as_often_for_eighteen_people_as_for_three(admin, client):
    url = reverse("wagtailusers_users:index")

    def queries() -> int:
        client.get(url)
        with CaptureQueriesContext(connection) as captured:
            client.get(url)
        return len(captured)

    make_user("Editor")
    make_user("Contributor")
    few = queries()
    for name in ("Editor", "Contributor", "Admin") * 5:
        make_user(name)

    assert queries() == few
