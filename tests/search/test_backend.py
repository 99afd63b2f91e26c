"""The backend named in the settings, as Wagtail's own pages use it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page
from wagtail.search.query import MATCH_ALL, And, Not, Or, Phrase, PlainText

from articles.models import ArticlePage
from base.models import SiteDocument, SiteImage
from search.models import SearchAlias
from tests.factories import make_article, make_document, make_image, make_index, make_user

pytestmark = pytest.mark.django_db

ODD = (
    '"', "'", '"""', "\x00", "a\x00b", "x" * 3000, "word " * 800, "the of and", "AND", "OR NOT",
    "NEAR(a b)", "*", "^", ":", "title:x", "-", "--", "a-", "(", ")", "{}", "\\", "%", "%s", ";",
    "$$", "!&|", "<->", "’", "\u200b", "ñ", "\ud7ff", "🦙", "a'b\"c", " ", "\n",
)  # fmt: skip


def titles(things) -> list[str]:
    return [thing.title for thing in things]


@pytest.mark.parametrize("typed", ODD)
def test_no_query_breaks_the_search_of_the_admin(home, typed):
    make_article()

    for found in (Page.objects.search(typed), Page.objects.autocomplete(typed)):
        assert len(list(found[:5])) == found.count()


@pytest.mark.parametrize("typed", ODD)
def test_no_query_breaks_a_search_of_some_fields_or_for_any_word(home, typed):
    make_article()

    for options in ({"operator": "or"}, {"fields": ["title"]}, {"order_by_relevance": False}):
        list(ArticlePage.objects.search(typed, **options))
        list(Page.objects.autocomplete(typed, **{**options, "fields": None}))


@pytest.mark.parametrize("typed", ["maranon", "Marañón", "MARAÑON", "mārañon"])
def test_accents_count_neither_for_words_nor_for_beginnings(home, typed):
    make_article(title="Oil in the Marañón")

    assert titles(Page.objects.search(typed)) == ["Oil in the Marañón"]
    assert titles(Page.objects.autocomplete(typed[:5])) == ["Oil in the Marañón"]
    assert titles(ArticlePage.objects.search(typed, fields=["title"])) == ["Oil in the Marañón"]


def test_a_word_of_a_title_counts_more_than_words_of_a_text(home):
    words = [("paragraph", "<p>Ferry, ferry, ferry and again a ferry on the lake.</p>")]
    news = make_index()
    make_article(news, title="Water", body=words)
    make_article(news, title="A ferry on its way")
    make_article(news, title="Boats", body=words)

    assert titles(Page.objects.search("ferry"))[0] == "A ferry on its way"


def test_results_are_cut_into_pages_in_one_order(home):
    news = make_index()
    for n in range(7):
        make_article(news, title=f"Ferry {n}")

    found = ArticlePage.objects.search("ferry")

    pages = [titles(found[start : start + 3]) for start in (0, 3, 6)]
    assert sum(pages, []) == titles(found)
    assert len(set(titles(found))) == found.count() == 7


def test_what_the_caller_leaves_out_is_left_out(home):
    news = make_index()
    make_article(news, title="Ferry one", live=False)
    make_article(news, title="Ferry two")

    assert titles(Page.objects.live().search("ferry")) == ["Ferry two"]
    assert Page.objects.live().autocomplete("fer").count() == 1


def test_an_order_of_ones_own_is_kept(home):
    for title in ("Ferry b", "Ferry c", "Ferry a"):
        make_document(title=title)

    found = SiteDocument.objects.order_by("title").search("ferry", order_by_relevance=False)

    assert titles(found) == ["Ferry a", "Ferry b", "Ferry c"]


def test_queries_put_together_by_code_mean_what_they_say(home):
    news = make_index()
    for title in ("Ferry sinks", "Ferry sails", "Lake dries"):
        make_article(news, title=title)

    def found(query) -> set[str]:
        return set(titles(ArticlePage.objects.search(query)))

    ferry, sinks = PlainText("ferry"), PlainText("sinks")
    assert found(And([ferry, sinks])) == {"Ferry sinks"}
    assert found(Or([sinks, PlainText("lake")])) == {"Ferry sinks", "Lake dries"}
    assert found(And([ferry, Not(sinks)])) == {"Ferry sails"}
    assert found(Phrase("ferry sails")) == {"Ferry sails"}
    assert found(And([ferry, PlainText('"')])) == {"Ferry sinks", "Ferry sails"}
    assert len(found(MATCH_ALL)) == 3
    assert found(Not(MATCH_ALL)) == set()


def test_a_score_can_be_asked_for(home):
    make_article(title="Ferry")

    article = ArticlePage.objects.search("ferry").annotate_score("how_well")[0]

    assert article.how_well > 0


def test_what_is_found_can_be_counted_by_kind(home):
    make_article(title="Ferry")
    make_index(title="Ferry news")

    assert sum(Page.objects.search("ferry").facet("content_type_id").values()) == 2


def test_names_that_are_known_work_in_the_admin_as_well(home):
    SearchAlias.objects.create(names="RQS = Remigio Quispe")
    make_article(title="Remigio Quispe resigns")

    assert titles(Page.objects.search("rqs")) == ["Remigio Quispe resigns"]


def test_the_index_is_asked_once_however_many_match(home):
    """Wagtail's own order asks it again for every match."""
    news = make_index()
    for n in range(3):
        make_article(news, title=f"Ferry {n}")

    for found in (Page.objects.search("ferry"), Page.objects.autocomplete("fer")):
        with CaptureQueriesContext(connection) as captured:
            assert len(list(found[:2])) == 2
        sql = [query["sql"] for query in captured if "indexentry" in query["sql"]]
        assert len(sql) == 1
        assert sql[0].count(" MATCH ") == (connection.vendor == "sqlite")


def test_the_search_boxes_of_the_admin_find_by_parts_of_a_title(client, home):
    make_article(title="Oil in the Marañón")
    make_image(title="Ferry at Ñahuin")
    make_document(title="Report of Ñahuin")
    client.force_login(make_user("Admin"))

    pages = client.get(reverse("wagtailadmin_pages:search"), {"q": "maran"}).content.decode()
    images = client.get(reverse("wagtailimages:index"), {"q": "nahu"}).content.decode()
    documents = client.get(reverse("wagtaildocs:index"), {"q": '"nahu'}).content.decode()

    assert "Oil in the Marañón" in pages
    assert "Ferry at Ñahuin" in images
    assert "Report of Ñahuin" in documents


def test_pictures_and_documents_are_found_by_their_titles(home):
    make_image(title="Ferry at dawn")
    make_document(title="Report", description="About a ferry.")

    assert titles(SiteImage.objects.search("ferry")) == ["Ferry at dawn"]
    assert titles(SiteDocument.objects.search("ferry")) == ["Report"]


def test_what_is_deleted_or_renamed_is_no_longer_found_by_its_old_words(home):
    news = make_index()
    renamed, deleted = make_article(news, title="Ferry"), make_article(news, title="Ferry two")
    renamed.title = "Lake"
    renamed.save()
    deleted.delete()

    assert titles(Page.objects.search("ferry")) == []
    assert titles(Page.objects.search("lake")) == ["Lake"]
