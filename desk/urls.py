"""Screens that stand in for Wagtail's, asked before them under the same names; and the way in of the invited."""

from django.urls import path
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access

from .finding import choosers
from .people.invitations import AcceptView


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
    # Open to strangers: who comes here has no password yet.
    path("invitation/<uidb64>/<token>/", AcceptView.as_view(), name="invitation"),
]
