"""The home page as it would be if every draft notice were published: for its preview."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from base.visibility import restricted_paths
from home.sections import Plan, Section
from notices.models import FeaturedNotice


class PlanWithDrafts(Plan):
    """The plan of the home page, with draft notices where they would stand, each marked as one."""

    def _notices(self, value) -> Section:
        drafts = {draft.pk: draft for draft in drafts_of(self.home)}
        current = self.home.notices.for_cards().exclude(pk__in=drafts)[: value["count"]]
        notices = sorted([*current, *drafts.values()], key=lambda one: (one.sort_order, one.pk))
        return Section("notices", notices[: value["count"]], value["heading"])


def drafts_of(home: Any) -> Iterator[FeaturedNotice]:
    """The draft notices that would be listed, each with its mark."""
    rows = FeaturedNotice.objects.child_of(home).drafted().in_order()
    for row in rows.select_related("latest_revision"):
        draft = row.get_latest_revision_as_object()
        draft.sort_order = row.sort_order  # a revision may remember an older order
        is_closed = any(row.path.startswith(path) for path in restricted_paths())
        if not (draft.has_ended or draft.has_run_out or is_closed or draft.date is None):
            draft.draft_mark = mark_of(draft)
            yield draft


def mark_of(draft: FeaturedNotice) -> str:
    if draft.has_target and not draft.target_is_public:
        return _("Draft, leads where visitors may not go yet")
    return _("Changes not published yet") if draft.live else _("Draft")
