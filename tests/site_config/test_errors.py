"""Pages for what went wrong come also while everything they would ask is away."""

import os
import re
import subprocess
import sys
from pathlib import Path
from unittest.mock import patch

import pytest
from django.core.cache.backends.base import BaseCache
from django.db import OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from wagtail.models import Site

from base import khipu
from base.models import OrganisationSettings
from site_config import errors
from tests.factories import make_article, make_index, make_page, make_user, restrict

ROOT = Path(__file__).resolve().parents[2]


class AwayCache(BaseCache):
    """A cache that answers nothing but an error."""

    def __init__(self, location, params):
        super().__init__(params)

    def _away(self, *args, **kwargs):
        raise ConnectionError("away")

    get = set = add = delete = touch = clear = incr = get_many = _away


@pytest.fixture
def all_is_away(db, settings):
    """Neither the database nor the cache answers."""
    away = {"BACKEND": f"{AwayCache.__module__}.AwayCache"}
    settings.CACHES = dict.fromkeys(settings.CACHES, away)
    with patch.object(BaseDatabaseWrapper, "cursor", side_effect=OperationalError("away")):
        yield


@pytest.fixture
def visitor():
    return Client(raise_request_exception=False)


def text(answer) -> str:
    return answer.content.decode()


def is_safe_and_clean(answer) -> bool:
    """What holds of every error page."""
    html = text(answer)
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert "no-store" in answer["Cache-Control"]
    assert dict(answer.cookies) == {}
    assert html.count("<h1>") == 1 and "<title>" in html and 'lang="en' in html
    assert "Traceback" not in html and "away" not in html and "site-packages" not in html
    return True


# --- with everything up


def test_a_page_that_is_not_there_offers_the_search_every_year_and_every_stream(client, db):
    news = make_index(title="News", slug="news")
    make_article(news, date="2014-05-04")
    make_article(news, date="2016-05-04")

    answer = client.get("/nothing-here/")

    html = text(answer)
    assert answer.status_code == 404 and is_safe_and_clean(answer)
    assert 'class="masthead' in html and 'action="/search/"' in html
    years = re.findall(r'href="/archive/(\d{4})/"', html)
    assert sorted(set(years)) == ["2014", "2016"]
    assert 'href="/news/"' in html


def test_every_year_it_offers_is_there(client, db):
    make_article(date="2014-05-04")

    html = text(client.get("/nothing-here/"))

    for address in set(re.findall(r'href="(/archive/\d{4}/)"', html)):
        assert client.get(address).status_code == 200


def test_the_years_can_be_a_plain_list(client, db):
    make_article(date="2014-05-04")
    said = OrganisationSettings.for_site(Site.objects.get())
    said.shows_khipu = False
    said.save()

    html = text(client.get("/nothing-here/"))

    assert 'href="/archive/2014/"' in html
    assert 'class="khipu"' not in html


def test_a_page_that_is_not_there_costs_few_questions(client, db, django_assert_max_num_queries):
    make_article()
    client.get("/nothing-here/")

    with django_assert_max_num_queries(8):
        client.get("/nothing-there/")


def test_the_cord_reads_404():
    tied = khipu.cord(404, khipu.layout([404]))

    html = render_to_string("components/cord_404.html")

    assert html.count("<ellipse") == len(tied.singles) == 4
    assert html.count("l9.2-2.4") == len(tied.turns) == 4


def test_a_site_without_anything_dated_offers_no_years(client, db):
    html = text(client.get("/nothing-here/"))

    assert "Or go to a year" not in html


@pytest.mark.parametrize("path", ["/nothing/", "/x.php", "/news/2050/", "/documents/9/x.pdf"])
def test_there_is_one_page_for_what_is_not_there(client, db, path):
    client.force_login(make_user("Admin"))

    answer = client.get(path)

    assert answer.status_code == 404
    assert "find that page" in text(answer)


def test_a_form_of_the_admin_without_its_token_says_what_to_do(db):
    strict = Client(enforce_csrf_checks=True)

    answer = strict.post("/admin/login/", {"username": "a", "password": "b"})

    assert answer.status_code == 403 and "default-src 'none'" in answer["Content-Security-Policy"]
    assert "sign-in ran out" in text(answer) and 'href="/admin/login/"' in text(answer)
    assert dict(answer.cookies) == {}


def test_a_password_page_without_its_token_is_refused(db):
    page = make_page()
    restriction = restrict(page)
    strict = Client(enforce_csrf_checks=True)

    answer = strict.post(
        f"/_util/authenticate_with_password/{restriction.pk}/{page.pk}/",
        {"password": "secret", "return_url": page.url},
    )

    assert answer.status_code == 403


def test_a_host_that_is_not_ours_gets_a_page_that_does_not_repeat_it(client, db):
    answer = client.get("/", headers={"Host": "evil.example.net"})

    assert answer.status_code == 400 and is_safe_and_clean(answer)
    assert "evil" not in text(answer)


def test_too_many_fields_are_refused_with_a_page(client, db):
    answer = client.post("/_util/login/", {f"field{n}": "x" for n in range(10_001)})

    assert answer.status_code == 400 and is_safe_and_clean(answer)


def test_a_page_that_breaks_says_so_and_nothing_of_why(visitor, db, monkeypatch):
    def broken(*args):
        raise ZeroDivisionError("a secret of ours")

    monkeypatch.setattr("home.models.HomePage.render", broken)

    answer = visitor.get("/")

    assert answer.status_code == 500 and is_safe_and_clean(answer)
    assert "secret of ours" not in text(answer)


# --- with nothing up


@pytest.mark.parametrize(("path", "status"), [("/x.php", 404), ("/x/y.html", 404), ("/", 500)])
def test_a_page_comes_while_the_database_and_the_cache_are_away(visitor, all_is_away, path, status):
    answer = visitor.get(path)

    assert answer.status_code == status and is_safe_and_clean(answer)
    assert "css/site.css" in text(answer) and 'href="/"' in text(answer)


def test_it_comes_also_to_somebody_who_has_signed_in(visitor, settings, all_is_away):
    visitor.cookies[settings.SESSION_COOKIE_NAME] = "a" * 32

    answer = visitor.get("/x.php")

    assert answer.status_code == 404 and is_safe_and_clean(answer)


@pytest.mark.parametrize(
    ("made", "status"),
    [
        (lambda request: errors.too_often(request, 600), 429),
        (lambda request: errors.forbidden(request), 403),
        (lambda request: errors.csrf_failed(request), 403),
        (lambda request: errors.bad_request(request), 400),
        (lambda request: errors.not_found(request), 404),
        (lambda request: errors.broken(request), 500),
    ],
)
def test_every_error_has_its_page_while_all_is_away(all_is_away, made, status):
    answer = made(RequestFactory().get("/"))

    assert answer.status_code == status
    assert text(answer).count("<h1>") == 1 and "css/site.css" in text(answer)


def test_where_not_even_a_template_can_be_read_there_is_a_sentence(monkeypatch):
    def unreadable(*args, **kwargs):
        raise OSError("no such disk")

    monkeypatch.setattr(errors, "render_to_string", unreadable)

    answer = errors.broken(RequestFactory().get("/"))

    assert (answer.status_code, "Something went wrong here" in text(answer)) == (500, True)


def test_a_server_that_finds_neither_database_nor_cache_still_answers(tmp_path):
    program = (
        "import django; django.setup(); from django.test import Client;"
        "visitor = Client(raise_request_exception=False);"
        "answers = [visitor.get(path) for path in ('/', '/x.php', '/-/live')];"
        "print([(answer.status_code, b'site.css' in answer.content) for answer in answers])"
    )

    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={
            "PATH": os.environ["PATH"],
            "DJANGO_SETTINGS_MODULE": "site_config.settings.dev",
            "DATABASE_URL": "postgres://nobody@127.0.0.1:1/nothing",
            "REDIS_URL": "redis://127.0.0.1:1/0",
            "VAR_FOLDER": str(tmp_path),
        },
        capture_output=True,
        text=True,
    )

    assert done.stdout.strip() == "[(500, True), (404, True), (200, False)]", done.stderr
