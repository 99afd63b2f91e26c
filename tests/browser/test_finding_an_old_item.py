import datetime

import pytest

from tests.factories import make_article, make_index, many_articles

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("whole_tree")]


def test_an_editor_finds_an_item_of_2009_by_a_word_in_its_text(signed_in):
    news = make_index(title="News")
    text = [("paragraph", "<p>The shaman of Cañete would not cross it.</p>")]
    make_article(news, title="The ford", date=datetime.date(2009, 5, 31), body=text)
    many_articles(news, 40)
    page = signed_in("Editor")

    page.get_by_role("link", name="News", exact=True).click()
    page.get_by_role("textbox", name="Search term").fill("canete")
    page.get_by_text("1-1 of 1 news item").wait_for()
    row = page.locator("#listing-results tbody tr")

    assert "q=canete" in page.url
    assert "31 May 2009" in row.inner_text()
    row.get_by_role("link", name="The ford", exact=True).click()
    page.wait_for_url("**/edit/")
    assert page.locator("#id_title").input_value() == "The ford"
