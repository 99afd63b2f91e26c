import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Collection, CollectionViewRestriction, Page
from wagtail.rich_text import expand_db_html

from desk.finding.broken import broken_links
from tests.factories import (
    make_article,
    make_document,
    make_index,
    make_notice,
    make_page,
    make_topic,
    make_user,
    restrict,
)

pytestmark = pytest.mark.django_db


def text(*links: str) -> list:
    return [("paragraph", "".join(f"<p>Read {link} today.</p>" for link in links))]


def to_page(key: int, words: str = "the page") -> str:
    return f'<a linktype="page" id="{key}">{words}</a>'


def to_file(key: int, words: str = "the file") -> str:
    return f'<a id="{key}" linktype="document">{words}</a>'


def found() -> list[tuple[str, str]]:
    return sorted((link.words, link.fault) for link in broken_links())


def test_links_to_what_is_gone_a_draft_or_private_are_found_with_their_words():
    news = make_index()
    draft, private = make_article(news, live=False), make_article(news)
    restrict(private)
    links = [
        to_page(99999, "a page that was deleted"),
        to_page(draft.pk, "a <b>draft</b>"),
        to_page(private.pk, "a private one"),
        to_page(news.pk, "a good one"),
        to_file(99999, "a file that was deleted"),
        to_file(make_document().pk, "a good file"),
    ]

    make_article(news, body=text(*links))

    assert found() == [
        ("a draft", "page draft"),
        ("a file that was deleted", "document gone"),
        ("a page that was deleted", "page gone"),
        ("a private one", "page private"),
    ]


def test_a_private_document_is_no_good_either():
    closed = Collection.get_first_root_node().add_child(name="Members")
    CollectionViewRestriction.objects.create(collection=closed, restriction_type="login")
    document = make_document(collection=closed)

    make_page(body=text(to_file(document.pk)))

    assert found() == [("the file", "document private")]


@pytest.mark.parametrize("field", ["teaser", "background"])
def test_every_running_text_is_read(field):
    value = f"<p>{to_page(99999)}</p>" if field == "teaser" else text(to_page(99999))

    make_topic(**{field: value})

    assert found() == [("the page", "page gone")]


def test_texts_within_blocks_are_read_and_the_block_is_told():
    page = make_page(body=[("fact_box", {"heading": "Why", "text": f"<p>{to_page(99999)}</p>"})])

    (link,) = broken_links()

    assert link.path == f"body.{Page.objects.get(pk=page.pk).specific.body[0].id}"


def test_drafts_may_link_wherever_they_like():
    make_article(live=False, body=text(to_page(99999)))

    assert found() == []


def test_a_notice_that_hides_because_of_its_target_is_named():
    make_notice(title="Appeal", target_page=make_article(live=False))

    assert found() == [("Appeal", "target draft")]


def test_the_report_shows_page_words_fault_and_the_way_to_mend_it(client):
    page = make_article(title="Bridge", body=text(to_page(99999, "the old report")))
    client.force_login(make_user("Editor"))

    html = client.get("/admin/reports/links-to-fix/").content.decode()

    for words in ("Bridge", "4 May 2026", "the old report", "The page was deleted."):
        assert words in html
    block = page.body[0].id
    assert f'/admin/pages/{page.pk}/edit/#:w:contentpath=body.{block}"' in html


def test_the_report_stands_in_the_menu_and_says_when_all_is_well(client):
    client.force_login(make_user("Editor"))

    assert "/admin/reports/links-to-fix/" in client.get("/admin/").content.decode()
    assert "nothing to fix" in client.get("/admin/reports/links-to-fix/").content.decode()


def test_who_edits_no_pages_sees_no_report(client):
    client.force_login(make_user())

    assert client.get("/admin/reports/links-to-fix/").status_code == 302


def test_the_report_needs_as_many_queries_for_ten_links_as_for_a_hundred(client):
    client.force_login(make_user("Editor"))
    counts = []
    for number in (1, 9, 40):
        make_article(body=text(*(to_page(99999 + n) for n in range(number))))
        client.get("/admin/reports/links-to-fix/")
        with CaptureQueriesContext(connection) as queries:
            client.get("/admin/reports/links-to-fix/")
        counts.append(len(queries))

    assert counts[1] == counts[2] <= 32


@pytest.mark.parametrize("state", ["draft", "gone", "nowhere"])
def test_a_visitor_is_never_led_to_nothing(state):
    page = make_article(live=state != "draft")
    if state == "nowhere":
        Page.objects.filter(pk=page.pk).update(url_path="/elsewhere/", path="00020001")

    html = expand_db_html(to_page(99999 if state == "gone" else page.pk))

    assert html == "<a>the page</a>"
