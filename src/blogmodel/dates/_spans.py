"""From one day to another: « du 7 au 9 mai 2011 », "May 7-9, 2011", « 2011-06-24/2011-06-26 »."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, cast

import attrs

from blogmodel.dates._clocks import Clock, clock_first
from blogmodel.dates._context import Refused, beyond
from blogmodel.dates._days import NTH, YEAR, Day, day_at, day_of, year_of
from blogmodel.dates._points import at_clock, dated, day_reading
from blogmodel.dates._reading import Form, Precision, Reading, Refusal
from blogmodel.dates._words import MONTH, MONTHS, WEEKDAY, WEEKDAYS

if TYPE_CHECKING:
    from blogmodel.dates._context import Context

__all__ = ["days_of_a_month", "months_of_a_year", "range_at", "ranged"]


def range_at(text: str, at: int, context: Context) -> Reading | None:
    """Read a range that says so from its first word: « du », « de », « entre », "from".

    Raises:
        Refused: one of its ends cannot be read, or it ends before it begins.
    """
    lead = _LEAD.match(text, at)
    if lead is None or lead.end() == len(text):
        return None
    within = days_of_a_month(text, lead.end(), context) or months_of_a_year(
        text, lead.end(), context
    )
    if within is None:
        first = day_reading(text, lead.end(), context)
        within = None if first is None else ranged(text, first, context, lead[0])
        if within is None or within.end is None:
            return None
    return attrs.evolve(within, start=at)


def ranged(text: str, first: Reading, context: Context, lead: str = "") -> Reading | None:
    """Return the range of which a reading is the first end, or None if it is none's.

    Raises:
        Refused: its last end cannot be read, or is before its first.
    """
    if first.stop == len(text):
        return None
    match = _TO.match(text, first.stop)
    if match is None or match.end() == len(text):
        return None
    # « le 3 et le 4 » are two days, but « entre le 3 et le 4 » is a range.
    if match[1] is not None and not lead.startswith(("entre", "between")):
        return None
    if first.precision in _CLOCKED:
        return _to_clock(text, match.end(), first, context)
    last = day_at(text, match.end(), context)
    if last is None or last.precision is not first.precision:
        return None
    return _days(text, first, last, context)


def _to_clock(text: str, at: int, first: Reading, context: Context) -> Reading | None:
    """Join a moment with a clock of the same day, or with another day's."""
    clock = clock_first(text, at)
    if clock is None:
        last = day_reading(text, at, context)
        return None if last is None or last.precision not in _CLOCKED else _range(first, last)
    opening = cast("datetime", first.value)
    told = first.offset
    there = opening.astimezone(context.tz) if told is None else opening + told
    last = at_clock(text, at, day_of(there.date(), first.form), clock, context)
    halves = [_HALF.search(text, begin, end) for begin, end in ((first.start, at), (at, last.stop))]
    if halves[0] is None and halves[1] is not None:
        raise Refused(
            Refusal.AMBIGUOUS, "the first clock may be before or after noon as well", last.stop
        )
    return _range(*_in_one_zone(first, last, there, clock))


def _in_one_zone(
    first: Reading, last: Reading, there: datetime, clock: Clock
) -> tuple[Reading, Reading]:
    """Return both ends of a range of clocks by the zone that one of them tells.

    Raises:
        Refused: an end is beyond the years of datetimes.
    """
    try:
        if first.offset is None and last.offset is not None:
            value = there.replace(tzinfo=UTC) - last.offset
            return attrs.evolve(first, value=value, repeated=False), last
        if first.offset is not None and last.offset is None:
            local = datetime(there.year, there.month, there.day, *clock[:4], UTC)  # noqa: DTZ001 - it has one
            return first, attrs.evolve(last, value=local - first.offset, repeated=False)
    except OverflowError:
        raise beyond(last.stop) from None
    return first, last


def days_of_a_month(text: str, at: int, context: Context) -> Reading | None:
    """Read two days of one month: « 7-9 mai 2011 », « 7 au 9 mai », "May 7 to 9, 2011".

    Raises:
        Refused: the month has no such day, or the last comes before the first.
    """
    match = _DAYS_MONTH.match(text, at)
    if match is not None:
        one, first, mark, other, last, month, year, short = match.groups()
        known = year_of(year, short, context)
    else:
        match = _MONTH_DAYS.match(text, at)
        if match is None:
            return None
        month, first, mark, last, year = match.groups()
        known, one, other = (None if year is None else int(year)), None, None
    if max(int(first), int(last)) > _LAST_DAY:
        return None
    stop = match.end()
    before = text[max(0, at - _WIDEST) : at]
    # « Commentaire 5 - 24 juin » and « page 1 à 24 juin » are no ranges.
    day_first = match.re is _DAYS_MONTH
    if day_first and mark in _LOOSE and not context.alone and not _FROM.search(before):
        return None
    if mark.strip() in _AND and int(last) != int(first) + 1 and not _BETWEEN.search(before):
        raise Refused(
            Refusal.SEVERAL_DATES, f"« {match[0]} » names two days; take each by itself", stop
        )
    ends = [
        Day(known, MONTHS[month], int(day), None, Form.RANGE, Precision.DAY, stop)
        for day in (first, last)
    ]
    closing = _checked(ends[1], context)
    opening = _checked(ends[0]._replace(year=closing.value.year), context)
    wrong = any(
        name is not None and WEEKDAYS[name] != reading.value.weekday()
        for name, reading in ((one, opening), (other, closing))
    )
    reading = _range(opening, closing)
    return attrs.evolve(reading, start=at, stop=stop, weekday_disagrees=wrong)


def _checked(day: Day, context: Context) -> Reading:
    try:
        return dated(0, day, context)
    except ValueError:
        raise Refused(
            Refusal.IMPOSSIBLE_DATE, f"the calendar has no day {day.day} there", day.stop
        ) from None


def months_of_a_year(text: str, at: int, context: Context) -> Reading | None:
    """Read « juin à août 2011 »."""
    match = _MONTHS_YEAR.match(text, at)
    if match is None:
        return None
    first, last, year = MONTHS[match[1]], MONTHS[match[2]], int(match[3])
    begins = Day(year - (first > last), first, 1, None, Form.RANGE, Precision.MONTH, match.end())
    ends = begins._replace(year=year, month=last)
    return _range(_checked(begins, context), _checked(ends, context))


def _days(text: str, first: Reading, last: Day, context: Context) -> Reading:
    """Join two days; one without a year takes that of the other."""
    opening = cast("Day", day_at(text, first.start, context))
    closing = dated(first.start, last, context)
    if last.year is None:
        closing = _checked(last._replace(year=first.value.year), context)
        if closing.value < first.value:
            closing = _checked(last._replace(year=first.value.year + 1), context)
    if last.year is None or opening.year is not None:
        return _range(first, closing)
    begins = _checked(opening._replace(year=last.year), context)
    if begins.value > closing.value:
        begins = _checked(opening._replace(year=last.year - 1), context)
    return _range(attrs.evolve(begins, start=first.start), closing)


def _range(first: Reading, last: Reading) -> Reading:
    if last.value < first.value:
        raise Refused(
            Refusal.IMPOSSIBLE_DATE,
            f"it ends on {last.value.isoformat()}, before it begins",
            last.stop,
        )
    return attrs.evolve(
        first,
        end=last.value,
        precision=last.precision,
        form=Form.RANGE,
        stop=last.stop,
        approximate=first.approximate or last.approximate,
        weekday_disagrees=first.weekday_disagrees or last.weekday_disagrees,
        offset=last.offset if first.offset is None else first.offset,
        repeated=first.repeated or last.repeated,
    )


_CLOCKED = (Precision.MINUTE, Precision.SECOND)
_AND = ("et", "et le", "and")
_LEAD = re.compile(r"(?:du |de |d'|des |from |entre |between )(?:le |the )?")
_HALF = re.compile(r"[0-9] ?[ap]\.? ?m(?![a-z])|du soir|du matin|apres-midi|morning|evening")
_LOOSE = (" - ", "- ", " -", " a ", " to ")
_WIDEST, _LAST_DAY = 16, 31
_FROM = re.compile(r"(?<![a-z])(?:du|de|entre|from|between|les?) (?:le |the )?$")
_BETWEEN = re.compile(r"(?:entre|between) (?:le )?$")
_TO = re.compile(
    r"(?: ?- ?| ?/ ?|,? au (?:le )?| a (?:la )?|,? to |,? through | jusqu'au | (et|and) (?:le )?)"
)
_DAY = rf"([0-9]{{1,2}}){NTH}"
_DAYS_MONTH = re.compile(
    rf"(?:({WEEKDAY})(?![a-z])\.? )?{_DAY}( ?- ?| au | a | to | through | (?:et le|et|and) )"
    rf"(?:le )?(?:({WEEKDAY})(?![a-z])\.? )?{_DAY} (?:of |de )?({MONTH})(?![a-z])\.?{YEAR}"
)
_MONTH_DAYS = re.compile(
    rf"({MONTH})(?![a-z])\.? ([0-9]{{1,2}})(?:st|nd|rd|th)?( ?- ?| to | through | and )"
    rf"([0-9]{{1,2}})(?:st|nd|rd|th)?(?![0-9:])(?:(?:, ?| )([0-9]{{4}})(?![0-9]))?"
)
_MONTHS_YEAR = re.compile(
    rf"({MONTH})(?![a-z])\.?(?: ?- ?| a | to | au )({MONTH})(?![a-z])\.? ([0-9]{{4}})(?![0-9])"
)
