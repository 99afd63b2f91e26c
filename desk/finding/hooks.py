"""What finding adds to every screen of the admin."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks

from . import report  # noqa: F401  (registers “Links to fix”)
from .known import known_to


@hooks.register("insert_global_admin_css")
def looks():
    return format_html('<link rel="stylesheet" href="{}">', static("css/desk/finding.css"))


@hooks.register("construct_page_chooser_queryset")
def offer_what_they_may_know(pages, request):
    """Drafts and private pages of a section are nothing to those who do not work there."""
    return known_to(request.user, pages)
