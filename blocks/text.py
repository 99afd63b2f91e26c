"""Words: running text, what stands beside it, and what keeps the record straight."""

import datetime

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    CharBlock,
    ChoiceBlock,
    DateBlock,
    ListBlock,
    PageChooserBlock,
    RichTextBlock,
    StructBlock,
    TextBlock,
)

from blocks.languages import LANGUAGES
from blocks.links import web_address

PARAGRAPH_FEATURES = [
    "h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link", "blockquote", "superscript",
    "language",
]  # fmt: skip
TEASER_FEATURES = ["bold", "italic", "link", "document-link", "language"]
BOX_FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link", "language"]


def paragraph() -> RichTextBlock:
    """Running text. A factory, because migrations would remember a class for ever."""
    return RichTextBlock(
        required=False,  # the paragraph a new article opens with may stay empty
        features=PARAGRAPH_FEATURES,
        icon="pilcrow",
        label=_("Text"),
        group=_("Text"),
        description=_("Running text with headings, lists, links and quotations."),
        help_text=_("The text itself. Give each longer part a heading: readers jump by them."),
        template="blocks/paragraph.html",
        preview_value=(
            "<h2>Three wells in Huaylla</h2><p>The village assembly met on <b>Sunday</b> to hear the"
            " results. Two of the three wells can be used again.</p><ul><li>the school well</li>"
            "<li>the well by the market</li></ul>"
        ),
    )


class PullQuoteBlock(StructBlock):
    """A sentence from the text, set large."""

    quote = TextBlock(
        label=_("Quotation"),
        help_text=_(
            "One or two sentences, set large beside the text. Quotation marks are yours to type."
        ),
    )
    attribution = CharBlock(
        required=False,
        max_length=200,
        label=_("Who said it"),
        help_text=_("Name and role, shown below the quotation."),
    )
    language = ChoiceBlock(
        choices=LANGUAGES,
        required=False,
        label=_("Language"),
        help_text=_("Where it is not the language of the page: read aloud as such."),
    )

    class Meta:
        icon = "openquote"
        label = _("Pull quote")
        description = _("A sentence set large, with the name of whoever said it.")
        group = _("Text")
        template = "blocks/pull_quote.html"
        preview_value = {
            "quote": "“We asked for a well, and they sent us a survey of wells.”",
            "attribution": "Teodora Illa, treasurer of the Huaylla water committee",
        }


class FactBoxBlock(StructBlock):
    """A short explanation beside the story."""

    heading = CharBlock(
        max_length=120,
        label=_("Heading"),
        help_text=_("Stands at the top of the box, for example as a question."),
    )
    text = RichTextBlock(
        features=BOX_FEATURES,
        label=_("Text"),
        help_text=_("Two or three sentences, shown on a grey ground within the text."),
    )

    class Meta:
        icon = "info-circle"
        label = _("Fact box")
        description = _("A short explanation on a grey ground, apart from the story.")
        group = _("Text")
        template = "blocks/fact_box.html"
        preview_value = {
            "heading": "What is a water committee?",
            "text": "<p>Families who share a spring elect three neighbours to look after it. They"
            " keep the pipes in order and collect a small fee.</p>",
        }


def story_anchor(block_id: str | None) -> str:
    """The part of the address after #. It never changes, because the block's id does not."""
    return f"story-{block_id[:8]}" if block_id else ""


def correction_anchor(block_id: str | None) -> str:
    """Where the line at the top of a corrected article leads."""
    return f"correction-{block_id[:8]}" if block_id else ""


class RoundupStoryBlock(StructBlock):
    """One of several stories published under one date, with an address of its own."""

    headline = CharBlock(
        max_length=255,
        label=_("Headline"),
        help_text=_("Stands above the story. Its link never changes, even when the words do."),
    )
    teaser = RichTextBlock(
        features=TEASER_FEATURES,
        label=_("Text"),
        help_text=_("The story itself, in one or a few paragraphs below its headline."),
    )
    topic = PageChooserBlock(
        page_type="topics.TopicPage",
        required=False,
        label=_("Topic"),
        help_text=_("Shown above the headline. The whole article is then listed under it too."),
    )

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context["anchor"] = story_anchor(context.get("id"))
        return context

    class Meta:
        icon = "list-ol"
        label = _("Roundup story")
        description = _("One of several short stories in an article, with its own link.")
        group = _("Text")
        template = "blocks/roundup_story.html"
        preview_value = {
            "headline": "Ferry to Isla Callpa runs again",
            "teaser": "<p>After nine weeks the ferry crosses twice a day. The new landing stage was"
            " built by the islanders themselves.</p>",
        }


class SourceBlock(StructBlock):
    """One line of the sources: what it is, and where it can be read."""

    text = CharBlock(
        max_length=500,
        label=_("Source"),
        help_text=_("Author, title and date, shown as one line of the list."),
    )
    url = web_address(
        required=False,
        label=_("Address"),
        help_text=_("Where it can be read, if it is on the web. The line becomes a link."),
    )

    class Meta:
        icon = "link"
        label = _("Source")
        description = _("One source: author, title and date, with an address where there is one.")
        group = _("Record and sources")
        template = "blocks/source.html"
        preview_value = {"text": "Water committee of Huaylla, minutes of 4 May 2019"}


class SourcesBlock(StructBlock):
    """What the piece rests on, as a plain list."""

    heading = CharBlock(
        required=False,
        max_length=120,
        default="Sources",
        label=_("Heading"),
        help_text=_("Stands above the list."),
    )
    items = ListBlock(
        SourceBlock(),
        label=_("Sources"),
        help_text=_("One line each, in the order they are shown below the text."),
    )

    class Meta:
        icon = "list-ul"
        label = _("Sources")
        description = _("A plain list of what the article rests on.")
        group = _("Record and sources")
        template = "blocks/sources.html"
        preview_value = {
            "heading": "Sources",
            "items": [
                {"text": "Water committee of Huaylla, minutes of 4 May 2019"},
                {"text": "Regional survey of wells, 2021", "url": "https://example.org/wells"},
            ],
        }


class CorrectionBlock(StructBlock):
    """What was wrong and is now right, with the day it was changed."""

    date = DateBlock(
        label=_("Day of the correction"),
        help_text=_("Shown at the start of the correction."),
    )
    text = RichTextBlock(
        features=TEASER_FEATURES,
        label=_("Text"),
        help_text=_("What the article said before, and what is right. Shown where you put it."),
    )

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context["anchor"] = correction_anchor(context.get("id"))
        return context

    class Meta:
        icon = "check"
        label = _("Correction")
        description = _("A dated note on what was wrong and is now right.")
        group = _("Record and sources")
        template = "blocks/correction.html"
        preview_value = {
            "date": datetime.date(2021, 6, 8),
            "text": "<p>An earlier version gave the depth of the school well as 21 metres. It is 12.</p>",
        }
