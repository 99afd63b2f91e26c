"""Events as calendars read them (iCalendar, RFC 5545): one file for each, and one for all of them."""

import datetime
import re
from collections.abc import Callable, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.utils.translation import gettext as _
from icalendar import Calendar, Component, Event
from wagtail.models import Site

from base.caching import content_version
from base.dates import today
from base.organisation import organisation

AT_ONCE = 200
LOOKS_BACK = datetime.timedelta(days=366)
ASK_AGAIN = datetime.timedelta(hours=12)
# The changes of the clocks are written out for so many years; calendars know the later ones by name.
YEARS_AHEAD = 10
ONE_DAY = datetime.timedelta(days=1)
# Some programs end a line at every sign that Unicode allows to.
BLANKS = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029]+")


def answer(request: HttpRequest, write: Callable[[], bytes], filename: str = "") -> HttpResponse:
    """The file, or word that the one the reader has is still good."""
    etag = quote_etag(content_version())
    still_good = get_conditional_response(request, etag=etag)
    if still_good is not None:
        return still_good
    headers = {"ETag": etag}
    if filename:
        headers["Content-Disposition"] = f'attachment; filename="{filename}"'
    return HttpResponse(write(), content_type="text/calendar; charset=utf-8", headers=headers)


def listed(events) -> list[Any]:
    """What the calendar of all events holds: those to come, the next first, and those of the last year."""
    events = events.prefetch_related(None)
    coming = list(events.upcoming()[:AT_ONCE])
    past = events.past().filter(over_at__gte=_midnight(today() - LOOKS_BACK))
    return coming + list(past[: AT_ONCE - len(coming)])


def calendar_file(events: Sequence[Any], site: Site, address: str = "") -> bytes:
    """These events as a file; with an address it is a calendar that a reader's own keeps asking for."""
    name = _line(organisation(site).name)
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//{name}//{_line(_('Events'))}//EN")
    calendar.add("method", "PUBLISH")
    if address:
        title = _("Events: %(organisation)s") % {"organisation": name}
        calendar.add("name", title)
        calendar.add("x-wr-calname", title)
        calendar.add("source", address, parameters={"VALUE": "URI"})
        calendar.add("refresh-interval", ASK_AGAIN, parameters={"VALUE": "DURATION"})
        calendar.add("x-published-ttl", "PT12H")
    for event in events:
        calendar.add_component(entry(event))
    _add_zones(calendar)
    return calendar.to_ical()


def entry(event) -> Event:
    """One event; its UID outlives a new address, so that a calendar moves it instead of doubling it."""
    entry = Event()
    entry.add("uid", str(event.translation_key))
    first, last = event.first_published_at, event.last_published_at
    published = last or first or _midnight(event.date)
    entry.add("dtstamp", published)
    entry.add("last-modified", published)
    if first and last:
        entry.add("sequence", max(0, int((last - first).total_seconds())))
    for name, moment in _span(event).items():
        entry.add(name, moment)
    entry.add("status", "CANCELLED" if event.is_cancelled else "CONFIRMED")
    entry.add("summary", _summary(event))
    place = ", ".join(_line(line) for line in event.place_lines) or (
        _("Online") if event.online_url else ""
    )
    if place:
        entry.add("location", place)
    address = event.full_url
    entry.add("description", "\n\n".join(filter(None, [*_words(event), address])))
    if address:
        entry.add("url", address)
    return entry


def _summary(event) -> str:
    title = _line(event.title)
    # Said in words too: many a calendar pays the status no heed.
    return _("Cancelled: %(title)s") % {"title": title} if event.is_cancelled else title


def _words(event) -> list[str]:
    said = " ".join(filter(None, [event.state_in_words, event.state_note, event.first_announced]))
    return [line for line in (_line(said), _line(event.summary)) if line]


def _span(event) -> dict[str, datetime.date]:
    """From when to when; whole days where the hour is not known, the last one counted in."""
    start, end = event.local_start, event.local_end
    if not event.has_start_time:
        return {"dtstart": start.date(), "dtend": (end or start).date() + ONE_DAY}
    span = {"dtstart": _on_the_clock(start)}
    if end and event.end > event.start:
        span["dtend"] = _on_the_clock(end)
    return span


def _on_the_clock(moment: datetime.datetime) -> datetime.datetime:
    """The second of two equal hours, as the clocks go back, has no name but that in UTC."""
    return moment.astimezone(datetime.UTC) if moment.fold else moment


def _add_zones(calendar: Calendar) -> None:
    years = [entry["dtstart"].dt.year for entry in calendar.events]
    if not years:
        return
    last = min(max(years) + 1, min(years) + YEARS_AHEAD, datetime.MAXYEAR)
    calendar.add_missing_timezones(datetime.date(min(years), 1, 1), datetime.date(last, 12, 31))
    for zone in calendar.timezones:
        for change in zone.subcomponents:
            _tell_by_the_old_clock(change)


def _tell_by_the_old_clock(change: Component) -> None:
    """The package tells the hour at which clocks go forward by the new time; the standard, by the old."""
    ahead = change["tzoffsetto"].td - change["tzoffsetfrom"].td
    if ahead <= datetime.timedelta():
        return
    change["dtstart"].dt -= ahead
    for moment in change["rdate"].dts if "rdate" in change else ():
        moment.dt -= ahead


def _midnight(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(), tzinfo=datetime.UTC)


def _line(text: str) -> str:
    """One line, without the signs that steer a terminal and break a calendar."""
    return BLANKS.sub(" ", text).strip()
