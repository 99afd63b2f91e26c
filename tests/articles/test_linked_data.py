import datetime
from zoneinfo import ZoneInfo

import pytest

from base.organisation import Organisation
from tests.factories import (
    at,
    make_article,
    make_event,
    make_image,
    make_index,
    make_topic,
    with_renditions,
)

pytestmark = pytest.mark.django_db

CIRCLE = Organisation("Circle")
SCHEMA = "https://schema.org/"


def said_of(page) -> dict:
    return page.linked_data(CIRCLE)


@pytest.mark.parametrize(
    ("precision", "said"), [("day", "2006-05-31"), ("month", "2006-05"), ("year", "2006")]
)
def test_a_date_is_told_as_far_as_it_is_known(home, precision, said):
    article = make_article(date=datetime.date(2006, 5, 31), date_precision=precision)

    assert said_of(article)["datePublished"] == said


def test_an_article_tells_what_it_is(home):
    rivers, mines = make_topic(title="Rivers"), make_topic(title="Mines")
    news = make_index(title="News")
    article = make_article(
        news,
        title="Bridge",
        byline="Rosa Illa",
        main_topic=rivers,
        topics=[mines, make_topic(title="Draft", live=False)],
        lead_image=with_renditions(make_image()),
        updated_on=datetime.date(2026, 6, 1),
    )

    said = said_of(article)

    assert said["@type"] == "NewsArticle"
    assert said["headline"] == "Bridge"
    assert said["author"] == {"@type": "Person", "name": "Rosa Illa"}
    assert said["publisher"]["name"] == "Circle"
    assert said["articleSection"] == "News"
    assert [topic["name"] for topic in said["about"]] == ["Rivers", "Mines"]
    assert said["dateModified"] == "2026-06-01"
    assert said["image"].startswith("http://")
    assert said["isAccessibleForFree"] is True


def test_what_was_never_changed_has_no_day_of_change(home):
    assert "dateModified" not in said_of(make_article())


def test_without_a_byline_the_organisation_is_the_author(home):
    assert said_of(make_article())["author"]["name"] == "Circle"


@pytest.mark.parametrize(
    ("month", "said"), [(1, "2026-01-05T19:30:00+00:00"), (7, "2026-07-05T19:30:00+01:00")]
)
def test_an_event_starts_on_the_clock_of_its_place(home, month, said):
    start = datetime.datetime(2026, month, 5, 19, 30, tzinfo=ZoneInfo("Europe/London"))

    assert said_of(make_event(start=start))["startDate"] == said


def test_an_event_in_lima_is_told_by_the_clock_of_lima(home):
    event = make_event(start=at(2026, 7, 6, 0, 30), time_zone="America/Lima")

    assert said_of(event)["startDate"] == "2026-07-05T19:30:00-05:00"


def test_where_no_hour_is_known_only_the_day_is_said(home):
    start = datetime.datetime(2026, 7, 5, tzinfo=ZoneInfo("Europe/London"))
    event = make_event(start=start, end=start + datetime.timedelta(days=1), has_start_time=False)

    said = said_of(event)

    assert (said["startDate"], said["endDate"]) == ("2026-07-05", "2026-07-06")


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({}, "EventScheduled"),
        ({"state": "cancelled"}, "EventCancelled"),
        ({"state": "moved"}, "EventScheduled"),
        ({"state": "moved", "previous_start": at(2026, 6, 1, 18)}, "EventRescheduled"),
    ],
)
def test_the_state_of_an_event_is_told(home, fields, status):
    said = said_of(make_event(**fields))

    assert said["eventStatus"] == SCHEMA + status
    assert said.get("previousStartDate") == (
        "2026-06-01T19:00:00+01:00" if status == "EventRescheduled" else None
    )


@pytest.mark.parametrize(
    ("fields", "mode", "types"),
    [
        ({"venue": "Hall"}, "OfflineEventAttendanceMode", "Place"),
        ({"online_url": "https://a.example/"}, "OnlineEventAttendanceMode", "VirtualLocation"),
        (
            {"venue": "Hall", "online_url": "https://a.example/"},
            "MixedEventAttendanceMode",
            ["Place", "VirtualLocation"],
        ),
        ({}, None, None),
    ],
)
def test_an_event_tells_where_one_can_follow_it(home, fields, mode, types):
    said = said_of(make_event(**fields))

    places = said.get("location")
    found = [place["@type"] for place in places] if isinstance(places, list) else places
    assert said.get("eventAttendanceMode") == (mode and SCHEMA + mode)
    assert (found["@type"] if isinstance(found, dict) else found) == types


def test_a_place_has_its_name_and_its_address(home):
    event = make_event(venue="Town Hall", street="1 High Street", postcode="N1 1AA London")

    assert said_of(event)["location"] == {
        "@type": "Place",
        "name": "Town Hall",
        "address": "1 High Street, N1 1AA London",
    }


PRICES = [
    ("line", {"label": "Full", "amount": "8.5", "currency": "GBP"}),
    ("line", {"label": "Members", "amount": "0", "currency": "GBP"}),
]


def test_every_price_is_an_offer_that_can_be_booked(home):
    event = make_event(prices=PRICES, booking_url="https://book.example/1")

    offer = {"@type": "Offer", "url": "https://book.example/1", "priceCurrency": "GBP"}
    assert said_of(event)["offers"] == [
        {**offer, "name": "Full", "price": "8.50"},
        {**offer, "name": "Members", "price": "0.00"},
    ]


@pytest.mark.parametrize("fields", [{"state": "cancelled"}, {"start": at(2020, 1, 1)}])
def test_nothing_can_be_booked_when_it_is_over_or_off(home, fields):
    event = make_event(prices=PRICES, booking_url="https://book.example/1", **fields)

    assert ["url" in offer for offer in said_of(event)["offers"]] == [False, False]


def test_an_address_that_is_none_is_not_told(home):
    event = make_event(prices=PRICES)
    event.online_url = event.booking_url = "javascript:x()"

    assert "javascript" not in str(said_of(event))


def test_an_event_without_a_start_is_told_as_an_article(home):
    event = make_event()
    event.start = None

    assert said_of(event)["@type"] == "NewsArticle"
