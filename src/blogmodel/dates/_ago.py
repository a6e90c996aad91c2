"""So long ago, or from now: « il y a 3 jours », « dans une quinzaine de jours », "2 hours ago"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from blogmodel.dates._context import Refused, beyond
from blogmodel.dates._reading import Precision, Refusal
from blogmodel.dates._words import NUMBER, number, one_of

if TYPE_CHECKING:
    from blogmodel.dates._context import Context

__all__ = ["Ago", "ago_at", "months_from"]


class Ago(NamedTuple):
    """What a text that counts from now says, and where it ends."""

    value: date
    precision: Precision
    approximate: bool
    stop: int


def ago_at(text: str, at: int, context: Context) -> Ago | None:
    """Return the moment that is told there by how long ago it was, or how far ahead it is.

    A duration alone is in the past, and one after « en » or « après » in the future; in a sentence
    neither tells a date.

    Raises:
        Refused: it tells no amount, or leads beyond the years 1 to 9999.
    """
    match = _NOW.match(text, at)
    if match is not None:
        return _instant(context, match.end(), approximate=False)
    match = _AGO.match(text, at)
    if match is None:
        return None
    vague, before, vague_after, duration, some, after, about = match.groups()
    said = before is not None or after is not None
    if not context.alone:
        tells = before in _IN_A_SENTENCE or (before is None and after is not None)
        if not tells or _OF_SOMETHING.match(text, match.end()):
            return None
    if not said and _HOURS_ALONE.fullmatch(match[0]):
        return None
    ahead = before in _AHEAD or after in _AHEAD
    approximate = any((vague, vague_after, about))
    if some is not None:
        return _some(some, context, match.end())
    if before is not None and after is not None:
        raise Refused(Refusal.AMBIGUOUS, f"« {match[0]} » says both before and after", match.end())
    return _counted(duration, context, match.end(), ahead=ahead, approximate=approximate)


def months_from(day: date, months: int) -> date:
    """Return the same day so many months later or earlier, or the last one of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _instant(context: Context, stop: int, *, approximate: bool) -> Ago:
    now = context.utc.replace(second=0, microsecond=0)
    return Ago(now, Precision.MINUTE, approximate, stop)


def _some(word: str, context: Context, stop: int) -> Ago:
    if _UNITS[word] is not _SECOND:
        raise Refused(
            Refusal.AMBIGUOUS, f"« quelques {word} » tells no number; give it in figures", stop
        )
    return _instant(context, stop, approximate=True)


def _counted(
    duration: str, context: Context, stop: int, *, ahead: bool, approximate: bool
) -> Ago | None:
    count, _, word = duration.partition(" ")
    amount = number(count) if word in _UNITS else None
    if amount is not None:
        counted, roughly = [(amount, _UNITS[word])], False
    else:
        parts = _parts(duration, stop)
        if parts is None:
            return None
        counted, roughly = parts
    try:
        value = _shifted(counted, context, 1 if ahead else -1, stop)
    except (OverflowError, ValueError):
        raise beyond(stop) from None
    smallest = min(unit for _, unit in counted) if len(counted) > 1 else counted[0][1]
    return Ago(value, smallest.precision, approximate or roughly, stop)


def _parts(duration: str, stop: int) -> tuple[list[tuple[int, _Unit]], bool] | None:
    """Return the amounts and units of a duration, and whether one is a round number.

    Raises:
        Refused: it ends in half of a unit that has no half.
    """
    counted: list[tuple[int, _Unit]] = []
    roughly = False
    for part in _PART.finditer(duration):
        amount, unit, round_number = _amount(part)
        if amount is None:
            return None
        counted.append((amount, unit))
        roughly = roughly or round_number
    half = _HALF_AT_END.search(duration)
    if half is not None:
        smaller = _HALVES.get((counted[-1][1].precision, half[1]))
        if smaller is None:
            raise Refused(Refusal.AMBIGUOUS, f"« {duration} » is no whole number of any unit", stop)
        counted.append(smaller)
    return counted, roughly


def _amount(part: re.Match[str]) -> tuple[int | None, _Unit, bool]:
    """Return the amount of a part, its unit, and whether the amount is a round number."""
    hours, minutes, fraction, collective, of, count, unit = part.groups()
    if unit is not None:
        return number(count), _UNITS[unit], False
    if hours is not None:
        return int(hours) * 60 + int(minutes), _MINUTE, False
    if fraction is not None:
        return _FRACTIONS[fraction], _MINUTE, False
    return _COLLECTIVES[collective], (_UNITS[of] if of else _DAY), True


def _shifted(counted: list[tuple[int, _Unit]], context: Context, sign: int, stop: int) -> date:
    """Count months and years by the calendar, days and weeks by the calendar's days."""
    months = days = seconds = 0
    clocked = exact = False
    for amount, unit in counted:
        months += amount * unit.months
        days += amount * unit.days
        seconds += amount * unit.seconds
        clocked = clocked or unit.seconds > 0
        exact = exact or unit is _SECOND
    day = months_from(context.today, sign * months) if months else context.today
    if days:
        day += timedelta(sign * days)
    if not clocked:
        return day
    start = context.utc
    if months or days:
        clock = context.here.time()
        figures = (
            *(day.year, day.month, day.day),
            *(clock.hour, clock.minute, clock.second, clock.microsecond),
        )
        start, _ = context.moment(figures, None, stop)
    moment = start + timedelta(seconds=sign * seconds)
    return moment.replace(second=moment.second if exact else 0, microsecond=0)


class _Unit(NamedTuple):
    """A unit, by how many months, days or seconds it has; the smaller sorts before the larger."""

    months: int
    days: int
    seconds: int
    precision: Precision


_SECOND, _MINUTE = _Unit(0, 0, 1, Precision.SECOND), _Unit(0, 0, 60, Precision.MINUTE)
_HOUR, _DAY = _Unit(0, 0, 3600, Precision.HOUR), _Unit(0, 1, 0, Precision.DAY)
_MONTH = _Unit(1, 0, 0, Precision.MONTH)
_WORDS_OF_UNITS = (
    (_SECOND, "secondes seconde seconds second secs sec s"),
    (_MINUTE, "minutes minute mins min mn"),
    (_HOUR, "heures heure hours hour hrs hr h"),
    (_DAY, "jours jour days day j d"),
    (_Unit(0, 7, 0, Precision.WEEK), "semaines semaine weeks week wks wk sem w"),
    (_MONTH, "mois months month mos mo"),
    (_Unit(12, 0, 0, Precision.YEAR), "annees annee ans an years year yrs yr"),
)
_UNITS = {word: unit for unit, words in _WORDS_OF_UNITS for word in words.split()}
_COLLECTIVES = {
    **{"huitaine": 8, "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20},
    **{"trentaine": 30, "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60},
    **{"centaine": 100, "dozen": 12},
}
_FRACTIONS = {
    **{"une demi-heure": 30, "une demi heure": 30, "half an hour": 30, "un quart d'heure": 15},
    **{"trois quarts d'heure": 45, "a quarter of an hour": 15},
}
_HALVES = {
    (Precision.YEAR, "demi"): (6, _MONTH),
    (Precision.DAY, "demi"): (12, _HOUR),
    (Precision.HOUR, "demi"): (30, _MINUTE),
    (Precision.HOUR, "quart"): (15, _MINUTE),
}


_UNIT = f"({one_of(_UNITS)})(?![a-z0-9])\\.?"
_ITEM = (
    r"(?:([0-9]{1,4}) ?h ?([0-9]{2})(?![0-9a-z]|:|,[0-9]| ?m| s(?:ec)?(?![a-z]))"
    f"|({one_of(_FRACTIONS)})(?![a-z])"
    rf"|(?:une |un |a )({one_of(_COLLECTIVES)})(?![a-z])(?: (?:de |d')?{_UNIT})?"
    rf"|({NUMBER}) ?{_UNIT})"
)
_PART = re.compile(rf"(?<![a-z0-9]){_ITEM}")
_HALF_AT_END = re.compile(r" et (?:un )?(demi|quart)e?$")
_LONE_ITEM = re.sub(r"\((?!\?)", "(?:", _ITEM)
_DURATION = (
    rf"((?:(?:, (?:et |and )?| et | and | )?{_LONE_ITEM}){{1,7}}"
    r"(?: et (?:un )?(?:demi|quart)e?(?![a-z]))?)"
)
_VAGUE = (
    r"(?:(environ|presque|pres de|a peu pres|a peine|(?:un )?peu (?:plus|moins) (?:de |d')"
    r"|plus (?:de|d')|moins (?:de|d')|about|around|almost|nearly|approximately|over|more than"
    r"|less than|just over|just under) ?)?"
)
_SOME = rf"(?:quelques|a few|few|some) ({one_of(_UNITS)})(?![a-z])"
_AFTER = r"ago|plus tot|from now|from today"
_TAIL = rf"(?: ({_AFTER})(?![a-z]))?( environ| a peine| a peu pres)?(?![a-z0-9])"


_BEFORE = "il y a|y a|ca fait|voila|voici|depuis|dans|en|apres|in|within|after|d'ici(?: a)?"
_AGO = re.compile(rf"{_VAGUE}(?:({_BEFORE}) ?)?{_VAGUE}(?:{_DURATION}|{_SOME}){_TAIL}")
_IN_A_SENTENCE = ("il y a", "dans", "in")
_AHEAD = {"dans", "en", "apres", "in", "within", "after", "d'ici", "d'ici a"} | {
    *("from now", "from today"),
}
_NOW = re.compile(
    r"(?:a l'instant|maintenant|just now|right now|now|il y a (?:un|quelques) instants?"
    r"|a moment ago|moments ago)(?![a-z0-9])"
)
# « il y a 2 heures de route » tells no date.
_OF_SOMETHING = re.compile(r" (?:de |d'|of |par |dans une |feri|ouvr)")
# « 36 h » alone is meant for a clock, and is none.
_HOURS_ALONE = re.compile("[0-9]+ ?h")
