"""From “Forgotten password?” to a new one, without telling strangers who has an account."""

import re

import pytest
from django.core import mail
from django.urls import reverse

from desk.people import post
from tests.desk.invited import DEAD, IDA, LONG, choose, invite, link_in
from tests.factories import make_user
from users.models import User

pytestmark = pytest.mark.django_db


def forget(client, email: str):
    return client.post(reverse("wagtailadmin_password_reset"), {"email": email}, follow=True)


def seen(answer) -> str:
    """The page, without the token that is another one each time."""
    return re.sub(r'"CSRF_TOKEN": "[^"]+"', "", answer.content.decode())


def test_the_way_from_the_sign_in_page_to_a_new_password(home, client):
    user = make_user("Editor")
    door = client.get(reverse("wagtailadmin_login")).content.decode()

    forget(client, user.email)
    answer = choose(client, link_in(mail.outbox[0]))

    assert reverse("wagtailadmin_password_reset") in door
    assert answer.status_code == 200
    assert User.objects.get(pk=user.pk).check_password(LONG)


def test_known_and_unknown_addresses_get_the_same_answer(home, client):
    user = make_user("Editor")

    known, unknown = forget(client, user.email), forget(client, "nobody@example.org")

    assert seen(known) == seen(unknown)
    assert known.redirect_chain == unknown.redirect_chain


def test_with_the_mail_server_away_the_answer_is_the_same(home, client, settings):
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = DEAD, "127.0.0.1", 9
    user = make_user("Editor")

    known, unknown = forget(client, user.email), forget(client, "nobody@example.org")

    assert seen(known) == seen(unknown)


def test_no_answer_waits_for_the_mail_server(home, client, monkeypatch):
    later = []
    monkeypatch.setattr(post, "_beside", lambda work, *given: later.append((work, given)))

    forget(client, make_user("Editor").email)

    assert mail.outbox == []
    (work, given), *_more = later
    work(*given)
    assert len(mail.outbox) == 1


def test_the_host_a_stranger_names_is_not_in_the_mail(home, client, settings):
    settings.ALLOWED_HOSTS = ["*"]
    user = make_user("Editor")
    url = reverse("wagtailadmin_password_reset")

    client.post(url, {"email": user.email}, headers={"host": "evil.example"})

    assert "evil.example" not in mail.outbox[0].body
    assert "http://127.0.0.1:8000/admin/" in mail.outbox[0].body


def test_somebody_invited_who_lost_that_mail_gets_in_by_this_door(home, client):
    invite(client)
    client.logout()
    mail.outbox.clear()

    forget(client, IDA["email"])
    choose(client, link_in(mail.outbox[0]))

    assert User.objects.get(email=IDA["email"]).check_password(LONG)


def test_whoever_asks_too_often_is_turned_away(home, client, counting):
    user = make_user("Editor")

    answers = [forget(client, user.email).status_code for _time in range(6)]

    assert answers == [200] * 5 + [429]
    assert len(mail.outbox) == 5
