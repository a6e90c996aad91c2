"""From which age on a relative time is told in which unit."""

from __future__ import annotations

from datetime import timedelta

import attrs

from blogmodel.errors import InvalidTypeError, InvalidValueError

__all__ = ["DEFAULT", "Thresholds"]


@attrs.frozen(kw_only=True)
class Thresholds:
    """From which age on `relative` tells a time in which unit, in the past and the future alike.

    Each is a whole number of seconds, at least as long as its unit, and no less than the one
    before it. None, save for ``minutes``, leaves the unit out: what it would tell is then told in
    the unit below, until the next threshold.

    Attributes:
        minutes: what is nearer is « à l’instant »; 1 minute.
        hours: in hours from here on; 1 hour.
        days: in days, each of 24 hours; 1 day.
        weeks: in weeks; 7 days. None for « il y a 30 jours ».
        months: in months, once one is whole by the calendar, whatever this says; 28 days.
        years: in years, once one is whole by the calendar; 365 days. 730 days tell « il y a
            18 mois ».
        date: from here on the plain date, « 24 juin 2011 », whatever the other thresholds say;
            None, the default, for never.

    Raises:
        InvalidValueError: one is shorter than its unit or than the one before it, or has a part
            of a second.
        InvalidTypeError: one is no timedelta.

    >>> from datetime import timedelta
    >>> Thresholds(weeks=None, date=timedelta(days=90)).date
    datetime.timedelta(days=90)
    >>> Thresholds(days=timedelta(hours=36), weeks=timedelta(days=14)).hours
    datetime.timedelta(seconds=3600)
    """

    minutes: timedelta = timedelta(minutes=1)
    hours: timedelta | None = timedelta(hours=1)
    days: timedelta | None = timedelta(days=1)
    weeks: timedelta | None = timedelta(weeks=1)
    months: timedelta | None = timedelta(days=28)
    years: timedelta | None = timedelta(days=365)
    date: timedelta | None = None

    def __attrs_post_init__(self) -> None:
        before, from_before = "minutes", self.minutes
        for field, least in _LEAST.items():
            threshold = _checked(field, getattr(self, field), least)
            if threshold is None:
                continue
            if threshold < from_before:
                expected = f"no less than its {before}, {from_before!s}; or None to do without"
                raise InvalidValueError("Thresholds", field, threshold, expected)
            before, from_before = field, threshold
        date = _checked("date", self.date, _LEAST["minutes"])
        if date is not None and date < self.minutes:
            expected = f"no less than its minutes, {self.minutes!s}: what is just now has no date"
            raise InvalidValueError("Thresholds", "date", date, expected)


# A month has 28 days, and a year 365, or more.
_LEAST = {
    "minutes": timedelta(minutes=1),
    "hours": timedelta(hours=1),
    "days": timedelta(days=1),
    "weeks": timedelta(weeks=1),
    "months": timedelta(days=28),
    "years": timedelta(days=365),
}


def _checked(field: str, threshold: object, least: timedelta) -> timedelta | None:
    if threshold is None and field != "minutes":
        return None
    if not isinstance(threshold, timedelta):
        kinds = "a timedelta" if field == "minutes" else "a timedelta, or None for never"
        raise InvalidTypeError("Thresholds", field, threshold, kinds)
    if threshold < least:
        raise InvalidValueError("Thresholds", field, threshold, f"at least {least!s}")
    if threshold.microseconds:
        raise InvalidValueError("Thresholds", field, threshold, "a whole number of seconds")
    return threshold


DEFAULT = Thresholds()
