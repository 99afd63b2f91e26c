"""What "public" means, said once. Every public list of pages goes through `visible()`."""

from django.apps import apps
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet
from django.utils import timezone
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Page,
    PageViewRestriction,
)

from base.caching import kept

# SQLite refuses an expression nested a thousand deep; above this many the paths are joined instead.
SPELLED_OUT = 100


def visible(pages: QuerySet) -> QuerySet:
    """Only what any stranger may read: live, not run out, not private, and dated where it must be."""
    pages = pages.filter(live=True).exclude(expire_at__lte=timezone.now())
    return _dated(_unrestricted(pages))


def is_visible(page: Page) -> bool:
    return visible(type(page)._default_manager.filter(pk=page.pk)).exists()


def is_public(page: Page | None) -> bool:
    """What `visible()` says of this one page, without a query: for a specific page that is at hand."""
    if not page or not page.live or (page.expire_at and page.expire_at <= timezone.now()):
        return False
    if getattr(page, "owes_a_date", False) and page.date is None:
        return False
    return not any(page.path.startswith(path) for path in restricted_paths())


def is_public_file(document) -> bool:
    """Whether any stranger may fetch it."""
    return bool(document) and document.collection_id in kept(
        "public-collections", lambda: set(public_collections().values_list("pk", flat=True))
    )


def restricted_paths() -> list[str]:
    """Tree paths closed to strangers, nested ones merged into the one that holds them."""
    return kept("restricted-paths", _read_restricted_paths)


def _read_restricted_paths() -> list[str]:
    merged: list[str] = []
    paths = PageViewRestriction.objects.order_by("page__path")
    for path in paths.values_list("page__path", flat=True):
        if not merged or not path.startswith(merged[-1]):
            merged.append(path)
    return merged


def public_collections() -> QuerySet:
    """Collections whose pictures and files any stranger may fetch."""
    closed = Q()
    for path in kept("restricted-collections", _read_restricted_collections):
        closed |= Q(path__startswith=path)
    return Collection.objects.exclude(closed) if closed else Collection.objects.all()


def _read_restricted_collections() -> list[str]:
    restrictions = CollectionViewRestriction.objects.order_by("collection__path")
    return list(restrictions.values_list("collection__path", flat=True).distinct())


def _unrestricted(pages: QuerySet) -> QuerySet:
    paths = restricted_paths()
    if len(paths) > SPELLED_OUT:
        this = ExpressionWrapper(OuterRef("path"), output_field=CharField())
        above = PageViewRestriction.objects.alias(this=this).filter(
            this__startswith=F("page__path")
        )
        return pages.filter(~Exists(above))
    closed = Q()
    for path in paths:
        closed |= Q(path__startswith=path)
    return pages.exclude(closed) if paths else pages


def _dated(pages: QuerySet) -> QuerySet:
    """A type that says `owes_a_date` is listed only with one, also in a list of all pages."""
    if getattr(pages.model, "owes_a_date", False):
        return pages.filter(date__isnull=False)
    if pages.model is Page:
        for model in apps.get_models():
            if issubclass(model, Page) and "owes_a_date" in vars(model):
                undated = model._default_manager.filter(date__isnull=True).order_by()
                pages = pages.exclude(pk__in=undated.values("pk"))
    return pages
