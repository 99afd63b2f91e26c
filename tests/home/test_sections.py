import datetime

import pytest
from django.utils.html import escape
from wagtail.models import Site

from base.models import OrganisationSettings
from home.models import HomePage
from tests.factories import (
    make_article,
    make_event,
    make_image,
    make_index,
    make_notice,
    make_topic,
    restrict,
    with_renditions,
)

pytestmark = pytest.mark.django_db


def day(number: int) -> datetime.date:
    return datetime.date(2026, 5, number)


def arrange(home, *sections) -> HomePage:
    """The home page with these sections, as an editor would save it."""
    home.sections = list(sections)
    home.save()
    return HomePage.objects.get()


def shown(home) -> dict:
    """What each section shows, by its name."""
    home = HomePage.objects.get(pk=home.pk)
    return {section.name: section.content for section in home.plan.sections}


def columns(home) -> list[list[str]]:
    return [[page.title for page in column["articles"]] for column in shown(home)["streams"]]


def picture():
    return with_renditions(make_image())


# The lead


def test_the_lead_is_the_article_the_editors_chose(home):
    chosen = make_article(date=day(1))
    make_article(date=day(9), lead_image=picture())

    arrange(home, ("lead", {"article": chosen}))

    assert shown(home)["lead"] == chosen


def test_without_a_choice_the_lead_is_the_newest_with_a_picture(home):
    make_article(date=day(1), lead_image=picture())
    newest_pictured = make_article(date=day(2), lead_image=picture())
    make_article(date=day(9))

    arrange(home, ("lead", {}))

    assert shown(home)["lead"] == newest_pictured


def test_without_any_picture_the_lead_is_the_newest(home):
    make_article(date=day(1))
    newest = make_article(date=day(9))

    arrange(home, ("lead", {}))

    assert shown(home)["lead"] == newest


@pytest.mark.parametrize("kind", ["draft", "private", "expired"])
def test_a_chosen_lead_that_is_not_public_gives_way_to_the_newest(home, kind):
    chosen = make_article(
        live=kind != "draft",
        expire_at=datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC) if kind == "expired" else None,
    )
    if kind == "private":
        restrict(chosen)
    newest = make_article(date=day(1))

    arrange(home, ("lead", {"article": chosen}))

    assert shown(home)["lead"] == newest


def test_a_chosen_lead_that_was_deleted_gives_way_to_the_newest(home):
    chosen = make_article()
    newest = make_article(date=day(1))
    arrange(home, ("lead", {"article": chosen}))

    chosen.delete()

    assert shown(home)["lead"] == newest


def test_an_event_may_lead_and_says_when_it_takes_place(client, home):
    event = make_event(venue="Town hall")

    arrange(home, ("lead", {"article": event}))

    assert "Saturday 1 June 2030, 7pm" in client.get("/").content.decode()


def test_the_lead_is_repeated_in_no_stream(home):
    index = make_index()
    make_article(index, title="Second", date=day(1))
    make_article(index, title="Lead", date=day(2))

    arrange(home, ("lead", {}), ("streams", {"streams": []}))

    assert columns(home) == [["Second"]]


def test_a_stream_above_the_lead_does_not_take_it_away(home):
    index = make_index()
    make_article(index, title="Second", date=day(1))
    lead = make_article(index, title="Lead", date=day(2))

    arrange(home, ("streams", {"streams": []}), ("lead", {}))

    assert shown(home)["lead"] == lead
    assert columns(home) == [["Second"]]


def test_nothing_stands_in_two_streams(home):
    outer = make_index()
    inner = make_index(outer)
    for n in range(1, 5):
        make_article(inner, title=f"Item {n}", date=day(n))
    choices = [{"index": outer, "count": 2}, {"index": inner, "count": 8}]

    arrange(home, ("streams", {"streams": choices}))

    assert columns(home) == [["Item 4", "Item 3"], ["Item 2", "Item 1"]]


# Streams


def test_the_editors_choose_the_streams_their_order_and_their_length(home):
    news, analysis = make_index(), make_index()
    for n in range(1, 4):
        make_article(news, title=f"News {n}", date=day(n))
        make_article(analysis, title=f"Analysis {n}", date=day(n))
    choices = [{"index": analysis, "count": 1}, {"index": news, "count": 2}]

    arrange(home, ("streams", {"streams": choices}))

    assert columns(home) == [["Analysis 3"], ["News 3", "News 2"]]


def test_without_a_choice_the_first_two_streams_of_the_site_are_shown(home):
    for number in ("first", "second", "third"):
        make_article(make_index(), title=number)

    arrange(home, ("streams", {"streams": []}))

    assert columns(home) == [["first"], ["second"]]


def test_a_chosen_stream_that_is_not_public_is_left_out(home):
    hidden, public = make_index(), make_index()
    make_article(hidden, title="Hidden")
    make_article(public, title="Public")
    restrict(hidden)
    choices = [{"index": hidden, "count": 3}, {"index": public, "count": 3}]

    arrange(home, ("streams", {"streams": choices}))

    assert columns(home) == [["Public"]]


def test_a_stream_shows_what_stands_deep_below_it(home):
    outer = make_index()
    make_article(make_index(make_index(outer)), title="Deep")

    arrange(home, ("streams", {"streams": [{"index": outer, "count": 3}]}))

    assert columns(home) == [["Deep"]]


# Notices and topics


def test_notices_stand_in_the_order_of_the_admins(home):
    for title in ("Third", "Second", "First"):  # a new one goes on top
        make_notice(title=title)

    arrange(home, ("notices", {"heading": "Notices", "count": 2}))

    assert [notice.title for notice in shown(home)["notices"]] == ["First", "Second"]


def test_the_colour_band_has_the_dyed_subjects_by_name_with_their_newest_item(home):
    rivers = make_topic(title="Rivers", dye="water")
    make_topic(title="Mines", dye="mining")
    make_topic(title="Our aims", dye="rights", is_subject=False)
    make_topic(title="Undyed")
    make_article(main_topic=rivers, title="Older", date=day(1))
    make_article(main_topic=rivers, title="Newest", date=day(2))

    arrange(home, ("topics", {"topics": []}))

    band = [
        (entry["topic"].title, entry["newest"] and entry["newest"]["title"])
        for entry in shown(home)["topics"]
    ]
    assert band == [("Mines", None), ("Rivers", "Newest")]


def test_the_editors_choose_the_topics_and_their_order(home):
    chosen = [make_topic(title=title, dye="water") for title in ("Rivers", "Alps", "Mines")]
    make_topic(title="Lakes", dye="rights")

    arrange(home, ("topics", {"topics": chosen}))

    assert [entry["topic"] for entry in shown(home)["topics"]] == chosen


def test_a_chosen_topic_that_is_not_public_is_left_out(home):
    hidden, public = make_topic(dye="water"), make_topic(dye="rights")
    arrange(home, ("topics", {"topics": [hidden, public]}))

    restrict(hidden)

    assert [entry["topic"] for entry in shown(home)["topics"]] == [public]


def test_topics_without_any_dye_are_listed_plainly(client, home):
    make_topic(title="Rivers", teaser="<p>Water.</p>")

    arrange(home, ("topics", {"topics": []}))

    assert list(shown(home)) == ["topics_plain"]
    assert "Rivers" in client.get("/").content.decode()


# The rest


def test_the_archive_counts_every_year_of_the_chosen_stream(home):
    first, chosen = make_index(), make_index()
    make_article(first)
    make_article(chosen, date=datetime.date(2014, 1, 1))
    make_article(chosen, date=datetime.date(2016, 1, 1), date_precision="year")

    arrange(home, ("archive", {"index": chosen, "heading": "Years"}))

    assert shown(home)["archive"]["years"] == {2014: 1, 2015: 0, 2016: 1}
    assert shown(home)["archive"]["total"] == 2
    assert shown(home)["archive"]["address"] == chosen.url


def test_without_a_choice_the_archive_counts_every_year_of_all_streams(client, home):
    make_article(make_index(), date=datetime.date(2014, 1, 1))
    make_article(make_index(), date=datetime.date(2014, 5, 1))

    arrange(home, ("archive", {"heading": "Years"}))

    assert shown(home)["archive"]["years"] == {2014: 2}
    assert 'href="/archive/2014/"' in client.get("/").content.decode()
    assert client.get("/archive/2014/").context["listing"].total == 2


def test_a_chosen_stream_that_is_not_public_leaves_the_archive_out(home):
    chosen = make_index()
    make_article(chosen)
    make_article(make_index())
    restrict(chosen)

    arrange(home, ("archive", {"index": chosen, "heading": "Years"}))

    assert "archive" not in shown(home)


def test_the_join_box_is_shown_once_its_words_are_written(client, home):
    arrange(home, ("join", {}))
    before = list(shown(home))

    OrganisationSettings.objects.create(
        site=Site.objects.get(), join_headline="Why join?", join_points="News\n\nTalks"
    )
    from django.core.cache import cache

    cache.clear()

    assert before == []
    assert list(shown(home)) == ["join"]
    assert "Why join?" in client.get("/").content.decode()


EVERY_SECTION = [
    ("lead", {}),
    ("streams", {"streams": []}),
    ("notices", {"heading": "Notices", "count": 4}),
    ("topics", {"topics": []}),
    ("archive", {"heading": "Years"}),
    ("join", {}),
]


def test_a_fresh_site_answers_and_says_that_there_is_nothing_yet(client):
    answer = client.get("/")

    assert answer.status_code == 200
    assert "Nothing has been published here yet." in answer.content.decode()


@pytest.mark.parametrize("name", [name for name, _value in EVERY_SECTION])
def test_a_section_with_nothing_to_show_vanishes(client, home, name):
    arrange(home, *[section for section in EVERY_SECTION if section[0] == name])

    answer = client.get("/")

    assert shown(home) == {}
    assert "<h2" not in answer.content.decode().split("<main")[1].split("</main")[0]


def test_a_home_page_without_any_section_answers(client, home):
    arrange(home)

    answer = client.get("/")

    assert answer.status_code == 200


@pytest.mark.parametrize("turn", range(5))
def test_sections_stand_in_the_order_of_the_editors(client, home, turn):
    topic = make_topic(dye="water")
    index = make_index()
    for n in range(1, 4):
        make_article(index, main_topic=topic, date=day(n))
    make_notice()
    sections = EVERY_SECTION[turn:5] + EVERY_SECTION[:turn]

    arrange(home, *sections)

    assert list(shown(home)) == [name for name, _value in sections]
    assert client.get("/").status_code == 200


def test_sections_not_saved_yet_can_be_previewed(home):
    make_article(title="Only one")
    home.sections = EVERY_SECTION

    names = [section.name for section in home.plan.sections]

    assert names == ["lead", "archive"]


def test_a_lone_article_leads_and_its_stream_vanishes(home):
    make_article()

    arrange(home, ("lead", {}), ("streams", {"streams": []}))

    assert list(shown(home)) == ["lead"]


def test_headings_of_sections_are_the_editors_own(client, home):
    make_notice()
    words = "Calls & <appeals>"

    arrange(home, ("notices", {"heading": words, "count": 4}))

    assert escape(words) in client.get("/").content.decode()
