"""Announcements of meetings are events; news that mentions a meeting is not."""

import datetime

import pytest

from articles.archive.events import read_event

POSTED = datetime.date(2011, 3, 2)


def test_an_announcement_gives_its_day_times_place_and_prices():
    teaser = [
        ["Rivers and Rights after the Flood"],
        [
            "19th March 2011",
            "Harbour Institute of Geography",
            "12 – 14 Lantern Street, Portmere PM4 2QT",
        ],
        [
            "Doors and tea open at 9:45am; seminar begins at 10.30am",
            "Members and Students £6.50, others £11",
        ],
        ["Tell us if you are coming.", "Email: seminar@lowland.example"],
    ]

    details, flags = read_event("Our spring seminar", teaser, POSTED)

    assert details is not None
    assert details.start == datetime.datetime(2011, 3, 19, 10, 30)
    assert details.has_time
    assert details.schedule == [
        (datetime.time(9, 45), "Doors and tea"),
        (datetime.time(10, 30), "Seminar"),
    ]
    assert (details.venue, details.street, details.postcode) == (
        "Harbour Institute of Geography",
        "12 – 14 Lantern Street, Portmere",
        "PM4 2QT",
    )
    assert details.prices == [("Members and Students", "6.50"), ("Others", "11.00")]
    assert (details.currency, details.contact) == ("GBP", "seminar@lowland.example")
    assert flags == []


def test_an_announcement_on_one_line_is_put_on_its_printed_day_and_flagged():
    teaser = [["2pm, Lowland House of Letters, 7 Ferry Row, Portmere PM1 1AB"]]

    details, flags = read_event("", teaser, POSTED)

    assert details is not None
    assert details.start == datetime.datetime(2011, 3, 2, 14, 0)
    assert (details.venue, details.street) == ("Lowland House of Letters", "7 Ferry Row, Portmere")
    assert flags == ["The text names no later day: the event was put on 2 March 2011, as printed."]


def test_an_invitation_in_a_sentence_is_an_event():
    teaser = [
        [
            "The Lowland Campaign will hold its yearly meeting on Saturday 16 April at 2pm at the"
            " Weavers' Hall, 88 Candle Lane, Portmere PM2 6LL, and hopes to see many of its members"
            " there, for the accounts of the last two years have to be agreed."
        ]
    ]

    details, _ = read_event("Yearly meeting", teaser, POSTED)

    assert details is not None
    assert details.start == datetime.datetime(2011, 4, 16, 14, 0)
    assert (details.venue, details.street) == ("Weavers' Hall", "88 Candle Lane, Portmere")


def test_an_end_is_read_from_a_span_of_hours():
    teaser = [
        ["Saturday 5 March 2011, 6.30 – 8pm", "Venue: The Old Mill, Portmere"],
        ["Free entry"],
    ]

    details, _ = read_event("Film evening", teaser, POSTED)

    assert details is not None
    assert details.start == datetime.datetime(2011, 3, 5, 18, 30)
    assert details.end == datetime.datetime(2011, 3, 5, 20, 0)
    assert details.venue == "The Old Mill"


def test_a_lost_address_for_booking_is_flagged():
    teaser = [["5 March 2011", "Please register by Friday.", "Email: to register"]]

    details, flags = read_event("Workshop", teaser, POSTED)

    assert details is not None
    assert not details.has_time and details.contact == ""
    assert flags == [
        "The announcement names no time.",
        "The e-mail address for booking is missing in the old text.",
    ]


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        ("Rally on 12 March", "A rally starts at 10am on 12 March in the capital's main square."),
        ("Trial of the mayor", "The trial opens at 9am on Monday at the court in Calle Nueva 14."),
        ("Press conference", "The minister gave a press conference at 11am and left by noon."),
        ("Visit on 5 April", "The president will visit the smelter at Tarn on 5 April 2011."),
        ("Voters register", "Voters have to register in advance, and polls open at 8am."),
        ("Higher fares", "Students pay £2 from 9:00 on; members of the union protested at once."),
        ("Annual conference", "Talks on gas were the heart of our conference on 1 March 2011."),
        ("Post vacant", "Closing date: 5pm, 4 April 2011. Office: 7 Ferry Row, Portmere PM1 1AB"),
        ("Write now", "Send letters to the embassy, 90 Crane Street, Portmere PM9 9ZZ, this week."),
        (
            "Embassy",
            "On Tuesday at 10am students entered the embassy in Crane Street, Portmere PM9 9ZZ.",
        ),
        (
            "Seminar report",
            "The seminar took place at 2pm at 7 Ferry Row, Portmere PM1 1AB, and was full.",
        ),
        ("Dam", "The £12 million dam was opened at 10am by members of the council."),
    ],
)
def test_news_that_mentions_times_places_or_sums_stays_news(headline, text):
    assert read_event(headline, [[text]], POSTED) == (None, [])
