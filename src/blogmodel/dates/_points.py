"""Days with their clocks and zones, made into readings."""

from __future__ import annotations

import re
from calendar import isleap
from datetime import date
from typing import TYPE_CHECKING

import attrs

from blogmodel.dates._clocks import Clock, clock_at
from blogmodel.dates._clocks import checked as checked_clock
from blogmodel.dates._context import beyond
from blogmodel.dates._days import Day, checked, day_at
from blogmodel.dates._offsets import (
    after_comment,
    offset_at,
    own_zone,
    refuse_other_zones,
    unknown_zone,
)
from blogmodel.dates._reading import Form, Precision, Reading
from blogmodel.dates._words import ENGLISH_MONTHS, MONTH, MONTHS, WEEKDAY, WEEKDAYS, WHICH, one_of

if TYPE_CHECKING:
    from blogmodel.dates._context import Context

__all__ = ["at_clock", "dated", "day_reading", "is_later", "shell_reading", "with_year"]


def day_reading(text: str, at: int, context: Context) -> Reading | None:
    """Read a day of the calendar there, with the clock and the zone that follow it.

    Raises:
        Refused: there is one, and it cannot be read.
    """
    day = day_at(text, at, context)
    if day is None:
        return None
    which = 0
    if day.year is None:
        match = _WHICH.match(text, day.stop)
        if match is not None:
            which = WHICH[match[1]]
            day = day._replace(stop=match.end())
    if day.stop == len(text) or day.precision is not _DAY:
        return dated(at, day, context, which)
    clock = clock_at(text, day.stop)
    if clock is None and day.weekday is None:
        day = _with_weekday(text, day)
        clock = clock_at(text, day.stop)
    if clock is None:
        return dated(at, day, context, which)
    known = day if day.year is not None else with_year(day, clock, context, which)
    reading = at_clock(text, at, known, clock, context)
    if reading.offset is not None and _RFC_822.match(text, at):
        return attrs.evolve(reading, form=Form.RFC_822)
    return reading


def _with_weekday(text: str, day: Day) -> Day:
    """Return a day with the weekday that follows it, if one does."""
    match = _WEEKDAY_AFTER.match(text, day.stop)
    if match is None:
        return day
    return day._replace(weekday=WEEKDAYS[match[1] or match[2]], stop=match.end())


def dated(at: int, day: Day, context: Context, which: int = 0) -> Reading:
    """Return the reading of a day without a clock."""
    known = day if day.year is not None else with_year(day, None, context, which)
    year, month, number, weekday, form, precision, stop = known
    value = date(year or 0, month, number)
    reading = _NEW(Reading)
    _FILL(
        reading,
        value=value,
        precision=precision,
        form=form,
        start=at,
        stop=stop,
        weekday_disagrees=weekday is not None and value.weekday() != weekday,
    )
    return reading


def at_clock(text: str, at: int, day: Day, clock: Clock, context: Context) -> Reading:
    """Return the reading of a day, whose year is known, at a clock with its zone.

    Raises:
        Refused: its zone is not known, or the zone's clocks skip that time.
    """
    year, month, number, weekday, form, _, _ = day
    hour, minute, second, microsecond, exact, stop, approximate = clock
    figures = (year or 0, month, number, hour, minute, second, microsecond)
    offset = None
    if stop < len(text):
        told = offset_at(text, stop, figures, context, glued=form is _ISO)
        if told is None:
            stop = own_zone(text, stop, context)
            if stop == clock.stop:
                refuse_other_zones(text, stop, context)
        else:
            offset, stop = told
            stop = after_comment(text, stop)
        if text[stop : stop + 1] == ")" and "(" in text[max(0, clock.stop - _WIDEST) : clock.stop]:
            stop += 1
    value, repeated = context.moment(figures, offset, stop)
    reading = _NEW(Reading)
    _FILL(
        reading,
        value=value,
        precision=exact,
        form=form,
        start=at,
        stop=stop,
        approximate=approximate,
        weekday_disagrees=weekday is not None and date(*figures[:3]).weekday() != weekday,
        offset=offset,
        repeated=repeated,
    )
    return reading


def shell_reading(text: str, at: int, context: Context) -> Reading | None:
    """Read what C's ``asctime`` and the Unix ``date`` write: "Fri Jun 24 09:07:00 EDT 2011".

    Raises:
        Refused: its day, clock or zone is none.
    """
    match = _SHELL.match(text, at)
    if match is None:
        return None
    weekday, month, stop = WEEKDAYS[match[1]], MONTHS[match[2]], match.end()
    day, hour, minute, second, year = map(int, match.group(3, 4, 5, 6, 8))
    figures = (year, month, day, hour, minute, second, 0)
    checked(Day(year, month, day, weekday, Form.RFC_822, _DAY, stop))
    checked_clock(Clock(hour, minute, second, 0, Precision.SECOND, stop), text, match.start(4))
    offset = None
    if match[7] is not None:
        told = offset_at(text, match.start(7), figures, context, glued=False)
        if told is None or told[1] != match.end(7):
            raise unknown_zone(context.written(*match.span(7)).strip(), stop)
        offset = told[0]
    value, repeated = context.moment(figures, offset, stop)
    return Reading(
        value=value,
        precision=Precision.SECOND,
        form=Form.RFC_822,
        start=at,
        stop=stop,
        weekday_disagrees=date(year, month, day).weekday() != weekday,
        offset=offset,
        repeated=repeated,
    )


def with_year(day: Day, clock: Clock | None, context: Context, which: int = 0) -> Day:
    """Return a day that is written without its year with that of the last such day that was.

    Args:
        day: the day.
        clock: the clock beside it, which may be still to come today.
        context: the reader's.
        which: −1 for « dernier », the last before today; 1 for « prochain », the next after it.

    Raises:
        Refused: there is none between the years 1 and 9999.
    """
    today, wanted = context.today, (day.month, day.day)
    here = (today.month, today.day)
    year = today.year
    if which > 0:
        year += wanted <= here
    elif wanted > here or (wanted == here and (which < 0 or is_later(clock, context))):
        year -= 1
    while wanted == _LEAP_DAY and not isleap(year):
        year += 1 if which > 0 else -1
    if not date.min.year <= year <= date.max.year:
        raise beyond(day.stop)
    return day._replace(year=year)


def is_later(clock: Clock | None, context: Context) -> bool:
    """Tell whether a clock shows more than the reader's does."""
    here = context.here
    return clock is not None and (clock.hour, clock.minute) > (here.hour, here.minute)


# Calling the class would gather all fields into a dict first, a third of the time that they take.
_NEW, _FILL = object.__new__, Reading.__init__
# A member of an enum is looked up through its class, which every date would pay for.
_ISO, _DAY = Form.ISO, Precision.DAY
_SHORT, _WIDEST = 4, 16
_WEEKDAY_AFTER = re.compile(
    rf",? ?(?:\(({WEEKDAY})\.?\)"
    rf"|({one_of(name for name in WEEKDAYS if len(name) > _SHORT)})(?![a-z]))"
)
_WHICH = re.compile(r" (dernier|passe|prochain)(?![a-z])")
_MAIL_MONTH = one_of(name for name in ENGLISH_MONTHS if len(name) < _SHORT)
_RFC_822 = re.compile(
    rf"(?:{WEEKDAY}, ?)?[0-9]{{1,2}}[ -]{_MAIL_MONTH}[ -](?:[0-9]{{4}}|[0-9]{{2}})"
    " [0-9]{2}:[0-9]{2}"
)
_SHELL = re.compile(
    rf"({WEEKDAY})\.?,? ({MONTH})\.? ([0-9]{{1,2}}) ([0-9]{{2}}):([0-9]{{2}}):([0-9]{{2}})"
    r"( [a-z]{1,5}(?:[+-][0-9]{1,2})?| [+-][0-9]{4})? ([0-9]{4})(?![0-9])"
)
_LEAP_DAY = (2, 29)
