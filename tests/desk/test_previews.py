"""Every page can be looked at in every way before it is published, also while it is half written."""

import pytest
from django.apps import apps
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from articles.models import ArticlePage
from base.models.pages import Sidebar
from blocks.streams import ArticleBody
from tests.desk.previewing import previewed, shown, to_edit
from tests.editing import EVERY_PAGE, OF_ITS_KIND, typed
from tests.factories import (
    make_article,
    make_event,
    make_form,
    make_index,
    make_notice,
    make_page,
    make_topic,
)

MAKERS = {
    "articles.articlepage": make_article,
    "articles.eventpage": make_event,
    "articles.newsindex": make_index,
    "topics.topicpage": make_topic,
    "notices.featurednotice": make_notice,
    "home.standardpage": make_page,
    "home.formpage": make_form,
}
MODES = [(kind, mode) for kind in MAKERS for mode, _name in apps.get_model(kind).preview_modes]
# A choice always stays one of its choices.
CHOICES = {"date_precision", "state", "dye", "is_subject", "kind", "has_start_time"}


def emptied(kind: str) -> dict[str, str]:
    """The form of a page with every field empty that an editor can empty, the headline too."""
    fields = {
        name: value if name in CHOICES or not isinstance(value, str) else ""
        for name, value in OF_ITS_KIND[kind].items()
    }
    nothing = rich_text("")
    written = {name: nothing for name in ("teaser", "thank_you") if name in fields}
    if kind == "home.formpage":
        written["introduction"] = nothing
    return nested_form_data({**EVERY_PAGE, **fields, **written, "title": "", "slug": ""})


def to_add(kind: str, home) -> str:
    parent = make_index() if kind in ("articles.articlepage", "articles.eventpage") else home
    return reverse("wagtailadmin_pages:preview_on_add", args=[*kind.split("."), parent.pk])


# --- every kind of page, in every mode


@pytest.mark.parametrize(("kind", "mode"), MODES)
def test_a_new_page_is_previewed_while_nothing_is_filled_in(admin_client, home, kind, mode):
    html = previewed(admin_client, to_add(kind, home), emptied(kind), mode)

    assert "Placeholder title" in html or mode == "landing"


@pytest.mark.parametrize(("kind", "mode"), MODES)
def test_a_page_is_previewed_when_everything_was_deleted_from_it(admin_client, kind, mode):
    page = MAKERS[kind]()

    html = previewed(admin_client, to_edit(page), emptied(kind), mode)

    assert "Placeholder title" in html or mode == "landing"


@pytest.mark.parametrize("mode", [mode for mode, _name in ArticlePage.preview_modes])
def test_an_article_of_blocks_with_nothing_in_them_is_previewed(home, mode):
    empty = [(name, block.get_default()) for name, block in ArticleBody().child_blocks.items()]
    article = make_article(body=empty, live=False)

    answer = article.make_preview_request(preview_mode=mode)

    assert article.title in shown(answer)


@pytest.mark.parametrize("mode", ["", "teaser", "print"])
def test_a_preview_may_be_framed_by_the_editor_and_by_nobody_else(admin_client, mode):
    address = to_edit(make_article())
    admin_client.post(address, typed("articles.articlepage"))

    answer = admin_client.get(address, {"mode": mode, "in_preview_panel": "true"})

    assert answer.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in answer.headers["Content-Security-Policy"]
    assert "'unsafe-inline'" not in answer.headers["Content-Security-Policy"]


def test_a_link_in_the_panel_opens_beside_the_editor_and_never_in_its_place(admin_client):
    address, data = to_edit(make_article()), typed("articles.articlepage")

    in_panel = previewed(admin_client, address, data, in_preview_panel="true")
    by_itself = previewed(admin_client, address, data)

    assert '<base target="_blank">' in in_panel
    assert "<base" not in by_itself


# --- the sidebar


def a_sidebar(heading: str) -> dict:
    box = ("text_box", {"heading": heading, "text": rich_text("<p>We read all.</p>")})
    return {"mode": "own", "boxes": streamfield([box])}


def hang(page, heading: str) -> None:
    boxes = [("text_box", {"heading": heading, "text": "<p>We read all.</p>"})]
    Sidebar.objects.create(page=page, boxes=boxes)


@pytest.mark.parametrize(
    ("in_form", "expected"),
    [
        ({}, "In the form"),
        ({"mode": "inherit"}, "Of the home page"),
        ({"mode": "none"}, None),
        ({"DELETE": "1"}, "Of the home page"),
    ],
)
def test_the_sidebar_in_the_form_is_the_one_that_is_previewed(
    admin_client, home, in_form, expected
):
    hang(home, "Of the home page")
    page = make_page()
    hang(page, "As it was saved")
    own = {"id": str(page.sidebars.get().pk), **a_sidebar("In the form"), **in_form}
    data = typed("home.standardpage", sidebars=inline_formset([own], initial=1))

    html = previewed(admin_client, to_edit(page), data)

    headings = ("In the form", "Of the home page", "As it was saved")
    assert [heading for heading in headings if heading in html] == [expected] * bool(expected)
