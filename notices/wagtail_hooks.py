"""The admins' list of featured notices: a thin screen over `notices/ordering.py`."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail_modeladmin.helpers import PagePermissionHelper
from wagtail_modeladmin.options import ModelAdmin, modeladmin_register

from . import views
from .models import FeaturedNotice

# Who may do one of these on a page may know that it is there.
MAY_KNOW = {"add", "change", "publish"}


class NoticePermissionHelper(PagePermissionHelper):
    """Shows the list to those who work on the notices, and to nobody else who may enter the admin."""

    def user_can_list(self, user) -> bool:
        return self.known_to(user).exists() or self.get_valid_parent_pages(user).exists()

    def known_to(self, user):
        return PagePermissionPolicy(FeaturedNotice).instances_user_has_any_permission_for(
            user, MAY_KNOW
        )


class NoticeAdmin(ModelAdmin):
    """“Featured notices”, in the order visitors see."""

    model = FeaturedNotice
    menu_label = _("Featured notices")
    menu_icon = "thumbtack"
    menu_order = 250
    list_display = ("title", "kind", "date")
    ordering = ("sort_order", "pk")
    list_per_page = 500
    index_view_class = views.NoticeListView
    index_template_name = "modeladmin/notices/featurednotice/index.html"
    permission_helper_class = NoticePermissionHelper

    def get_queryset(self, request):
        return self.permission_helper.known_to(request.user)

    def get_admin_urls_for_registration(self):
        moves = (
            path(
                f"notices/<int:pk>/{direction}/",
                views.move,
                {"direction": direction},
                name=f"notices_move_{direction}",
            )
            for direction in views.PLACES
        )
        return (*super().get_admin_urls_for_registration(), *moves)


modeladmin_register(NoticeAdmin)
