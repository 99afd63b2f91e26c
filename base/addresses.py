"""Absolute addresses, from the site record alone: the host a request names is anybody's word."""

from urllib.parse import urljoin

from django.http import HttpRequest
from django.utils.encoding import escape_uri_path
from wagtail.models import Page, Site

from .caching import kept


def root_of(page: Page) -> str:
    """“https://example.org” of the site that page stands on; empty where it stands on none."""
    parts = page.get_url_parts()
    return (parts and parts[1]) or ""


def site_asked(request: HttpRequest | None) -> Site:
    """The site a request is for: one of our records, whatever host it names."""
    site = Site.find_for_request(request) if request else None
    return site or kept("default-site", lambda: Site.objects.get(is_default_site=True))


def absolute(address: str, root: str) -> str:
    """An address of the site as the rest of the world must write it."""
    return urljoin(f"{root}/", address)


def canonical(request: HttpRequest, root: str, listing=None) -> str:
    """The one address of what is shown there. Only a numbered listing has parameters, its own."""
    address = absolute(escape_uri_path(request.path), root)
    query = listing.link(listing.number) if listing else ""
    return address + query if query.startswith("?") else address
