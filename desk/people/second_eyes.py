"""The second pair of eyes: Wagtail's workflow on the whole site, which an Admin switches on and off."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.admin.action_menu import CancelWorkflowMenuItem, SubmitForModerationMenuItem
from wagtail.models import (
    GroupApprovalTask,
    Page,
    Task,
    Workflow,
    WorkflowMixin,
    WorkflowPage,
    WorkflowState,
    WorkflowTask,
)

from users.models import User

NAME = "Second pair of eyes"
SWITCH = "wagtailcore.change_workflow"


def workflow() -> Workflow | None:
    """The one that is on for the whole site; none when pages are not reviewed."""
    on_site = WorkflowPage.objects.filter(page__depth=1, workflow__active=True)
    found = on_site.select_related("workflow").order_by("pk").first()
    return found and found.workflow


@transaction.atomic
def switch_on() -> None:
    """As it was, or anew if somebody has deleted it."""
    kept = Workflow.objects.filter(name=NAME).order_by("pk").first() or Workflow(name=NAME)
    kept.active = True
    kept.save()
    if not kept.tasks.exists():
        task = GroupApprovalTask.objects.filter(name=NAME).order_by("pk").first()
        WorkflowTask.objects.create(workflow=kept, task=task or _new_task())
    Task.objects.filter(workflow_tasks__workflow=kept).update(active=True)
    root = Page.objects.filter(depth=1).order_by("pk").first()
    WorkflowPage.objects.update_or_create(page=root, defaults={"workflow": kept})


def _new_task() -> Task:
    from django.contrib.auth.models import Group

    task = GroupApprovalTask.objects.create(name=NAME)
    task.groups.set(Group.objects.filter(name__in=["Editor", "Admin"]))
    return task


@transaction.atomic
def switch_off(user: User) -> None:
    """What waits goes back to its writers as a draft, and they are told."""
    if current := workflow():
        for state in WorkflowState.objects.filter(workflow=current).active():
            state.cancel(user=user)
        current.deactivate(user=user)


def their_work(task: GroupApprovalTask, page: WorkflowMixin, user: User) -> list[tuple]:
    """What a reviewer can do with a page that waits; with one's own it is somebody else's turn."""
    state = page.current_workflow_state
    if (state and state.requested_by_id == user.pk) or task.locked_for_user(page, user):
        return []
    return [
        ("approve", _approval(page, state, has_comment=False), False),
        ("reject", _("Send back"), True),
        ("approve", _approval(page, state, has_comment=True), True),
    ]


def _approval(page: WorkflowMixin, state: WorkflowState | None, has_comment: bool):
    """What approving does: publish, now or at its hour, unless somebody else must look as well."""
    if state and not state.is_at_final_task:
        plain, commented = _("Approve"), _("Approve, with a comment")
    elif page.go_live_at and not page.live:
        plain, commented = _("Approve and schedule"), _("Approve and schedule, with a comment")
    else:
        plain, commented = _("Approve and publish"), _("Approve and publish, with a comment")
    return commented if has_comment else plain


class SubmitItem(SubmitForModerationMenuItem):
    """“Submit for review”, whatever the workflow is called."""

    label = _("Submit for review")

    def get_context_data(self, parent_context):
        context = super().get_context_data(parent_context)
        page = context.get("page")
        state = page.current_workflow_state if page else None
        is_back = state and state.status == WorkflowState.STATUS_NEEDS_CHANGES
        context["label"] = _("Submit again") if is_back else self.label
        return context


class EndItem(CancelWorkflowMenuItem):
    """Ends a review without publishing: for the writer, taking it back."""

    def __init__(self, label):
        super().__init__(order=200)
        self.label = label


def in_our_words(items: list, request, context: dict) -> None:
    """The buttons below a page, as this newsroom calls what they do."""
    page = context.get("page")
    is_reviewer = any(item.name == "approve" for item in items)
    for place, item in enumerate(items):
        if item.name == "action-submit":
            items[place] = SubmitItem(order=item.order)
        elif item.name == "action-cancel-workflow":
            items[place] = EndItem(
                _("End the review") if is_reviewer else _("Take back from review")
            )
        elif item.name == "approve":
            item.label = _approval(page, page.current_workflow_state, item.launch_modal)
    # Starting again is taking back and submitting; publishing is what a reviewer's approval does.
    # Two words for one thing only puzzle.
    needless = {"action-restart-workflow"} | ({"action-publish"} if is_reviewer else set())
    items[:] = [item for item in items if item.name not in needless]


def listen() -> None:
    """Wagtail asks a task what can be done with it, in the editor and on the dashboard alike."""
    GroupApprovalTask.get_actions = their_work
