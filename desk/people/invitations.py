"""An invitation: an account without a password, and a link by which its owner chooses one."""

import datetime

from django.conf import settings
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.http import HttpRequest
from django.urls import reverse, reverse_lazy
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views.account import PasswordResetConfirmView

from users.models import User

from . import post

DAYS = 7
KEPT_LONGER = datetime.timedelta(days=DAYS) - datetime.timedelta(
    seconds=settings.PASSWORD_RESET_TIMEOUT
)


class InvitationTokens(PasswordResetTokenGenerator):
    """Django's tokens, spent by the first password or sign-in, but good for a week."""

    key_salt = "desk.people.invitations"

    def make_token(self, user):
        """Dated ahead: the check takes off the shorter time that a forgotten password is given."""
        moment = self._num_seconds(self._now() + KEPT_LONGER)
        return self._make_token_with_timestamp(user, moment, self.secret)


tokens = InvitationTokens()


def is_waiting(user: User) -> bool:
    """Invited, and has not chosen a password yet."""
    return user.is_active and not user.has_usable_password()


def link_for(user: User) -> str:
    """The way in, to be sent or handed over: whoever has it becomes that person."""
    uid = urlsafe_base64_encode(force_bytes(user.pk))
    path = reverse("invitation", kwargs={"uidb64": uid, "token": tokens.make_token(user)})
    return post.link(path)


def send(user: User, host: User) -> bool:
    """Whether the mail server took the invitation."""
    with post.noting_unsent():  # the screen itself says what to do then
        return post.send(
            user,
            "invitation",
            host=get_user_display_name(host),
            roles=", ".join(user.groups.order_by("name", "pk").values_list("name", flat=True)),
            link=link_for(user),
            days=DAYS,
        )


def send_and_say(request: HttpRequest, user: User) -> None:
    """Sends it, and tells the Admin at work how that went."""
    to = {"email": user.email}
    if send(user, request.user):
        messages.success(request, _("The invitation is on its way to %(email)s.") % to)
    else:
        words = _(
            "The account is there, but no mail could be sent to %(email)s. Hand over the link below"
            " by other means, or send the invitation again later."
        )
        messages.error(request, words % to)


class AcceptView(PasswordResetConfirmView):
    """Where an invitation leads: choose a password, and be at your desk."""

    token_generator = tokens
    template_name = "desk/people/accept.html"
    success_url = reverse_lazy("wagtailadmin_home")
    post_reset_login = True
    post_reset_login_backend = "django.contrib.auth.backends.ModelBackend"

    def get_user(self, uidb64):
        """Nobody whose account has been closed since."""
        user = super().get_user(uidb64)
        return user if user and user.is_active else None

    def form_valid(self, form):
        response = super().form_valid(form)
        words = _("Welcome! You sign in as “%(name)s” from now on.")
        messages.success(self.request, words % {"name": self.user.get_username()})
        return response

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"invited": self.user, "days": DAYS}
