"""Pasting into running text: the scripts that tidy it, and the words they speak with."""

from django.conf import settings
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from wagtail import hooks

FOLDER = settings.STATICFILES_DIRS[0] / "js/desk"
PARTS = sorted(f"js/desk/{file.name}" for file in FOLDER.glob("paste-*.js"))


@hooks.register("insert_editor_js")
def fetch_its_parts_at_once():
    """Else the browser learns of each from the one before: three journeys over a slow line."""
    addresses = ((static(part),) for part in PARTS)
    return format_html_join("", '<link rel="modulepreload" href="{}">', addresses)


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
