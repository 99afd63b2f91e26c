"""What Wagtail asks us: what running text may carry, which pages are gone, where one may be moved."""

from django.http import Http404
from django.shortcuts import redirect
from django.utils.html import escape
from wagtail import hooks
from wagtail.admin import messages
from wagtail.rich_text import LinkHandler
from wagtail.rich_text.pages import PageLinkHandler

from base.models.pages import why_slug_is_refused


class ExternalLinkHandler(LinkHandler):
    """Links typed into a text; the site they lead to learns neither page nor window."""

    identifier = "external"

    @classmethod
    def expand_db_attributes(cls, attrs):
        return f'<a href="{escape(attrs["href"])}" rel="noopener noreferrer">'


class OpenPageLinkHandler(PageLinkHandler):
    """Links to pages of the site; to one that is not published, or has no address, only the words."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        return [_opened(page) for page in cls.get_many(attrs_list)]


def _opened(page) -> str:
    address = page.url if page and page.live else None
    return f'<a href="{escape(address)}">' if address else "<a>"


@hooks.register("register_rich_text_features", order=10)  # after Wagtail’s own handlers
def register_external_links(features):
    features.register_link_type(OpenPageLinkHandler)
    features.register_link_type(ExternalLinkHandler)


@hooks.register("before_serve_page")
def run_out_pages_are_gone(page, request, serve_args, serve_kwargs):
    """At that moment, whether or not a job has run; here, because an index answers its own routes."""
    if getattr(page, "has_run_out", False):
        raise Http404


@hooks.register("construct_wagtail_userbar")
def remember_the_bar(request, items, page):
    """A page with the bar on it needs another policy than a reader's."""
    request.shows_userbar = True


@hooks.register("before_move_page")
def keep_lists_reachable(request, page, destination):
    """A page moved beneath another may not hide behind a list or an archive page of it."""
    reason = why_slug_is_refused(destination, page.slug)
    if reason:
        messages.error(request, reason)
        return redirect("wagtailadmin_pages:move", page.pk)
