"""The committed set of queries: what stands first, on both databases."""

import pytest
from django.db import connection
from django.utils.html import strip_tags

from tests.search.corpus import QUERIES, build

pytestmark = pytest.mark.django_db


def first_hit(client, typed: str) -> str:
    items = client.get("/search/", {"q": typed}).context["listing"].items
    return strip_tags(items[0].title).replace("&#x27;", "’") if items else ""


def test_every_query_of_the_set_brings_its_first_hit(client, home):
    build()

    found = {query.typed: first_hit(client, query.typed) for query in QUERIES}

    able = [query for query in QUERIES if query.not_on != connection.vendor]
    assert len(able) >= 25
    assert found | {query.typed: query.first for query in able} == found


def test_what_a_database_cannot_do_is_still_true(client, home):
    """When this fails, the database has learnt it: take the exception out of the set."""
    build()

    unable = [query for query in QUERIES if query.not_on == connection.vendor]

    assert [q.typed for q in unable if first_hit(client, q.typed) == q.first] == []
