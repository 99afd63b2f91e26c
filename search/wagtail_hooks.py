"""The editors' list of aliases in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel
from wagtail.admin.viewsets.model import ModelViewSet

from .models import SearchAlias


class AliasViewSet(ModelViewSet):
    """“Search aliases”: names of one and the same thing."""

    model = SearchAlias
    name = "search_aliases"
    url_prefix = "search-aliases"
    menu_label = _("Search aliases")
    icon = "search"
    menu_order = 270
    add_to_admin_menu = True
    list_display = ["names"]
    ordering = ["names", "pk"]
    search_fields = ["names"]
    panels = [FieldPanel("names")]
    inspect_view_enabled = False


@hooks.register("register_admin_viewset")
def register_aliases():
    return AliasViewSet()
