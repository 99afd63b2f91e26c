"""The calendar files, read again as a stranger's calendar would read them."""

import datetime
from zoneinfo import ZoneInfo, available_timezones

import pytest
from django.core.cache import cache
from icalendar import Calendar, Component
from wagtail.models import Site

from articles import calendar as calendars
from articles.models import EventPage
from articles.models.events import State
from tests.articles.test_clock_changes import london
from tests.factories import at, make_event, make_index, restrict, the_home

pytestmark = pytest.mark.django_db

ALL = "/events/calendar.ics"
DAY = datetime.timedelta(days=1)
LONDON = ZoneInfo("Europe/London")


def read(client, path: str = ALL) -> Calendar:
    answer = client.get(path)
    assert answer.status_code == 200
    return Calendar.from_ical(answer.content)


def file_of(event: EventPage) -> str:
    return f"{event.url}event.ics"


def entry_of(client, event: EventPage) -> Component:
    (entry,) = read(client, file_of(event)).events
    return entry


def titles(client) -> list[str]:
    return [str(entry["summary"]) for entry in read(client).events]


@pytest.fixture
def in_june(freeze):
    freeze(at(2026, 6, 10, 12))


# One event


def test_a_calendar_learns_what_when_and_where(client):
    Site.objects.update(hostname="example.org", port=443)
    cache.clear()
    event = make_event(
        title="Ferry talk",
        slug="ferry-talk",
        start=at(2030, 6, 1, 18),
        end=at(2030, 6, 1, 20),
        venue="Casa del Agua",
        street="Jirón Sol 12",
        postcode="Lima 15001",
        teaser="<p>Come and <b>listen</b>.</p><p>Bring a chair.</p>",
    )

    entry = entry_of(client, event)

    address = f"https://example.org{event.url}"
    assert str(entry["summary"]) == "Ferry talk"
    assert (entry["dtstart"].dt, entry["dtend"].dt) == (event.start, event.end)
    assert entry["dtstart"].params["TZID"] == "Europe/London"
    assert str(entry["location"]) == "Casa del Agua, Jirón Sol 12, Lima 15001"
    assert str(entry["description"]) == f"Come and listen. Bring a chair.\n\n{address}"
    assert str(entry["url"]) == address
    assert str(entry["status"]) == "CONFIRMED"


def test_the_hours_are_those_of_the_place_with_its_zone_written_out(client):
    event = make_event(start=at(2030, 6, 2, 0), time_zone="America/Lima")

    answer = client.get(file_of(event)).content.decode()

    assert "DTSTART;TZID=America/Lima:20300601T190000" in answer
    assert [zone.tz_name for zone in Calendar.from_ical(answer).timezones] == ["America/Lima"]


def test_an_event_in_utc_needs_no_zone(client):
    answer = client.get(file_of(make_event(start=at(2030, 6, 2, 0), time_zone="UTC")))

    assert "DTSTART:20300602T000000Z" in answer.content.decode()


@pytest.mark.parametrize("end", [None, at(2030, 6, 1, 18)])
def test_an_event_without_an_end_claims_none(client, end):
    entry = entry_of(client, make_event(start=at(2030, 6, 1, 18), end=end))

    assert "dtend" not in entry
    assert "duration" not in entry


@pytest.mark.parametrize(
    ("first", "last", "after"),
    [
        ((2026, 6, 1), None, (2026, 6, 2)),
        ((2026, 6, 1), (2026, 6, 3), (2026, 6, 4)),
        ((2026, 10, 25), None, (2026, 10, 26)),
        ((2026, 3, 28), (2026, 3, 29), (2026, 3, 30)),
    ],
)
def test_an_event_whose_hour_is_not_known_takes_whole_days(client, first, last, after):
    moments = {"start": london(*first), "end": last and london(*last)}

    entry = entry_of(client, make_event(has_start_time=False, **moments))

    days = entry["dtstart"].dt, entry["dtend"].dt
    assert days == (datetime.date(*first), datetime.date(*after))
    assert entry["dtstart"].params["VALUE"] == "DATE"


def test_the_file_of_whole_days_needs_no_zone(client):
    event = make_event(has_start_time=False, start=london(2026, 6, 1))

    assert read(client, file_of(event)).timezones == []


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (london(2026, 3, 28, 22), london(2026, 3, 29, 6)),
        (london(2026, 10, 24, 22), london(2026, 10, 25, 6)),
        (london(2026, 10, 25, 0, 30), london(2026, 10, 25, 1, 30, fold=0)),
        (london(2026, 10, 25, 0, 30), london(2026, 10, 25, 1, 30, fold=1)),
        (london(2026, 10, 25, 1, 30, fold=0), london(2026, 10, 25, 1, 30, fold=1)),
        (london(2026, 10, 25, 1, 30, fold=1), london(2026, 10, 25, 3)),
        (london(2026, 3, 29, 0, 59), london(2026, 3, 29, 2, 1)),
    ],
)
def test_a_calendar_takes_an_event_at_a_change_of_the_clocks_to_the_minute(client, start, end):
    entry = entry_of(client, make_event(start=start, end=end))

    taken = [entry[name].dt.astimezone(datetime.UTC) for name in ("dtstart", "dtend")]
    assert taken == [start, end]


@pytest.mark.parametrize(
    "zone", ["Europe/London", "America/New_York", "America/Santiago", "Africa/Casablanca"]
)
def test_the_changes_of_the_clocks_are_written_as_the_standard_asks(client, zone):
    there = ZoneInfo(zone)
    news = make_index()
    for year in (2026, 2028):
        make_event(news, start=at(year, 6, 1), time_zone=zone)

    (written,) = read_with(client, zone).timezones

    changes = 0
    for change in written.subcomponents:
        before, after = change["tzoffsetfrom"].td, change["tzoffsetto"].td
        told = [change["dtstart"].dt, *(m.dt for m in getattr(change.get("rdate"), "dts", ()))]
        for moment in told if before != after else ():
            onset = (moment - before).replace(tzinfo=datetime.UTC)
            second = datetime.timedelta(seconds=1)
            assert (onset - second).astimezone(there).utcoffset() == before
            assert onset.astimezone(there).utcoffset() == after
            changes += 1
    assert changes >= 6


def read_with(client, zone: str) -> Calendar:
    return Calendar.from_ical(
        calendars.calendar_file(EventPage.objects.filter(time_zone=zone), Site.objects.get())
    )


def test_no_zone_an_editor_may_type_breaks_the_calendar():
    event = make_event(start=at(2030, 6, 1, 18))

    broken = []
    for event.time_zone in sorted(available_timezones()):
        text = calendars.calendar_file([event], Site.objects.get())
        (entry,) = Calendar.from_ical(text).events
        if entry["dtstart"].dt != event.start:
            broken.append(event.time_zone)

    assert broken == []


@pytest.mark.parametrize("year", [1900, 2199])
def test_a_slip_of_the_year_makes_no_endless_file(client, year):
    news = make_index()
    make_event(news, start=at(year, 6, 1, 18))
    event = make_event(news, start=at(2030, 6, 1, 18))

    text = calendars.calendar_file(EventPage.objects.all(), Site.objects.get())

    assert len(text) < 10_000
    assert event.start in [entry["dtstart"].dt for entry in Calendar.from_ical(text).events]


# Words


AWKWARD = [
    "Water, land; and law",
    r"A back\slash and \n no new line",
    "¿Quién decide? Ñahui’s “answer” 🏔️👩🏽‍🌾 " * 5,
    "BEGIN:VEVENT and END:VCALENDAR",
    'He said: "come", they came',
    "</script><b>bold</b> & so on",
]


@pytest.mark.parametrize("title", AWKWARD)
def test_a_headline_comes_back_as_it_was_written(client, title):
    title = title.strip()
    event = make_event(title=title, slug="talk", venue=title, state_note=title)

    entry = entry_of(client, event)

    assert str(entry["summary"]) == title
    assert str(entry["location"]) == title


@pytest.mark.parametrize("title", ["Two\r\nlines", "Two\nlines", "Two\u0085lines", "Two\x0blines"])
def test_a_headline_of_two_lines_is_one_line_of_the_calendar(client, title):
    event = make_event(slug="talk")
    EventPage.objects.update(title=title)

    (entry,) = read(client, file_of(event)).events

    assert str(entry["summary"]).split() == ["Two", "lines"]


@pytest.mark.parametrize("sign", ["\n", "\r", "\x0b", "\x0c", "\x1e", "\x85", "\u2028", "\u2029"])
def test_no_sign_that_some_program_takes_for_the_end_of_a_line_begins_another(client, sign):
    words = f"Talk{sign}ATTENDEE:mailto:rosa@example.org"
    event = make_event(slug="talk")
    EventPage.objects.update(title=words, venue=words, state="moved", state_note=words)

    lines = client.get(file_of(event)).content.decode().splitlines()

    assert "SUMMARY:Talk ATTENDEE:mailto:rosa@example.org" in lines
    assert not [line for line in lines if line.startswith("ATTENDEE")]


def test_lines_are_folded_and_end_as_the_standard_asks(client):
    event = make_event(title="Ñandú 🏔️ " * 25, teaser="<p>" + "¿Quién? " * 80 + "</p>", slug="talk")

    content = client.get(file_of(event)).content

    lines = content.split(b"\r\n")
    assert lines[-1] == b""
    assert max(len(line) for line in lines) <= 75
    assert b"\n" not in content.replace(b"\r\n", b"")
    content.decode("utf-8")


def test_a_moved_event_says_so_in_its_description(client):
    event = make_event(
        state=State.MOVED,
        state_note="Next door.",
        start=at(2030, 6, 3, 18),
        previous_start=at(2030, 6, 1, 18),
    )

    description = str(entry_of(client, event)["description"])

    assert description.startswith(
        "Moved. Next door. Was announced for Saturday 1 June 2030, 7pm.\n"
    )


def test_a_cancelled_event_is_cancelled_in_the_calendar_and_says_so_in_words(client):
    event = make_event(title="Talk", state=State.CANCELLED, state_note="The speaker is ill.")

    entry = entry_of(client, event)

    assert str(entry["status"]) == "CANCELLED"
    assert str(entry["summary"]) == "Cancelled: Talk"
    assert str(entry["description"]).startswith("Cancelled. The speaker is ill.")


def test_an_event_that_is_only_online_is_said_to_be_there(client):
    entry = entry_of(client, make_event(online_url="https://example.org/room"))

    assert str(entry["location"]) == "Online"


# What lasts, and what moves


def test_the_name_of_an_event_outlives_a_new_address_and_a_new_stream(client):
    event = make_event(slug="before")
    known = str(entry_of(client, event)["uid"])

    event.slug = "after"
    event.save_revision().publish()
    event.move(make_index(), pos="last-child")

    event = EventPage.objects.get()
    assert event.url.endswith("/after/")
    assert str(entry_of(client, event)["uid"]) == known


def test_a_copy_is_another_event(client):
    event = make_event()
    copy = event.copy(update_attrs={"slug": "copy"}, keep_live=True)

    assert len({str(entry_of(client, page)["uid"]) for page in (event, copy)}) == 2


def test_every_publication_has_a_higher_number_and_its_own_moment(client, freeze):
    event = make_event(live=False)
    numbers, moments = [], []

    for day in (1, 2, 2, 9):
        freeze(at(2026, 6, day, 12, len(numbers)))
        EventPage.objects.get().save_revision().publish()
        cache.clear()
        entry = entry_of(client, event)
        numbers.append(int(entry["sequence"]))
        moments.append(entry["last-modified"].dt)

    assert numbers[0] == 0
    assert numbers == sorted(set(numbers))
    assert moments == sorted(set(moments))
    assert entry["dtstamp"].dt == moments[-1]


def test_a_page_that_code_made_public_has_a_moment_too(client):
    event = make_event(date=datetime.date(2026, 5, 4))

    entry = entry_of(client, event)

    assert event.last_published_at is None
    assert entry["dtstamp"].dt == at(2026, 5, 4)


# All events


def test_the_calendar_holds_what_is_to_come_and_the_last_year(client, in_june):
    news = make_index()
    for title, day in (
        ("Later", (2027, 1, 1)),
        ("Next", (2026, 6, 20)),
        ("Last month", (2026, 5, 1)),
        ("A year ago", (2025, 6, 11)),
        ("Long ago", (2025, 6, 1)),
    ):
        make_event(news, title=title, start=at(*day, 12))
    make_event(news, title="Off", start=at(2026, 7, 1), state=State.CANCELLED)

    assert titles(client) == ["Next", "Cancelled: Off", "Later", "Last month", "A year ago"]


def test_the_calendar_is_bounded_and_what_comes_next_goes_first(client, in_june, monkeypatch):
    monkeypatch.setattr(calendars, "AT_ONCE", 3)
    news = make_index()
    for day in (8, 9, 20, 21):
        make_event(news, title=f"The {day}th", start=at(2026, 6, day))

    assert titles(client) == ["The 20th", "The 21th", "The 9th"]


def test_a_calendar_without_events_is_a_calendar_all_the_same(client):
    assert read(client).events == []


def test_the_calendar_says_whose_it_is_and_when_to_ask_again(client):
    Site.objects.update(hostname="example.org", port=443, site_name="Circle of friends")
    cache.clear()

    calendar = read(client)

    assert str(calendar["x-wr-calname"]) == "Events: Circle of friends"
    assert calendar["refresh-interval"].params["VALUE"] == "DURATION"
    assert str(calendar["source"]) == "https://example.org/events/calendar.ics"
    assert (str(calendar["version"]), "prodid" in calendar) == ("2.0", True)


def test_an_event_is_the_same_in_its_own_file_and_in_the_calendar(client):
    event = make_event()

    assert read(client).events[0].to_ical() == entry_of(client, event).to_ical()


@pytest.mark.parametrize(("kind", "budget"), [("all", 6), ("one", 9)])
def test_the_calendar_costs_the_same_however_many_events_there_are(warm, kind, budget):
    news = make_index()
    event = make_event(news)
    path = file_of(event) if kind == "one" else ALL
    few = warm(path)
    for n in range(30):
        make_event(news, start=at(2030, 6, 1 + n))
    cache.clear()

    many = warm(path)

    assert few == many
    assert many <= budget


def test_a_first_calendar_costs_no_query_for_each_event(client, django_assert_max_num_queries):
    news = make_index()
    costs = []
    for number in (3, 30):
        for n in range(number):
            make_event(news, start=at(2030, 6, 1 + n))
        cache.clear()
        with django_assert_max_num_queries(25) as captured:
            client.get(ALL)
        costs.append(len(captured))

    assert costs[0] == costs[1]


# The answer


@pytest.mark.parametrize("kind", ["one", "all"])
def test_the_answer_is_a_calendar_without_cookies(client, kind):
    event = make_event(slug="ferry-talk")

    answer = client.get(file_of(event) if kind == "one" else ALL)

    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert not answer.cookies
    name = 'attachment; filename="ferry-talk.ics"'
    assert answer.get("Content-Disposition") == (name if kind == "one" else None)


@pytest.mark.parametrize("kind", ["one", "all"])
def test_whoever_has_the_file_is_told_so_until_something_changes(client, on_commit, kind):
    event = make_event(title="Before")
    path = file_of(event) if kind == "one" else ALL
    known = client.get(path)["ETag"]
    again = client.get(path, headers={"if-none-match": known})

    event.title = "After"
    with on_commit():
        event.save_revision().publish()
    changed = client.get(path, headers={"if-none-match": known})

    assert (again.status_code, again.content) == (304, b"")
    assert changed.status_code == 200
    assert b"SUMMARY:After" in changed.content


@pytest.mark.parametrize("kind", ["one", "all"])
def test_the_host_of_a_request_never_stands_in_the_file(client, settings, kind):
    settings.ALLOWED_HOSTS = ["*"]
    event = make_event()
    path = file_of(event) if kind == "one" else ALL

    answer = client.get(path, headers={"host": "evil.example"})

    assert answer.status_code == 200
    assert b"evil.example" not in answer.content
    assert Site.objects.get().root_url.encode() in answer.content


@pytest.mark.parametrize(
    "how", ["draft", "expired", "private", "beneath a private page", "undated"]
)
def test_the_file_of_an_event_that_is_not_public_is_not_there(client, admin_client, how):
    news = make_index(slug="news")
    fields = {"draft": {"live": False}, "expired": {"expire_at": at(2020, 1, 1)}}.get(how, {})
    event = make_event(news, slug="talk", **fields)
    if how == "private":
        restrict(event)
    if how == "beneath a private page":
        restrict(news)
    if how == "undated":
        EventPage.objects.update(date=None)

    answers = [who.get("/news/talk/event.ics").status_code for who in (client, admin_client)]

    assert answers == [404, 404]


def test_a_draft_of_a_public_event_is_not_in_its_file(client, on_commit):
    event = make_event(title="Public talk")
    event.title = "Secret talk"
    with on_commit():
        event.save_revision()

    answers = client.get(file_of(event)).content + client.get(ALL).content

    assert b"Public talk" in answers
    assert b"Secret talk" not in answers


def test_an_event_without_a_start_is_in_no_calendar(client):
    event = make_event()
    EventPage.objects.update(start=None, over_at=None)

    assert client.get(file_of(event)).status_code == 404
    assert read(client).events == []


@pytest.mark.parametrize(
    "path",
    [
        "/event.ics",
        "/calendar.ics",
        "/events/event.ics",
        "/news/event.ics",
        "/news/calendar.ics",
        "/news/bridge/event.ics",
        "/events/calendar.ics/",
        "/events/calendar.ics/more/",
        "/events/calendar/",
        "/topics/calendar.ics",
        "/news/talk/event.ics/",
        "/news/talk/calendar.ics",
    ],
)
def test_there_is_no_calendar_elsewhere(client, path):
    from tests.factories import make_article

    news = make_index(slug="news")
    make_article(news, slug="bridge")
    make_event(news, slug="talk")

    assert client.get(path).status_code == 404


def test_the_menu_link_to_the_calendar_leads_to_it(client):
    from blocks.links import ADDRESSES

    assert ADDRESSES["calendar"] == f"{the_home().url}events/calendar.ics"
    assert client.get(ADDRESSES["calendar"]).status_code == 200
