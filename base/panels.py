"""What the form of every page has: its name first, words counted as they are typed, and three tabs."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
    TitleFieldPanel,
)

Words = str | Promise
HEADLINE = _("Headline")


def headline(help_text: Words, heading: Words = HEADLINE) -> TitleFieldPanel:
    """The name of the page: the first thing that is written."""
    return TitleFieldPanel("title", heading=heading, help_text=help_text, placeholder=heading)


def words(field: str, least: int, most: int, **panel) -> FieldPanel:
    """A field whose words are counted below it, with how many fit; nothing is ever refused for it."""
    said = {
        "none": _("{least} to {most} words fit."),
        "one": _("1 word; {least} to {most} fit."),
        "many": _("{count} words; {least} to {most} fit."),
    }
    return FieldPanel(field, attrs=_counted("words", least, most, said), **panel)


def characters(field: str, least: int, most: int, **panel) -> FieldPanel:
    """The same for what other sites cut off after so many letters."""
    said = {
        "none": _("{least} to {most} characters fit."),
        "one": _("1 character; {least} to {most} fit."),
        "many": _("{count} characters; {least} to {most} fit."),
    }
    return FieldPanel(field, attrs=_counted("characters", least, most, said), **panel)


def _counted(what: str, least: int, most: int, said: dict[str, Words]) -> dict[str, object]:
    name = "data-desk-length"
    sentences = {f"{name}-{when}-value": sentence for when, sentence in said.items()}
    numbers = {f"{name}-least-value": least, f"{name}-most-value": most}
    return {"data-controller": "desk-length", f"{name}-what-value": what, **numbers, **sentences}


SEARCH_AND_SHARING = [
    MultiFieldPanel(
        [
            FieldPanel(
                "seo_title",
                heading=_("Headline elsewhere"),
                help_text=_(
                    "Stands on the browser’s tab, in search engines and where a link is shared. "
                    "Empty: the headline of the page."
                ),
            ),
            characters(
                "search_description",
                70,
                160,
                heading=_("Description elsewhere"),
                help_text=_(
                    "Stands below the headline in search engines and where a link is shared. "
                    "Empty: the teaser or introduction of the page."
                ),
            ),
        ],
        heading=_("In search and shared links"),
    ),
    FieldPanel(
        "slug",
        heading=_("Address"),
        help_text=_(
            "The last part of this page’s address. It follows the headline until the page is "
            "published; if it is changed later, the old address leads here."
        ),
    ),
]

# For pages that stand directly below the home page; others never come into the menu by themselves.
IN_THE_MENU = FieldPanel(
    "show_in_menus",
    heading=_("In the main menu"),
    help_text=_(
        "Shown in the menu at the top of every page, as long as the settings of the site name no "
        "links of their own for it."
    ),
)


def tabs(page_type) -> TabbedInterface:
    """The tabs of its form, in the order somebody thinks of them."""
    return TabbedInterface(
        [
            ObjectList(page_type.content_panels, heading=_("Content")),
            ObjectList(page_type.promote_panels, heading=_("Search and sharing")),
            ObjectList(page_type.settings_panels, heading=_("Settings")),
        ],
        base_form_class=page_type.base_form_class,
    )
