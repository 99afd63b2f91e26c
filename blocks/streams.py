"""Which words may be used where."""

from wagtail.blocks import StreamBlock

from blocks.data import TableBlock
from blocks.events import PriceLineBlock, ScheduleLineBlock
from blocks.links import ColumnBlock, MenuLinkBlock, RelatedPagesBlock
from blocks.media import DocumentsBlock, GalleryBlock, ImageBlock, VideoBlock
from blocks.record import CallToActionBlock, StatisticsBlock, TimelineBlock
from blocks.sidebar import JoinBoxBlock, TextBoxBlock, TopicBoxBlock
from blocks.text import (
    CorrectionBlock,
    FactBoxBlock,
    PullQuoteBlock,
    RoundupStoryBlock,
    SourcesBlock,
    paragraph,
)


class Introduction(StreamBlock):
    """A few words above a list."""

    paragraph = paragraph()
    image = ImageBlock()
    pull_quote = PullQuoteBlock()
    fact_box = FactBoxBlock()
    documents = DocumentsBlock()

    class Meta:
        required = False


class PageBody(Introduction):
    """The text of a page that is not dated."""

    gallery = GalleryBlock()
    video = VideoBlock()
    table = TableBlock()
    timeline = TimelineBlock()
    statistics = StatisticsBlock()
    call_to_action = CallToActionBlock()
    sources = SourcesBlock()
    related_pages = RelatedPagesBlock()


class ArticleBody(PageBody):
    """The text of a dated piece: it may hold several stories, and be corrected."""

    roundup_story = RoundupStoryBlock()
    correction = CorrectionBlock()


class SidebarBoxes(StreamBlock):
    """What stands beside a section's list."""

    topic_box = TopicBoxBlock()
    join_box = JoinBoxBlock()
    text_box = TextBoxBlock()

    class Meta:
        required = False
        block_counts = {"join_box": {"max_num": 1}}


class MenuLinks(StreamBlock):
    """The main menu."""

    link = MenuLinkBlock()

    class Meta:
        required = False


class FooterColumns(StreamBlock):
    """The columns at the foot of every page."""

    column = ColumnBlock()

    class Meta:
        required = False


class ScheduleLines(StreamBlock):
    """An event's timetable."""

    line = ScheduleLineBlock()

    class Meta:
        required = False


class PriceLines(StreamBlock):
    """What an event costs."""

    line = PriceLineBlock()

    class Meta:
        required = False
