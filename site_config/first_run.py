"""What `make run` does once the packages are there: tables, demo pages, an admin, the jobs, the server.

One process does it all, because starting Django takes longer than most of these steps.
"""

import http.client
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr
from io import StringIO
from pathlib import Path

import django
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection

from site_config import env
from site_config.bootstrap import HOST
from site_config.steps import Failed, say, step

DEMO_ARTICLES = 60
SLOWEST_ANSWER = 120  # seconds for the first page, which makes the sizes of its pictures


def main(begun: float) -> int:
    try:
        with step("Starting Django"):
            django.setup()
        admin = prepare_database(env.var_folder())
    except (OperationalError, CommandError) as problem:
        say(f"\n{Failed(f'{type(problem).__name__}: {problem}')}")
        return 1
    except KeyboardInterrupt:
        say("\nStopped. Run it again and it goes on from here.")
        return 130
    threading.Thread(target=greet, args=(env.port(), admin, begun), daemon=True).start()
    # An orderly end, in which the jobs let go of their work: else the next start waits a minute for it.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        with jobs_beside():
            call_command("runserver", f"{HOST}:{env.port()}", use_reloader=False)
    except SystemExit as ending:
        if not ending.code:
            say("\nThe site has stopped; `make run` starts it again.")
        raise
    return 0


@contextmanager
def jobs_beside() -> Iterator[None]:
    """What is scheduled happens as long as the server runs, without a second terminal."""
    from desk.jobs.loop import Beside

    jobs = Beside()
    jobs.start()
    try:
        yield
    finally:
        jobs.end()


def prepare_database(var: Path) -> str:
    """Tables, the demo in a database that nobody has used yet, and somebody who can sign in.

    Returns the name and password of a new admin, or nothing.
    """
    var.mkdir(parents=True, exist_ok=True)
    migrating, building = var / "migrate-unfinished", var / "demo-unfinished"
    if migrating.exists() or has_pending_migrations():
        with step("Tables (a quarter of a minute the first time)"), remembered(migrating):
            quietly("migrate", interactive=False)
    if building.exists():
        with step("Taking away a demo that was cut short"):
            quietly("clear_demo")
    if not has_pages() and (building.exists() or not has_users()):
        with step("Demo pages"), remembered(building):
            quietly("build_demo", articles=DEMO_ARTICLES)
    building.unlink(missing_ok=True)
    admin = "" if has_users(is_superuser=True, is_active=True) else new_admin()
    connection.close()
    return admin


def new_admin() -> str:
    with step("An admin"):
        return quietly("set_password", "admin", create=True).splitlines()[-1]


@contextmanager
def remembered(mark: Path) -> Iterator[None]:
    """The mark stays if what it stands for is cut short, so that the next run does it again."""
    mark.touch()
    yield
    mark.unlink()


def quietly(command: str, *arguments: str, **options: object) -> str:
    """What the command printed; its progress bar would run across our lines."""
    said = StringIO()
    with redirect_stderr(StringIO()):
        call_command(command, *arguments, stdout=said, **options)
    return said.getvalue()


def has_pending_migrations() -> bool:
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def has_users(**which: bool) -> bool:
    from django.contrib.auth import get_user_model

    return get_user_model().objects.filter(**which).exists()


def has_pages() -> bool:
    """Any besides the home page, which migrating makes."""
    from wagtail.models import Page

    return Page.objects.filter(depth__gt=2).exists()


def greet(port: int, admin: str, begun: float) -> None:
    """Wait until the home page has been answered, then say where everything is."""
    status = first_answer(port)
    say(f"\nKhipu is running, after {time.time() - begun:.0f} s.\n")
    say(f"  The site       http://{HOST}:{port}/")
    say(f"  Its editors    http://{HOST}:{port}/admin/")
    if admin:
        name, _, password = admin.partition(" ")
        say(f"  Name           {name}")
        say(f"  Password       {password}")
        say("\nThe password is not shown again; `make password` makes a new one.")
    else:
        say("\nForgotten the password? `make password` makes a new one.")
    if not env.email_url():
        say("Mail that the site sends appears in this window.")
    if status != http.client.OK:
        say(f"The home page does not answer as it should ({status}); the lines above may say why.")
    say("Ctrl-C stops the site.\n")


def first_answer(port: int) -> int | str:
    deadline = time.monotonic() + SLOWEST_ANSWER
    while time.monotonic() < deadline:
        try:
            asked = http.client.HTTPConnection(HOST, port, timeout=SLOWEST_ANSWER)
            asked.request("GET", "/")
            answer = asked.getresponse()
            answer.read()  # or the server would speak of a broken pipe
            return answer.status
        except OSError:
            time.sleep(0.1)
    return "not at all"


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1])))
