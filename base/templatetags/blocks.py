"""What the templates of blocks ask for: only what a stranger may see, and nothing empty."""

from collections.abc import Iterable

from django import template
from wagtail.models import Page

from base.prose import plain
from base.visibility import is_public, is_public_file, visible
from blocks.files import file_details as details
from blocks.files import file_kind as kind
from blocks.links import is_web_address as on_the_web

register = template.Library()
register.filter("file_kind", kind)
register.filter("file_details", details)
register.filter("is_web_address", on_the_web)
register.filter("is_public", is_public)
register.filter("is_public_file", is_public_file)


@register.simple_tag
def visible_pages(pages: Iterable[Page] | None) -> list[Page]:
    """Those of the chosen pages that any stranger may read, in the editor's order; one query."""
    keys = list(dict.fromkeys(page.pk for page in pages or [] if page))
    found = visible(Page.objects.filter(pk__in=keys)).in_bulk() if keys else {}
    return [found[key] for key in keys if key in found]


@register.filter
def public_files(documents: Iterable | None) -> list:
    return [document for document in documents or [] if is_public_file(document)]


@register.filter
def is_open(link) -> bool:
    """Whether a link made by an editor leads to something any stranger may open."""
    if not link or not link.href:
        return False
    if link.kind == "page":
        return is_public(link.page)
    return is_public_file(link["document"]) if link.kind == "document" else True


@register.filter
def open_links(links: Iterable | None) -> list:
    return [link for link in links or [] if is_open(link)]


@register.filter
def having(values: Iterable | None, field: str) -> list:
    """Those of the values in which the editor has filled in that field."""
    return [value for value in values or [] if value and value.get(field)]


@register.filter
def has_words(rich_text) -> bool:
    """The editor saves an empty text as an empty paragraph."""
    return bool(plain(getattr(rich_text, "source", rich_text) or ""))
