"""From an Admin's invitation to a colleague at their desk; and a forgotten password."""

import datetime

import pytest
from django.core import mail
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from desk.people import invitations
from tests.desk.invited import DEAD, IDA, LONG, choose, invite, link_in
from tests.factories import make_user
from users.models import User

pytestmark = pytest.mark.django_db


def _uid(user: User) -> str:
    return urlsafe_base64_encode(force_bytes(user.pk))


def test_the_invited_chooses_a_password_and_is_at_the_desk(home, client):
    invite(client)
    client.logout()

    answer = choose(client, link_in(mail.outbox[0]))

    ida = User.objects.get(email=IDA["email"])
    assert answer.wsgi_request.user == ida
    assert answer.wsgi_request.path == "/admin/"
    assert ida.check_password(LONG)
    assert [group.name for group in ida.groups.all()] == ["Editor"]


def test_nobody_signs_in_before_that(home, client):
    invite(client)

    assert not User.objects.get(email=IDA["email"]).has_usable_password()


def test_the_mail_names_who_invites_the_role_the_name_and_the_days(home, client):
    invite(client)

    text = mail.outbox[0].body
    assert "Ada Moor" in text
    assert "Editor" in text
    assert "“ida.tarn”" in text
    assert "within 7 days" in text


def test_a_link_works_once(home, client):
    invite(client)
    client.logout()
    link = link_in(mail.outbox[0])
    choose(client, link)
    client.logout()

    answer = client.get(link, follow=True)

    assert "This invitation no longer works" in answer.content.decode()


@pytest.mark.parametrize(("days", "works"), [(6, True), (8, False)])
def test_a_link_lasts_a_week(home, monkeypatch, days, works):
    user = User.objects.create_user("ida", IDA["email"])
    token = invitations.tokens.make_token(user)
    later = datetime.datetime.now() + datetime.timedelta(days=days)
    monkeypatch.setattr(invitations.tokens, "_now", lambda: later)

    assert invitations.tokens.check_token(user, token) is works


def test_a_link_is_no_use_for_another_account_or_another_door(home, client):
    invite(client)
    client.logout()
    uid, token = link_in(mail.outbox[0]).rstrip("/").split("/")[-2:]
    other = User.objects.create_user("other", "other@example.org")

    answers = [
        client.get(reverse("invitation", args=[_uid(other), token])),
        client.get(reverse("wagtailadmin_password_reset_confirm", args=[uid, token])),
    ]

    assert "This invitation no longer works" in answers[0].content.decode()
    assert "This link no longer works" in answers[1].content.decode()


@pytest.mark.parametrize("password", ["short", "password1234", "123456789012345", "ida.tarn"])
def test_a_weak_password_is_refused_in_words(home, client, password):
    invite(client)
    client.logout()

    answer = choose(client, link_in(mail.outbox[0]), password)

    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert not User.objects.get(email=IDA["email"]).has_usable_password()


def test_a_closed_account_is_not_entered_by_an_old_link(home, client):
    invite(client)
    client.logout()
    User.objects.filter(email=IDA["email"]).update(is_active=False)

    answer = client.get(link_in(mail.outbox[0]), follow=True)

    assert "This invitation no longer works" in answer.content.decode()


def test_an_admin_sees_the_link_and_whether_the_mail_went(home, client):
    answer = invite(client)

    text = answer.content.decode()
    assert "is on its way to ida.tarn@example.org" in text
    assert 'value="http://127.0.0.1:8000/admin/invitation/' in text


def test_with_the_mail_server_away_the_account_is_there_and_the_link_to_hand_over(
    home, client, settings
):
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = DEAD, "127.0.0.1", 9

    answer = invite(client)

    text = answer.content.decode()
    assert "no mail could be sent to ida.tarn@example.org" in text
    assert "/admin/invitation/" in text
    assert User.objects.filter(email=IDA["email"]).exists()


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ({}, "It is that of Ana Tarn."),
        ({"is_active": False}, "can be opened again"),
        ({"password": "!"}, "is invited already"),
    ],
)
def test_a_known_address_gets_a_clear_answer(home, client, state, words):
    known = make_user("Editor", first_name="Ana", last_name="Tarn")
    User.objects.filter(pk=known.pk).update(**state)

    answer = invite(client, email=known.email.upper())

    assert words in answer.content.decode()
    assert mail.outbox == []


@pytest.mark.parametrize("email", ["", "ida", "ida@", "ida@example.org\nBcc: all@example.org"])
def test_what_is_no_address_gets_an_answer_in_words(home, client, email):
    answer = invite(client, email=email)

    assert answer.status_code == 200
    assert "email" in answer.context["form"].errors
    assert mail.outbox == []


def test_two_anas_get_two_names(home, client):
    make_user()
    User.objects.create_user("Ida.Tarn", "another@example.org")

    invite(client)

    assert User.objects.get(email=IDA["email"]).username == "ida.tarn2"


@pytest.mark.parametrize("role", ["Contributor", "Editor"])
def test_only_admins_see_an_invitation(home, client, role):
    ida = User.objects.create_user("ida", IDA["email"])
    client.force_login(make_user(role))

    answer = client.get(reverse("wagtailusers_users:invitation", args=[ida.pk]))

    assert answer.status_code == 302


def test_an_account_in_use_has_no_link_that_somebody_could_enter_by(home, client):
    user = make_user("Editor")
    client.force_login(make_user("Admin"))

    answer = client.get(reverse("wagtailusers_users:invitation", args=[user.pk]), follow=True)

    assert "/admin/invitation/" not in answer.content.decode()


def test_the_invitation_of_somebody_with_every_right_is_not_shown_to_an_admin(home, client):
    root = User.objects.create_user("root", "root@example.org", is_superuser=True)
    client.force_login(make_user("Admin"))

    answer = client.get(reverse("wagtailusers_users:invitation", args=[root.pk]), follow=True)

    assert "/admin/invitation/" not in answer.content.decode()
