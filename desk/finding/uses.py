"""Everything that uses a page, twenty at a time: only these are fetched, however many there are."""

from collections import defaultdict
from collections.abc import Iterator

from django.contrib.contenttypes.models import ContentType
from django.db.models import Min, Q
from wagtail.admin.views.pages.usage import UsageView
from wagtail.models import ReferenceIndex

SOURCE = ("base_content_type", "object_id")
Group = tuple[object, list[ReferenceIndex]]


class Groups:
    """What refers to a thing, each with its references, as Wagtail groups them; cut before it is read."""

    def __init__(self, references):
        self.references = references
        grouped = references.order_by().values(*SOURCE).annotate(first_pk=Min("pk"))
        self.sources = grouped.order_by(*SOURCE, "first_pk").values_list(*SOURCE)

    def count(self) -> int:
        return self.sources.count()

    __len__ = count

    def __getitem__(self, cut: slice) -> list[Group]:
        sources = list(self.sources[cut])
        found = self._references_of(sources)
        things = self._things(sources)
        return [(things[source], found[source]) for source in sources if source in things]

    def __iter__(self) -> Iterator[Group]:
        return iter(self[:])

    def _references_of(self, sources) -> dict[tuple[int, str], list[ReferenceIndex]]:
        any_of, found = Q(pk__in=()), defaultdict(list)
        for kind, keys in _by_kind(sources).items():
            any_of |= Q(base_content_type=kind, object_id__in=keys)
        for reference in self.references.filter(any_of).order_by("pk"):
            found[reference.base_content_type_id, reference.object_id].append(reference)
        return found

    def _things(self, sources) -> dict[tuple[int, str], object]:
        things = {}
        for kind, keys in _by_kind(sources).items():
            model = ContentType.objects.get_for_id(kind).model_class()
            for thing in model._default_manager.filter(pk__in=keys):
                things[kind, str(thing.pk)] = thing
        return things


def _by_kind(sources) -> dict[int, list[str]]:
    keys = defaultdict(list)
    for kind, key in sources:
        keys[kind].append(key)
    return keys


class Uses(UsageView):
    """A topic may be used by thousands."""

    def get_queryset(self):
        return Groups(ReferenceIndex.get_references_to(self.object))
