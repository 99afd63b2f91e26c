"""The page tree; a stream opened in it holds dated items newest first, with their topics, put in order by no hand."""

from django.db.models import F
from wagtail import hooks
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.admin.viewsets.pages import PageViewSet, page_viewset_registry
from wagtail.models import Page

from articles.models import NewsIndex
from desk.finding.words import Said
from desk.reach import remember_permissions
from home.models import HomePage
from notices.models import FeaturedNotice
from notices.permissions import NoticePermissionHelper

from . import columns as own
from . import rows

STANDING = {column.name: column for column in ExplorableIndexView.base_columns}


class TreeView(ExplorableIndexView):
    """The pages below a page. What a row prints is asked of the rows of one page of the list alone."""

    table_classname = "listing full-width desk-list"

    def annotate_queryset(self, pages):
        # Where rows can be dragged they all stand on one page.
        return super().annotate_queryset(pages) if self.show_ordering_column else pages

    def get_valid_orderings(self):
        """“ord” draws handles for dragging, and every page on one list; only where that is of use."""
        orderings = super().get_valid_orderings()
        if self.permissions.can_reorder_children():
            return orderings
        return [name for name in orderings if name != self.sort_order_field]

    def search_queryset(self, queryset):
        """By any word of headline or text, as everywhere in the admin."""
        if not self.is_searching:
            return super().search_queryset(queryset)
        for hook in hooks.get_hooks("construct_explorer_page_queryset"):
            queryset = hook(self.parent_page, queryset, self.request)
        said = Said(queryset, self.search_query)
        return self.order_queryset(said.pages) if self.is_explicitly_ordered else said.best_first()

    def paginate_queryset(self, queryset, page_size):
        paginator, page, found, is_several = super().paginate_queryset(queryset, page_size)
        keys = [row.pk for row in found]
        whole = super().annotate_queryset(Page.objects.filter(pk__in=keys))
        known = {row.pk: row for row in whole}
        page.object_list = [known[key] for key in keys if key in known]
        for row in page.object_list:
            remember_permissions(row, self.request.user)
        return paginator, page, page.object_list, is_several


class StreamView(TreeView):
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

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        pages = context["object_list"]
        rows.name_topics(pages)
        rows.name_savers(pages)
        return context


class FrontView(TreeView):
    """Below the home page stand notices, streams and menu pages; none is put in order here."""

    template_name = "desk/lists/front_index.html"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        may_see = NoticePermissionHelper(FeaturedNotice).user_can_list(self.request.user)
        may_set = self.request.user.has_perm("base.change_organisationsettings")
        return {**context, "may_see_notices": may_see, "may_set_menu": may_set}


class FrontExplorer(PageViewSet):
    """Shown below the home page; the forms of its pages stay whosever they are."""

    name = "front_explorer"
    index_view_class = FrontView

    def on_register(self):
        page_viewset_registry.values_by_parent_model[HomePage] = self


class StreamExplorer(PageViewSet):
    """Shown below every stream; the forms of its pages stay whosever they are."""

    name = "stream_explorer"
    index_view_class = StreamView

    def on_register(self):
        page_viewset_registry.values_by_parent_model[NewsIndex] = self
