import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import ArticlePage, EventPage
from articles.querysets import month_bounds, with_pictures
from tests.factories import (
    at,
    make_article,
    make_event,
    make_image,
    make_index,
    make_topic,
    many_articles,
    with_renditions,
)

pytestmark = pytest.mark.django_db

MAY = datetime.date(2006, 5, 31)


def titles(articles) -> list[str]:
    return [article.title for article in articles]


def test_articles_of_one_day_stand_by_place_and_then_newest_written_first():
    index = make_index()
    make_article(index, title="Written first")
    make_article(index, title="Placed last", position_in_day=2)
    make_article(index, title="Written second")
    make_article(index, title="Placed first", position_in_day=-1)
    make_article(index, title="Next day", date=datetime.date(2026, 5, 5))

    listed = ArticlePage.objects.newest_first()

    assert titles(listed) == [
        "Next day",
        "Placed first",
        "Written second",
        "Written first",
        "Placed last",
    ]


def test_an_article_is_about_every_topic_it_is_filed_under():
    rivers, mines = make_topic(), make_topic()
    both = make_article(main_topic=rivers, topics=[mines])
    make_article(main_topic=rivers)

    about_mines = ArticlePage.objects.about(mines)

    assert list(about_mines) == [both]


def test_an_article_whose_main_topic_is_also_ticked_is_about_it_once():
    rivers = make_topic()
    article = make_article(main_topic=rivers, topics=[rivers])

    about_rivers = ArticlePage.objects.about(rivers)

    assert list(about_rivers) == [article]


@pytest.mark.parametrize(
    ("date", "precision", "in_may"),
    [
        (datetime.date(2006, 4, 30), "day", False),
        (datetime.date(2006, 5, 1), "day", True),
        (datetime.date(2006, 5, 31), "day", True),
        (datetime.date(2006, 5, 31), "month", True),
        (datetime.date(2006, 5, 31), "year", False),
        (datetime.date(2006, 6, 1), "month", False),
    ],
)
def test_a_month_holds_its_days_and_month_items_but_no_year_item(date, precision, in_may):
    make_article(date=date, date_precision=precision)

    found = ArticlePage.objects.in_month(2006, 5)

    assert found.exists() is in_may


@pytest.mark.parametrize(
    ("date", "in_2006"),
    [
        (datetime.date(2005, 12, 31), False),
        (datetime.date(2006, 1, 1), True),
        (datetime.date(2006, 12, 31), True),
        (datetime.date(2007, 1, 1), False),
    ],
)
def test_a_year_holds_its_first_and_its_last_day(date, in_2006):
    make_article(date=date, date_precision="year")

    found = ArticlePage.objects.in_year(2006)

    assert found.exists() is in_2006


@pytest.mark.parametrize(
    ("month", "last"),
    [
        ((2024, 2), datetime.date(2024, 2, 29)),
        ((2023, 2), datetime.date(2023, 2, 28)),
        ((2023, 12), datetime.date(2023, 12, 31)),
        ((9999, 12), datetime.date(9999, 12, 31)),
    ],
)
def test_a_month_ends_on_its_last_day(month, last):
    bounds = month_bounds(*month)

    assert bounds == (datetime.date(*month, 1), last)


def test_articles_are_counted_by_month_and_by_how_exactly_they_are_known():
    index = make_index()
    many_articles(index, 2, [MAY])
    make_article(index, date=MAY, date_precision="month")
    make_article(index, date=datetime.date(2006, 6, 1), date_precision="year")

    counts = ArticlePage.objects.counted()

    assert counts == [(2006, 6, "year", 1), (2006, 5, "day", 2), (2006, 5, "month", 1)]


def test_an_article_under_two_topics_is_counted_once_in_its_month():
    make_article(topics=[make_topic(), make_topic()], date=MAY)

    counts = ArticlePage.objects.filter(topics__isnull=False).counted()

    assert counts == [(2006, 5, "day", 1)]


def test_articles_are_counted_under_every_topic():
    rivers, mines = make_topic(), make_topic()
    make_article(topics=[rivers, mines])
    make_article(main_topic=rivers)

    counts = ArticlePage.objects.counted_by_topic()

    assert counts == {rivers.pk: 2, mines.pk: 1}


def test_teasers_of_any_number_cost_three_queries_and_load_no_text():
    index = make_index()
    for _n in range(3):
        make_article(index, lead_image=with_renditions(make_image()))
    make_event(index, venue="Town hall")

    with CaptureQueriesContext(connection) as captured:
        for article in ArticlePage.objects.newest_first().for_teasers():
            assert article.title and article.summary is not None
            assert article.event is None or article.event.venue == "Town hall"
            assert article.lead_image is None or len(article.lead_image.prefetched_renditions) == 6

    assert len(captured) == 3
    assert '"body"' not in captured[0]["sql"]
    assert '"teaser"' not in captured[0]["sql"]


def test_teasers_of_events_load_neither_text_nor_schedule():
    make_event(venue="Town hall")

    sql = str(EventPage.objects.upcoming().for_teasers().query)

    assert not [
        column for column in ("body", "teaser", "schedule", "prices") if f'"{column}"' in sql
    ]


def test_lists_that_stand_together_fetch_their_pictures_together():
    first = make_article(lead_image=with_renditions(make_image()))
    second = make_article(lead_image=with_renditions(make_image()))
    lists = [
        ArticlePage.objects.filter(pk=page.pk).for_teasers(pictures=False)[0]
        for page in (first, second)
    ]

    with CaptureQueriesContext(connection) as captured:
        with_pictures(lists)
        pictures = [article.lead_image for article in lists]

    assert len(captured) == 2
    assert pictures == [first.lead_image, second.lead_image]


def test_only_an_article_with_a_lead_picture_has_one():
    pictured = make_article(lead_image=make_image())
    make_article()

    found = ArticlePage.objects.with_picture()

    assert list(found) == [pictured]


def test_upcoming_events_stand_next_first_and_past_ones_last_first(freeze):
    freeze(at(2026, 6, 10, 12))
    index = make_index()
    for day, title in ((20, "Later"), (11, "Next"), (1, "Long ago"), (9, "Yesterday")):
        make_event(index, title=title, start=at(2026, 6, day, 18))

    upcoming, past = EventPage.objects.upcoming(), EventPage.objects.past()

    assert titles(upcoming) == ["Next", "Later"]
    assert titles(past) == ["Yesterday", "Long ago"]


def test_an_event_whose_start_was_lost_is_neither_upcoming_nor_past():
    EventPage.objects.filter(pk=make_event().pk).update(start=None, over_at=None)

    upcoming, past = EventPage.objects.upcoming(), EventPage.objects.past()

    assert (list(upcoming), list(past)) == ([], [])
    assert not EventPage.objects.with_a_start().exists()
