"""Days from one to another, in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blogmodel.dates._locales import required_norms
from blogmodel.dates._moments import local_day
from blogmodel.dates._zones import zone
from blogmodel.errors import InvalidValueError

if TYPE_CHECKING:
    from datetime import date, tzinfo

    from blogmodel.dates._norms import Norms

__all__ = ["format_range"]


def format_range(start: date, end: date, *, locale: str, tz: tzinfo | str | None = None) -> str:
    """Write the days from one to another, both included, as they stand in a sentence.

    What both have in common, the month or the year, is written once.

    Args:
        start: the first day, a date or an aware datetime.
        end: the last day; it may be the first.
        locale: a locale of the norms.
        tz: the zone in which datetimes fall on a day, or its IANA name; their own by default.

    Raises:
        InvalidValueError: the end is before the start, or a datetime is naive.
        StyleError: the locale has no norms.
        UnknownLocaleError: CLDR has no such locale.
        UnknownZoneError: ``tz`` is no zone.

    >>> from datetime import date
    >>> format_range(date(2011, 5, 7), date(2011, 5, 9), locale="fr")
    'du 7 au 9 mai 2011'
    >>> format_range(date(2010, 12, 30), date(2011, 1, 1), locale="fr-CA")
    'du 30 décembre 2010 au 1er janvier 2011'
    >>> format_range(date(2011, 4, 30), date(2011, 5, 2), locale="en")
    'from April 30 to May 2, 2011'

    Source: OQLF.
    """
    norms = required_norms("range", locale)
    here = None if tz is None else zone(tz)
    first = local_day("format_range", "start", start, here)
    last = local_day("format_range", "end", end, here)
    if last < first:
        raise InvalidValueError("format_range", "end", end, f"on {first} or later, as the start is")
    return (_in_french if norms.language == "fr" else _in_english)(first, last, norms)


def _in_french(first: date, last: date, norms: Norms) -> str:
    until = f"{_day(last, norms)} {_month(last, norms)} {last.year:04}"
    if first == last:
        return f"le {until}"
    since = _day(first, norms)
    if (first.year, first.month) != (last.year, last.month):
        since += f" {_month(first, norms)}"
    if first.year != last.year:
        since += f" {first.year:04}"
    return f"du {since} au {until}"


def _in_english(first: date, last: date, norms: Norms) -> str:
    since = f"{_month(first, norms)} {_day(first, norms)}"
    until = f"{_day(last, norms)}, {last.year:04}"
    if first == last:
        return f"on {since}, {last.year:04}"
    if (first.year, first.month) != (last.year, last.month):
        until = f"{_month(last, norms)} {until}"
    if first.year != last.year:
        since += f", {first.year:04},"
    return f"from {since} to {until}"


def _day(day: date, norms: Norms) -> str:
    return norms.days[day.day - 1]


def _month(day: date, norms: Norms) -> str:
    return norms.months[day.month - 1]
