"""One walk through the screens that docs/editors.md explains; its pictures are taken on the way."""

import datetime
import re

import pytest

from notices import goals, ordering
from notices.models import FeaturedNotice
from tests.browser.pictures import PICTURES
from tests.browser.test_paste import PASTE
from tests.factories import (
    make_article,
    make_event,
    make_image,
    make_index,
    make_notice,
    make_topic,
    make_user,
    the_home,
)

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("whole_tree")]

GUIDE = PICTURES.parent / "editors.md"
FADED_IN = "(part) => part.checkVisibility({ opacityProperty: true, visibilityProperty: true })"
TEASER = "#panel-child-content-teaser-section"
TEXT = "#panel-child-content-body-section"
FROM_WORD = (
    "<p class=MsoNormal>The pump was <b>installed by two engineers</b> of the valley.</p>"
    "<p class=MsoNormal><img src='file:///C:/pump.jpg'></p>"
)


@pytest.fixture
def newsroom(whole_tree, settings):
    """A small site in the middle of its work; it saves when it is told to."""
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0
    water = make_topic(title="Water and climate")
    news = make_index(slug="news", title="News")
    picture = make_image(title="The well at Huaylla", description="Two women at a well")
    for day, title in enumerate(("Ferry to Isla Callpa runs again", "A school opens its doors"), 1):
        make_article(news, title=title, date=datetime.date(2026, 5, day), main_topic=water,
                     teaser="<p>It was a long winter.</p>", lead_image=picture)  # fmt: skip
    make_article(news, title="The road to Ayona", live=False, date=datetime.date(2026, 5, 3))
    event = make_event(news, title="An evening about wells", venue="Town hall",
                       prices=[("line", {"label": "Members", "amount": "8"})])  # fmt: skip
    for title in ("Help us to buy a pump", "Read the annual report"):
        make_notice(title=title, teaser="<p>Every pound counts.</p>")
    return event


@pytest.fixture
def person(signed_in):
    """Signed in, at a window of the width that fits a page of the guide."""

    def at_work(role: str):
        page = signed_in(role)
        page.set_viewport_size({"width": 1200, "height": 800})
        page.goto("/admin/")
        return page

    return at_work


def writing(page, picture) -> None:
    page.get_by_role("link", name="Add news").last.click()
    page.fill("#id_title", "Water returns to Huaylla")
    page.locator(f"{TEASER} [role=textbox]").click()
    page.keyboard.type("Two of the three wells can be used again. More is here: click here.")
    page.locator(TEASER).get_by_text("14 words").wait_for()
    picture(page, "add-news")
    text = page.locator(f"{TEXT} [role=textbox]").last
    text.click()
    text.evaluate(PASTE, {"html": FROM_WORD, "text": "The pump was installed"})
    page.locator(f"{TEXT} .paste-notice").get_by_text("Pictures").wait_for()
    text.evaluate("(text) => text.scrollIntoView({ block: 'center' })")
    picture(page, "pasting")
    page.keyboard.press("Control+a")
    page.get_by_role("button", name="Language", exact=True).last.click()
    page.get_by_role("button", name="Spanish").wait_for()
    picture(page, "language")
    page.keyboard.press("Escape")


def blocks(page, picture) -> None:
    button = page.locator("button[title='Insert a block']").last
    button.evaluate(
        "(b) => { b.style.scrollMarginTop = '9rem'; b.scrollIntoView({ behavior: 'instant' }); }"
    )
    button.click()
    option = page.get_by_role("option", name="Correction")
    option.wait_for()
    page.wait_for_function(FADED_IN, arg=option.element_handle())
    picture(page, "blocks")
    page.keyboard.press("Escape")


def passing_on(page, picture) -> None:
    page.locator("#id_title").scroll_into_view_if_needed()
    page.locator("[data-side-panel-toggle=checks]").click()
    page.locator("[data-side-panel=checks]").get_by_text("Words that point").wait_for()
    picture(page, "checks")
    page.locator("[data-side-panel-toggle=preview]").click()
    page.frame_locator("#w-preview-iframe").locator("h1").wait_for()
    picture(page, "preview")
    page.locator("[data-side-panel-toggle=status]").click()
    page.get_by_role("button", name="Set schedule").click()
    page.locator("#id_go_live_at").wait_for()
    picture(page, "schedule", "[role=dialog]:visible")
    page.keyboard.press("Escape")
    page.locator("footer [data-w-dropdown-target=toggle]").last.click()
    page.get_by_role("button", name="Save draft").wait_for()
    picture(page, "publishing")


def lists(page, event, picture) -> None:
    page.goto(f"/admin/pages/{event.pk}/edit/")
    page.get_by_text("Who pays it").evaluate("(e) => e.scrollIntoView({ block: 'center' })")
    picture(page, "event")
    page.goto("/admin/news/")
    page.get_by_role("checkbox", name="Select").nth(1).check()
    page.get_by_role("checkbox", name="Select").nth(2).check()
    page.get_by_role("link", name="Add a topic").wait_for()
    picture(page, "many-at-once")


def more_notices() -> None:
    """Enough of them for the home page to stop somewhere, and not all for visitors."""
    made = [("event", "Come to the evening about wells"), ("report", "Three wells, one year"),
            ("membership", "Give a year’s membership"), ("appeal", "Spades for the school garden")]  # fmt: skip
    for kind, title in made:
        make_notice(kind=kind, title=title)
    make_notice(title="Winter appeal", kind="appeal", show_until=datetime.date(2026, 2, 28))
    ada = make_user("Admin", first_name="Ada", last_name="Quispe")
    ordering.move(the_home(), FeaturedNotice.objects.in_order()[0].pk, goals.bottom(), ada)


def for_admins(page, picture) -> None:
    more_notices()
    page.goto("/admin/notices/featurednotice/")
    page.set_viewport_size({"width": 1200, "height": 1250})
    picture(page, "notices")
    page.set_viewport_size({"width": 1200, "height": 800})
    page.goto("/admin/users/")
    page.get_by_role("link", name="Invite a colleague").click()
    page.get_by_role("button", name="Send the invitation").wait_for()
    picture(page, "invitation")


def test_the_pictures_of_the_guide_show_the_screens_as_they_are(newsroom, person, picture):
    page = person("Editor")
    picture(page, "first-screen", "body")
    writing(page, picture)
    blocks(page, picture)
    passing_on(page, picture)
    lists(page, newsroom, picture)
    for_admins(person("Admin"), picture)

    shown = re.findall(r"\(pictures/([\w-]+)\.png\)", GUIDE.read_text("utf-8"))
    assert sorted(shown) == sorted(picture.taken)
