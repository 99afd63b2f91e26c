"""What the lists of the admin cost an ordinary editor. Run it on a copy: the last lines change pages.

    .venv/bin/python -m tests.benchmarks.lists

Build a wide archive first: `make demo N=20000`, then `manage.py update_index`. Each line gives the
milliseconds this process computes (cpu), those somebody waits (wall; the best of several) and the
queries, as Editor and as Contributor: no superuser, for whom the permissions are never asked. Every
list must stay below a second. Other work on the machine counts against the wall alone. Then what
it takes to write all of it as a spreadsheet, and to change three thousand items at once; these are
changed and changed back within a transaction that is never kept.
"""

import os
import sys
import time
from collections.abc import Iterator

from tests.benchmarks.pages import COMMON, as_for_visitors

TIMES = 3
ROLES = ("Editor", "Contributor")
MANY = 3000


def addresses() -> Iterator[tuple[str, str]]:
    from articles.models import ArticlePage, NewsIndex
    from desk.lists.lists import FEWER
    from topics.models import TopicPage

    articles = ArticlePage.objects.filter(eventpage=None).newest_first()
    last = max(1, articles.count() // FEWER)
    year = articles[articles.count() // 2].date.year
    topic = TopicPage.objects.live().order_by("pk").first()
    stream = NewsIndex.objects.order_by("path").first()
    yield "first page", "/admin/news/"
    yield "last page", f"/admin/news/?p={last}"
    yield "oldest first", "/admin/news/?ordering=date"
    yield "by headline", "/admin/news/?ordering=title"
    yield "of a year", f"/admin/news/?year={year}"
    yield "of a topic", f"/admin/news/?topic={topic.pk}"
    yield "of a stream", f"/admin/news/?stream={stream.pk}"
    yield "without a picture", "/admin/news/?lacking=picture"
    yield "without a topic", "/admin/news/?lacking=topic"
    yield "drafts", "/admin/news/?status=draft"
    yield "a common word", f"/admin/news/?q={COMMON}"
    yield "a common word, of a year", f"/admin/news/?q={COMMON}&year={year}"
    yield "a word nobody wrote", "/admin/news/?q=xyzzy"
    yield "events", "/admin/events/"
    yield "topics", "/admin/topics/"
    yield "the stream in the tree", f"/admin/pages/{stream.pk}/"
    yield "the tree: a common word", f"/admin/pages/?q={COMMON}"
    yield "what uses a topic", f"/admin/pages/{topic.pk}/usage/"
    keys = articles.values_list("pk", flat=True)[:50]
    yield (
        "delete fifty?",
        "/admin/bulk/wagtailcore/page/delete/?" + "&".join(f"id={key}" for key in keys),
    )


def measured(client, address: str) -> tuple[float, float, int]:
    """The milliseconds of this processor, those somebody waits, and the queries of one visit."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    best = []
    for _time in range(TIMES):
        began, cpu = time.perf_counter(), time.process_time()
        answer = client.get(address, secure=True)
        best.append((time.process_time() - cpu, time.perf_counter() - began))
        if answer.status_code not in (200, 302):  # whoever may delete none of them is led back
            raise SystemExit(f"{address} answers {answer.status_code}.")
    with CaptureQueriesContext(connection) as queries:
        client.get(address, secure=True)
    return 1000 * min(b[0] for b in best), 1000 * min(b[1] for b in best), len(queries)


def a_client(role: str):
    from django.test import Client

    from tests.factories import make_user

    client = Client(HTTP_HOST="localhost")
    user = make_user(role, first_name="Benchmark")
    client.force_login(user)
    return client, user


def seconds_of(work) -> tuple[float, float]:
    """Of this processor, and by the clock."""
    began, cpu = time.perf_counter(), time.process_time()
    work()
    return time.process_time() - cpu, time.perf_counter() - began


def heavy(client, user) -> Iterator[tuple[str, tuple[float, float]]]:
    """What is written: two spreadsheets, and many items at once."""
    from articles.models import ArticlePage
    from desk.lists.changes import AddTopic, RemoveTopic, SetPrecision
    from desk.lists.writing import make
    from tests.factories import make_topic

    for kind in ("csv", "xlsx"):
        address = f"/admin/news/?export={kind}"
        yield f"all as {kind}", seconds_of(lambda a=address: list(client.get(a, secure=True)))
    keys = list(ArticlePage.objects.order_by("pk").values_list("pk", flat=True)[:MANY])
    topic = make_topic(title="Benchmark")
    changes = {
        "add a topic": AddTopic(topic),
        "the same again": AddTopic(topic),
        "remove it": RemoveTopic(topic),
        "set the precision": SetPrecision("year"),
    }
    for name, change in changes.items():
        work = seconds_of(lambda c=change: make(c, keys, user, 600))
        yield f"{name}, {len(keys)} items", work


def main() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_config.settings.dev")
    django.setup()
    from django.db import connection, transaction

    say = sys.stdout.write
    say(
        f"{connection.vendor:<28}"
        + "".join(f"{role:>14}: cpu   wall  queries" for role in ROLES)
        + "\n"
    )
    with as_for_visitors(), transaction.atomic():
        clients = [a_client(role) for role in ROLES]
        for name, address in addresses():
            figures = [measured(client, address) for client, _user in clients]
            say(f"{name:<28}" + "".join(f"{c:19.0f} {w:6.0f} {q:8}" for c, w, q in figures) + "\n")
            sys.stdout.flush()
        for name, (cpu, wall) in heavy(*clients[0]):
            say(f"{name:<40}{cpu:8.1f} s cpu{wall:8.1f} s wall\n")
            sys.stdout.flush()
        transaction.set_rollback(True)


if __name__ == "__main__":
    main()
