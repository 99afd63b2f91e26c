"""A stream opened in the page tree: dated items newest first, with their topics, put in order by no hand."""

from django.db.models import F
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.admin.viewsets.pages import PageViewSet, page_viewset_registry
from wagtail.models import Page

from articles.models import ArticlePage, NewsIndex

from . import columns as own
from . import rows
from .reach import remember_permissions

STANDING = {column.name: column for column in ExplorableIndexView.base_columns}


class StreamView(ExplorableIndexView):
    """Streams within a stream come first, for they have no date."""

    default_ordering = "-date"
    base_columns = [
        STANDING["bulk_actions"],
        Column("date", label=own.DAY.label, accessor=own.day, sort_key="date", width="11%"),
        own.HEADLINE,
        own.TOPICS,
        STANDING["type"],
        STANDING["status"],
        own.SAVED_BY,
    ]

    def get_valid_orderings(self):
        # “ord” would draw handles for dragging, and every item on one page.
        return [name for name in super().get_valid_orderings() if name != self.sort_order_field]

    def get_ordering(self):
        asked = self.request.GET.get("ordering", self.default_ordering)
        return asked if asked in self.get_valid_orderings() else self.default_ordering

    def order_queryset(self, queryset):
        place = "articlepage__position_in_day"
        if self.ordering == "-date":
            newest = F("articlepage__date").desc(nulls_first=True)
            return queryset.order_by(newest, place, "-pk")
        if self.ordering == "date":
            oldest = F("articlepage__date").asc(nulls_first=True)
            return queryset.order_by(oldest, f"-{place}", "pk")
        return super().order_queryset(queryset)

    def annotate_queryset(self, pages):
        return pages  # what a row prints is asked of the rows of one page alone

    def paginate_queryset(self, queryset, page_size):
        paginator, page, found, is_several = super().paginate_queryset(queryset, page_size)
        keys = [row.pk for row in found]
        whole = super().annotate_queryset(Page.objects.filter(pk__in=keys))
        known = {row.pk: row for row in whole}
        page.object_list = [known[key] for key in keys if key in known]
        return paginator, page, page.object_list, is_several

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        pages = context["object_list"]
        rows.name_topics(pages)
        rows.name_savers(pages)
        for page in pages:
            if isinstance(page, ArticlePage):
                remember_permissions(page, self.request.user)
        return context


class StreamExplorer(PageViewSet):
    """Shown below every stream; the forms of its pages stay whosever they are."""

    name = "stream_explorer"
    index_view_class = StreamView

    def on_register(self):
        page_viewset_registry.values_by_parent_model[NewsIndex] = self
