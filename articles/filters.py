"""What a visitor may narrow a listing to."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, QueryDict

from topics.models import topic_labels

from .listing import Shelf


@dataclass(frozen=True)
class TopicFilter:
    """The topic in the address, if any; an unknown one is no page."""

    topic: dict[str, Any] | None = None
    pk: int | None = None

    @classmethod
    def from_query(cls, query: QueryDict) -> "TopicFilter":
        if "topic" not in query:
            return cls()
        for pk, label in topic_labels().items():
            if query.getlist("topic") == [label["slug"]]:
                return cls(label, pk)
        raise Http404("There is no such topic.")

    @property
    def parameters(self) -> dict[str, str]:
        return {"topic": self.topic["slug"]} if self.topic else {}

    def applied(self, shelf: Shelf) -> Shelf:
        if self.pk is None:
            return shelf
        return Shelf(f"{shelf.name}:topic-{self.pk}", shelf.articles.filter(topics=self.pk))

    def facets(self, shelf: Shelf) -> list[dict[str, Any]]:
        """Every topic of that shelf with the number of its items, the most written about first."""
        counts = shelf.by_topic()
        facets = [
            {**label, "count": counts[pk], "is_current": pk == self.pk}
            for pk, label in topic_labels().items()
            if counts.get(pk)
        ]
        return sorted(facets, key=lambda facet: (-facet["count"], facet["title"]))
