"""Figures in rows and columns."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import BooleanBlock, CharBlock, StructBlock
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock


class TableBlock(StructBlock):
    """A table that can also be understood by ear: with a caption and a heading for each column."""

    table = TypedTableBlock(
        [
            ("text", CharBlock(required=False, label=_("Words"))),
            ("number", CharBlock(required=False, label=_("Figures"))),
        ],
        label=_("Table"),
        help_text=_("The caption stands above the table. Columns of figures are set flush right."),
    )
    note = CharBlock(
        required=False,
        max_length=255,
        label=_("Note"),
        help_text=_("Period or unit, shown in small type below the caption."),
    )
    has_row_headings = BooleanBlock(
        required=False,
        default=True,
        label=_("First column names the rows"),
        help_text=_(
            "Sets the first column in bold and reads it out before each figure of its row."
        ),
    )

    def clean(self, value):
        cleaned = super().clean(value)
        missing = "" if self.is_deferred_validation else _what_is_missing(cleaned["table"])
        if missing:
            raise StructBlockValidationError(non_block_errors=[missing])
        return cleaned

    class Meta:
        icon = "table"
        label = _("Table")
        description = _("Figures or short words in rows and columns, under a caption.")
        group = _("Record and sources")
        template = "blocks/table.html"
        preview_value = {
            "table": {
                "caption": "Wells in Huaylla, by year of repair",
                "columns": [
                    {"type": "text", "heading": "Well"},
                    {"type": "number", "heading": "Repaired"},
                    {"type": "number", "heading": "Litres a day"},
                ],
                "rows": [
                    {"values": ["School", "2019", "4,200"]},
                    {"values": ["Market", "2021", "3,150"]},
                ],
            },
            "note": "Measured in the dry season",
            "has_row_headings": True,
        }


def _what_is_missing(table) -> str:
    if not table.caption.strip():
        return _("Give the table a caption that says what it shows.")
    if not table.columns or not table.row_data:
        return _("Give the table at least one column and one row.")
    if not all((column["heading"] or "").strip() for column in table.columns):
        return _("Give every column a heading that says what stands in it.")
    return ""
