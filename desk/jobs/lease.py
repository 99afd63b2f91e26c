"""Who works: of all loops only the one that holds the lease, and only as long as it renews it."""

import os
import secrets
import socket
from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from desk.models import Job

NAME = "jobs"
HELD_FOR = timedelta(seconds=60)  # after the death of one loop the next waits this long at most
# Longer than clocks of two machines differ; a lease from a clock that was put right holds nobody up.
BEYOND_BELIEF = timedelta(minutes=10)


class Lost(Exception):
    """Another loop has taken over, because this one was silent for too long."""


class Lease:
    """A row that one loop at a time may write its name into; each renewal is a heartbeat."""

    def __init__(self, holder: str = ""):
        machine = socket.gethostname()[:60]
        self.holder = holder or f"{machine} {os.getpid()} {secrets.token_hex(4)}"

    def take(self) -> bool:
        """Whether the work is ours now. One statement decides, so two loops cannot both be told so."""
        row, _ = Job.objects.get_or_create(name=NAME)
        now = timezone.now()
        free = Q(held_by=self.holder) | Q(held_until__isnull=True) | Q(held_until__lte=now)
        free |= Q(held_until__gt=now + BEYOND_BELIEF)
        return self._hold(Job.objects.filter(free, pk=row.pk))

    def renew(self) -> None:
        if not self._hold(Job.objects.filter(name=NAME, held_by=self.holder)):
            raise Lost

    def give_back(self) -> None:
        """So that the next loop need not wait."""
        mine = Job.objects.filter(name=NAME, held_by=self.holder)
        mine.update(held_by="", held_until=None)

    def _hold(self, rows) -> bool:
        now = timezone.now()
        return bool(rows.update(held_by=self.holder, held_until=now + HELD_FOR, ran_at=now))
