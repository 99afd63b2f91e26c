"""The list of featured notices before an admin, in a browser: what is there, and what a person does to it."""

import pytest
from playwright.sync_api import expect

from notices.models import FeaturedNotice
from tests.browser.saving import sign_in
from tests.factories import make_notice, make_user

LIST = "/admin/notices/featurednotice/"
TITLES = ("Appeal", "Report", "Meeting", "Gift", "Letter")


@pytest.fixture
def notices(whole_tree) -> dict[str, FeaturedNotice]:
    """Five of them, by their headlines, from top to bottom."""
    made = {title: make_notice(title=title) for title in reversed(TITLES)}
    return {title: made[title] for title in TITLES}


@pytest.fixture
def board(browse, notices):
    """The list, before an admin."""

    def opened(size: str = "desk", **options):
        page = browse(size, **options)
        page.admin = make_user("Admin", first_name="Ada", last_name="Quispe")
        sign_in(page, page.admin)
        page.goto(LIST)
        if options.get("java_script_enabled", True):
            page.locator("[data-grip]:visible").first.wait_for()
        return page

    return opened


def seen(page) -> list[str]:
    return page.locator("[data-rows] h2").all_inner_texts()


def stored() -> list[str]:
    return [notice.title for notice in FeaturedNotice.objects.in_order()]


def numbers(page) -> list[str]:
    return page.locator("[data-place]").all_inner_texts()


def row(page, title: str):
    return page.locator("[data-notice]").filter(has=page.get_by_role("heading", name=title))


def press(page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def save_what_is_tried(page) -> None:
    page.locator("[data-trial]").get_by_role("button", name="Save this order").click()


def saved(page, words: str = "Saved.") -> str:
    told = page.locator("[data-said]")
    expect(told).to_contain_text(words)
    return told.inner_text()


def warned(page, words: str) -> None:
    expect(page.locator("[data-alarm]")).to_contain_text(words)
    expect(page.locator("[data-said]")).to_be_empty()


def middle_of(part) -> tuple[float, float]:
    box = part.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def focused(page) -> str:
    return page.evaluate("document.activeElement.getAttribute('aria-label')")


def drag(page, title: str, to: str, drop: bool = True) -> None:
    page.set_viewport_size({"width": 1440, "height": 1800})  # so that neither row is near an edge
    row(page, title).evaluate("(row) => row.scrollIntoView({ block: 'center' })")
    page.mouse.move(*middle_of(row(page, title).locator("[data-grip]")))
    page.mouse.down()
    box = row(page, to).bounding_box()
    is_up = seen(page).index(to) < seen(page).index(title)
    page.mouse.move(box["x"] + 20, box["y"] + (4 if is_up else box["height"] - 4), steps=12)
    if drop:
        page.mouse.up()
