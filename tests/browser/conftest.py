"""A real browser before a real server; both must be quick to start and leave nothing behind."""

import os

import pytest

from tests.browser.board import board, notices  # noqa: F401  (fixtures)
from tests.browser.pictures import picture  # noqa: F401  (a fixture)
from tests.conftest import CHROMIUM
from tests.factories import make_user

# Playwright's own loop makes Django believe it is in asynchronous code; the tests are not.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
SIZES = {"phone": {"width": 375, "height": 812}, "desk": {"width": 1440, "height": 900}}


def pytest_collection_modifyitems(items):
    """The longest first: else one process is still at it when the other has nothing left."""
    items.sort(key=lambda item: item.path.name != "test_weight.py")


@pytest.fixture(scope="session")
def chromium():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def browse(whole_tree, chromium, live_server):
    """Opens a page of the given size; addresses are paths of the live server."""
    contexts = []

    def opened(size: str = "desk", **options):
        context = chromium.new_context(
            base_url=live_server.url, viewport=SIZES[size], reduced_motion="reduce", **options
        )
        contexts.append(context)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def signed_in(browse):
    """A page of somebody who has signed in, by the form, in that role."""

    def as_role(role: str):
        user = make_user(role)
        page = browse()
        page.goto("/admin/login/")
        page.fill("#id_username", user.username)
        page.fill("#id_password", "a-long-password")
        page.click("button[type=submit]")
        page.wait_for_url("**/admin/")
        return page

    return as_role
