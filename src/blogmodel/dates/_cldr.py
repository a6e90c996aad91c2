"""CLDR's styles: its patterns, taken apart once, so that writing is looking up."""

from __future__ import annotations

import re
from datetime import datetime, time
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from blogmodel.dates._at_time import at_time
from blogmodel.dates._locales import cldr_locale
from blogmodel.dates._moments import clocked, local
from blogmodel.dates._norms import TWO_FIGURES
from blogmodel.dates._styles import Style
from blogmodel.dates._zone_names import cldr_zone

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, tzinfo

    from babel import Locale

    from blogmodel.dates._norm_styles import Write

    _Field = Callable[[Any], str]

__all__ = ["CLDR_STYLES", "cldr_writer"]

# Of each style the widths of its date and of its clock.
CLDR_STYLES: dict[Style, tuple[str, str]] = {
    Style.SHORT: ("short", "short"),
    Style.MEDIUM: ("medium", "medium"),
    Style.LONG: ("long", "long"),
    Style.FULL: ("full", "full"),
    Style.SHORT_DATE: ("short", ""),
    Style.MEDIUM_DATE: ("medium", ""),
    Style.LONG_DATE: ("long", ""),
    Style.FULL_DATE: ("full", ""),
    Style.SHORT_TIME: ("", "short"),
    Style.MEDIUM_TIME: ("", "medium"),
    Style.LONG_TIME: ("", "long"),
    Style.FULL_TIME: ("", "full"),
}


def cldr_writer(style: Style, name: str, here: tzinfo | None) -> Write:
    """Return what writes dates in one of CLDR's styles, in a zone or in their own.

    Raises:
        UnknownLocaleError: CLDR has no such locale.
    """
    locale = cldr_locale(name)
    on, at = CLDR_STYLES[style]
    # Patterns as Python's % takes them, each field by its name: « %(d)s %(MMMM)s %(y)s ».
    days: str = locale.date_formats[on].format if on else ""
    clocks: str = locale.time_formats[at].format if at else ""
    if not on:
        write_clock = _compiled(clocks, locale)
        return lambda moment: write_clock(clocked(style, name, moment, here))
    write_day = _compiled(days, locale)
    if not at:
        return lambda moment: write_day(local("format", "moment", moment, here))
    joined = at_time(name, on).replace("'", "").replace("{1}", days).replace("{0}", clocks)
    write_both = _compiled(joined, locale)

    def write(moment: date) -> str:
        there = local("format", "moment", moment, here)
        return write_both(there) if isinstance(there, datetime) else write_day(there)

    return write


_FIELD = re.compile(r"%\((\w+)\)s")


def _compiled(pattern: str, locale: Locale) -> Write:
    """Return what writes a pattern, each of its fields by a writer of its own."""
    template = _FIELD.sub("%s", pattern)
    fields = [_field(name, locale) for name in _FIELD.findall(pattern)]
    return lambda moment: template % tuple([write(moment) for write in fields])


# What letters stand for, and the names of those that have names.
_NUMBERS: dict[str, Callable[[Any], int]] = {
    "d": attrgetter("day"),
    "M": attrgetter("month"),
    "H": attrgetter("hour"),
    "h": lambda moment: moment.hour % 12 or 12,
    "m": attrgetter("minute"),
    "s": attrgetter("second"),
    "y": lambda moment: moment.year % 100,
    "E": lambda moment: moment.weekday(),
    "c": lambda moment: moment.weekday(),
}
_NAMES = {"M": ("months", "format"), "E": ("days", "format"), "c": ("days", "stand-alone")}
_WIDTHS = {3: "abbreviated", 4: "wide"}
_LONG_ZONE = 4
# Without a leading zero, and with one.
_FIGURES = {1: tuple(map(str, range(100))), 2: TWO_FIGURES}


def _field(name: str, locale: Locale) -> _Field:
    """Return what writes one field; what dates and clocks seldom have is left to Babel."""
    letter, width = name[0], len(name)
    if name == "y":
        return lambda moment: str(moment.year)
    if letter == "z":
        return _zone(width, locale)
    if letter == "a":
        return _half_of_the_day(name, locale)
    if letter in _NAMES and width in _WIDTHS:
        kind, context = _NAMES[letter]
        return _looked_up(dict(getattr(locale, kind)[context][_WIDTHS[width]]), _NUMBERS[letter])
    if letter in _NUMBERS and width in _FIGURES:
        return _looked_up(_FIGURES[width], _NUMBERS[letter])
    return _by_babel(name, locale)


def _looked_up(texts: Any, number: Callable[[Any], int]) -> _Field:  # noqa: ANN401
    return lambda moment: texts[number(moment)]


def _half_of_the_day(name: str, locale: Locale) -> _Field:
    from babel.dates import DateTimeFormat  # noqa: PLC0415 - the norms' styles need no Babel

    halves = [DateTimeFormat(time(hour), locale)[name] for hour in (0, 12)]
    return lambda moment: halves[moment.hour >= 12]  # noqa: PLR2004 - noon


def _zone(width: int, locale: Locale) -> _Field:
    if width == _LONG_ZONE:
        return lambda moment: cldr_zone(moment, locale, "long")
    return lambda moment: cldr_zone(moment, locale, "short")


def _by_babel(name: str, locale: Locale) -> _Field:
    from babel.dates import DateTimeFormat  # noqa: PLC0415 - the norms' styles need no Babel

    return lambda moment: DateTimeFormat(moment, locale)[name]
