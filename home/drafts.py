"""The home page as it would be if every draft notice were published: for its preview."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _

from base.visibility import restricted_paths
from home.sections import Plan, Section
from notices.models import FeaturedNotice


class PlanWithDrafts(Plan):
    """The plan of the home page, with draft notices where they would stand, each marked as one.

    In the order that is stored, or in another that somebody tries: keys of notices from top to bottom.
    """

    def __init__(self, home: Any, tried: Sequence[int] = ()):
        super().__init__(home)
        self.tried = {pk: place for place, pk in enumerate(tried)}

    def _notices(self, value) -> Section:
        drafts = {draft.pk: draft for draft in drafts_of(self.home)}
        current = self.home.notices.for_cards().exclude(pk__in=drafts)
        notices = sorted([*current, *drafts.values()], key=self._place)
        return Section("notices", notices[: value["count"]], value["heading"])

    def _place(self, notice: FeaturedNotice) -> tuple[int, int, int]:
        """Whoever is not in the order that is tried came after it was made: on top, as new ones do."""
        tried = self.tried.get(notice.pk, -1) if self.tried else 0
        return (tried, notice.sort_order, notice.pk)


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
