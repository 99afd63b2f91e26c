"""What each kind of page costs on the database at hand. Nothing is written there, nothing asserted.

    .venv/bin/python -m tests.benchmarks.pages [a word that stands in most articles]

Build a wide archive first: `make demo N=20000`, then `manage.py update_index`. Each line gives the
milliseconds this process computes (CPU), those a visitor waits (wall; what is over the CPU is the
database's share, on PostgreSQL) and the queries: for a first visit after a change, then for any
later one. The best of several is printed, as the rest is noise of the machine. A page that costs
clearly more at 20,000 articles than at 2,000 has something in it that grows with the archive.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

TIMES = 5
COMMON = "say"  # half of the articles of the demo hold it
PAGE_LENGTH = 20

Visit = Callable[[], object]


def visits(word: str) -> Iterator[tuple[str, Visit]]:
    """What is measured, each with its name."""
    from django.test import Client
    from wagtail.models import Page

    client = Client(HTTP_HOST="localhost")
    for path in paths(word):
        yield path, lambda path=path: client.get(path, secure=True)
    found = Page.objects.order_by("pk")
    yield "admin: search for a word", lambda: list(found.search(word)[:PAGE_LENGTH])
    yield "admin: beginning of a word", lambda: list(found.autocomplete(word[:4])[:PAGE_LENGTH])
    yield "admin: how many begin so", lambda: found.autocomplete(word[:4]).count()


def paths(word: str) -> Iterator[str]:
    from articles.models import ArticlePage, NewsIndex
    from home.models.home import LISTED_AT_ONCE
    from topics.models import TopicPage

    newest = ArticlePage.objects.visible().newest_first()
    number = newest.count()
    stream = NewsIndex.objects.order_by("path").first()
    middle = newest[number // 2]
    topic = TopicPage.objects.live().order_by("pk").first()
    yield from ("/", "/archive/", f"/archive/?page={number // LISTED_AT_ONCE}")
    yield from (f"/archive/{middle.date.year}/", stream.url, f"{stream.url}{middle.date.year}/")
    yield from (middle.url, topic.url, "/topics/", "/events/", "/notices/")
    yield from ("/events/calendar.ics", "/feed/", f"{stream.url}feed/", f"{topic.url}feed/")
    yield from ("/sitemap.xml", "/sitemap-pages.xml")
    if not middle.is_sample:  # the demo is in no sitemap
        yield f"/sitemap-{middle.date.year}.xml"
    yield from ("/search/", f"/search/?q={word}", f"/search/?q={word}&sort=newest")
    yield from (f"/search/?q={word}&page=50", "/search/?q=water", "/search/?q=xyzzy")


def measured(visit: Visit, is_first: bool) -> tuple[float, float, int]:
    """CPU and wall in milliseconds, and the queries."""
    from django.core.cache import caches
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    best = []
    visit()
    for _time in range(TIMES):
        if is_first:
            for cache in caches.all():
                cache.clear()
        wall, cpu = time.perf_counter(), time.process_time()
        visit()
        best.append((time.process_time() - cpu, time.perf_counter() - wall))
    with CaptureQueriesContext(connection) as queries:
        visit()
    return 1000 * min(b[0] for b in best), 1000 * min(b[1] for b in best), len(queries)


@contextmanager
def as_for_visitors():
    """Without what the developers' settings add to every query and every page."""
    from django.test import override_settings

    with override_settings(DEBUG=False, ALLOWED_HOSTS=["*"]):
        yield


def main(word: str = COMMON) -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_config.settings.dev")
    django.setup()
    from django.db import connection

    say = sys.stdout.write
    say(f"{connection.vendor:<36} first: cpu  wall    then: cpu  wall  queries\n")
    with as_for_visitors():
        for name, visit in visits(word):
            cold_cpu, cold_wall, _queries = measured(visit, is_first=True)
            cpu, wall, queries = measured(visit, is_first=False)
            say(
                f"{name:<36} {cold_cpu:10.0f} {cold_wall:5.0f} {cpu:12.0f} {wall:5.0f} {queries:8}\n"
            )
            sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
