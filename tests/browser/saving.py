"""How a person opens a page in the editor, and presses what stands below it."""

from axe_playwright_python.sync_playwright import Axe
from django.test import Client

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21aa", "wcag22aa", "best-practice"]}


def sign_in(page, user) -> None:
    """Without the form, which takes its time."""
    page.goto("/-/live")
    client = Client()
    client.force_login(user)
    session = {"name": "sessionid", "value": client.cookies["sessionid"].value}
    page.context.add_cookies([{**session, "url": page.url.removesuffix("-/live")}])


def open_editor(page, article, user):
    """The page in the editor, which by then notices what is changed in it."""
    sign_in(page, user)
    with page.expect_event("console", lambda line: line.text == "watched"):
        page.add_init_script(
            "addEventListener('w-unsaved:watch-edits', () => console.log('watched'))"
        )
        page.goto(f"/admin/pages/{article.pk}/edit/")
    page.wait_for_timeout(300)  # it begins twice
    return page


def press(page, name: str) -> None:
    button = page.locator("footer").get_by_role("button", name=name, exact=True)
    if not button.first.is_visible():
        page.locator("footer [data-w-dropdown-target=toggle]").last.click()
        button = page.get_by_role("button", name=name)
    button.first.click()


def said(page) -> str:
    page.wait_for_selector(".saving-notice")
    return page.locator(".saving-notice").inner_text()


def faults_of_notice(page) -> list[tuple[str, str]]:
    found = Axe().run(page, context=".saving-notice", options=RULES).response["violations"]
    return [(fault["id"], fault["nodes"][0]["html"]) for fault in found]
