"""How long an editor waits for a page of forty blocks. A database of its own is made and thrown away.

    .venv/bin/python -m tests.benchmarks.editor [number of blocks]

Each line is one opening of the editor, in milliseconds: when the first of the form came from the
server, when all of it was there, when every block could be written in, and how much of the
processor the browser's page took for it. The first opening has nothing in the browser's cache. The
promise is “ready” in under two seconds on two cores, for any later one. Other work on the machine
counts against it, but not against the two figures of the processor (cpu).
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle, islice
from typing import Any

TIMES = 5
BLOCKS = 40
# The proportions of a long report: mostly text, now and then something else.
MIXTURE = [
    "paragraph", "paragraph", "image", "paragraph", "pull_quote", "paragraph", "fact_box",
    "paragraph", "roundup_story", "table", "paragraph", "statistics", "paragraph", "timeline",
    "gallery", "paragraph", "documents", "sources", "related_pages", "call_to_action",
]  # fmt: skip
READY = """number => {
  const child = "[data-streamfield-child]";
  const blocks = [...document.querySelectorAll(`#panel-child-content-body-section ${child}`)];
  const whole = blocks.filter((block) => !block.parentElement.closest(child));
  const [frames, texts] = [".Draftail-Editor__wrapper", "[role=textbox]"].map(
    (part) => document.querySelectorAll(part).length);
  return whole.length >= number && texts > 0 && texts === frames;
}"""


def a_long_page(number: int) -> Any:
    """An article of that many blocks, each as its own preview fills it."""
    from blocks.streams import ArticleBody
    from tests.factories import make_article, make_document, make_image, make_index

    for _n in range(3):
        make_image(description="A hillside")
    make_document()
    blocks = ArticleBody().child_blocks
    body = [(name, blocks[name].get_preview_value()) for name in islice(cycle(MIXTURE), number)]
    return make_article(make_index(), title="A long report", body=body)


@contextmanager
def a_server() -> Iterator[str]:
    """The site on a database of its own; its address."""
    from django.contrib.staticfiles.handlers import StaticFilesHandler
    from django.db import connections
    from django.test.testcases import LiveServerThread
    from django.test.utils import setup_databases, teardown_databases

    names = setup_databases(verbosity=0, interactive=False)
    connection = connections["default"]
    connection.inc_thread_sharing()
    shared = {connection.alias: connection} if connection.is_in_memory_db() else {}
    server = LiveServerThread("127.0.0.1", StaticFilesHandler, connections_override=shared)
    server.start()
    server.is_ready.wait()
    try:
        yield f"http://127.0.0.1:{server.port}"
    finally:
        server.terminate()
        connection.dec_thread_sharing()
        teardown_databases(names, verbosity=0)


def an_editor() -> Any:
    """Somebody signed in, as the tests' own client."""
    from django.test import Client

    from tests.factories import make_user

    client = Client()
    client.force_login(make_user("Editor"))
    return client


def written_by_the_server(client: Any, path: str) -> tuple[float, int, int]:
    """Milliseconds of the processor (the best of several), queries and kilobytes of the form."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    times = []
    for _time in range(TIMES):
        start = time.process_time()
        answer = client.get(path)
        times.append(time.process_time() - start)
    with CaptureQueriesContext(connection) as queries:
        client.get(path)
    return 1000 * min(times), len(queries), len(answer.content) // 1024


def openings(address: str, client: Any, path: str, number: int) -> Iterator[dict[str, float]]:
    """The editor opened several times by one browser, the first time with an empty cache."""
    from playwright.sync_api import sync_playwright

    from tests.browser.conftest import QUIET, SIZES
    from tests.conftest import CHROMIUM

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=QUIET)
        context = browser.new_context(base_url=address, viewport=SIZES["desk"])
        session = client.cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": session, "url": address}])
        for _time in range(1 + TIMES):
            page = context.new_page()
            counted = context.new_cdp_session(page)
            counted.send("Performance.enable")
            page.goto(path, wait_until="commit")
            page.wait_for_function(READY, arg=number)
            yield page.evaluate(
                "() => { const t = performance.getEntriesByType('navigation')[0];"
                " return {server: t.responseStart, read: t.responseEnd, ready: performance.now()} }"
            ) | {"cpu": 1000 * spent(counted)}
            page.close()
        browser.close()


def spent(counted: Any) -> float:
    """Seconds of the processor that the page has taken."""
    metrics = counted.send("Performance.getMetrics")["metrics"]
    return {one["name"]: one["value"] for one in metrics}["ProcessTime"]


def main(number: str = str(BLOCKS)) -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_config.settings.test")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # as in tests/browser
    django.setup()
    say = sys.stdout.write
    with a_server() as address:
        article, client = a_long_page(int(number)), an_editor()
        path = f"/admin/pages/{article.pk}/edit/"
        milliseconds, queries, kilobytes = written_by_the_server(client, path)
        say(f"the form: {milliseconds:.0f} ms cpu, {queries} queries, {kilobytes} kB\n")
        say("             server   read  ready    cpu\n")
        for n, times in enumerate(openings(address, client, path, int(number))):
            figures = "".join(f"{times[name]:7.0f}" for name in ("server", "read", "ready", "cpu"))
            say(f"{'first' if n == 0 else 'then':<12}{figures}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
