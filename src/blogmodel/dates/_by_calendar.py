"""Days that are told by the reader's calendar: « hier », « lundi dernier », « le mois dernier »."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from blogmodel.dates._ago import months_from
from blogmodel.dates._context import beyond
from blogmodel.dates._reading import Precision
from blogmodel.dates._words import WEEKDAY, WEEKDAYS, WHICH, one_of

if TYPE_CHECKING:
    from blogmodel.dates._context import Context

__all__ = ["CalendarDay", "calendar_at", "days_from"]


class CalendarDay(NamedTuple):
    """A day told by the calendar, and where it ends.

    A weekday without « dernier » is one only where a clock follows it (``bare``); in the evening
    (``evening``) clocks are told by halves.
    """

    value: date
    precision: Precision
    stop: int
    bare: bool = False
    evening: bool = False


def calendar_at(text: str, at: int, context: Context) -> CalendarDay | None:
    """Return the day that is told there in a plain text by the reader's calendar, if any.

    Raises:
        Refused: it is beyond the years 1 to 9999.
    """
    match = _DAY_WORD.match(text, at)
    if match is not None and (match[1] not in _THIS or match[2] is not None):
        days, evening = _DAYS[match[1]], match[2] in _EVENINGS
        value = days_from(context.today, days, match.end())
        return CalendarDay(value, Precision.DAY, match.end(), evening=evening)
    match = _PERIOD.match(text, at) or _ENGLISH_PERIOD.match(text, at)
    if match is not None:
        return _period(match, context)
    match = _NAMED_DAY.match(text, at)
    return None if match is None else _weekday(match, context)


def _weekday(match: re.Match[str], context: Context) -> CalendarDay | None:
    before, name, after, part = match.groups()
    # « La mer à 9 h » is no Wednesday.
    if (
        not context.alone
        and len(name) < _WHOLE
        and not match[0].startswith(f"{name}.", match.start(2) - match.start())
    ):
        return None
    which, today = WHICH[before or after or ""], context.today
    back = (today.weekday() - WEEKDAYS[name]) % 7
    if before in _THIS:
        return None
    days = {-1: -(back or 7), 0: -back, 1: 7 - back}[which]
    bare, evening = not (before or after), part in _EVENINGS
    value = days_from(today, days, match.end())
    return CalendarDay(value, Precision.DAY, match.end(), bare, evening)


def _period(match: re.Match[str], context: Context) -> CalendarDay:
    """Return the first day of the week, month or year before, at or after the reader's."""
    one, other = match.groups()
    unit, which = (other, one) if one in WHICH else (one, other)
    step, today, stop = WHICH[which], context.today, match.end()
    precision = _PRECISIONS[unit]
    if precision is Precision.WEEK:
        value = days_from(today, 7 * step - today.weekday(), stop)
    else:
        month, months = (today.month, 1) if precision is Precision.MONTH else (1, 12)
        try:
            value = months_from(date(today.year, month, 1), step * months)
        except ValueError:
            raise beyond(stop) from None
    return CalendarDay(value, precision, stop)


def days_from(today: date, days: int, stop: int) -> date:
    """Return a day so many days from another.

    Raises:
        Refused: it is beyond the years 1 to 9999.
    """
    try:
        return today + timedelta(days)
    except OverflowError:
        raise beyond(stop) from None


_DAYS = {
    **{"avant-hier": -2, "avant hier": -2, "hier": -1, "aujourd'hui": 0, "demain": 1},
    **{"apres-demain": 2, "apres demain": 2, "the day before yesterday": -2, "yesterday": -1},
    **{"today": 0, "tomorrow": 1, "the day after tomorrow": 2, "aujourd hui": 0},
    "last night": -1,
    **dict.fromkeys(("ce", "cet", "cette", "this"), 0),
}
_WHOLE = 5
_THIS = ("ce", "cet", "cette", "this")
_EVENINGS = ("soir", "apres-midi", "evening", "afternoon", "night")
_PRECISIONS = {
    **dict.fromkeys(("semaine", "week"), Precision.WEEK),
    **dict.fromkeys(("mois", "month"), Precision.MONTH),
    **dict.fromkeys(("an", "annee", "year"), Precision.YEAR),
}
_PART_OF_DAY = r"(?: (matin|midi|soir|nuit|apres-midi|morning|evening|afternoon|night)(?![a-z-]))?"
_DAY_WORD = re.compile(rf"({one_of(_DAYS)})(?![a-z0-9-]){_PART_OF_DAY}")
_NAMED_DAY = re.compile(
    rf"(?:le )?(?:(last|next|this|ce) )?({WEEKDAY})(?![a-z])\.?"
    rf"(?: (dernier|passe|prochain)(?![a-z]))?{_PART_OF_DAY}"
)
_PERIOD = re.compile(
    r"(?:la |le |l')?(semaine|mois|annee|an)"
    r" (dernier|derniere|passe|passee|prochain|prochaine)(?![a-z0-9])"
)
_ENGLISH_PERIOD = re.compile(r"(last|next) (week|month|year)(?![a-z0-9])")
