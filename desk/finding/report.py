"""“Links to fix”: a report that names each link of a published page that leads nowhere."""

from dataclasses import dataclass

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page
from wagtail.permissions import policy_registry

from .broken import FAULTS, Broken, broken_links
from .searching import printed_day
from .words import newest_first


@dataclass(frozen=True)
class Row:
    """One link, as the report shows it."""

    title: str
    url: str
    day: str
    words: str
    fault: str


class LinksToFix(ReportView):
    """Every link in a published text that a visitor cannot follow, on the newest page first."""

    model = Page
    any_permission_required = {"add", "change", "publish", "bulk_delete", "lock", "unlock"}
    page_title = _("Links to fix")
    header_icon = "warning"
    index_url_name = "desk_links_to_fix"
    index_results_url_name = "desk_links_to_fix_results"
    results_template_name = "desk/finding/links_to_fix.html"
    paginate_by = 50
    list_export = []
    columns = [
        TitleColumn("title", label=_("Headline"), get_url=lambda row: row.url),
        Column("day", label=_("Date"), width="14%"),
        Column("words", label=_("Words of the link"), width="26%"),
        Column("fault", label=_("What is wrong"), width="30%"),
    ]

    def get_queryset(self):
        links = broken_links()
        mine = policy_registry.get_by_type(Page).explorable_instances(self.request.user)
        keys = {link.page for link in links}
        pages = Page.objects.filter(pk__in=mine.order_by().values("pk"))
        order = newest_first(pages).values_list("pk", flat=True)
        places = {key: place for place, key in enumerate(key for key in order if key in keys)}
        return sorted(
            (link for link in links if link.page in places), key=lambda link: places[link.page]
        )

    def filter_queryset(self, queryset):
        return queryset

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        rows = self._rows(list(context["object_list"]))
        return {**context, "object_list": rows, "table": self.get_table(rows)}

    def _rows(self, links: list[Broken]) -> list[Row]:
        keys = {link.page for link in links}
        pages = Page.objects.filter(pk__in=keys).defer_streamfields().specific()
        pages = {page.pk: page for page in pages}
        return [self._row(pages[link.page], link) for link in links if link.page in pages]

    def _row(self, page: Page, link: Broken) -> Row:
        may_edit = page.permissions_for_user(self.request.user).can_edit()
        edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
        return Row(
            title=page.get_admin_display_title(),
            url=f"{edit}#:w:contentpath={link.path}" if may_edit else "",
            day=printed_day(page),
            words=link.words,
            fault=str(FAULTS[link.fault]),
        )


@hooks.register("register_admin_urls")
def links_to_fix():
    return [
        path("reports/links-to-fix/", LinksToFix.as_view(), name="desk_links_to_fix"),
        path(
            "reports/links-to-fix/results/",
            LinksToFix.as_view(results_only=True),
            name="desk_links_to_fix_results",
        ),
    ]


class LinksMenuItem(MenuItem):
    """For whoever works on pages."""

    def is_shown(self, request):
        return user_has_any_page_permission(request.user)


@hooks.register("register_reports_menu_item")
def links_menu_item():
    where = reverse("desk_links_to_fix")
    return LinksMenuItem(_("Links to fix"), where, name="links-to-fix", icon_name="link", order=650)
