"""What the notice board costs with two hundred notices, beside whatever archive is there.

    .venv/bin/python -m tests.benchmarks.board

Each line gives the milliseconds this process computes (cpu), those somebody waits (wall; the best of
several) and the queries, as Admin. All happens within a transaction that is never kept.
"""

import os
import sys
import time

from tests.benchmarks.lists import a_client
from tests.benchmarks.pages import as_for_visitors

NOTICES = 200
TIMES = 5
LIST = "/admin/notices/featurednotice/"


def steps(client):
    """Each by its name, with what is done."""
    from django.urls import reverse

    from notices import changes, ordering
    from tests.factories import the_home

    home = the_home()
    json = {"accept": "application/json"}

    def send(name: str, *more, **fields):
        address = reverse(f"notices_{name}", args=[home.pk, *more])
        return client.post(address, fields, headers=json, secure=True)

    def keys() -> str:
        return ",".join(map(str, ordering.current_order(home)))

    def last_to_the_top():
        order = ordering.current_order(home)
        return send("move", order[-1], to="top", seen=",".join(map(str, order)))

    yield "the list", lambda: client.get(LIST, secure=True)
    yield "the last to the top", last_to_the_top
    yield "the last change taken back", lambda: send("undo", changes.last(home).pk)
    yield "a whole order", lambda: send("arrange", order=",".join(keys().split(",")[::-1]))
    yield "the preview", lambda: client.get(reverse("notices_preview", args=[home.pk]), secure=True)
    yield "the home page", lambda: client.get("/", secure=True)


def measured(step) -> tuple[float, float, int]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    best = []
    for _time in range(TIMES):
        began, cpu = time.perf_counter(), time.process_time()
        answer = step()
        best.append((time.process_time() - cpu, time.perf_counter() - began))
        if answer.status_code != 200:
            raise SystemExit(f"It answers {answer.status_code}.")
    with CaptureQueriesContext(connection) as queries:
        step()
    return 1000 * min(b[0] for b in best), 1000 * min(b[1] for b in best), len(queries)


def main() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_config.settings.dev")
    django.setup()
    from django.db import connection, transaction

    from articles.models import ArticlePage
    from tests.factories import make_notice

    say = sys.stdout.write
    with as_for_visitors(), transaction.atomic():
        for number in range(NOTICES):
            make_notice(title=f"Notice {number}")
        client, _user = a_client("Admin")
        articles = ArticlePage.objects.count()
        say(f"{connection.vendor}, {articles:,} articles{'cpu':>14}   wall  queries\n")
        for name, step in steps(client):
            cpu, wall, queries = measured(step)
            say(f"{name:<28}{cpu:14.0f} {wall:6.0f} {queries:8}\n")
        transaction.set_rollback(True)


if __name__ == "__main__":
    main()
