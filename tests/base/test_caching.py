"""The content version: one number for everything visitors see, shared by every process."""

import datetime
import subprocess
import sys
import threading
import uuid

import pytest
from django.conf import settings
from django.core.cache.backends.redis import RedisCache
from django.db import connection, transaction

from base import caching
from base.caching import bump, content_version, kept, one_version
from base.models import ContentVersion
from tests.conftest import missing
from tests.factories import make_article

REDIS = "redis://127.0.0.1:6379/9"
NOON = datetime.datetime(2026, 6, 1, 11, tzinfo=datetime.UTC)


@pytest.fixture
def computed() -> list[int]:
    """Counts how often something was worked out."""
    return []


def reckon(computed: list[int]) -> int:
    computed.append(len(computed))
    return len(computed)


# --- the version


@pytest.mark.django_db
def test_a_bump_raises_the_version_on_commit(on_commit):
    before = content_version()

    with on_commit():
        bump()
        during = content_version()

    assert during == before
    assert content_version() != before


@pytest.mark.django_db
def test_a_change_that_is_rolled_back_raises_nothing(on_commit):
    before = content_version()

    with on_commit(), pytest.raises(RuntimeError), transaction.atomic():
        bump()
        raise RuntimeError

    assert content_version() == before


@pytest.mark.django_db
def test_the_first_bump_of_all_makes_the_number(on_commit):
    ContentVersion.objects.all().delete()
    before = content_version()

    with on_commit():
        bump()

    assert content_version() != before
    assert ContentVersion.objects.count() == 1


def test_a_bump_is_seen_over_another_connection(whole_tree):
    seen = []

    def elsewhere():
        seen.append(content_version())
        connection.close()

    def ask():
        thread = threading.Thread(target=elsewhere)
        thread.start()
        thread.join()

    ask()
    bump()
    ask()

    assert seen[0] != seen[1]
    assert seen[1] == content_version()


@pytest.mark.postgresql
def test_a_bump_is_seen_by_another_process(whole_tree):
    program = (
        "import sys, django; django.setup()\n"
        "from django.db import connection\n"
        "connection.settings_dict['NAME'] = sys.argv[1]\n"
        "from base.caching import bump; bump()"
    )
    before = content_version()

    subprocess.run(
        [sys.executable, "-c", program, connection.settings_dict["NAME"]],
        cwd=settings.STATICFILES_DIRS[0].parent,
        check=True,
    )

    assert content_version() != before


@pytest.mark.django_db
def test_a_page_that_runs_out_raises_the_version_without_any_job(freeze):
    freeze(NOON)
    make_article(expire_at=NOON + datetime.timedelta(hours=1))
    before = content_version()
    freeze(NOON + datetime.timedelta(minutes=59))
    still = content_version()

    freeze(NOON + datetime.timedelta(hours=1))

    assert still == before
    assert content_version() != before


@pytest.mark.django_db
def test_two_pages_that_run_out_one_after_the_other_raise_it_twice(freeze):
    freeze(NOON)
    for hours in (1, 2):
        make_article(expire_at=NOON + datetime.timedelta(hours=hours))
    versions = []

    for hours in (0, 1, 2):
        freeze(NOON + datetime.timedelta(hours=hours))
        versions.append(content_version())

    assert len(set(versions)) == 3


@pytest.mark.django_db
def test_midnight_on_the_clock_of_the_site_raises_the_version(freeze):
    freeze(datetime.datetime(2026, 6, 1, 22, 59, tzinfo=datetime.UTC))  # 23:59 in London
    before = content_version()

    freeze(datetime.datetime(2026, 6, 1, 23, 1, tzinfo=datetime.UTC))

    assert content_version() != before


# --- what is kept under it


@pytest.mark.django_db
def test_a_value_is_worked_out_once_a_version(computed, on_commit):
    first = [kept("number", lambda: reckon(computed)) for _ in range(3)]

    with on_commit():
        bump()
    second = kept("number", lambda: reckon(computed))

    assert first == [1, 1, 1]
    assert second == 2


@pytest.mark.django_db
@pytest.mark.parametrize("nothing", [None, 0, "", []])
def test_a_value_that_is_nothing_is_kept_like_any_other(computed, nothing):
    def reckoned():
        computed.append(1)
        return nothing

    values = [kept("nothing", reckoned) for _ in range(2)]

    assert values == [nothing, nothing]
    assert len(computed) == 1


@pytest.mark.django_db
def test_values_of_two_names_are_two(computed):
    assert kept("one", lambda: reckon(computed)) != kept("two", lambda: reckon(computed))


@pytest.mark.django_db
def test_within_one_request_the_version_does_not_move_under_a_page():
    with one_version():
        before = content_version()
        ContentVersion.objects.update_or_create(pk=1, defaults={"number": 1000})
        during = content_version()

    assert during == before
    assert content_version() != before


@pytest.mark.django_db
def test_a_request_that_changes_the_site_sees_its_own_change(on_commit):
    with one_version():
        before = content_version()
        with on_commit():
            bump()

        assert content_version() != before


@pytest.mark.django_db
def test_within_one_request_the_number_is_asked_for_once(django_assert_num_queries):
    with one_version():
        kept("one", int)

        with django_assert_num_queries(0):
            kept("one", int)
            kept("two", int)
            content_version()


# --- Redis


@pytest.fixture
def redis_client():
    """Makes one more client of one Redis, as another process would have it."""
    import redis

    try:
        redis.Redis.from_url(REDIS, socket_connect_timeout=1).ping()
    except redis.RedisError:
        missing(f"No Redis answers at {REDIS}.")
    prefix = f"khipu-test-{uuid.uuid4()}"  # nobody else's keys, on a server others may use
    made = []

    def client() -> RedisCache:
        made.append(RedisCache(REDIS, {"KEY_PREFIX": prefix}))
        return made[-1]

    yield client
    server = redis.Redis.from_url(REDIS)
    for key in server.scan_iter(f"{prefix}*"):
        server.delete(key)


@pytest.mark.redis
@pytest.mark.django_db
def test_what_one_process_worked_out_another_reads_from_redis(redis_client, computed, monkeypatch):
    monkeypatch.setattr(caching, "cache", redis_client())
    first = kept("shared", lambda: {"answer": reckon(computed)})
    monkeypatch.setattr(caching, "cache", redis_client())

    second = kept("shared", lambda: {"answer": reckon(computed)})

    assert first == second == {"answer": 1}


@pytest.mark.redis
@pytest.mark.django_db
def test_redis_gives_nothing_back_after_a_bump(redis_client, computed, monkeypatch, on_commit):
    monkeypatch.setattr(caching, "cache", redis_client())
    kept("shared", lambda: reckon(computed))

    with on_commit():
        bump()

    assert kept("shared", lambda: reckon(computed)) == 2
