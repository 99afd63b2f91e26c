"""What an editor finds in the form of each kind of page."""

import pytest
from django.urls import reverse
from django.utils.encoding import force_str
from wagtail.admin.panels import FieldPanel, PublishingPanel
from wagtail.models import Page, Workflow

from articles.models import ArticlePage, EventPage
from base.panels import characters, words
from tests.editing import add_page, complaints, edit_page
from tests.factories import make_article, make_index, make_user
from tests.test_house_rules import page_types

pytestmark = pytest.mark.django_db


def panels_of(panel) -> list:
    """Every field of a form, from top to bottom; the schedule has a dialog of its own."""
    if isinstance(panel, PublishingPanel):
        return []
    found = [panel] if isinstance(panel, FieldPanel) else []
    for child in getattr(panel, "children", ()):
        found += panels_of(child)
    return found


def names(panel) -> list[str]:
    return [each.field_name for each in panels_of(panel)]


@pytest.mark.parametrize("model", page_types(), ids=lambda model: model.__name__)
def test_every_form_has_the_same_three_tabs(model):
    tabs = model.get_edit_handler().children

    assert [str(tab.heading) for tab in tabs] == ["Content", "Search and sharing", "Settings"]
    assert names(tabs[1]) == ["seo_title", "search_description", "slug"]


@pytest.mark.parametrize("model", page_types(), ids=lambda model: model.__name__)
def test_every_field_says_where_its_words_appear_and_ends_in_a_full_stop(model):
    told = {
        panel.field_name: force_str(panel.help_text or panel.db_field.help_text)
        for panel in panels_of(model.get_edit_handler())
    }

    lacking = {name: said for name, said in told.items() if not said.endswith((".", ".”"))}
    assert lacking == {}


def test_an_article_is_asked_for_in_the_order_a_person_thinks():
    content = ArticlePage.get_edit_handler().children[0]

    asked = [str(child.heading or child.field_name) for child in content.children]
    assert asked == [
        "Headline", "Teaser", "When", "Text", "Lead picture", "Topics", "Byline and notes",
    ]  # fmt: skip


def test_an_event_asks_when_and_where_before_its_text():
    content = EventPage.get_edit_handler().children[0]

    asked = [str(child.heading) for child in content.children]
    assert asked[:6] == [
        "Headline", "Teaser", "When it takes place", "Where", "Prices and booking", "Text",
    ]  # fmt: skip


def test_every_field_of_a_dated_page_is_asked_for_once():
    for model in (ArticlePage, EventPage):
        asked = names(model.get_edit_handler())

        assert len(asked) == len(set(asked))
        assert {"date", "date_precision", "position_in_day", "legacy_url"} <= set(asked)


def test_a_new_page_begins_in_its_headline_and_an_old_one_does_not(admin_client):
    news = make_index()
    article = make_article(news)

    new = admin_client.get(
        reverse("wagtailadmin_pages:add", args=["articles", "articlepage", news.pk])
    ).context["form"]
    old = admin_client.get(reverse("wagtailadmin_pages:edit", args=[article.pk])).context["form"]

    assert new["title"].field.widget.attrs.get("autofocus")
    assert not old["title"].field.widget.attrs.get("autofocus")


def test_a_new_article_opens_with_one_paragraph(admin_client):
    form = admin_client.get(
        reverse("wagtailadmin_pages:add", args=["articles", "articlepage", make_index().pk])
    ).context["form"]

    assert [block.block_type for block in form["body"].value()] == ["paragraph"]


@pytest.mark.parametrize(("panel", "what"), [(words, "words"), (characters, "characters")])
def test_what_is_counted_is_said_in_sentences_that_can_be_translated(panel, what):
    attributes = panel("teaser", 20, 60).attrs

    assert attributes["data-controller"] == "desk-length"
    assert attributes["data-desk-length-what-value"] == what
    said = str(attributes["data-desk-length-many-value"])
    assert said == f"{{count}} {what}; {{least}} to {{most}} fit."


# --- the address


def test_a_second_item_of_the_same_headline_gets_the_next_free_address(admin_client):
    news = make_index()
    make_article(news, slug="ferry-to-the-island-runs-again")

    answer = add_page(
        admin_client, news, "articles.articlepage", slug="ferry-to-the-island-runs-again"
    )

    assert complaints(answer) == {}
    assert Page.objects.child_of(news).filter(slug="ferry-to-the-island-runs-again-2").exists()


def test_an_address_that_somebody_chose_and_is_taken_is_refused_in_words(admin_client):
    news = make_index()
    make_article(news, slug="ferry")

    answer = add_page(admin_client, news, "articles.articlepage", slug="ferry")

    assert list(complaints(answer)) == ["slug"]


def test_the_address_of_a_published_page_is_never_changed_by_itself(admin_client):
    news = make_index()
    make_article(news, slug="ferry-to-the-island-runs-again")
    read = make_article(news, slug="boats")

    answer = edit_page(admin_client, read, slug="ferry-to-the-island-runs-again")

    assert list(complaints(answer)) == ["slug"]


# --- the buttons


def buttons(client, role: str, page=None, stream=None) -> list[str]:
    """The big button first, then those in its menu."""
    client.force_login(make_user(role))
    address = (
        reverse("wagtailadmin_pages:edit", args=[page.pk])
        if page
        else reverse("wagtailadmin_pages:add", args=["articles", "articlepage", stream.pk])
    )
    menu = client.get(address).context["action_menu"]
    return [menu.default_item.name, *[item.name for item in menu.menu_items]]


def test_for_those_who_publish_the_big_button_publishes(client):
    news = make_index()

    new = buttons(client, "Editor", stream=news)
    live = buttons(client, "Editor", make_article(news))

    assert (new[0], live[0]) == ("action-publish", "action-publish")
    assert "action-save-draft" in new
    assert {"action-save-draft", "action-unpublish"} <= set(live)


def test_for_a_contributor_the_big_button_submits_for_review(client):
    news = make_index()

    found = buttons(client, "Contributor", stream=news)

    answer = client.get(
        reverse("wagtailadmin_pages:add", args=["articles", "articlepage", news.pk])
    )
    assert found == ["action-submit", "action-save-draft"]
    assert "Submit for review" in answer.content.decode()


def test_without_a_workflow_a_contributor_saves(client):
    Workflow.objects.all().delete()

    assert buttons(client, "Contributor", stream=make_index()) == ["action-save-draft"]


def test_an_old_version_is_first_of_all_saved_as_the_draft(client):
    article = make_article()
    old = article.save_revision()
    article.save_revision()
    client.force_login(make_user("Editor"))

    answer = client.get(reverse("wagtailadmin_pages:revisions_revert", args=[article.pk, old.pk]))

    assert answer.context["action_menu"].default_item.name == "action-save-draft"


def test_a_page_under_review_keeps_the_buttons_of_the_review(client):
    article = make_article(live=False)
    article.save_revision()
    author = make_user("Contributor")
    article.get_workflow().start(article, author)

    found = buttons(client, "Editor", article)

    assert found[0] not in {"action-publish", "action-submit"}
