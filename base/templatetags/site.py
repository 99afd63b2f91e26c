"""What the frame of every page asks for: who we are, where we are, which day, how many."""

import datetime
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Page, Site

from base import headings, khipu
from base.caching import kept
from base.dates import clock, for_machines, in_words
from base.organisation import Organisation, organisation
from base.visibility import visible

register = template.Library()
register.filter("clock", clock)
register.filter("in_words", in_words)
register.filter("for_machines", for_machines)


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


@register.filter
def starts_with(text: str, beginning: str) -> bool:
    return text.startswith(beginning)


@register.inclusion_tag("components/khipu.html")
def year_cords(
    counts: dict[int, int],
    address: str,
    current: int = 0,
    query: str = "",
    is_compact: bool = False,
) -> dict[str, Any]:
    """The archive as a khipu: one cord a year, its knots the number of items.

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
    size = {"width": layout.width, "height": layout.height}
    return {"years": years, "is_compact": is_compact, **size}
