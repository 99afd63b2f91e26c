"""The tags decide about a page at hand as `visible()` decides about a list."""

import datetime

import pytest
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from base.templatetags.blocks import is_public
from base.visibility import visible
from blocks.sidebar import TopicBoxBlock
from blocks.text import RoundupStoryBlock
from topics.models import TopicPage

pytestmark = pytest.mark.django_db


def hour(offset):
    return timezone.now() + datetime.timedelta(hours=offset)


@pytest.fixture
def topic(home):
    return home.add_child(
        instance=TopicPage(title="Water & wells", dye="water", teaser="<p>Who may draw it.</p>")
    )


@pytest.mark.parametrize(
    "state",
    [
        {},
        {"live": False},
        {"live": False, "go_live_at": hour(1)},
        {"expire_at": hour(-1)},
        {"expire_at": hour(1)},
    ],
)
def test_a_page_at_hand_is_public_when_a_list_would_show_it(add_page, state):
    page = add_page("Pumps", **state)

    listed = visible(Page.objects.filter(pk=page.pk)).exists()

    assert is_public(page) is listed


@pytest.mark.parametrize("kind", ["password", "login", "groups"])
def test_a_page_below_a_private_one_is_not_public(add_page, kind):
    above = add_page("For members")
    below = above.add_child(instance=Page(title="Minutes"))
    PageViewRestriction.objects.create(page=above, restriction_type=kind, password="x")

    assert not is_public(above)
    assert not is_public(below)


def test_a_roundup_story_shows_its_topic_and_dye(topic):
    block = RoundupStoryBlock()

    html = block.render(block.normalize({"headline": "Ferry", "teaser": "", "topic": topic}))

    assert 'data-topic="water"' in html
    assert f'<a class="topic" href="{topic.url}">Water &amp; wells</a>' in html


def test_a_topic_box_shows_name_and_teaser(topic):
    block = TopicBoxBlock()

    html = block.render(block.normalize({"topic": topic}))

    assert "Water &amp; wells" in html
    assert "<p>Who may draw it.</p>" in html


def test_a_draft_topic_is_named_neither_in_a_story_nor_in_a_box(topic):
    topic.live = False
    story, box = RoundupStoryBlock(), TopicBoxBlock()

    html = story.render(story.normalize({"headline": "Ferry", "teaser": "", "topic": topic}))
    html += box.render(box.normalize({"topic": topic}))

    assert "Water" not in html
