"""A minute before and a minute after midnight in London, on every kind of night there is."""

import datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.cache import cache
from wagtail.models import Site

from articles.models import EventPage
from base.caching import content_version
from base.dates import today
from base.models import OrganisationSettings
from notices.models import FeaturedNotice
from tests.editing import add_page, complaints, edit_page
from tests.factories import at, make_event, make_index, make_notice

pytestmark = pytest.mark.django_db

LONDON, LIMA = ZoneInfo("Europe/London"), ZoneInfo("America/Lima")
MINUTE = datetime.timedelta(minutes=1)

# The eve and the day of both changes, a night in either time, and the turn of the year.
NIGHTS = [
    datetime.date(2026, 3, 28),
    datetime.date(2026, 3, 29),
    datetime.date(2026, 6, 10),
    datetime.date(2026, 10, 24),
    datetime.date(2026, 10, 25),
    datetime.date(2026, 12, 31),
]
a_night = pytest.mark.parametrize("day", NIGHTS, ids=str)


def midnight_after(day: datetime.date) -> datetime.datetime:
    """In UTC, as the clock of a server has it."""
    following = day + datetime.timedelta(days=1)
    there = datetime.datetime.combine(following, datetime.time(), tzinfo=LONDON)
    return there.astimezone(datetime.UTC)


def london(*moment: int, fold: int = 0) -> datetime.datetime:
    return datetime.datetime(*moment, tzinfo=LONDON, fold=fold).astimezone(datetime.UTC)


@pytest.fixture
def around_midnight(freeze):
    """What a question is answered a minute before and a minute after the end of a day in London."""

    def ask(day: datetime.date, question) -> list:
        answers = []
        for moved in (-MINUTE, MINUTE):
            freeze(midnight_after(day) + moved)
            answers.append(question())
        return answers

    return ask


@a_night
def test_a_day_of_the_site_ends_at_midnight_in_london(around_midnight, day):
    assert around_midnight(day, today) == [day, day + datetime.timedelta(days=1)]


@a_night
def test_what_was_worked_out_is_not_kept_over_midnight(around_midnight, day):
    before, after = around_midnight(day, content_version)

    assert before != after


@a_night
def test_nothing_else_moves_the_content_version_in_that_night(freeze, day):
    freeze(midnight_after(day) + MINUTE)
    one = content_version()
    freeze(midnight_after(day) + 3 * 60 * MINUTE)

    assert content_version() == one


@a_night
def test_an_event_of_the_evening_is_over_for_page_and_list_alike(around_midnight, day):
    start = datetime.datetime.combine(day, datetime.time(19, 30), tzinfo=LONDON)
    event = make_event(start=start)

    def standing():
        in_lists = EventPage.objects.upcoming().exists(), EventPage.objects.past().exists()
        return event.is_today, event.is_past, *in_lists

    assert around_midnight(day, standing) == [
        (True, False, True, False),
        (False, True, False, True),
    ]


@a_night
def test_an_event_of_tomorrow_becomes_one_of_today(around_midnight, day):
    tomorrow = day + datetime.timedelta(days=1)
    event = make_event(start=datetime.datetime.combine(tomorrow, datetime.time(19), tzinfo=LONDON))

    assert around_midnight(day, lambda: (event.is_upcoming, event.is_today)) == [
        (True, False),
        (False, True),
    ]


@a_night
def test_pages_and_lists_say_today_and_past_at_the_right_minute(client, around_midnight, day):
    start = datetime.datetime.combine(day, datetime.time(19), tzinfo=LONDON)
    event = make_event(start=start)

    def labels():
        listed, page = (client.get(path).content.decode() for path in ("/events/", event.url))
        return ["Today</strong>" in listed, "(past)" in listed, "Past event" in page]

    assert around_midnight(day, labels) == [[True, False, False], [False, True, True]]


@a_night
def test_a_notice_stands_until_the_end_of_its_last_day(client, around_midnight, day):
    make_notice(title="Appeal for boats", show_until=day)

    def shown():
        on_the_page = "Appeal for boats" in client.get("/notices/").content.decode()
        return FeaturedNotice.objects.current().exists(), on_the_page

    assert around_midnight(day, shown) == [(True, True), (False, False)]


@a_night
def test_an_urgent_message_stands_until_the_end_of_its_last_day(client, around_midnight, day):
    OrganisationSettings.objects.create(
        site=Site.objects.get(), urgent_text="The office is closed", urgent_until=day
    )
    cache.clear()

    def shown():
        return "The office is closed" in client.get("/").content.decode()

    assert around_midnight(day, shown) == [True, False]


@a_night
def test_a_new_item_is_dated_by_the_day_in_london(around_midnight, day):
    assert around_midnight(day, lambda: EventPage().date) == [
        day,
        day + datetime.timedelta(days=1),
    ]


@a_night
def test_midnight_in_london_is_not_the_end_of_a_day_in_lima(around_midnight, day):
    start = datetime.datetime.combine(day, datetime.time(12), tzinfo=LIMA)
    event = make_event(start=start, time_zone="America/Lima")

    standing = around_midnight(day, lambda: (event.is_today, event.is_past))

    assert standing == [(True, False), (True, False)]
    # Lima keeps its clock: five hours behind UTC, summer and winter.
    midnight_there = datetime.datetime.combine(day, datetime.time(5), tzinfo=datetime.UTC)
    assert event.over() == midnight_there + datetime.timedelta(days=1)


def test_an_evening_in_lima_is_today_while_it_is_tomorrow_in_london(client, freeze):
    event = make_event(start=at(2026, 10, 26, 0, 30), time_zone="America/Lima")

    freeze(at(2026, 10, 26, 0, 5))

    assert (today(), event.is_today) == (datetime.date(2026, 10, 26), True)
    assert '<time class="date" datetime="2026-10-25">' in client.get("/events/").content.decode()


# Events in the very night


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        (london(2026, 3, 28, 22), london(2026, 3, 29, 6), 7),
        (london(2026, 10, 24, 22), london(2026, 10, 25, 6), 9),
    ],
)
def test_a_vigil_through_a_change_prints_its_clock_times_and_ends_on_time(
    client, freeze, start, end, hours
):
    event = make_event(start=start, end=end)

    html = " ".join(client.get(event.url).content.decode().split())
    freeze(end - datetime.timedelta(seconds=1))
    before = event.is_past
    freeze(end)

    assert end - start == datetime.timedelta(hours=hours)
    assert ", 10pm<br>to Sunday" in html and ", 6am (London)" in html
    assert (before, event.is_past) == (False, True)


@pytest.mark.parametrize("fold", [0, 1])
def test_each_of_two_equal_hours_is_over_at_its_own_end(freeze, fold):
    end = london(2026, 10, 25, 1, 30, fold=fold)
    event = make_event(start=london(2026, 10, 25, 0, 30), end=end)

    freeze(end - MINUTE)
    before = event.is_past, EventPage.objects.upcoming().exists()
    freeze(end + MINUTE)

    assert before == (False, True)
    assert (event.is_past, EventPage.objects.upcoming().exists()) == (True, False)


@pytest.mark.parametrize("fold", [0, 1])
def test_the_page_says_to_machines_which_of_two_equal_hours_is_meant(client, fold):
    event = make_event(start=london(2026, 10, 25, 1, 30, fold=fold))

    html = client.get(event.url).content.decode()

    assert f'datetime="2026-10-25T01:30:00+0{1 - fold}:00"' in html
    assert "1.30am" in html


def test_an_hour_that_comes_twice_is_the_first_of_the_two_where_nothing_else_is_known(
    admin_client,
):
    add_page(
        admin_client, make_index(), "articles.eventpage", publish=True, start="2026-10-25 01:30"
    )

    assert EventPage.objects.get().start == at(2026, 10, 25, 0, 30)


def test_saving_an_event_in_the_second_of_two_equal_hours_leaves_it_there(admin_client):
    event = make_event(start=london(2026, 10, 25, 1, 30, fold=1))

    edit_page(admin_client, event, publish=True, start="2026-10-25 01:30")

    assert EventPage.objects.get().start == at(2026, 10, 25, 1, 30)


def test_an_end_in_the_hour_that_comes_twice_lies_after_its_start(admin_client):
    hours = {"start": "2026-10-25 01:45", "end": "2026-10-25 01:15"}

    answer = add_page(admin_client, make_index(), "articles.eventpage", publish=True, **hours)

    assert complaints(answer) == {}
    event = EventPage.objects.get()
    assert event.end - event.start == datetime.timedelta(minutes=30)


@pytest.mark.parametrize("name", ["start", "end", "previous_start"])
def test_an_hour_that_there_is_not_is_refused_beside_its_field(admin_client, name):
    hours = {"start": "2026-03-28 12:00", name: "2026-03-29 01:30"}

    answer = add_page(admin_client, make_index(), "articles.eventpage", publish=True, **hours)

    assert list(complaints(answer)) == [name]


def test_the_minute_before_and_after_the_missing_hour_are_two_minutes_apart(admin_client):
    hours = {"start": "2026-03-29 00:59", "end": "2026-03-29 02:01"}

    add_page(admin_client, make_index(), "articles.eventpage", publish=True, **hours)

    event = EventPage.objects.get()
    assert event.end - event.start == 2 * MINUTE
