"""What finding adds to every screen of the admin."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks

from . import report  # noqa: F401  (registers “Links to fix”)


@hooks.register("insert_global_admin_css")
def looks():
    return format_html('<link rel="stylesheet" href="{}">', static("css/desk/finding.css"))
