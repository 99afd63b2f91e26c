"""What an Admin types about a colleague."""

from django import forms
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _
from wagtail.admin.utils import get_user_display_name
from wagtail.users.forms import UserEditForm

from users.models import TAKEN, User

from . import ranks


class InvitationForm(forms.ModelForm):
    """Whom to invite, and as what. The password is chosen by the invited."""

    email = forms.EmailField(
        label=_("E-mail"), help_text=_("The invitation goes here. Each address has one account.")
    )
    first_name = forms.CharField(label=_("First name"), max_length=150)
    last_name = forms.CharField(label=_("Last name"), max_length=150)
    role = forms.ModelChoiceField(
        Group.objects.none(),
        label=_("Role"),
        help_text=_("“Who can do what” in the menu tells what each role may do."),
    )

    class Meta:
        model = User
        fields = ("email", "first_name", "last_name")

    def __init__(self, *args, actor: User, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["role"].queryset = ranks.roles_open_to(actor)

    def clean_email(self):
        email = self.cleaned_data["email"]
        other = User.objects.filter(email__iexact=email).first()
        if other:
            raise forms.ValidationError([TAKEN, _whose(other)])
        return email

    def save(self, commit=True):
        user = super().save(commit=False)
        user.username = free_name(user.email)
        user.set_unusable_password()
        user.save()
        user.groups.set([self.cleaned_data["role"]])
        return user


def _whose(user: User) -> str:
    """Where to go on from here, which is not another account."""
    name = {"name": get_user_display_name(user)}
    if not user.is_active:
        return _("It is that of %(name)s, which is closed and can be opened again.") % name
    if not user.has_usable_password():
        return _("%(name)s is invited already; the invitation can be sent again.") % name
    return _("It is that of %(name)s.") % name


def free_name(email: str) -> str:
    """A name to sign in with, after the address: “ana.tarn”, or “ana.tarn2” beside another Ana."""
    stem = email.partition("@")[0].lower()[:140]
    stem = "".join(sign for sign in stem if sign.isalnum() or sign in "._+-") or "person"
    names = set(User.objects.filter(username__istartswith=stem).values_list("username", flat=True))
    names = {name.lower() for name in names}
    number = 1
    while (name := stem if number == 1 else f"{stem}{number}") in names:
        number += 1
    return name


class AccountForm(UserEditForm):
    """Somebody's account, as far as whoever edits it may go."""

    field_order = (
        "first_name",
        "last_name",
        "email",
        "username",
        "groups",
        "is_superuser",
        "is_active",
        "password1",
        "password2",
    )

    def __init__(self, *args, actor: User, **kwargs):
        self.actor = actor
        super().__init__(*args, **kwargs)
        self.fields["first_name"].label = _("First name")
        self.fields["last_name"].label = _("Last name")
        self.fields["email"].label = _("E-mail")
        self.fields["username"].help_text = _("What they type to sign in.")
        self.fields["groups"].label = _("Roles")
        self.fields["groups"].help_text = _("“Who can do what” in the menu tells what each may do.")
        self.fields["groups"].queryset = ranks.roles_open_to(actor)
        if "is_active" in self.fields:
            self.fields["is_active"].label = _("May sign in")
            self.fields["is_active"].help_text = _(
                "Untick this instead of deleting the account when somebody leaves: they are signed"
                " out at once, and their name stays with what they wrote."
            )
        if not actor.is_superuser:
            self.fields.pop("is_superuser", None)
        elif "is_superuser" in self.fields:
            self.fields["is_superuser"].label = _("May do everything")
            self.fields["is_superuser"].help_text = _(
                "For whoever keeps the installation: roles themselves, and every other account."
            )

    def clean_groups(self):
        """Nobody locks themselves out of the accounts, so somebody is always left to open them."""
        groups = self.cleaned_data["groups"]
        is_own = self.instance.pk == self.actor.pk
        if is_own and not ranks.may_look_after_accounts(self.actor, groups):
            raise forms.ValidationError(
                _(
                    "You would lock yourself out of the accounts. Another Admin can take this role"
                    " from you."
                )
            )
        return groups
