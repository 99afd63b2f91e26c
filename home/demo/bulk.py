"""Many articles at once. Django has no bulk_create for a model that spans two tables.

Each batch is a transaction of its own and leaves the tree in order, so a run may be cut short
anywhere. Every article gets a revision: without one Wagtail loses what two people edit at once.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from django.contrib.contenttypes.models import ContentType
from django.db import connection, models, reset_queries, transaction
from django.db.models import CharField, F, OuterRef, Subquery
from django.db.models.functions import Cast
from modelcluster.models import get_serializable_data_for_fields
from wagtail.models import Page, ReferenceIndex, Revision
from wagtail.search.backends import get_search_backends

from articles.models import ArticlePage

BATCH = 500


def batches(things: Iterable, size: int = BATCH) -> Iterator[list]:
    left = iter(things)
    while batch := list(islice(left, size)):
        yield batch
        reset_queries()  # with DEBUG on, Django keeps the words of the last 9,000


@transaction.atomic
def write(articles: list[ArticlePage], with_search: bool) -> None:
    """The rows of one batch: pages, articles, their topics, their revisions."""
    for article, (key,) in zip(articles, _insert(Page, articles), strict=True):
        article.id = article.page_ptr_id = key
    _insert(ArticlePage, articles)
    filed = ArticlePage.topics.through
    filed.objects.bulk_create(
        filed(articlepage_id=article.pk, topicpage_id=topic)
        for article in articles
        for topic in article.filed_under
    )
    Revision.objects.bulk_create(_revisions(articles))
    _point_at_revisions(articles)
    ReferenceIndex.objects.bulk_create(_references(articles))
    grow_parents(articles, +1)
    if with_search:
        for backend in get_search_backends(with_auto_update=True):
            backend.add_bulk(ArticlePage, articles)


def grow_parents(pages: Iterable[Page], sign: int) -> None:
    """Tell the parents in the tree how many children they have won or lost."""
    children = Counter(page.path[: -Page.steplen] for page in pages)
    for path, number in children.items():
        Page.objects.filter(path=path).update(numchild=F("numchild") + sign * number)


def _insert(model: type[models.Model], objects: list[ArticlePage]) -> list[tuple[int]]:
    """The rows of one table alone, by what bulk_create itself calls for each of its batches."""
    fields = [f for f in model._meta.local_concrete_fields if not isinstance(f, models.AutoField)]
    fields = [f for f in fields if not getattr(f, "generated", False)]
    returned = [model._meta.pk] if isinstance(model._meta.pk, models.AutoField) else []
    size = connection.ops.bulk_batch_size(fields, objects)
    rows = model._base_manager.get_queryset()
    using = connection.alias
    results = [
        rows._insert(batch, fields=fields, returning_fields=returned, using=using)
        for batch in batches(objects, size)
    ]
    return [row for rows in results for row in rows]


def _revisions(articles: list[ArticlePage]) -> Iterator[Revision]:
    """What `save_revision` would store, without its queries for relations that are empty."""
    base = ContentType.objects.get_for_model(Page)
    relations = ArticlePage().serializable_data()
    for article in articles:
        content = {**relations, **get_serializable_data_for_fields(article)}
        content["topics"] = article.filed_under
        yield Revision(
            content_type_id=article.content_type_id,
            base_content_type=base,
            object_id=str(article.pk),
            created_at=article.latest_revision_created_at,
            object_str=article.title,
            content=content,
        )


def _references(articles: list[ArticlePage]) -> Iterator[ReferenceIndex]:
    """What each of them points at, for whoever deletes a topic or a picture; their texts link nowhere."""
    own, base = (ContentType.objects.get_for_model(model) for model in (ArticlePage, Page))
    for name, key, model in (
        ("main_topic", "main_topic_id", Page),
        ("lead_image", "lead_image_id", ArticlePage.lead_image.field.related_model),
    ):
        to = ContentType.objects.get_for_model(model)
        digest = ReferenceIndex._get_content_path_hash(name)
        for article in articles:
            if getattr(article, key):
                yield ReferenceIndex(
                    content_type=own,
                    base_content_type=base,
                    object_id=article.pk,
                    to_content_type=to,
                    to_object_id=getattr(article, key),
                    model_path=name,
                    content_path=name,
                    content_path_hash=digest,
                )


def _point_at_revisions(articles: list[ArticlePage]) -> None:
    base = ContentType.objects.get_for_model(Page)
    own = Revision.objects.filter(
        base_content_type=base, object_id=Cast(OuterRef("pk"), CharField())
    ).values("pk")
    pages = Page.objects.filter(pk__in=[article.pk for article in articles]).order_by()
    pages.update(latest_revision=Subquery(own), live_revision=Subquery(own))
