"""Every kind of answer carries the policy and the headers of its kind, and leaves no cookie."""

import hashlib
import re
from base64 import b64encode

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from site_config.policies import ADMIN, hash_of, is_starter
from tests.factories import (
    make_article,
    make_document,
    make_event,
    make_form,
    make_image,
    make_index,
    make_notice,
    make_page,
    make_topic,
    make_user,
    restrict,
)

pytestmark = pytest.mark.django_db

READERS = {name: set(said) for name, said in settings.CONTENT_SECURITY_POLICY["DIRECTIVES"].items()}


@pytest.fixture(scope="module")
def built(standing) -> None:
    """One page of every kind, and the addresses at which an anonymous visitor may ask."""
    rivers = make_topic(title="Rivers", slug="rivers")
    news = make_index(title="News", slug="news")
    make_article(news, slug="ferry", main_topic=rivers)
    make_event(news, slug="talk")
    make_notice(slug="appeal")
    make_page(slug="about")
    make_form(slug="contact")
    restrict(make_page(slug="closed"), "login")


@pytest.fixture
def site(built, home):
    """The home page above them."""
    return home


PAGES = (
    "/",
    "/news/",
    "/news/?topic=rivers",
    "/news/2026/",
    "/news/2026/05/",
    "/news/ferry/",
    "/news/talk/",
    "/rivers/",
    "/topics/",
    "/events/",
    "/notices/",
    "/archive/",
    "/archive/2026/",
    "/appeal/",
    "/about/",
    "/contact/",
    "/contact/thanks/",
    "/search/",
    "/search/?q=ferry",
)
MACHINES = (
    "/feed/",
    "/news/feed/",
    "/rivers/feed/",
    "/events/calendar.ics",
    "/news/talk/event.ics",
    "/sitemap.xml",
    "/robots.txt",
    "/-/live",
    "/-/ready",
    "/-/health",
    "/static/css/site.css",
    "/static/img/favicon.svg",
    "/static/fonts/archivo-var.woff2",
)
REFUSED = ("/nothing/", "/x.php", "/closed/", "/news", "/news/?page=99", "/admin/", "/admin/x/")


def policy(answer) -> dict[str, set[str]]:
    parts = (part.split() for part in answer["Content-Security-Policy"].split(";"))
    return {name: set(said) for name, *said in parts}


# --- readers


@pytest.mark.parametrize("path", PAGES)
def test_a_reader_gets_the_strictest_policy(client, site, path):
    answer = client.get(path)

    assert answer.status_code == 200
    assert policy(answer) == READERS
    assert answer["X-Frame-Options"] == "DENY"


def test_the_strictest_policy_allows_nothing_unsafe_no_script_and_no_other_host():
    assert READERS["default-src"] == READERS["base-uri"] == READERS["frame-ancestors"] == {"'none'"}
    assert not [name for name in READERS if name.startswith(("script", "connect", "frame-src"))]
    assert set().union(*READERS.values()) == {"'none'", "'self'"}


@pytest.mark.parametrize("path", [*PAGES, *MACHINES, *REFUSED])
def test_no_anonymous_visitor_gets_a_cookie(client, site, path):
    answer = client.get(path)

    assert dict(answer.cookies) == {}


def test_only_pages_that_ask_who_one_is_leave_a_cookie(client, site):
    closed = make_page()
    restrict(closed)

    left = [set(Client().get(path).cookies) for path in (closed.url, "/_util/login/")]

    assert left == [{"csrftoken"}, {"csrftoken"}]


@pytest.mark.parametrize("path", [*PAGES, *MACHINES, *REFUSED, "/admin/login/", "/_util/login/"])
def test_every_answer_carries_the_headers_of_safety(client, site, path):
    answer = client.get(path)

    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "geolocation=()" in answer["Permissions-Policy"]


@pytest.mark.parametrize("path", MACHINES)
def test_what_is_no_page_may_load_nothing(client, site, path):
    answer = client.get(path)

    assert answer.status_code in (200, 503)
    assert set().union(*policy(answer).values()) == {"'none'"}


def test_a_document_keeps_the_policy_it_comes_with(client):
    answer = client.get(make_document().url)

    assert answer["Content-Security-Policy"] == "default-src 'none'"
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"


def test_a_picture_may_be_shown_by_whoever_reads_our_feeds(client):
    size = make_image().get_rendition("width-480|format-jpeg")

    answer = client.get(size.url)

    assert answer.status_code == 200
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert set().union(*policy(answer).values()) == {"'none'"}


def test_what_has_not_changed_leaves_the_policy_of_the_kept_page_alone(client, site):
    first = client.get("/feed/")

    again = client.get("/feed/", headers={"If-None-Match": first["ETag"]})

    assert again.status_code == 304
    assert "Content-Security-Policy" not in again


def test_a_host_that_is_not_ours_is_refused_with_every_header(client):
    answer = client.get("/", headers={"Host": "evil.example.net"})

    assert answer.status_code == 400
    assert policy(answer) == READERS
    assert answer["X-Content-Type-Options"] == "nosniff"


# --- editors


def test_whoever_has_signed_in_may_run_wagtails_bar_and_nothing_else(client, site):
    client.force_login(make_user("Editor"))

    answer = client.get("/news/ferry/")

    assert b"wagtail-userbar" in answer.content
    assert policy(answer) == READERS | {"script-src": {"'self'"}}
    assert answer["X-Frame-Options"] == "DENY"


def test_a_reader_with_an_account_but_no_bar_gets_the_readers_policy(client, site):
    client.force_login(make_user())

    answer = client.get("/news/ferry/")

    assert policy(answer) == READERS


def test_a_preview_may_stand_in_a_frame_of_ours(client, site):
    user = make_user("Editor")
    client.force_login(user)
    page = make_article(live=False)
    page.save_revision(user=user)

    answer = client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))

    assert answer.status_code == 200
    assert policy(answer)["frame-ancestors"] == {"'self'"}
    assert "'unsafe-inline'" not in set().union(*policy(answer).values())
    assert answer["X-Frame-Options"] == "SAMEORIGIN"


def test_a_preview_of_a_block_may_stand_in_a_frame_of_ours_and_runs_nothing(client, site):
    client.force_login(make_user("Editor"))
    block = make_article().body.stream_block.child_blocks["pull_quote"]

    answer = client.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})

    assert answer.status_code == 200
    assert policy(answer) == READERS | {"frame-ancestors": {"'self'"}}
    assert answer["X-Frame-Options"] == "SAMEORIGIN"


# --- the admin


ADMIN_PAGES = (
    "/admin/",
    "/admin/login/",
    "/admin/pages/",
    "/admin/images/",
    "/admin/redirects/add/",
    "/admin/reports/site-history/",
    "/admin/workflows/add/",
    "/admin/groups/new/",
    "/admin/forms/",
)


@pytest.mark.parametrize("path", ADMIN_PAGES)
def test_every_inline_script_of_the_admin_is_known_by_its_whole_text(client, path):
    client.force_login(make_user("Admin", is_superuser=True))

    answer = client.get(path, follow=True)

    assert answer.status_code == 200
    said = policy(answer)
    assert said["script-src"] >= {"'self'"} and "'unsafe-inline'" not in said["script-src"]
    assert unknown_scripts(answer) == []


@pytest.mark.parametrize("make", [make_article, make_event, make_index, make_form, make_notice])
def test_every_inline_script_of_the_editor_is_known_by_its_whole_text(client, make):
    client.force_login(make_user("Admin", is_superuser=True))

    answer = client.get(reverse("wagtailadmin_pages:edit", args=[make().pk]))

    assert b"<script>" in answer.content
    assert unknown_scripts(answer) == []


def unknown_scripts(answer) -> list[str]:
    """Inline scripts that the answer's own policy would not let run."""
    # Also in another spelling than ours: nothing with a body may be overlooked.
    scripts = re.findall(r"<script((?:\s[^>]*)?)>(.*?)</script>", answer.content.decode(), re.S)
    allowed = policy(answer)["script-src"]
    return [
        body
        for attributes, body in scripts
        if "src=" not in attributes and 'type="application/json"' not in attributes
        if 'type="text/' not in attributes
        if f"'sha256-{b64encode(hashlib.sha256(body.encode()).digest()).decode()}'" not in allowed
    ]


def test_the_one_handler_that_the_admin_may_run_does_nothing():
    assert set(ADMIN["script-src-attr"]) == {"'unsafe-hashes'", hash_of("return;")}


@pytest.mark.parametrize(
    "script",
    [
        'initDateChooser("id_date", {"dayOfWeekStart": 1, "format": "Y-m-d"});',
        'initDateTimeChooser("id_go_live_at", {});',
        'initTimeChooser("form\\u002D0\\u002Dtime", {"format": "H:i"});',
        'new PageChooser("id_parent", {"modalUrl": "/admin/choose-page/"});',
        'createTaskChooser("id_task");',
        '\n        (function() {\n            var panel = new InlinePanel(JSON.parse("{\\u0022a\\u0022: 1}"));\n        })();\n    ',
    ],
)
def test_a_start_of_a_widget_may_run(script):
    assert is_starter(script)


@pytest.mark.parametrize(
    "script",
    [
        "alert(1)",
        "",
        'initDateChooser("id", {});alert(1)',
        'alert(1);initDateChooser("id", {});',
        'initDateChooser("id", {});\n',
        'initDateChooser("id", {"a": alert(1)});',
        'initDateChooser("id", {}); alert({});',
        'initDateChooser("id"+alert(1)+"", {});',
        'initDateChooser("id", {}, alert(1));',
        'initEvilChooser("id", {});',
        'new PageChooser("id", {"a": 1}, {});alert({});',
        'new evil.Chooser("id", {});',
        'new Function("id", {});',
        'createTaskChooser("id", alert(1));',
        '(function() { var panel = new InlinePanel(JSON.parse(""+alert(1)+"")); })();',
        '(function() { var panel = new InlinePanel(JSON.parse("\\x22")); })();',
        '(function() { var panel = new InlinePanel(JSON.parse("{}")); alert(1) })();',
    ],
)
def test_nothing_else_may_run(script):
    assert not is_starter(script)
