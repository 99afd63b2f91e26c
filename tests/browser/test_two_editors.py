"""Two people, two windows, one page: each is told of the other before either loses a word."""

import pytest

from articles.models import ArticlePage
from tests.browser.saving import faults_of_notice, open_editor, press, said, sign_in
from tests.factories import make_article, make_user

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("whole_tree")]


def test_who_publishes_over_another_is_told_and_both_texts_are_kept(browse, settings):
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0
    settings.WAGTAIL_EDITING_SESSION_PING_INTERVAL = 3_600_000  # nobody is warned beforehand
    article = make_article(title="As imported")
    ana = open_editor(browse(), article, make_user("Editor", first_name="Ana"))
    ben = open_editor(browse(), article, make_user("Editor", first_name="Ben"))
    ana.fill("#id_title", "By Ana")
    ben.fill("#id_title", "By Ben")

    press(ana, "Publish")
    ana.wait_for_selector(".messages .success")
    press(ben, "Publish")

    assert "Ana saved this page at" in said(ben)
    assert ben.input_value("#id_title") == "By Ben"
    assert ArticlePage.objects.get().title == "By Ana"
    assert faults_of_notice(ben) == []

    ben.get_by_role("button", name="Put mine in its place").click()
    ben.wait_for_selector(".messages .success")

    article.refresh_from_db()
    assert article.title == "By Ben"
    assert [revision.content["title"] for revision in article.revisions.order_by("pk")] == [
        "As imported",
        "By Ana",
        "By Ben",
    ]


def test_what_is_saved_by_itself_stops_before_it_replaces_anothers_words(browse, settings):
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 100
    article = make_article(title="As imported")
    ana = open_editor(browse(), article, make_user("Editor", first_name="Ana"))
    ben = open_editor(browse(), article, make_user("Editor", first_name="Ben"))

    ana.fill("#id_title", "By Ana")
    ana.get_by_text("your changes are not published yet").wait_for()
    ben.fill("#id_title", "By Ben")
    ben.get_by_text("Saving will overwrite a newer version.").wait_for()

    article.refresh_from_db()
    assert ben.input_value("#id_title") == "By Ben"
    assert article.get_latest_revision_as_object().title == "By Ana"
    assert article.title == "As imported"


def test_what_is_typed_while_the_page_is_being_saved_is_saved_next(browse, settings):
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 100
    article = make_article(title="Before")
    page = open_editor(browse(), article, make_user("Editor"))
    taken = []

    def save_slowly(route):
        answer = route.fetch()
        if not taken:
            page.fill("#id_title", "Two words")
        taken.append(answer.status)
        route.fulfill(response=answer)

    page.route(f"**/pages/{article.pk}/edit/", save_slowly)
    page.fill("#id_title", "Two")
    for _tenth_of_a_second in range(80):
        page.wait_for_timeout(100)
        if len(taken) > 1:
            break

    article.refresh_from_db()
    assert article.get_latest_revision_as_object().title == "Two words"


def test_what_is_typed_as_soon_as_the_form_is_there_is_saved_too(browse, settings):
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 100
    article = make_article(title="Before")
    page = browse()
    sign_in(page, make_user("Editor"))

    page.goto(f"/admin/pages/{article.pk}/edit/", wait_until="domcontentloaded")
    page.fill("#id_title", "At once")
    page.get_by_text("your changes are not published yet").wait_for(timeout=12_000)

    article.refresh_from_db()
    assert article.get_latest_revision_as_object().title == "At once"
