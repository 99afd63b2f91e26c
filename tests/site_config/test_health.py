"""What machines ask the site, and what a public page is made of on a developer's machine."""

import shutil
from collections import namedtuple

import pytest
from django.core.cache import cache
from django.db import DatabaseError

from site_config import views
from tests.factories import make_article, make_index

Usage = namedtuple("Usage", "total used free")


@pytest.mark.parametrize("path", ["/-/live", "/-/ready", "/-/health"])
def test_a_healthy_site_says_so_and_nobody_keeps_the_answer(db, client, path):
    answer = client.get(path)

    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    assert not answer.cookies


@pytest.mark.parametrize("path", ["/-/live", "/-/ready", "/-/health"])
def test_nobody_is_told_who_does_not_simply_ask(client, path):
    assert client.trace(path).status_code == 405


def test_that_it_lives_is_said_without_the_database(client):
    # No database is allowed to this test.
    answer = client.get("/-/live")

    assert answer.content == b"live\n"


def broken(*args, **kwargs):
    raise DatabaseError


def test_a_database_that_does_not_answer_is_said_without_its_words(db, client, monkeypatch):
    monkeypatch.setattr(views, "MigrationExecutor", broken)

    ready, health = client.get("/-/ready"), client.get("/-/health")

    assert (ready.status_code, health.status_code) == (503, 503)
    assert ready.content == b"not ready: the database does not answer\n"
    assert health.json()["database"] == "the database does not answer"


def test_migrations_that_wait_are_said(db, client, monkeypatch):
    monkeypatch.setattr(views.MigrationExecutor, "migration_plan", lambda self, targets: ["one"])

    answer = client.get("/-/ready")

    assert (answer.status_code, answer.content) == (503, b"not ready: migrations are waiting\n")


def test_a_cache_that_forgets_or_fails_is_said(db, client, monkeypatch):
    monkeypatch.setattr(type(cache._connections["default"]), "get", lambda *args, **kwargs: None)
    forgets = client.get("/-/health").json()["cache"]
    monkeypatch.setattr(type(cache._connections["default"]), "set", broken)
    fails = client.get("/-/health").json()["cache"]

    assert forgets == "the cache forgets"
    assert fails == "the cache does not answer"


def test_a_full_disk_is_said(db, client, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: Usage(100, 99, 1))

    answer = client.get("/-/health")

    assert answer.status_code == 503
    assert answer.json()["free_space"] == "little space left on the disk"


@pytest.mark.parametrize("path", ["/", "/news/", "/topics/", "/events/", "/notices/"])
def test_a_public_page_has_no_toolbar_no_script_and_no_cookie(home, client, settings, path):
    settings.DEBUG = True
    index = make_index(slug="news")
    make_article(index)

    answer = client.get(path)

    text = answer.content.decode()
    assert answer.status_code == 200
    # What search engines read is data, which no browser runs.
    assert "<script" not in text.replace('<script type="application/ld+json">', "")
    assert "userbar" not in text
    assert "djdt" not in text
    assert not answer.cookies
