import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import Page

from home.models import HomePage
from tests.editing import add_page, complaints, edit_page
from tests.factories import make_index, make_page, make_topic

pytestmark = pytest.mark.django_db

RESERVED = ("topics", "events", "notices", "search", "feed")
CHILDREN = (
    "articles.newsindex",
    "topics.topicpage",
    "notices.featurednotice",
    "home.standardpage",
    "home.formpage",
)


@pytest.mark.parametrize("slug", RESERVED)
@pytest.mark.parametrize("publish", [True, False])
def test_the_address_of_a_list_is_refused_beside_the_field(admin_client, home, slug, publish):
    response = add_page(admin_client, home, "home.standardpage", publish, slug=slug)

    assert "the address of a list" in complaints(response)["slug"][0]
    assert not Page.objects.child_of(home).exists()


@pytest.mark.parametrize("kind", CHILDREN)
def test_it_is_refused_to_every_kind_of_child(admin_client, home, kind):
    response = add_page(admin_client, home, kind, True, slug="topics")

    assert list(complaints(response)) == ["slug"]


@pytest.mark.parametrize("slug", RESERVED)
@pytest.mark.parametrize("live", [True, False])
def test_it_is_refused_behind_the_forms_back(slug, live):
    with pytest.raises(ValidationError):
        make_topic(slug=slug, live=live)


def test_a_page_that_is_there_cannot_take_the_address_of_a_list(admin_client):
    page = make_page(slug="about")

    response = edit_page(admin_client, page, publish=True, slug="events")

    assert list(complaints(response)) == ["slug"]
    assert Page.objects.get(pk=page.pk).slug == "about"


def test_a_copy_cannot_take_the_address_of_a_list(admin_client, home):
    page = make_page()

    response = admin_client.post(
        reverse("wagtailadmin_pages:copy", args=[page.pk]),
        {"new_title": "Events", "new_slug": "events", "new_parent_page": home.pk},
    )

    assert list(complaints(response)) == ["new_slug"]
    assert Page.objects.child_of(home).count() == 1


def test_a_page_deeper_down_may_be_called_like_a_list(client):
    page = make_page(make_page(slug="about"), slug="events")

    answer = client.get("/about/events/")

    assert answer.status_code == 200
    assert answer.context["page"] == page


def test_it_cannot_be_moved_to_where_the_list_would_hide_it(admin_client, home):
    page = make_page(make_page(slug="about"), slug="events")

    answer = admin_client.post(
        reverse("wagtailadmin_pages:move_confirm", args=[page.pk, home.pk]), follow=True
    )

    assert "the address of a list" in answer.content.decode()
    assert Page.objects.get(pk=page.pk).url_path == page.url_path


def test_other_pages_can_be_moved(admin_client, home):
    page = make_page(make_page(slug="about"), slug="history")

    admin_client.post(reverse("wagtailadmin_pages:move_confirm", args=[page.pk, home.pk]))

    assert Page.objects.get(pk=page.pk).get_parent() == home.page_ptr


def test_digits_are_welcome_below_the_home_page(client):
    make_page(slug="1992")

    answer = client.get("/1992/")

    assert answer.status_code == 200


def test_every_reserved_slug_is_refused_and_every_route_reserved(home):
    patterns = (str(route.pattern).lstrip("^") for route in HomePage.get_subpage_urls())
    routes = {pattern.split("/")[0] for pattern in patterns} - {""}

    assert routes <= set(HomePage.reserved_child_slugs)
    assert set(RESERVED) <= set(HomePage.reserved_child_slugs)


def test_an_index_below_an_index_may_not_take_the_address_of_a_year(admin_client):
    response = add_page(admin_client, make_index(), "articles.newsindex", True, slug="2014")

    assert "a year in the archive" in complaints(response)["slug"][0]
