"""What nobody will ask for again goes; and what a newer version of this site must know is learnt."""

import datetime
from collections.abc import Callable

from django.core.management import call_command
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.utils import timezone
from wagtail.admin.models import EditingSession, FormState
from wagtail.models import Comment, ModelLogEntry, Page, PageLogEntry, Revision, TaskState

from desk.finding import outside

from .faults import Fault

KEPT_FOR = datetime.timedelta(days=30)
ONE_SITTING = datetime.timedelta(hours=1)  # between two saves of one person
AT_ONCE = 1000  # the rest goes the next time
IN_ONE_STATEMENT = 200


def purge_old_steps(go_on: Callable[[], None]) -> list[Fault]:
    """Drafts of more than a month ago that the same person saved anew within the hour."""
    steps = list(old_steps().values_list("pk", flat=True)[:AT_ONCE])
    for start in range(0, len(steps), IN_ONE_STATEMENT):
        go_on()
        Revision.objects.filter(pk__in=steps[start : start + IN_ONE_STATEMENT]).delete()
    return []


def old_steps():
    """Never the last version of a sitting: what somebody left as it stood is kept for good.

    Kept as well is whatever was ever published, scheduled, put before a reviewer or commented on.
    """
    following = Revision.objects.filter(
        base_content_type=OuterRef("base_content_type"), object_id=OuterRef("object_id")
    ).filter(
        Q(created_at__gt=OuterRef("created_at"))
        | Q(created_at=OuterRef("created_at"), pk__gt=OuterRef("pk"))
    )
    following = following.order_by("created_at", "pk")
    steps = Revision.objects.filter(created_at__lt=timezone.now() - KEPT_FOR)
    steps = steps.filter(approved_go_live_at__isnull=True).exclude(_is_worth_keeping())
    return (
        steps.alias(
            next_user=Subquery(following.values("user")[:1]),
            next_at=Subquery(following.values("created_at")[:1]),
        )
        .filter(next_user=F("user"), next_at__lte=F("created_at") + ONE_SITTING)
        .order_by("pk")
    )


def _is_worth_keeping() -> Q:
    this = OuterRef("pk")
    published = {"revision": this, "action__startswith": "wagtail.publish"}
    return (
        Exists(Page.objects.filter(Q(live_revision=this) | Q(latest_revision=this)).order_by())
        | Exists(PageLogEntry.objects.filter(**published).order_by())
        | Exists(ModelLogEntry.objects.filter(**published).order_by())
        | Exists(TaskState.objects.filter(revision=this).order_by())
        | Exists(Comment.objects.filter(revision_created=this).order_by())
    )


def forget_sessions(go_on: Callable[[], None]) -> list[Fault]:
    """Of people who have been signed out by time."""
    call_command("clearsessions")
    return []


def forget_what_editors_left_open(go_on: Callable[[], None]) -> list[Fault]:
    """Traces of editors at work, and previews; Wagtail removes them only when somebody edits again."""
    EditingSession.cleanup()
    FormState.objects.stale().delete()
    return []


def look_again_at_what_links_where(go_on: Callable[[], None]) -> list[Fault]:
    """Links of a site that is older than the list of them, so that nobody need think of it."""
    for number, _thing in enumerate(outside.look_again()):
        if number % IN_ONE_STATEMENT == 0:
            go_on()
    return []
