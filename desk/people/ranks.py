"""Who may look after whose account: nobody those who can do more, and nobody hands out more."""

from django.contrib.auth.models import Group, Permission
from django.db.models import Q, QuerySet
from wagtail.users.utils import change_user_perm

from users.models import User


def roles_open_to(actor: User) -> QuerySet[Group]:
    """The roles that one may give to somebody: those that can do nothing one cannot do oneself."""
    roles = Group.objects.order_by("name", "pk")
    if actor.is_superuser:
        return roles
    own = Permission.objects.filter(Q(group__user=actor) | Q(user=actor))
    beyond = Permission.objects.exclude(pk__in=own.values("pk"))
    return roles.exclude(pk__in=Group.objects.filter(permissions__in=beyond).values("pk"))


def may_look_after(actor: User, user: User, open_roles: set[int] | None = None) -> bool:
    """Whether one may change, rename, deactivate or delete that account."""
    if actor.is_superuser:
        return True
    if user.is_superuser:
        return False
    if open_roles is None:
        open_roles = set(roles_open_to(actor).values_list("pk", flat=True))
    return {group.pk for group in user.groups.all()} <= open_roles


def may_look_after_accounts(user: User, roles: QuerySet[Group] | None = None) -> bool:
    """Whether somebody may open other accounts, or could with these roles instead of their own."""
    if roles is None or user.is_superuser:
        return user.has_perm(change_user_perm)
    app_label, codename = change_user_perm.split(".")
    return Permission.objects.filter(
        content_type__app_label=app_label, codename=codename, group__in=roles
    ).exists()
