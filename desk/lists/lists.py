"""“News”, “Events” and “Topics” in the menu."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.pages import PageListingViewSet

from articles.models import ArticlePage, EventPage
from topics.models import TopicPage

from .views import EventListView, NewsListView, TopicListView

FEWER = 30  # rows a page: each carries a menu of its own, and is drawn on the server


class FlatList(PageListingViewSet):
    """Columns, filters and export are the view's own."""

    add_to_admin_menu = True
    columns = PageListingViewSet.UNDEFINED
    filterset_class = PageListingViewSet.UNDEFINED
    list_display = PageListingViewSet.UNDEFINED
    ordering = PageListingViewSet.UNDEFINED
    export_filename = PageListingViewSet.UNDEFINED
    list_per_page = FEWER


class NewsList(FlatList):
    name = "news"
    url_prefix = "news"
    model = ArticlePage
    index_view_class = NewsListView
    menu_label = _("News")
    icon = "doc-full"
    menu_order = 110


class EventList(FlatList):
    name = "events"
    url_prefix = "events"
    model = EventPage
    index_view_class = EventListView
    menu_label = _("Events")
    icon = "date"
    menu_order = 120


class TopicList(FlatList):
    name = "topics"
    url_prefix = "topics"
    model = TopicPage
    index_view_class = TopicListView
    menu_label = _("Topics")
    icon = "tag"
    menu_order = 130
