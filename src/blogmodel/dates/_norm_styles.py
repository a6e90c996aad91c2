"""The norms' styles: dates in words and in figures, clocks as written and as shown, and both.

All words are in tables by number before anything is written, so that writing is looking up.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import attrs

from blogmodel.dates._moments import clocked, local
from blogmodel.dates._norms import NBSP, NNBSP, NORMS, TWO_FIGURES, Norms, Order
from blogmodel.dates._styles import Style
from blogmodel.dates._zone_names import zone_code
from blogmodel.errors import StyleError

if TYPE_CHECKING:
    from datetime import tzinfo

__all__ = ["DAY_STYLES", "Write", "norm_writer"]

Write = Callable[[date], str]
_WriteMoment = Callable[[datetime], str]


def norm_writer(style: Style, norms: Norms, here: tzinfo | None) -> Write:
    """Return what writes dates in one of the norms' styles, in a zone or in their own.

    Raises:
        StyleError: the locale has no such style.
    """
    if style is Style.CODED_DATE and not norms.codes:
        coded = ", ".join(other.locale for other in NORMS.values() if other.codes)
        raise StyleError(style.value, norms.locale, f"only {coded} has codes for months")
    if style is Style.STAMP:
        return _stamp(norms, here)
    if style in DAY_STYLES:
        write_day = DAY_STYLES[style](norms)
        return lambda moment: write_day(local("format", "moment", moment, here))
    write = _CLOCK_STYLES[style](norms)
    return lambda moment: write(clocked(style, norms.locale, moment, here))


@attrs.frozen
class _Phrases:
    """How a language joins what a date is made of.

    Attributes:
        day: the day of a month, before the year.
        weekday: before a date.
        on: before a date in a sentence.
        at: between a date and its clock.
        named: what the clocks of exact midnight and noon are called in a sentence, by their hour.
    """

    day: str
    weekday: str
    on: str
    at: str
    named: dict[int, str]


_PHRASES = {
    "fr": _Phrases("{day} {month} ", "{} ", "le ", " à ", {0: "minuit", 12: "midi"}),
    "en": _Phrases("{month} {day}, ", "{}, ", "on ", " at ", {0: "midnight", 12: "noon"}),
}


# In four figures, so that none can be read as the year of another century. Writing a number takes
# longer than looking it up.
_YEARS = tuple(f"{hundreds}{rest}" for hundreds in TWO_FIGURES for rest in TWO_FIGURES)

_Days = tuple[tuple[str, ...], ...]


def _days(language: str, days: tuple[str, ...], months: tuple[str, ...]) -> _Days:
    """Return all days of the year as they stand before it, by month and day from 1."""
    pattern = _PHRASES[language].day
    return (
        (),
        *(("", *(pattern.format(day=day, month=month) for day in days)) for month in months),
    )


_ALL_DAYS = {
    key: _days(*key)
    for key in {
        (norms.language, norms.days, months)
        for norms in NORMS.values()
        for months in (norms.months, norms.short_months, norms.codes)
    }
}


@attrs.frozen
class _Clock:
    """A clock by its hour, and by its hour and minute what follows."""

    hours: tuple[str, ...]
    minutes: tuple[tuple[str, ...], ...]

    def write(self, moment: datetime) -> str:
        hour = moment.hour
        return f"{self.hours[hour]}{self.minutes[hour][moment.minute]}"


def _with_colon(hours: tuple[str, ...], after: tuple[str, str] = ("", "")) -> _Clock:
    halves = [tuple(f":{minute:02}{half}" for minute in range(60)) for half in after]
    return _Clock(hours, tuple(halves[hour >= 12] for hour in range(24)))  # noqa: PLR2004 - noon


_WRITTEN = _Clock(
    tuple(f"{hour}{NBSP}h" for hour in range(24)),
    (("", *(f"{NBSP}{minute:02}" for minute in range(1, 60))),) * 24,
)
_COLON = _with_colon(tuple(f"{hour:02}" for hour in range(24)))
_TWELVE = {
    halves: _with_colon(
        tuple(str(hour % 12 or 12) for hour in range(24)),
        (f"{NNBSP}{halves[0]}", f"{NNBSP}{halves[1]}"),
    )
    for halves in {norms.meridiem for norms in NORMS.values() if norms.meridiem}
}


def _written_clock(norms: Norms) -> _Clock:
    return _TWELVE.get(norms.meridiem, _WRITTEN)


def _screen_clock(norms: Norms) -> _Clock:
    return _COLON if norms.clock_by_colon and not norms.meridiem else _written_clock(norms)


# The hours of a stamp, « à » before them.
_STAMP_HOURS = {
    norms.locale: tuple(_PHRASES[norms.language].at + hour for hour in _screen_clock(norms).hours)
    for norms in NORMS.values()
}


def _stamp(norms: Norms, here: tzinfo | None) -> Write:
    days, years = _ALL_DAYS[norms.language, norms.days, norms.months], _YEARS
    hours, minutes = _STAMP_HOURS[norms.locale], _screen_clock(norms).minutes
    utc = UTC

    # A stamp stands beside every comment of a page, so that nothing is called here that can be
    # done in place. UTC and the zones of zoneinfo always tell their offset.
    def write(moment: date) -> str:
        there = moment
        if not isinstance(there, datetime) or (
            (zone := there.tzinfo) is not utc and not isinstance(zone, ZoneInfo)
        ):
            there = clocked(Style.STAMP, norms.locale, moment, None)
        if here is not None:
            try:
                there = there.astimezone(here)
            except Exception:  # noqa: BLE001 - told in full by the slower way, which raises it too
                there = clocked(Style.STAMP, norms.locale, moment, here)
        hour = there.hour
        return (
            f"{days[there.month][there.day]}{years[there.year]}"
            f"{hours[hour]}{minutes[hour][there.minute]}"
        )

    return write


def _in_words(norms: Norms, months: tuple[str, ...]) -> Write:
    days = _ALL_DAYS[norms.language, norms.days, months]
    return lambda day: f"{days[day.month][day.day]}{_YEARS[day.year]}"


def _date(norms: Norms) -> Write:
    return _in_words(norms, norms.months)


def _weekday_date(norms: Norms) -> Write:
    weekdays = tuple(map(_PHRASES[norms.language].weekday.format, norms.weekdays))
    write = _date(norms)
    return lambda day: f"{weekdays[day.weekday()]}{write(day)}"


def _numeric_date(norms: Norms) -> Write:
    if norms.iso:
        return lambda day: f"{_YEARS[day.year]}-{TWO_FIGURES[day.month]}-{TWO_FIGURES[day.day]}"
    if norms.order is Order.DAY_FIRST:
        return lambda day: f"{TWO_FIGURES[day.day]}/{TWO_FIGURES[day.month]}/{_YEARS[day.year]}"
    return lambda day: f"{TWO_FIGURES[day.month]}/{TWO_FIGURES[day.day]}/{_YEARS[day.year]}"


def _month(norms: Norms) -> Write:
    months = ("", *norms.months)
    return lambda day: f"{months[day.month]} {_YEARS[day.year]}"


def _zoned_stamp(norms: Norms) -> _WriteMoment:
    stamp, locale = _stamp(norms, None), norms.locale
    return lambda moment: f"{stamp(moment)} {zone_code(moment, locale=locale)}"


def _running_text(norms: Norms) -> _WriteMoment:
    phrases = _PHRASES[norms.language]
    write_date, write_clock = _weekday_date(norms), _written_clock(norms).write

    def write(moment: datetime) -> str:
        exact = not (moment.minute or moment.second or moment.microsecond)
        clock = (exact and phrases.named.get(moment.hour)) or write_clock(moment)
        return f"{phrases.on}{write_date(moment)},{phrases.at}{clock}"

    return write


DAY_STYLES: dict[Style, Callable[[Norms], Write]] = {
    Style.DATE: _date,
    Style.WEEKDAY_DATE: _weekday_date,
    Style.ABBREVIATED_DATE: lambda norms: _in_words(norms, norms.short_months),
    Style.NUMERIC_DATE: _numeric_date,
    Style.CODED_DATE: lambda norms: _in_words(norms, norms.codes),
    Style.MONTH: _month,
}
_CLOCK_STYLES: dict[Style, Callable[[Norms], _WriteMoment]] = {
    Style.CLOCK: lambda norms: _written_clock(norms).write,
    Style.SCREEN_CLOCK: lambda norms: _screen_clock(norms).write,
    Style.ZONED_STAMP: _zoned_stamp,
    Style.RUNNING_TEXT: _running_text,
}
