"""Days of the calendar as they are written: in words, in figures, by ISO 8601."""

from __future__ import annotations

import re
from calendar import isleap
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from blogmodel.dates._context import Refused
from blogmodel.dates._norms import Order
from blogmodel.dates._reading import Form, Precision, Refusal
from blogmodel.dates._words import (
    ENGLISH_MONTHS,
    FRENCH_MONTHS,
    MONTH,
    MONTHS,
    NUMBER,
    WEEKDAY,
    WEEKDAYS,
    number,
)

if TYPE_CHECKING:
    from blogmodel.dates._context import Context

__all__ = ["NTH", "YEAR", "Day", "checked", "day_at", "day_of", "year_of"]


class Day(NamedTuple):
    """A day as it is written, or a month or week by its first day.

    The year is None where the text has none.
    """

    year: int | None
    month: int
    day: int
    weekday: int | None
    form: Form
    precision: Precision
    stop: int


def day_at(text: str, at: int, context: Context) -> Day | None:
    """Return the day that is written there in a plain text, if any.

    Raises:
        Refused: there is one, but the calendar has no such day, or it can be read in two ways.
    """
    if "0" <= text[at] <= "9":
        return _day_first(text, at, None, context)
    name, start = _lead(text, at)
    if start == len(text):
        return None
    weekday = None if name is None else WEEKDAYS[name]
    if not "0" <= text[start] <= "9":
        return _in_words(text, start, weekday, context) or _month_first(
            text, start, weekday, context
        )
    found = _day_first(text, start, weekday, context)
    if found is None and name in MONTHS:
        # « mar. » is Tuesday, "Mar 14, 2011" is in March.
        return _month_first(text, at, None, context)
    return found


def _day_first(text: str, at: int, weekday: int | None, context: Context) -> Day | None:
    """Read « 24 juin 2011 » and all that is in figures."""
    match = _YEAR_FIRST.match(text, at)
    # In a sentence « 2010-11 » may be a season, and « 2011 06 24 » numbers.
    if match is not None and (context.alone or match[4] is not None):
        return _year_first(match, weekday)
    match = _DAY_MONTH.match(text, at)
    if match is not None:
        figures, month, full, short = match.groups()
        year = int(full) if full is not None else year_of(None, short, context)
        day = Day(year, MONTHS[month], int(figures), weekday, _WRITTEN, _DAY, match.end())
        return day if 0 < day.day <= _SHORT_FEBRUARY and year != 0 else checked(day)
    return _in_figures(text, at, weekday, context)


def _in_words(text: str, at: int, weekday: int | None, context: Context) -> Day | None:
    """Read « premier mai 2011 », « vingt-quatre juin »."""
    match = _WORDS_MONTH.match(text, at)
    if match is None:
        return None
    words, month, full, short = match.groups()
    day = _FIRST.get(words) or number(words)
    if day is None:
        return None
    year, stop = year_of(full, short, context), match.end()
    return checked(Day(year, MONTHS[month], day, weekday, _WRITTEN, _DAY, stop))


def _lead(text: str, at: int) -> tuple[str | None, int]:
    """Return the weekday before a day, if any, and where the day begins."""
    match = _LEAD.match(text, at)
    return (None, at) if match is None else (match[1] or match[2], match.end())


def day_of(value: date, form: Form) -> Day:
    """Return a day that is known as one that is written in that form."""
    return Day(value.year, value.month, value.day, None, form, Precision.DAY, 0)


def year_of(full: str | None, short: str | None, context: Context) -> int | None:
    """Return a year written with four figures or with two, or None."""
    if full is not None:
        return int(full)
    return None if short is None else context.full_year(int(short))


def checked(day: Day) -> Day:
    """Return a day that the calendar has.

    Raises:
        Refused: it has no such day.
    """
    year, month, which, *_, stop = day
    if year == 0:
        raise Refused(Refusal.OUT_OF_RANGE, "there is no year 0", stop)
    if not 0 < month <= _MONTHS_A_YEAR:
        other = "; if its figures are in another order, give that order"
        hint = other if day.form is _NUMERIC and 0 < which <= _MONTHS_A_YEAR else ""
        raise Refused(Refusal.IMPOSSIBLE_DATE, f"there is no month {month}{hint}", stop)
    if not 0 < which <= _LONGEST[month] or (
        which > _SHORT_FEBRUARY and month == _FEBRUARY and year is not None and not isleap(year)
    ):
        told = f"{month:02}" if year is None else f"{year:04}-{month:02}"
        raise Refused(Refusal.IMPOSSIBLE_DATE, f"the month {told} has no day {which}", stop)
    return day


def _month_first(text: str, at: int, weekday: int | None, context: Context) -> Day | None:
    """Read « June 24, 2011 », "Jun 24" or « juin 2011 »."""
    # « They may 2011 times » has no month in it.
    if not context.alone and _A_VERB.match(context.written(at, at + _NAME)):
        return None
    match = _MONTH_DAY.match(text, at)
    if match is not None:
        name, day, nth, full, short = match.groups()
        stop = match.end()
        year = year_of(full, short, context)
        sure = nth is not None or _CLOCK_NEXT.match(text, stop) is not None
        if year is None and not (sure or _is_english(name, context)):
            raise Refused(
                Refusal.AMBIGUOUS,
                f"« {match[0].strip()} » may be a day or a year; give the day before the month",
                stop,
            )
        return checked(
            Day(year, MONTHS[name], int(day), weekday, Form.WRITTEN, Precision.DAY, stop)
        )
    match = _MONTH_YEAR.match(text, at)
    if match is None or weekday is not None:
        return None
    return _month(int(match[2]), MONTHS[match[1]], match.end(), Form.WRITTEN)


def _is_english(name: str, context: Context) -> bool:
    """Tell whether a month's name can only be English there."""
    return name in ENGLISH_MONTHS and (context.norms.language == "en" or name in _ONLY_ENGLISH)


def _month(year: int, month: int, stop: int, form: Form) -> Day:
    return checked(Day(year, month, 1, None, form, Precision.MONTH, stop))


def _in_figures(text: str, at: int, weekday: int | None, context: Context) -> Day | None:
    match = _YEAR_LAST.match(text, at)
    # In a sentence numbers stand so too, and versions, scores and fractions.
    led = weekday is not None or _ON.search(text[max(0, at - _LED) : at]) is not None
    if match is None or not (context.alone or led or _surely(match)):
        if not text[at + 2 : at + 3].isdecimal():
            return _month_in_figures(text, at) if context.alone else None
        return _other_iso(text, at, weekday) if context.alone else _basic(text, at, weekday)
    first, mark, second, last = match.groups()
    stop = match.end()
    if len(last) == _SHORT_YEAR and mark.strip() not in _SHORT_MARKS and context.norms.iso:
        raise Refused(
            Refusal.AMBIGUOUS,
            "its year may be the first figures or the last; write the year with four",
            stop,
        )
    year = int(last) if len(last) > _SHORT_YEAR else context.full_year(int(last))
    if context.order is Order.MONTH_FIRST:
        first, second = second, first
    return checked(Day(year, int(second), int(first), weekday, _NUMERIC, _DAY, stop))


def _surely(match: re.Match[str]) -> bool:
    """Tell whether figures are a date's, not a version's or a fraction's."""
    first, mark, second, last = match.groups()
    padded = len(first) == len(second) == _SHORT_YEAR
    return mark != " " and (padded or (mark == "/" and len(last) > _SHORT_YEAR))


def _year_first(match: re.Match[str], weekday: int | None) -> Day:
    year, mark, month, day, _, spaced_month, spaced_day = match.groups()
    month, day = month or spaced_month, day or spaced_day
    stop = match.end()
    form = _ISO if mark == "-" else _NUMERIC
    if day is None:
        return _month(int(year), int(month), stop, form)
    return checked(Day(int(year), int(month), int(day), weekday, form, _DAY, stop))


def _other_iso(text: str, at: int, weekday: int | None) -> Day | None:
    """Read ISO 8601's weeks, days of the year, and dates without hyphens."""
    match = _ISO_WEEK.match(text, at)
    if match is not None:
        return _week(match, weekday)
    match = _ISO_ORDINAL.match(text, at)
    if match is not None:
        year, which = map(int, match.groups())
        return _day_of_year(year, which, weekday, match.end())
    return _basic(text, at, weekday)


def _basic(text: str, at: int, weekday: int | None) -> Day | None:
    match = _ISO_BASIC.match(text, at)
    if match is None:
        return None
    year, month, day = map(int, match.groups())
    return checked(Day(year, month, day, weekday, Form.ISO, Precision.DAY, match.end()))


def _week(match: re.Match[str], weekday: int | None) -> Day:
    year, week, day = match.groups()
    stop = match.end()
    try:
        found = date.fromisocalendar(int(year), int(week), int(day or 1))
    except ValueError:
        raise Refused(
            Refusal.IMPOSSIBLE_DATE, f"the year {year} has no week {week}", stop
        ) from None
    precision = Precision.WEEK if day is None else Precision.DAY
    return Day(found.year, found.month, found.day, weekday, Form.ISO, precision, stop)


def _day_of_year(year: int, which: int, weekday: int | None, stop: int) -> Day:
    if year == 0 or not 0 < which <= _DAYS_A_YEAR + isleap(year):
        raise Refused(Refusal.IMPOSSIBLE_DATE, f"the year {year} has no day {which}", stop)
    found = date(year, 1, 1) + timedelta(which - 1)
    return Day(year, found.month, found.day, weekday, Form.ISO, Precision.DAY, stop)


def _month_in_figures(text: str, at: int) -> Day | None:
    """Read « 06/2011 »."""
    match = _MONTH_IN_FIGURES.match(text, at)
    if match is None:
        return None
    return _month(int(match[2]), int(match[1]), match.end(), Form.NUMERIC)


NTH = "(?: ?er(?![a-z])\\.?|[°º]|(?:i?eme|ier|ere?|re|e|st|nd|rd|th)(?![a-z]))?"
# A year of two figures stands where nothing else can be meant: a number of comments, a clock.
_SHORT = (
    r"[ ./-](?:'(?=[0-9]{2}(?![0-9]))|(?=0[0-9](?![0-9]| ?[h:])|[0-9]{2} ?(?:$|[,)\]]"
    r"|a [0-9]{1,2}(?::| ?h ?[0-9])|[0-9]{1,2}(?::|\.[0-9]{2}:| ?h))))([0-9]{2})"
)
YEAR = rf"(?:(?:,? ?|[./-]| de | of )'?([0-9]{{4}})(?![0-9])|{_SHORT})?"
# A slash before four figures is that of an interval of ISO 8601.
_NOT_MORE = r"(?![0-9]|[.:-][0-9]|/[0-9]{1,3}(?![0-9]))"

_NAMED = rf"({WEEKDAY})(?![a-z])\.?,? ?(?:le |the )?"
_LEAD = re.compile(rf"(?:le |ce |the |on )(?:{_NAMED})?|{_NAMED}")
_DAY_MONTH = re.compile(rf"([0-9]{{1,2}}){NTH}(?:[./-]| of | de | ?)({MONTH})(?![a-z])\.?{YEAR}")
_MONTH_DAY = re.compile(
    rf"({MONTH})(?![a-z])\.?[ -]?([0-9]{{1,2}})(st|nd|rd|th)?(?![0-9a-z:]| ?h(?![a-z]))"
    rf"(?:(?:, ?| |-)([0-9]{{4}})(?![0-9])|,? '([0-9]{{2}})(?![0-9]))?"
)
_MONTH_YEAR = re.compile(rf"({MONTH})(?![a-z])\.?(?:, ?|[/-]| ?| de | of )([0-9]{{4}})(?![0-9])")
_YEAR_FIRST = re.compile(
    r"([0-9]{4})(?:([-/.])([0-9]{1,2})(?:\2([0-9]{1,2}))?|( )([0-9]{2})(?: ([0-9]{2}))?)"
    + _NOT_MORE
)
_YEAR_LAST = re.compile(
    rf"([0-9]{{1,2}})( ?[./-] ?| )([0-9]{{1,2}})\2([0-9]{{4}}|[0-9]{{2}}){_NOT_MORE}"
)
_ISO_WEEK = re.compile(rf"([0-9]{{4}})-?w([0-9]{{2}})(?:-?([0-9]))?{_NOT_MORE}")
_ISO_ORDINAL = re.compile(rf"([0-9]{{4}})-([0-9]{{3}}){_NOT_MORE}")
_ON = re.compile("(?<![a-z])(?:le|on|du) $")
_LED = 4
_A_VERB = re.compile("(?:may|march)(?![A-Za-z])")
_NAME = 6
_WORDS_MONTH = re.compile(rf"(premier|first|{NUMBER})(?: of | de | )({MONTH})(?![a-z])\.?{YEAR}")
_FIRST = {"premier": 1, "first": 1}
_CLOCK_NEXT = re.compile(r",? (?:a |at )?[0-9]{1,2}(?: ?h|:[0-9])")
_ISO_BASIC = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?=t[0-9])")
_MONTH_IN_FIGURES = re.compile(rf"([0-9]{{1,2}})[/.-]([0-9]{{4}}){_NOT_MORE}")

# A member of an enum is looked up through its class, which every date would pay for.
_WRITTEN, _NUMERIC, _ISO, _DAY = Form.WRITTEN, Form.NUMERIC, Form.ISO, Precision.DAY
_MONTHS_A_YEAR, _DAYS_A_YEAR, _FEBRUARY, _SHORT_FEBRUARY, _SHORT_YEAR = 12, 365, 2, 28, 2
_LONGEST = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_SHORT_MARKS = ("/", ".")
_ONLY_ENGLISH = ENGLISH_MONTHS.keys() - FRENCH_MONTHS.keys()
