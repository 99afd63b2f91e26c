"""A scheduler that stands still is not silent: machines and editors are told."""

import datetime

import pytest
from django.core.cache import cache
from django.utils import timezone

from desk.jobs import watch
from desk.jobs.lease import NAME, Lease
from desk.models import Job
from tests.factories import at, make_index, make_user, of_one_section

NOON = at(2026, 5, 4, 12)
MINUTE = datetime.timedelta(minutes=1)


@pytest.fixture
def started(settings, freeze):
    """Start the site at noon; then it is so many minutes later."""
    settings.STARTED_AT = NOON

    def now(minutes: float) -> None:
        freeze(NOON + minutes * MINUTE)
        cache.clear()

    return now


def test_whoever_starts_the_site_has_five_minutes_to_start_the_jobs(db, started):
    said = []

    for minutes in (0, 5, 5.1):
        started(minutes)
        said.append((bool(watch.trouble()), watch.problem()))

    silent = (True, "the jobs have not run for five minutes")
    assert said == [(False, ""), (False, ""), silent]


def test_an_old_beat_counts_for_nothing_at_a_new_start(db, started):
    Job.objects.create(name=NAME, ran_at=NOON - datetime.timedelta(days=1))

    started(1)

    assert not watch.trouble()


def test_jobs_that_stop_are_missed_after_five_minutes(db, started):
    started(60)
    Lease().take()
    said = []

    for minutes in (65, 65.1):
        started(minutes)
        said.append(bool(watch.trouble()))

    assert said == [False, True]
    assert watch.trouble().silent_since == NOON + 60 * MINUTE


def test_a_beat_by_a_clock_that_was_wrong_hides_no_silence(db, started):
    started(60 * 24 * 365)
    Lease("dead").take()

    started(60)

    assert watch.trouble()
    assert Lease("next").take()


def test_a_page_that_could_not_be_published_is_named_to_editors_and_not_to_strangers(db):
    Job.objects.create(name="publish", said="“Bad” could not be published: The slug is taken.")

    assert watch.trouble().failed == ("“Bad” could not be published: The slug is taken.",)
    assert watch.problem() == "some jobs fail: publish"


def test_a_failed_draft_is_named_to_those_alone_who_may_know_it(db, client):
    Lease().take()
    Job.objects.create(name="publish", said="“Hidden” could not be published: No.")
    said = []

    for user in (make_user("Contributor"), of_one_section(make_index())):
        client.force_login(user)
        said.append(client.get("/admin/").content.decode())

    assert ["could not be done" in page for page in said] == [True, True]
    assert ["Hidden" in page for page in said] == [True, False]


def test_a_fault_in_tidying_up_is_nothing_for_editors(db):
    Job.objects.create(name="purge", said="an error of the programme (RuntimeError)")

    assert not watch.trouble()
    assert watch.problem() == "some jobs fail: purge"


def test_the_banner_costs_one_query_and_then_none_for_a_while(db, django_assert_num_queries):
    with django_assert_num_queries(1):
        watch.trouble()
        watch.trouble()


@pytest.mark.parametrize("role", ["Contributor", "Editor", "Admin"])
def test_everybody_in_the_admin_is_told_on_every_page(db, client, settings, role):
    settings.STARTED_AT = timezone.now() - 10 * MINUTE
    Job.objects.create(name=NAME, ran_at=timezone.now() - 6 * MINUTE)
    client.force_login(make_user(role))

    pages = [client.get(path).content.decode() for path in ("/admin/", "/admin/account/")]

    assert ["Scheduled items are not being published." in page for page in pages] == [True, True]
    assert "London time." in pages[0]
    assert "What you publish by hand appears as always." in pages[0]


def test_nobody_is_told_while_the_jobs_run_nor_before_signing_in(db, client, settings):
    settings.STARTED_AT = timezone.now() - 10 * MINUTE
    login = client.get("/admin/login/").content.decode()
    Lease().take()
    client.force_login(make_user("Editor"))

    page = client.get("/admin/").content.decode()

    assert "desk-alarm" not in login + page


def test_a_site_whose_jobs_have_stopped_is_in_trouble(db, client, settings):
    settings.STARTED_AT = timezone.now() - 10 * MINUTE

    without = client.get("/-/health")
    Lease().take()
    beating = client.get("/-/health")

    assert without.status_code == 503
    assert without.json()["jobs"] == "the jobs have not run for five minutes"
    assert beating.json()["jobs"] == "ok"
