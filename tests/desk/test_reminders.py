"""Owners of notices are asked whether these still hold: once for each day of review, and never in vain."""

import datetime
from types import SimpleNamespace

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.utils.translation import get_language
from wagtail.users.models import UserProfile

from desk.jobs import reminding, rounds, watch
from desk.jobs.lease import Lease, Lost
from desk.jobs.rounds import go_round
from desk.models import Job
from desk.people import post
from notices.models import FeaturedNotice
from notices.reviews import still_right
from tests.factories import at, make_notice, make_user

pytestmark = pytest.mark.django_db

NOON = at(2026, 11, 28, 12)
TODAY = datetime.date(2026, 11, 28)
LONG_AGO = datetime.date(2013, 5, 4)
DEAD = "django.core.mail.backends.smtp.EmailBackend"


@pytest.fixture(autouse=True)
def today(freeze):
    freeze(NOON)


@pytest.fixture
def rosa(home):
    return make_user("Editor", first_name="Rosa")


def due(**fields) -> FeaturedNotice:
    return make_notice(**{"review_on": TODAY, **fields})


def ask() -> list[str]:
    """What went wrong, in words."""
    return [str(fault) for fault in reminding.ask_whether_notices_still_hold(lambda: None)]


def told() -> list[str]:
    """To whom the mails went since this was asked last."""
    people = [letter.to[0] for letter in mail.outbox]
    mail.outbox.clear()
    return people


def told_of(notice) -> datetime.date | None:
    return FeaturedNotice.objects.get(pk=notice.pk).reminded_for


# --- once


def test_the_owner_is_asked_once_on_the_day_and_not_before(rosa, freeze):
    due(owner=rosa)
    mails = []

    for moment in (at(2026, 11, 27, 23, 59), at(2026, 11, 28, 0, 0), NOON, at(2027, 3, 1)):
        freeze(moment)
        assert ask() == []
        mails.append(told())

    assert mails == [[], [rosa.email], [], []]


def test_the_day_begins_at_midnight_in_london(rosa, freeze):
    due(owner=rosa, review_on=datetime.date(2027, 6, 1))
    mails = []

    for minute in (59, 60):
        freeze(at(2027, 5, 31, 22) + datetime.timedelta(minutes=minute))
        ask()
        mails.append(told())

    assert mails == [[], [rosa.email]]


def test_the_mail_says_which_since_when_and_how_to_answer(rosa, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://desk.example.org"
    notice = due(owner=rosa, title="Salt & <light>", review_on=LONG_AGO)

    ask()

    letter = mail.outbox[0]
    assert letter.subject == "Does it still hold? “Salt & <light>”"
    assert "Dear Rosa," in letter.body
    assert "“Salt & <light>”\nTo be looked at since 4 May 2013.\n" in letter.body
    assert f"https://desk.example.org/admin/pages/{notice.pk}/edit/" in letter.body
    assert "press “Still right”" in letter.body
    assert "\nhttps://desk.example.org/admin/\n" in letter.body


def test_all_that_is_due_of_one_owner_comes_in_one_mail_the_oldest_first(rosa):
    for title, day in (("New", TODAY), ("Old", LONG_AGO)):
        due(owner=rosa, title=title, review_on=day)

    ask()

    (letter,) = mail.outbox
    assert letter.subject == "Do these 2 notices still hold?"
    assert letter.body.index("“Old”") < letter.body.index("“New”")
    assert ask() == [] and len(mail.outbox) == 1


def test_a_notice_that_falls_due_later_comes_alone(rosa, freeze):
    due(owner=rosa, title="First")
    due(owner=rosa, title="Second", review_on=TODAY + datetime.timedelta(days=1))
    ask()

    freeze(at(2026, 11, 29, 12))
    ask()

    assert [letter.subject for letter in mail.outbox] == [
        "Does it still hold? “First”",
        "Does it still hold? “Second”",
    ]


def test_another_day_of_review_is_asked_about_anew(rosa, freeze):
    notice = due(owner=rosa)
    ask(), still_right(notice, rosa), told()
    mails = []

    for moment in (NOON, at(2027, 5, 27, 12), at(2027, 5, 28, 12)):
        freeze(moment)
        ask()
        mails.append(told())

    assert mails == [[], [], [rosa.email]]


def test_whoever_answers_while_the_mail_is_written_is_asked_on_the_new_day(rosa, monkeypatch):
    notice = due(owner=rosa)

    def answered_meanwhile(*args, **facts):
        still_right(notice, rosa)
        return True

    monkeypatch.setattr(post, "send", answered_meanwhile)
    ask()

    assert told_of(notice) is None


@pytest.mark.parametrize(
    "state",
    [
        {"live": False},
        {"show_until": LONG_AGO},
        {"expire_at": NOON},
    ],
    ids=["draft", "ended", "run out"],
)
def test_nobody_is_asked_about_what_visitors_do_not_see(rosa, state):
    due(owner=rosa, **state)

    ask()

    assert told() == []


def test_each_owner_is_asked_in_their_own_language(rosa, monkeypatch):
    juan = make_user("Editor")
    UserProfile.objects.create(user=juan, preferred_language="es")
    due(owner=rosa), due(owner=juan)
    template = SimpleNamespace(render=lambda said: f"Subject\n{get_language()}")
    monkeypatch.setattr(post, "get_template", lambda name: SimpleNamespace(template=template))

    ask()

    read = {letter.to[0]: letter.body.strip() for letter in mail.outbox}
    assert read == {rosa.email: "en-gb", juan.email: "es"}


def test_whoever_may_not_publish_is_told_whom_to_ask(home):
    due(owner=make_user("Contributor"))

    ask()

    assert "ask an Editor or Admin to press “Still right”" in mail.outbox[0].body


# --- who is there to be asked


def closed():
    return make_user("Editor", is_active=False)


def without_an_address():
    user = make_user("Editor")
    type(user).objects.filter(pk=user.pk).update(email="")
    return user


def without_a_role():
    return make_user()


def nobody():
    return None


GONE = [closed, without_an_address, without_a_role, nobody]


@pytest.mark.parametrize("owner", GONE)
def test_in_place_of_an_owner_who_has_left_every_admin_is_asked(home, owner):
    admins = [make_user("Admin"), make_user("Admin")]
    make_user("Admin", is_active=False), make_user("Editor")
    notice = due(owner=owner())

    assert ask() == []

    assert "Whoever wrote it cannot be asked any more." in mail.outbox[0].body
    assert told() == [admin.email for admin in admins]
    assert told_of(notice) == TODAY


def test_an_admin_who_owns_one_as_well_gets_one_mail(home):
    ada = make_user("Admin")
    due(owner=ada, title="Mine"), due(title="Of nobody")

    ask()

    (letter,) = mail.outbox
    assert letter.body.count("cannot be asked any more") == 1


@pytest.mark.parametrize("owner", GONE)
def test_with_nobody_to_ask_the_question_stays_open_and_is_tried_again(home, owner):
    notice = due(owner=owner())
    assert ask() == []
    before = told_of(notice)

    ada = make_user("Admin")
    ask()

    assert before is None
    assert told() == [ada.email]


# --- when mail cannot be sent


def test_a_dead_mail_server_loses_nothing(rosa, settings):
    alive = settings.EMAIL_BACKEND
    notice = due(owner=rosa)
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = DEAD, "127.0.0.1", 9
    faults = ask()
    before = told_of(notice)

    settings.EMAIL_BACKEND = alive
    ask()

    said = "Rosa could not be told which notices to look at again: the mail server did not take the mail"
    assert faults == [said]
    assert (before, told_of(notice)) == (None, TODAY)
    assert told() == [rosa.email]


@pytest.fixture
def refusing(monkeypatch):
    """The mail server takes no mail to that address."""

    def refuse(address: str) -> None:
        send = EmailBackend.send_messages

        def careful(backend, letters):
            if any(address in letter.to for letter in letters):
                raise OSError("550 No such user")
            return send(backend, letters)

        monkeypatch.setattr(EmailBackend, "send_messages", careful)

    return refuse


def test_one_mail_that_is_refused_stops_no_other(rosa, refusing):
    juan = make_user("Editor", first_name="Juan")
    lost, sent = due(owner=rosa), due(owner=juan)
    refusing(rosa.email)

    faults = ask()

    assert [fault.startswith("Rosa could not be told") for fault in faults] == [True]
    assert told() == [juan.email]
    assert (told_of(lost), told_of(sent)) == (None, TODAY)


def test_one_admin_who_could_be_told_is_enough(home, refusing):
    mute, ada = make_user("Admin"), make_user("Admin")
    due()
    refusing(mute.email)

    faults = ask(), ask()

    assert [len(each) for each in faults] == [1, 0]
    assert told() == [ada.email]


def test_a_mail_that_cannot_be_written_stops_no_other(rosa, monkeypatch):
    juan = make_user("Editor")
    due(owner=rosa), due(owner=juan)
    send = post.send

    def breaks(person, *args, **facts):
        if person == rosa:
            raise RuntimeError("broken")
        return send(person, *args, **facts)

    monkeypatch.setattr(post, "send", breaks)
    faults = ask()

    assert [fault.endswith("an error of the programme (RuntimeError)") for fault in faults] == [
        True
    ]
    assert told() == [juan.email]


def test_a_loop_that_lost_its_lease_sends_no_further_mail(rosa):
    due(owner=rosa)

    def lost():
        raise Lost

    with pytest.raises(Lost):
        reminding.ask_whether_notices_still_hold(lost)

    assert told() == []


# --- among the jobs


def test_it_is_done_every_hour_and_by_itself(rosa, freeze):
    go_round(Lease("me"))
    due(owner=rosa)
    mails = []

    for minutes in (59, 60):
        freeze(NOON + datetime.timedelta(minutes=minutes))
        go_round(Lease("me"))
        mails.append(told())

    assert mails == [[], [rosa.email]]


def test_what_could_not_be_sent_is_told_to_machines_and_not_on_every_page(rosa, refusing):
    due(owner=rosa)
    refusing(rosa.email)

    go_round(Lease("me"))

    assert "Rosa could not be told" in Job.objects.get(name="reviews").said
    assert not rounds.is_well()
    assert watch.problem() == "some jobs fail: reviews"
    assert not watch.trouble().failed


def test_it_asks_little_however_much_there_is(rosa, django_assert_max_num_queries):
    for _ in range(20):
        due(owner=rosa)

    # What visitors may see, who is asked, one mail, and the note of it under the lock of the home page.
    with django_assert_max_num_queries(21):
        ask()
