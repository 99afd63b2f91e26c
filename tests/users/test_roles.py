"""The three roles, by what each can do in the admin."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import Site

from articles.models import ArticlePage
from base.models import OrganisationSettings
from notices import ordering
from tests.editing import add_page, edit_page
from tests.factories import make_article, make_index, make_notice, make_page, make_user

pytestmark = pytest.mark.django_db

ROLES = ["Contributor", "Editor", "Admin"]


def by_role(*values: bool) -> list[tuple[str, bool]]:
    return list(zip(ROLES, values, strict=True))


@pytest.fixture
def as_role(client):
    def signed_in(role: str):
        client.force_login(make_user(role))
        return client

    return signed_in


def test_the_roles_are_these_three(home):
    assert sorted(Group.objects.values_list("name", flat=True)) == sorted(ROLES)


@pytest.mark.parametrize("role", ROLES)
def test_everybody_writes_drafts(home, as_role, role):
    index = make_index()

    add_page(as_role(role), index, "articles.articlepage", title="Salt")

    assert ArticlePage.objects.get(title="Salt").live is False


@pytest.mark.parametrize(("role", "is_live"), by_role(False, True, True))
def test_only_editors_and_admins_publish_what_they_wrote(home, as_role, role, is_live):
    index = make_index()

    add_page(as_role(role), index, "articles.articlepage", publish=True, title="Salt")

    assert ArticlePage.objects.get(title="Salt").live is is_live


@pytest.mark.parametrize(("role", "is_live"), by_role(False, True, True))
def test_only_editors_and_admins_publish_what_another_wrote(home, as_role, role, is_live):
    draft = make_article(live=False, owner=make_user("Contributor"))

    edit_page(as_role(role), draft, publish=True)

    assert ArticlePage.objects.get(pk=draft.pk).live is is_live


@pytest.mark.parametrize(("role", "is_live"), by_role(True, False, False))
def test_only_editors_and_admins_take_a_page_off_the_site(home, as_role, role, is_live):
    page = make_article()

    as_role(role).post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))

    assert ArticlePage.objects.get(pk=page.pk).live is is_live


@pytest.mark.parametrize("role", ROLES)
def test_everybody_may_add_pictures_and_documents(home, as_role, role):
    client = as_role(role)

    answers = [client.get(reverse(name)) for name in ("wagtailimages:add", "wagtaildocs:add")]

    assert [answer.status_code for answer in answers] == [200, 200]


def may_open(client, url: str) -> bool:
    """An answer of the page itself, and not the way back to the dashboard."""
    return client.get(url).status_code == 200


@pytest.mark.parametrize(("role", "may"), by_role(False, False, True))
def test_only_admins_change_the_settings(home, as_role, role, may):
    site = Site.objects.get()
    url = reverse("wagtailsettings:edit", args=["base", "organisationsettings", site.pk])

    assert may_open(as_role(role), url) is may


def test_what_an_admin_types_into_the_settings_is_kept(home, as_role):
    from wagtail.test.utils.form_data import nested_form_data, streamfield

    site = Site.objects.get()
    url = reverse("wagtailsettings:edit", args=["base", "organisationsettings", site.pk])
    data = nested_form_data(
        {"name": "Tarn Circle", "menu": streamfield([]), "footer": streamfield([])}
    )

    as_role("Admin").post(url, data)

    assert OrganisationSettings.objects.get(site=site).name == "Tarn Circle"


@pytest.mark.parametrize(("role", "may"), by_role(False, False, True))
@pytest.mark.parametrize("name", ["wagtailusers_users:index", "wagtailusers_users:add"])
def test_only_admins_look_after_accounts(home, as_role, role, may, name):
    assert may_open(as_role(role), reverse(name)) is may


@pytest.mark.parametrize(("role", "may"), by_role(False, False, True))
def test_only_admins_put_the_notices_in_order(home, role, may):
    make_notice()

    assert ordering.may_reorder(home, make_user(role)) is may


@pytest.mark.parametrize(("role", "may"), by_role(False, False, True))
def test_only_admins_make_redirects(home, as_role, role, may):
    assert may_open(as_role(role), reverse("wagtailredirects:add")) is may


def test_nobody_of_the_three_may_change_what_a_role_may_do(home, as_role):
    for role in ROLES:
        assert not may_open(as_role(role), reverse("wagtailusers_groups:index"))


def test_an_account_without_a_role_does_not_enter(home, client):
    make_page()
    client.force_login(make_user())

    answer = client.get("/admin/")

    assert answer.status_code == 302
    assert "login" in answer.url
