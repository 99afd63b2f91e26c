"""Who may look after whose account: nobody those who can do more, and nobody hands out more."""

from django.contrib.auth.models import Group, Permission
from django.db.models import Count, Model, Q, QuerySet
from wagtail.models import GroupCollectionPermission, GroupPagePermission
from wagtail.users.utils import change_user_perm

from users.models import User


def roles_open_to(actor: User) -> QuerySet[Group]:
    """The roles that one may give to somebody: those that can do nothing one cannot do oneself.

    Whoever may least comes first, as in “Who can do what”.
    """
    how_much = Count("permissions", distinct=True) + Count("page_permissions", distinct=True)
    roles = Group.objects.alias(how_much=how_much).order_by("how_much", "pk")
    if actor.is_superuser:
        return roles
    own = Permission.objects.filter(Q(group__user=actor) | Q(user=actor))
    beyond = Permission.objects.exclude(pk__in=own.values("pk"))
    further = _further(GroupPagePermission, "page", actor)
    further |= _further(GroupCollectionPermission, "collection", actor)
    doing_more = Group.objects.filter(permissions__in=beyond).values("pk")
    return roles.exclude(pk__in=doing_more).exclude(pk__in=further)


def _further(rights: type[Model], place: str, actor: User) -> set[int]:
    """The roles with a right on some pages, or collections, that one has neither there nor above."""
    rows = rights._default_manager.values_list("group", "permission", f"{place}__path")
    own = set(rows.filter(group__user=actor).values_list("permission", f"{place}__path"))
    return {
        group
        for group, permission, path in rows
        if not any(permission == same and path.startswith(above) for same, above in own)
    }


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
