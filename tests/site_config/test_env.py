"""The environment is read in one place, and every variable is explained in `.env.example`."""

import ast
import re
from pathlib import Path

import pytest

from site_config import env

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = (
    *("site_config", "desk", "home", "search", "articles"),
    *("topics", "notices", "base", "blocks", "users"),
)
READERS = {"text", "number", "is_on", "words"}
# The settings must be named before Django can read any; `make run` and `make test` do so too.
MAY_TOUCH_THE_ENVIRONMENT = {
    "site_config/env.py",
    "site_config/wsgi.py",
    "site_config/bootstrap.py",
}


def names_read() -> set[str]:
    """The variables that the functions of `env.py` ask for, by the text of the file itself."""
    calls = (
        node
        for node in ast.walk(ast.parse((ROOT / "site_config/env.py").read_text("utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in READERS
    )
    return {call.args[0].value for call in calls if isinstance(call.args[0], ast.Constant)}


def names_explained() -> set[str]:
    return set(re.findall(r"^([A-Z_]+)=", (ROOT / ".env.example").read_text("utf-8"), re.M))


def test_every_variable_is_explained_and_none_is_explained_that_is_not_read():
    assert names_read() == names_explained() - {"DJANGO_SETTINGS_MODULE"}
    assert {"SECRET_KEY", "DATABASE_URL", "REDIS_URL", "MEDIA_ROOT", "PORT"} <= names_read()


def test_every_variable_has_a_line_of_explanation_above_it():
    lines = (ROOT / ".env.example").read_text("utf-8").splitlines()

    bare = [
        line
        for above, line in zip(["", *lines], lines, strict=False)
        if re.match(r"[A-Z_]+=", line) and not above.startswith("# ")
    ]

    assert bare == []


def test_nothing_else_reads_the_environment():
    files = [path for package in PACKAGES for path in (ROOT / package).rglob("*.py")]

    readers = {
        str(path.relative_to(ROOT))
        for path in files
        if re.search(r"\bos\.environ\b|\bgetenv\b|from os import", path.read_text("utf-8"))
    }

    assert readers <= MAY_TOUCH_THE_ENVIRONMENT


def test_what_the_environment_sets_wins_over_the_file(tmp_path, monkeypatch):
    file = tmp_path / ".env"
    file.write_text("# a note\n\nPORT=8100\nEMAIL_FROM='desk@example.org'\nnonsense\n")
    monkeypatch.setenv("PORT", "8200")
    monkeypatch.delenv("EMAIL_FROM", raising=False)

    env.load_file(file)

    assert env.port() == 8200
    assert env.email_from() == "desk@example.org"


def test_a_missing_file_is_no_mistake(tmp_path):
    env.load_file(tmp_path / ".env")


def test_an_empty_value_means_the_default(monkeypatch):
    monkeypatch.setenv("PORT", " ")

    assert env.port() == 8000


def test_links_in_mails_lead_to_the_port_that_was_asked_for_unless_an_address_is_given(monkeypatch):
    monkeypatch.setenv("PORT", "8001")
    monkeypatch.setenv("SITE_URL", "")

    on_a_trial = env.site_url()
    monkeypatch.setenv("SITE_URL", "https://news.example.org/")

    assert [on_a_trial, env.site_url()] == ["http://127.0.0.1:8001", "https://news.example.org"]


@pytest.mark.parametrize("value", ["eighty", "-1", "80.5"])
def test_a_port_that_is_no_number_is_refused_in_words(monkeypatch, value):
    monkeypatch.setenv("PORT", value)

    with pytest.raises(SystemExit, match="PORT must be a whole number"):
        env.port()


@pytest.mark.parametrize(
    ("value", "is_on"),
    [("1", True), ("true", True), ("On", True), ("0", False), ("false", False), ("", False)],
)
def test_a_switch_is_on_when_it_says_so(monkeypatch, value, is_on):
    monkeypatch.setenv("DEBUG", value)

    assert env.is_on("DEBUG") is is_on


def test_hosts_are_parted_by_commas_or_spaces(monkeypatch):
    monkeypatch.setenv("ALLOWED_HOSTS", "example.org, www.example.org news.example.org")

    assert env.allowed_hosts() == ["example.org", "www.example.org", "news.example.org"]


def test_media_lie_in_the_folder_the_installation_writes_to(monkeypatch, tmp_path):
    monkeypatch.setenv("VAR_FOLDER", str(tmp_path))
    monkeypatch.delenv("MEDIA_ROOT", raising=False)
    monkeypatch.delenv("DATABASE_URL", raising=False)

    assert env.media_root() == tmp_path / "media"
    assert env.database_url() == f"sqlite:///{tmp_path / 'site.sqlite3'}"
