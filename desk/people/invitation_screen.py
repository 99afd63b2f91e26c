"""The Admins' screen of one invitation: its link, and the button that sends it again."""

from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.base import BaseObjectMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from users.models import User

from . import invitations, ranks


class InvitationView(PermissionCheckedMixin, WagtailAdminTemplateMixin, BaseObjectMixin, View):
    """Where an Admin finds the link, to hand it over by other means when mail fails."""

    model = User
    permission_required = "change"
    index_url_name = "wagtailusers_users:index"
    page_title = _("Invitation")
    header_icon = "mail"
    template_name = "desk/people/invitation.html"

    def dispatch(self, request, *args, **kwargs):
        name = get_user_display_name(self.object)
        if not self.user_has_permission(self.permission_required):
            return super().dispatch(request, *args, **kwargs)  # which refuses
        if not ranks.may_look_after(request.user, self.object):
            messages.error(request, _("This account can do more than yours."))
        elif not invitations.is_waiting(self.object):
            words = _("%(name)s has no open invitation: the account is in use, or closed.")
            messages.warning(request, words % {"name": name})
        else:
            return super().dispatch(request, *args, **kwargs)
        return redirect(self.index_url_name)

    def get(self, request, *args, **kwargs):
        return self.render_to_response(self.get_context_data())

    def post(self, request, *args, **kwargs):
        invitations.send_and_say(request, self.object)
        return redirect(request.path)

    def get_breadcrumbs_items(self):
        accounts = {"url": reverse(self.index_url_name), "label": _("Users")}
        here = {"url": "", "label": self.page_title, "sublabel": self.get_page_subtitle()}
        return [*super().get_breadcrumbs_items(), accounts, here]

    def get_page_subtitle(self):
        return get_user_display_name(self.object)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "invited": self.object,
            "link": invitations.link_for(self.object),
            "days": invitations.DAYS,
        }
