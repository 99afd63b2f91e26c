"""The command and its ways to end; each as a process of its own where that is the point."""

import datetime
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from desk.jobs.lease import NAME, Lease
from desk.models import Job
from tests.factories import make_article

ROOT = Path(__file__).resolve().parents[2]


def test_one_round_for_a_timer_does_the_work_and_lets_go(db):
    call_command("run_jobs", once=True)

    row = Job.objects.get(name=NAME)
    assert timezone.now() - row.ran_at < datetime.timedelta(minutes=1)
    assert (row.held_by, row.held_until) == ("", None)


def test_one_round_stands_back_where_another_process_is_at_it(db, capsys):
    Lease("another").take()

    call_command("run_jobs", once=True)

    assert "Another process does the jobs" in capsys.readouterr().out
    assert Job.objects.get(name=NAME).held_by == "another"


def test_one_round_in_which_something_failed_fails(db, monkeypatch):
    page = make_article(expire_at=timezone.now())

    def refuse(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr(type(page), "unpublish", refuse)

    with pytest.raises(CommandError, match="Some jobs failed"):
        call_command("run_jobs", once=True)


def test_the_loop_goes_on_without_a_database_and_ends_cleanly_when_it_is_told_to(tmp_path):
    # A database without tables: nothing can be done, and that is said.
    empty = {"DATABASE_URL": f"sqlite:///{tmp_path / 'empty.sqlite3'}", "VAR_FOLDER": str(tmp_path)}
    process = subprocess.Popen(
        [sys.executable, "manage.py", "run_jobs", "--pause", "1"],
        cwd=ROOT,
        env={**os.environ, **empty, "DJANGO_SETTINGS_MODULE": "site_config.settings.test"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    said = process.stdout.readline()
    resting = next(line for line in process.stderr if "The jobs rest" in line)

    process.send_signal(signal.SIGTERM)
    rest, problems = process.communicate(timeout=20)

    assert said.startswith("The jobs run, every 1 s.")
    assert "the database does not answer" in resting
    assert rest == "The jobs have stopped.\n"
    assert (process.returncode, "Traceback" in problems) == (0, False)


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT], ids=["SIGTERM", "Ctrl-C"])
def test_whatever_asks_it_to_end_is_heard(monkeypatch, capsys, ending):
    before = {one: signal.getsignal(one) for one in (signal.SIGTERM, signal.SIGINT)}

    def is_told_to_end(loop):
        signal.raise_signal(ending)
        assert loop.ended.wait(5)

    monkeypatch.setattr("desk.jobs.loop.Loop.run", is_told_to_end)
    try:
        call_command("run_jobs")
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)

    assert "The jobs have stopped." in capsys.readouterr().out
