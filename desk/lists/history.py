"""What a page's history says of a change that was made to many at once."""

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogFormatter

from base.dates import Precision


class TopicAdded(LogFormatter):
    label = _("Add a topic")

    def format_message(self, log_entry):
        return _now("Filed under “%(topic)s”, with other items at once") % {
            "topic": log_entry.data.get("topic", "")
        }


class TopicRemoved(LogFormatter):
    label = _("Remove a topic")

    def format_message(self, log_entry):
        return _now("Taken out of “%(topic)s”, with other items at once") % {
            "topic": log_entry.data.get("topic", "")
        }


class PrecisionSet(LogFormatter):
    label = _("Date known to…")

    def format_message(self, log_entry):
        names = {str(value): label for value, label in Precision.choices}
        return _now("Date known to %(precision)s, with other items at once") % {
            "precision": names.get(log_entry.data.get("precision"), "")
        }


FORMATTERS = {
    "desk.add_topic": TopicAdded,
    "desk.remove_topic": TopicRemoved,
    "desk.set_date_precision": PrecisionSet,
}
