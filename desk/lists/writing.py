"""One change made to many pages: their rows, their drafts, their history; nothing is published.

Each batch is a transaction of its own, so a run may be cut short anywhere and be started again.
A page that was brought in by a program has no revision, and gets none here: three thousand would take
minutes. Its history says what was done, and opening it keeps it as it then stands.
"""

import time
import uuid
from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import CharField, F, OuterRef, Subquery
from django.db.models.functions import Cast
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, Revision

from base.caching import bump

from .changes import Change

BATCH = 200


def make(change: Change, keys: list[int], user, seconds: float) -> tuple[int, int]:
    """How many pages were dealt with in about so many seconds, and how many of them changed."""
    until = time.monotonic() + seconds
    done = changed = 0
    for start in range(0, len(keys), BATCH):
        batch = keys[start : start + BATCH]
        changed += _write(change, batch, user)
        done += len(batch)
        if time.monotonic() > until:
            break
    return done, changed


@transaction.atomic
def _write(change: Change, keys: list[int], user) -> int:
    # Whoever saves one of them meanwhile waits for this, and is then told of the newer draft.
    pages = {
        page.pk: page
        for page in Page.objects.select_for_update().filter(pk__in=keys).order_by("pk")
    }
    wanting = change.wanting(pages)
    drafts = _drafts(change, pages.values(), user)
    change.on_pages(wanting)
    touched = [page for key, page in pages.items() if key in wanting or key in drafts]
    _point_at(drafts)
    PageLogEntry.objects.bulk_create(_entries(change, touched, drafts, user))
    if any(page.live for page in touched):
        bump()
    return len(touched)


def _drafts(change: Change, pages: Iterable[Page], user) -> dict[int, Revision]:
    """A new revision for each page whose newest one has to change, by the key of the page."""
    latest = {page.latest_revision_id: page.pk for page in pages if page.latest_revision_id}
    now, drafts = timezone.now(), {}
    for revision in Revision.objects.filter(pk__in=latest):
        if change.in_draft(revision.content):
            key = latest[revision.pk]
            # The old one stays as it is; this is a row of its own.
            revision.pk, revision.user, revision.created_at = None, user, now
            revision.approved_go_live_at = None
            revision._state.adding = True
            drafts[key] = revision
    Revision.objects.bulk_create(drafts.values())
    return drafts


def _point_at(drafts: dict[int, Revision]) -> None:
    """A page without a newer draft stays without one: what it shows is what the new revision holds."""
    changed = Page.objects.filter(pk__in=drafts).order_by()
    own = Revision.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        pk__in=[revision.pk for revision in drafts.values()],
        object_id=Cast(OuterRef("pk"), CharField()),
    )
    changed.update(
        latest_revision=Subquery(own.values("pk")[:1]),
        latest_revision_created_at=Subquery(own.values("created_at")[:1]),
    )
    of_one_piece = changed.filter(live=True, has_unpublished_changes=False)
    of_one_piece.update(live_revision=F("latest_revision"))


def _entries(change: Change, pages: list[Page], drafts: dict[int, Revision], user):
    one_act, now = uuid.uuid4(), timezone.now()
    for page in pages:
        yield PageLogEntry(
            content_type_id=page.content_type_id,
            label=page.get_admin_display_title(),
            action=change.action,
            timestamp=now,
            uuid=one_act,
            user=user,
            data=change.told,
            page_id=page.pk,
            revision=drafts.get(page.pk),
            content_changed=True,
        )
