"""An editor's first article, from the dashboard to the readers, with every click counted."""

import io

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import expect

from articles.models import ArticlePage
from tests.browser.test_reading import RULES
from tests.factories import make_article, make_index, make_topic

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("whole_tree")]

# Every press of the mouse, on every page: what the keyboard presses has no detail.
COUNT = """document.addEventListener("click", (event) => {
    if (event.isTrusted && event.detail) window.pressed(event.target.innerText || event.target.id);
}, true);"""
TEASER, WHEN, TOPICS = (
    f"#panel-child-content-{name}-section" for name in ("teaser", "when", "topics")
)
OURS = [".desk-length", ".desk-said", ".desk-topics [data-field-input]", ".desk-languages"]


def a_picture() -> dict:
    data = io.BytesIO()
    Image.new("RGB", (1300, 900), "teal").save(data, "JPEG")
    return {"name": "bridge.jpg", "mimeType": "image/jpeg", "buffer": data.getvalue()}


@pytest.fixture
def counted(signed_in):
    """An editor at the dashboard, and the list of what the mouse has pressed."""
    page, clicks = signed_in("Editor"), []
    page.context.expose_function("pressed", lambda what: clicks.append(what))
    page.context.add_init_script(COUNT)
    page.goto("/admin/")
    return page, clicks


def faults(page) -> list[tuple[str, str]]:
    """What axe finds wrong with our own parts of the form that are there now."""
    include = [[part] for part in OURS if page.locator(part).count()]
    broken = Axe().run(page, context={"include": include}, options=RULES).response["violations"]
    return [(each["id"], node["html"]) for each in broken for node in each["nodes"]]


def write(page, *paragraphs: str) -> None:
    for number, words in enumerate(paragraphs):
        if number:
            page.keyboard.press("Enter")
        page.keyboard.type(words)


def tab_to_the_editor(page, section: str) -> None:
    """By the keyboard, as whoever writes does it."""
    inside = f"document.activeElement.closest('{section} [role=textbox]')"
    for _n in range(10):
        page.keyboard.press("Tab")
        if page.evaluate(f"!!{inside}"):
            return
    pytest.fail(f"ten times Tab and not in {section}")


def test_a_news_item_with_three_paragraphs_a_picture_and_a_topic_takes_eight_clicks(counted):
    news = make_index(slug="news", title="News")
    make_article(news, title="Older item")
    rivers = make_topic(title="Rivers")
    page, clicks = counted

    page.get_by_role("link", name="Add news").first.click()
    page.wait_for_url("**/articlepage/**")
    expect(page.locator("#id_title")).to_be_focused()
    page.keyboard.type("The bridge at Ayona is open again")
    tab_to_the_editor(page, TEASER)
    page.keyboard.type("Villagers crossed it on foot this morning.")
    page.locator("#panel-child-content-body-section [role=textbox]").first.click()
    write(page, "The first to cross was the teacher.", "Then the children.", "Then everybody.")
    page.locator("#id_lead_image-chooser button[data-chooser-action-choose]").first.click()
    page.wait_for_selector(".modal.in #tab-search:visible")
    page.locator("[role=dialog] [role=tab][href='#tab-upload']").click()
    expect(page.locator("#tab-upload")).to_be_visible()
    with page.expect_file_chooser() as chooser:
        page.locator("#id_image-chooser-upload-file").click()
    chooser.value.set_files(a_picture())
    expect(page.locator("#id_image-chooser-upload-title")).not_to_have_value("")
    page.locator("#id_image-chooser-upload-file").press("Tab")
    expect(page.locator("#id_image-chooser-upload-description")).to_be_focused()
    page.keyboard.type("A wooden bridge over a wide river")
    page.locator("#tab-upload button[type=submit]").click()
    page.wait_for_selector("#id_lead_image-chooser img[src]:visible")
    page.get_by_label("Rivers").check()
    page.get_by_role("button", name="Publish").click()
    page.wait_for_selector(".messages .success")

    assert len(clicks) <= 8, clicks
    made = ArticlePage.objects.get(title="The bridge at Ayona is open again")
    assert (made.live, list(made.topics.all())) == (True, [rivers])
    assert list(made.paragraphs()) == [
        "The first to cross was the teacher.", "Then the children.", "Then everybody.",
    ]  # fmt: skip
    page.goto("/news/")
    teasers = page.locator("article.tz")
    assert teasers.nth(0).locator("h3").inner_text() == "The bridge at Ayona is open again"
    assert teasers.nth(0).locator("img").count() == 1
    assert made.lead_image.description == "A wooden bridge over a wide river"
    assert made.summary == "Villagers crossed it on foot this morning."


def test_the_form_counts_explains_marks_and_never_publishes_by_a_slip(signed_in):
    news = make_index(slug="news", title="News")
    for number in range(14):
        make_topic(title=f"Topic {number:02}")
    page = signed_in("Editor")
    page.goto(f"/admin/pages/add/articles/articlepage/{news.pk}/")
    expect(page.locator("#id_title")).to_be_focused()

    page.keyboard.type("El agua")
    page.keyboard.press("Enter")
    page.locator(f"{TEASER} [role=textbox]").click()
    page.keyboard.type("The teacher said agua es vida")
    counted = page.locator(f"{TEASER} .desk-length").inner_text()
    for _n in "agua es vida":
        page.keyboard.press("Shift+ArrowLeft")
    page.get_by_role("button", name="Language", exact=True).click()
    found = faults(page)
    page.get_by_role("button", name="Spanish").click()
    page.keyboard.press("Control+c")
    page.keyboard.press("ArrowRight")
    page.keyboard.type(" and left. ")
    page.keyboard.press("Control+v")
    for _n in "vida":
        page.keyboard.press("Shift+ArrowLeft")
    told = page.locator("p[role=status]", has_text="Quechua")
    page.keyboard.press("Control+Shift+L")
    expect(told).to_be_attached()
    named = page.locator(f"{TEASER} [role=textbox]").get_attribute("aria-labelledby")
    page.fill("#id_date", "2199-05-05")
    explained = page.locator(f"{WHEN} .desk-said").inner_text()
    page.get_by_label("Find a topic").fill("09")
    narrowed = page.locator(f"{TOPICS} label:visible", has_text="Topic").all_inner_texts()
    found += faults(page)
    page.keyboard.press("Control+s")
    page.wait_for_url("**/edit/**")
    warned = page.locator(".messages").inner_text()
    page.wait_for_selector(f"{TEASER} [data-block]")
    seen_again = page.locator(f"{TEASER} .desk-length").inner_text()

    made = ArticlePage.objects.get(title="El agua")
    assert not made.live
    assert counted == "6 words; 20 to 60 fit."
    assert seen_again == "11 words; 20 to 60 fit."
    assert "has not come yet" in explained
    assert "has not come yet" in warned
    assert [name for name in narrowed if name.startswith("Topic ")] == ["Topic 09"]
    assert found == []
    stored = made.get_latest_revision_as_object().teaser
    marked = '<span lang="es">agua es vida</span>'
    by_keyboard = '<span lang="es">agua es </span><span lang="qu">vida</span>'
    assert f"The teacher said {marked} and left. {by_keyboard}" in stored
    assert page.locator(f"#{named}").inner_text().strip() == "Teaser"
