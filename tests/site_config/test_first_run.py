"""The jobs run beside the server of a trial, and end with it however it ends."""

import pytest

from site_config import first_run


@pytest.fixture
def told(monkeypatch):
    """What happens, in its order, with nothing behind it."""
    happened = []

    class Jobs:
        def start(self):
            happened.append("jobs start")

        def end(self):
            happened.append("jobs end")

    monkeypatch.setattr("desk.jobs.loop.Beside", Jobs)
    monkeypatch.setattr(first_run, "prepare_database", lambda var: "")
    monkeypatch.setattr(first_run, "greet", lambda *args: None)
    return happened


@pytest.mark.parametrize("ending", [SystemExit(0), SystemExit(1), KeyboardInterrupt()])
def test_what_is_scheduled_happens_as_long_as_the_server_runs(told, monkeypatch, ending):
    def serve(name, *args, **options):
        told.append(name)
        raise ending

    monkeypatch.setattr(first_run, "call_command", serve)

    with pytest.raises(type(ending)):
        first_run.main(0)

    assert told == ["jobs start", "runserver", "jobs end"]


def test_no_jobs_run_where_the_database_could_not_be_prepared(told, monkeypatch):
    def away(var):
        raise first_run.CommandError("no database")

    monkeypatch.setattr(first_run, "prepare_database", away)

    assert first_run.main(0) == 1
    assert told == []
