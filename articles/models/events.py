import datetime
from zoneinfo import available_timezones

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail.search import index

from articles.forms import EventPageForm
from articles.querysets import EventQuerySet
from base.dates import zone_named
from base.prose import beginning, plain
from blocks.streams import PriceLines, ScheduleLines

from .articles import ArticlePage


def default_zone() -> str:
    return settings.TIME_ZONE


def check_zone(name: str) -> None:
    if name not in available_timezones():
        raise ValidationError(
            _("“%(name)s” is not a time zone. Write it like Europe/London.") % {"name": name}
        )


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
        help_text=_("Lines such as “10.30 Registration”. Shown on the event's page."),
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
        help_text=_("Where to follow it online. Shown on the event's page."),
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
        help_text=_("An e-mail address, a telephone number or both. Shown on the event's page."),
    )
    over_at = models.DateTimeField(null=True, editable=False, db_index=True)

    objects = PageManager.from_queryset(EventQuerySet)()

    base_form_class = EventPageForm
    owes_a_date = True

    content_panels = [
        *ArticlePage.content_panels[:2],
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("start"), FieldPanel("end")]),
                FieldRowPanel([FieldPanel("time_zone"), FieldPanel("has_start_time")]),
                FieldPanel("schedule"),
            ],
            heading=_("When it takes place"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("venue"),
                FieldRowPanel([FieldPanel("street"), FieldPanel("postcode")]),
                FieldPanel("online_url"),
            ],
            heading=_("Where"),
        ),
        MultiFieldPanel([FieldPanel("prices"), FieldPanel("contact")], heading=_("Booking")),
        *ArticlePage.content_panels[2:],
    ]
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

    def summarised(self) -> str:
        """When and where stand beside it already: the first sentence of an announcement is enough."""
        return plain(self.teaser) or beginning(next(self.paragraphs(), ""))

    def complete(self) -> None:
        super().complete()
        self.over_at = self.over()

    def clean(self):
        super().clean()
        if self.start and self.end and self.end < self.start:
            raise ValidationError({"end": _("The end lies before the start.")})
