"""For the screens that ask before something goes."""

from django import template
from django.db.models import Model
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage
from wagtail.models import Page

from desk.finding.links import LinksHere

register = template.Library()


@register.simple_tag(takes_context=True)
def links_here(context, things=None) -> LinksHere | None:
    """What links to the thing, or the things, a screen asks about; none for what nothing links to."""
    request = context["request"]
    if things is None:
        things = [context.get("page") or context.get("object")]
    else:
        things = [row["item"] for row in things]
    known = (Page, AbstractDocument, AbstractImage)
    things = [thing for thing in things if isinstance(thing, Model) and isinstance(thing, known)]
    if not things:
        return None
    match = request.resolver_match
    doing = match.kwargs.get("action") or match.url_name
    return LinksHere(things, request.user, is_deleted=doing != "unpublish")
