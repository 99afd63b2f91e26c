"""`manage.py import_archive`: what it says, what it refuses, and the real pages where they are."""

import json
import re
import sys
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connections
from wagtail.models import Page

from articles.archive.parse import fold
from articles.archive.write import as_html
from articles.management.commands.import_archive import Command
from articles.models import ArticlePage, EventPage, NewsIndex
from base.caching import content_version
from base.models import OrganisationSettings
from base.prose import paragraphs
from notices.models import FeaturedNotice
from tests.articles.archive.listings import (
    FERRY,
    HOME_PAGE,
    LETTER,
    LOST,
    QUOTAS,
    every_row,
    item,
    run,
    save,
)
from tests.factories import make_page
from topics.models import TopicPage

pytestmark = pytest.mark.django_db


def refused(*files: str, **options) -> tuple[str, str]:
    """The message of an import that ends in one, and the report before it."""
    out = StringIO()
    with pytest.raises(CommandError) as error:
        call_command("import_archive", *files, stdout=out, stderr=StringIO(), **options)
    return str(error.value), out.getvalue()


# --- what it says


@pytest.mark.parametrize("text", [LETTER, HOME_PAGE, "By the editor\n\n" + LETTER])
def test_the_characters_placed_and_left_over_add_up_to_those_read(home, tmp_path, text):
    report = run(*save(tmp_path, page=text))

    read, placed, left = map(
        int, re.search(r"in: (\d+), placed: (\d+), left over: (\d+)", report).groups()
    )
    lines = re.findall(r"^  left over: (.+)$", report, re.M)
    assert read == len("".join(text.split()))
    assert read == placed + left
    assert left == sum(len("".join(line.split())) for line in lines)


def test_the_report_counts_what_it_found(home, tmp_path):
    report = run(*save(tmp_path, letter=LETTER))

    assert "items: 6 (2 of them events), notices: 0, boxes: 2, join box: yes" in report
    assert "pages created: 9 (2 as drafts), known before: 0" in report


def test_a_dry_run_tells_the_same_and_writes_not_one_row(home, tmp_path, on_commit):
    files = save(tmp_path, letter=LETTER, home=HOME_PAGE, more=FERRY + QUOTAS + LOST)
    before, version = every_row(), content_version()
    with on_commit():
        planned = run(*files, dry_run=True)
    after, version_after = every_row(), content_version()

    done = run(*files)

    assert (after, version_after) == (before, version)
    assert re.findall(r"would be created: (.+)", planned) == re.findall(r" created: (.+)", done)


def test_a_dry_run_flags_another_text_in_a_later_file(home, tmp_path):
    other = FERRY.replace("lie tied up & idle", "sailed after all")

    report = run(*save(tmp_path, first=FERRY, second=other), dry_run=True)

    assert "The text here: The ferries sailed after all." in report


def test_a_long_listing_shows_how_far_it_is(home, tmp_path):
    text = "".join(item(f"Well {n} closed", "2 May 2008", "It is dry.") for n in range(60))
    errors = StringIO()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stderr", errors)
        run(*save(tmp_path, long=text), dry_run=True)

    assert "long.txt: 100%" in errors.getvalue()


# --- what it refuses


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("letter.txt", b"Dear all,\n\nthe ferry is late again.\n", "is not a listing"),
        ("empty.txt", b"", "it is empty"),
        ("picture.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01", "binary data"),
        ("page.html", b"<!doctype html><html><body><p>News</p></body></html>", "a web page"),
    ],
)
def test_a_file_that_is_no_listing_is_refused_and_the_others_are_imported(
    home, tmp_path, name, data, reason
):
    (tmp_path / name).write_bytes(data)

    message, report = refused(str(tmp_path / name), *save(tmp_path, good=FERRY))

    assert reason in message
    assert name in message
    assert ArticlePage.objects.count() == 1
    assert "good.txt" in report


@pytest.mark.parametrize("name", ["nowhere.txt", "."])
def test_a_file_that_cannot_be_read_is_named_and_the_others_are_imported(home, tmp_path, name):
    message, _report = refused(str(tmp_path / name), *save(tmp_path, good=FERRY))

    assert f"{tmp_path / name} cannot be read" in message
    assert ArticlePage.objects.count() == 1


def test_several_bad_files_are_all_named(home, tmp_path):
    message, _report = refused(str(tmp_path / "one.txt"), str(tmp_path / "two.txt"))

    assert "one.txt" in message
    assert "two.txt" in message


def test_the_shell_sees_a_refusal(home, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(connections, "close_all", lambda: None)  # the test's own go on
    file = str(tmp_path / "nowhere.txt")

    with pytest.raises(SystemExit) as ending:
        Command().run_from_argv(["manage.py", "import_archive", file])

    assert ending.value.code == 1
    assert f"{file} cannot be read" in capsys.readouterr().err


@pytest.mark.parametrize("dry_run", [False, True])
def test_a_stream_that_is_a_page_of_another_kind_is_refused_before_anything_is_written(
    home, tmp_path, dry_run
):
    make_page(slug="analysis")
    files = save(tmp_path, letter=LETTER, home=HOME_PAGE)
    before = every_row()

    message, _report = refused(*files, dry_run=dry_run)

    assert "“analysis” is a page of another kind" in message
    assert "--stream" in message
    assert every_row() == before


@pytest.mark.parametrize("slug", ["topics", "new$", "où"])
def test_a_stream_that_could_not_be_reached_is_refused(home, tmp_path, slug):
    message, _report = refused(*save(tmp_path, letter=FERRY), stream=slug)

    assert f"“{slug}”" in message
    assert not NewsIndex.objects.exists()


def test_dyes_that_cannot_be_read_are_refused_before_anything_is_written(home, tmp_path):
    (tmp_path / "dyes").write_text("FISHERIES = pink\n")
    files = save(tmp_path, letter=LETTER)

    bad_line, _report = refused(*files, dyes=str(tmp_path / "dyes"))
    missing, _report = refused(*files, dyes=str(tmp_path / "nowhere"))

    assert "Line 1 of the dyes is “FISHERIES = pink”" in bad_line
    assert "nowhere cannot be read" in missing
    assert not ArticlePage.objects.exists()


# --- the real pages


NAMES = ["000_4b0dae6d5297eece.txt", "001_abc69352d587d81d.txt", "004_b67fa2c034d32a64.txt"]


@pytest.fixture
def expected(seeds) -> dict:
    return json.loads((seeds / "expected.json").read_text("utf-8"))


def folded(teaser: list[list[str]]) -> list[list[str]]:
    return [[fold(line) for line in lines] for lines in teaser]


def as_printed(article: ArticlePage, page: dict) -> str:
    """The headline with its category in front again; nothing where the importer had to name it."""
    if article.title.startswith("Item without a headline"):
        return ""
    if article.main_topic:
        category = article.main_topic.title.upper()
        return f"{category}: {article.title}"
    return article.title


def text_of(page) -> str:
    """The HTML of the announcement or of the teaser."""
    return "".join(block.value.source for block in page.body) if page.body else page.teaser


@pytest.mark.parametrize("name", NAMES)
def test_every_item_of_a_real_page_is_there_to_the_character(home, seeds, expected, name):
    run(str(seeds / name))

    streams = NewsIndex.objects.order_by("path")
    found = [
        (str(article.date), as_printed(article, expected[name]), text_of(article))
        for stream in streams
        for article in (
            page.specific for page in ArticlePage.objects.descendant_of(stream).newest_first()
        )
    ]
    assert found == [
        (item["date"], fold(item["title"]), as_html(folded(item["teaser"])))
        for item in expected[name]["articles"]
    ]


@pytest.mark.parametrize("name", NAMES)
def test_notices_boxes_and_join_points_of_a_real_page_are_there(home, seeds, expected, name):
    run(str(seeds / name))

    notices = FeaturedNotice.objects.in_order()
    said = OrganisationSettings.objects.get()
    assert [(str(notice.date), notice.title, notice.teaser) for notice in notices] == [
        (notice["date"], fold(notice["title"]), as_html(folded(notice["teaser"])))
        for notice in expected[name]["notices"]
    ]
    assert {(topic.title, topic.teaser) for topic in TopicPage.objects.filter(live=True)} == {
        (topic["title"], as_html(folded(topic["teaser"]))) for topic in expected[name]["topics"]
    }
    assert {
        "title": said.join_headline,
        "points": said.points,
        "call_to_action": said.join_button,
    } == expected[name]["join"]


def test_the_real_pages_together_are_every_item_once_and_a_sound_tree(home, seeds, expected):
    run(*[str(seeds / name) for name in NAMES])

    items = [item for page in expected.values() for item in page["articles"]]
    assert ArticlePage.objects.count() == len(items)
    assert not any(Page.find_problems())
    assert [page.title for page in Page.objects.filter(depth__gt=2, latest_revision=None)] == []
    assert paragraphs(FeaturedNotice.objects.in_order().first().teaser)


def test_the_meetings_in_the_real_pages_are_events_and_one_has_no_headline(home, seeds, expected):
    run(*[str(seeds / name) for name in NAMES])

    lost, meeting = EventPage.objects.order_by("date")

    printed = [fold(item["title"]) for page in expected.values() for item in page["articles"]]
    assert (lost.title, lost.live) == ("Item without a headline, 16 October 2014", False)
    assert (meeting.title in printed, meeting.live) == (True, True)
    assert all(event.teaser == "" and event.body for event in (lost, meeting))


def test_the_categories_in_the_real_pages_are_topics_one_of_them_public(home, seeds):
    report = run(*[str(seeds / name) for name in NAMES])

    subjects = TopicPage.objects.subjects().order_by("title")

    assert [(topic.title, topic.live) for topic in subjects] == [
        ("Extractives", False),
        ("Human Rights", True),
        ("Politics", False),
    ]
    assert report.count("New topic") == 3


def test_the_real_pages_twice_change_not_one_row(home, seeds):
    files = [str(seeds / name) for name in NAMES]
    run(*files)
    before = every_row()

    run(*files)

    assert every_row() == before
