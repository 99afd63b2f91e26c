"""What the frame of every page asks for: who we are, where we are, which day, how many."""

import datetime
from typing import Any

from django import template
from django.forms import BoundField
from django.utils import formats
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Page, Site

from base import headings, khipu
from base.caching import kept
from base.dates import clock, for_machines, in_words
from base.organisation import Link, Organisation, organisation
from base.prose import opening
from base.visibility import visible

# Apps whose pages stand in the list of the same name: /topics/, /notices/.
LISTED_BY_APP = ("topics", "notices")

register = template.Library()
register.filter("clock", clock)
register.filter("in_words", in_words)
register.filter("for_machines", for_machines)
register.filter("in_brief", opening)


@register.simple_tag(takes_context=True)
def who_we_are(context) -> Organisation:
    """The organisation, its menus and its join box."""
    site = Site.find_for_request(context["request"]) if context.get("request") else None
    site = site or kept("default-site", lambda: Site.objects.get(is_default_site=True))
    return organisation(site)


@register.simple_tag
def crumbs(page: Page | None) -> list[dict[str, str]]:
    """The pages above this one, from the home page down; those a stranger may not see left out."""
    if not page or not page.pk:
        return []
    return kept(f"above:{page.path[: -page.steplen]}", lambda: _read_crumbs(page))


def _read_crumbs(page: Page) -> list[dict[str, str]]:
    above = visible(Page.objects.ancestor_of(page).filter(depth__gte=2))
    return [{"title": "Home" if p.depth == 2 else p.title, "url": p.url} for p in above]


@register.filter
def with_anchors(rich_text, block_id: str | None = None) -> SafeString:
    """Running text whose headings can be pointed at."""
    return mark_safe(headings.with_anchors(str(rich_text), block_id))  # noqa: S308  (the text was cleaned by Wagtail when it was expanded; only ids are added)


@register.filter
def month_name(number: int) -> datetime.date:
    """A day of that month, for the `date` filter to print its name."""
    return datetime.date(2000, number, 1)


@register.simple_tag(takes_context=True)
def current_section(context, menu: list[Link]) -> str:
    """The address in the menu under which this page stands: the most exact one marks it alone."""
    request, page = context.get("request"), context.get("page")
    if not request:
        return ""
    places = [request.path]
    if page and page.pk and page._meta.app_label in LISTED_BY_APP:
        # Topics and notices stand beside their list in the tree, not below it.
        places.append(f"/{page._meta.app_label}/")
    above = [link.href for link in menu if any(_is_above(link.href, place) for place in places)]
    return max(above, key=len, default="")


def _is_above(href: str, place: str) -> bool:
    return href == place or (href not in ("", "/") and place.startswith(href))


@register.inclusion_tag("components/khipu.html", takes_context=True)
def year_cords(
    context,
    counts: dict[int, int],
    address: str,
    current: int = 0,
    query: str = "",
    is_compact: bool = False,
) -> dict[str, Any]:
    """The archive as a khipu: one cord a year, its knots the number of items; or a plain list.

    A compact one is a plain grid of years on phones, so that the list below it comes first.
    """
    layout = khipu.layout(counts.values())
    years = [
        {
            "year": year,
            "count": count,
            "href": f"{address}{year}/{query}" if count else "",
            "knots": khipu.cord(count, layout),
            "is_current": year == current,
        }
        for year, count in counts.items()
    ]
    who = context.get("organisation") or who_we_are(context)
    size = {"width": layout.width, "height": layout.height}
    frame = {"is_compact": is_compact, "shows_khipu": who.shows_khipu, **size}
    return {"years": years, "example": _example(counts), **frame}


def _example(counts: dict[int, int]) -> dict[str, Any] | None:
    """The newest year with anything in it, to learn the reading of cords from."""
    year = max((year for year, count in counts.items() if count), default=None)
    if year is None:
        return None
    count = counts[year]
    own = khipu.layout([count], least=0)
    knots, told = khipu.cord(count, own), khipu.told(count)
    return {"year": year, "count": count, "knots": knots, "told": told, "height": own.height}


@register.filter
def in_figures(number: int) -> str:
    """ "1,234": so that a number of items is not taken for a year."""
    return formats.number_format(number, use_l10n=True, force_grouping=True)


@register.filter
def filled_in_with(field: BoundField, what: str) -> BoundField:
    """A question that browsers know the answer to, by the name they have for it."""
    field.field.widget.attrs["autocomplete"] = what
    return field
