"""The door to the order of the notices: permission, intent, and a plain answer."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.models import Page
from wagtail_modeladmin.views import IndexView

from base.dates import in_words

from . import ordering
from .models import FeaturedNotice

PLACES = {"up": -1, "down": 1}


class NoticeListView(IndexView):
    """Every notice in the order visitors see, with the buttons that change it."""

    def get_queryset(self, request=None):
        # The whole list, always: modeladmin would take any parameter in the address for a filter.
        notices = self.model_admin.get_queryset(request or self.request).in_order()
        return notices.select_related("target_page", "target_document__collection")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        shown = set(FeaturedNotice.objects.current().values_list("pk", flat=True))
        rows = [self._row(notice, notice.pk in shown) for notice in context["object_list"]]
        if rows:
            rows[0]["is_first"] = rows[-1]["is_last"] = True
        user = self.request.user
        return {
            **context,
            "rows": rows,
            "may_reorder": any(ordering.may_reorder(home, user) for home in self._homes(rows)),
            "moved": self.request.GET.get("moved"),
            "direction": self.request.GET.get("direction"),
        }

    def _homes(self, rows) -> list[Page]:
        paths = {row["notice"].path[: -Page.steplen] for row in rows}
        return list(Page.objects.filter(path__in=paths))

    def _row(self, notice: FeaturedNotice, is_shown: bool) -> dict[str, object]:
        return {
            "notice": notice,
            "state": state_in_words(notice, is_shown),
            "is_shown": is_shown,
            "edit_url": reverse("wagtailadmin_pages:edit", args=[notice.pk]),
        }


@require_POST
def move(request, pk: int, direction: str):
    """One place up or down, then back to the list with the same button in focus."""
    notice = get_object_or_404(FeaturedNotice, pk=pk)
    home = notice.get_parent()
    if not ordering.may_reorder(home, request.user):
        raise PermissionDenied
    try:
        ordering.move(home, notice.pk, PLACES[direction], request.user)
    except ordering.OrderChanged as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("“%(title)s” was moved.") % {"title": notice.title})
    back = reverse("notices_featurednotice_modeladmin_index")
    return redirect(f"{back}?{urlencode({'moved': pk, 'direction': direction})}")


def state_in_words(notice: FeaturedNotice, is_shown: bool) -> str:
    """What an admin needs to know of a notice, in one short sentence."""
    if not notice.live:
        if notice.approved_schedule and notice.go_live_at:
            return _("Scheduled")
        return _("Draft")
    if notice.has_ended or notice.has_run_out:
        return _("Ended")
    if not is_shown:
        if notice.target_is_public:
            return _("Private")
        return _("Hidden: what it leads to is not public")
    if notice.show_until:
        return _("Live until %(day)s") % {"day": in_words(notice.show_until)}
    return _("Live")
