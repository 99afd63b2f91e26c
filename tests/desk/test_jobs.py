"""What happens by itself: at its moment, page by page, and by one loop at a time."""

import datetime
import re
import threading

import pytest
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.admin.models import EditingSession, FormState
from wagtail.models import PageLogEntry, Revision

from articles.models import ArticlePage
from base.caching import content_version
from desk.jobs import lease as leases
from desk.jobs import publishing, rounds, tidying
from desk.jobs.lease import Lease, Lost
from desk.jobs.loop import Beside, Loop
from desk.jobs.rounds import Piece, go_round
from desk.models import Job
from tests.factories import at, make_article, make_index, make_notice, make_user

NOON = at(2026, 5, 4, 12)
SECOND = datetime.timedelta(seconds=1)


@pytest.fixture
def news(db):
    return make_index(slug="news", title="News")


def schedule(page, moment=NOON, **changes):
    """As an editor does: the form says when, the button says so."""
    page.go_live_at = moment
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def is_live(page) -> bool:
    return ArticlePage.objects.get(pk=page.pk).live


# --- publishing and expiry


def test_a_page_appears_at_its_moment_and_not_before(news, freeze):
    freeze(NOON - datetime.timedelta(days=1))
    page = schedule(make_article(news, live=False))
    states = []

    for moment in (NOON - SECOND, NOON):
        freeze(moment)
        go_round(Lease("me"))
        states.append(is_live(page))

    assert states == [False, True]


def test_publishing_by_itself_keeps_the_date_that_the_editor_chose(news, freeze):
    freeze(NOON - datetime.timedelta(days=1))
    page = schedule(make_article(news, live=False, date=datetime.date(2011, 3, 2)))

    freeze(NOON + SECOND)
    go_round(Lease("me"))

    assert ArticlePage.objects.get(pk=page.pk).date == datetime.date(2011, 3, 2)


def test_a_later_draft_is_not_published_in_place_of_the_scheduled_version(news, freeze):
    freeze(NOON - datetime.timedelta(days=1))
    page = schedule(make_article(news, live=False), title="As planned")
    page.title = "Half of a thought"
    page.save_revision()

    freeze(NOON)
    go_round(Lease("me"))

    page = ArticlePage.objects.get(pk=page.pk)
    assert (page.title, page.has_unpublished_changes) == ("As planned", True)


def test_the_history_says_that_it_happened_by_itself(news, freeze):
    freeze(NOON - datetime.timedelta(days=1))
    page = schedule(make_article(news, live=False, expire_at=NOON + SECOND))

    for moment in (NOON, NOON + SECOND):
        freeze(moment)
        go_round(Lease("me"))

    said = PageLogEntry.objects.filter(page=page.pk, user=None)
    actions = set(said.values_list("action", flat=True))
    assert {"wagtail.publish.scheduled", "wagtail.unpublish.scheduled"} <= actions


def test_a_page_goes_at_its_last_moment(news, freeze):
    page = make_article(news, expire_at=NOON)
    states = []

    for moment in (NOON - SECOND, NOON):
        freeze(moment)
        go_round(Lease("me"))
        states.append(is_live(page))

    assert states == [True, False]
    assert ArticlePage.objects.get(pk=page.pk).expired


def test_a_version_planned_for_after_the_last_moment_still_has_its_day(news, freeze):
    freeze(NOON - datetime.timedelta(days=1))
    page = make_article(news, expire_at=NOON)
    page.save_revision().publish()
    page = schedule(
        ArticlePage.objects.get(pk=page.pk), NOON + SECOND, expire_at=None, title="Back again"
    )
    titles = []

    for moment in (NOON, NOON + SECOND):
        freeze(moment)
        go_round(Lease("me"))
        titles.append(
            ArticlePage.objects.filter(pk=page.pk, live=True).values_list("title").first()
        )

    assert titles == [None, ("Back again",)]


def test_a_new_version_due_at_the_last_moment_of_the_old_one_leaves_no_gap(news, freeze):
    freeze(NOON - datetime.timedelta(days=1))
    page = make_article(news, expire_at=NOON)
    page.save_revision().publish()
    schedule(ArticlePage.objects.get(pk=page.pk), NOON, expire_at=None)

    freeze(NOON)
    go_round(Lease("me"))

    assert is_live(page)


def test_one_bad_page_stops_no_other_and_is_named(news, freeze, monkeypatch, caplog):
    freeze(NOON - datetime.timedelta(days=1))
    pages = [schedule(make_article(news, live=False, title=t)) for t in ("Bad", "Good")]
    save = ArticlePage.save

    def refuse(page, *args, **kwargs):
        if page.title == "Bad":
            raise ValidationError("The slug is taken.")
        save(page, *args, **kwargs)

    monkeypatch.setattr(ArticlePage, "save", refuse)
    freeze(NOON)
    for _ in range(2):
        go_round(Lease("me"))

    assert [is_live(page) for page in pages] == [False, True]
    said = Job.objects.get(name="publish").said
    assert said == "“Bad” could not be published: The slug is taken."
    assert sum("“Bad”" in record.getMessage() for record in caplog.records) == 1


def test_a_page_that_cannot_be_taken_down_stops_no_other(news, freeze, monkeypatch):
    pages = [make_article(news, title=t, expire_at=NOON) for t in ("Bad", "Good")]
    unpublish = ArticlePage.unpublish

    def refuse(page, *args, **kwargs):
        if page.title == "Bad":
            raise RuntimeError("no")
        unpublish(page, *args, **kwargs)

    monkeypatch.setattr(ArticlePage, "unpublish", refuse)
    freeze(NOON)
    go_round(Lease("me"))

    assert [is_live(page) for page in pages] == [True, False]
    said = Job.objects.get(name="expire").said
    assert said == "“Bad” could not be taken down: an error of the programme (RuntimeError)"


def test_what_is_mended_is_no_longer_complained_of(news, freeze):
    Job.objects.create(name="publish", said="“Bad” could not be published.", failed_at=NOON)

    freeze(NOON + SECOND)
    go_round(Lease("me"))

    assert rounds.is_well()


def test_what_somebody_published_meanwhile_is_not_published_twice(news, freeze):
    freeze(NOON - datetime.timedelta(days=1))
    page = schedule(make_article(news, live=False))
    freeze(NOON)

    def by_hand():
        Revision.objects.get(approved_go_live_at=NOON).publish()

    publishing.publish_what_is_due(by_hand)

    by_itself = PageLogEntry.objects.filter(page=page.pk, action="wagtail.publish.scheduled")
    assert is_live(page)
    assert not by_itself.exists()


@pytest.mark.postgresql
def test_the_page_is_locked_before_its_version_as_by_an_editor_who_saves(news, freeze):
    freeze(NOON - datetime.timedelta(days=1))
    schedule(make_article(news, live=False))

    freeze(NOON)
    with CaptureQueriesContext(connection) as captured:
        publishing.publish_what_is_due(lambda: None)

    locks = [query["sql"] for query in captured if "FOR UPDATE" in query["sql"]]
    assert [re.search(r' FROM "(\w+)"', sql)[1] for sql in locks] == [
        "wagtailcore_page",
        "wagtailcore_revision",
    ]


def test_a_notice_that_appears_by_itself_keeps_its_place(db, freeze):
    freeze(NOON - datetime.timedelta(days=1))
    notice = schedule(make_notice(live=False))
    make_notice(title="On top of it")

    freeze(NOON)
    go_round(Lease("me"))

    order = type(notice).objects.in_order().values_list("title", flat=True)
    assert list(order) == ["On top of it", notice.title]


def test_the_content_version_moves_with_what_is_done(news, freeze, on_commit):
    freeze(NOON - datetime.timedelta(days=1))
    schedule(make_article(news, live=False))
    freeze(NOON)
    before = content_version()

    with on_commit():
        go_round(Lease("me"))

    assert content_version() != before


# --- rounds


def test_a_piece_of_work_that_fails_stops_no_other(db, monkeypatch):
    done = []

    def breaks(go_on):
        raise RuntimeError("broken")

    pieces = (
        Piece("bad", breaks, rounds.ALWAYS),
        Piece("good", lambda go_on: done or [], rounds.ALWAYS),
    )
    monkeypatch.setattr(rounds, "PIECES", pieces)
    go_round(Lease("me"))

    bad, good = Job.objects.get(name="bad"), Job.objects.get(name="good")
    assert bad.said == "an error of the programme (RuntimeError)"
    assert (bad.ran_at, bool(bad.failed_at)) == (None, True)
    assert (bool(good.ran_at), good.said) == (True, "")


def test_tidying_rests_for_an_hour_and_publishing_never(db, freeze, monkeypatch):
    done = []
    pieces = tuple(
        Piece(name, lambda go_on, name=name: done.append(name) or [], rests)
        for name, rests in (("publish", rounds.ALWAYS), ("purge", rounds.HOURLY))
    )
    monkeypatch.setattr(rounds, "PIECES", pieces)

    for minutes in (0, 1, 59, 60):
        freeze(NOON + datetime.timedelta(minutes=minutes))
        go_round(Lease("me"))

    assert done == ["publish", "purge", "publish", "publish", "publish", "purge"]


def test_a_clock_that_was_set_back_does_not_put_work_off(db, freeze, monkeypatch):
    done = []
    pieces = (Piece("purge", lambda go_on: done.append(1) or [], rounds.HOURLY),)
    monkeypatch.setattr(rounds, "PIECES", pieces)
    Job.objects.create(name="purge", ran_at=NOON + datetime.timedelta(days=300))

    freeze(NOON)
    go_round(Lease("me"))

    assert done == [1]


# --- the lease


def test_only_one_loop_works_at_a_time(db):
    first, second = Lease(), Lease()

    taken = [first.take(), second.take(), first.take()]

    assert taken == [True, False, True]


def test_another_loop_takes_over_a_minute_after_the_first_has_died(db, freeze):
    freeze(NOON)
    first, second = Lease(), Lease()
    first.take()

    tries = []
    for seconds in (59, 60):
        freeze(NOON + datetime.timedelta(seconds=seconds))
        tries.append(second.take())

    assert tries == [False, True]
    with pytest.raises(Lost):
        first.renew()


def test_a_loop_that_ends_leaves_the_work_to_the_next_at_once(db):
    first, second = Lease(), Lease()
    first.take()

    first.give_back()

    assert second.take()


def test_a_loop_that_was_overtaken_takes_nothing_back(db, freeze):
    freeze(NOON)
    first, second = Lease(), Lease()
    first.take()
    freeze(NOON + datetime.timedelta(minutes=2))
    second.take()

    first.give_back()

    assert Job.objects.get(name=leases.NAME).held_by == second.holder


def test_a_loop_that_lost_its_lease_publishes_no_further_page(news, freeze):
    freeze(NOON - datetime.timedelta(days=1))
    pages = [schedule(make_article(news, live=False)) for _ in range(2)]
    freeze(NOON)
    calls = iter([None])

    def go_on():
        if next(calls, Lost) is Lost:
            raise Lost

    with pytest.raises(Lost):
        go_round(Lease("me"), go_on)

    assert [is_live(page) for page in pages] == [True, False]


# Only there: the tests' SQLite lives in memory, where threads do not queue as processes do at a file.
@pytest.mark.postgresql
@pytest.mark.usefixtures("whole_tree")
def test_of_many_that_ask_at_the_same_moment_one_is_told_yes():
    answers, start = [], threading.Barrier(6)

    def ask():
        lease = Lease()
        start.wait()
        try:
            answers.append(lease.take())
        finally:
            connection.close()

    threads = [threading.Thread(target=ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(answers) == [False] * 5 + [True]


# --- the loop


@pytest.mark.usefixtures("whole_tree")
def test_the_loop_beside_a_server_beats_and_ends_with_it():
    beside = Beside(pause=0.01)
    beside.start()
    for _ in range(3000):
        if Job.objects.filter(name="leftovers").exists():
            break
        beside.join(0.01)

    beside.end()

    row = Job.objects.get(name=leases.NAME)
    assert not beside.is_alive()
    assert row.ran_at
    assert (row.held_by, row.held_until) == ("", None)


@pytest.mark.parametrize("problem", [OperationalError("gone"), RuntimeError("unforeseen")])
def test_a_round_that_cannot_be_done_ends_no_loop(monkeypatch, caplog, problem):
    # No database is allowed to this test.
    def away(*args):
        raise problem

    monkeypatch.setattr("desk.jobs.loop.go_round", away)
    monkeypatch.setattr("desk.jobs.loop.connection.close", lambda: None)
    monkeypatch.setattr("desk.jobs.loop.close_old_connections", lambda: None)

    worked = Loop().one_round()

    assert worked is False
    assert "The jobs rest" in caplog.text


def test_a_loop_told_to_end_finishes_the_page_it_is_at_and_no_more(db):
    loop = Loop()
    loop.lease.take()
    loop.end()

    with pytest.raises(Lost):
        loop._go_on()


# --- tidying

LONG_AGO = NOON - datetime.timedelta(days=31)


def saved(page, user, minutes: int, start=LONG_AGO) -> Revision:
    """A version of that page, saved so many minutes after the start."""
    revision = page.save_revision(user=user)
    moment = start + datetime.timedelta(minutes=minutes)
    Revision.objects.filter(pk=revision.pk).update(created_at=moment)
    return revision


def left(page) -> list[int]:
    return list(page.revisions.order_by("created_at", "pk").values_list("pk", flat=True))


def purge():
    tidying.purge_old_steps(lambda: None)


def test_of_an_old_sitting_only_the_last_version_is_kept(news, freeze):
    page, rosa = make_article(news), make_user("Editor")
    steps = [saved(page, rosa, minutes) for minutes in (0, 30, 60, 300, 301)]

    freeze(NOON)
    purge()

    assert left(page) == [steps[2].pk, steps[4].pk]


def test_what_another_wrote_over_is_kept(news, freeze):
    page, rosa, juan = make_article(news), make_user("Editor"), make_user("Editor")
    first, second = saved(page, rosa, 0), saved(page, juan, 1)

    freeze(NOON)
    purge()

    assert left(page) == [first.pk, second.pk]


def test_versions_of_this_month_are_all_kept(news, freeze):
    page, rosa = make_article(news), make_user("Editor")
    start = NOON - datetime.timedelta(days=29)
    steps = [saved(page, rosa, minutes, start) for minutes in range(3)]

    freeze(NOON)
    purge()

    assert left(page) == [step.pk for step in steps]


def test_what_was_published_scheduled_or_put_before_a_reviewer_is_kept(news, freeze):
    from wagtail.models import GroupApprovalTask, Workflow, WorkflowTask

    rosa = make_user("Editor")
    published, scheduled, reviewed = (make_article(news) for _ in range(3))
    kept = []
    for page in (published, scheduled, reviewed):
        revision = saved(page, rosa, 0)
        kept.append(revision)
        if page is published:
            revision.publish(user=rosa)
        elif page is scheduled:
            Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=at(2027, 1, 1))
        else:
            workflow = Workflow.objects.create(name="A second look")
            task = GroupApprovalTask.objects.create(name="Look")
            WorkflowTask.objects.create(workflow=workflow, task=task)
            workflow.start(type(page).objects.get(pk=page.pk), rosa)
        saved(page, rosa, 1), saved(page, rosa, 2)

    freeze(NOON)
    purge()

    assert [
        revision.pk in left(page)
        for revision, page in zip(kept, (published, scheduled, reviewed), strict=True)
    ] == [True] * 3
    assert [page.revisions.count() for page in (published, scheduled, reviewed)] == [2, 2, 2]


def test_what_the_import_wrote_is_kept(news, freeze):
    page = make_article(news)
    steps = [saved(page, None, minutes) for minutes in range(2)]

    freeze(NOON)
    purge()

    assert left(page) == [step.pk for step in steps]


def test_sessions_and_leftovers_of_editors_go_and_those_in_use_stay(news):
    from django.contrib.contenttypes.models import ContentType

    user, kind = make_user("Editor"), ContentType.objects.get_for_model(news)
    now, old = timezone.now(), timezone.now() - datetime.timedelta(days=2)
    what = {"user": user, "content_type": kind}
    for moment, key in ((now, "new"), (old, "old")):
        Session.objects.create(session_key=key, expire_date=moment + datetime.timedelta(hours=1))
        EditingSession.objects.create(object_id=key, last_seen_at=moment, **what)
        FormState.objects.create(object_id=key, last_updated_at=moment, **what)

    go_round(Lease("me"))

    assert list(Session.objects.values_list("pk", flat=True)) == ["new"]
    assert list(EditingSession.objects.values_list("object_id", flat=True)) == ["new"]
    assert list(FormState.objects.values_list("object_id", flat=True)) == ["new"]


def test_a_round_with_nothing_to_do_asks_little_however_much_there_is(
    news, django_assert_max_num_queries
):
    go_round(Lease("me"))

    with django_assert_max_num_queries(25):
        go_round(Lease("me"))
