"""Addresses of the old site, and those that were led on to somewhere else."""

from collections.abc import Iterator
from urllib.parse import unquote

from django.apps import apps
from django.db.models import Q, QuerySet
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from .typed import Typed, bare


def page_of_the_old_site(address: Typed) -> Page | None:
    """The page that says it stood there, however the address is written."""
    spellings = set(_spellings(address))
    page = _first(Q(legacy_url__in=spellings))
    if page is None:
        either = Q()
        for spelling in spellings:
            either |= Q(legacy_url__iexact=spelling)
        page = _first(either)
    return page


def redirect_at(address: Typed) -> Redirect | None:
    """The redirect a visitor would follow from there."""
    query = f"?{address.query}" if address.query else ""
    whole = Redirect.normalise_path(address.path + query)
    alone = Redirect.normalise_path(address.path)
    either = Q(old_path__in={whole, alone}) | Q(old_path__iexact=whole) | Q(old_path__iexact=alone)
    found = Redirect.objects.filter(either).select_related("redirect_page").order_by("pk")
    # As for visitors: the spelling with its parameters goes before the bare one.
    return min(found, key=lambda one: one.old_path.lower() != whole.lower(), default=None)


def _spellings(address: Typed) -> Iterator[str]:
    """With and without protocol, “www”, host, parameters and the slash at the end."""
    paths = {address.path, unquote(address.path)}
    paths |= {path.rstrip("/") for path in paths} | {f"{path.rstrip('/')}/" for path in paths}
    queries = {f"?{address.query}", ""} if address.query else {""}
    name = bare(address.host)
    hosts = {""} | {
        before + host
        for before in ("", "//", "http://", "https://")
        for host in ({name, f"www.{name}", address.host} if name else ())
    }
    for path in paths:
        for query in queries:
            for host in hosts:
                if host or path.strip("/"):
                    yield f"{host}{path}{query}"
                    if not host:
                        yield f"{path.lstrip('/')}{query}"


def _first(either: Q) -> Page | None:
    keys = _keys(either)
    key = min(keys, default=None) if keys else None
    return Page.objects.get(pk=key).specific if key else None


def _keys(either: Q) -> set[int]:
    first, *others = [
        model._default_manager.filter(either).order_by().values_list("pk") for model in _models()
    ]
    rows: QuerySet = first.union(*others)
    return {pk for (pk,) in rows}


def _models() -> list[type[Page]]:
    return [
        model
        for model in apps.get_models()
        if issubclass(model, Page)
        and any(field.name == "legacy_url" for field in model._meta.local_fields)
    ]
