"""The two commands, as far as they can be tried without installing anything."""

import ast
import importlib.util
import socket
import stat
import sys
from contextlib import closing
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parent.parent / "site_config"


@pytest.fixture
def bootstrap(monkeypatch):
    """The file itself, loaded afresh, so that a test may bend it."""
    spec = importlib.util.spec_from_file_location("bootstrap_under_test", FOLDER / "bootstrap.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def requirements(bootstrap, monkeypatch, tmp_path):
    """Requirements and a stamp of our own; returns the names of the files that were installed."""
    for name, text in (
        ("requirements.txt", "site==1"),
        ("requirements-dev.txt", "site==1\ntool==1"),
    ):
        (tmp_path / name).write_text(text)
    installed = []
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    monkeypatch.setattr(bootstrap, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(bootstrap, "venv_works", lambda: True)
    monkeypatch.setattr(bootstrap, "fill_venv", installed.append)
    return installed


@pytest.mark.parametrize("name", ["bootstrap.py", "steps.py"])
def test_an_old_python_can_read_as_far_as_the_sentence_that_refuses_it(name):
    source = (FOLDER / name).read_text(encoding="utf-8")

    tree = ast.parse(source, feature_version=(3, 8))

    assert tree.body


def test_an_old_python_is_told_what_it_needs(bootstrap, monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))

    with pytest.raises(SystemExit) as ending:
        bootstrap.main(["run"])

    assert "needs Python 3.11 or newer; this is 3.9.2" in ending.value.code


def test_a_taken_port_is_said_plainly_with_another_to_choose(bootstrap):
    with closing(socket.create_server(("127.0.0.1", 0))) as other:
        port = other.getsockname()[1]

        with pytest.raises(SystemExit) as ending:
            bootstrap.demand_port(port)

    assert f"Port {port} is taken by another program." in ending.value.code
    assert "make run PORT=" in ending.value.code


def test_a_port_that_has_just_been_closed_is_free(bootstrap):
    with closing(socket.create_server(("127.0.0.1", 0))) as other:
        port = other.getsockname()[1]
        with socket.create_connection(("127.0.0.1", port)) as visitor:
            other.accept()[0].close()
            visitor.recv(1)

    assert bootstrap.demand_port(port) is None


def test_a_number_that_is_no_port_is_refused(bootstrap):
    with pytest.raises(SystemExit, match="There is no port 70000"):
        bootstrap.demand_port(70000)


def test_a_taken_port_stops_a_run_before_anything_is_installed(
    bootstrap, requirements, monkeypatch
):
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "site_config.settings.dev")
    with closing(socket.create_server(("127.0.0.1", 0))) as other:
        monkeypatch.setenv("PORT", str(other.getsockname()[1]))

        with pytest.raises(SystemExit):
            bootstrap.run([])

    assert requirements == []


def test_settings_of_a_public_site_are_not_served_by_make_run(bootstrap, monkeypatch):
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "site_config.settings.production")

    with pytest.raises(SystemExit, match="settings of a public site"):
        bootstrap.choose_settings()


def test_the_env_file_holds_a_long_key_and_is_for_its_owner_only(bootstrap, tmp_path):
    path = tmp_path / ".env"

    bootstrap.write_env(path)

    lines = dict(line.split("=", 1) for line in path.read_text().splitlines() if "=" in line)
    assert len(lines["SECRET_KEY"]) >= 50
    assert lines["DJANGO_SETTINGS_MODULE"] == "site_config.settings.dev"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_two_machines_get_two_keys(bootstrap, tmp_path):
    bootstrap.write_env(tmp_path / "one")
    bootstrap.write_env(tmp_path / "other")

    assert (tmp_path / "one").read_text() != (tmp_path / "other").read_text()


def test_an_env_file_is_never_overwritten(bootstrap, tmp_path):
    path = tmp_path / ".env"
    path.write_text("SECRET_KEY=mine")

    bootstrap.write_env(path)

    assert path.read_text() == "SECRET_KEY=mine"


def test_an_env_file_that_was_cut_short_is_written_again(bootstrap, tmp_path):
    (tmp_path / ".env.new").write_text("SECRET")

    bootstrap.write_env(tmp_path / ".env")

    assert "SECRET_KEY=" in (tmp_path / ".env").read_text()
    assert not (tmp_path / ".env.new").exists()


def test_packages_are_installed_once(bootstrap, requirements):
    bootstrap.install("run")
    bootstrap.install("run")

    assert requirements == ["requirements.txt"]


def test_the_developers_packages_are_enough_for_a_run(bootstrap, requirements):
    bootstrap.install("dev")
    bootstrap.install("run")

    assert requirements == ["requirements-dev.txt"]


def test_the_sites_packages_are_not_enough_for_the_tests(bootstrap, requirements):
    bootstrap.install("run")
    bootstrap.install("dev")

    assert requirements == ["requirements.txt", "requirements-dev.txt"]


def test_changed_requirements_are_installed_again_and_a_developer_stays_one(
    bootstrap, requirements, tmp_path
):
    bootstrap.install("dev")
    (tmp_path / "requirements.txt").write_text("site==2")
    (tmp_path / "requirements-dev.txt").write_text("site==2\ntool==1")

    bootstrap.install("run")

    assert requirements == ["requirements-dev.txt", "requirements-dev.txt"]


def test_an_installation_that_was_cut_short_is_done_again(bootstrap, requirements, monkeypatch):
    def breaks_off(_):
        raise KeyboardInterrupt

    bootstrap.install("run")
    with monkeypatch.context() as broken:
        broken.setattr(bootstrap, "fill_venv", breaks_off)
        with pytest.raises(KeyboardInterrupt):
            bootstrap.install("dev")

    bootstrap.install("run")

    assert requirements == ["requirements.txt", "requirements.txt"]


@pytest.mark.parametrize(
    ("said", "advice"),
    [
        ("invalid peer certificate: UnknownIssuer", "SSL_CERT_FILE"),
        ("Temporary failure in name resolution", "Is this machine online?"),
        ("error: externally-managed-environment", "apt install python3-venv"),
        ("/usr/bin/python3: No module named pip", "This Python lacks pip"),
        ("The virtual environment was not created: ensurepip is not available", "lacks pip"),
        ("THESE PACKAGES DO NOT MATCH THE HASHES", "is not the one whose hash stands"),
        ("OperationalError: connection refused", "The database does not answer"),
    ],
)
def test_a_known_failure_says_what_to_do(bootstrap, said, advice):
    assert advice in str(bootstrap.Failed(said))


def test_an_unknown_failure_shows_the_end_of_what_was_said(bootstrap):
    failed = bootstrap.Failed("\n".join(f"line {number}" for number in range(100)))

    assert str(failed).splitlines()[-1] == "line 99"
    assert len(str(failed).splitlines()) == 15


def test_arguments_may_choose_the_number_of_processes_themselves(bootstrap):
    assert bootstrap.workers(["-n0", "-k", "home"]) == []
    assert bootstrap.workers(["--pdb"]) == []


def test_every_pinned_version_stands_in_the_requirements(bootstrap):
    assert bootstrap.check_requirements() == ""


def test_a_version_that_is_pinned_but_not_required_is_named(bootstrap, monkeypatch, tmp_path):
    (tmp_path / "pyproject.toml").write_text(
        '[project]\ndependencies = ["site[extra]==2"]\noptional-dependencies = {dev = ["tool==1"]}'
    )
    (tmp_path / "requirements.txt").write_text("site==1 \\\n    --hash=sha256:0")
    (tmp_path / "requirements-dev.txt").write_text("site==1\ntool==1")
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)

    assert bootstrap.check_requirements() == "site==2 is not in requirements.txt"
