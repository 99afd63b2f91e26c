"""`manage.py set_password`: how somebody who is locked out gets in again."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from tests.factories import make_user
from users.models import User

pytestmark = pytest.mark.django_db


def set_password(*arguments: str) -> tuple[str, str]:
    """The name and the password that were printed."""
    out = StringIO()
    call_command("set_password", *arguments, stdout=out)
    name, password = out.getvalue().split()
    return name, password


def test_the_printed_password_opens_the_account_and_the_old_one_does_not(client):
    user = make_user()

    name, password = set_password(user.username)

    assert client.login(username=name, password=password)
    assert not client.login(username=name, password="a-long-password")


def test_every_password_is_another_and_long(client):
    user = make_user()

    passwords = {set_password(user.username)[1] for _ in range(5)}

    assert len(passwords) == 5
    assert all(len(password) >= 16 for password in passwords)


def test_a_name_nobody_has_is_refused_in_words():
    with pytest.raises(CommandError, match="no account named “nobody”"):
        set_password("nobody")

    assert not User.objects.exists()


def test_the_first_account_can_be_made_with_every_right(client):
    name, password = set_password("ana", "--create")

    user = User.objects.get(username="ana")
    assert (user.is_superuser, user.is_active) == (True, True)
    assert client.login(username=name, password=password)


def test_making_an_account_that_is_there_changes_its_password_alone():
    user = make_user("Editor")

    set_password(user.username, "--create")

    assert not User.objects.get(pk=user.pk).is_superuser
    assert User.objects.count() == 1


def test_an_account_can_be_made_where_its_address_is_taken():
    User.objects.create_user("other", "Ana@example.org")

    set_password("ana", "--create")

    assert User.objects.get(username="ana").email == ""
