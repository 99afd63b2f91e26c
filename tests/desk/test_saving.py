"""Two editors on one page, and a sign-in that is lost while somebody writes: nobody loses a word."""

import re

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.models import EditingSession
from wagtail.admin.viewsets.pages import page_viewset_registry
from wagtail.models import Page, PageLogEntry, Site
from wagtail.test.utils.form_data import nested_form_data, streamfield

from articles.models import ArticlePage
from base.models import OrganisationSettings
from desk.saving.signing_in import FRESH_AT, STAYS_FRESH
from desk.saving.two_editors import TellsOfTheOther
from tests.editing import edit_page, typed
from tests.factories import make_article, make_user

pytestmark = pytest.mark.django_db

IN_PLACE = {"X-Answer-In-Place": "yes"}


def an_editor(user=None, **options) -> Client:
    client = Client(**options)
    client.force_login(user or make_user("Editor"))
    return client


def opened(client: Client, page: Page) -> dict[str, str]:
    """What the form in an editor's window knows of the version it was made from."""
    form = client.get(to_edit(page)).content.decode()
    page.refresh_from_db()
    assert f'name="loaded_revision_id" value="{page.latest_revision_id}"' in form
    return {
        "loaded_revision_id": str(page.latest_revision_id),
        "loaded_revision_created_at": page.latest_revision.created_at.isoformat(),
    }


def to_edit(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def saved_titles(page: Page) -> list[str]:
    return [revision.content["title"] for revision in page.revisions.order_by("pk")]


def send(client: Client, page: Page, headers=None, **fields):
    data = typed("articles.articlepage", slug=page.slug, **fields) | {"action-publish": "1"}
    return client.post(to_edit(page), data, headers=headers)


# A page that has no revision


def test_opening_a_page_without_a_revision_keeps_it_as_it_stands():
    page = make_article(title="Imported")

    opened(an_editor(), page)

    assert saved_titles(page) == ["Imported"]
    assert not page.has_unpublished_changes
    assert not PageLogEntry.objects.filter(page=page.pk, action="wagtail.edit").exists()


def test_opening_it_again_keeps_nothing_more():
    page = make_article()
    client = an_editor()
    opened(client, page)

    opened(client, page)

    assert page.revisions.count() == 1


def test_who_may_not_edit_a_page_leaves_it_as_it_was():
    page = make_article()
    reader = make_user()

    an_editor(reader).get(to_edit(page))

    assert page.revisions.count() == 0


def test_an_alias_has_no_version_of_its_own():
    alias = make_article().create_alias(update_slug="alias")

    answer = an_editor().get(to_edit(alias))

    assert answer.status_code == 200
    assert alias.revisions.count() == 0


def test_what_wagtail_saves_by_itself_does_not_replace_what_another_saved():
    page = make_article(title="As imported")
    ana, ben = an_editor(), an_editor()
    known_to_ana, known_to_ben = opened(ana, page), opened(ben, page)
    by_itself = {"accept": "application/json"}
    draft = typed("articles.articlepage", slug=page.slug)
    ana.post(to_edit(page), draft | known_to_ana | {"title": "By Ana"}, headers=by_itself)

    answer = ben.post(to_edit(page), draft | known_to_ben | {"title": "By Ben"}, headers=by_itself)

    assert answer.json()["error_code"] == "invalid_revision"
    assert saved_titles(page) == ["As imported", "By Ana"]


# A button pressed


@pytest.mark.parametrize("kind", ["action-publish", "action-submit", "none"])
def test_a_button_pressed_over_what_another_published_changes_nothing_and_loses_nothing(kind):
    page = make_article(title="As imported")
    ana = make_user("Editor", first_name="Ana", last_name="Quispe")
    ben = an_editor()
    known_to_ben = opened(ben, page)
    edit_page(an_editor(ana), page, publish=True, title="By Ana")

    data = typed("articles.articlepage", title="By Ben", **known_to_ben) | {kind: "1"}
    answer = ben.post(to_edit(page), data)

    form = answer.content.decode()
    assert answer.status_code == 409
    assert "Ana Quispe saved this page at" in form
    assert 'value="By Ben"' in form
    assert ArticlePage.objects.get().title == "By Ana"
    assert "data-w-autosave-interval-value" not in form


def test_pressed_once_more_it_is_taken_and_the_other_version_stays_in_the_history():
    page = make_article(title="As imported")
    ana, ben = an_editor(), an_editor()
    known_to_ben = opened(ben, page)
    edit_page(ana, page, publish=True, title="By Ana")
    send(ben, page, title="By Ben", **known_to_ben)
    page.refresh_from_db()

    now_known = {
        "loaded_revision_id": str(page.latest_revision_id),
        "loaded_revision_created_at": page.latest_revision.created_at.isoformat(),
    }
    send(ben, page, title="By Ben", **now_known)

    assert ArticlePage.objects.get().title == "By Ben"
    assert saved_titles(page) == ["As imported", "By Ana", "By Ben"]


def test_a_window_that_keeps_its_text_is_told_in_place():
    page = make_article(title="As imported")
    ben = an_editor()
    known = opened(ben, page)
    edit_page(an_editor(), page, publish=True, title="By Ana")

    answer = send(ben, page, IN_PLACE, title="By Ben", **known)

    page.refresh_from_db()
    assert answer.status_code == 409
    assert answer.json()["reason"] == "newer"
    assert answer.json()["revision"]["loaded_revision_id"] == page.latest_revision_id
    assert page.title == "By Ana"


@pytest.mark.parametrize("number", ["²", "9" * 30, "9" * 5000, "\0", "-1"])
def test_a_number_of_no_version_breaks_nothing(number):
    page = make_article()
    client = an_editor()
    opened(client, page)

    answer = send(client, page, loaded_revision_id=number, headers=IN_PLACE)

    assert answer.status_code == 409


def test_an_older_version_put_back_is_told_of_a_newer_one():
    page = make_article(title="First")
    ben = an_editor()
    known = opened(ben, page)
    edit_page(an_editor(), page, publish=True, title="By Ana")
    revert = reverse(
        "wagtailadmin_pages:revisions_revert", args=[page.pk, known["loaded_revision_id"]]
    )

    answer = ben.post(revert, typed("articles.articlepage", title="First", **known))

    assert answer.status_code == 409


def test_every_kind_of_page_is_edited_where_one_is_told():
    kinds = [model for model in apps.get_models() if issubclass(model, Page) and model is not Page]

    told = {
        kind: (viewset.edit_view_class, viewset.revisions_revert_view_class)
        for kind in kinds
        for viewset in [page_viewset_registry.get_by_type(kind)]
    }

    assert told
    assert all(issubclass(view, TellsOfTheOther) for views in told.values() for view in views)


# A lost sign-in


def test_what_is_taken_in_place_says_where_to_go_on():
    page = make_article()

    answer = send(an_editor(), page, IN_PLACE, title="Taken")

    assert answer.json() == {
        "goes_to": reverse("wagtailadmin_explore", args=[page.get_parent().pk])
    }
    assert ArticlePage.objects.get().title == "Taken"


def test_signed_out_the_window_is_told_and_not_led_away():
    page = make_article()

    answer = send(Client(), page, IN_PLACE, title="Written while signed out")

    assert answer.status_code == 403
    assert answer.json() == {"reason": "signed_out"}


def test_after_signing_in_again_the_window_gets_a_token_its_form_is_taken_with():
    page = make_article()
    client = an_editor(enforce_csrf_checks=True)
    refused = send(client, page, IN_PLACE, title="Kept")
    who = client.get(reverse("desk_who_is_signed_in")).json()

    taken = send(client, page, IN_PLACE, title="Kept", csrfmiddlewaretoken=who["token"])

    assert refused.json() == {"reason": "token"}
    assert "goes_to" in taken.json()
    assert ArticlePage.objects.get().title == "Kept"


def test_nobody_saves_under_another_name_without_being_told():
    page = make_article(title="Before")
    ana = make_user("Editor")
    ben = make_user("Editor", first_name="Ben", last_name="Mamani")

    answer = send(an_editor(ben), page, IN_PLACE, title="Ana’s words", written_by=str(ana.pk))

    assert answer.json() == {"reason": "other_user", "user": str(ben.pk), "name": "Ben Mamani"}
    assert ArticlePage.objects.get().title == "Before"


def test_nor_is_anything_saved_by_itself_under_another_name():
    page = make_article(title="Before")
    ana = make_user("Editor")

    answer = send(
        an_editor(), page, {"accept": "application/json"}, title="x", written_by=str(ana.pk)
    )

    assert answer.json()["error_code"] == "other_user"
    assert page.revisions.count() == 0


def test_a_window_of_nobody_learns_that_it_is_signed_out(client):
    answer = client.get(
        reverse("desk_who_is_signed_in"), headers={"x-requested-with": "XMLHttpRequest"}
    )

    assert answer.status_code == 403
    assert not answer.cookies


def test_without_its_script_a_form_with_an_old_token_says_where_the_text_is():
    page = make_article()
    client = an_editor(enforce_csrf_checks=True)

    answer = send(client, page, title="Kept")

    assert answer.status_code == 403
    assert "go back in your browser" in answer.content.decode()


# Settings, which keep no versions


def test_settings_another_has_changed_are_not_replaced_unseen():
    site = Site.objects.get()
    address = reverse("wagtailsettings:edit", args=["base", "organisationsettings", site.pk])
    ana, ben = (make_user("Admin", first_name=name) for name in ("Ana", "Ben"))
    form = an_editor(ben).get(address).content.decode()
    known = {"stood_as": re.search(r'name="stood_as" value="(\w+)"', form)[1]}
    settings = nested_form_data({"menu": streamfield([]), "footer": streamfield([])})
    an_editor(ana).post(address, settings | {"name": "By Ana"})

    answer = an_editor(ben).post(address, settings | known | {"name": "By Ben"}, headers=IN_PLACE)

    assert answer.json()["reason"] == "newer_without_history"
    assert "Ana changed these settings" in answer.json()["said"]
    assert OrganisationSettings.objects.get(site=site).name == "By Ana"

    known = answer.json()["revision"]
    an_editor(ben).post(address, settings | known | {"name": "By Ben"}, headers=IN_PLACE)

    assert OrganisationSettings.objects.get(site=site).name == "By Ben"


# How long one stays signed in


def test_who_keeps_working_stays_signed_in():
    client = an_editor()
    session = client.session
    session[FRESH_AT] = timezone.now().timestamp() - STAYS_FRESH.total_seconds() - 1
    session.save()

    answer = client.get(reverse("desk_welcome_back"))

    assert "sessionid" in answer.cookies


def test_but_the_session_is_written_once_an_hour_only():
    client = an_editor()
    client.get(reverse("desk_welcome_back"))

    answer = client.get(reverse("desk_welcome_back"))

    assert "sessionid" not in answer.cookies


@pytest.mark.parametrize("asked", ["desk_who_is_signed_in", "wagtailadmin_editing_sessions:ping"])
def test_a_window_that_asks_by_itself_keeps_nobody_signed_in(asked):
    page = make_article()
    client = an_editor()
    opened(client, page)
    session = client.session
    session[FRESH_AT] = timezone.now().timestamp() - STAYS_FRESH.total_seconds() - 1
    session.save()
    where = ["articles", "articlepage", page.pk, EditingSession.objects.latest("pk").pk]

    answer = client.post(reverse(asked, args=where if ":" in asked else []))

    assert answer.status_code == 200
    assert "sessionid" not in answer.cookies


def test_a_reader_is_given_no_cookie_for_it(client, home):
    answer = client.get("/")

    assert not answer.cookies
