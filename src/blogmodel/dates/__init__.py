"""Dates written by the norms of Québec and France, and read without guessing.

It knows nothing of blogs, and nothing of it reads a clock, a locale or a zone that was not given.
"""

from blogmodel.dates._calendar import calendar_day, calendar_stamp
from blogmodel.dates._column import Column, RefusedText, SettledBy, parse_column
from blogmodel.dates._format import (
    Formatter,
    format,  # noqa: A004 - « dates.format » is what it is called by
)
from blogmodel.dates._machine import TimeElement, rfc3339, time_element
from blogmodel.dates._norms import Order
from blogmodel.dates._parse import find, parse
from blogmodel.dates._ranges import format_range
from blogmodel.dates._reading import Form, Precision, Reading, Refusal
from blogmodel.dates._relative import RelativeFormatter, relative
from blogmodel.dates._styles import Style
from blogmodel.dates._thresholds import Thresholds
from blogmodel.dates._weeks import week_start
from blogmodel.dates._zone_names import zone_code, zone_name

__all__ = [
    "Column",
    "Form",
    "Formatter",
    "Order",
    "Precision",
    "Reading",
    "Refusal",
    "RefusedText",
    "RelativeFormatter",
    "SettledBy",
    "Style",
    "Thresholds",
    "TimeElement",
    "calendar_day",
    "calendar_stamp",
    "find",
    "format",
    "format_range",
    "parse",
    "parse_column",
    "relative",
    "rfc3339",
    "time_element",
    "week_start",
    "zone_code",
    "zone_name",
]
