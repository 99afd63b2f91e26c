"""What every test may lean on: the tree of a fresh site, and plain reasons where a machine lacks something."""

import os
from pathlib import Path

import pytest
from django.core.cache import caches
from django.db import connection

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
def what_the_machine_lacks(request):
    if request.node.get_closest_marker("postgresql") and not os.environ.get(
        "DATABASE_URL", ""
    ).startswith("postgres"):
        missing("PostgreSQL is not the test database (set DATABASE_URL to one).")
    if request.node.get_closest_marker("browser") and not CHROMIUM.exists():
        missing(f"Chromium is not installed at {CHROMIUM}.")


@pytest.fixture
def home(db):
    """The home page of a freshly migrated site."""
    from home.models import HomePage

    return HomePage.objects.get()


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
