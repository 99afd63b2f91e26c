"""Accounts: a name to sign in with, and an e-mail address that is nobody else's."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from wagtail.users.forms import UserCreationForm

from tests.factories import make_user
from users.models import User

pytestmark = pytest.mark.django_db

TYPED = {
    "username": "ana",
    "first_name": "Ana",
    "last_name": "Tarn",
    "password1": "a-long-password",
    "password2": "a-long-password",
}


@pytest.fixture
def admin(client):
    """A browser in which an Admin has signed in."""
    client.force_login(make_user("Admin"))
    return client


@pytest.mark.parametrize("again", ["ana@example.org", "ANA@example.org", "Ana@EXAMPLE.org"])
def test_the_database_knows_each_address_once_whatever_its_capitals(again):
    User.objects.create_user("one", "ana@example.org")

    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user("two", again)


def test_any_number_of_accounts_may_have_no_address():
    User.objects.create_user("one", "")
    User.objects.create_user("two", "")

    assert User.objects.filter(email="").count() == 2


@pytest.mark.parametrize("again", ["ana@example.org", "ANA@Example.ORG"])
def test_the_form_of_a_new_account_refuses_a_taken_address_in_words(admin, again):
    User.objects.create_user("one", "Ana@example.org")

    answer = admin.post(reverse("wagtailusers_users:add"), {**TYPED, "email": again})

    assert answer.status_code == 200
    assert "Another account already uses this e-mail address." in answer.content.decode()
    assert not User.objects.filter(username="ana").exists()


def test_the_form_of_an_account_refuses_a_taken_address_in_words(admin):
    User.objects.create_user("one", "ana@example.org")
    other = User.objects.create_user("two", "two@example.org")

    answer = admin.post(
        reverse("wagtailusers_users:edit", args=[other.pk]),
        {**TYPED, "username": "two", "email": "ANA@example.org", "is_active": "on"},
    )

    assert answer.status_code == 200
    assert "Another account already uses this e-mail address." in answer.content.decode()
    assert User.objects.get(pk=other.pk).email == "two@example.org"


def test_an_account_keeps_its_own_address_when_it_is_saved(admin):
    user = User.objects.create_user("two", "two@example.org")

    admin.post(
        reverse("wagtailusers_users:edit", args=[user.pk]),
        {**TYPED, "username": "two", "email": "TWO@example.org", "is_active": "on"},
    )

    assert User.objects.get(pk=user.pk).first_name == "Ana"


def test_one_s_own_account_refuses_a_taken_address_in_words(client):
    User.objects.create_user("one", "ana@example.org")
    user = make_user("Contributor")
    client.force_login(user)

    answer = client.post(
        reverse("wagtailadmin_account"),
        {
            "name_email-first_name": "Ana",
            "name_email-last_name": "Tarn",
            "name_email-email": "ANA@example.org",
        },
    )

    assert answer.status_code == 200
    assert "Another account already uses this e-mail address." in answer.content.decode()
    assert User.objects.get(pk=user.pk).email == user.email


def test_the_form_asks_for_a_name_to_sign_in_with():
    assert "username" in UserCreationForm().fields


def test_one_signs_in_with_the_name_and_not_with_the_address(client):
    user = make_user("Editor")
    login = reverse("wagtailadmin_login")

    by_address = client.post(login, {"username": user.email, "password": "a-long-password"})
    by_name = client.post(login, {"username": user.username, "password": "a-long-password"})

    assert by_address.status_code == 200
    assert (by_name.status_code, by_name.url) == (302, "/admin/")
