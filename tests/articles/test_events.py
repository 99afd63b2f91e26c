import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import streamfield

from articles.models import EventPage
from tests.editing import add_page, complaints, edit_page
from tests.factories import at, make_event, make_index, make_user

pytestmark = pytest.mark.django_db

SECOND = datetime.timedelta(seconds=1)
LONDON, LIMA = "Europe/London", "America/Lima"


def on_the_clock(zone: str, *moment: int) -> datetime.datetime:
    return datetime.datetime(*moment, tzinfo=ZoneInfo(zone))


def standing(event: EventPage) -> tuple[bool, bool, bool]:
    return event.is_upcoming, event.is_today, event.is_past


UPCOMING, TODAY, PAST = (True, False, False), (False, True, False), (False, False, True)

# Days around the change of the clocks, where a day has 23 or 25 hours; Lima changes none.
DAYS = [
    (LONDON, (2026, 6, 10)),
    (LONDON, (2026, 3, 28)),
    (LONDON, (2026, 3, 29)),
    (LONDON, (2026, 3, 30)),
    (LONDON, (2026, 10, 24)),
    (LONDON, (2026, 10, 25)),
    (LONDON, (2026, 10, 26)),
    (LIMA, (2026, 3, 29)),
    (LIMA, (2026, 10, 25)),
    (LIMA, (2026, 12, 31)),
]


@pytest.mark.parametrize(("zone", "day"), DAYS)
def test_an_event_is_today_from_the_first_second_of_its_day_at_its_place(freeze, zone, day):
    event = make_event(start=on_the_clock(zone, *day, 18), time_zone=zone)
    midnight = on_the_clock(zone, *day).astimezone(datetime.UTC)

    freeze(midnight - SECOND)
    before = standing(event)
    freeze(midnight)
    after = standing(event)

    assert (before, after) == (UPCOMING, TODAY)


@pytest.mark.parametrize(("zone", "day"), DAYS)
def test_an_event_without_an_end_is_over_at_midnight_at_its_place(freeze, zone, day):
    event = make_event(start=on_the_clock(zone, *day, 18), time_zone=zone)
    next_day = datetime.date(*day) + datetime.timedelta(days=1)
    midnight = on_the_clock(zone, *next_day.timetuple()[:3]).astimezone(datetime.UTC)

    freeze(midnight - SECOND)
    before = standing(event)
    freeze(midnight)
    after = standing(event)

    assert (before, after) == (TODAY, PAST)


@pytest.mark.parametrize(("zone", "day"), DAYS)
def test_an_event_is_over_at_its_end_to_the_second(freeze, zone, day):
    end = on_the_clock(zone, *day, 20, 30)
    event = make_event(start=on_the_clock(zone, *day, 18), end=end, time_zone=zone)

    freeze(end.astimezone(datetime.UTC) - SECOND)
    before = standing(event), EventPage.objects.upcoming().exists()
    freeze(end.astimezone(datetime.UTC))
    after = standing(event), EventPage.objects.upcoming().exists()

    assert (before, after) == ((TODAY, True), (PAST, False))


@pytest.mark.parametrize(("zone", "day"), DAYS)
@pytest.mark.parametrize("moved", [-SECOND, datetime.timedelta(0)])
def test_the_list_and_the_page_agree_on_when_an_event_is_over(freeze, zone, day, moved):
    event = make_event(start=on_the_clock(zone, *day, 18), time_zone=zone)

    freeze(event.over_at.astimezone(datetime.UTC) + moved)

    assert EventPage.objects.past().exists() is event.is_past
    assert EventPage.objects.upcoming().exists() is not event.is_past


def test_an_event_of_several_days_is_today_on_each_of_them(freeze):
    start, end = on_the_clock(LONDON, 2026, 10, 23, 10), on_the_clock(LONDON, 2026, 10, 25, 17)
    event = make_event(start=start, end=end, time_zone=LONDON)

    seen = []
    for day in (22, 23, 24, 25):
        freeze(on_the_clock(LONDON, 2026, 10, day, 12))
        seen.append(standing(event))
    freeze(end)

    assert seen == [UPCOMING, TODAY, TODAY, TODAY]
    assert standing(event) == PAST


def test_an_event_whose_hours_are_not_known_lasts_until_the_end_of_its_last_day(freeze):
    start, end = on_the_clock(LONDON, 2026, 6, 1), on_the_clock(LONDON, 2026, 6, 3)
    event = make_event(start=start, end=end, time_zone=LONDON, has_start_time=False)

    freeze(on_the_clock(LONDON, 2026, 6, 3, 12))
    at_noon = standing(event)
    freeze(on_the_clock(LONDON, 2026, 6, 4))

    assert (at_noon, standing(event)) == (TODAY, PAST)


def test_a_draft_without_a_start_is_neither_upcoming_nor_today_nor_past():
    event = make_event(live=False, start=None)

    assert standing(event) == (False, False, False)


def test_moving_the_start_moves_the_moment_it_is_over():
    event = make_event(start=at(2026, 6, 1, 18), time_zone=LONDON)

    event.start = at(2026, 6, 2, 18)
    event.save_revision().publish()

    assert EventPage.objects.get(pk=event.pk).over_at == on_the_clock(LONDON, 2026, 6, 3)


def test_moving_the_event_to_another_zone_moves_the_moment_it_is_over(admin_client):
    event = make_event(start=at(2026, 6, 1, 18), time_zone=LONDON)

    edit_page(admin_client, event, publish=True, start="2026-06-01 19:00", time_zone=LIMA)

    assert EventPage.objects.get().over_at == on_the_clock(LIMA, 2026, 6, 2)


# The form


def in_the_form(client, event, name: str) -> str:
    """What stands in that field when an editor opens the event."""
    page = client.get(reverse("wagtailadmin_pages:edit", args=[event.pk]))
    return page.context["form"][name].value().strftime("%Y-%m-%d %H:%M")


def test_hours_are_typed_on_the_clock_of_the_place(admin_client):
    hours = {"start": "2026-06-01 19:00", "end": "2026-06-01 21:30", "time_zone": LIMA}

    add_page(admin_client, make_index(), "articles.eventpage", publish=True, **hours)

    event = EventPage.objects.get()
    assert (event.start, event.end) == (at(2026, 6, 2, 0), at(2026, 6, 2, 2, 30))


@pytest.mark.parametrize("editors_zone", ["", "Europe/Madrid", "America/Lima"])
def test_hours_are_shown_again_as_they_were_typed_wherever_the_editor_sits(client, editors_zone):
    from wagtail.users.models import UserProfile

    editor = make_user(is_superuser=True)
    UserProfile.objects.create(user=editor, current_time_zone=editors_zone)
    client.force_login(editor)

    hours = {"start": "2026-06-01 19:00", "time_zone": LIMA}
    add_page(client, make_index(), "articles.eventpage", publish=True, **hours)

    event = EventPage.objects.get()
    assert event.start == at(2026, 6, 2, 0)
    assert in_the_form(client, event, "start") == "2026-06-01 19:00"


def test_saving_an_event_again_and_again_moves_no_hour(admin_client):
    hours = {"start": "2026-06-01 19:00", "time_zone": LIMA}
    add_page(admin_client, make_index(), "articles.eventpage", publish=True, **hours)
    event = EventPage.objects.get()

    for _n in range(3):
        typed = {"start": in_the_form(admin_client, event, "start"), "time_zone": LIMA}
        edit_page(admin_client, event, publish=True, **typed)

    assert EventPage.objects.get().start == at(2026, 6, 2, 0)


@pytest.mark.parametrize("typed", ["2026-03-29 01:30", "2026-10-25 01:30"])
def test_an_hour_that_london_lacks_or_has_twice_is_an_hour_like_any_other_in_lima(
    admin_client, typed
):
    hours = {"start": typed, "time_zone": LIMA}

    add_page(admin_client, make_index(), "articles.eventpage", publish=True, **hours)

    assert EventPage.objects.get().local_start.strftime("%Y-%m-%d %H:%M") == typed


def test_an_hour_that_the_place_does_not_have_is_refused_beside_the_field(admin_client):
    hours = {"start": "2026-03-29 01:30", "time_zone": LONDON}

    response = add_page(admin_client, make_index(), "articles.eventpage", True, **hours)

    assert list(complaints(response)) == ["start"]


def test_opening_and_saving_an_event_unchanged_is_no_change(admin_client):
    hours = {"start": "2026-06-01 19:00", "end": "2026-06-01 20:00", "time_zone": LIMA}
    add_page(admin_client, make_index(), "articles.eventpage", publish=True, **hours)
    form = admin_client.get(
        reverse("wagtailadmin_pages:edit", args=[EventPage.objects.get().pk])
    ).context["form"]

    changed = [
        name
        for name in ("start", "end")
        if form.fields[name].has_changed(form.initial[name], hours[name])
    ]

    assert changed == []


def test_the_other_moments_of_the_form_stay_on_the_clock_of_the_editor(admin_client):
    moments = {"start": "2099-06-01 19:00", "go_live_at": "2098-06-01 12:00", "time_zone": LIMA}

    add_page(admin_client, make_index(), "articles.eventpage", **moments)

    assert EventPage.objects.get().go_live_at == on_the_clock(LONDON, 2098, 6, 1, 12)


@pytest.mark.parametrize("zone", ["London", "Mars/Olympus", "../etc", "Europe/London "])
def test_a_time_zone_that_is_none_is_refused_beside_the_field(admin_client, zone):
    hours = {"start": "2026-06-01 19:00", "time_zone": zone}

    response = add_page(admin_client, make_index(), "articles.eventpage", True, **hours)

    # Blanks at the end are nobody's mistake.
    assert list(complaints(response)) == ([] if zone.strip() == LONDON else ["time_zone"])


def test_a_draft_may_lack_start_and_zone(admin_client):
    index = make_index()

    first = add_page(admin_client, index, "articles.eventpage", start="", slug="first")
    second = add_page(
        admin_client, index, "articles.eventpage", time_zone="", start="2026-06-01 19:00", slug="s"
    )

    assert (first.status_code, second.status_code) == (302, 302)
    assert EventPage.objects.filter(live=False).count() == 2


def test_publishing_without_a_start_is_refused_beside_the_field(admin_client):
    response = add_page(admin_client, make_index(), "articles.eventpage", publish=True, start="")

    assert list(complaints(response)) == ["start"]


def test_an_end_before_the_start_is_refused_beside_the_field(admin_client):
    hours = {"start": "2026-06-01 19:00", "end": "2026-06-01 18:00"}

    response = add_page(admin_client, make_index(), "articles.eventpage", publish=True, **hours)

    assert list(complaints(response)) == ["end"]


def test_schedule_and_prices_come_through_the_form(admin_client):
    lines = {
        "schedule": streamfield([("line", {"time": "10:30", "label": "Registration"})]),
        "prices": streamfield([("line", {"label": "Members", "amount": "8", "currency": "GBP"})]),
    }

    add_page(
        admin_client,
        make_index(),
        "articles.eventpage",
        publish=True,
        start="2026-06-01 10:30",
        **lines,
    )

    event = EventPage.objects.get()
    assert event.schedule[0].value["label"] == "Registration"
    assert event.prices[0].value["amount"] == Decimal(8)


# What visitors see


def page_of(client, event) -> str:
    return " ".join(client.get(event.url).content.decode().split())


def a_talk(**fields) -> EventPage:
    return make_event(
        **{
            "start": on_the_clock(LIMA, 2030, 6, 1, 19),
            "time_zone": LIMA,
            "venue": "Casa del Agua",
            "street": "Jirón Sol 12",
            "postcode": "Lima 15001",
            **fields,
        }
    )


def test_the_page_prints_when_on_the_clock_of_the_place(client):
    html = page_of(client, a_talk())

    assert "Saturday 1 June 2030<br>7pm (Lima)" in html
    assert 'datetime="2030-06-01T19:00:00-05:00"' in html


def test_the_page_prints_the_hours_of_the_place_wherever_the_reader_sits(client):
    event = a_talk()

    with timezone.override("Asia/Tokyo"):
        html = page_of(client, event)

    assert "Saturday 1 June 2030<br>7pm (Lima)" in html
    assert "2 June" not in html


def test_the_page_prints_where_schedule_prices_and_contact(client):
    event = a_talk(
        schedule=[("line", {"time": datetime.time(18, 30), "label": "Doors open"})],
        prices=[("line", {"label": "Members", "amount": Decimal(8), "currency": "GBP"})],
        contact="talks@example.org",
    )

    html = page_of(client, event)

    for words in ("Casa del Agua", "Jirón Sol 12", "6.30pm", "Doors open", "Members", "£8"):
        assert words in html
    assert 'href="mailto:talks@example.org"' in html


def test_an_end_on_another_day_is_printed_with_its_day(client):
    html = page_of(client, a_talk(end=on_the_clock(LIMA, 2030, 6, 3, 17, 30)))

    assert "Saturday 1 June 2030, 7pm<br>to Monday 3 June 2030, 5.30pm" in html


def test_an_end_on_the_same_day_is_printed_as_its_hour(client):
    html = page_of(client, a_talk(end=on_the_clock(LIMA, 2030, 6, 1, 21)))

    assert "Saturday 1 June 2030<br>7pm to 9pm" in html


def test_an_event_whose_hour_is_not_known_prints_none(client):
    whole_days = {
        "start": on_the_clock(LIMA, 2030, 6, 1),
        "end": on_the_clock(LIMA, 2030, 6, 3),
        "has_start_time": False,
    }

    html = page_of(client, a_talk(**whole_days))

    assert "Saturday 1 June 2030<br>to Monday 3 June 2030" in html
    assert 'datetime="2030-06-01"' in html
    assert "12am" not in html and "midnight" not in html and "(Lima)" not in html


def test_a_past_event_says_so_and_offers_no_online_link(client):
    event = a_talk(start=at(2020, 1, 1), online_url="https://example.org/room")

    html = page_of(client, event)

    assert "Past event" in html
    assert "example.org/room" not in html


def test_when_and_where_stand_in_the_teaser_in_its_stream(client):
    index = make_index()
    a_talk(parent=index)

    html = " ".join(client.get(index.url).content.decode().split())

    assert "Saturday 1 June 2030, 7pm (Lima)</time>, Casa del Agua" in html


def test_an_event_stands_in_its_stream_on_the_day_it_was_announced(client):
    index = make_index()
    a_talk(parent=index, date=datetime.date(2029, 12, 24))

    listing = client.get(f"{index.url}2029/12/").context["listing"]

    assert listing.total == 1
    assert client.get(f"{index.url}2030/").status_code == 404


def test_an_announcement_without_a_teaser_is_summed_up_by_its_first_paragraph():
    event = make_event(body=[("paragraph", "<p>Come and listen.</p><p>Bring a chair.</p>")])

    assert event.summary == "Come and listen."


def test_the_events_list_has_the_next_first_and_then_the_past_last_first(client, freeze):
    freeze(at(2026, 6, 10, 12))
    index = make_index()
    for day, title in ((20, "Later"), (11, "Next"), (10, "Now"), (1, "Long ago"), (9, "Just over")):
        make_event(index, title=f"Talk: {title}", start=at(2026, 6, day, 18))

    html = client.get("/events/").content.decode()

    places = [html.index(f"Talk: {t}") for t in ("Now", "Next", "Later", "Just over", "Long ago")]
    assert places == sorted(places)


def test_the_events_list_prints_the_day_an_event_takes_place(client):
    a_talk(date=datetime.date(2029, 12, 24), start=on_the_clock(LIMA, 2030, 6, 1, 23))

    html = client.get("/events/").content.decode()

    assert '<time class="date" datetime="2030-06-01"><b>1</b> Jun 2030</time>' in html


def test_the_events_list_does_not_say_of_each_event_that_it_is_one(client):
    event = a_talk()

    lists = [client.get(path).content.decode() for path in ("/events/", event.get_parent().url)]

    assert ['<span class="kind">Event</span>' in html for html in lists] == [False, True]


def test_past_events_are_paged_and_the_upcoming_stand_on_the_first_page_only(client):
    index = make_index()
    for n in range(1, 23):
        make_event(index, title=f"Old talk {n:02}", start=at(2020, 1, n, 18))
    a_talk(parent=index, title="Talk to come")

    first, second = client.get("/events/"), client.get("/events/?page=2")

    assert [len(page.context["listing"].items) for page in (first, second)] == [20, 2]
    assert "Talk to come" in first.content.decode()
    assert "Talk to come" not in second.content.decode()


def test_a_list_says_whose_clock_it_prints_where_the_event_is_far_away(client):
    index = make_index()
    here = make_event(index, title="Talk in the hall")
    there = make_event(index, title="Talk by the lake", time_zone="America/La_Paz")

    listed = client.get("/events/").content.decode()

    assert "(La Paz)" in listed
    assert "(London)" not in listed
    assert (here.is_elsewhere, there.is_elsewhere) == (False, True)
