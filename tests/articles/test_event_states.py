"""Announced, today, over, moved, cancelled: what the page of an event and the lists then say."""

import datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.urls import reverse

from articles.models import EventPage
from articles.models.events import State
from home.models.home import UPCOMING_AT_ONCE
from tests.editing import add_page, complaints, edit_page
from tests.factories import at, make_article, make_event, make_index, restrict

pytestmark = pytest.mark.django_db

NOON = at(2026, 6, 10, 12)
EVENING = at(2026, 6, 10, 18)
LIMA = "America/Lima"


@pytest.fixture(autouse=True)
def on_the_tenth_of_june(freeze):
    freeze(NOON)


def a_talk(**fields) -> EventPage:
    known = {
        "title": "Talk in the hall",
        "start": at(2026, 6, 20, 18),
        "online_url": "https://example.org/room",
        "booking_url": "https://www.tickets.example/talk",
        "contact": "talks@example.org",
        "prices": [("line", {"label": "Members", "amount": 8, "currency": "GBP"})],
        "venue": "Casa del Agua",
    }
    return make_event(**{**known, **fields})


def cancelled(**fields) -> EventPage:
    return a_talk(state=State.CANCELLED, **fields)


def moved(**fields) -> EventPage:
    return a_talk(state=State.MOVED, **fields)


def main_part(client, path: str) -> str:
    """What a reader sees there, without the frame and what is written for machines."""
    html = " ".join(client.get(path).content.decode().split())
    return html[html.index("<main") : html.index("</main>")]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"online_url": ""}, "Event"),
        ({}, "Event, also online"),
        ({"venue": ""}, "Event, online"),
        ({"start": EVENING}, "Event, today"),
        ({"start": at(2026, 6, 9)}, "Past event"),
        ({"state": State.MOVED}, "Event, moved"),
        ({"state": State.MOVED, "start": EVENING}, "Event, today, moved"),
        ({"state": State.MOVED, "start": at(2026, 6, 9)}, "Past event"),
        ({"state": State.CANCELLED}, "Event, cancelled"),
        ({"state": State.CANCELLED, "start": EVENING}, "Event, cancelled"),
        ({"state": State.CANCELLED, "start": at(2026, 6, 9)}, "Past event, cancelled"),
    ],
)
def test_the_line_above_the_headline_says_how_things_stand(client, fields, words):
    html = main_part(client, a_talk(**fields).url)

    assert f'<span class="kind">{words}</span>' in html


def test_an_event_that_takes_place_as_announced_has_no_note(client):
    html = main_part(client, a_talk(state_note="Left over from before.").url)

    assert 'class="state"' not in html
    assert "Left over" not in html


def test_a_moved_event_says_why_and_when_it_was_announced_for_above_its_headline(client):
    event = moved(state_note="The hall is flooded.", previous_start=at(2026, 6, 12, 18))

    html = main_part(client, event.url)

    note = (
        '<p class="state"><strong>Moved.</strong> The hall is flooded. '
        "Was announced for Friday 12 June 2026, 7pm.</p>"
    )
    assert html.index(note) < html.index("<h1")


def test_a_moved_event_needs_no_note_and_no_former_day(client):
    html = main_part(client, moved().url)

    assert '<p class="state"><strong>Moved.</strong></p>' in html


def test_the_former_day_is_told_by_the_clock_of_the_place(client):
    event = moved(time_zone=LIMA, previous_start=at(2026, 6, 13, 0, 30))

    html = main_part(client, event.url)

    assert "Was announced for Friday 12 June 2026, 7.30pm." in html


def test_an_event_whose_hour_is_not_known_tells_no_former_hour(client):
    before = datetime.datetime(2026, 6, 12, tzinfo=ZoneInfo("Europe/London"))

    html = main_part(client, moved(has_start_time=False, previous_start=before).url)

    assert "Was announced for Friday 12 June 2026.</p>" in html


def test_a_cancelled_event_says_so_in_its_note_and_in_the_title_of_its_page(client):
    event = cancelled(state_note="The speaker is ill.", previous_start=at(2026, 6, 12, 18))

    html = client.get(event.url).content.decode()

    assert "<title>Cancelled: Talk in the hall" in html
    assert '<p class="state"><strong>Cancelled.</strong> The speaker is ill.</p>' in html


# Booking


def test_an_event_to_come_can_be_booked_followed_and_put_into_a_calendar(client):
    event = a_talk()

    html = main_part(client, event.url)

    assert 'href="https://www.tickets.example/talk" rel="noopener noreferrer"' in html
    assert "Book a place at tickets.example" in html
    assert f'href="{event.url}event.ics"' in html
    assert "https://example.org/room" in html


def test_an_event_that_is_going_on_can_still_be_booked(client):
    assert "Book a place" in main_part(client, a_talk(start=at(2026, 6, 10, 11)).url)


@pytest.mark.parametrize("make", [lambda: a_talk(start=at(2026, 6, 9)), cancelled])
def test_booking_goes_when_the_event_is_over_or_cancelled_and_the_record_stays(client, make):
    html = main_part(client, make().url)

    for gone in ("Book a place", "tickets.example", "event.ics", "example.org/room"):
        assert gone not in html
    for kept in ("Casa del Agua", "Members £8", "2026"):
        assert kept in html


def test_whoever_booked_a_cancelled_event_can_still_ask_until_it_is_over(client, freeze):
    event = cancelled()

    before = main_part(client, event.url)
    freeze(at(2026, 6, 22))

    assert "talks@example.org" in before
    assert "talks@example.org" not in main_part(client, event.url)


@pytest.mark.parametrize("address", ["ftp://example.org/x", "javascript:alert(1)", ""])
def test_only_an_address_on_the_web_makes_a_button(client, address):
    event = a_talk()
    EventPage.objects.update(booking_url=address)

    html = main_part(client, event.url)

    assert "Book a place" not in html
    assert "Add to calendar" in html


def test_a_private_event_offers_no_calendar_file_that_nobody_would_get(client):
    event = a_talk()

    restrict(event)

    assert EventPage.objects.get().calendar_address == ""


# The report


def test_a_report_takes_the_top_of_the_page(client):
    report = make_article(title="What was said")

    html = main_part(client, a_talk(start=at(2026, 6, 1), report=report).url)

    line = f'<p class="report">What happened: <a href="{report.url}">What was said</a></p>'
    assert html.index(line) < html.index("<h1")


@pytest.mark.parametrize("how", ["draft", "expired", "private", "undated"])
def test_a_report_that_is_not_public_is_not_named(client, how):
    fields = {
        "draft": {"live": False},
        "expired": {"expire_at": at(2026, 1, 1)},
    }.get(how, {})
    report = make_article(title="What was said", **fields)
    if how == "undated":
        type(report).objects.filter(pk=report.pk).update(date=None)
    if how == "private":
        restrict(report)

    html = client.get(a_talk(report=report).url).content.decode()

    assert "What was said" not in html
    assert 'class="report"' not in html


def test_an_event_is_no_report_of_itself():
    event = a_talk()
    event.report_id = event.pk

    with pytest.raises(ValidationError) as refused:
        event.full_clean()

    assert list(refused.value.message_dict) == ["report"]


def test_the_form_refuses_an_event_as_its_own_report_beside_the_field(admin_client):
    event = a_talk()

    answer = edit_page(
        admin_client, event, publish=True, start="2026-06-20 19:00", report=str(event.pk)
    )

    assert list(complaints(answer)) == ["report"]


# The form


def test_the_former_start_is_typed_and_shown_again_on_the_clock_of_the_place(admin_client):
    typed = {
        "start": "2026-06-20 19:00",
        "previous_start": "2026-06-12 19:30",
        "time_zone": LIMA,
        "state": "moved",
    }

    add_page(admin_client, make_index(), "articles.eventpage", publish=True, **typed)

    event = EventPage.objects.get()
    form = admin_client.get(reverse("wagtailadmin_pages:edit", args=[event.pk])).context["form"]
    assert event.previous_start == at(2026, 6, 13, 0, 30)
    assert form["previous_start"].value().strftime("%Y-%m-%d %H:%M") == "2026-06-12 19:30"


def test_a_copy_of_an_event_inherits_nothing_of_what_befell_it(admin_client):
    event = moved(state_note="Flooded.", previous_start=at(2026, 6, 12, 18), report=make_article())
    data = {
        "new_title": "The copy",
        "new_slug": "copy",
        "new_parent_page": event.get_parent().pk,
    }

    admin_client.post(reverse("wagtailadmin_pages:copy", args=[event.pk]), data)

    made = EventPage.objects.get(slug="copy")
    assert (made.state, made.state_note, made.previous_start, made.report) == (
        State.PLANNED, "", None, None,
    )  # fmt: skip
    assert (made.start, made.booking_url) == (event.start, event.booking_url)


# The lists


def items(client, path: str = "/events/") -> list[str]:
    html = main_part(client, path)
    return [part.split("</article>")[0] for part in html.split("<article")[1:]]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"state": State.CANCELLED}, "<strong>Cancelled</strong>: <time"),
        ({"state": State.CANCELLED, "start": EVENING}, "<strong>Cancelled</strong>: <time"),
        ({"state": State.MOVED}, "<strong>Moved</strong>: <time"),
        ({"state": State.MOVED, "start": EVENING}, "<strong>Moved, today</strong>: <time"),
        ({"start": EVENING}, "<strong>Today</strong>: <time"),
        ({"start": at(2026, 6, 9)}, "(past)"),
    ],
)
@pytest.mark.parametrize("path", ["/events/", "/news/", "/"])
def test_every_list_says_how_things_stand(client, path, fields, words):
    news = make_index(slug="news")
    a_talk(parent=news, **fields)

    assert any(words in item for item in items(client, path))


def test_a_list_names_the_last_day_of_an_event_of_several(client):
    a_talk(end=at(2026, 6, 22, 16))

    assert "7pm</time> to Monday 22 June 2026, Casa del Agua" in items(client)[0]


def test_a_cancelled_event_stays_among_those_to_come_until_it_would_be_over(client, freeze):
    cancelled()

    before = client.get("/events/").context
    freeze(at(2026, 6, 22))
    after = client.get("/events/").context

    assert [len(before["upcoming"]), len(before["listing"].items)] == [1, 0]
    assert [len(after["upcoming"]), len(after["listing"].items)] == [0, 1]


def test_events_of_one_day_share_its_date(client):
    news = make_index()
    for hour in (10, 18):
        make_event(news, start=at(2026, 6, 20, hour))
    make_event(news, start=at(2026, 6, 21, 10))

    html = main_part(client, "/events/")

    assert html.count('class="date"') == 2
    assert html.count("<article") == 3


def test_past_events_stand_by_year_and_headings_skip_no_level(client):
    news = make_index()
    for year in (2024, 2025, 2025, 2023):
        make_event(news, start=at(year, 6, 1))
    make_event(news, start=at(2026, 6, 30))

    html = main_part(client, "/events/")

    levels = [tag[1] for tag in html.split("<h")[1:] if tag[0] in "123456" for tag in [f"h{tag}"]]
    years = [year for year in (2025, 2024, 2023) if f"Past events, {year}</h2>" in html]
    assert levels == list("1232332323")
    assert years == [2025, 2024, 2023]


def test_an_event_belongs_to_the_year_on_the_clock_of_its_place(client):
    make_event(start=at(2026, 1, 1, 2), time_zone=LIMA)

    assert "Past events, 2025</h2>" in main_part(client, "/events/")


def test_the_list_of_events_leads_to_the_calendar(client):
    assert 'href="/events/calendar.ics"' in main_part(client, "/events/")


def test_an_empty_list_says_so_in_words(client):
    html = main_part(client, "/events/")

    assert "No event is announced at the moment." in html
    assert "Past events" not in html


@pytest.mark.parametrize("surplus", [0, 1])
def test_the_events_to_come_are_bounded_and_the_list_says_so(client, surplus):
    news = make_index()
    for _n in range(UPCOMING_AT_ONCE + surplus):
        make_event(news, start=at(2026, 6, 20))

    page = client.get("/events/")

    assert len(page.context["upcoming"]) == UPCOMING_AT_ONCE
    assert ("These are the next 100." in page.content.decode()) is bool(surplus)


def test_the_list_of_events_costs_the_same_however_many_there_are(warm):
    news = make_index()
    for n in range(10):
        make_event(news, start=at(2026 - n % 2, 6, 20))
    few = warm("/events/")
    for n in range(70):
        make_event(news, start=at(2026 - n % 2, 6, 20))
    cache.clear()

    costs = [warm("/events/"), warm("/events/?page=2")]

    assert costs[0] == few
    assert max(costs) <= 12


@pytest.mark.parametrize("make", [a_talk, cancelled, moved])
def test_the_page_of_an_event_costs_no_more_than_an_article(warm, make):
    event = make(report=make_article())

    assert warm(event.url) <= 14
