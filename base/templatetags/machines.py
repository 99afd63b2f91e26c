"""What the head of every page tells machines: its one address, its feeds, what it is."""

from typing import Any

from django import template
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.models import Page

from base.addresses import absolute, canonical, root_of, site_asked
from base.dates import Precision, for_machines
from base.linked_data import as_script, breadcrumbs
from base.organisation import Organisation, organisation
from base.renditions import largest_made
from base.visibility import is_public

from .site import crumbs

register = template.Library()


@register.inclusion_tag("components/machine_readable.html", takes_context=True)
def machine_readable(context) -> dict[str, Any]:
    """Of a page any stranger may read; of an error, a preview or a closed page only the feed."""
    request = context.get("request")
    site = site_asked(request)
    said: dict[str, Any] = {"organisation": organisation(site), "page": _page(context)}
    if said["page"]:
        return {**said, **_of_page(context, said["page"], said["organisation"])}
    if context.get("canonical_path"):  # a view that is no page of the tree names its address
        said["canonical"] = absolute(context["canonical_path"], site.root_url)
    return said


def _page(context) -> Page | None:
    page, request = context.get("page"), context.get("request")
    is_shown = isinstance(page, Page) and page.pk and request
    if not is_shown or getattr(request, "is_preview", False) or not is_public(page):
        return None
    return page


def _of_page(context, page: Page, organisation: Organisation) -> dict[str, Any]:
    request, root = context["request"], root_of(page)
    address = canonical(request, root, context.get("listing"))
    is_itself = request.path == page.url or address == page.full_url
    picture = largest_made(getattr(page, "lead_image", None)) if is_itself else None
    about_itself = getattr(page, "linked_data", None) if is_itself else None
    said = [about_itself(organisation)] if about_itself else []
    steps = _steps(context, page)
    if len(steps) > 1:
        said.append(breadcrumbs(steps, root))
    return {
        "canonical": address,
        "title": _title(context, page, organisation),
        "is_article": is_itself and getattr(page, "owes_a_date", False),
        "published": _day(page) if is_itself else "",
        "picture": picture,
        "picture_address": picture and absolute(picture.url, root),
        "linked_data": as_script(said),
    }


def _day(page: Page) -> str:
    """The day it was published, where the very day is known."""
    precision = getattr(page, "date_precision", Precision.DAY)
    return for_machines(getattr(page, "date", None)) if precision == Precision.DAY else ""


def _period(context) -> str:
    if context.get("month"):
        return date_format(context["month"], "F Y")
    return str(context.get("year") or "")


def _title(context, page: Page, organisation: Organisation) -> str:
    own = organisation.name if page.depth == 2 else page.seo_title or page.title
    return ", ".join(filter(None, [str(context.get("list_title") or own), _period(context)]))


def _steps(context, page: Page) -> list[tuple[str, str]]:
    """The way here from the home page; the last step is what is shown."""
    steps = [(crumb["title"], crumb["url"]) for crumb in crumbs(page)]
    if page.depth == 2:
        steps.append((_("Home"), page.url))
    # Topics and notices stand beside their list in the tree, and below it for a reader.
    list_above = {"topics": _("Topics"), "notices": _("Notices")}.get(page._meta.app_label)
    if list_above:
        steps.append((list_above, f"/{page._meta.app_label}/"))
    known = {address for _name, address in steps}
    between = [(step["title"], step["url"]) for step in context.get("steps") or []]
    steps += [step for step in between if step[1] not in known]
    here = context.get("here") or context.get("list_title") or (page.depth > 2 and page.title)
    return [*steps, (here, "")] if here else steps
