"""The contents rail and the reading time."""

import pytest

from base.headings import headings, reading_minutes, with_anchors
from blocks.streams import ArticleBody


def body(*paragraphs: str):
    return ArticleBody().normalize([("paragraph", html) for html in paragraphs])


def test_the_rail_lists_the_second_level_in_order():
    text = body("<h2>Who <b>owns</b> it?</h2><p>x</p><h3>No</h3>", "<h2>What next</h2>")

    assert [(h.anchor, h.text) for h in headings(text)] == [
        ("section-who-owns-it", "Who owns it?"),
        ("section-what-next", "What next"),
    ]


def test_every_entry_of_the_rail_leads_to_a_heading_of_the_text():
    html = '<h2 data-block-key="a1">Salt &amp; water</h2><h2>¿Qué?</h2><h2>水</h2>'

    named = with_anchors(html)

    for heading in headings(body(html)):
        assert f'id="{heading.anchor}"' in named


def test_an_empty_heading_is_in_no_rail():
    assert headings(body("<h2> </h2><h2></h2>")) == []
    assert with_anchors("<h2> </h2>") == "<h2> </h2>"


def test_the_words_of_a_heading_are_left_as_they_are():
    assert (
        with_anchors("<h2>A <i>b</i></h2><p>c</p>")
        == '<h2 id="section-a-b">A <i>b</i></h2><p>c</p>'
    )


def test_other_blocks_have_no_place_in_the_rail():
    text = ArticleBody().normalize([("pull_quote", {"quote": "Water", "attribution": "A well"})])

    assert headings(text) == []


def stories_and_paragraphs(*blocks: tuple[str, object, str | None]):
    rows = [{"type": name, "value": value, "id": key} for name, value, key in blocks]
    return ArticleBody().to_python(rows)


def test_the_rail_lists_headings_and_stories_in_the_order_of_the_text():
    text = stories_and_paragraphs(
        ("roundup_story", {"headline": "Ferry & ferrymen", "teaser": ""}, "0fa1b2c4-8b1d"),
        ("paragraph", "<h2>Rain</h2>", "1fa1b2c4-8b1d"),
        ("roundup_story", {"headline": "Wells", "teaser": ""}, "2fa1b2c4-8b1d"),
    )

    assert [(h.anchor, h.text) for h in headings(text)] == [
        ("story-0fa1b2c4", "Ferry & ferrymen"),
        ("section-rain-1fa1", "Rain"),
        ("story-2fa1b2c4", "Wells"),
    ]


def test_a_story_without_a_headline_or_an_address_is_in_no_rail():
    text = stories_and_paragraphs(
        ("roundup_story", {"headline": "", "teaser": "<p>Words.</p>"}, "0fa1b2c4-8b1d"),
        ("roundup_story", {"headline": "Wells", "teaser": ""}, None),
    )

    assert headings(text) == []


@pytest.mark.parametrize(("words", "minutes"), [(1, 1), (220, 1), (440, 2), (2200, 10)])
def test_the_reading_time_follows_the_words(words, minutes):
    assert reading_minutes(body(f"<p>{'word ' * words}</p>")) == minutes


def test_equal_headings_of_one_text_have_anchors_of_their_own():
    html = "<h2>Water</h2><p>First.</p><h2>Water</h2>"

    named = with_anchors(html, "3fa1b2c4")

    assert 'id="section-water-3fa1"' in named
    assert 'id="section-water-3fa1--2"' in named
