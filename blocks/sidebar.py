"""Boxes beside a section's list."""

from django.apps import apps
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, PageChooserBlock, RichTextBlock, StructBlock

from blocks.text import BOX_FEATURES


class TopicBoxBlock(StructBlock):
    """A topic recommended beside the list."""

    topic = PageChooserBlock(
        page_type="topics.TopicPage",
        label=_("Topic"),
        help_text=_(
            "Its name and teaser are shown, and link to it. Not shown while it is not public."
        ),
    )

    def get_preview_value(self):
        topics = apps.get_model("topics", "TopicPage").objects.filter(live=True).order_by("pk")
        return self.normalize({"topic": topics.first()})

    class Meta:
        icon = "tag"
        label = _("Topic box")
        description = _("The name and teaser of one topic, with a link to it.")
        group = _("Boxes")
        template = "blocks/topic_box.html"


class JoinBoxBlock(StructBlock):
    """The invitation to become a member, in the organisation's own words."""

    class Meta:
        icon = "group"
        label = _("Join box")
        description = _("The invitation to become a member, in the words of the settings.")
        help_text = _(
            "Its words are written once for the whole site, in the organisation's settings."
        )
        group = _("Boxes")
        template = "blocks/join_box.html"
        preview_value = {}


class TextBoxBlock(StructBlock):
    """A few words of one's own beside the list."""

    heading = CharBlock(
        max_length=120,
        label=_("Heading"),
        help_text=_("Stands at the top of the box, beside the list."),
    )
    text = RichTextBlock(
        features=BOX_FEATURES,
        label=_("Text"),
        help_text=_("A few sentences, shown below the heading."),
    )

    class Meta:
        icon = "doc-full"
        label = _("Text box")
        description = _("A heading and a few sentences beside the list.")
        group = _("Boxes")
        template = "blocks/text_box.html"
        preview_value = {
            "heading": "Write to us",
            "text": "<p>Do you know more about a story? We read every letter, also in Quechua.</p>",
        }
