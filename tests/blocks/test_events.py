import datetime
from decimal import Decimal

import pytest

from blocks.events import PriceLineBlock, ScheduleLineBlock


@pytest.mark.parametrize(
    ("amount", "currency", "shown"),
    [
        (Decimal("8"), "GBP", "£8"),
        (Decimal("8.50"), "GBP", "£8.50"),
        (Decimal("20.00"), "PEN", "S/ 20"),
        (Decimal("1250"), "EUR", "€1,250"),
        (Decimal("0"), "USD", "Free"),
        (None, "GBP", ""),
    ],
)
def test_a_price_is_shown_as_it_is_said(amount, currency, shown):
    value = PriceLineBlock().normalize({"label": "Members", "amount": amount, "currency": currency})

    assert value.shown == shown


def test_a_price_survives_being_stored():
    block = PriceLineBlock()
    stored = {"label": "Members", "amount": "8.50", "currency": "GBP"}

    value = block.to_python(stored)

    assert value.shown == "£8.50"
    assert "Members £8.50" in block.render(value)


@pytest.mark.parametrize(
    ("time", "shown"),
    [
        (datetime.time(10, 30), "10.30am"),
        (datetime.time(12, 0), "12 noon"),
        (datetime.time(12, 15), "12.15pm"),
        (datetime.time(0, 0), "12 midnight"),
        (datetime.time(17, 0), "5.00pm"),
    ],
)
def test_a_time_is_shown_as_it_is_said(time, shown):
    value = ScheduleLineBlock().normalize({"time": time, "label": "Registration"})

    assert value.shown == shown


def test_a_time_is_also_written_for_machines():
    block = ScheduleLineBlock()

    html = block.render(block.get_preview_value())

    assert '<time datetime="10:30">10.30am</time>' in html
