"""What has a date and was written by hand: articles, events and notices."""

import datetime
from collections import Counter
from decimal import Decimal
from zoneinfo import ZoneInfo

from articles.models import ArticlePage, EventPage
from base.dates import half_a_year_after
from base.prose import as_rich
from home.demo.texts import EVENTS, NOTICES, STORIES
from home.demo.writing import Writer
from home.models import HomePage
from notices.models import FeaturedNotice

# The next free place of each day in each stream.
Places = Counter[tuple[str, datetime.date]]


def add_articles(writer: Writer, stories: list[dict], places: Places) -> None:
    """All of them first, so that they can name one another; oldest first, as they were written."""
    for story in _oldest_first_in_printed_order(stories):
        day = writer.day(-story["age_days"])
        page = _article(writer, story, day)
        page.position_in_day = _next_place(places, story["stream"], day)
        writer.add(story["key"], writer.pages[story["stream"]], page, day)
    for event in EVENTS:
        day = writer.day(event["posted_days"])
        page = _event(writer, event, day)
        page.position_in_day = _next_place(places, "news", day)
        writer.add(event["key"], writer.pages["news"], page, day)


def publish_articles(writer: Writer, stories: list[dict]) -> None:
    for text in [*stories, *EVENTS]:
        page = writer.pages[text["key"]]
        page.body = writer.body.blocks(text["body"], page.date)
        writer.publish(page)


def newest(number: int) -> list[dict]:
    """So many of the articles written by hand, without the oldest where there are too many."""
    return sorted(STORIES, key=lambda story: story["age_days"])[:number]


def _oldest_first_in_printed_order(stories: list[dict]) -> list[dict]:
    return sorted(stories, key=lambda story: -story["age_days"])


def _next_place(places: Places, stream: str, day: datetime.date) -> int:
    place = places[stream, day]
    places[stream, day] += 1
    return place


def _article(writer: Writer, story: dict, day: datetime.date) -> ArticlePage:
    page = ArticlePage(
        title=story["headline"],
        slug=story["key"],
        date=day,
        date_precision=story["precision"],
        teaser=as_rich(story["teaser"]),
        main_topic=writer.pages.get(story["topic"]),
        byline=story["byline"],
        content_note=story["content_note"],
        updated_on=_updated_on(writer, story),
        lead_image=writer.media.images.get(story["picture"]),
        lead_image_caption=story["picture_caption"],
        body=[],
    )
    topics = [story["topic"], *story["more_topics"]]
    page.topics = [writer.pages[topic] for topic in topics if topic]
    return page


def _updated_on(writer: Writer, story: dict) -> datetime.date | None:
    days = story["updated_after_days"]
    return writer.day(days - story["age_days"]) if days else None


def _event(writer: Writer, event: dict, day: datetime.date) -> EventPage:
    topic = writer.pages.get(event["topic"])
    told = ("venue", "street", "postcode", "online_url", "contact", "booking_url")
    page = EventPage(
        title=event["headline"],
        slug=event["key"],
        date=day,
        teaser=as_rich(event["teaser"]),
        main_topic=topic,
        schedule=[
            ("line", {"time": datetime.time.fromisoformat(time), "label": label})
            for time, label in event["schedule"]
        ],
        prices=[
            ("line", {"label": label, "amount": Decimal(amount), "currency": "GBP"})
            for label, amount in event["prices"]
        ],
        state=event["state"],
        state_note=event["state_note"],
        report=writer.pages.get(event["report"]),
        body=[],
        **_when(writer, event),
        **{name: event[name] for name in told},
    )
    page.topics = [topic] if topic else []
    return page


def _when(writer: Writer, event: dict) -> dict:
    """Its beginning and end on the clock of the place, and when it was to begin before."""
    zone = ZoneInfo(event["tz"])

    def moment(days: int, time: str) -> datetime.datetime:
        clock = datetime.time.fromisoformat(time)
        return datetime.datetime.combine(writer.day(days), clock, tzinfo=zone)

    return {
        "start": moment(event["start_days"], event["start"]),
        "end": moment(event["end_days"], event["end"]) if event["has_hours"] else None,
        "has_start_time": event["has_hours"],
        "time_zone": event["tz"],
        "previous_start": moment(*event["previous"]) if event["previous"] else None,
    }


def add_notices(writer: Writer, home: HomePage) -> None:
    """From the last to the first: a new notice goes on top."""
    for number, notice in reversed(list(enumerate(NOTICES, start=1))):
        page = _notice(writer, notice)
        if not (page.has_target or page.body):
            continue  # its article is too old for so small a demo
        writer.add(f"notice-{number}", home, page, page.date)
        if notice["live"]:
            writer.publish(page)
        else:
            page.save_revision()


def _notice(writer: Writer, notice: dict) -> FeaturedNotice:
    kind, name = notice["target"] or ("", "")
    day = writer.day(-notice["age_days"])
    until, review = notice["show_until_days"], notice["review_days"]
    return FeaturedNotice(
        title=notice["headline"],
        kind=notice["kind"],
        date=day,
        teaser=as_rich(notice["teaser"]),
        body=writer.body.blocks(notice["body"]),
        target_page=writer.pages.get(name) if kind in ("story", "event") else None,
        target_document=writer.media.documents[name] if kind == "document" else None,
        target_url=name if kind == "url" else "",
        show_until=None if until is None else writer.day(until),
        review_on=half_a_year_after(day) if review is None else writer.day(review),
    )
