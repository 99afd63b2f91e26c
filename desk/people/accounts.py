"""The Admins' screens for accounts: Wagtail's own, with invitations and without ways to rise by them."""

from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.users.views import users as wagtail_users

from users.models import User

from . import invitations, ranks
from .forms import AccountForm, InvitationForm
from .invitation_screen import InvitationView

BEYOND = _("This account can do more than yours. Only somebody with the same rights may change it.")


class PeopleListView(wagtail_users.IndexView):
    """Everybody with an account: who they are, what they may do, when they were last here."""

    add_item_label = _("Invite a colleague")

    @cached_property
    def open_roles(self) -> set[int]:
        return set(ranks.roles_open_to(self.request.user).values_list("pk", flat=True))

    @cached_property
    def columns(self):
        shown = [column for column in super().columns if column.name != "is_superuser"]
        roles = Column("roles", label=_("Role"), accessor=roles_of, width="20%")
        state = Column("state", label=_("State"), accessor=state_of, width="15%")
        return [
            column if column.name != "is_active" else state
            for column in [*shown[:3], roles, *shown[3:]]
        ]

    def get_base_queryset(self):
        return super().get_base_queryset().prefetch_related("groups")

    def may_look_after(self, user: User) -> bool:
        return ranks.may_look_after(self.request.user, user, self.open_roles)

    def get_edit_url(self, instance):
        return super().get_edit_url(instance) if self.may_look_after(instance) else None

    def get_delete_url(self, instance):
        return super().get_delete_url(instance) if self.may_look_after(instance) else None


def roles_of(user: User) -> str:
    names = sorted(group.name for group in user.groups.all())
    return ", ".join([gettext("Everything"), *names] if user.is_superuser else names) or "–"


def state_of(user: User) -> str:
    if not user.is_active:
        return _("Closed")
    return _("Invited, not here yet") if invitations.is_waiting(user) else _("May sign in")


class InviteView(wagtail_users.CreateView):
    """“Invite a colleague”: makes the account and sends its owner the way in."""

    page_title = _("Invite a colleague")
    page_subtitle = _("Invite a colleague")
    submit_button_label = _("Send the invitation")
    submit_button_active_label = _("Sending…")
    error_message = _("The invitation could not be sent. Please look at what is marked.")
    success_message = None  # the next screen says how it went

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"actor": self.request.user}

    def save_action(self):
        invitations.send_and_say(self.request, self.object)
        return super().save_action()

    def get_success_url(self):
        return reverse("wagtailusers_users:invitation", args=[self.object.pk])


class WithinRank(PermissionCheckedMixin):
    """A screen about one account, closed to those who can do less than its owner."""

    def dispatch(self, request, *args, **kwargs):
        may_ask = self.user_has_permission(self.permission_required)
        if may_ask and not ranks.may_look_after(request.user, self.get_object()):
            messages.error(request, BEYOND)
            return redirect("wagtailusers_users:index")
        return super().dispatch(request, *args, **kwargs)


class AccountView(WithinRank, wagtail_users.EditView):
    """Somebody's account."""

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"actor": self.request.user}

    def get_context_data(self, **kwargs):
        waiting = invitations.is_waiting(self.object)
        url = reverse("wagtailusers_users:invitation", args=[self.object.pk])
        return super().get_context_data(**kwargs) | {"invitation_url": url if waiting else ""}


class DeleteAccountView(WithinRank, wagtail_users.DeleteView):
    """Says what becomes of somebody's work before their account is deleted."""

    page_title = _("Delete the account of")

    def get_page_subtitle(self):
        return get_user_display_name(self.object)

    def get_context_data(self, **kwargs):
        facts = {
            "pages": self.object.owned_pages.count(),
            "name": get_user_display_name(self.object),
            "account_url": reverse("wagtailusers_users:edit", args=[self.object.pk]),
        }
        return super().get_context_data(**kwargs) | facts


class AccountViewSet(wagtail_users.UserViewSet):
    """“Users” in the settings menu."""

    index_view_class = PeopleListView
    add_view_class = InviteView
    edit_view_class = AccountView
    delete_view_class = DeleteAccountView
    create_template_name = "desk/people/invite.html"
    copy_view_enabled = False  # everybody is invited for themselves

    def get_form_class(self, for_update=False):
        return AccountForm if for_update else InvitationForm

    @cached_property
    def invitation_view(self):
        return self.construct_view(InvitationView, **self.get_common_view_kwargs())

    def get_urlpatterns(self):
        one = path("invitation/<int:pk>/", self.invitation_view, name="invitation")
        return [*super().get_urlpatterns(), one]
