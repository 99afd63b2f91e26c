"""Any address that somebody pastes, answered with the screen where the thing can be edited.

`page_at` says which page an address means; `place_at` also knows files, the admin's own screens and
the site's lists, and answers with a sentence where there is nothing to open.
"""

from collections.abc import Iterable

from django.urls import Resolver404, resolve, reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from .files import file_place
from .known import known_to
from .moved import page_of_the_old_site, redirect_at
from .place import Place
from .tree import is_list_of_the_home, page_on_tree
from .typed import Typed, bare, own_hosts, typed

# Written by the site itself: there is nothing to edit.
WRITTEN_BY_ITSELF = ("robots.txt", "sitemap.xml", "static", "-")


def looks_like_an_address(text: str) -> bool:
    """Whether somebody pasted an address, or a path with several parts, rather than words."""
    return typed(text) is not None


def page_at(text: str, user=None, hosts: Iterable[str] = ()) -> Page | None:
    """The page an address means, old, new or to come; with a user, only one they may open."""
    address = typed(text, hosts)
    page = _page(address, own_hosts(hosts))[0] if address else None
    if page is None or user is None:
        return page
    return page if _may_edit(page, user) else None


def place_at(text: str, user, hosts: Iterable[str] = ()) -> Place | None:
    """None where it is no address, or may be none and leads nowhere: then it is words."""
    address = typed(text, hosts)
    if address is None:
        return None
    ours = own_hosts(hosts)
    is_ours = not address.host or bare(address.host) in ours
    place = (is_ours and (_admin_screen(address, user) or file_place(address, user))) or None
    if place:
        return place
    page, rest = _page(address, ours)
    if page is not None:
        return _place_of_page(page, rest, address, user)
    return _without_a_page(address, is_ours)


def _page(address: Typed, ours: set[str]) -> tuple[Page | None, list[str]]:
    is_ours = not address.host or bare(address.host) in ours
    page, rest = page_on_tree(address) if is_ours else (None, [])
    if page is None:
        page = page_of_the_old_site(address)
    if page is None:
        redirect = redirect_at(address)
        page = redirect and redirect.redirect_page and redirect.redirect_page.specific
        if redirect and not page and redirect.redirect_link:
            onward = typed(redirect.redirect_link)
            if onward and (not onward.host or bare(onward.host) in ours):
                return page_on_tree(onward)
    return page, rest if page else []


def _admin_screen(address: Typed, user) -> Place | None:
    home = reverse("wagtailadmin_home")
    if not address.path.startswith(home) or address.path == home:
        return None
    try:
        match = resolve(address.path if address.path.endswith("/") else f"{address.path}/")
    except Resolver404:
        return None
    if match.func.__name__ == "default" or match.view_name == "wagtailadmin_logout":
        return None
    key = match.kwargs.get("page_id") if match.namespace == "wagtailadmin_pages" else None
    if key:
        page = Page.objects.filter(pk=key).first()
        return _place_of_page(page, [], address, user) if page else None
    query = f"?{address.query}" if address.query else ""
    return Place(f"{address.path}{query}", _("a screen of the admin"))


def _place_of_page(page: Page, rest: list[str], address: Typed, user) -> Place:
    if is_list_of_the_home(page, rest):
        return Place(
            said=_(
                "“%(address)s” is a list that the site gathers by itself; nothing in it is edited."
            )
            % {"address": address.words}
        )
    title = page.get_admin_display_title()
    if _may_edit(page, user):
        url = reverse("wagtailadmin_pages:edit", args=[page.pk])
        return Place(url + _block_anchor(page, address.fragment), title, page=page)
    if known_to(user, Page.objects.filter(pk=page.pk)).exists():
        said = _("“%(title)s” has this address, but it is not yours to edit.") % {"title": title}
        return Place(title=title, said=said, page=page)
    return _unknown(address)


def _block_anchor(page: Page, fragment: str) -> str:
    """The very story of a roundup, or the correction, that the address points at."""
    name, _hyphen, start = fragment.partition("-")
    body = getattr(page, "body", None)
    if name not in ("story", "correction") or len(start) < 8 or not body:
        return ""
    block = next((block for block in body if (block.id or "").startswith(start)), None)
    return f"#:w:contentpath=body.{block.id}" if block else ""


def _without_a_page(address: Typed, is_ours: bool) -> Place | None:
    first = address.parts[0] if address.parts else ""
    if is_ours and (first in WRITTEN_BY_ITSELF or first.startswith("sitemap-")):
        said = _("“%(address)s” is written by the site itself; there is nothing to edit.")
    elif is_ours and first == "search":
        said = _("“%(address)s” is the visitors’ search; there is nothing to edit.")
    else:
        return _unknown(address) if address.is_certain else None
    return Place(said=said % {"address": address.words})


def _unknown(address: Typed) -> Place:
    return Place(said=_("No page is known at “%(address)s”.") % {"address": address.words})


def _may_edit(page: Page, user) -> bool:
    return page.permissions_for_user(user).can_edit()
