"""Wagtail's screen of what uses a page, for a page that very much does."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import ReferenceIndex

from desk.finding.uses import Groups
from tests.factories import (
    make_article,
    make_index,
    make_notice,
    make_topic,
    make_user,
    many_articles,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def water(on_commit):
    """A topic, and what is about it."""
    with on_commit():
        topic, news = make_topic(title="Water"), make_index()
        make_notice(title="Appeal", target_page=topic)
        for number in range(3):
            make_article(news, title=f"Bridge {number}", main_topic=topic)
    return topic


def test_what_uses_a_page_is_grouped_as_wagtail_does(water):
    references = ReferenceIndex.get_references_to(water)

    ours, theirs = Groups(references), references.group_by_source_object()

    assert len(ours) == len(theirs) == 4
    assert list(ours) == list(theirs)
    assert ours[1:3] == theirs[1:3]


def test_what_uses_a_page_is_named(client, water):
    client.force_login(make_user("Editor"))

    html = client.get(reverse("wagtailadmin_pages:usage", args=[water.pk])).content.decode()

    assert all(title in html for title in ("Appeal", "Bridge 0", "Bridge 1", "Bridge 2"))


def test_as_many_questions_for_a_page_that_much_uses(client, water):
    client.force_login(make_user("Contributor"))
    address = reverse("wagtailadmin_pages:usage", args=[water.pk])
    one = ReferenceIndex.get_references_to(water).filter(model_path="main_topic").first()

    client.get(address)  # what is asked only once a process is asked now
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    ReferenceIndex.objects.bulk_create(
        same_of(one, page.pk) for page in many_articles(make_index(), 60)
    )
    with CaptureQueriesContext(connection) as many:
        page = client.get(address)

    assert len(page.context["object_list"]) == 20
    assert len(few) == len(many)


def same_of(reference: ReferenceIndex, key: int) -> ReferenceIndex:
    fields = [f.attname for f in reference._meta.concrete_fields if not f.primary_key]
    known = {name: getattr(reference, name) for name in fields}
    return ReferenceIndex(**{**known, "object_id": str(key)})
