"""The jobs run beside the server of a trial, and end with it however it ends."""

import signal

import pytest

from site_config import first_run


@pytest.fixture
def told(monkeypatch):
    """What happens, in its order, with nothing behind it."""
    happened, before = [], signal.getsignal(signal.SIGTERM)

    class Jobs:
        def start(self):
            happened.append("jobs start")

        def end(self):
            happened.append("jobs end")

    monkeypatch.setattr("desk.jobs.loop.Beside", Jobs)
    monkeypatch.setattr(first_run, "prepare_database", lambda var: "")
    monkeypatch.setattr(first_run, "greet", lambda *args: None)
    yield happened
    signal.signal(signal.SIGTERM, before)


@pytest.mark.parametrize("ending", [SystemExit(0), SystemExit(1), KeyboardInterrupt()])
def test_what_is_scheduled_happens_as_long_as_the_server_runs(told, monkeypatch, ending):
    def serve(name, *args, **options):
        told.append(name)
        raise ending

    monkeypatch.setattr(first_run, "call_command", serve)

    with pytest.raises(type(ending)):
        first_run.main(0)

    assert told == ["jobs start", "runserver", "jobs end"]


def test_a_server_that_is_told_to_end_gives_the_work_back_first(told, monkeypatch):
    monkeypatch.setattr(
        first_run, "call_command", lambda *args, **options: signal.raise_signal(signal.SIGTERM)
    )

    with pytest.raises(SystemExit) as ending:
        first_run.main(0)

    assert told == ["jobs start", "jobs end"]
    assert ending.value.code == 143


def test_no_jobs_run_where_the_database_could_not_be_prepared(told, monkeypatch):
    def away(var):
        raise first_run.CommandError("no database")

    monkeypatch.setattr(first_run, "prepare_database", away)

    assert first_run.main(0) == 1
    assert told == []
