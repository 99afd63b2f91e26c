"""The lines of an event: what happens when, and what it costs."""

import datetime
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ChoiceBlock, DecimalBlock, StructBlock, StructValue, TimeBlock

SIGNS = {"GBP": "£", "EUR": "€", "USD": "$", "PEN": "S/ "}


class ScheduleLineValue(StructValue):
    """A time as a reader sees it."""

    @property
    def shown(self) -> str:
        """ "10.30am", "12 noon"."""
        time = self.get("time")
        if not isinstance(time, datetime.time):
            return ""
        if time.minute == 0 and time.hour in (0, 12):
            return _now("12 noon") if time.hour else _now("12 midnight")
        half = "am" if time.hour < 12 else "pm"
        return f"{time.hour % 12 or 12}.{time.minute:02}{half}"


class ScheduleLineBlock(StructBlock):
    """One line of an event's timetable."""

    time = TimeBlock(label=_("Time"), help_text=_("Shown on the left of the timetable."))
    label = CharBlock(
        max_length=200,
        label=_("What happens"),
        help_text=_("For example Registration. Shown beside the time."),
    )

    class Meta:
        icon = "time"
        label = _("Time")
        description = _("One line of the timetable: a time and what happens then.")
        group = _("Event")
        template = "blocks/schedule_line.html"
        value_class = ScheduleLineValue
        preview_value = {"time": datetime.time(10, 30), "label": "Registration"}


class PriceLineValue(StructValue):
    """A price as a reader sees it."""

    @property
    def shown(self) -> str:
        """ "£8", "£8.50", "S/ 20", "Free"."""
        try:
            amount = Decimal(str(self.get("amount")))
        except InvalidOperation:  # a draft may lack it
            return ""
        if not amount:
            return _now("Free")
        figures = f"{amount:,.0f}" if amount == amount.to_integral() else f"{amount:,.2f}"
        return SIGNS.get(self.get("currency"), "") + figures


class PriceLineBlock(StructBlock):
    """What one kind of visitor pays."""

    label = CharBlock(
        max_length=120,
        label=_("Who pays it"),
        help_text=_("For example Members and concessions. Shown before the amount."),
    )
    amount = DecimalBlock(
        min_value=0,
        max_digits=9,
        decimal_places=2,
        label=_("Amount"),
        help_text=_("0 is shown as Free."),
    )
    currency = ChoiceBlock(
        choices=[
            ("GBP", _("Pounds (£)")),
            ("EUR", _("Euros (€)")),
            ("USD", _("US dollars ($)")),
            ("PEN", _("Soles (S/)")),
        ],
        default="GBP",
        label=_("Currency"),
        help_text=_("Its sign is shown before the amount."),
    )

    class Meta:
        icon = "tag"
        label = _("Price")
        description = _("One price: who pays it, and how much.")
        group = _("Event")
        template = "blocks/price_line.html"
        value_class = PriceLineValue
        preview_value = {
            "label": "Members and concessions",
            "amount": Decimal("8.50"),
            "currency": "GBP",
        }
