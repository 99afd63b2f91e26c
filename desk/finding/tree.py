"""From the path of an address to the page that stands there, or that will when it is published."""

from django.http import Http404
from django.urls import Resolver404
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page, Site

from articles.models import EventPage
from articles.models.events import CALENDAR_FILE
from home.models import HomePage

from .typed import Typed, bare

DEEPEST = 12  # parts of a path; no page of a newsroom lies deeper


def page_on_tree(address: Typed) -> tuple[Page | None, list[str]]:
    """The deepest page on the way, drafts too, and what of the path it must answer itself."""
    parts = address.parts
    if len(parts) > DEEPEST:
        return None, parts
    roots = _roots(address.host)
    for root in roots:
        page, rest = _walk(root, parts)
        if rest and any(part != part.lower() for part in parts):
            page, rest = min(
                (page, rest), _walk(root, list(map(str.lower, parts))), key=lambda way: len(way[1])
            )
        if not rest or answers(page, rest):
            return page, rest
    return _yet_to_come(roots, parts), []


def answers(page: Page, rest: list[str]) -> bool:
    """Whether a page has lists or files of its own at such a place below it."""
    if isinstance(page, EventPage):
        return rest == [CALENDAR_FILE]
    if not isinstance(page, RoutablePageMixin):
        return False
    try:
        page.resolve_subpage(f"/{'/'.join(rest)}/")
    except (Resolver404, Http404):
        return False
    return True


def is_list_of_the_home(page: Page, rest: list[str]) -> bool:
    """“/events/”, “/archive/2014/”: lists that the front page gathers by itself."""
    return bool(rest) and isinstance(page, HomePage)


def _roots(host: str) -> list[Page]:
    sites = list(Site.objects.select_related("root_page").order_by("-is_default_site", "pk"))
    named = [site for site in sites if bare(site.hostname) == bare(host)]
    return [site.root_page for site in named or sites]


def _walk(root: Page, parts: list[str]) -> tuple[Page, list[str]]:
    ways = [
        root.url_path + "".join(f"{part}/" for part in parts[:n]) for n in range(len(parts) + 1)
    ]
    below = Page.objects.filter(slug__in=parts, url_path__in=ways[1:]) if parts else []
    page = max([root, *below], key=lambda page: page.depth)
    depth = ways.index(page.url_path)
    return page.specific, parts[depth:]


def _yet_to_come(roots: list[Page], parts: list[str]) -> Page | None:
    """A page whose address changes to this one when its draft is published."""
    if not parts:
        return None
    changed = Page.objects.filter(
        has_unpublished_changes=True, latest_revision__content__slug=parts[-1]
    ).exclude(slug=parts[-1])
    above = {"".join([root.url_path, *(f"{part}/" for part in parts[:-1])]) for root in roots}
    for page in changed.order_by("pk")[:5]:
        if page.get_parent().url_path in above:
            return page.specific
    return None
