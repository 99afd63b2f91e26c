"""The table of mails in docs/mails.md: each thing happens, and the mails it sends are compared."""

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core import mail
from django.urls import reverse
from django.utils.translation import get_language, override
from wagtail.models import Comment, PageSubscription
from wagtail.users.models import UserProfile

from desk.people import post, second_eyes
from home.models import StandardPage
from tests.desk.newsroom import (
    HAPPENINGS,
    THE_INVITED,
    Newsroom,
    answers,
    approves,
    comments,
    contributor_submits,
    said,
    sends_back,
)

pytestmark = pytest.mark.django_db

TABLE = Path(__file__).resolve().parents[2] / "docs" / "mails.md"


def rows() -> dict[str, tuple[str, str]]:
    """What happens → who, subject."""
    lines = re.findall(r"^\| (?!What)(.+?) \| (.+?) \| ?(.*?) ?\|$", TABLE.read_text("utf-8"), re.M)
    return {what: (who, subject) for what, who, subject in lines}


# Who is meant by the words of the table, among the people of that newsroom.
AUDIENCES = {
    "nobody": [],
    "whoever submitted it": ["ana"],
    "every Editor and Admin": ["eva", "both", "ada"],
    "every other Editor and Admin": ["both", "ada"],
    "whoever follows its comments": ["ana"],
    "whoever follows its comments, and whoever wrote in that conversation": ["ana", "ben", "eva"],
    "the owner of the account": ["ben"],
    "its owner": ["ana"],
    "every Admin": ["both", "ada"],
    "the invited": [],
}


@pytest.fixture
def room(home, client, on_commit):
    return Newsroom(client, on_commit)


def test_the_table_and_this_test_know_the_same_happenings():
    assert list(rows()) == list(HAPPENINGS)


@pytest.mark.parametrize("what", HAPPENINGS)
def test_each_gets_one_mail_and_nobody_else_any(room, what):
    who, subject = rows()[what]

    HAPPENINGS[what](room)

    awaited = [getattr(room, name).email for name in AUDIENCES[who]]
    awaited += [THE_INVITED["email"]] if who == "the invited" else []
    actor = room.actor.get_full_name() if room.actor else ""
    subject = subject.replace("HEADLINE", "Ferry runs again").replace("ACTOR", actor)
    assert sorted(sum((letter.to for letter in mail.outbox), [])) == sorted(awaited)
    assert {letter.subject for letter in mail.outbox} == ({subject} if awaited else set())


def test_a_page_sent_back_comes_with_the_comment_the_name_and_a_whole_address(room, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://desk.example.org"

    sends_back(room)

    text = mail.outbox[0].body
    assert "Eva" in text
    assert "Which ferry?" in text
    assert f"https://desk.example.org/admin/pages/{room.page.pk}/edit/" in text


def test_the_address_of_a_published_page_is_the_public_one(room, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://desk.example.org"

    approves(room)

    assert f"https://desk.example.org/{room.page.slug}/" in mail.outbox[0].body


def test_a_mail_is_plain_text_with_the_signs_as_they_were_typed(room):
    room.page.title = room.page.draft_title = "Salt & <light>"
    room.page.save_revision(user=room.ana)

    contributor_submits(room)

    assert mail.outbox[0].subject.endswith("“Salt & <light>”")
    assert "Salt & <light>" in mail.outbox[0].body
    assert mail.outbox[0].content_subtype == "plain"


def test_a_headline_of_several_lines_stops_no_mail(room):
    room.page.title = room.page.draft_title = "Ferry\r\nBcc: all@example.org\r runs"
    room.page.save_revision(user=room.ana)

    contributor_submits(room)

    assert mail.outbox
    assert all(letter.message()["Bcc"] is None for letter in mail.outbox)


def test_who_may_no_longer_edit_a_page_hears_nothing_of_what_is_said_beside_it(room):
    PageSubscription.objects.create(page=room.page, user=room.ana, comment_notifications=True)
    room.ana.groups.clear()
    room.as_(room.both)

    room.send_comments(said("Which ferry?"))

    assert mail.outbox == []


def test_who_has_turned_such_mail_off_gets_none(room):
    UserProfile.objects.create(user=room.eva, submitted_notifications=False)

    contributor_submits(room)

    assert room.eva.email not in sum((letter.to for letter in mail.outbox), [])


def test_the_language_is_that_of_whoever_reads_it_and_not_of_whoever_did_it(room, monkeypatch):
    UserProfile.objects.create(user=room.eva, preferred_language="es")
    template = SimpleNamespace(render=lambda said: f"Subject\n{get_language()}")
    monkeypatch.setattr(post, "get_template", lambda name: SimpleNamespace(template=template))

    with override("es"):
        contributor_submits(room)

    read = {letter.to[0]: letter.body.strip() for letter in mail.outbox}
    assert read == {room.eva.email: "es", room.both.email: "en-gb", room.ada.email: "en-gb"}


def test_a_conversation_is_told_to_those_in_it_and_no_other_comes_along(room):
    answers(room)

    letter = next(letter for letter in mail.outbox if letter.to == [room.ben.email])
    assert "The red one, surely." in letter.body
    assert "Nice." not in letter.body


DEAD = "django.core.mail.backends.smtp.EmailBackend"


@pytest.fixture
def dead_server(settings, monkeypatch):
    """Nobody listens where the mail server should be; and mail is tried within the request."""
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = DEAD, "127.0.0.1", 9
    monkeypatch.setattr(post.transaction, "on_commit", lambda tried, robust=False: tried())


def test_with_the_mail_server_away_the_work_is_done_and_the_editor_told_so(room, dead_server):
    state = room.review(room.ana)
    url = reverse("wagtailadmin_pages:workflow_action", args=[room.page.pk, "approve", state.pk])

    answer = room.as_(room.eva).post(url, {"comment": ""}, follow=True)

    assert StandardPage.objects.get(pk=room.page.pk).live
    assert "Ana could not be told by e-mail" in " ".join(str(m) for m in answer.context["messages"])


def test_with_the_mail_server_away_a_comment_is_kept(room, dead_server):

    comments(room)

    assert Comment.objects.get().text == "Which ferry?"


def test_nothing_is_told_of_what_did_not_come_to_pass(room):
    second_eyes.workflow().start(room.page, room.ana)  # the transaction of this test never ends

    assert mail.outbox == []
