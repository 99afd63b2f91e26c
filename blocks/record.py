"""What happened when, what was counted, and what a reader can do about it."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, RichTextBlock, StructBlock

from blocks.links import LinkBlock, web_address
from blocks.text import BOX_FEATURES


class TimelineEntryBlock(StructBlock):
    """One line of a timeline."""

    when = CharBlock(
        max_length=60,
        label=_("When"),
        help_text=_("As it should be printed: 4 March 2019, spring 2020, 1992."),
    )
    text = RichTextBlock(
        features=BOX_FEATURES,
        label=_("What happened"),
        help_text=_("A sentence or two, shown beside the date."),
    )

    class Meta:
        icon = "date"
        label = _("Entry")
        description = _("One line of a timeline: when, and what happened.")
        group = _("Record and sources")
        template = "blocks/timeline_entry.html"
        preview_value = {"when": "4 May 2019", "text": "<p>The assembly votes for a well.</p>"}


class TimelineBlock(StructBlock):
    """What happened, in order, each entry a knot on the cord."""

    heading = CharBlock(
        max_length=120, label=_("Heading"), help_text=_("Stands above the timeline.")
    )
    entries = ListBlock(
        TimelineEntryBlock(),
        label=_("Entries"),
        help_text=_("From the earliest to the latest, as a reader should meet them."),
    )

    class Meta:
        icon = "history"
        label = _("Timeline")
        description = _("Dates and what happened on them, one below the other.")
        group = _("Record and sources")
        template = "blocks/timeline.html"
        preview_value = {
            "heading": "How the well came to Huaylla",
            "entries": [
                {"when": "4 May 2019", "text": "<p>The assembly votes for a well.</p>"},
                {"when": "Autumn 2020", "text": "<p>The survey finds water at 12 metres.</p>"},
                {"when": "June 2021", "text": "<p>The first bucket comes up clear.</p>"},
            ],
        }


class FigureBlock(StructBlock):
    """One number and what it counts."""

    number = CharBlock(
        max_length=20,
        label=_("Number"),
        help_text=_("Short, with its unit: 14, 3 in 4, £2.1m. Set large."),
    )
    label = CharBlock(
        max_length=160,
        label=_("What it counts"),
        help_text=_("Shown below the number, for example “wells that can be used again”."),
    )

    class Meta:
        icon = "plus"
        label = _("Figure")
        description = _("One number, set large, and what it counts.")
        group = _("Record and sources")
        template = "blocks/figure.html"
        preview_value = {"number": "2 of 3", "label": "wells that can be used again"}


class StatisticsBlock(StructBlock):
    """One to three numbers, with where they come from."""

    heading = CharBlock(
        required=False,
        max_length=120,
        label=_("Heading"),
        help_text=_("Stands above the numbers."),
    )
    figures = ListBlock(
        FigureBlock(),
        min_num=1,
        max_num=3,
        label=_("Figures"),
        help_text=_("One to three, shown side by side on wide screens."),
    )
    source = CharBlock(
        max_length=300,
        label=_("Source"),
        help_text=_("Who counted, and when. Shown below the numbers."),
    )
    source_url = web_address(
        required=False,
        label=_("Address of the source"),
        help_text=_("Where it can be read, if it is on the web. The source becomes a link."),
    )

    class Meta:
        icon = "table"
        label = _("Statistics")
        description = _("One to three numbers set large, with their source.")
        group = _("Record and sources")
        template = "blocks/statistics.html"
        preview_value = {
            "heading": "Water in Huaylla",
            "figures": [
                {"number": "2 of 3", "label": "wells that can be used again"},
                {"number": "12 m", "label": "depth of the school well"},
            ],
            "source": "Regional survey of wells, 2021",
        }


class CallToActionBlock(StructBlock):
    """What a reader can do now, with one button."""

    heading = CharBlock(
        max_length=120, label=_("Heading"), help_text=_("What to do, in a few words.")
    )
    text = RichTextBlock(
        required=False,
        features=BOX_FEATURES,
        label=_("Text"),
        help_text=_("Why, and until when. Shown between the heading and the button."),
    )
    link = LinkBlock(label=_("Button"), help_text=_("Where the button leads."))

    def get_preview_value(self):
        return self.normalize(
            {
                "heading": "Write to the water authority",
                "text": "<p>The committee asks for letters before the hearing in May.</p>",
                "link": {"label": "Read how to write", "url": "https://example.org/letters"},
            }
        )

    class Meta:
        icon = "mail"
        label = _("Call to action")
        description = _("What a reader can do now, with one button.")
        group = _("Text")
        template = "blocks/call_to_action.html"
