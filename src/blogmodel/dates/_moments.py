"""What is to be written: a moment or a day, checked, in the zone where it is shown."""

from __future__ import annotations

from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING

from blogmodel.dates._zones import in_zone
from blogmodel.errors import InvalidTypeError, StyleError

if TYPE_CHECKING:
    from blogmodel.dates._styles import Style

__all__ = ["clocked", "is_day", "local", "local_day"]


def local(owner: str, field: str, moment: object, here: tzinfo | None) -> date:
    """Return an aware datetime in a zone, its own by default; a date as it is.

    Raises:
        InvalidValueError: a datetime is naive, or cannot be told in that zone.
        InvalidTypeError: it is neither.
    """
    if isinstance(moment, datetime):
        return in_zone(owner, field, moment, here)
    if isinstance(moment, date):
        return moment
    raise InvalidTypeError(owner, field, moment, "an aware datetime or a date")


def local_day(owner: str, field: str, moment: object, here: tzinfo | None) -> date:
    """Return the day that a datetime falls on in a zone, its own by default; a date as it is.

    Raises:
        InvalidValueError: a datetime is naive, or cannot be told in that zone.
        InvalidTypeError: it is neither.
    """
    day = local(owner, field, moment, here)
    return day.date() if isinstance(day, datetime) else day


def clocked(style: Style, locale: str, moment: object, here: tzinfo | None) -> datetime:
    """Return what a style with a clock is to write, in a zone: a datetime.

    Raises:
        StyleError: it is a date.
        InvalidValueError: it is naive, or cannot be told in that zone.
        InvalidTypeError: it is neither.
    """
    if is_day(moment):
        problem = f"it has a clock, which {moment} has not; give an aware datetime, or a style of"
        raise StyleError(style.value, locale, f"{problem} the date alone such as 'date'")
    return in_zone("format", "moment", moment, here)


def is_day(moment: object) -> bool:
    """Tell whether it is a date without a clock."""
    return isinstance(moment, date) and not isinstance(moment, datetime)
