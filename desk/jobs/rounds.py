"""One round: whatever is due is done, each piece for itself, and what failed is written down."""

import datetime
import logging
from collections.abc import Callable
from dataclasses import dataclass

from django.utils import timezone

from desk.models import Job

from . import publishing, reminding, tidying
from .faults import Fault
from .lease import Lease, Lost

logger = logging.getLogger(__name__)

ALWAYS = datetime.timedelta(0)
HOURLY = datetime.timedelta(hours=1)
DAILY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Piece:
    """A piece of work, and how long it may rest."""

    name: str
    work: Callable[[Callable[[], None]], list[Fault]]
    rests: datetime.timedelta


# What is due first, so that no tidying makes it late. Publishing comes before expiry: a page whose
# new version is due at the moment at which the old one runs out stays.
PIECES = (
    Piece("publish", publishing.publish_what_is_due, ALWAYS),
    Piece("expire", publishing.take_down_what_has_run_out, ALWAYS),
    Piece("reviews", reminding.ask_whether_notices_still_hold, HOURLY),
    Piece("purge", tidying.purge_old_steps, HOURLY),
    Piece("sessions", tidying.forget_sessions, HOURLY),
    Piece("leftovers", tidying.forget_what_editors_left_open, HOURLY),
    Piece("links", tidying.look_again_at_what_links_where, DAILY),
)


def go_round(lease: Lease, go_on: Callable[[], None] | None = None) -> bool:
    """Do what is due, if the work is ours; otherwise somebody else is at it."""
    if not lease.take():
        return False
    go_on = go_on or lease.renew
    for piece in PIECES:
        job, _ = Job.objects.get_or_create(name=piece.name)
        if _has_rested(job, piece):
            _do(piece, job, go_on)
        go_on()
    return True


def is_well() -> bool:
    return not Job.objects.exclude(said="").exists()


def _has_rested(job: Job, piece: Piece) -> bool:
    last = max(filter(None, (job.ran_at, job.failed_at)), default=None)
    return last is None or not (last <= timezone.now() < last + piece.rests)


def _do(piece: Piece, job: Job, go_on: Callable[[], None]) -> None:
    try:
        faults = piece.work(go_on)
    except Lost:
        raise
    except Exception as error:
        faults = [Fault("", error)]
    said = "\n".join(str(fault) for fault in faults)[:5000]
    for fault in faults:
        if str(fault) not in job.said:  # once, not every half minute
            logger.error("Job “%s”: %s", piece.name, fault, exc_info=fault.error)
    when = "failed_at" if faults else "ran_at"
    Job.objects.filter(pk=job.pk).update(**{when: timezone.now()}, said=said)
