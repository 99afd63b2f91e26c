"""Pages that were told to appear or to go at a moment: done page by page, so that one cannot stop the rest."""

from collections.abc import Callable, Iterator

from django.apps import apps
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import DraftStateMixin, Page, Revision

from .faults import Fault


def publish_what_is_due(go_on: Callable[[], None]) -> list[Fault]:
    """Every version whose moment has come, the earliest first."""
    due = Revision.objects.filter(approved_go_live_at__lte=timezone.now())
    due = due.order_by("approved_go_live_at", "pk")
    faults = []
    for pk, title in due.values_list("pk", "object_str"):
        go_on()
        try:
            _publish(due, pk)
        except Exception as error:
            what = _("“%(title)s” could not be published") % {"title": title}
            faults.append(Fault(what, error))
    return faults


def take_down_what_has_run_out(go_on: Callable[[], None]) -> list[Fault]:
    """Every live page whose last moment has passed. Visitors have not seen it since; this says so."""
    faults = []
    for run_out, page in _run_out():
        go_on()
        try:
            _take_down(run_out, page.pk)
        except Exception as error:
            what = _("“%(title)s” could not be taken down") % {"title": page}
            faults.append(Fault(what, error))
    return faults


def _publish(due, pk: int) -> None:
    with transaction.atomic():
        # The page first, as editors who save lock it: crosswise, each would wait for the other.
        _lock_page_of(due.filter(pk=pk).first())
        # Looked at again under a lock: somebody may have published or cancelled it meanwhile.
        revision = due.select_for_update().filter(pk=pk).first()
        if revision:
            revision.publish(log_action="wagtail.publish.scheduled")


def _lock_page_of(revision: Revision | None) -> None:
    if revision:
        model = revision.base_content_type.model_class()
        pages = Page.objects if issubclass(model, Page) else model._default_manager
        pages.select_for_update().filter(pk=revision.object_id).first()


def _run_out() -> Iterator[tuple[models.QuerySet, models.Model]]:
    kinds = [m for m in apps.get_models() if issubclass(m, DraftStateMixin)]
    for model in [Page, *(kind for kind in kinds if not issubclass(kind, Page))]:
        run_out = model._default_manager.filter(live=True, expire_at__lte=timezone.now())
        for page in list(run_out.order_by("expire_at", "pk")):
            yield run_out, page


def _take_down(run_out, pk: int) -> None:
    with transaction.atomic():
        found = run_out.select_for_update().filter(pk=pk).first()
        if not found:
            return
        page = found.specific if isinstance(found, Page) else found
        later = dict(
            page.revisions.filter(approved_go_live_at__isnull=False).values_list(
                "pk", "approved_go_live_at"
            )
        )
        page.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
        # Taking a page down cancels what is planned for it; a later version still has its day.
        for revision, moment in later.items():
            Revision.objects.filter(pk=revision).update(approved_go_live_at=moment)
