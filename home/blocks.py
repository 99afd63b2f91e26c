"""The sections of the home page. They hold choices; `home/sections.py` finds what to show."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class SectionBlock(blocks.StructBlock):
    """A section of the home page; the picker shows what would stand there now."""

    def get_preview_context(self, value, parent_context=None):
        from home.models import HomePage
        from home.sections import Plan

        home = HomePage.objects.live().order_by("path").first()
        section = Plan(home).section(self.name, value) if home else None
        return {**(parent_context or {}), "section": section}

    class Meta:
        preview_template = "home/section_preview.html"


class LeadBlock(SectionBlock):
    article = blocks.PageChooserBlock(
        page_type="articles.ArticlePage",
        required=False,
        label=_("News item"),
        help_text=_("Empty: the newest item with a picture, else the newest."),
    )

    class Meta:
        icon = "pick"
        label = _("Lead")
        description = _("One item set large at the top of the home page.")


class StreamChoiceBlock(blocks.StructBlock):
    index = blocks.PageChooserBlock(
        page_type="articles.NewsIndex", label=_("Stream"), help_text=_("The stream to show.")
    )
    count = blocks.IntegerBlock(
        label=_("How many"),
        min_value=1,
        max_value=30,
        default=8,
        help_text=_("How many of its newest items."),
    )

    class Meta:
        icon = "list-ul"
        label = _("Stream")


class StreamsBlock(SectionBlock):
    streams = blocks.ListBlock(
        StreamChoiceBlock(),
        label=_("Streams"),
        max_num=2,
        default=[],
        help_text=_("One or two, side by side. Empty: the first two streams of the site."),
    )

    class Meta:
        icon = "list-ul"
        label = _("Streams")
        description = _("The newest items of one or two streams, side by side.")


class NoticesBlock(SectionBlock):
    heading = blocks.CharBlock(
        default="Notices", label=_("Heading"), help_text=_("Above the notices.")
    )
    count = blocks.IntegerBlock(
        label=_("How many"),
        min_value=1,
        max_value=12,
        default=4,
        help_text=_("How many, in the order the admins chose."),
    )

    class Meta:
        icon = "thumbtack"
        label = _("Featured notices")
        description = _("The featured notices in the order chosen by the admins.")


class TopicsBlock(SectionBlock):
    topics = blocks.ListBlock(
        blocks.PageChooserBlock(page_type="topics.TopicPage", label=_("Topic")),
        label=_("Topics"),
        default=[],
        max_num=6,
        help_text=_("Up to six, in this order. Empty: the topics that have a dye, by name."),
    )

    class Meta:
        icon = "tag"
        label = _("Topics")
        description = _("The colour band of topics, each with its newest item.")


class ArchiveBlock(SectionBlock):
    index = blocks.PageChooserBlock(
        label=_("Stream"),
        page_type="articles.NewsIndex",
        required=False,
        help_text=_(
            "The stream whose years are shown. Empty: the whole archive, all streams together."
        ),
    )
    heading = blocks.CharBlock(
        default="The archive, year by year", label=_("Heading"), help_text=_("Above the years.")
    )

    class Meta:
        icon = "date"
        label = _("Archive")
        description = _("Every year with the number of its items, as knots on a cord.")


class JoinBlock(SectionBlock):
    class Meta:
        icon = "group"
        label = _("Join box")
        description = _(
            "The “Why join?” box. Its words are set once, in the organisation settings."
        )


class HomeSections(blocks.StreamBlock):
    lead = LeadBlock()
    streams = StreamsBlock()
    notices = NoticesBlock()
    topics = TopicsBlock()
    archive = ArchiveBlock()
    join = JoinBlock()

    class Meta:
        block_counts = {
            name: {"max_num": 1}
            for name in ("lead", "streams", "notices", "topics", "archive", "join")
        }


ALL_SECTIONS = [
    ("lead", {}),
    ("streams", {"streams": []}),
    ("notices", {"heading": "Notices", "count": 4}),
    ("topics", {"topics": []}),
    ("archive", {"heading": "The archive, year by year"}),
    ("join", {}),
]
