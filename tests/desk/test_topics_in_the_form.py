import pytest
from django.urls import reverse

from articles.forms import ArticlePageForm
from articles.models import ArticlePage
from tests.editing import complaints, typed
from tests.factories import make_article, make_index, make_topic

pytestmark = pytest.mark.django_db


def offered(client, page=None) -> dict[str, list[str]]:
    """The words beside each box and in the list of main topics."""
    address = (
        reverse("wagtailadmin_pages:edit", args=[page.pk])
        if page
        else reverse("wagtailadmin_pages:add", args=["articles", "articlepage", make_index().pk])
    )
    form = client.get(address).context["form"]
    return {
        name: [str(words) for _key, words in form[name].field.widget.choices]
        for name in ("topics", "main_topic")
    }


def ticked(client, page, *topics, publish: bool = True):
    """Send the form of an article with these boxes ticked."""
    data = typed("articles.articlepage") | {"topics": [topic.pk for topic in topics]}
    data |= {"action-publish": "1"} if publish else {}
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)


def test_only_topics_that_news_is_filed_under_are_offered_by_their_names(admin_client):
    make_topic(title="Water")
    make_topic(title="Mining")
    make_topic(title="Our aims", is_subject=False)

    found = offered(admin_client)

    assert found == {
        "topics": ["Mining", "Water"],
        "main_topic": ["No main topic", "Mining", "Water"],
    }


def test_background_that_was_ticked_before_stays_offered_and_is_named_so(admin_client):
    aims = make_topic(title="Our aims", is_subject=False)
    article = make_article(topics=[aims])

    assert offered(admin_client, article)["topics"] == ["Our aims (background)"]


def test_background_that_is_the_main_topic_stays_offered(admin_client):
    aims = make_topic(title="Our aims", is_subject=False)
    article = make_article(main_topic=aims)

    assert offered(admin_client, article)["main_topic"] == [
        "No main topic",
        "Our aims (background)",
    ]


def test_saving_an_article_keeps_the_background_that_is_ticked(admin_client):
    aims, water = make_topic(is_subject=False), make_topic()
    article = make_article(topics=[aims])

    ticked(admin_client, article, aims, water)

    assert set(ArticlePage.objects.get(pk=article.pk).topics.all()) == {aims, water}


def test_background_unticked_and_ticked_again_before_the_form_is_left_is_taken(admin_client):
    aims = make_topic(is_subject=False)
    article = make_article(topics=[aims])
    ticked(admin_client, article, publish=False)

    answer = ticked(admin_client, article, aims)

    assert complaints(answer) == {}
    assert list(ArticlePage.objects.get(pk=article.pk).topics.all()) == [aims]


def test_what_is_no_topic_is_refused_in_words(admin_client):
    article = make_article()

    answer = ticked(admin_client, article, article.get_parent())

    assert list(complaints(answer)) == ["topics"]


def test_the_form_asks_for_its_topics_once_however_many_there_are(
    admin_client, django_assert_num_queries
):
    form_class = ArticlePage.get_edit_handler().get_form_class()
    for _n in range(30):
        make_topic()
    article = ArticlePage.objects.get(pk=make_article().pk)
    form = form_class(instance=article, for_user=None)

    with django_assert_num_queries(2):  # those of the article, and all that there are
        choices = ArticlePageForm._offered_topics(form)

    assert len(choices) == 30
