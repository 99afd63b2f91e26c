"""The two commands on a site without a demo, and the parts that need no site."""

import datetime
import random
import re
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page, Site

from articles.models import ArticlePage
from base.models import OrganisationSettings, Rendition, SiteDocument, SiteImage
from home.demo import build
from home.demo.body import Body
from home.demo.markup import html
from home.demo.media import SHIPPED, Media
from home.demo.pdf import pdf
from home.demo.rhythm import busy_days
from tests.factories import make_form, make_page, the_home

ARTICLES = 45  # some more than are written by hand


@pytest.fixture
def own_folder(settings, tmp_path):
    """Files that may be deleted for good."""
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def files_in(folder: Path) -> set[str]:
    return {path.name for path in folder.rglob("*") if path.is_file()}


def interrupted(*args) -> None:
    raise KeyboardInterrupt


def test_a_demo_is_refused_beside_a_page_of_somebody(home):
    make_page(title="Our own page")

    with pytest.raises(CommandError, match="Our own page"):
        call_command("build_demo", articles=5)

    assert Page.objects.descendant_of(home).count() == 1
    assert not the_home().is_sample
    assert not OrganisationSettings.for_site(Site.objects.get()).name


@pytest.mark.parametrize("number", [0, 100_001])
def test_a_number_out_of_bounds_is_refused(db, number):
    with pytest.raises(CommandError, match="from 1 to 100,000"):
        call_command("build_demo", articles=number)


def test_a_site_without_a_demo_has_nothing_to_clear(home, capsys):
    make_page()

    call_command("clear_demo")

    assert "no demo" in capsys.readouterr().out
    assert Page.objects.descendant_of(home).count() == 1


def test_a_run_cut_short_is_repeated_and_cleared_to_the_last_file(
    home, own_folder, client, monkeypatch, capsys, django_capture_on_commit_callbacks
):
    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(build, "complete", interrupted)
        call_command("build_demo", articles=3)

    call_command("build_demo", articles=3)

    assert "cut short" in capsys.readouterr().out
    articles = ArticlePage.objects.exact_type(ArticlePage)
    assert [client.get(article.url).status_code for article in articles] == [200] * 3
    rows = [*SiteImage.objects.all(), *SiteDocument.objects.all(), *Rendition.objects.all()]
    assert {Path(row.file.name).name for row in rows} == files_in(own_folder)

    with django_capture_on_commit_callbacks(execute=True):
        call_command("clear_demo")

    assert files_in(own_folder) == set()


def test_the_pictures_of_the_demo_are_light():
    sizes = {path.name: path.stat().st_size for path in SHIPPED.iterdir()}

    assert sum(sizes.values()) <= 1_600_000
    assert max(size for name, size in sizes.items() if name.endswith("-1200.avif")) <= 64_000
    assert max(size for name, size in sizes.items() if name.endswith("-800.avif")) <= 32_000


def test_a_link_in_a_text_of_the_demo_leads_to_its_page_or_is_mere_words(db):
    contact = make_form()
    body = Body(Media({}, {}), {"contact": contact})

    written = body.rich("<p>[[contact|Ask us]], [[not-built|read on]], [[/feed/|follow]].</p>")

    assert written == (
        f'<p><a linktype="page" id="{contact.pk}">Ask us</a>, read on,'
        ' <a href="/feed/">follow</a>.</p>'
    )


def test_a_list_of_the_demo_may_be_numbered():
    assert html("1. One\n2. Two\n   lines\n\n- Three") == (
        "<ol><li>One</li><li>Two lines</li></ol><ul><li>Three</li></ul>"
    )


def test_the_days_of_an_archive_are_the_same_every_time_and_miss_no_year():
    today = datetime.date(2026, 7, 1)

    days, again = (busy_days(30, today, random.Random(1)) for _time in range(2))  # noqa: S311 (no secret)

    assert days == again == sorted(days)
    assert {day.year for day in days} == set(range(2006, 2027))


def test_a_pdf_lists_where_each_of_its_parts_begins():
    file = pdf("Año", "es", ["Año (uno)", *[f"{number}    £2" for number in range(60)]])

    places = [int(place) for place in re.findall(rb"(\d{10}) 00000 n", file)]
    for number, place in enumerate(places, start=1):
        assert file[place:].startswith(b"%d 0 obj" % number)
    assert b"(A\xf1o \\(uno\\)) Tj" in file
    assert file.count(b"/Type /Page ") == 2


def test_the_words_of_the_demo_go_also_after_somebody_saved_the_form_they_stand_in(home):
    call_command("build_demo", articles=1)
    said = OrganisationSettings.objects.get()
    said.tagline = "Our own line"
    said.address = said.address.replace("\n", "\r\n")
    said.join_points = said.join_points.replace("\n", "\r\n")
    said.save()

    call_command("clear_demo")

    said.refresh_from_db()
    assert (said.tagline, said.address, said.join_points) == ("Our own line", "", "")
