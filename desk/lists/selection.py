"""The pages that somebody chose in a list, and which of them they may change, without a query for each."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.permissions import policy_registry

from .filters import in_review, scheduled

READ = (
    *("pk", "path", "draft_title", "owner_id", "live", "alias_of_id"),
    *("locked", "locked_by_id", "latest_revision_id"),
)

NOT_YOURS = _("you may not change it")
PUBLISHED = _("it is published, and you may not publish")
LOCKED = _("it is locked")
REVIEWED = _("it is waiting for review")
SCHEDULED = _("it is scheduled, and what is scheduled may not change")
ALIAS = _("it is a copy that follows another page")


@dataclass(frozen=True)
class Refused:
    """A page that is left alone, and why."""

    pk: int
    title: str
    reason: str


class Selection:
    """Chosen pages, parted into those that may be changed and those that are left alone."""

    def __init__(self, pages: QuerySet, user):
        self.user = user
        self.rights = _rights(user)
        self.reviewed, self.scheduled = set(in_review()), set(scheduled())
        self.allowed: list[int] = []
        self.titles: list[str] = []
        self.refused: list[Refused] = []
        for row in pages.order_by("pk").values(*READ):
            self._sort_in(row)

    def _sort_in(self, row: dict) -> None:
        reason = self._reason_against(row)
        if reason:
            self.refused.append(Refused(row["pk"], row["draft_title"], reason))
        else:
            self.allowed.append(row["pk"])
            self.titles.append(row["draft_title"])

    def _reason_against(self, row: dict):
        verbs = {verb for path, verb in self.rights if row["path"].startswith(path)}
        is_own = "add" in verbs and row["owner_id"] == self.user.pk
        if not (self.user.is_superuser or "change" in verbs or is_own):
            return NOT_YOURS
        if row["live"] and not (self.user.is_superuser or "publish" in verbs):
            return PUBLISHED
        if row["locked"] and (_locks_bind_all() or row["locked_by_id"] != self.user.pk):
            return LOCKED
        if row["pk"] in self.reviewed:
            return REVIEWED
        if row["pk"] in self.scheduled:
            return SCHEDULED
        return ALIAS if row["alias_of_id"] else ""


def _rights(user) -> set[tuple[str, str]]:
    """(tree path, verb) of all that somebody may do."""
    if user.is_superuser:
        return set()
    policy = policy_registry.get_by_type(Page)
    rights: Iterable = policy.get_cached_permissions_for_user(user)
    return {(right.page.path, right.permission.codename.rsplit("_", 1)[0]) for right in rights}


def _locks_bind_all() -> bool:
    return getattr(settings, "WAGTAILADMIN_GLOBAL_EDIT_LOCK", False)
