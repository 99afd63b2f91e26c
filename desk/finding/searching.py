"""The search box of the admin: by a pasted address, by a headline, by a word anywhere in a text."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count
from django.shortcuts import redirect
from django.utils.functional import cached_property, classproperty
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.search import SearchView
from wagtail.models import Page

from base.dates import Precision, in_words
from desk.lists.columns import HEADLINE
from desk.reach import remember_permissions

from .addresses import place_at
from .words import Said


def printed_day(page: Page) -> str:
    """The day as visitors see it; empty for a page without one."""
    return in_words(
        getattr(page, "date", None), getattr(page, "date_precision", "") or Precision.DAY
    )


class PageSearch(SearchView):
    """Every page of the site by its words, the newest first; an address opens its page at once."""

    results_template_name = "desk/finding/search_results.html"
    table_classname = "listing page-search"
    verbose_name = _("page")
    verbose_name_plural = _("pages")

    @classproperty
    def columns(cls):
        columns = [HEADLINE if one.name == HEADLINE.name else one for one in super().columns]
        columns.insert(2, Column("day", label=_("Date"), accessor=printed_day, width="12%"))
        return columns

    @cached_property
    def place(self):
        return place_at(self.search_query, self.request.user, hosts=[self.request.get_host()])

    def get(self, request):
        # While somebody types, only the list is fetched anew: it then offers the way.
        if self.place and self.place.url and not self.results_only:
            return redirect(self.place.url)
        return super().get(request)

    def get_queryset(self):
        mine = self.permission_policy.explorable_instances(self.request.user)
        said = Said(
            Page.objects.filter(pk__in=mine.order_by().values("pk"), depth__gt=1), self.search_query
        )
        self.content_types = self._counted(said.pages)
        self.all_pages = {"count": len(said.keys)}
        found = said.best_first()
        if self.ordering:
            found = found.order_by(self.ordering, "pk")
        if self.selected_content_type:
            found = found.filter(content_type=self.selected_content_type)
        return self.annotate_queryset(found)

    def _counted(self, pages) -> list[tuple]:
        rows = pages.order_by().values_list("content_type").annotate(number=Count("pk"))
        types = ContentType.objects.get_for_id
        counted = sorted(rows, key=lambda row: (-row[1], row[0]))
        return [(types(key), number) for key, number in counted]

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        for page in context["object_list"]:
            remember_permissions(page, self.request.user)
        # Wagtail's template asks it whether there are kinds to choose from.
        context["object_list"].supports_facet = True
        return {**context, "place": self.place}
