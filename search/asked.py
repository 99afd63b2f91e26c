"""What a visitor asks for: the words, and what the results are narrowed to."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.db import models
from django.http import Http404, QueryDict
from django.utils.translation import gettext_lazy as _

from articles.models.indexes import streams
from topics.models import topic_labels

from .aliases import known_names
from .words import Wanted, cleaned, shortened, wanted


class Kind(models.TextChoices):
    ARTICLE = "article", _("Articles")
    EVENT = "event", _("Events")
    TOPIC = "topic", _("Topic pages")
    NOTICE = "notice", _("Notices")
    PAGE = "page", _("Pages")
    DOCUMENT = "document", _("Documents")


class Sort(models.TextChoices):
    RELEVANCE = "relevance", _("relevance")
    NEWEST = "newest", _("newest")


# Of what is found under a topic or in a stream, there are only these kinds.
DATED_KINDS = (Kind.ARTICLE, Kind.EVENT)


@dataclass(frozen=True)
class Asked:
    """A search as its address says it; every part may be missing."""

    text: str = ""
    was_cut: bool = False
    kind: str = ""
    topic: str = ""
    stream: str = ""
    year: str = ""
    sort: str = ""

    @classmethod
    def from_query(cls, query: QueryDict) -> "Asked":
        """What is not there cannot be asked for: an unknown topic, stream, kind or year is no page."""
        whole = cleaned(query.get("q", ""))
        text = shortened(whole)
        asked = cls(
            text=text,
            was_cut=text != whole,
            kind=_one_of(Kind.values, query, "kind"),
            topic=_one_of([label["slug"] for label in topic_labels().values()], query, "topic"),
            stream=_one_of([_slug(stream) for stream in streams()], query, "stream"),
            year=_one_of(map(str, range(1000, 3000)), query, "year"),
            sort=_one_of(Sort.values, query, "sort"),
        )
        return asked.by_newest() if asked.wanted and asked.sort == Sort.NEWEST else asked.unsorted()

    @cached_property
    def wanted(self) -> Wanted:
        return wanted(self.text, known_names())

    @property
    def is_by_newest(self) -> bool:
        """Where no words are asked for, nothing is more relevant than anything else."""
        return self.sort == Sort.NEWEST or not self.wanted

    @property
    def is_narrowed(self) -> bool:
        return bool(self.kind or self.topic or self.stream or self.year)

    @property
    def finds_nothing(self) -> bool:
        """Something was typed, and nothing of it can be looked for."""
        return bool(self.text) and not self.wanted

    @property
    def topic_pk(self) -> int | None:
        labels = topic_labels().items()
        return next((pk for pk, label in labels if label["slug"] == self.topic), None)

    @property
    def stream_path(self) -> str:
        return next((str(s["path"]) for s in streams() if _slug(s) == self.stream), "")

    @property
    def tags(self) -> list[tuple[str, str]]:
        """What it is narrowed to, in words, each with the address without it."""
        topic = topic_labels().get(self.topic_pk or 0, {})
        stream = next((s for s in streams() if _slug(s) == self.stream), {})
        names = {
            "kind": Kind(self.kind).label if self.kind else "",
            "topic": topic.get("title", ""),
            "stream": stream.get("title", ""),
            "year": self.year,
        }
        return [(str(text), self.but(**{name: ""}).link) for name, text in names.items() if text]

    @property
    def parameters(self) -> dict[str, str]:
        """The address, without the number of a page."""
        parts = {"q": self.text, "kind": self.kind, "topic": self.topic}
        parts |= {"stream": self.stream, "year": self.year, "sort": self.sort}
        return {name: value for name, value in parts.items() if value}

    @property
    def link(self) -> str:
        return f"?{urlencode(self.parameters)}" if self.parameters else "/search/"

    def but(self, **changes: str) -> "Asked":
        """The same, asked a little differently."""
        return replace(self, **changes)

    def by_newest(self) -> "Asked":
        return self.but(sort=Sort.NEWEST.value)

    def unsorted(self) -> "Asked":
        return self.but(sort="")


def stream_slugs() -> list[dict[str, Any]]:
    """The streams with what names them in an address of the search."""
    return [{**stream, "slug": _slug(stream)} for stream in streams()]


def _slug(stream: dict[str, Any]) -> str:
    return str(stream["url"]).rstrip("/").rsplit("/", 1)[-1]


def _one_of(values, query: QueryDict, name: str) -> str:
    asked = query.getlist(name)
    if not any(asked):
        return ""
    if len(asked) > 1 or asked[0] not in values:
        raise Http404("There is no such thing to narrow a search to.")
    return asked[0]
