"""The lists “News”, “Events” and “Topics” of the admin."""

from django.db.models import F
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.pages.listing import IndexView

from articles.models import ArticlePage, EventPage
from desk.reach import within_reach
from topics.models import TopicPage

from . import columns as standing
from . import filters, rows
from .export import ARTICLE_HEADINGS, EVENT_HEADINGS, article_lines, event_lines
from .searching import looked_for


class FlatListView(IndexView):
    """Pages of one kind, wherever they stand in the tree.

    Filters, words and order are asked of the keys alone; what a row prints is read for one page.
    """

    is_searchable = True
    rows = None
    table_classname = "listing full-width desk-list"
    results_template_name = "desk/lists/results.html"

    def get_base_queryset(self):
        return within_reach(self.model.objects.all(), self.request.user)

    def search_queryset(self, queryset):
        if not self.is_searching:
            return queryset
        return looked_for(queryset, self.search_query, [self.request.get_host()])

    def order_queryset(self, queryset):
        if self.ordering == "-title":
            return queryset.order_by("-draft_title", "-pk")
        return queryset.order_by("draft_title", "pk")

    def get_ordering(self):
        # Also while searching: people look for “the one of 2009”, and expect it where it stands.
        asked = self.request.GET.get("ordering", self.default_ordering)
        return asked if asked in self.get_valid_orderings() else self.default_ordering

    def paginate_queryset(self, queryset, page_size):
        keys = queryset.values_list("pk", flat=True)
        # The index is asked once: to count what it finds costs as much as to fetch the keys of it.
        keys = list(keys) if self.is_searching else keys
        paginator, page, keys, is_several = super().paginate_queryset(keys, page_size)
        page.object_list = type(self).rows(keys, self.request.user)
        return paginator, page, page.object_list, is_several

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["model_opts"] = self.model._meta  # whose actions stand below the list
        return context


class ExportedView(FlatListView):
    """A list that can be taken along as a spreadsheet, as it is filtered and ordered."""

    lines = None
    template_name = "desk/lists/index.html"

    def get(self, request, *args, **kwargs):
        if self.is_export:
            lines = type(self).lines(self.get_queryset())
            return self.as_spreadsheet(lines, request.GET["export"])
        return super().get(request, *args, **kwargs)

    def to_row_dict(self, item):
        return item


class NewsListView(ExportedView):
    """Everything dated but the events, newest first."""

    model = ArticlePage
    columns = standing.OF_NEWS
    filterset_class = filters.DatedFilters
    default_ordering = "-date"
    rows = staticmethod(rows.articles)
    lines = staticmethod(article_lines)
    list_export = list(ARTICLE_HEADINGS)
    export_headings = ARTICLE_HEADINGS
    export_filename = "news"
    page_title = _("News")

    def get_base_queryset(self):
        return super().get_base_queryset().filter(eventpage=None)

    def order_queryset(self, queryset):
        if self.ordering == "-date":
            return queryset.order_by(F("date").desc(nulls_first=True), "position_in_day", "-pk")
        if self.ordering == "date":
            return queryset.order_by(F("date").asc(nulls_last=True), "-position_in_day", "pk")
        return super().order_queryset(queryset)


class EventListView(ExportedView):
    """Events by when they take place, the last one first; those that are over stand back."""

    model = EventPage
    columns = standing.OF_EVENTS
    table_class = standing.MutedTable
    filterset_class = filters.EventFilters
    default_ordering = "-start"
    rows = staticmethod(rows.events)
    lines = staticmethod(event_lines)
    list_export = list(EVENT_HEADINGS)
    export_headings = EVENT_HEADINGS
    export_filename = "events"
    page_title = _("Events")

    def order_queryset(self, queryset):
        if self.ordering == "-start":
            return queryset.order_by(F("start").desc(nulls_first=True), "-pk")
        if self.ordering == "start":
            return queryset.order_by(F("start").asc(nulls_last=True), "pk")
        return super().order_queryset(queryset)


class TopicListView(FlatListView):
    """Every topic, with the number of items filed under it."""

    model = TopicPage
    columns = standing.OF_TOPICS
    filterset_class = filters.TopicFilters
    default_ordering = "title"
    rows = staticmethod(rows.topics)
    template_name = "wagtailadmin/generic/index.html"
    page_title = _("Topics")

    @cached_property
    def show_export_buttons(self):
        return False
