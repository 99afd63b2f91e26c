"""The editors' forms of dated pages: which topics are offered, and hours on the clock of the place."""

import datetime

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from base.dates import today, zone_named
from base.models.pages import BasePageForm
from topics.models import TopicPage

MOMENTS = ("start", "end", "previous_start")


class HoursAsTyped(forms.DateTimeField):
    """A day and an hour of which nobody has said yet where; kept in UTC until the form knows."""

    def to_python(self, value):
        with timezone.override(datetime.UTC):
            return super().to_python(value)

    def prepare_value(self, value):
        with timezone.override(datetime.UTC):
            return super().prepare_value(value)


class ArticlePageForm(BasePageForm):
    """Offers the topics that news is filed under; mere background only where it was chosen before."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Beside it the browser says what a day ahead means, and a day that is over before it is told of.
        for name in ["date"] if self.instance.live and self.instance.pk else ["date", "start"]:
            if name in self.fields:
                self.fields[name].widget.attrs["data-today"] = today().isoformat()
        offered = self._offered_topics() if {"topics", "main_topic"} & self.fields.keys() else []
        if "topics" in self.fields:
            self.fields["topics"].widget.choices = offered
        if "main_topic" in self.fields:
            self.fields["main_topic"].widget.choices = [("", _("No main topic")), *offered]

    def _offered_topics(self) -> list[tuple[int, str]]:
        """Only what is offered is narrowed: whatever is sent and is a topic is still taken."""
        chosen = {topic.pk for topic in self.instance.topics.all()} | {self.instance.main_topic_id}
        topics = TopicPage.objects.order_by("title", "pk").values_list("pk", "title", "is_subject")
        return [
            (pk, title if is_subject else _("%(topic)s (background)") % {"topic": title})
            for pk, title, is_subject in topics
            if is_subject or pk in chosen
        ]


class EventPageForm(ArticlePageForm):
    """Reads "19:00" as seven in the evening where the event is, wherever the editor sits."""

    class Meta(ArticlePageForm.Meta):
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
                typed = cleaned[name].replace(tzinfo=None)
                cleaned[name] = self._at_the_place(name, typed, zone, cleaned.get("start"))
        return cleaned

    def _at_the_place(
        self,
        name: str,
        typed: datetime.datetime,
        zone: datetime.tzinfo,
        start: datetime.datetime | None,
    ) -> datetime.datetime:
        """That moment, in UTC: two moments on one clock are not compared by their true order."""
        first, second = (
            typed.replace(tzinfo=zone, fold=fold).astimezone(datetime.UTC) for fold in (0, 1)
        )
        if first.astimezone(zone).replace(tzinfo=None) != typed:
            self.add_error(name, _("The clocks go forward then: there is no such hour that day."))
        # An hour that comes twice, as the clocks go back, is the first of the two, unless it was
        # the second already or would end before it starts.
        was_second = getattr(self.instance, name) == second
        ends_too_soon = name == "end" and start and first < start <= second
        return second if was_second or ends_too_soon else first
