"""What the checks beside the form warn of, in the editor's words. They stop nobody."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.userbar import ContentCheckerItem

from desk import vague_words

TEXTS = ("p", "li", "dd", "td", "th", "figcaption", "h1", "h2", "h3", "h4")
HEADINGS = ("h1", "h2", "h3", "h4")
# What stands on a page but was written on another, or is somebody's own words.
NOT_WRITTEN_HERE = (
    ".around, .sidebar, .join, .stories, .tz, .an, .home-lead, .notice, .manta, .topic-entry, .cite,"
    " .urgent, .sample, blockquote"
)
FILE_NAME = (
    r"\.(avif|gif|heic|jpe?g|png|svg|tiff?|webp)$|_|^[\d\s-]+$"
    r"|^(img|dsc[nf]?|pict?|image|imagen|photo|foto|screenshot|captura)[-\s]*\d"
)
IN_TEXTS = {"texts": ", ".join(TEXTS), "except": NOT_WRITTEN_HERE}
# Of each check: where it looks, and for what.
CHECKS: dict[str, tuple[tuple[str, ...], dict[str, str]]] = {
    "picture-undescribed": (("[data-undescribed]",), {"words": "^"}),
    "link-vague": (("a[href]",), {"words": vague_words.LINK}),
    "link-bare-address": (("a[href]",), {"words": r"^(https?://|www\.)\S+$"}),
    "words-that-point": (TEXTS, {"words": vague_words.POINTING, "links": "a", **IN_TEXTS}),
    "relative-time": (TEXTS, {"words": vague_words.RELATIVE_TIME, **IN_TEXTS}),
    "headline-in-capitals": (
        HEADINGS,
        {"words": vague_words.SHOUTED, "flags": "u", "except": NOT_WRITTEN_HERE},
    ),
}
FOR_WHAT_IS_DATED = {"relative-time"}


def said(wrong: str, to_do: str) -> dict[str, str]:
    return {"error_name": wrong, "help_text": to_do}


SAID = {
    "picture-undescribed": said(
        _("A picture without a description"),
        _("Say in one sentence what it shows, for those who cannot see it."),
    ),
    "alt-text-quality": said(
        _("A file name in place of a description"),
        _("Open the picture and say in one sentence what it shows."),
    ),
    "link-vague": said(
        _("A link that does not say where it leads"),
        _("Link the words that name what a reader will find: “annual report”, not “click here”."),
    ),
    "link-bare-address": said(
        _("An address in place of words"),
        _("Put the name of the page there and link that; nobody wants an address read aloud."),
    ),
    "words-that-point": said(
        _("Words that point at a link"),
        _("“Here” and “below” say nothing in a list or aloud. Link the words themselves."),
    ),
    "relative-time": said(
        _("A time that will soon be wrong"),
        _("This stays in the archive for years. Give the date: “on 12 May”, not “next week”."),
    ),
    "headline-in-capitals": said(
        _("A headline in capitals"),
        _("Write it as a sentence: capitals are slow to read, and some programs spell them out."),
    ),
    "heading-order": said(
        _("A heading skips a level"),
        _("A part begins with a large heading (H2); a small one (H3) may only stand below it."),
    ),
    "empty-heading": said(_("An empty heading"), _("Write the heading, or delete its line.")),
    "p-as-heading": said(
        _("Bold type in place of a heading"),
        _("Make the line a heading: readers who cannot see the page jump from one to the next."),
    ),
    "link-name": said(_("A link without words"), _("Write what it leads to, or remove the link.")),
    "empty-table-header": said(
        _("A column without a heading"), _("Say in a word what stands in the column.")
    ),
    "empty-meta-description": said(
        _("Nothing to show in lists and search engines"),
        _("Write a teaser, or a description under “Search and sharing”."),
    ),
}


class Checks(ContentCheckerItem):
    """The checks of the panel beside the form and of the bar on the page."""

    axe_include = ["main"]  # the frame of the site is not the editor's to mend
    axe_messages = ContentCheckerItem.axe_messages | SAID

    def __init__(self, in_editor: bool = False, is_dated: bool = False):
        super().__init__(in_editor)
        self.names = [name for name in CHECKS if is_dated or name not in FOR_WHAT_IS_DATED]

    def get_axe_run_only(self, request) -> list[str]:
        return [*self.axe_run_only, *self.names]

    def get_axe_custom_rules(self, request) -> list[dict[str, Any]]:
        return [*self.axe_custom_rules, *map(rule, self.names)]

    def get_axe_custom_checks(self, request) -> list[dict[str, Any]]:
        ours = [{"id": name, "options": CHECKS[name][1]} for name in self.names]
        pictures = {"id": "check-image-alt-text", "options": {"pattern": FILE_NAME}}
        theirs = [one for one in self.axe_custom_checks if one["id"] != pictures["id"]]
        return [*theirs, pictures, *ours]

    @property
    def media(self):
        return forms.Media(js=[forms.Script("js/desk/checks.js", type="module")])


def rule(name: str) -> dict[str, Any]:
    selector = ", ".join(f"main {place}" for place in CHECKS[name][0])
    return {"id": name, "selector": selector, "any": [name], "impact": "minor", "enabled": True}


@hooks.register("construct_wagtail_userbar")
def put_our_checks(request, items, page):
    """In place of Wagtail's, in the panel as on the bar."""
    kind = getattr(page, "specific_class", None)
    is_dated = getattr(kind, "owes_a_date", False)
    items[:] = [
        Checks(item.in_editor, is_dated) if isinstance(item, ContentCheckerItem) else item
        for item in items
    ]
