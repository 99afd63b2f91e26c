from blocks.streams import ArticleBody
from blocks.text import (
    CorrectionBlock,
    PullQuoteBlock,
    RoundupStoryBlock,
    SourcesBlock,
    paragraph,
)

STORY_ID = "5f0c9a3e-8b1d-4c53-9a83-0d5b7f3a1c22"


def roundup(headline):
    value = {"headline": headline, "teaser": "<p>It runs twice a day.</p>", "topic": None}
    return ArticleBody().to_python([{"type": "roundup_story", "value": value, "id": STORY_ID}])


def test_a_heading_in_running_text_can_be_pointed_at():
    block = paragraph()

    html = block.render(block.normalize("<h2>Three wells</h2><p>One is dry.</p>"))

    assert '<h2 id="section-three-wells">Three wells</h2><p>One is dry.</p>' in html


def test_a_roundup_story_keeps_its_anchor_when_its_headline_changes():
    before = roundup("Ferry runs again")
    after = roundup("Ferry to Isla Callpa runs again")

    anchors = [f'id="story-{STORY_ID[:8]}"' in story[0].render() for story in (before, after)]

    assert anchors == [True, True]


def test_a_roundup_story_keeps_its_anchor_through_saving():
    stored = roundup("Ferry runs again").get_prep_value()

    again = ArticleBody().to_python(stored)

    assert 'href="#story-5f0c9a3e"' in again[0].render()


def test_a_roundup_story_without_a_topic_shows_no_label():
    block = RoundupStoryBlock()

    html = block.render(block.get_preview_value())

    assert "metaline" not in html


def test_a_quotation_is_printed_as_typed_and_never_as_markup():
    block = PullQuoteBlock()

    html = block.render(block.normalize({"quote": "<script>alert(1)</script>\n“¿Y el agua?”"}))

    assert "<script>" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;<br>“¿Y el agua?”" in html


def test_a_correction_says_its_day():
    block = CorrectionBlock()

    html = block.render(block.get_preview_value())

    assert '<time datetime="2021-06-08">8 June 2021</time>' in html


def test_a_source_on_the_web_is_a_link_and_the_others_are_not():
    block = SourcesBlock()

    html = block.render(block.get_preview_value())

    assert html.count("<li>") == 2
    assert html.count('rel="noopener noreferrer"') == 1


def test_sources_without_a_heading_are_still_named_for_those_who_listen():
    block = SourcesBlock()

    html = block.render(block.normalize({"heading": "", "items": [{"text": "Minutes, 2019"}]}))

    assert "<h2" not in html
    assert 'aria-label="Sources"' in html
