"""Screens of the admin that stand in for Wagtail's: asked before them, under the same names."""

from django.urls import path
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access

from .finding import choosers


def screen(view):
    return never_cache(require_admin_access(view.as_view()))


urlpatterns = [
    path("choose-page/", screen(choosers.BrowseView), name="wagtailadmin_choose_page"),
    path(
        "choose-page/<int:parent_page_id>/",
        screen(choosers.BrowseView),
        name="wagtailadmin_choose_page_child",
    ),
    path(
        "choose-page/search/", screen(choosers.SearchView), name="wagtailadmin_choose_page_search"
    ),
]
