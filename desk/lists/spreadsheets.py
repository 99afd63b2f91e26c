"""No cell of any spreadsheet of the admin is ever run as a formula.

Headlines, names and the answers of strangers go into these files. A program that opens a CSV file
takes a cell that begins with one of a few signs for a formula; with an apostrophe before it, for text.
Wagtail has one class that writes all its spreadsheets, and none of its settings reaches headings
and every kind of value: so its two methods that prepare a cell are wrapped here, once.
"""

import re
from functools import wraps

from wagtail.admin.views.mixins import SpreadsheetExportMixin

UNSEEN = "\u00ad\u200b-\u200f\u2060\ufeff"  # before a sign, for programs that drop them
STARTS_A_FORMULA = re.compile(rf"^[\s{UNSEEN}]*[=+\-@＝＋－＠\t\r\n|%]")
# What XML cannot hold: the writer would refuse the whole file.
UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
A_NUMBER = re.compile(r"^[+-]?\d+([.,]\d+)?$")


def as_text(value):
    """The same words, which no program takes for a formula; numbers and dates stay what they are."""
    if not isinstance(value, str):
        return value
    value = UNWRITABLE.sub("", value)
    is_formula = STARTS_A_FORMULA.match(value) and not A_NUMBER.match(value)
    return f"'{value}" if is_formula else value


def make_safe(writer=SpreadsheetExportMixin) -> None:
    """Wrap what prepares the cells and the headings; once, however often it is called."""
    for name in ("preprocess_field_value", "get_heading"):
        method = getattr(writer, name)
        if not hasattr(method, "is_safe"):
            setattr(writer, name, _wrapped(method))


def _wrapped(method):
    @wraps(method)
    def prepared(self, *args, **kwargs):
        return as_text(method(self, *args, **kwargs))

    prepared.is_safe = True
    return prepared
