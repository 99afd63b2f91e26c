"""What every test may lean on: the tree of a fresh site, and plain reasons where a machine lacks something."""

import os
from pathlib import Path

import pytest
from django.core.cache import caches
from django.db import connection, transaction
from pytest_django.plugin import blocking_manager_key

CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
SHARED = Path(__file__).resolve().parents[2] / "shared"


def missing(reason: str) -> None:
    """Skip with the reason in words; where everything must be there, fail with it."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"In CI this must be there: {reason}")
    pytest.skip(reason)


@pytest.fixture(autouse=True)
def fresh_caches():
    """A number of the content version means one state of one database; tests share neither."""
    for cache in caches.all():
        cache.clear()


@pytest.fixture(autouse=True)
def mail_in_turn(monkeypatch):
    """What is sent beside the answer is there as soon as the answer is."""
    from desk.people import post

    monkeypatch.setattr(post, "_beside", lambda work, *given: work(*given))


@pytest.fixture
def counting(settings):
    """Visitors are counted as on a public site; other tests may knock as often as they like."""
    counters = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "counted"}
    settings.CACHES = {**settings.CACHES, "throttle": counters}
    caches["throttle"].clear()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    """Before any fixture: one that is to empty the tables would leave them empty for the next test."""
    if item.get_closest_marker("postgresql") and not os.environ.get("DATABASE_URL", "").startswith(
        "postgres"
    ):
        missing("PostgreSQL is not the test database (set DATABASE_URL to one).")
    if item.get_closest_marker("browser") and not CHROMIUM.exists():
        missing(f"Chromium is not installed at {CHROMIUM}.")


@pytest.fixture
def home(db):
    """The home page of a freshly migrated site."""
    from home.models import HomePage

    return HomePage.objects.get()


@pytest.fixture(scope="module")
def standing(django_db_setup, django_db_blocker):
    """For what stands during all the tests of a module: rolled back after the last of them.

    A module's own fixture builds upon it; what a test does to that is undone after the test.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


_migrated_rows: dict[str, str] = {}  # by the name of the database they belong to
_migrated_types: list = []


@pytest.fixture
def whole_tree(transactional_db):
    """For tests that really commit: what they empty is filled again after them."""
    from django.contrib.contenttypes.models import ContentType

    if not _migrated_rows:
        _migrated_rows[this_database()] = connection.creation.serialize_db_to_string()
        _migrated_types.extend(ContentType.objects.all())


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_teardown(item):
    """Fill the emptied tables last of all, so that the tests of a worker may come in any order."""
    yield
    if "whole_tree" in item.fixturenames and _migrated_rows:
        with item.config.stash[blocking_manager_key].unblock():
            put_rows_back()


def this_database() -> str:
    return str(connection.settings_dict["NAME"])


def put_rows_back() -> None:
    """After the very last test the tests' own database is gone, and its name is somebody else's."""
    from django.contrib.contenttypes.models import ContentType
    from django.core.management import call_command

    rows = _migrated_rows.get(this_database())
    if rows is None:
        return
    quiet = {"verbosity": 0, "interactive": False}
    call_command("flush", **quiet, reset_sequences=False, inhibit_post_migrate=True)
    # First, or a row that asks for its type on the way would make that type a second time.
    ContentType.objects.bulk_create(_migrated_types)
    ContentType.objects.clear_cache()
    connection.creation.deserialize_db_from_string(rows)
    ContentType.objects.clear_cache()


@pytest.fixture
def warm(client):
    """Ask twice, count the second time: what a running process needs for that page."""
    from django.test.utils import CaptureQueriesContext

    def queries(path: str) -> int:
        assert client.get(path).status_code == 200
        with CaptureQueriesContext(connection) as captured:
            assert client.get(path).status_code == 200
        return len(captured)

    return queries


@pytest.fixture
def seeds() -> Path:
    """Real pages of the old site, where they lie beside the checkout."""
    folder = SHARED / "seeds"
    if not folder.is_dir():
        pytest.skip("The pages of the old site are not on this machine.")
    return folder


@pytest.fixture
def freeze(monkeypatch):
    """Stop the clock of the site at a moment; nothing else on the machine notices."""
    from django.utils import timezone

    def stop(moment) -> None:
        monkeypatch.setattr(timezone, "now", lambda: moment)

    return stop


@pytest.fixture
def on_commit(django_capture_on_commit_callbacks):
    """What is done within it is committed: whatever waits for that happens at its end."""
    return lambda: django_capture_on_commit_callbacks(execute=True)
