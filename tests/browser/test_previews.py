"""Each way to look at a page before it is published, chosen in the panel's own menu."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import SIZES
from tests.browser.test_reading import RULES
from tests.factories import make_article, make_image, make_index, make_notice, make_topic, the_home

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("whole_tree")]


@pytest.fixture
def panel(signed_in):
    """The editor of a page with the preview open; says what a policy forbids, and what breaks."""
    editor = signed_in("Editor")
    editor.said = []

    def hear(message):
        if "Security Policy" in message.text or "Refused to" in message.text:
            editor.said.append(message.text)

    editor.on("console", hear)
    editor.on("pageerror", lambda error: editor.said.append(str(error)))

    def opened(page):
        editor.goto(f"/admin/pages/{page.pk}/edit/")
        editor.locator("[data-side-panel-toggle=preview]").click()
        framed(editor).locator("h1").wait_for(state="attached")
        return editor

    yield opened
    # What the editor still asks for by itself is answered before the tables are emptied.
    editor.wait_for_load_state("networkidle")


def framed(editor):
    """The page in the panel; while a new one loads there are two frames."""
    return editor.frame_locator("#w-preview-iframe")


def choose(editor, mode: str, sign_of_it: str) -> None:
    editor.get_by_label("Preview mode").select_option(label=mode)
    framed(editor).locator(sign_of_it).first.wait_for(state="attached")


def size(editor, name: str) -> None:
    editor.locator(f"input[name=preview-size][value={name}]").check(force=True)


def test_an_article_is_seen_as_a_page_as_a_teaser_on_paper_and_on_a_phone(panel):
    news = make_index(title="News")
    make_article(news, title="Its neighbour")
    topic = make_topic(title="Rivers", dye="water")
    article = make_article(
        news, title="The ferry runs", main_topic=topic, teaser="<p>Twice a day.</p>",
        lead_image=make_image(description="A ferry"), body=[("paragraph", "<p>At last.</p>")],
    )  # fmt: skip
    editor = panel(article)
    page = framed(editor)

    editor.fill("#id_title", "The ferry runs again")
    page.get_by_role("heading", level=1, name="The ferry runs again").wait_for()
    size(editor, "phone")
    assert page.locator("body").evaluate("body => innerWidth") == SIZES["phone"]["width"]
    assert page.locator("html").evaluate("html => html.scrollWidth <= innerWidth")
    choose(editor, "On the home page", ".home-lead")
    titles = page.locator(".home-streams h3").all_inner_texts()
    assert titles == ["The ferry runs again", "Its neighbour"]
    choose(editor, "Printed", "link[href*='as-printed']")
    assert page.locator(".nav").is_hidden()
    assert page.get_by_text("At last.").is_visible()
    assert page.locator("body").evaluate("body => getComputedStyle(body).maxWidth") != "none"

    assert editor.said == []


def test_a_notice_is_seen_as_a_card_and_the_home_page_with_its_drafts(panel):
    make_notice(title="A public one", teaser="<p>Come.</p>")
    draft = make_notice(title="Not out yet", live=False, target_url="https://example.org/")
    editor = panel(draft)
    page = framed(editor)

    page.get_by_text("Visitors do not come to this page").wait_for()
    choose(editor, "On the home page", ".notices")
    assert page.locator(".notice h3").all_inner_texts() == ["Not out yet", "A public one"]
    panel(the_home())
    assert page.locator(".notice h3").all_inner_texts() == ["Not out yet", "A public one"]
    assert page.locator(".notice mark").all_inner_texts() == ["Draft"]

    assert editor.said == []


def test_a_link_in_the_preview_leaves_the_editor_where_it_is(panel):
    article = make_article(make_index(title="News"), title="The ferry runs")
    editor = panel(article)

    with editor.expect_popup() as other:
        framed(editor).get_by_role("link", name="News").first.click()

    assert other.value.url.endswith(article.get_parent().url)
    assert editor.url.endswith(f"/{article.pk}/edit/")
    assert framed(editor).locator("h1").inner_text() == "The ferry runs"


@pytest.mark.parametrize("mode", ["teaser", "card", "print"])
def test_no_preview_of_ours_breaks_a_rule_of_accessibility(signed_in, mode):
    words = {"title": "The ferry runs", "teaser": "<p>Twice a day.</p>"}
    page = make_notice(**words) if mode == "card" else make_article(**words)
    editor = signed_in("Editor")

    editor.goto(f"/admin/pages/{page.pk}/view_draft/?mode={mode}")
    editor.locator("wagtail-userbar").evaluate("bar => bar.remove()")  # Wagtail's own

    found = Axe().run(editor, options=RULES).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
