"""Which pages somebody works on, asked without a query for each page."""

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet
from wagtail.models import GroupPagePermission, Page, PagePermissionTester
from wagtail.permissions import policy_registry

# Who may do one of these on a page may know that it is there.
VERBS = ("add", "change", "publish", "lock", "unlock", "bulk_delete")
CODENAMES = [f"{verb}_page" for verb in VERBS]
# SQLite refuses an expression nested a thousand deep; above this many the paths are joined instead.
SPELLED_OUT = 100


def reaches_everything(user) -> bool:
    """Whether somebody works on the whole tree, as the roles of a newsroom do."""
    return user.is_superuser or any(len(path) == Page.steplen for path in _paths(user))


def within_reach(pages: QuerySet, user) -> QuerySet:
    """Those of these pages that the user works on."""
    if reaches_everything(user):
        return pages
    paths = _merged(_paths(user))
    if len(paths) > SPELLED_OUT:
        this = ExpressionWrapper(OuterRef("path"), output_field=CharField())
        granted = GroupPagePermission.objects.filter(
            group__user=user, permission__codename__in=CODENAMES
        )
        return pages.filter(
            Exists(granted.alias(this=this).filter(this__startswith=F("page__path")))
        )
    below = Q()
    for path in paths:
        below |= Q(path__startswith=path)
    return pages.filter(below) if paths else pages.none()


def _paths(user) -> list[str]:
    policy = policy_registry.get_by_type(Page)
    rights = policy.get_cached_permissions_for_user(user)
    return sorted({right.page.path for right in rights if right.permission.codename in CODENAMES})


def _merged(paths: list[str]) -> list[str]:
    """Nested paths are one with the path that holds them."""
    merged: list[str] = []
    for path in paths:
        if not merged or not path.startswith(merged[-1]):
            merged.append(path)
    return merged


class LeafPermissions(PagePermissionTester):
    """What somebody may do with a page that has none below it: known without looking for those.

    There is nothing to put in order there either.
    """

    def can_delete(self, ignore_bulk=False):
        if not self.user.is_active or self.user.is_superuser or not self.page.is_leaf():
            return super().can_delete(ignore_bulk)
        is_own = "add" in self.permissions and self.page.owner_id == self.user.pk
        if "change" not in self.permissions and not is_own:
            return False
        return "publish" in self.permissions or not self.page.live

    def can_reorder_children(self):
        return not self.page.is_leaf() and super().can_reorder_children()


def remember_permissions(page: Page, user) -> None:
    """Each button of a row asks for them anew; here they are worked out once a row."""
    if type(page).permissions_for_user is not Page.permissions_for_user:
        return  # a kind of page with rules of its own
    tester = LeafPermissions(user, page)
    page.permissions_for_user = lambda asked: (
        tester if asked == user else LeafPermissions(asked, page)
    )
