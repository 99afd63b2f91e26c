"""What the policies allow is enough for editors, and forms know in a real browser who sends them."""

import pytest
from wagtail.contrib.forms.models import FormSubmission

from home import sending
from home.models import FormField
from tests.factories import make_article, make_form, make_index

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("whole_tree")]


def overheard(page) -> list[str]:
    """What a policy forbids, and what breaks, from now on."""
    said = []

    def hear(message):
        if "Security Policy" in message.text:
            said.append(message.text)

    page.on("console", hear)
    page.on("pageerror", lambda error: said.append(str(error)))
    return said


@pytest.fixture
def article(whole_tree):
    news = make_index(slug="news", title="News")
    article = make_article(news, slug="ferry", title="The ferry runs", summary="It runs again.")
    article.save_revision().publish()
    return article


@pytest.fixture
def form(whole_tree, monkeypatch):
    """A form that does not mind how quick a machine is."""
    monkeypatch.setattr(sending, "QUICKEST", 0)
    form = make_form(slug="contact", title="Contact", thank_you="<p>We shall write back.</p>")
    FormField.objects.create(page=form, label="Name", field_type="singleline", required=True)
    return form


def test_an_editor_at_work_meets_no_policy(article, signed_in):
    page = signed_in("Editor")
    said = overheard(page)
    page.goto(f"/admin/pages/{article.pk}/edit/")

    page.locator("#panel-child-content-teaser-section [role=textbox]").click()
    page.keyboard.type("A word more. ")
    page.locator("button[title='Insert a block']").last.click()
    page.get_by_role("option", name="Pull quote").click()
    page.locator("#id_lead_image-chooser button[data-chooser-action-choose]").first.click()
    page.locator("[role=dialog] [role=tab][href='#tab-upload']").click()
    page.keyboard.press("Escape")
    page.locator("[role=dialog]:has([href='#tab-upload'])").wait_for(state="hidden")
    page.locator("input[name=date]").click()
    page.locator(".xdsoft_datetimepicker:visible").first.wait_for()

    assert said == []


def test_an_editor_sees_the_page_in_the_frame_beside_the_form(article, signed_in):
    page = signed_in("Editor")
    said = overheard(page)
    page.goto(f"/admin/pages/{article.pk}/edit/")

    page.locator("[data-side-panel-toggle=preview]").click()
    framed = page.frame_locator("iframe[src*=preview], #w-preview-iframe, iframe").first

    framed.locator("h1").wait_for()
    assert framed.locator("h1").inner_text() == "The ferry runs"
    assert said == []


def test_the_bar_of_an_editor_works_on_a_public_page(article, signed_in):
    page = signed_in("Editor")
    said = overheard(page)
    page.goto(article.url)

    page.locator("#wagtail-userbar-trigger").click()

    page.get_by_role("menuitem", name="Edit this page").wait_for()
    assert said == []


def test_a_form_is_sent_without_a_cookie_and_loading_the_thanks_again_sends_nothing(form, browse):
    page = browse()
    page.goto(form.url)

    page.fill("#id_name", "Rosa Illa")
    page.get_by_role("button", name="Send").click()
    page.get_by_text("We shall write back.").wait_for()
    page.reload()

    assert page.url.endswith("/contact/thanks/")
    assert page.context.cookies() == []
    assert [kept.form_data for kept in FormSubmission.objects.all()] == [{"name": "Rosa Illa"}]


def test_the_summary_of_mistakes_leads_to_the_field(form, browse):
    page = browse(java_script_enabled=False)
    page.goto(form.url)

    page.get_by_role("button", name="Send").click()
    page.get_by_role("link", name="Name: This field is required.").click()
    page.keyboard.type("Rosa")

    assert page.title().startswith("Error: ")
    assert page.input_value("#id_name") == "Rosa"


def test_another_site_cannot_send_a_form_for_its_visitors(form, browse, live_server):
    page = browse()
    token = sending.token(form)
    page.set_content(
        f'<form action="{live_server.url}/contact/" method="post"><input name="name" value="Rosa">'
        f'<input name="{sending.TOKEN}" value="{token}"><button>Win a prize</button></form>'
    )

    page.get_by_role("button", name="Win a prize").click()
    page.get_by_text("from our own page").wait_for()

    assert FormSubmission.objects.count() == 0
    assert page.input_value("#id_name") == "Rosa"


def test_another_site_cannot_show_a_page_in_a_frame(article, browse, live_server):
    page = browse()

    page.set_content(f'<iframe src="{live_server.url}/news/ferry/"></iframe>')
    page.wait_for_load_state("networkidle")

    assert [frame.url for frame in page.frames[1:]] == ["chrome-error://chromewebdata/"]
