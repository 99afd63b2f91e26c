"""“Forgotten password?”: one mail to the account of that address, and the same answer to everybody."""

from django.contrib.auth.tokens import default_token_generator
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from wagtail.admin.forms.auth import PasswordResetForm

from users.models import User

from . import post


class ForgottenPasswordForm(PasswordResetForm):
    """Asks for an address, and never says whether anybody has it."""

    def get_users(self, email):
        """Also somebody who was invited and has lost that mail."""
        return User.objects.filter(email__iexact=email, is_active=True).order_by("pk")

    def save(self, **_options):
        for user in self.get_users(self.cleaned_data["email"]):
            post.send_unseen(user, "password_reset", link=post.link(_way_in(user)))


def _way_in(user: User) -> str:
    return reverse(
        "wagtailadmin_password_reset_confirm",
        kwargs={
            "uidb64": urlsafe_base64_encode(force_bytes(user.pk)),
            "token": default_token_generator.make_token(user),
        },
    )
