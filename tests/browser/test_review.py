"""A draft on its way through the second pair of eyes, as the two people at it see it."""

import pytest
from django.core import mail

from articles.models import ArticlePage
from tests.factories import make_index

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("whole_tree")]


def press(page, words: str) -> None:
    """A button below the form, which may stand in the menu beside the first."""
    page.locator("footer [data-w-dropdown-target=toggle]").last.click()
    page.get_by_role("button", name=words, exact=True).last.click()


def test_a_draft_is_sent_back_corrected_approved_and_public(signed_in):
    news = make_index(slug="news", title="News")
    ana = signed_in("Contributor")
    eva = signed_in("Editor")

    ana.goto(f"/admin/pages/add/articles/articlepage/{news.pk}/")
    ana.fill("#id_title", "Ferry to the ilsand")
    ana.locator("#panel-child-content-teaser-section [role=textbox]").click()
    ana.keyboard.type("It crosses twice a day.")
    ana.locator("#panel-child-content-body-section [role=textbox]").first.click()
    ana.keyboard.type("The first boat left at dawn.")
    ana.keyboard.press("Control+s")  # at once, while the text editor still has it to itself
    ana.wait_for_url("**/edit/")
    press(ana, "Submit for review")
    ana.get_by_text("is submitted for review").wait_for()
    asked = [letter.subject for letter in mail.outbox]
    draft = ArticlePage.objects.get()

    eva.goto(f"/admin/pages/{draft.pk}/edit/")
    press(eva, "Send back")
    asking = eva.get_by_role("dialog")
    asking.locator("textarea").fill("An island, surely?")
    asking.get_by_role("button", name="Send back").click()
    eva.wait_for_selector(".messages .success")

    ana.goto(f"/admin/pages/{draft.pk}/edit/")
    ana.get_by_text("An island, surely?").first.wait_for(state="attached")
    ana.fill("#id_title", "Ferry to the island")
    press(ana, "Submit again")
    ana.wait_for_selector(".messages .success")

    eva.goto(f"/admin/pages/{draft.pk}/edit/")
    press(eva, "Approve and publish")
    eva.wait_for_selector(".messages .success")
    eva.goto("/news/")

    assert asked == ["Waiting for a second pair of eyes: “Ferry to the ilsand”"]
    assert list(ArticlePage.objects.get().paragraphs()) == ["The first boat left at dawn."]
    assert eva.locator("article.tz h3").inner_text() == "Ferry to the island"
    assert [letter.subject for letter in mail.outbox[1:]] == [
        "Sent back to you: “Ferry to the ilsand”",
        "Corrected, and waiting for you: “Ferry to the island”",
        "Published: “Ferry to the island”",
    ]
