"""What a program's own filters of dates give the kit: one of three functions at least."""

from collections.abc import Awaitable, Callable, Iterable
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol
from zoneinfo import ZoneInfo

import attrs

from blogmodel.errors import (
    InvalidTypeError,
    InvalidValueError,
    UnknownZoneError,
    UnsupportedLocaleError,
)
from blogmodel.testing._subject import Subject, name_of, of_factory

__all__ = ["DatePrecision", "Dates", "FilteredDates", "Format", "Parse", "Relative", "of_dates"]

Format = Callable[[datetime], str | Awaitable[str]]
Parse = Callable[[str, datetime], date | Awaitable[date | None] | None]
Relative = Callable[[datetime, datetime], str | Awaitable[str]]


class Dates(Protocol):
    """The dates of a program, as it shows them and reads them.

    Every method may be a coroutine, and any may be left out as long as one is there: a law about
    another one does not apply. A method that raises `NotImplementedError` counts as not there. The
    reader's zone and locale are those that `check_dates` is given.
    """

    def format(self, moment: datetime) -> str | Awaitable[str]:
        """Write a moment, as a page shows it; moments are aware, most in UTC."""
        ...

    def parse(self, text: str, now: datetime) -> date | Awaitable[date | None] | None:
        """Read a text: an aware datetime, or a date where the text tells no clock.

        To refuse a text is to raise anything, or to return None. ``now`` is when it is read.
        """
        ...

    def relative(self, moment: datetime, now: datetime) -> str | Awaitable[str]:
        """Tell how long ago a moment was, or how far ahead it is."""
        ...


class DatePrecision(StrEnum):
    """The smallest unit that `Dates.format` tells."""

    DAY = "day"
    """It writes no clock."""
    MINUTE = "minute"
    """Its clock has no seconds."""
    SECOND = "second"
    """Its clock has seconds."""


@attrs.frozen
class FilteredDates:
    """Dates as laws have them: the functions that are there, and for whom they are."""

    zone: ZoneInfo
    locale: str
    precision: DatePrecision
    functions: dict[str, Format | Parse | Relative]

    def __getattr__(self, name: str) -> Format | Parse | Relative:
        try:
            return self.functions[name]
        except KeyError:
            raise AttributeError(name) from None


def of_dates(  # noqa: PLR0913 - each is asked for by its name
    format: Format | None = None,  # noqa: A002 - what it is called in `Dates`
    parse: Parse | None = None,
    relative: Relative | None = None,
    *,
    zone: str,
    locale: str = "fr",
    precision: DatePrecision | str = DatePrecision.MINUTE,
    lacks: Iterable[str] = (),
) -> Subject:
    """Return filters of dates as a subject.

    Args:
        format: what writes a moment; see `Dates`.
        parse: what reads a text.
        relative: what tells how long ago a moment was.
        zone: the zone in which its dates are, by its name in the IANA database.
        locale: the French that they are in; ``fr_CA`` is Québec's, any other that of France.
        precision: the smallest unit that ``format`` tells.
        lacks: the laws that it does not keep, by name.

    Raises:
        InvalidValueError: there is no function at all, or no such precision.
        InvalidTypeError: something is no function.
        UnknownZoneError: there is no such zone.
        UnsupportedLocaleError: the locale is not French.

    Example:
        >>> from datetime import date
        >>> from blogmodel.testing import laws, of_dates
        >>> mine = of_dates(lambda moment: "1er mai 2011", zone="America/Montreal")
        >>> laws.first_is_1er(mine, date(2011, 5, 1))
    """
    given = {"format": format, "parse": parse, "relative": relative}
    functions = {name: function for name, function in given.items() if function is not None}
    for name, function in functions.items():
        if not callable(function):
            raise InvalidTypeError("Dates", name, function, "something to call")
    if not functions:
        raise InvalidValueError("Dates", "format", None, "a function, or parse or relative one")
    dates = FilteredDates(_zone(zone), _locale(locale), _precision(precision), functions)
    name = ", ".join(dict.fromkeys(map(name_of, functions.values())))
    return attrs.evolve(of_factory(lambda: dates, lacks=lacks), name=name)


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except Exception:  # noqa: BLE001 - ZoneInfo raises many kinds, of files and of values
        raise UnknownZoneError(name) from None


def _locale(name: str) -> str:
    locale = name.replace("-", "_")
    if locale.partition("_")[0] != "fr":
        raise UnsupportedLocaleError("check_dates", name, ("fr", "fr_CA"))
    return locale


def _precision(given: DatePrecision | str) -> DatePrecision:
    try:
        return DatePrecision(given)
    except ValueError:
        names = ", ".join(DatePrecision)
        raise InvalidValueError("Dates", "precision", given, f"one of {names}") from None
