"""The stories of a roundup as rows of their own: they mirror what visitors see, and nothing else."""

import importlib

import pytest
from django.apps import apps

from articles.models import ArticlePage, NewsIndex, Story
from tests.factories import make_article, make_index, make_topic, restrict

pytestmark = pytest.mark.django_db

migration = importlib.import_module("articles.migrations.0003_gather_stories")


def story(headline: str, topic=None, teaser: str = "<p>It runs <b>again</b>.</p>") -> tuple:
    return ("roundup_story", {"headline": headline, "teaser": teaser, "topic": topic})


def roundup(*stories: tuple, **fields) -> ArticlePage:
    return make_article(body=[("paragraph", "<p>In short.</p>"), *stories], **fields)


def rows(article) -> list[tuple]:
    return list(Story.objects.filter(article=article).values_list("place", "headline"))


def test_saving_an_article_writes_down_its_stories():
    rivers = make_topic()

    article = roundup(story("Ferry", rivers), story("Bridge"))

    first, second = Story.objects.all()
    assert (first.article, first.place, first.headline) == (article, 1, "Ferry")
    assert (first.summary, first.topic) == ("It runs again.", rivers)
    assert first.anchor == f"story-{article.body[1].id[:8]}"
    assert (second.headline, second.topic) == ("Bridge", None)


def test_an_article_without_stories_has_no_rows():
    make_article(body=[("paragraph", "<p>One text.</p>")])

    assert not Story.objects.exists()


def test_a_draft_of_a_public_article_changes_no_row_before_it_is_published():
    article = roundup(story("Ferry"))
    article.body[1].value["headline"] = "Ferry runs"
    revision = article.save_revision()
    before = rows(article)

    revision.publish()

    assert before == [(1, "Ferry")]
    assert rows(article) == [(1, "Ferry runs")]


def test_a_headline_that_changes_keeps_its_anchor():
    article = roundup(story("Ferry"))
    anchor = Story.objects.get().anchor
    article = ArticlePage.objects.get(pk=article.pk)
    article.body[1].value["headline"] = "Ferry to Isla Callpa"

    article.save()

    assert Story.objects.get().anchor == anchor
    assert Story.objects.get().headline == "Ferry to Isla Callpa"


def test_a_story_taken_out_of_the_text_is_gone():
    article = roundup(story("Ferry"), story("Bridge"))
    del article.body[1]

    article.save()

    assert rows(article) == [(1, "Bridge")]


def test_stories_that_change_places_keep_their_anchors():
    article = roundup(story("Ferry"), story("Bridge"))
    anchors = dict(Story.objects.values_list("headline", "anchor"))
    intro, ferry, bridge = article.body.raw_data
    article.body = ArticlePage.body.field.to_python([bridge, ferry])

    article.save()

    assert rows(article) == [(0, "Bridge"), (1, "Ferry")]
    assert dict(Story.objects.values_list("headline", "anchor")) == anchors


def test_saving_again_without_a_change_leaves_the_rows_alone():
    article = roundup(story("Ferry"))
    key = Story.objects.get().pk

    ArticlePage.objects.get(pk=article.pk).save()

    assert Story.objects.get().pk == key


def test_a_copy_has_rows_of_its_own():
    article = roundup(story("Ferry"))
    article.save_revision()

    made = article.copy(update_attrs={"slug": "copy", "title": "Copy"})

    assert rows(made) == rows(article) == [(1, "Ferry")]


def test_a_deleted_article_takes_its_rows_along():
    article = roundup(story("Ferry"))

    article.delete()

    assert not Story.objects.exists()


def test_a_deleted_topic_leaves_the_story_without_one():
    rivers = make_topic()
    roundup(story("Ferry", rivers))

    rivers.delete()

    assert Story.objects.get().topic is None


def test_two_stories_with_one_id_count_as_the_first():
    raw = [
        {"type": "roundup_story", "id": "5f0c9a3e-8b1d", "value": {"headline": name, "teaser": ""}}
        for name in ("Ferry", "Bridge")
    ]
    article = make_article()
    article.body = ArticlePage.body.field.to_python(raw)

    article.save()

    assert rows(article) == [(0, "Ferry")]


def test_a_headline_longer_than_the_form_allows_is_cut_and_stops_nothing():
    article = roundup(story("F" * 300))

    assert len(Story.objects.get(article=article).headline) == 255


def test_a_story_whose_topic_is_a_draft_prints_no_name_of_it(client):
    article = roundup(story("Ferry", make_topic(title="Zafra", live=False)))

    html = client.get(article.url).content.decode()

    assert "Ferry" in html
    assert "Zafra" not in html


def test_the_headline_of_a_story_is_a_link_to_itself(client):
    article = roundup(story("Ferry"))
    anchor = Story.objects.get().anchor

    html = client.get(article.url).content.decode()

    assert f'id="{anchor}"' in html
    assert f'<h2><a href="#{anchor}">Ferry <span aria-hidden="true">#</span></a></h2>' in html


def test_the_topic_lists_its_own_stories_below_the_roundup(client):
    rivers, mines = make_topic(), make_topic()
    article = roundup(
        story("Ferry", rivers), story("Pit", mines), story("Bridge", rivers), story("Sky")
    )
    anchors = dict(Story.objects.values_list("headline", "anchor"))

    html = client.get(rivers.url).content.decode()

    items = "".join(
        f'<li><a href="{article.url}#{anchors[name]}">{name}</a></li>'
        for name in ("Ferry", "Bridge")
    )
    assert f'<ul class="stories">{items}</ul>' in html
    assert "Pit" not in html and "Sky" not in html


@pytest.mark.parametrize("how", ["unpublished", "private", "draft"])
def test_stories_of_what_is_not_public_stand_nowhere(client, how):
    rivers = make_topic()
    article = roundup(story("Zafra", rivers), live=how != "draft")
    if how == "unpublished":
        article.unpublish()
    if how == "private":
        restrict(article)

    html = client.get(rivers.url).content.decode()

    assert "Zafra" not in html


def test_no_other_list_shows_stories(client):
    rivers, news = make_topic(slug="rivers"), make_index(slug="news")
    roundup(story("Ferry", rivers), parent=news)

    pages = [client.get(path).content.decode() for path in ("/", "/news/", "/news/?topic=rivers")]

    assert [page for page in pages if "stories" in page] == []


def test_stories_on_a_topic_cost_the_same_however_many_roundups_there_are(warm):
    rivers, news = make_topic(), make_index()
    roundup(story("Ferry", rivers), parent=news)
    few = warm(rivers.url)
    for _n in range(5):
        roundup(story("Ferry", rivers), story("Bridge", rivers), parent=news)

    many = warm(rivers.url)

    assert few == many


# --- what was published before stories had rows of their own


def gathered() -> list[tuple]:
    Story.objects.all().delete()
    migration.gather(apps, None)
    return told()


def told() -> list[tuple]:
    fields = ("article_id", "place", "anchor", "headline", "summary", "topic_id")
    return list(Story.objects.values_list(*fields))


def test_gathering_writes_what_saving_would_have_written():
    news, rivers = make_index(), make_topic()
    roundup(story("Ferry", rivers), story("Bridge"), parent=news)
    roundup(story("Well", teaser="<p>" + "Long words. " * 60 + "</p>"), parent=news)
    make_article(news)
    written = told()

    assert gathered() == written
    assert len(written) == 3


def test_gathering_takes_any_number_of_articles_in_batches(monkeypatch):
    monkeypatch.setattr(migration, "BATCH", 2)
    news = NewsIndex.objects.get(pk=make_index().pk)
    for n in range(5):
        roundup(story(f"Ferry {n}"), parent=news)
    written = told()

    assert gathered() == written


def test_gathering_twice_changes_nothing():
    roundup(story("Ferry"))
    written = told()

    migration.gather(apps, None)

    assert told() == written


def test_gathering_leaves_drafts_and_topics_that_are_gone_alone():
    rivers = make_topic()
    roundup(story("Draft"), live=False)
    article = roundup(story("Ferry", rivers))
    raw = list(article.body.raw_data)
    raw[1]["value"]["topic"] = rivers.pk + 1000
    ArticlePage.objects.filter(pk=article.pk).update(body=ArticlePage.body.field.to_python(raw))

    assert [(row[3], row[5]) for row in gathered()] == [("Ferry", None)]


def test_gathering_knows_a_story_by_its_type_and_not_by_its_words():
    make_article(body=[("paragraph", "<p>The word roundup_story stands here.</p>")])

    assert gathered() == []
