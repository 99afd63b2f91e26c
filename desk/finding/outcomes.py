"""What becomes of a link when the thing it leads to goes, in one sentence for each kind of link."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import RichTextBlock
from wagtail.fields import RichTextField
from wagtail.models import ReferenceIndex

WORDS_STAY = _("The words stay, but they will no longer be a link.")
LEFT_OUT = _("It will be left out there.")
FILED = _("It will no longer be filed under this topic.")
# By the model, and the path to the field; the first that fits.
_DELETED = [
    ("featurednotice", "target_", _("That notice will lead to its own page alone.")),
    ("redirect", "redirect_page", _("That old address will no longer lead anywhere.")),
    ("", "alias_of", _("That copy will stay, as a page of its own.")),
]
_UNPUBLISHED = [
    ("featurednotice", "target_page", _("That notice will disappear from the home page.")),
    ("redirect", "redirect_page", _("Visitors who come from that old address will find nothing.")),
    ("", "alias_of", _("That copy will be unpublished as well.")),
    ("", "main_topic", _("It will show no main topic.")),
]
_EITHER = [
    ("homepage", "sections.lead", _("The home page will choose its lead by itself.")),
    (
        "homepage",
        "sections",
        _("That place on the home page will be left out or filled by itself."),
    ),
    ("organisationsettings", "menu", _("That line will go from the main menu.")),
    ("organisationsettings", "footer", _("That link will go from the foot of every page.")),
    ("organisationsettings", "urgent_page", _("The urgent message will have no link.")),
    ("organisationsettings", "join_page", _("The button of the join box will go.")),
    ("", "main_topic", _("It will have no main topic.")),
    ("", "lead_image", _("It will have no lead picture.")),
    ("", "report", _("The event will name no report.")),
]


def outcome(reference: ReferenceIndex, is_deleted: bool):
    """The sentence for one reference."""
    model = reference._content_type.model
    for of_model, path, said in [*(_DELETED if is_deleted else _UNPUBLISHED), *_EITHER]:
        if of_model in ("", model) and reference.model_path.startswith(path):
            return said
    return WORDS_STAY if _is_in_running_text(reference) else LEFT_OUT


def place(reference: ReferenceIndex) -> str:
    """Where in the page it stands, in the words of the form."""
    try:
        return str(reference.describe_source_field())
    except (AttributeError, KeyError, LookupError):  # a field that is no more
        return ""


def _is_in_running_text(reference: ReferenceIndex) -> bool:
    try:
        thing = reference.source_field
        if isinstance(thing, models.ForeignObjectRel):
            return False
        if isinstance(thing, RichTextField):
            return True
        block = thing.stream_block
        for name in reference.model_path_components[1:]:
            block = block.child_block if name == "item" else block.child_blocks[name]
    except (AttributeError, KeyError, LookupError):
        return False
    return isinstance(block, RichTextBlock)
