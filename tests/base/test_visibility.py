import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Collection, CollectionViewRestriction, Page

from articles.models import ArticlePage, EventPage
from base.templatetags.blocks import is_public
from base.visibility import (
    SPELLED_OUT,
    is_visible,
    public_collections,
    restricted_paths,
    visible,
)
from notices.models import FeaturedNotice
from tests.factories import (
    at,
    make_article,
    make_event,
    make_index,
    make_notice,
    make_page,
    many_articles,
    restrict,
)

pytestmark = pytest.mark.django_db

EVERY_KIND = pytest.mark.parametrize("kind", ["password", "login", "groups"])


def shown(page) -> bool:
    """Said by the query and by the page at hand, which must agree."""
    page = type(page).objects.get(pk=page.pk)
    answers = {is_visible(page), is_visible(page.page_ptr), is_public(page)}
    assert len(answers) == 1
    return answers.pop()


def test_a_published_page_is_visible():
    article = make_article()

    assert shown(article)


def test_a_draft_is_not():
    article = make_article(live=False)

    assert not shown(article)


def test_a_page_waiting_for_its_hour_is_not():
    article = make_article(live=False, go_live_at=at(2099, 1, 1))

    assert not shown(article)


def test_a_page_runs_out_at_that_very_second_without_any_job(freeze):
    article = make_article(expire_at=at(2026, 6, 1, 12))

    freeze(at(2026, 6, 1, 11, 59, 59))
    before = shown(article)
    freeze(at(2026, 6, 1, 12))
    after = shown(article)

    assert (before, after) == (True, False)


@EVERY_KIND
def test_a_private_page_is_not_visible(kind):
    article = make_article()

    restrict(article, kind)

    assert not shown(article)


@EVERY_KIND
def test_nothing_beneath_a_private_page_is_visible(kind):
    index = make_index()
    article = make_article(make_index(index))

    restrict(index, kind)

    assert not shown(article)


def test_the_neighbour_of_a_private_page_is_visible():
    index = make_index()
    restrict(make_article(index))

    neighbour = make_article(index)

    assert shown(neighbour)


@pytest.mark.parametrize("make", [make_article, make_event, make_notice])
def test_a_page_that_owes_a_date_is_not_visible_without_one(make):
    page = make()

    type(page).objects.filter(pk=page.pk).update(date=None)

    assert not shown(page)


def test_a_list_of_all_pages_has_those_without_any_date_field():
    page = make_page()

    assert page.page_ptr in visible(Page.objects.all())


def test_the_undated_are_left_out_of_a_list_of_all_pages():
    undated = make_article()
    ArticlePage.objects.filter(pk=undated.pk).update(date=None)

    listed = visible(Page.objects.all())

    assert undated.page_ptr not in listed


@pytest.mark.parametrize("model", [ArticlePage, EventPage, FeaturedNotice])
def test_every_queryset_of_ours_knows_the_word(model, freeze):
    freeze(at(2026, 6, 1))

    sql = str(model.objects.visible().query)

    assert sql == str(visible(model.objects.all()).query)


def test_restrictions_beneath_a_restriction_are_merged():
    outer = make_index()
    inner = make_article(outer)
    other = make_article()
    for page in (inner, other, outer):
        restrict(page)

    paths = restricted_paths()

    assert paths == sorted([outer.path, other.path])


@pytest.mark.parametrize("number", [SPELLED_OUT, SPELLED_OUT + 1, 1100])
def test_any_number_of_private_pages_can_be_left_out(number):
    index = make_index()
    articles = many_articles(index, number + 1)
    restrictions = restrict(articles[0])
    type(restrictions).objects.bulk_create(
        type(restrictions)(page_id=article.pk, restriction_type="login")
        for article in articles[1:-1]
    )

    left = list(index.articles)

    assert left == [articles[-1]]


def test_restrictions_are_read_once_for_all_lists():
    restrict(make_article())
    restricted_paths()

    with CaptureQueriesContext(connection) as captured:
        list(ArticlePage.objects.visible())
        list(FeaturedNotice.objects.visible())

    assert not [query for query in captured if "pageviewrestriction" in query["sql"]]


def test_a_restricted_collection_and_what_lies_in_it_are_not_public():
    top = Collection.get_first_root_node()
    closed = top.add_child(name="For the trustees")
    inner = closed.add_child(instance=Collection(name="Minutes"))
    beside = top.add_child(instance=Collection(name="Reports"))

    CollectionViewRestriction.objects.create(collection=closed, restriction_type="login")

    assert set(public_collections()) == {top, beside}
    assert inner not in public_collections()


def test_visibility_does_not_ask_what_day_it_is():
    article = make_article(date=datetime.date(2199, 1, 1))

    assert shown(article)
