import datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail.search import index
from wagtail.url_routing import RouteResult

from articles import linked_data, panels
from articles.calendar import answer, calendar_file
from articles.forms import EventPageForm
from articles.querysets import EventQuerySet
from base.addresses import site_asked
from base.dates import clock, zone_named
from base.prose import beginning, plain
from base.visibility import is_public
from blocks.links import site_name
from blocks.streams import PriceLines, ScheduleLines

from .articles import ArticlePage

CALENDAR_FILE = "event.ics"


def default_zone() -> str:
    return settings.TIME_ZONE


def check_zone(name: str) -> None:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:  # what the machine says of an unknown file
        raise ValidationError(
            _("“%(name)s” is not a time zone. Write it like Europe/London.") % {"name": name}
        ) from error


class State(models.TextChoices):
    PLANNED = "planned", _("takes place as announced")
    MOVED = "moved", _("moved to another day or place")
    CANCELLED = "cancelled", _("cancelled")


class EventPage(ArticlePage):
    """An article with a when and a where: announced in its stream, and listed among the events."""

    start = models.DateTimeField(
        _("starts"), null=True, help_text=_("In the time zone of the event.")
    )
    end = models.DateTimeField(
        _("ends"),
        null=True,
        blank=True,
        help_text=_("Empty: it is over at the end of its day."),
    )
    has_start_time = models.BooleanField(
        _("the hour is known"),
        default=True,
        help_text=_("Switch off to print only the day."),
    )
    time_zone = models.CharField(
        _("time zone"),
        max_length=64,
        default=default_zone,
        validators=[check_zone],
        help_text=_("Of the place of the event, for example Europe/London or America/Lima."),
    )
    schedule = StreamField(
        ScheduleLines(required=False),
        blank=True,
        verbose_name=_("schedule"),
        help_text=_("Lines such as “10.30 Registration”. Shown on the event’s page."),
    )
    venue = models.CharField(
        _("venue"),
        max_length=255,
        blank=True,
        help_text=_("The name of the place. Shown in lists too."),
    )
    street = models.CharField(_("street"), max_length=255, blank=True)
    postcode = models.CharField(_("postcode and town"), max_length=100, blank=True)
    online_url = models.URLField(
        _("online link"),
        blank=True,
        help_text=_("Where to follow it online. Shown on the event’s page."),
    )
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=State.choices,
        default=State.PLANNED,
        help_text=_("Shown above the headline, in lists and in the calendar."),
    )
    state_note = models.CharField(
        _("what visitors should know"),
        max_length=255,
        blank=True,
        help_text=_(
            "One sentence for an event that was moved or cancelled: why, and where to now."
        ),
    )
    previous_start = models.DateTimeField(
        _("first announced for"),
        null=True,
        blank=True,
        help_text=_(
            "Of a moved event: when it was to start before. In the time zone of the event."
        ),
    )
    booking_url = models.URLField(
        _("booking link"),
        blank=True,
        help_text=_("Where to book a place. The button goes by itself when the event is over."),
    )
    report = models.ForeignKey(
        "articles.ArticlePage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("report"),
        help_text=_(
            "What was published about it afterwards. Stands at the top of the event's page."
        ),
    )
    prices = StreamField(
        PriceLines(required=False),
        blank=True,
        verbose_name=_("prices"),
        help_text=_("Lines such as “Members and concessions £8”."),
    )
    contact = models.CharField(
        _("contact for booking"),
        max_length=255,
        blank=True,
        help_text=_("An e-mail address, a telephone number or both. Shown on the event’s page."),
    )
    over_at = models.DateTimeField(null=True, editable=False, db_index=True)

    objects = PageManager.from_queryset(EventQuerySet)()

    # A copy is another event: what befell this one is not its story.
    exclude_fields_in_copy = [
        *ArticlePage.exclude_fields_in_copy,
        "state",
        "state_note",
        "previous_start",
        "report",
    ]

    base_form_class = EventPageForm
    owes_a_date = True

    content_panels = panels.OF_AN_EVENT
    search_fields = [*ArticlePage.search_fields, index.SearchField("venue")]

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")

    @property
    def event(self):
        return self

    @property
    def zone(self) -> datetime.tzinfo:
        return zone_named(self.time_zone)

    @property
    def local_start(self) -> datetime.datetime | None:
        """The start on the clock of the place."""
        return self.start and self.start.astimezone(self.zone)

    @property
    def local_end(self) -> datetime.datetime | None:
        return self.end and self.end.astimezone(self.zone)

    @property
    def zone_name(self) -> str:
        """“London”, to say whose clock is meant."""
        return self.time_zone.rsplit("/", 1)[-1].replace("_", " ")

    @property
    def is_elsewhere(self) -> bool:
        """Its clock is not that of the site; a list must then say whose hours it prints."""
        return self.time_zone != default_zone()

    @property
    def place_lines(self) -> list[str]:
        return [line for line in (self.venue, self.street, self.postcode) if line]

    @property
    def is_one_day(self) -> bool:
        return not self.end or self.local_end.date() == self.local_start.date()

    @property
    def starts_on(self) -> datetime.date | None:
        """Its first day, at its place."""
        return self.start and self.local_start.date()

    @property
    def first_announced(self) -> str:
        """“Was announced for Friday 5 June 2026, 7pm.”; empty for an event that was not moved."""
        if not self.is_moved or not self.previous_start:
            return ""
        before = self.previous_start.astimezone(self.zone)
        day = date_format(before.date(), "l j F Y")
        when = f"{day}, {clock(before)}" if self.has_start_time else day
        return _now("Was announced for %(when)s.") % {"when": when}

    @property
    def is_moved(self) -> bool:
        return self.state == State.MOVED

    @property
    def is_cancelled(self) -> bool:
        return self.state == State.CANCELLED

    @property
    def state_in_words(self) -> str:
        """“Moved.”, “Cancelled.”; empty for an event that takes place as announced."""
        words = {State.MOVED: _now("Moved."), State.CANCELLED: _now("Cancelled.")}
        return words.get(self.state, "")

    @property
    def is_still_on(self) -> bool:
        """Neither over nor cancelled: one may book, follow and come."""
        return bool(self.start) and not self.is_cancelled and not self.is_past

    @property
    def booking_site(self) -> str:
        """The site where a place can be booked; empty where there is none to book."""
        return site_name(self.booking_url) if self.is_still_on else ""

    @property
    def calendar_address(self) -> str:
        """Where its calendar file is; empty where a stranger would not get it."""
        return f"{self.url}{CALENDAR_FILE}" if self.start and self.url and is_public(self) else ""

    @cached_property
    def published_report(self) -> ArticlePage | None:
        """What was published about it afterwards, if a stranger may read it."""
        return self.report if self.report_id and is_public(self.report) else None

    @property
    def is_past(self) -> bool:
        over_at = self.over()
        return bool(over_at and timezone.now() >= over_at)

    @property
    def is_today(self) -> bool:
        """From the first second of its first day until it is over."""
        if not self.start or self.is_past:
            return False
        return timezone.now().astimezone(self.zone).date() >= self.local_start.date()

    @property
    def is_upcoming(self) -> bool:
        return bool(self.start) and not self.is_past and not self.is_today

    def over(self) -> datetime.datetime | None:
        """The moment it is over: its end if the hour is known, else midnight after its last day."""
        if not self.start or (self.end and self.has_start_time):
            return self.end
        following = (self.local_end or self.local_start).date() + datetime.timedelta(days=1)
        return datetime.datetime.combine(following, datetime.time(), tzinfo=self.zone)

    def linked_data(self, organisation) -> dict[str, object]:
        # An event is one by its start; without it, it is what every announcement is.
        if not self.start:
            return super().linked_data(organisation)
        return linked_data.of_event(self, organisation)

    def summarised(self) -> str:
        """When and where stand beside it already: the first sentence of an announcement is enough."""
        return plain(self.teaser) or beginning(next(self.paragraphs(), ""))

    def complete(self) -> None:
        super().complete()
        self.over_at = self.over()

    def clean(self):
        super().clean()
        # By the second: two hours on one clock are not compared by their true order.
        if self.start and self.end and self.end.timestamp() < self.start.timestamp():
            raise ValidationError({"end": _("The end lies before the start.")})
        if self.pk and self.report_id == self.pk:
            raise ValidationError(
                {
                    "report": _(
                        "An event is no report of itself: choose what was published about it."
                    )
                }
            )

    def route(self, request, path_components):
        # A file goes into other people's calendars: only what every stranger may read.
        if path_components == [CALENDAR_FILE]:
            if not self.start or not is_public(self):
                raise Http404
            return RouteResult(self, kwargs={"as_calendar": True})
        return super().route(request, path_components)

    def serve(self, request, *args, as_calendar=False, **kwargs):
        if not as_calendar:
            return super().serve(request, *args, **kwargs)
        site = site_asked(request)
        return answer(request, lambda: calendar_file([self], site), f"{self.slug}.ics")
