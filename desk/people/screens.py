"""“Who can do what”, and the switch of the second pair of eyes upon it."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.models import TaskState

from . import ranks, rights, second_eyes


class WhoCanDoWhat(WagtailAdminTemplateMixin, TemplateView):
    """For everybody here: what each role may do, and whom to ask."""

    template_name = "desk/people/who_can_do_what.html"
    page_title = _("Who can do what")
    header_icon = "group"

    def get_breadcrumbs_items(self):
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        roles = rights.roles()
        doings = [
            (words, [role.extents[place] for role in roles])
            for place, (words, _kind, _right) in enumerate(rights.DOINGS)
        ]
        user = self.request.user
        return super().get_context_data(**kwargs) | {
            "roles": roles,
            "doings": doings,
            "knows_addresses": ranks.may_look_after_accounts(user),
            "second_eyes": second_eyes.workflow(),
            "may_switch": user.has_perm(second_eyes.SWITCH),
            "waiting": TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS).count(),
        }


def switch(request):
    """Only sent, never followed: a link must not change how the newsroom works."""
    if not request.user.has_perm(second_eyes.SWITCH):
        raise PermissionDenied
    if request.method == "POST":
        if request.POST.get("to") == "on":
            second_eyes.switch_on()
            messages.success(request, _("From now on drafts can be submitted for review."))
        else:
            second_eyes.switch_off(request.user)
            messages.success(request, _("Drafts are no longer submitted for review."))
    return redirect("who_can_do_what")
