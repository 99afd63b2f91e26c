"""How old an article is said to be, and when it is said to have changed."""

import datetime

import pytest

from articles.age import said_to_be_old
from articles.models import ArticlePage
from tests.factories import at, make_article, make_event

pytestmark = pytest.mark.django_db

DAY = datetime.date(2026, 5, 4)


def noon(*day: int) -> datetime.datetime:
    return at(*day, 12)


def correction(*day: int) -> tuple:
    return ("correction", {"date": datetime.date(*day), "text": "<p>It was Tuesday.</p>"})


@pytest.mark.parametrize(
    ("date", "precision", "young", "old"),
    [
        (DAY, "day", (2027, 5, 4), (2027, 5, 5)),
        (datetime.date(2024, 2, 29), "day", (2025, 2, 28), (2025, 3, 1)),
        (datetime.date(2026, 12, 31), "day", (2027, 12, 31), (2028, 1, 1)),
        (DAY, "month", (2027, 5, 31), (2027, 6, 1)),
        (datetime.date(2026, 12, 1), "month", (2027, 12, 31), (2028, 1, 1)),
        (DAY, "year", (2027, 12, 31), (2028, 1, 1)),
    ],
)
def test_an_article_is_old_when_it_is_surely_older_than_a_year(freeze, date, precision, young, old):
    said = []

    for day in (young, old):
        freeze(noon(*day))
        said.append(bool(said_to_be_old(date, precision)))

    assert said == [False, True]


@pytest.mark.parametrize(
    ("precision", "words"),
    [
        ("day", "This was published 11 years ago, on 31 May 2006."),
        ("month", "This was published 11 years ago, in May 2006."),
        ("year", "This was published 11 years ago, in 2006."),
    ],
)
def test_an_old_article_says_how_old_it_is_as_exactly_as_it_is_known(
    client, freeze, precision, words
):
    article = make_article(date=datetime.date(2006, 5, 31), date_precision=precision)
    freeze(noon(2017, 6, 1))

    html = client.get(article.url).content.decode()

    assert f'<p class="older">{words}</p>' in html


def test_years_are_counted_from_day_to_day(freeze):
    freeze(noon(2028, 5, 3))

    assert said_to_be_old(DAY, "day") == "This was published 1 year ago, on 4 May 2026."


def test_the_year_is_over_on_the_clock_of_the_site(freeze):
    last_year = datetime.date(2025, 6, 1)
    said = []

    for minute in (at(2026, 6, 1, 22, 59), at(2026, 6, 1, 23, 1)):
        freeze(minute)
        said.append(bool(said_to_be_old(last_year, "day")))

    # In June London is an hour ahead of UTC.
    assert said == [False, True]


def test_neither_a_young_article_nor_an_old_event_nor_an_undated_draft_is_called_old(
    client, freeze
):
    freeze(noon(2027, 1, 1))
    pages = [make_article(date=DAY), make_event(date=datetime.date(2006, 5, 31))]

    shown = ['class="older"' in client.get(page.url).content.decode() for page in pages]

    assert shown == [False, False]
    assert ArticlePage(title="Draft", date=None).age_in_words == ""


@pytest.mark.parametrize(
    ("precision", "updated_on", "expected"),
    [
        ("day", (2026, 5, 4), None),
        ("day", (2026, 5, 3), None),
        ("day", (2026, 5, 5), (2026, 5, 5)),
        ("month", (2026, 5, 31), None),
        ("month", (2026, 6, 1), (2026, 6, 1)),
        ("year", (2026, 12, 31), None),
        ("year", (2027, 1, 1), (2027, 1, 1)),
        ("day", (2029, 1, 1), None),  # has not come yet
    ],
)
def test_an_article_was_updated_when_the_day_is_surely_later_than_its_date(
    freeze, precision, updated_on, expected
):
    freeze(noon(2028, 1, 1))
    article = ArticlePage(
        date=DAY, date_precision=precision, updated_on=datetime.date(*updated_on), body=[]
    )

    assert article.updated == (datetime.date(*expected) if expected else None)


def test_the_last_of_updates_and_corrections_counts(freeze):
    freeze(noon(2028, 1, 1))
    body = [correction(2026, 8, 1), correction(2026, 7, 1)]

    updates = [
        ArticlePage(date=DAY, body=body, updated_on=day).updated
        for day in (None, datetime.date(2026, 7, 15), datetime.date(2026, 9, 1))
    ]

    assert [day.month for day in updates] == [8, 8, 9]


def test_an_updated_article_says_so_below_its_headline(client, freeze):
    freeze(noon(2026, 8, 1))
    article = make_article(date=DAY, updated_on=datetime.date(2026, 6, 8))

    html = client.get(article.url).content.decode()

    assert 'Updated <time datetime="2026-06-08">8 June 2026</time>' in html


def test_a_corrected_article_says_so_above_its_text_and_leads_there(client, freeze):
    freeze(noon(2026, 8, 1))
    article = make_article(date=DAY, body=[("paragraph", "<p>Monday.</p>"), correction(2026, 6, 8)])
    anchor = article.correction["anchor"]

    html = client.get(article.url).content.decode()

    link = f'<a href="#{anchor}">Corrected on <time datetime="2026-06-08">8 June 2026</time></a>'
    assert html.index(link) < html.index(f'id="{anchor}"')
    # One day, one line: the correction was the update.
    assert "Updated" not in html


def test_an_update_after_the_correction_is_told_beside_it(client, freeze):
    freeze(noon(2026, 8, 1))
    article = make_article(
        date=DAY, updated_on=datetime.date(2026, 7, 1), body=[correction(2026, 6, 8)]
    )

    html = client.get(article.url).content.decode()

    assert html.index("Updated") < html.index("Corrected on")


def test_an_article_that_was_never_changed_says_nothing_of_it(client):
    html = client.get(make_article(date=DAY).url).content.decode()

    assert "Updated" not in html
    assert "Corrected" not in html
