"""Days as readers see them: a date never claims more than its precision knows."""

import calendar
import datetime
from zoneinfo import ZoneInfo

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import formats, timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _


class Precision(models.TextChoices):
    DAY = "day", _("the day")
    MONTH = "month", _("the month")
    YEAR = "year", _("the year")


# A year outside of these is a slip of the fingers: 0206 for 2006.
_SLIP = _("Please look at the year: it should lie between 1900 and 2199.")
BELIEVABLE = [
    MinValueValidator(datetime.date(1900, 1, 1), _SLIP),
    MaxValueValidator(datetime.date(2199, 12, 31), _SLIP),
]


def today() -> datetime.date:
    """Today in the site's own time zone."""
    return timezone.localdate(timezone=timezone.get_default_timezone())


def half_a_year_after(day: datetime.date) -> datetime.date:
    """The same day of the sixth month after it; the last one where that month is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + 6, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(day.day, last))


def zone_named(name: str) -> datetime.tzinfo:
    """That time zone; the site's own where a draft names none, or one that does not exist."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # what the machine says of an unknown file
        return timezone.get_default_timezone()


def in_words(date: datetime.date | None, precision: str = Precision.DAY) -> str:
    """“31 May 2006”, “May 2006” or “2006”; empty for no date. In Spanish “31 de mayo de 2006”."""
    if date is None:
        return ""
    if _speaks_english():
        patterns = {Precision.DAY: "j F Y", Precision.MONTH: "F Y"}
    else:
        patterns = {Precision.DAY: "DATE_FORMAT", Precision.MONTH: "YEAR_MONTH_FORMAT"}
    return formats.date_format(date, patterns.get(Precision(precision), "Y"))


def _speaks_english() -> bool:
    return (get_language() or "en").startswith("en")


def for_machines(date: datetime.date | None, precision: str = Precision.DAY) -> str:
    """The `datetime` of a `<time>` element: 2006-05-31, 2006-05 or 2006; empty for no date."""
    if date is None:
        return ""
    lengths = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}
    return date.isoformat()[: lengths[Precision(precision)]]


def clock(moment: datetime.datetime | datetime.time | None) -> str:
    """“11am”, “10.30am”, “12 noon”; empty for none. Other languages count to twenty-four."""
    if moment is None:
        return ""
    if not _speaks_english():
        return f"{moment:%H:%M}"
    if (moment.hour, moment.minute) == (12, 0):
        return _now("12 noon")
    minutes = f".{moment.minute:02d}" if moment.minute else ""
    return f"{moment.hour % 12 or 12}{minutes}{'am' if moment.hour < 12 else 'pm'}"
