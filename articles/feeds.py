"""Dated items as a feed carries them: the whole text, and no day that is not known."""

import datetime
from collections import defaultdict
from typing import TYPE_CHECKING

from django.db.models import prefetch_related_objects
from django.template.loader import render_to_string
from django.utils import timezone

from base.atom import Entry, lasting_id
from base.dates import Precision
from topics.models import topic_labels

from .querysets import ArticleQuerySet, with_pictures
from .standalone import standalone

if TYPE_CHECKING:
    from .models import ArticlePage

NEWEST = 30


def entries(articles: ArticleQuerySet) -> list[Entry]:
    """The newest of these articles, each with its whole text."""
    # First their keys: to sort thousands of texts would cost more than to fetch thirty.
    keys = list(articles.newest_first().values_list("pk", flat=True)[:NEWEST])
    found = articles.model.objects.select_related("eventpage").in_bulk(keys)
    newest = [found[key] for key in keys]
    with_pictures(newest)
    prefetch_related_objects(newest, "import_records")
    topics = _topics(newest)
    return [entry(article, topics[article.pk]) for article in newest]


def entry(article: "ArticlePage", topics: list[str]) -> Entry:
    html = render_to_string("articles/feed_entry.html", {"page": article})
    return Entry(
        id=lasting_id(article),
        title=article.title,
        link=article.full_url,
        published=published(article),
        updated=updated(article),
        author=article.byline,
        categories=topics,
        content=standalone(html, article.full_url),
    )


def published(article: "ArticlePage") -> datetime.datetime | None:
    """Midnight of the day printed; none where only the month or the year is known."""
    return _midnight(article.date) if article.date_precision == Precision.DAY else None


def updated(article: "ArticlePage") -> datetime.datetime:
    """What the editors say; the format demands a moment, so the one of publishing is the last resort."""
    said = _midnight(article.updated) if article.updated else published(article)
    return said or article.last_published_at or _midnight(article.date)


def _midnight(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(), tzinfo=timezone.get_default_timezone())


def _topics(articles: list["ArticlePage"]) -> dict[int, list[str]]:
    """The names of the topics each of them is filed under, those a stranger may see."""
    labels = topic_labels()
    names: dict[int, list[str]] = defaultdict(list)
    if not articles:
        return names
    filed = type(articles[0]).topics.through.objects.filter(
        articlepage__in=[article.pk for article in articles]
    )
    for article, topic in filed.order_by("topicpage_id", "pk").values_list(
        "articlepage_id", "topicpage_id"
    ):
        if topic in labels:
            names[article].append(labels[topic]["title"])
    return names
