"""What an article and an event say of themselves to machines, in the words of schema.org."""

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from base.addresses import absolute, root_of
from base.dates import for_machines
from base.linked_data import filled, organization
from base.organisation import Organisation
from base.renditions import largest_made
from blocks.links import is_web_address

if TYPE_CHECKING:
    from .models import ArticlePage, EventPage

SCHEMA = "https://schema.org"


def of_article(article: "ArticlePage", organisation: Organisation) -> dict[str, Any]:
    publisher = organization(organisation, root_of(article))
    stream = article.stream
    topics = [*filter(None, [article.topic]), *article.other_topics]
    return filled(
        context_=SCHEMA,
        type_="NewsArticle",
        headline=article.title,
        url=article.full_url,
        datePublished=for_machines(article.date, article.date_precision),
        dateModified=for_machines(article.updated),
        author=filled(type_="Person", name=article.byline) if article.byline else publisher,
        publisher=publisher,
        image=_picture(article),
        articleSection=stream and stream["title"],
        about=[filled(type_="Thing", name=topic["title"]) for topic in topics],
        isAccessibleForFree=True,
    )


def of_event(event: "EventPage", organisation: Organisation) -> dict[str, Any]:
    return filled(
        context_=SCHEMA,
        type_="Event",
        name=event.title,
        url=event.full_url,
        description=event.summary,
        startDate=_moment(event, event.local_start),
        endDate=_moment(event, event.local_end),
        image=_picture(event),
        offers=_offers(event),
        organizer=organization(organisation, root_of(event)),
        **_state(event),
        **_place(event),
    )


def _picture(article: "ArticlePage") -> str:
    picture = largest_made(article.lead_image)
    return absolute(picture.url, root_of(article)) if picture else ""


def _moment(event: "EventPage", moment) -> str:
    """With the hour and its distance from Greenwich, or the day alone where no hour is known."""
    if not moment:
        return ""
    return moment.isoformat() if event.has_start_time else moment.date().isoformat()


def _state(event: "EventPage") -> dict[str, str]:
    if event.is_cancelled:
        return {"eventStatus": f"{SCHEMA}/EventCancelled"}
    before = event.previous_start if event.is_moved else None
    if not before:  # moved to another place on the same day: the place is said below
        return {"eventStatus": f"{SCHEMA}/EventScheduled"}
    return {
        "eventStatus": f"{SCHEMA}/EventRescheduled",
        "previousStartDate": _moment(event, before.astimezone(event.zone)),
    }


def _place(event: "EventPage") -> dict[str, Any]:
    places, modes = [], []
    if event.place_lines:
        address = ", ".join(event.place_lines[1:] if event.venue else event.place_lines)
        places.append(filled(type_="Place", name=event.venue, address=address))
        modes.append("Offline")
    if is_web_address(event.online_url):
        url = event.online_url if event.is_still_on else ""
        places.append(filled(type_="VirtualLocation", url=url))
        modes.append("Online")
    mode = "Mixed" if len(modes) > 1 else "".join(modes)
    return {
        "location": places[0] if len(places) == 1 else places,
        "eventAttendanceMode": mode and f"{SCHEMA}/{mode}EventAttendanceMode",
    }


def _offers(event: "EventPage") -> list[dict[str, Any]]:
    """What it costs, and where to book while one can."""
    url = event.booking_url if event.is_still_on and is_web_address(event.booking_url) else ""
    offers = []
    for line in event.prices:
        price = _price(line.value)
        if price:
            currency = line.value.get("currency")
            named = filled(type_="Offer", name=line.value.get("label"), url=url)
            offers.append({**named, "price": price, "priceCurrency": currency})
    return offers


def _price(line) -> str:
    try:
        return f"{Decimal(str(line.get('amount'))):.2f}"
    except InvalidOperation:  # a draft may lack it
        return ""
