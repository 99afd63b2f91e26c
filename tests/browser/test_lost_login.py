"""Whatever happens to a sign-in or to the line while somebody writes, the words stay in the window."""

import pytest
from playwright.sync_api import expect

from articles.models import ArticlePage
from tests.browser.saving import faults_of_notice, open_editor, press, said, sign_in
from tests.factories import make_article, make_user

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("whole_tree")]


def test_signed_out_while_writing_the_text_stays_and_one_press_saves_it(browse, settings):
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 100
    article = make_article(title="Before")
    editor = make_user("Editor")
    page = open_editor(browse(), article, editor)

    page.context.clear_cookies()
    page.fill("#id_title", "Written while signed out")
    assert "You are signed out." in said(page)
    assert faults_of_notice(page) == []
    press(page, "Publish")
    page.wait_for_timeout(500)
    assert page.url.endswith(f"/{article.pk}/edit/")
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Sign in").click()
    tab = opened.value
    tab.fill("#id_username", editor.username)
    tab.fill("#id_password", "a-long-password")
    tab.click("button[type=submit]")
    tab.get_by_text("close this tab").wait_for()
    press(page, "Publish")
    page.wait_for_selector(".messages .success")

    article.refresh_from_db()
    assert article.title == "Written while signed out"
    assert article.live


def test_coming_back_signed_in_the_text_is_saved_by_itself(browse, settings):
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 100
    article = make_article(title="Before")
    editor = make_user("Editor")
    page = open_editor(browse(), article, editor)
    page.context.clear_cookies()
    page.fill("#id_title", "Written while signed out")
    assert "You are signed out." in said(page)

    sign_in(page.context.new_page(), editor)
    page.bring_to_front()
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    page.get_by_text("your changes are not published yet").wait_for()

    article.refresh_from_db()
    assert "You are signed in again." in said(page)
    assert article.get_latest_revision_as_object().title == "Written while signed out"


def test_under_another_name_nothing_is_saved_until_one_says_so(browse, settings):
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0
    article = make_article(title="Before")
    page = open_editor(browse(), article, make_user("Editor", first_name="Ana"))
    ben = make_user("Editor", first_name="Ben")
    page.context.clear_cookies()
    sign_in(page.context.new_page(), ben)
    page.fill("#id_title", "Begun by Ana")

    press(page, "Publish")
    assert "opened by Ana" in said(page)
    assert ArticlePage.objects.get().title == "Before"
    page.get_by_role("button", name="Save under the new name").click()
    page.wait_for_selector(".messages .success")

    article.refresh_from_db()
    assert article.title == "Begun by Ana"
    assert article.latest_revision.user == ben


def test_what_the_line_or_the_site_refuses_is_kept_and_said_in_words(browse, settings):
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0
    article = make_article(title="Before")
    page = open_editor(browse(), article, make_user("Editor"))
    page.fill("#id_title", "Written on a train")
    address = f"**/pages/{article.pk}/edit/"
    heard = []

    for answer in (lambda route: route.abort(), *map(answering, (413, 500))):
        page.route(address, answer)
        press(page, "Publish")
        heard.append(said(page).splitlines()[0])
        expect(page.locator(".saving-notice")).to_be_focused()
        page.locator(".saving-notice [data-close]").click()
        page.unroute(address)
    press(page, "Publish")
    page.wait_for_selector(".messages .success")

    assert [words.partition(".")[0].partition(":")[0] for words in heard] == [
        "The site cannot be reached",
        "The site did not take this",
        "Something went wrong on the site, and this is not saved",
    ]
    assert ArticlePage.objects.get().title == "Written on a train"


def answering(status: int):
    return lambda route: route.fulfill(status=status, body="no")


def test_a_chooser_and_the_preview_say_that_one_is_signed_out(browse, settings):
    settings.WAGTAIL_EDITING_SESSION_PING_INTERVAL = 3_600_000
    page = open_editor(browse(), make_article(), make_user("Editor"))
    page.context.clear_cookies()

    page.locator("#id_lead_image-chooser [data-chooser-action-choose]").first.click()
    assert "You are signed out." in said(page)
    page.locator(".saving-notice [data-close]").click()
    page.locator("[data-side-panel-toggle=preview]").click()

    assert "You are signed out." in said(page)
    assert page.locator("[role=dialog] form").count() == 0
