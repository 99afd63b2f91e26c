"""What can be changed of many items at once: on the page as visitors see it, and in the draft.

A change of the page alone would be lost when the draft is published; a change of the draft alone
would not be seen. Neither publishes anything else.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, ReferenceIndex

from articles.models import ArticlePage, Story
from topics.models import TopicPage

Filed = ArticlePage.topics.through


@dataclass(frozen=True)
class AddTopic:
    """File it under one more topic; on demand as its main one, where it has none."""

    topic: TopicPage
    as_main: bool = False
    action = "desk.add_topic"

    @property
    def told(self) -> dict[str, str]:
        """What the history says of it."""
        return {"topic": self.topic.title}

    def wanting(self, keys: Iterable[int]) -> set[int]:
        """Those pages that are not so yet."""
        keys = set(keys)
        filed = Filed.objects.filter(articlepage__in=keys, topicpage=self.topic)
        wanting = keys.difference(filed.values_list("articlepage", flat=True))
        return wanting | (self._without_main(keys) if self.as_main else set())

    def on_pages(self, keys: set[int]) -> None:
        rows = [Filed(articlepage_id=key, topicpage_id=self.topic.pk) for key in sorted(keys)]
        Filed.objects.bulk_create(rows, ignore_conflicts=True)
        if self.as_main:
            self._make_main(self._without_main(keys))

    def in_draft(self, content: dict) -> bool:
        """Change what a revision holds; says whether anything had to change."""
        before = (list(content.get("topics") or []), content.get("main_topic"))
        content["topics"] = [*before[0], *({self.topic.pk} - set(before[0]))]
        if self.as_main and not before[1]:
            content["main_topic"] = self.topic.pk
        return before != (content["topics"], content.get("main_topic"))

    def _without_main(self, keys: Iterable[int]) -> set[int]:
        pages = ArticlePage.objects.filter(pk__in=keys, main_topic=None).order_by()
        return set(pages.values_list("pk", flat=True))

    def _make_main(self, keys: set[int]) -> None:
        ArticlePage.objects.filter(pk__in=keys).update(main_topic=self.topic)
        types = dict(Page.objects.filter(pk__in=keys).values_list("pk", "content_type"))
        ReferenceIndex.objects.bulk_create(
            (self._reference(key, type_pk) for key, type_pk in types.items()), ignore_conflicts=True
        )

    def _reference(self, key: int, type_pk: int) -> ReferenceIndex:
        """So that deleting the topic names this page, as if it had been saved by hand."""
        base = ContentType.objects.get_for_model(Page)
        return ReferenceIndex(
            base_content_type=base,
            content_type_id=type_pk,
            object_id=str(key),
            to_content_type=base,
            to_object_id=str(self.topic.pk),
            model_path="main_topic",
            content_path="main_topic",
            content_path_hash=ReferenceIndex._get_content_path_hash("main_topic"),
        )


@dataclass(frozen=True)
class RemoveTopic:
    """Take it out of one topic, unless that is its main one or that of a story in its text."""

    topic: TopicPage
    action = "desk.remove_topic"

    @property
    def told(self) -> dict[str, str]:
        return {"topic": self.topic.title}

    def wanting(self, keys: Iterable[int]) -> set[int]:
        filed = ArticlePage.objects.filter(pk__in=keys, topics=self.topic).order_by()
        filed = filed.exclude(main_topic=self.topic)
        told = Story.objects.filter(article__in=keys, topic=self.topic)
        return set(filed.values_list("pk", flat=True)) - set(told.values_list("article", flat=True))

    def on_pages(self, keys: set[int]) -> None:
        Filed.objects.filter(articlepage__in=keys, topicpage=self.topic).delete()

    def in_draft(self, content: dict) -> bool:
        topics = content.get("topics") or []
        if self.topic.pk not in topics or content.get("main_topic") == self.topic.pk:
            return False
        content["topics"] = [key for key in topics if key != self.topic.pk]
        return True


@dataclass(frozen=True)
class SetPrecision:
    """Say how exactly its date is known."""

    precision: str
    action = "desk.set_date_precision"

    @property
    def told(self) -> dict[str, str]:
        return {"precision": self.precision}

    def wanting(self, keys: Iterable[int]) -> set[int]:
        pages = ArticlePage.objects.filter(pk__in=keys).exclude(date_precision=self.precision)
        return set(pages.order_by().values_list("pk", flat=True))

    def on_pages(self, keys: set[int]) -> None:
        ArticlePage.objects.filter(pk__in=keys).update(date_precision=self.precision)

    def in_draft(self, content: dict) -> bool:
        is_other = content.get("date_precision") != self.precision
        content["date_precision"] = self.precision
        return is_other


Change = AddTopic | RemoveTopic | SetPrecision
