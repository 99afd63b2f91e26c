"""Who is told what while a page is reviewed; the table in docs/mails.md, which a test holds us to.

These stand in the places of Wagtail's own notices, which may write to whoever did it, or stop the
work when the mail server is away.
"""

from django.urls import reverse
from wagtail.models import Page, TaskState, WorkflowState
from wagtail.signals import (
    task_submitted,
    workflow_approved,
    workflow_cancelled,
    workflow_rejected,
)

from users.models import User

from . import post


def reviewers(task_state: TaskState) -> list[User]:
    """Everybody in one of the roles that review, once, however many of these somebody has."""
    groups = task_state.task.specific.groups.all()
    return list(User.objects.filter(groups__in=groups, is_active=True).distinct().order_by("pk"))


def _page_of(state: WorkflowState) -> Page | None:
    page = state.content_object
    return page.specific if isinstance(page, Page) else None


def _facts(page: Page, actor: User | None, comment: str = "") -> dict:
    edited = page.get_latest_revision_as_object()
    return {
        "headline": edited.get_admin_display_title(),
        "actor": actor,
        "comment": comment.strip(),
        "edit_link": post.link(reverse("wagtailadmin_pages:edit", args=[page.pk])),
    }


def public_link(page: Page) -> str:
    parts = page.get_url_parts()
    return post.link(parts[2]) if parts and parts[2] else ""


def tell_reviewers(instance, user=None, **_signal) -> None:
    """Something waits for a second pair of eyes; also when it comes back corrected."""
    state = instance.workflow_state
    page = _page_of(state)
    if page is None or not hasattr(instance.task.specific, "groups"):
        return
    actor = user or state.requested_by
    others = [person for person in reviewers(instance) if person not in (user, state.requested_by)]
    is_again = state.task_states.exclude(pk=instance.pk).exists()
    post.tell(others, "submitted", "submitted", is_again=is_again, **_facts(page, actor))


def tell_of_return(instance, user=None, **_signal) -> None:
    """A reviewer sends it back."""
    _tell_submitter(instance, user, "sent_back", "rejected")


def tell_of_approval(instance, user=None, **_signal) -> None:
    """A reviewer approves it, which publishes it now or at its hour."""
    _tell_submitter(instance, user, "published", "approved")


def tell_of_end(instance, user=None, **_signal) -> None:
    """Somebody else ends the review: by publishing directly, or by stopping it."""
    page = _page_of(instance)
    if page is None:
        return
    is_out = page.live and not page.has_unpublished_changes
    if is_out or page.approved_schedule:
        _tell_submitter(instance, user, "published", "approved")
    else:
        _tell_submitter(instance, user, "review_ended", "rejected")


def _tell_submitter(state: WorkflowState, actor: User | None, mail: str, wish: str) -> None:
    page = _page_of(state)
    if page is None or state.requested_by == actor:
        return
    task_state = state.current_task_state
    facts = _facts(page, actor, task_state.comment if task_state else "")
    waits = page.approved_schedule and page.scheduled_revision
    facts["public_from"] = waits.approved_go_live_at if waits else None
    facts["public_link"] = public_link(page)
    post.tell([state.requested_by], mail, wish, **facts)


LISTENERS = [
    (task_submitted, TaskState, tell_reviewers, "group_approval_task_submitted_email_notification"),
    (
        workflow_rejected,
        WorkflowState,
        tell_of_return,
        "workflow_state_rejected_email_notification",
    ),
    (
        workflow_approved,
        WorkflowState,
        tell_of_approval,
        "workflow_state_approved_email_notification",
    ),
    (workflow_cancelled, WorkflowState, tell_of_end, "workflow_state_cancelled_email_notification"),
]


def listen() -> None:
    """Takes the places of Wagtail's notices by their own names, whichever of us comes first."""
    for signal, sender, told, name in LISTENERS:
        signal.disconnect(sender=sender, dispatch_uid=name)
        signal.connect(told, sender=sender, dispatch_uid=name)
