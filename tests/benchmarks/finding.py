"""What finding a thing again costs at the desk, as an ordinary Editor. Nothing is kept, nothing asserted.

    .venv/bin/python -m tests.benchmarks.finding [a word that stands in most articles]

Build a wide archive first: `make demo N=20000`, then `manage.py update_index`. The columns are those
of `tests.benchmarks.pages`. Every line should stay well below a second at 20,000 articles. The
Editor, and what goes with one, is taken back at the end.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from .pages import COMMON, Visit, as_for_visitors, measured


def visits(word: str) -> Iterator[tuple[str, Visit]]:
    """What is measured, each with its name."""
    from django.test import Client

    from tests.factories import make_user

    client = Client(HTTP_HOST="localhost", raise_request_exception=True)
    client.force_login(make_user("Editor"))
    for name, path in screens(word):
        yield name, lambda path=path: opened(client, path)


def opened(client, path: str) -> None:
    answer = client.get(path, secure=True)
    if answer.status_code not in (200, 302):
        raise SystemExit(f"{path}: {answer.status_code}")
    answer.content  # noqa: B018 (rendered now, if not before)


def screens(word: str) -> Iterator[tuple[str, str]]:
    from articles.models import ArticlePage, NewsIndex
    from topics.models import TopicPage

    middle = ArticlePage.objects.visible().newest_first()[1000]
    topic, news = (
        TopicPage.objects.order_by("pk").first(),
        NewsIndex.objects.order_by("path").first(),
    )
    search, choose, articles = "/admin/pages/search/", "/admin/choose-page/", "articles.articlepage"
    yield "search: a common word", f"{search}?q={word}"
    yield "search: its beginning", f"{search}results/?q={word[:3]}"
    yield "search: a rare word", f"{search}?q=xyzzy"
    yield "search: an address", f"{search}?q=https://localhost{middle.url}"
    yield "search: an unknown address", f"{search}?q=/old/no-such.asp"
    yield "pictures: a word", "/admin/images/?q=river"
    yield "documents: a word", "/admin/documents/?q=report"
    yield "chooser: any page", choose
    yield "chooser: an article", f"{choose}?page_type={articles}"
    yield (
        "chooser: a related page",
        f"{choose}?page_type={articles},topics.topicpage,home.standardpage",
    )
    yield "chooser: page 200", f"{choose}?page_type={articles}&p=200"
    yield "chooser: within a stream", f"{choose}{news.pk}/?page_type={articles}"
    yield "chooser: a common word", f"{choose}search/?q={word}&page_type={articles}"
    yield "chooser: an address", f"{choose}search/?q={middle.url}&page_type={articles}"
    yield "delete: an article", f"/admin/pages/{middle.pk}/delete/"
    yield "delete: a topic of thousands", f"/admin/pages/{topic.pk}/delete/"
    yield "delete: a stream", f"/admin/pages/{news.pk}/delete/"
    yield "links to fix", "/admin/reports/links-to-fix/"


@contextmanager
def taken_back():
    from django.db import transaction

    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def main(word: str = COMMON) -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_config.settings.dev")
    django.setup()
    from django.db import connection

    say = sys.stdout.write
    say(f"{connection.vendor:<36} first: cpu  wall    then: cpu  wall  queries\n")
    with as_for_visitors(), taken_back():
        for name, visit in visits(word):
            cold_cpu, cold_wall, _queries = measured(visit, is_first=True)
            cpu, wall, queries = measured(visit, is_first=False)
            say(
                f"{name:<36} {cold_cpu:10.0f} {cold_wall:5.0f} {cpu:12.0f} {wall:5.0f} {queries:8}\n"
            )
            sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
