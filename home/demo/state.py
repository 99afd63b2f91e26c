"""Is there a demo on this site, how large is it, and does anything here belong to somebody?"""

import hashlib

from django.db.models import Q
from wagtail.models import Collection, Page, Site, get_page_models
from wagtail.query import PageQuerySet

from base.models import ImportRecord
from home.models import HomePage

COLLECTION = "Sample"
# Written last, and taken away first: without it whatever sample pages there are are unfinished.
MARK = "demo"


class Refused(Exception):
    """The demo may not be built here; the words say why and what to do."""


def the_home() -> HomePage:
    home = Site.objects.get(is_default_site=True).root_page.specific
    if not isinstance(home, HomePage):
        raise Refused("The root page of the default site is no home page of this project.")
    return home


def sample_pages(home: HomePage) -> PageQuerySet:
    """Everything below the home page that is sample text."""
    return Page.objects.descendant_of(home).filter(_is_sample())


def real_pages(home: HomePage) -> PageQuerySet:
    """Everything below the home page that a person or an import has made."""
    return Page.objects.descendant_of(home).exclude(_is_sample())


def types_that_know() -> list[type[Page]]:
    """Every type of page that stores whether it is sample text."""
    return [
        model
        for model in get_page_models()
        if any(field.name == "is_sample" for field in model._meta.local_fields)
    ]


def size_of_demo() -> int | None:
    """The number of articles the complete demo was asked for; none without a complete one."""
    record = ImportRecord.objects.filter(key=MARK).first()
    return int(record.source.split()[-1]) if record else None


def is_begun(home: HomePage) -> bool:
    """There is a demo, whole or cut short."""
    return (
        home.is_sample
        or size_of_demo() is not None
        or sample_collection() is not None
        or sample_pages(home).exists()
    )


def begin(home: HomePage) -> None:
    """The home page says first that it is sample text, so that a run cut short is recognised."""
    home.is_sample = True
    HomePage.objects.filter(pk=home.pk).update(is_sample=True)


def complete(home: HomePage, articles: int) -> None:
    source = f"build_demo --articles {articles}"
    digest = hashlib.sha256(source.encode()).hexdigest()
    ImportRecord.objects.create(page=home, key=MARK, source=source, hash=digest)


def sample_collection() -> Collection | None:
    return Collection.get_first_root_node().get_children().filter(name=COLLECTION).first()


def _is_sample() -> Q:
    sample = Q()
    for model in types_that_know():
        keys = model._base_manager.filter(is_sample=True).values("pk")
        sample |= Q(pk__in=keys)
    return sample
