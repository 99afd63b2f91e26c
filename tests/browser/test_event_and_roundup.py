"""What an editor writes besides plain news: an event with prices, and a roundup of several stories."""

import pytest
from playwright.sync_api import expect

from articles.models import ArticlePage, EventPage
from tests.factories import make_index, make_topic

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("whole_tree")]


def section(page, name: str):
    return page.locator(f"#panel-child-content-{name}-section")


def lines(page, field: str):
    """The blocks of a list within the form, and the buttons that add one."""
    return page.locator(f"[data-contentpath='{field}']")


def publish(page) -> str:
    page.get_by_role("button", name="Publish").click()
    page.wait_for_selector(".messages .success")
    return page.locator(".messages").inner_text()


def test_an_editor_announces_an_event_with_a_timetable_and_prices(signed_in):
    make_index(slug="news", title="News")
    page = signed_in("Editor")

    page.goto("/admin/events/add/")
    expect(page.locator("#id_title")).to_be_focused()
    page.keyboard.type("An evening about water")
    page.fill("#id_start", "2030-06-01 18:30")
    page.keyboard.press("Escape")
    page.fill("#id_venue", "Huaylla hall")
    timetable, prices = lines(page, "schedule"), lines(page, "prices")
    for number, (time, what) in enumerate([("18:30", "Doors open"), ("19:00", "Talk")]):
        timetable.locator(".c-sf-add-button").last.click()
        page.fill(f"#schedule-{number}-value-time", time)
        page.fill(f"#schedule-{number}-value-label", what)
    for number, (who, amount) in enumerate([("Full price", "8.50"), ("Members", "0")]):
        prices.locator(".c-sf-add-button").last.click()
        page.fill(f"#prices-{number}-value-label", who)
        page.fill(f"#prices-{number}-value-amount", amount)
    publish(page)

    event = EventPage.objects.get(title="An evening about water")
    page.goto(event.url)
    words = page.locator("main").inner_text()
    assert (event.live, event.is_upcoming) == (True, True)
    for line in ("Huaylla hall", "6.30pm", "Doors open", "7.00pm", "£8.50", "Free"):
        assert line in words


def test_an_event_that_is_over_is_pointed_out_before_it_is_announced(signed_in):
    make_index(slug="news", title="News")
    page = signed_in("Editor")
    page.goto("/admin/events/add/")
    said = section(page, "when_it_takes_place").locator(".desk-said")

    page.fill("#id_start", "2019-06-01 18:30")
    warned = said.inner_text()
    page.fill("#id_end", "2199-06-02 18:30")
    still_on = said.inner_text()

    assert "This day is over" in warned
    assert still_on == ""


def test_an_editor_gathers_two_stories_each_with_its_topic(signed_in):
    make_index(slug="news", title="News")
    water, mining = make_topic(title="Water"), make_topic(title="Mining")
    page = signed_in("Editor")

    page.goto("/admin/news/add/")
    expect(page.locator("#id_title")).to_be_focused()
    page.keyboard.type("The week in brief")
    for number, (headline, topic) in enumerate(
        [("Ferry runs again", water), ("Mine to close", mining)], 1
    ):
        lines(page, "body").locator(".c-sf-add-button").last.click()
        page.get_by_role("option", name="Roundup story").click()
        page.fill(f"#body-{number}-value-headline", headline)
        page.locator(f"#body-{number}-value-teaser").locator("xpath=..").locator(
            "[role=textbox]"
        ).click()
        page.keyboard.type(f"{headline}, say the neighbours.")
        page.locator(
            f"#body-{number}-value-topic-chooser [data-chooser-action-choose]"
        ).first.click()
        page.locator("[role=dialog]").get_by_role("link", name=topic.title).click()
        chosen = page.locator(f"#body-{number}-value-topic-chooser [data-chooser-title]")
        expect(chosen).to_have_text(topic.title)
    publish(page)

    roundup = ArticlePage.objects.get(title="The week in brief")
    assert [(story.headline, story.topic) for story in roundup.stories.all()] == [
        ("Ferry runs again", water),
        ("Mine to close", mining),
    ]
    page.goto(roundup.url)
    words = page.locator("main").inner_text()
    assert "Ferry runs again, say the neighbours." in words
    page.goto(water.url)
    assert "Ferry runs again" in page.locator("main").inner_text()
    assert "Mine to close" not in page.locator("main").inner_text()
