"""Answers for machines that watch the site: is it up, can it serve, how is it."""

import shutil

from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from desk.jobs import watch

LEAST_FREE_SPACE = 200 * 1024 * 1024  # bytes; below it SQLite may fail even to read


@require_safe
@never_cache
def live(request):
    """The process answers; nothing else is looked at."""
    return HttpResponse("live\n", content_type="text/plain")


@require_safe
@never_cache
def ready(request):
    """Pages can be served: the database answers and its tables are those of this code."""
    problem = _database_problem()
    text = f"not ready: {problem}\n" if problem else "ready\n"
    return HttpResponse(text, content_type="text/plain", status=503 if problem else 200)


@require_safe
@never_cache
def health(request):
    """Every figure at once; 503 when one of them is bad."""
    figures = {
        "database": _database_problem() or "ok",
        "cache": _cache_problem() or "ok",
        "jobs": _jobs_problem() or "ok",
        "free_space": "ok" if _free_space() > LEAST_FREE_SPACE else "little space left on the disk",
    }
    is_well = all(figure == "ok" for figure in figures.values())
    answer = {"status": "ok" if is_well else "trouble", **figures}
    return JsonResponse(answer, status=200 if is_well else 503)


def _database_problem() -> str:
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return "the database does not answer"
    return "migrations are waiting" if waiting else ""


def _cache_problem() -> str:
    # Any failure of any cache library counts; what it was is for the log, not for strangers.
    try:
        cache.set("health", "ok", 10)
        return "" if cache.get("health") == "ok" else "the cache forgets"
    except Exception:
        return "the cache does not answer"


def _jobs_problem() -> str:
    try:
        return watch.problem()
    except DatabaseError:
        return "the database does not answer"


def _free_space() -> int:
    folder = settings.MEDIA_ROOT
    while not folder.exists():
        folder = folder.parent
    return shutil.disk_usage(folder).free
