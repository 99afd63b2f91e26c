"""The rows of one page of a list: all that they print, in a few queries however many they are."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Count, Prefetch
from wagtail.models import Page, Revision, WorkflowState

from articles.models import ArticlePage, EventPage, NewsIndex
from desk.reach import remember_permissions
from topics.models import TopicPage

EVENT_TEXTS = ("schedule", "prices")


def articles(keys: Iterable[int], user) -> list[ArticlePage]:
    """These dated items in this order, each with its topics, its stream and who saved it last."""
    pages = ArticlePage.objects.select_related("eventpage").defer(
        "body", "teaser", *(f"eventpage__{name}" for name in EVENT_TEXTS)
    )
    pages = _standing(pages, keys, user)
    name_topics(pages)
    name_streams(pages)
    return pages


def events(keys: Iterable[int], user) -> list[EventPage]:
    pages = _standing(EventPage.objects.defer("body", "teaser", *EVENT_TEXTS), keys, user)
    name_topics(pages)
    name_streams(pages)
    return pages


def topics(keys: Iterable[int], user) -> list[TopicPage]:
    """These topics in this order, each with the number of items filed under it."""
    pages = _standing(TopicPage.objects.defer("background", "teaser"), keys, user)
    filed = ArticlePage.topics.through.objects.filter(topicpage__in=[page.pk for page in pages])
    numbers = dict(filed.order_by().values_list("topicpage").annotate(number=Count("pk")))
    for page in pages:
        page.number = numbers.get(page.pk, 0)
    return pages


def _standing(pages, keys: Iterable[int], user) -> list:
    keys = list(keys)
    pages = pages.filter(pk__in=keys).prefetch_related("content_type", "sites_rooted_here")
    # Wagtail's own way looks for the reviews of plain pages, and finds none of an article.
    reviews = WorkflowState.objects.active().select_related("current_task_state__task")
    under = Prefetch("_specific_workflow_states", reviews, to_attr="_current_workflow_states")
    pages = pages.prefetch_related(under).annotate_approved_schedule().annotate_site_root_state()
    found = {page.pk: page for page in pages}
    found = [found[key] for key in keys if key in found]
    name_savers(found)
    for page in found:
        remember_permissions(page, user)
    return found


def name_savers(pages: list) -> None:
    """Hang on each page the name of who saved it last; nobody's, where it was brought in by a program."""
    keys = {page.latest_revision_id for page in pages} - {None}
    saved = Revision.objects.filter(pk__in=keys, user__isnull=False).select_related("user")
    names = {
        revision.pk: revision.user.get_full_name() or revision.user.get_username()
        for revision in saved.defer("content")
    }
    for page in pages:
        page.saver = names.get(page.latest_revision_id, "")


def topic_names() -> dict[int, str]:
    """The title of every topic, drafts too, by its key."""
    return dict(TopicPage.objects.order_by("title", "pk").values_list("pk", "draft_title"))


def name_topics(pages: list) -> None:
    """Hang on each item the titles of its topics, the main one first."""
    names, filed = topic_names(), defaultdict(set)
    rows = ArticlePage.topics.through.objects.filter(articlepage__in=[page.pk for page in pages])
    for article, topic in rows.values_list("articlepage", "topicpage"):
        filed[article].add(topic)
    for page in pages:
        main = getattr(page, "main_topic_id", None)
        keys = [main] if main else []
        keys += [key for key in names if key in filed[page.pk] and key != main]
        page.topic_names = [names[key] for key in keys if key in names]


def stream_names() -> dict[str, str]:
    """The title of every stream, drafts too, by its path in the tree."""
    return dict(NewsIndex.objects.order_by("path").values_list("path", "draft_title"))


def name_streams(pages: list) -> None:
    names = stream_names()
    for page in pages:
        page.stream_name = names.get(page.path[: -Page.steplen], "")
