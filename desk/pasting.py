"""Pasting into running text: the scripts that tidy it, and the words they speak with."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail import hooks


@hooks.register("insert_editor_js")
def tidy_what_is_pasted():
    """The script reads what it says to the editor from its own element."""
    return format_html(
        '<script type="module" src="{}" data-paste-pictures="{}" data-paste-tables="{}"'
        ' data-paste-remarks="{}"></script>',
        static("js/desk/paste.js"),
        _("Pictures cannot be pasted here: add each with the picture block, or as lead picture."),
        _("A table was pasted as lines of text. To show it as a table, use the table block."),
        _("Deleted words and remarks of other people were left out of what was pasted."),
    )


@hooks.register("insert_global_admin_css")
def style_what_is_said_about_it():
    return format_html('<link rel="stylesheet" href="{}">', static("css/desk/paste.css"))
