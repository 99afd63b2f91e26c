"""Deletes many articles at once, without a query or a signal for each."""

from collections.abc import Iterator

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.db.models import QuerySet
from wagtail.models import Page, PageLogEntry, ReferenceIndex, Revision, WorkflowState
from wagtail.search.models import IndexEntry

from articles.models import ArticlePage
from home.demo.bulk import batches, grow_parents
from home.demo.progress import counted
from home.demo.state import sample_pages
from home.models import HomePage


def sweep_articles(home: HomePage) -> None:
    """All sample articles but those on which something hangs: these go the ordinary way."""
    articles = sample_pages(home).exact_type(ArticlePage).order_by("pk")
    spared = set(_pointed_at())
    keys = [key for key in articles.values_list("pk", flat=True) if key not in spared]
    with counted(len(keys), "Articles taken away") as advance:
        for batch in batches(keys):
            _sweep(batch)
            advance(len(batch))


def _pointed_at() -> Iterator[int]:
    """Keys of pages to which a comment, a redirect, a notice or any other row refers."""
    swept = [field.remote_field.through for field in ArticlePage._meta.many_to_many]
    swept.append(PageLogEntry)
    for relation in ArticlePage._meta.get_fields(include_hidden=True):
        points_here = relation.auto_created and not relation.concrete
        if not points_here or relation.many_to_many or relation.related_model in swept:
            continue
        name = relation.field.name
        rows = relation.related_model._base_manager.filter(**{f"{name}__isnull": False})
        yield from rows.values_list(name, flat=True)
    states = WorkflowState.objects.filter(base_content_type=_page_type())
    yield from map(int, states.values_list("object_id", flat=True))


@transaction.atomic
def _sweep(keys: list[int]) -> None:
    texts = [str(key) for key in keys]
    page_type, article_type = _page_type(), ContentType.objects.get_for_model(ArticlePage)
    pages = Page._base_manager.filter(pk__in=keys)
    grow_parents(pages.only("path"), -1)
    tables: list[QuerySet] = [
        *(
            field.remote_field.through._base_manager.filter(articlepage__in=keys)
            for field in ArticlePage._meta.many_to_many
        ),
        ArticlePage._base_manager.filter(pk__in=keys),
        pages,
        Revision._base_manager.filter(base_content_type=page_type, object_id__in=texts),
        PageLogEntry._base_manager.filter(page_id__in=keys),
        ReferenceIndex._base_manager.filter(base_content_type=page_type, object_id__in=texts),
        ReferenceIndex._base_manager.filter(to_content_type=page_type, to_object_id__in=texts),
        IndexEntry._base_manager.filter(content_type=article_type, object_id__in=texts),
    ]
    for rows in tables:
        rows._raw_delete(using=connection.alias)


def _page_type() -> ContentType:
    return ContentType.objects.get_for_model(Page)
