import datetime

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.factories import make_article, make_index, make_page

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("whole_tree")]


def faults(page) -> list[str]:
    """What axe finds in our own additions."""
    options = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}
    found = Axe().run(page, context=".links-here, .listing.chooser", options=options)
    return [fault["id"] for fault in found.response["violations"]]


def test_an_editor_finds_a_page_chooses_it_and_learns_what_links_to_it(signed_in):
    news = make_index(slug="news", title="News")
    bridge = make_article(
        news, title="The bridge at Ayona", slug="bridge", date=datetime.date(2009, 3, 2)
    )
    about = make_page(title="About us")
    page = signed_in("Editor")

    # Pasted from the browser, with all that hangs on to it.
    page.fill("input[name=q]", f"{page.url.split('/admin')[0]}/news/bridge/?utm_source=mail#top")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/admin/pages/{bridge.pk}/edit/")

    # A page to link to, by the keyboard.
    page.goto(f"/admin/pages/{about.pk}/edit/")
    page.locator("#panel-child-content-body-section button[title='Insert a block']").first.click()
    page.get_by_role("option", name="Related pages").click()
    page.get_by_role("button", name="Choose a page").first.click()
    row = page.locator(".modal-body tr", has_text="The bridge at Ayona")
    assert "2 March 2009" in row.inner_text()
    assert faults(page) == []
    row.locator("a.choose-page").press("Enter")
    page.wait_for_selector(".modal-body", state="detached")
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Publish").click()
    page.wait_for_selector(".messages .success")

    page.goto(f"/admin/pages/{bridge.pk}/unpublish/")
    asked = page.locator(".links-here")
    assert "One thing links here" in asked.inner_text()
    assert (
        asked.get_by_role("link", name="About us")
        .get_attribute("href")
        .endswith(f"/admin/pages/{about.pk}/edit/")
    )
    assert faults(page) == []
