"""The settings of the organisation keep no older versions: what another wrote there is never replaced unseen."""

from django.http import JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.utils import get_user_display_name
from wagtail.contrib.settings.models import BaseSiteSetting
from wagtail.log_actions import registry

from .signing_in import asks_in_place


def last_change(settings):
    """What the log knows of it; editors write there, and nobody else while one of them does."""
    return registry.get_logs_for_instance(settings).order_by("-pk").first()


def how_it_stands(thing) -> str:
    """A sign of these settings, another one after every change; empty for anything else."""
    if not isinstance(thing, BaseSiteSetting):
        return ""
    last = last_change(thing)
    return str(last.pk if last else 0)


@hooks.register("before_edit_setting")
def tell_of_the_other(request, thing):
    loaded, now = request.POST.get("stood_as", ""), how_it_stands(thing)
    if not asks_in_place(request) or loaded in ("", now):
        return None
    last = last_change(thing)
    who = get_user_display_name(last.user) if last and last.user else _("Somebody")
    said = _("%(who)s changed these settings after you had opened them.") % {"who": who}
    edit = reverse(
        "wagtailsettings:edit", args=[*thing._meta.label_lower.split("."), thing.site_id]
    )
    answer = {"said": said, "compare": edit, "revision": {"stood_as": now}}
    return JsonResponse({"reason": "newer_without_history", **answer}, status=409)
