"""Pages by the words in them, and the one order in which an editor sees pages of every kind."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, F, Func, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from search.aliases import known_names
from search.words import beginnings, cleaned, shortened, wanted

# The day printed on a page, where it has one.
DAY = Coalesce("articlepage__date", "featurednotice__date")


def newest_first(pages: QuerySet, *before, with_undated_last: bool = False) -> QuerySet:
    """By the printed day. Pages without one are few, and as a rule stand before the thousands."""
    day = F("day").desc(
        nulls_first=not with_undated_last or None, nulls_last=with_undated_last or None
    )
    return pages.annotate(day=DAY).order_by(*before, day, "articlepage__position_in_day", "-pk")


class Said:
    """The pages with these words in their headline or anywhere in their text; asked for once."""

    def __init__(self, pages: QuerySet, text: str):
        rows = pages.order_by().values_list("pk", flat=True)
        self.titled = set(rows.filter(_titled(text)))
        self.keys = self.titled | set(rows.filter(_worded(text)))

    def best_first(self) -> QuerySet:
        """Those with the words in the headline, then the rest; the newest first."""
        titled = When(pk__in=_listed(self.titled), then=Value(0))
        place = Case(titled, default=1, output_field=IntegerField())
        return newest_first(self.pages.annotate(place=place), "place")

    @property
    def pages(self) -> QuerySet:
        return Page.objects.filter(pk__in=_listed(self.keys))


def _listed(keys: set[int]) -> Func:
    """However many: as the search hands them from one query to the next."""
    return get_search_backend().listed(Value(",".join(map(str, sorted(keys)))))


def _titled(text: str) -> Q:
    """By the beginnings of words, and by any part of a headline, of drafts too."""
    meant = Q(draft_title__icontains=shortened(cleaned(text)))
    if not beginnings(text):
        return meant
    begun = Page.objects.order_by().autocomplete(text, order_by_relevance=False).get_queryset()
    return meant | Q(pk__in=begun.order_by().values("pk"))


def _worded(text: str) -> Q:
    asked = wanted(text, known_names())
    if not asked:
        return Q(pk__in=())
    types = ContentType.objects.get_for_models(*_page_models(), for_concrete_models=False)
    return Q(pk__in=get_search_backend().found(asked).of(tuple(t.pk for t in types.values())))


def _page_models() -> list[type[Page]]:
    from wagtail.models import get_page_models

    return get_page_models()
