"""The three roles, right by right: one table, tried in the admin."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import Site
from wagtail.test.utils.form_data import nested_form_data, streamfield

from articles.models import ArticlePage
from base.models import OrganisationSettings
from home.models import StandardPage
from tests.editing import add_page, edit_page
from tests.factories import (
    make_article,
    make_document,
    make_image,
    make_index,
    make_notice,
    make_page,
    make_user,
    the_home,
)

pytestmark = pytest.mark.django_db

ROLES = ["Contributor", "Editor", "Admin"]


def opens(client, name: str, *arguments) -> bool:
    """The screen itself, and not the way back to the dashboard."""
    return client.get(reverse(name, args=arguments)).status_code == 200


def is_there(page) -> bool:
    return type(page).objects.filter(pk=page.pk).exists()


def writes_a_draft(client, user):
    add_page(client, make_index(), "articles.articlepage", title="Salt")
    return ArticlePage.objects.filter(title="Salt").exists()


def publishes_at_once(client, user):
    add_page(client, make_index(), "articles.articlepage", publish=True, title="Salt")
    return ArticlePage.objects.get(title="Salt").live


def submits(client, user):
    draft = make_page(live=False, owner=user)
    edit_page(client, draft, slug=draft.slug, **{"action-submit": "1"})
    return bool(StandardPage.objects.get(pk=draft.pk).current_workflow_state)


def changes_another_s_draft(client, user):
    draft = make_page(live=False, owner=make_user("Contributor"))
    edit_page(client, draft, slug=draft.slug, title="Salt again")
    return StandardPage.objects.get(pk=draft.pk).get_latest_revision().object_str == "Salt again"


def publishes_own(client, user):
    draft = make_page(live=False, owner=user)
    edit_page(client, draft, publish=True, slug=draft.slug)
    return StandardPage.objects.get(pk=draft.pk).live


def publishes_another_s(client, user):
    draft = make_page(live=False, owner=make_user("Contributor"))
    edit_page(client, draft, publish=True, slug=draft.slug)
    return StandardPage.objects.get(pk=draft.pk).live


def takes_off_the_site(client, user):
    page = make_page()
    client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    return not StandardPage.objects.get(pk=page.pk).live


def reviews(client, user):
    draft = make_page(live=False, owner=make_user("Contributor"))
    draft.save_revision()
    state = draft.get_workflow().start(draft, draft.owner).current_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[draft.pk, "approve", state.pk])
    client.post(url, {"comment": ""})
    return StandardPage.objects.get(pk=draft.pk).live


def reviews_own(client, user):
    draft = make_page(live=False, owner=user)
    draft.save_revision()
    state = draft.get_workflow().start(draft, user).current_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[draft.pk, "approve", state.pk])
    client.post(url, {"comment": ""})
    return StandardPage.objects.get(pk=draft.pk).live


def deletes_own_draft(client, user):
    draft = make_page(live=False, owner=user)
    client.post(reverse("wagtailadmin_pages:delete", args=[draft.pk]))
    return not is_there(draft)


def deletes_a_public_page(client, user):
    page = make_page()
    client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    return not is_there(page)


def deletes_a_section(client, user):
    index = make_index()
    make_article(index)
    client.post(reverse("wagtailadmin_pages:delete", args=[index.pk]))
    return not is_there(index)


def adds_a_picture(client, user):
    return opens(client, "wagtailimages:add")


def changes_any_picture(client, user):
    return opens(client, "wagtailimages:edit", make_image().pk)


def adds_a_document(client, user):
    return opens(client, "wagtaildocs:add")


def changes_any_document(client, user):
    return opens(client, "wagtaildocs:edit", make_document().pk)


def orders_notices(client, user):
    first, second = make_notice(), make_notice()
    client.post(reverse("notices_move", args=[the_home().pk, first.pk]), {"to": "up"})
    places = [first, second]
    return [type(n).objects.get(pk=n.pk).sort_order for n in places] != [
        n.sort_order for n in places
    ]


def changes_settings(client, user):
    return opens(
        client, "wagtailsettings:edit", "base", "organisationsettings", Site.objects.get().pk
    )


def screen(name: str):
    return lambda client, user: opens(client, name)


# What → may a Contributor, an Editor, an Admin.
RIGHTS = {
    "write a draft": (writes_a_draft, (True, True, True)),
    "publish what one has just begun": (publishes_at_once, (False, True, True)),
    "submit a draft": (submits, (True, True, True)),
    "change another's draft": (changes_another_s_draft, (True, True, True)),
    "publish one's own": (publishes_own, (False, True, True)),
    "publish another's": (publishes_another_s, (False, True, True)),
    "take a page off the site": (takes_off_the_site, (False, True, True)),
    "review": (reviews, (False, True, True)),
    "review what one submitted": (reviews_own, (False, False, False)),
    "delete one's own draft": (deletes_own_draft, (True, True, True)),
    "delete a public page": (deletes_a_public_page, (False, True, True)),
    "delete a section with its pages": (deletes_a_section, (False, False, True)),
    "add a picture": (adds_a_picture, (True, True, True)),
    "change any picture": (changes_any_picture, (True, True, True)),
    "add a document": (adds_a_document, (True, True, True)),
    "change any document": (changes_any_document, (True, True, True)),
    "order the notices": (orders_notices, (False, False, True)),
    "change the settings": (changes_settings, (False, False, True)),
    "see the accounts": (screen("wagtailusers_users:index"), (False, False, True)),
    "invite a colleague": (screen("wagtailusers_users:add"), (False, False, True)),
    "change roles themselves": (screen("wagtailusers_groups:index"), (False, False, False)),
    "make redirects": (screen("wagtailredirects:add"), (False, False, True)),
    "make collections": (screen("wagtailadmin_collections:add"), (False, False, True)),
    "keep search aliases": (screen("search_aliases:index"), (False, True, True)),
    "change workflows": (screen("wagtailadmin_workflows:index"), (False, False, True)),
    "read who can do what": (screen("who_can_do_what"), (True, True, True)),
}


@pytest.mark.parametrize("what", RIGHTS)
def test_each_role_may_do_what_the_table_says(home, client, what):
    tried, awaited = RIGHTS[what]
    people = [make_user(role) for role in ROLES]

    may = []
    for user in people:
        client.force_login(user)
        may.append(bool(tried(client, user)))
        ArticlePage.objects.filter(title="Salt").delete()

    assert dict(zip(ROLES, may, strict=True)) == dict(zip(ROLES, awaited, strict=True))


def test_the_roles_are_these_three(home):
    assert sorted(Group.objects.values_list("name", flat=True)) == sorted(ROLES)


def test_what_an_admin_types_into_the_settings_is_kept(home, client):
    site = Site.objects.get()
    url = reverse("wagtailsettings:edit", args=["base", "organisationsettings", site.pk])
    data = nested_form_data(
        {"name": "Tarn Circle", "menu": streamfield([]), "footer": streamfield([])}
    )
    client.force_login(make_user("Admin"))

    client.post(url, data)

    assert OrganisationSettings.objects.get(site=site).name == "Tarn Circle"


def test_an_account_without_a_role_does_not_enter(home, client):
    make_page()
    client.force_login(make_user())

    answer = client.get("/admin/")

    assert answer.status_code == 302
    assert "login" in answer.url
