"""The editor's form of an event: hours are typed, and shown again, on the clock of the place."""

import datetime
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from base.models.pages import BasePageForm

MOMENTS = ("start", "end")


class EventPageForm(BasePageForm):
    """Reads "19:00" as seven in the evening where the event is, wherever the editor sits."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in MOMENTS:
            moment = getattr(self.instance, name, None)
            if moment and name in self.fields:
                self.initial[name] = moment.astimezone(self.instance.zone).replace(tzinfo=None)

    def clean(self):
        cleaned = super().clean()
        zone_name = cleaned.get("time_zone")
        if not zone_name or "time_zone" in self.errors:
            return cleaned
        for name in MOMENTS:
            if cleaned.get(name):
                typed = timezone.make_naive(cleaned[name])
                cleaned[name] = self._at_the_place(name, typed, ZoneInfo(zone_name))
        return cleaned

    def _at_the_place(
        self, name: str, typed: datetime.datetime, zone: ZoneInfo
    ) -> datetime.datetime:
        moment = typed.replace(tzinfo=zone)
        there_and_back = moment.astimezone(datetime.UTC).astimezone(zone).replace(tzinfo=None)
        if there_and_back != typed:
            self.add_error(name, _("The clocks go forward then: there is no such hour that day."))
        return moment
