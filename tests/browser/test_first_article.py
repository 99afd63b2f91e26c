import io

import pytest
from PIL import Image

from articles.models import ArticlePage
from tests.factories import make_article, make_index

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("whole_tree")]


def a_picture() -> dict:
    data = io.BytesIO()
    Image.new("RGB", (1300, 900), "teal").save(data, "JPEG")
    return {"name": "bridge.jpg", "mimeType": "image/jpeg", "buffer": data.getvalue()}


def test_an_editor_writes_an_article_with_a_picture_and_sees_it_first_in_the_list(signed_in):
    news = make_index(slug="news", title="News")
    make_article(news, title="Older item")
    page = signed_in("Editor")

    page.goto(f"/admin/pages/add/articles/articlepage/{news.pk}/")
    page.fill("#id_title", "The bridge at Ayona is open again")
    page.locator("#panel-child-content-teaser-section [role=textbox]").click()
    page.keyboard.type("Villagers crossed it on foot this morning.")
    page.locator("#panel-child-content-body-section [role=textbox]").first.click()
    page.keyboard.type("The first to cross was the teacher.")
    page.locator("#id_lead_image-chooser button[data-chooser-action-choose]").first.click()
    page.locator("[role=dialog] [role=tab][href='#tab-upload']").click()
    page.set_input_files("#id_image-chooser-upload-file", a_picture())
    page.fill("#id_image-chooser-upload-title", "The bridge")
    page.locator("[role=dialog] form button[type=submit]").last.click()
    page.wait_for_selector("#id_lead_image-chooser img[src]:visible")
    page.locator(
        "footer button[aria-label='More actions'], footer [data-w-dropdown-target=toggle]"
    ).last.click()
    page.get_by_role("button", name="Publish").click()
    page.wait_for_selector(".messages .success")
    page.goto("/news/")

    teasers = page.locator("article.tz")
    assert teasers.nth(0).locator("h3").inner_text() == "The bridge at Ayona is open again"
    assert teasers.nth(0).locator("img").count() == 1
    assert ArticlePage.objects.get(title="The bridge at Ayona is open again").summary == (
        "Villagers crossed it on foot this morning."
    )
