"""Each settings module in a process of its own, as an installation starts it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GOOD = {
    "SECRET_KEY": "an-Invented-key-4-tests-only-" * 2,
    "ALLOWED_HOSTS": "news.example.org",
    "DEBUG": "0",
}


def python(program: str, settings: str, **environment: str) -> subprocess.CompletedProcess:
    """Run a program under those settings; what is not named here is as if it were never set."""
    names = ("DATABASE_URL", "REDIS_URL", "EMAIL_URL", "SECRET_KEY", "ALLOWED_HOSTS", "DEBUG")
    return subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={
            **dict.fromkeys(names, ""),
            "PATH": os.environ["PATH"],
            "DJANGO_SETTINGS_MODULE": f"site_config.settings.{settings}",
            **environment,
        },
        capture_output=True,
        text=True,
    )


def answer(program: str, settings: str = "production", **environment: str) -> str:
    done = python(
        f"from django.conf import settings; {program}", settings, **{**GOOD, **environment}
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"DEBUG": "1"}, "DEBUG"),
        ({"DEBUG": "true"}, "DEBUG"),
        ({"SECRET_KEY": ""}, "SECRET_KEY"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY"),
        ({"SECRET_KEY": GOOD["SECRET_KEY"][:49]}, "SECRET_KEY"),
        ({"SECRET_KEY": "x1" * 40}, "SECRET_KEY"),
        ({"ALLOWED_HOSTS": ""}, "ALLOWED_HOSTS"),
        ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS"),
        ({"ALLOWED_HOSTS": "example.org,*"}, "ALLOWED_HOSTS"),
        ({"ALLOWED_HOSTS": "*.example.org"}, "ALLOWED_HOSTS"),
        ({"ALLOWED_HOSTS": ".example.org"}, "ALLOWED_HOSTS"),
    ],
)
def test_production_does_not_start_with(wrong, named):
    done = python("import site_config.wsgi", "production", **{**GOOD, **wrong})

    assert done.returncode != 0
    assert f"The site does not start: {named}" in done.stderr
    assert "Traceback" not in done.stderr


def test_production_starts_with_what_it_demands(tmp_path):
    done = python("import site_config.wsgi", "production", **GOOD, VAR_FOLDER=str(tmp_path))

    assert done.returncode == 0, done.stderr


def test_nothing_is_left_to_warn_of_before_production():
    program = (
        "from django.core.management import execute_from_command_line as run;"
        "run(['manage.py', 'check', '--deploy', '--fail-level', 'WARNING'])"
    )

    done = python(program, "production", **GOOD)

    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout


def test_production_ignores_a_debug_that_says_off():
    assert answer("print(settings.DEBUG, settings.ALLOWED_HOSTS)") == "False ['news.example.org']"


def test_the_shared_settings_are_safe_as_they_stand():
    program = (
        "print(settings.DEBUG, settings.SECURE_SSL_REDIRECT, settings.SESSION_COOKIE_SECURE,"
        " settings.CSRF_COOKIE_SECURE, settings.ALLOWED_HOSTS)"
    )

    said = answer(program, "base", ALLOWED_HOSTS="")

    assert said == "False True True True ['localhost', '127.0.0.1', '[::1]']"


def test_without_a_database_named_it_is_sqlite_that_lets_readers_and_the_writer_be(tmp_path):
    program = (
        "import django; django.setup(); from django.db import connection as c;"
        "cursor = c.cursor(); cursor.execute('PRAGMA journal_mode'); mode = cursor.fetchone()[0];"
        "cursor.execute('PRAGMA foreign_keys');"
        "d = settings.DATABASES['default'];"
        "print(c.vendor, mode, cursor.fetchone()[0], d['OPTIONS']['transaction_mode'],"
        " d['CONN_MAX_AGE'] > 0, d['NAME'])"
    )

    said = answer(program, VAR_FOLDER=str(tmp_path))

    assert said == f"sqlite wal 1 IMMEDIATE True {tmp_path}/site.sqlite3"


def test_an_address_of_postgresql_makes_it_postgresql():
    program = (
        "d = settings.DATABASES['default'];"
        "print(d['ENGINE'], d['HOST'], d['NAME'], d['CONN_HEALTH_CHECKS'], 'OPTIONS' in d and"
        " 'init_command' in d['OPTIONS'])"
    )

    said = answer(program, DATABASE_URL="postgres://desk:secret@db.example.org:5433/news")

    assert said == "django.db.backends.postgresql db.example.org news True False"


@pytest.mark.parametrize(
    ("address", "backend"),
    [("", "LocMemCache"), ("redis://cache.example.org:6379/0", "RedisCache")],
)
def test_an_address_of_redis_turns_the_shared_cache_on(address, backend):
    said = answer("print(settings.CACHES['default']['BACKEND'])", REDIS_URL=address)

    assert said.endswith(backend)


def test_mail_goes_to_the_console_until_a_server_is_named():
    program = "print(settings.EMAIL_BACKEND.rsplit('.', 2)[1])"

    assert answer(program) == "console"
    assert answer(program, EMAIL_URL="smtp://desk:a%40b@mail.example.org:587") == "smtp"


def test_the_address_of_a_mail_server_is_read_whole():
    program = (
        "print(settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_HOST_USER,"
        " settings.EMAIL_HOST_PASSWORD, settings.EMAIL_USE_TLS, settings.EMAIL_USE_SSL)"
    )

    said = answer(program, EMAIL_URL="smtp://desk:a%40b@mail.example.org:587")

    assert said == "mail.example.org 587 desk a@b True False"


def test_the_zone_of_the_site_can_be_chosen():
    assert answer("print(settings.TIME_ZONE)", TIME_ZONE="America/Lima") == "America/Lima"
    assert answer("print(settings.TIME_ZONE)", TIME_ZONE="") == "Europe/London"


def test_static_files_are_compressed_and_named_by_what_is_in_them():
    said = answer("print(settings.STORAGES['staticfiles']['BACKEND'])")

    assert said == "site_config.static_files.StaticFiles"


def test_a_flood_that_names_other_hosts_does_not_fill_the_log(client, caplog):
    answer = client.get("/", headers={"Host": "evil.example"})

    assert answer.status_code == 400
    assert not caplog.records
