"""The editor's form of an event: hours are typed, and shown again, on the clock of the place."""

import datetime
from zoneinfo import ZoneInfo

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from base.dates import zone_named
from base.models.pages import BasePageForm

MOMENTS = ("start", "end")


class HoursAsTyped(forms.DateTimeField):
    """A day and an hour of which nobody has said yet where; kept in UTC until the form knows."""

    def to_python(self, value):
        with timezone.override(datetime.UTC):
            return super().to_python(value)

    def prepare_value(self, value):
        with timezone.override(datetime.UTC):
            return super().prepare_value(value)


class EventPageForm(BasePageForm):
    """Reads "19:00" as seven in the evening where the event is, wherever the editor sits."""

    class Meta(BasePageForm.Meta):
        field_classes = dict.fromkeys(MOMENTS, HoursAsTyped)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in MOMENTS:
            moment = getattr(self.instance, name, None)
            if moment and name in self.fields:
                self.initial[name] = moment.astimezone(self.instance.zone).replace(
                    tzinfo=datetime.UTC
                )

    def clean(self):
        cleaned = super().clean()
        zone = zone_named(cleaned.get("time_zone", ""))
        for name in MOMENTS:
            if cleaned.get(name):
                cleaned[name] = self._at_the_place(name, cleaned[name].replace(tzinfo=None), zone)
        return cleaned

    def _at_the_place(
        self, name: str, typed: datetime.datetime, zone: ZoneInfo
    ) -> datetime.datetime:
        moment = typed.replace(tzinfo=zone)
        there_and_back = moment.astimezone(datetime.UTC).astimezone(zone).replace(tzinfo=None)
        if there_and_back != typed:
            self.add_error(name, _("The clocks go forward then: there is no such hour that day."))
        return moment
