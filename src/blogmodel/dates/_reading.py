"""What is read: a date with how sure it is."""

from __future__ import annotations

from datetime import date, timedelta  # noqa: TC003 - cattrs and msgspec resolve annotations
from enum import Enum, StrEnum

import attrs

__all__ = ["Form", "Precision", "Reading", "Refusal"]


class Precision(Enum):
    """The smallest unit that a text tells."""

    YEAR = "year"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"
    HOUR = "hour"
    """That of « il y a 2 heures »; a clock such as « 9 h » is told to the minute."""
    MINUTE = "minute"
    SECOND = "second"


class Form(Enum):
    """The form in which a date was written."""

    ISO = "iso"
    """ISO 8601 and RFC 3339, such as « 2011-06-24 », « 2011-06 » or « 2011-W25-5 »."""
    RFC_822 = "rfc-822"
    """That of mail, feeds and the Unix shell, such as « Fri, 24 Jun 2011 ... +0000 »."""
    WRITTEN = "written"
    """In words, such as « vendredi 24 juin 2011, à 9 h 07 », « juin 2011 », « June 24, 2011 »."""
    NUMERIC = "numeric"
    """In figures and not year first, such as « 24/06/2011 »."""
    CLOCK = "clock"
    """A clock alone, such as « 9 h 07 »."""
    CALENDAR = "calendar"
    """By the reader's calendar, such as « hier à 9 h 07 », « lundi dernier »."""
    RELATIVE = "relative"
    """So long ago, or from now, such as « il y a 3 jours », « dans une quinzaine de jours »."""
    RANGE = "range"
    """From one date to another, such as « du 7 au 9 mai 2011 »."""


class Refusal(StrEnum):
    """Why a text is not read as a date."""

    NO_DATE = "no-date"
    """There is none in it."""
    BARE_YEAR = "bare-year"
    BARE_MONTH = "bare-month"
    BARE_NUMBER = "bare-number"
    UNKNOWN_MONTH = "unknown-month"
    """A word stands where a month's name should."""
    IMPOSSIBLE_DATE = "impossible-date"
    """The calendar has no such day."""
    IMPOSSIBLE_CLOCK = "impossible-clock"
    """No clock shows that."""
    SKIPPED_CLOCK = "skipped-clock"
    """Clocks were put forward over that time, in that zone and on that day."""
    UNKNOWN_ZONE = "unknown-zone"
    AMBIGUOUS = "ambiguous"
    """It can be read in more than one way, and nothing says which."""
    SEVERAL_DATES = "several-dates"
    UNREAD_REST = "unread-rest"
    """Beside the date stands something that may belong to it, and is not understood."""
    OUT_OF_RANGE = "out-of-range"
    """Before the year 1 or after the year 9999."""


@attrs.frozen(kw_only=True, repr=False)
class Reading:
    """A date that was read.

    Attributes:
        value: a datetime in UTC, or a date where the text tells no clock: the first day of a month,
            the Monday of a week. Of a range, its first end.
        end: the last end of a range, itself included, as a value of the same kind: of months the
            first day of the last; None otherwise.
        precision: the smallest unit that the text tells.
        form: the form in which it was written.
        start: where it begins in the text, in code points from 0.
        stop: where it ends, so that ``text[start:stop]`` is the date.
        approximate: whether the text says that it is not exact: « environ », « presque ».
        weekday_disagrees: whether the weekday written is another than the date's.
        offset: the offset from UTC that the text tells; None where the reader's zone was taken.
        repeated: whether the reader's clocks showed that time twice, when they were put back; the
            value is then the first time, save where the text names the zone's state (« HNE »).
    """

    value: date
    end: date | None = None
    precision: Precision
    form: Form
    start: int
    stop: int
    approximate: bool = False
    weekday_disagrees: bool = False
    offset: timedelta | None = None
    repeated: bool = False

    def __repr__(self) -> str:
        ends = [end.isoformat() for end in (self.value, self.end) if end is not None]
        flags = ("approximate", "weekday_disagrees", "repeated")
        said = [name for name in flags if getattr(self, name)]
        told = ["/".join(ends), self.precision.value, self.form.value, *said]
        return f"Reading({', '.join(told)}, {self.start}:{self.stop})"
