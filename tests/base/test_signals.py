"""Whatever changes what visitors see raises the content version."""

import pytest
from django.contrib.auth.models import Group
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Locale,
    Page,
    PageViewRestriction,
    Site,
)

from base.caching import content_version
from base.models import OrganisationSettings
from tests.factories import (
    make_article,
    make_document,
    make_event,
    make_image,
    make_index,
    make_notice,
    make_page,
    make_topic,
    make_user,
    restrict,
)

pytestmark = pytest.mark.django_db


def unpublished_by_code(page):
    page.live = False
    page.save()


def renamed(page):
    page.slug = "another-address"
    page.save_revision().publish()


# name: (what there is before, what is done with it)
CHANGES = {
    "a page is published": (
        lambda: make_article(live=False),
        lambda page: page.save_revision().publish(),
    ),
    "a page is published again": (make_article, lambda page: page.save_revision().publish()),
    "a page is unpublished": (make_article, lambda page: page.unpublish()),
    "a page is unpublished by code": (make_article, unpublished_by_code),
    "a page gets another address": (make_page, renamed),
    "a page is moved": (
        make_article,
        lambda page: page.move(make_index(live=False), pos="last-child"),
    ),
    "a page is deleted": (make_article, lambda page: Page.objects.get(pk=page.pk).delete()),
    "a branch is deleted": (make_article, lambda page: page.get_parent().delete()),
    "a page is copied": (make_article, lambda page: page.copy(update_attrs={"slug": "copy"})),
    "a live page is saved by code": (make_topic, lambda page: page.save()),
    "a live event is saved by code": (make_event, lambda page: page.save()),
    "a live notice is saved by code": (make_notice, lambda page: page.save()),
    "a page is closed": (make_page, restrict),
    "a page is opened again": (
        lambda: restrict(make_page()),
        lambda restriction: restriction.delete(),
    ),
    "a restriction changes its kind": (
        lambda: restrict(make_page()),
        lambda restriction: PageViewRestriction.objects.get(pk=restriction.pk).save(),
    ),
    "the settings change": (
        lambda: Site.objects.get(),
        lambda site: OrganisationSettings.objects.create(site=site, name="Tarn Circle"),
    ),
    "a site changes": (lambda: Site.objects.get(), lambda site: site.save()),
    "a picture is added": (lambda: None, lambda _none: make_image()),
    "a picture is deleted": (make_image, lambda image: image.delete()),
    "a document changes": (make_document, lambda document: document.save()),
    "a collection is closed": (
        lambda: Collection.get_first_root_node().add_child(name="Trustees"),
        lambda collection: CollectionViewRestriction.objects.create(
            collection=collection, restriction_type="login"
        ),
    ),
    "a redirect is made": (
        lambda: None,
        lambda _none: Redirect.objects.create(old_path="/old", redirect_link="/new"),
    ),
    "a redirect is deleted": (
        lambda: Redirect.objects.create(old_path="/old", redirect_link="/new"),
        lambda redirect: redirect.delete(),
    ),
    "a language changes": (lambda: Locale.objects.first(), lambda locale: locale.save()),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_of_what_visitors_see_raises_the_version(home, on_commit, name):
    prepare, change = CHANGES[name]
    with on_commit():
        thing = prepare()
    before = content_version()

    with on_commit():
        change(thing)

    assert content_version() != before


NO_CHANGES = {
    "a draft is begun": (make_index, lambda index: make_article(index, live=False)),
    "a draft is saved again": (
        lambda: make_article(live=False),
        lambda page: page.save_revision(),
    ),
    "somebody gets an account": (lambda: None, lambda _none: make_user()),
    "a role is made": (lambda: None, lambda _none: Group.objects.create(name="Press")),
}


@pytest.mark.parametrize("name", NO_CHANGES)
def test_what_no_visitor_sees_leaves_the_version_alone(home, on_commit, name):
    prepare, change = NO_CHANGES[name]
    with on_commit():
        thing = prepare()
    before = content_version()

    with on_commit():
        change(thing)

    assert content_version() == before


def test_looking_at_the_site_changes_no_row_of_it(home, client, on_commit):
    make_article()
    before = content_version()

    with on_commit():
        answer = client.get("/")

    assert answer.status_code == 200
    assert content_version() == before
    assert not OrganisationSettings.objects.exists()
