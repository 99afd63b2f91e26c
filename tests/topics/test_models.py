import datetime

import pytest
from django.core.exceptions import ValidationError

from tests.factories import (
    file_under,
    make_article,
    make_event,
    make_index,
    make_topic,
    many_articles,
    restrict,
)
from topics.models import LISTED_AT_ONCE, TopicPage, topic_labels

pytestmark = pytest.mark.django_db


def listed(client, topic, query: str = "") -> list[str]:
    return [page.title for page in client.get(topic.url + query).context["listing"].items]


def test_a_topic_lists_what_was_written_about_it_newest_first(client):
    topic = make_topic()
    make_article(main_topic=topic, title="Old", date=datetime.date(2006, 5, 1))
    make_article(topics=[topic], title="New", date=datetime.date(2014, 5, 1))
    make_event(topics=[topic], title="Talk", date=datetime.date(2010, 5, 1))
    make_article(title="Elsewhere")

    titles = listed(client, topic)

    assert titles == ["New", "Talk", "Old"]


def test_a_topic_lists_a_roundup_with_a_story_on_it(client):
    topic = make_topic()
    story = {"headline": "Ferry", "teaser": "<p>It runs.</p>", "topic": topic}
    make_article(title="Three stories", body=[("roundup_story", story)])

    titles = listed(client, topic)

    assert titles == ["Three stories"]


def test_an_article_whose_main_topic_is_ticked_too_is_listed_once(client):
    topic = make_topic()
    make_article(main_topic=topic, topics=[topic])

    page = client.get(topic.url)

    assert page.context["listing"].total == len(page.context["listing"].items) == 1


def test_every_item_of_a_topic_stands_on_exactly_one_of_its_pages(client):
    topic = make_topic()
    file_under(topic, many_articles(make_index(), 2 * LISTED_AT_ONCE + 3))

    titles = (
        listed(client, topic) + listed(client, topic, "?page=2") + listed(client, topic, "?page=3")
    )

    assert len(titles) == len(set(titles)) == 2 * LISTED_AT_ONCE + 3


@pytest.mark.parametrize("page", ["0", "1", "3", "-1", "abc", "1.5", "٣", "", "2&page=2"])
def test_a_number_that_is_no_page_of_a_topic_is_no_page(client, page):
    topic = make_topic()
    file_under(topic, many_articles(make_index(), LISTED_AT_ONCE + 1))

    answer = client.get(f"{topic.url}?page={page}")

    assert answer.status_code == 404


def test_the_background_stands_on_the_first_page_only(client):
    text = [("paragraph", "<p>A river has many names.</p>")]
    topic = make_topic(background=text, teaser="<p>Water and who owns it.</p>")
    file_under(topic, many_articles(make_index(), LISTED_AT_ONCE + 1))

    first, second = client.get(topic.url), client.get(f"{topic.url}?page=2")

    assert "many names" in first.content.decode()
    assert "many names" not in second.content.decode()


def test_a_subject_without_items_says_so_and_mere_background_does_not(client):
    pages = [
        client.get(make_topic(is_subject=is_subject).url).content.decode()
        for is_subject in (True, False)
    ]

    assert ["Nothing has been written on this topic yet." in page for page in pages] == [
        True,
        False,
    ]


def test_the_labels_of_topics_are_those_a_stranger_may_see():
    public = make_topic(title="Rivers", slug="rivers", dye="water")
    make_topic(live=False)
    restrict(make_topic())

    labels = topic_labels()

    assert list(labels) == [public.pk]
    assert labels[public.pk]["dye"] == "water"


def test_subjects_are_not_background_pages():
    subject = make_topic()
    make_topic(title="Our aims", is_subject=False)

    subjects = TopicPage.objects.subjects()

    assert list(subjects) == [subject]


def test_a_dye_outside_the_design_is_refused():
    with pytest.raises(ValidationError):
        make_topic(dye="pink")


def test_the_summary_of_a_topic_is_its_teaser_in_plain_words():
    topic = make_topic(teaser="<p>Water &amp; <b>who</b> owns it.</p>")

    assert topic.summary == "Water & who owns it."


def test_month_items_have_no_day_in_the_list_of_a_topic(client):
    topic = make_topic()
    make_article(main_topic=topic, date=datetime.date(2006, 5, 31), date_precision="month")

    html = client.get(topic.url).content.decode()

    assert 'datetime="2006-05"' in html
    assert "2006-05-31" not in html
