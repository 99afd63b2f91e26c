import datetime

import pytest

from articles.models import ArticlePage
from tests.factories import make_article, make_index, make_topic, many_articles

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("whole_tree")]


def test_an_editor_files_all_items_of_a_year_under_a_topic(signed_in):
    news = make_index(title="News")
    many_articles(news, 35, [datetime.date(2009, 5, 4)])
    draft = make_article(news, title="Live with a newer draft", date=datetime.date(2009, 6, 1))
    draft.title = "As it will be"
    draft.save_revision()
    other = make_article(news, title="Of another year", date=datetime.date(2019, 5, 4))
    make_topic(title="Water")
    page = signed_in("Editor")

    page.goto("/admin/news/")
    page.get_by_role("button", name="Show filters").click()
    page.locator(".w-drilldown__toggle", has_text="Year").click()
    page.get_by_label("2009").check()
    page.get_by_text("1-30 of 36 news items").wait_for()
    page.locator("[data-bulk-action-select-all-checkbox]").first.check()
    page.get_by_role("button", name="Select everything that matches").click()
    page.get_by_role("link", name="Add a topic").click()
    page.get_by_text("36 items are chosen").wait_for()
    page.get_by_label("Topic", exact=False).first.select_option("Water")
    page.get_by_role("button", name="Add this topic").click()
    page.get_by_text("“Water” was added to 36 items.").wait_for()

    assert "year=2009" in page.url
    assert ArticlePage.objects.filter(topics__title="Water").count() == 36
    assert not other.topics.exists()
    draft = ArticlePage.objects.get(pk=draft.pk)
    assert draft.title == "Live with a newer draft"
    assert [t.title for t in draft.get_latest_revision_as_object().topics.all()] == ["Water"]


def test_the_lists_and_the_question_have_no_faults_of_accessibility(signed_in):
    from axe_playwright_python.sync_playwright import Axe

    news = make_index(title="News")
    article = make_article(news, topics=[make_topic(title="Water")])
    page = signed_in("Editor")
    question = f"/admin/bulk/articles/articlepage/add_topic/?id={article.pk}&next=/admin/news/"

    faults = {}
    for address in ("/admin/news/", "/admin/events/", "/admin/topics/", question):
        page.goto(address)
        if address == "/admin/news/":
            page.locator("[data-bulk-action-select-all-checkbox]").first.check()
            page.locator(".desk-actions").wait_for()
        found = Axe().run(page, context="#main").response["violations"]
        faults[address] = [(fault["id"], fault["nodes"][0]["html"][:200]) for fault in found]

    assert faults == dict.fromkeys(faults, [])
