"""Whether scheduled publishing can be relied upon: for the health answer and for the editors' banner."""

import datetime
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.utils import timezone

from desk.models import Job

from .lease import NAME

LONGEST_SILENCE = datetime.timedelta(minutes=5)
KEPT_FOR = 5  # seconds
SEEN_BY_EDITORS = ("publish", "expire")


@dataclass(frozen=True)
class Trouble:
    """What an editor is told: since when nothing happens by itself, and which pages failed."""

    silent_since: datetime.datetime | None = None
    is_silent: bool = False
    failed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return self.is_silent or bool(self.failed)


def problem() -> str:
    """For machines that watch the site, without a word of what it holds; empty when all is well."""
    jobs = _rows()
    if _is_silent(jobs):
        return "the jobs have not run for five minutes"
    failing = sorted(name for name, job in jobs.items() if job["said"])
    return f"some jobs fail: {', '.join(failing)}" if failing else ""


def trouble() -> Trouble:
    """At most one query, and none for a few seconds after it."""
    jobs = cache.get("jobs-seen")
    if jobs is None:
        jobs = _rows()
        cache.set("jobs-seen", jobs, KEPT_FOR)
    failed = [jobs[name]["said"] for name in SEEN_BY_EDITORS if name in jobs]
    lines = tuple(line for said in failed for line in said.splitlines())
    return Trouble(_last_beat(jobs), _is_silent(jobs), lines)


def _rows() -> dict[str, dict]:
    return {row["name"]: row for row in Job.objects.values("name", "ran_at", "said")}


def _last_beat(jobs: dict[str, dict]) -> datetime.datetime | None:
    return jobs.get(NAME, {}).get("ran_at")


def _is_silent(jobs: dict[str, dict]) -> bool:
    """Who has just started the site is given the same five minutes to start the jobs."""
    now, beat = timezone.now(), _last_beat(jobs)
    if beat and beat > now + LONGEST_SILENCE:  # by a clock that was wrong: it tells nothing
        beat = None
    last = max(filter(None, (beat, settings.STARTED_AT)))
    return now - last > LONGEST_SILENCE
