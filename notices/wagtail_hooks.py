"""The admins' list of featured notices: a thin screen over `notices/ordering.py`."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogFormatter
from wagtail_modeladmin.options import ModelAdmin, modeladmin_register

from . import changes, keeping, reviews, views
from .models import FeaturedNotice
from .permissions import NoticePermissionHelper, known_to
from .review_views import still_right


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
        return known_to(request.user).in_order()

    def get_admin_urls_for_registration(self):
        of_home = "notices/of/<int:home_pk>"
        ours = (
            path(f"{of_home}/move/<int:pk>/", views.move, name="notices_move"),
            path(f"{of_home}/typed/", views.typed, name="notices_typed"),
            path(f"{of_home}/order/", views.arrange, name="notices_arrange"),
            path(f"{of_home}/undo/<int:change>/", views.undo, name="notices_undo"),
            path(f"{of_home}/put-away/", views.put_away, name="notices_put_away"),
            path(f"{of_home}/bring-back/", views.bring_back, name="notices_bring_back"),
            path(f"{of_home}/now/", views.now, name="notices_now"),
            path(f"{of_home}/preview/", views.preview, name="notices_preview"),
            path("notices/<int:pk>/still-right/", still_right, name="notices_still_right"),
        )
        return (*super().get_admin_urls_for_registration(), *ours)


modeladmin_register(NoticeAdmin)


@hooks.register("register_log_actions")
def words_of_the_history(actions):
    actions.register_action(changes.ACTION)(changes.ReorderFormatter)
    actions.register_action(reviews.ACTION)(reviews.StillRightFormatter)
    for action, (label, message) in keeping.WORDS.items():
        words = {"label": label, "message": message}
        actions.register_action(action)(type("Formatter", (LogFormatter,), words))
