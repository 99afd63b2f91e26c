"""The forms of dated pages: what, when, the text, pictures, topics; a line below each says where it shows."""

from django.forms import CheckboxSelectMultiple, Select
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from base.panels import headline, words

TEASER = (20, 60)  # words that fill two to four lines of a list

NOT_YET = _(
    "This day has not come yet. Visitors see the item as soon as it is published, at the top of "
    "every list. To have it appear on that day, set a schedule: the “i” at the top right, then "
    "“Set schedule”."
)
OVER_ALREADY = _("This day is over: the event will be listed among the past ones.")


def a_day(field: str, warn_if: str, warning, **panel) -> FieldPanel:
    """A day that is explained beside the field where it lies ahead, or behind."""
    name = "data-desk-date"
    attrs = {f"{name}-if-value": warn_if, f"{name}-warning-value": warning}
    return FieldPanel(field, attrs={"data-controller": "desk-date", **attrs}, **panel)


def printed_day(heading) -> FieldRowPanel:
    return FieldRowPanel(
        [
            a_day("date", "ahead", NOT_YET),
            FieldPanel("date_precision", heading=_("Known to")),
        ],
        heading=heading,
    )


HEADLINE = headline(_("Stands above the text, in every list, in the feed and in search."))
TEXT = FieldPanel("body", heading=_("Text"))
PICTURE = MultiFieldPanel(
    [
        FieldPanel("lead_image", heading=_("Picture")),
        FieldPanel("lead_image_caption", heading=_("Caption")),
    ],
    heading=_("Lead picture"),
)
TOPICS = MultiFieldPanel(
    [
        FieldPanel(
            "topics",
            widget=CheckboxSelectMultiple,
            heading=_("Topics"),
            classname="desk-topics",
            attrs={
                "data-controller": "desk-topics",
                "data-desk-topics-find-value": _("Find a topic"),
            },
        ),
        FieldPanel("main_topic", widget=Select, heading=_("Main topic")),
    ],
    heading=_("Topics"),
)
BYLINE = MultiFieldPanel(
    [FieldPanel("byline"), FieldPanel("updated_on"), FieldPanel("content_note")],
    heading=_("Byline and notes"),
)
PLACE_IN_DAY = FieldPanel("position_in_day", heading=_("Place among that day’s items"))

OF_AN_ARTICLE = [
    HEADLINE,
    words("teaser", *TEASER, heading=_("Teaser")),
    printed_day(_("When")),
    TEXT,
    PICTURE,
    TOPICS,
    BYLINE,
]

TAKES_PLACE = MultiFieldPanel(
    [
        FieldRowPanel([a_day("start", "over", OVER_ALREADY), FieldPanel("end")]),
        FieldRowPanel([FieldPanel("time_zone"), FieldPanel("has_start_time")]),
        FieldPanel("schedule", heading=_("Timetable")),
    ],
    heading=_("When it takes place"),
)
WHERE = MultiFieldPanel(
    [
        FieldPanel("venue"),
        FieldRowPanel(
            [
                FieldPanel("street", help_text=_("Shown on the event’s page below the venue.")),
                FieldPanel("postcode", help_text=_("Shown on the event’s page below the street.")),
            ]
        ),
        FieldPanel("online_url"),
    ],
    heading=_("Where"),
)
BOOKING = MultiFieldPanel(
    [
        FieldPanel(
            "prices",
            help_text=_("Lines such as “Members and concessions £8”. Shown on the event’s page."),
        ),
        FieldPanel("booking_url"),
        FieldPanel("contact"),
    ],
    heading=_("Prices and booking"),
)
CHANGES = MultiFieldPanel(
    [FieldPanel("state"), FieldPanel("state_note"), FieldPanel("previous_start")],
    heading=_("Moved or cancelled"),
)

OF_AN_EVENT = [
    HEADLINE,
    words("teaser", *TEASER, heading=_("Teaser")),
    TAKES_PLACE,
    WHERE,
    BOOKING,
    TEXT,
    PICTURE,
    TOPICS,
    printed_day(_("When it was announced")),
    BYLINE,
    CHANGES,
    FieldPanel("report", heading=_("Report")),
]

OF_A_STREAM = [
    headline(
        _("Stands above the list, in the menu and beside every item of this stream."), _("Name")
    ),
    FieldPanel("introduction", heading=_("Introduction")),
    FieldPanel("page_size", heading=_("Items on a page")),
]
