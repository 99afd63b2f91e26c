import csv
import datetime
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook
from wagtail.contrib.redirects.models import Redirect

from desk.lists.spreadsheets import as_text
from home.models.forms import FormField
from tests.factories import (
    at,
    make_article,
    make_event,
    make_form,
    make_index,
    make_topic,
    make_user,
    many_articles,
)

pytestmark = pytest.mark.django_db

FORMULAS = ["=HYPERLINK(1)", "+1+2", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "|calc"]
FORMULAS += ["\ufeff=1", "\u200e@SUM(A1)", "\u00ad \u200b+1+1"]


@pytest.fixture
def editor(client):
    user = make_user("Editor", first_name="Rosa", last_name="Quispe")
    client.force_login(user)
    return user


def lines(client, address: str) -> list[list[str]]:
    response = client.get(address)
    text = b"".join(response.streaming_content).decode()
    return list(csv.reader(io.StringIO(text, newline="")))


def cells(client, address: str) -> list[list]:
    response = client.get(address)
    book = load_workbook(io.BytesIO(b"".join(response.streaming_content)))
    return [list(row) for row in book.active.iter_rows()]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_is_a_formula(text):
    assert as_text(text) == f"'{text}"


@pytest.mark.parametrize("text", ["Bridge", "5 = 5", "-3", "+44", "", "a@b.org", "2.5"])
def test_ordinary_words_and_numbers_stay_as_they_are(text):
    assert as_text(text) == text


def test_numbers_and_dates_are_no_text():
    values = [7, 2.5, None, datetime.date(2009, 5, 4)]

    assert [as_text(value) for value in values] == values


def test_a_list_is_taken_along_as_it_is_filtered(client, editor):
    news, water = make_index(title="News"), make_topic(title="Water")
    text = [("paragraph", "<p>Nobody crossed it.</p>")]
    article = make_article(
        news,
        title="The ford",
        date=datetime.date(2009, 5, 31),
        date_precision="month",
        topics=[water],
        teaser="<p>Deep water.</p>",
        body=text,
    )
    article.save_revision(user=editor)
    make_article(news, title="Of another year")

    head, *rows = lines(client, f"{reverse('news:index')}?year=2009&export=csv")

    assert head[:3] == ["Date", "Known to", "Headline"]
    assert rows == [
        [
            "2009-05-31",
            "the month",
            "The ford",
            article.full_url,
            "News",
            "Water",
            "live + draft",
            "Rosa Quispe",
            "5",
        ]
    ]


def test_a_sheet_holds_real_dates_and_numbers(client, editor):
    make_article(date=datetime.date(2009, 5, 31))

    _head, row = cells(client, f"{reverse('news:index')}?export=xlsx")

    assert row[0].value == datetime.date(2009, 5, 31)
    assert row[-1].value == 0


def test_events_say_their_hours_on_the_clock_of_the_place(client, editor):
    make_event(start=at(2030, 6, 1, 18), time_zone="America/Lima")

    _head, row = lines(client, f"{reverse('events:index')}?export=csv")

    assert row[0] == "2030-06-01 13:00:00"
    assert row[2] == "America/Lima"


@pytest.mark.parametrize("read", [lines, cells])
def test_a_headline_is_no_formula_in_any_file(client, editor, read):
    make_article(title="=HYPERLINK(1)")
    kind = "csv" if read is lines else "xlsx"

    _head, row = read(client, f"{reverse('news:index')}?export={kind}")

    cell = row[2] if kind == "csv" else row[2].value
    assert cell == "'=HYPERLINK(1)"
    assert kind == "csv" or row[2].data_type == "s"


def test_a_sign_that_no_file_can_hold_breaks_no_file(client, editor):
    make_article(title="The \x0b ford")

    _head, row = cells(client, f"{reverse('news:index')}?export=xlsx")

    assert row[2].value == "The  ford"


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_answers_and_the_questions_of_a_form_are_no_formulas(client, kind):
    client.force_login(make_user("Admin"))
    form = make_form()
    FormField.objects.create(page=form, label="=1+1", field_type="singleline", clean_name="q")
    form.get_submission_class().objects.create(page=form, form_data={"q": "@SUM(A1)"})
    read = lines if kind == "csv" else cells

    address = reverse("wagtailforms:list_submissions", args=[form.pk])
    table = read(client, f"{address}?export={kind}")

    words = {cell if kind == "csv" else cell.value for row in table for cell in row}
    assert {"'=1+1", "'@SUM(A1)"} <= words


def test_reports_of_the_admin_hold_no_formulas(client):
    client.force_login(make_user("Admin"))
    make_article(title="=1+1").save_revision().publish()

    rows = lines(client, f"{reverse('wagtailadmin_reports:aging_pages')}?export=csv")

    assert any("'=1+1" in row for row in rows)
    assert not any("=1+1" in row for row in rows)


def test_redirects_hold_no_formulas(client):
    client.force_login(make_user("Admin"))
    Redirect.objects.create(old_path="/old", redirect_link="=1+1")

    rows = lines(client, f"{reverse('wagtailredirects:index')}?export=csv")

    assert any("'=1+1" in row for row in rows)


def test_a_longer_list_is_written_with_as_many_questions(client, editor):
    news = make_index()
    address = f"{reverse('news:index')}?export=csv"
    many_articles(news, 10)
    lines(client, address)

    with CaptureQueriesContext(connection) as of_few:
        lines(client, address)
    many_articles(news, 190)
    with CaptureQueriesContext(connection) as of_many:
        written = lines(client, address)

    assert len(written) == 201
    assert len(of_few) == len(of_many)
