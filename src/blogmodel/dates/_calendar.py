"""Days by their names and moments by the day: « hier à 9 h 07 »; and months by the calendar."""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo

from blogmodel import _checks
from blogmodel.dates._format import Formatter
from blogmodel.dates._locales import required_norms
from blogmodel.dates._moments import is_day
from blogmodel.dates._norms import RELATIVE
from blogmodel.dates._styles import Style
from blogmodel.dates._zones import in_zone, zone
from blogmodel.errors import InvalidValueError

__all__ = [
    "calendar_day",
    "calendar_stamp",
    "clipped",
    "standard",
    "whole_months",
]


def calendar_day(moment: date, *, locale: str, now: datetime, tz: tzinfo | str) -> str:
    """Write a day by its name, « hier », and one that has none by its date, « 24 juin 2011 ».

    Days are those of the reader's calendar: at one minute past midnight, two minutes ago was
    « hier ». French names the two days before today and the two after it, English one.

    Args:
        moment: an aware datetime, or a date, which is the same day in every zone.
        locale: one that the norms have: ``fr``, ``fr_CA``, ``fr_BE``, ``fr_CH``, ``en``, ``en_CA``.
        now: the time at which it is read, aware.
        tz: the reader's zone, or its name.

    Raises:
        InvalidValueError: a datetime is naive, or a date that is to be written leaves the years 1
            to 9999 in that zone.
        InvalidTypeError: the moment or now is of another type.
        UnknownLocaleError: there is no such locale.
        UnknownZoneError: there is no such zone.
        StyleError: the locale has no norms; Babel has no names of days to take for them.

    >>> from datetime import UTC, date, datetime
    >>> now = datetime(2011, 6, 24, 3, 30, tzinfo=UTC)  # 23 h 30 on the day before, in Montréal
    >>> calendar_day(date(2011, 6, 23), locale="fr_CA", now=now, tz="America/Montreal")
    'aujourd’hui'
    >>> calendar_day(datetime(2011, 5, 1, 12, tzinfo=UTC), locale="fr", now=now, tz="UTC")
    '1er mai 2011'
    """
    name, reader = required_norms("calendar-day", locale).locale, zone(tz)
    day = moment if is_day(moment) else clipped(standard("calendar_day", "moment", moment), reader)
    today = clipped(standard("calendar_day", "now", now), reader)
    return _named(name, day, today) or Formatter(Style.DATE, locale=name, tz=reader)(moment)


def calendar_stamp(moment: datetime, *, locale: str, now: datetime, tz: tzinfo | str) -> str:
    """Write a moment by its day's name and its clock, « hier à 9 h 07 ».

    The day is told as `calendar_day` does, the clock as `Style.SCREEN_CLOCK`, and a moment whose
    day has no name as `Style.STAMP`: « 24 juin 2011 à 9 h 07 ».

    Args:
        moment: an aware datetime.
        locale: one that the norms have.
        now: the time at which it is read, aware.
        tz: the reader's zone, or its name.

    Raises:
        InvalidValueError: a datetime is naive, or the moment leaves the years 1 to 9999 in that
            zone.
        InvalidTypeError: the moment or now is no datetime.
        UnknownLocaleError: there is no such locale.
        UnknownZoneError: there is no such zone.
        StyleError: the locale has no norms.

    >>> from datetime import UTC, datetime
    >>> now = datetime(2011, 6, 24, 13, 7, tzinfo=UTC)
    >>> calendar_stamp(datetime(2011, 6, 23, 8, 5, tzinfo=UTC), locale="fr", now=now, tz="UTC")
    'hier à 08:05'
    """
    name, reader = required_norms("calendar-stamp", locale).locale, zone(tz)
    there = standard("calendar_stamp", "moment", moment)
    today = clipped(standard("calendar_stamp", "now", now), reader)
    day = _named(name, clipped(there, reader), today)
    if day is None:
        return Formatter(Style.STAMP, locale=name, tz=reader)(there)
    clock = Formatter(Style.SCREEN_CLOCK, locale=name, tz=reader)(there)
    return f"{day}{RELATIVE[name].at}{clock}"


def _named(name: str, day: date, today: date) -> str | None:
    """Return the name of a day, or None where it is too far from today to have one."""
    days = RELATIVE[name].days
    place = day.toordinal() - today.toordinal() + len(days) // 2
    return days[place] if 0 <= place < len(days) else None


def standard(owner: str, field: str, moment: object) -> datetime:
    """Require an aware datetime; return it as the standard library's own class.

    Subclasses subtract and move in ways of their own.
    """
    known = _checks.aware(owner, field, moment)
    if type(known) is datetime:
        return known
    return datetime(
        known.year,
        known.month,
        known.day,
        known.hour,
        known.minute,
        known.second,
        known.microsecond,
        known.tzinfo,
        fold=known.fold,
    )


def clipped(moment: datetime, tz: tzinfo) -> datetime:
    """Return a moment as calendar and clock show it in a zone.

    Before the year 1 or after the year 9999, it is the first or the last that there is.
    """
    try:
        return in_zone("relative", "moment", moment, tz)
    except InvalidValueError as error:
        if not isinstance(error.__cause__, OverflowError):
            raise
        end = datetime.min if moment.year == 1 else datetime.max  # noqa: DTZ901 - a zone follows
        return end.replace(tzinfo=tz)


def whole_months(start: date, end: date) -> int:
    """Count the months from one day, or day and clock, to a later one.

    A month is whole when its day has come again, at the same clock; in a month that lacks that
    day, on the first of the next. java.time and JavaScript's Temporal count so.
    """
    if isinstance(start, datetime) and isinstance(end, datetime) and end.time() < start.time():
        end -= timedelta(days=1)
    months = (end.year - start.year) * 12 + end.month - start.month
    return months - (end.day < start.day)
