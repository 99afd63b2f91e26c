"""Everything that links to a page, a document or a picture that is about to go."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, CharField, Model, Q, QuerySet
from django.db.models.functions import Cast
from django.urls import reverse
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page, ReferenceIndex

from articles.models import ArticlePage

from .known import known_to
from .outcomes import FILED, outcome, place
from .words import newest_first

NAMED = 50  # with more, nobody reads on
# Kept for ourselves, or part of an article that is named anyway.
OF_NO_INTEREST = ("importrecord", "story", "site", "revision", "workflowstate", "taskstate")


@dataclass(frozen=True)
class Referrer:
    """One thing that links here, and what becomes of its links."""

    title: str
    url: str  # where it is edited; empty for who may not
    kind: str
    is_live: bool
    places: list[str]
    outcomes: list[str]


class LinksHere:
    """What links to these things, as one user may know it."""

    def __init__(self, things: list[Model], user, is_deleted: bool = True):
        self.things, self.user, self.is_deleted = things, user, is_deleted
        self.are_pages = isinstance(things[0], Page)

    @cached_property
    def named(self) -> list[Referrer]:
        """By title: pages, the newest first, then settings and redirects."""
        return [*self._pages_named(), *self._others[0]]

    @cached_property
    def more(self) -> int:
        """How many pages more, which are too many to name."""
        return max(0, self._known.count() - NAMED) if len(self._first) == NAMED else 0

    @cached_property
    def hidden(self) -> int:
        """How many more this user may not know."""
        return self._sources.count() - len(self._first) - self.more + self._others[1]

    @property
    def total(self) -> int:
        return len(self.named) + self.more + self.hidden

    # --- which

    @cached_property
    def _gone(self) -> QuerySet:
        """The keys of all that goes: of a deleted page all below it as well."""
        if self._go_alone:
            model = Page if self.are_pages else type(self.things[0])
            return model._default_manager.filter(pk__in=[thing.pk for thing in self.things])
        below = Q()
        for thing in self.things:
            below |= Q(path__startswith=thing.path)
        return Page.objects.filter(below)

    @cached_property
    def _go_alone(self) -> bool:
        """Whether nothing goes with them. To ask by fifty paths takes a database seconds; by keys, none."""
        if not (self.are_pages and self.is_deleted):
            return True
        return all(thing.is_leaf() for thing in self.things)

    @cached_property
    def _references(self) -> QuerySet:
        keys = [str(thing.pk) for thing in self.things]
        if not self._go_alone:
            keys = self._gone.order_by().annotate(as_text=Cast("pk", CharField())).values("as_text")
        of = ReferenceIndex._get_base_content_type(self.things[0])
        return ReferenceIndex.objects.filter(to_content_type=of, to_object_id__in=keys)

    @cached_property
    def _sources(self) -> QuerySet:
        """The pages that link here, but those that go as well."""
        theirs = self._references.filter(base_content_type=ContentType.objects.get_for_model(Page))
        keys = theirs.annotate(key=Cast("object_id", BigIntegerField())).values("key")
        either = Q(pk__in=keys)
        if self.are_pages:
            either |= Q(pk__in=self._filed.values("articlepage"))
        sources = Page.objects.filter(either)
        return (
            sources.exclude(pk__in=self._gone.order_by().values("pk"))
            if self.are_pages
            else sources
        )

    @cached_property
    def _filed(self) -> QuerySet:
        """Articles filed under a topic: no link in their text says so."""
        return ArticlePage.topics.through.objects.filter(
            topicpage__in=self._gone.order_by().values("pk")
        )

    @cached_property
    def _known(self) -> QuerySet:
        return known_to(self.user, self._sources)

    @cached_property
    def _first(self) -> list[Page]:
        return list(newest_first(self._known)[:NAMED])

    # --- what they are

    def _pages_named(self) -> Iterator[Referrer]:
        keys = [page.pk for page in self._first]
        found: dict[int, list[ReferenceIndex]] = defaultdict(list)
        page_type = ContentType.objects.get_for_model(Page)
        for reference in self._references.filter(
            base_content_type=page_type, object_id__in=[str(key) for key in keys]
        ).order_by("pk"):
            found[int(reference.object_id)].append(reference)
        filed = self._filed.filter(articlepage__in=keys).values_list("articlepage", flat=True)
        filed = set(filed) if self.are_pages and keys else set()
        for page in self._first:
            yield self._page(page, found[page.pk], page.pk in filed)

    def _page(self, page: Page, references: list[ReferenceIndex], is_filed: bool) -> Referrer:
        may_edit = page.permissions_for_user(self.user).can_edit()
        outcomes = [str(outcome(reference, self.is_deleted)) for reference in references]
        return Referrer(
            title=page.get_admin_display_title(),
            url=reverse("wagtailadmin_pages:edit", args=[page.pk]) if may_edit else "",
            kind=str(page.page_type_display_name),
            is_live=page.live,
            places=_once(place(reference) for reference in references),
            outcomes=_once([*outcomes, *([str(FILED)] if is_filed else [])]),
        )

    @cached_property
    def _others(self) -> tuple[list[Referrer], int]:
        """Settings, redirects: those this user may open, and how many others."""
        page_type = ContentType.objects.get_for_model(Page)
        rows: dict[tuple[int, str], list[ReferenceIndex]] = defaultdict(list)
        others = self._references.exclude(base_content_type=page_type).order_by("pk")
        for reference in others.exclude(base_content_type__model__in=OF_NO_INTEREST):
            rows[reference.base_content_type_id, reference.object_id].append(reference)
        named = list(islice(self._settings(rows), NAMED))
        return named, len(rows) - len(named)

    def _settings(self, rows) -> Iterator[Referrer]:
        finder = AdminURLFinder(self.user)
        kinds: dict[int, list[str]] = defaultdict(list)
        for type_pk, key in rows:
            kinds[type_pk].append(key)
        for type_pk, keys in kinds.items():
            model = ContentType.objects.get_for_id(type_pk).model_class()
            for thing in model._default_manager.filter(pk__in=keys).order_by("pk"):
                references = rows[type_pk, str(thing.pk)]
                if url := finder.get_edit_url(thing):
                    yield Referrer(
                        title=str(thing),
                        url=url,
                        kind=str(model._meta.verbose_name),
                        is_live=True,
                        places=_once(place(reference) for reference in references),
                        outcomes=_once(str(outcome(one, self.is_deleted)) for one in references),
                    )


def _once(words) -> list[str]:
    return list(dict.fromkeys(word for word in words if word))
