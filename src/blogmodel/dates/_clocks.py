"""Clocks as they are written after a day, or alone."""

from __future__ import annotations

import re
from typing import NamedTuple

from blogmodel.dates._context import Refused
from blogmodel.dates._reading import Precision, Refusal
from blogmodel.dates._words import number

__all__ = ["Clock", "checked", "clock_at", "clock_first"]


class Clock(NamedTuple):
    """A clock as it is written, and where it ends; approximate after « vers »."""

    hour: int
    minute: int
    second: int
    microsecond: int
    precision: Precision
    stop: int
    approximate: bool = False


def clock_at(text: str, at: int) -> Clock | None:
    """Return the clock that follows a day there in a plain text, after « à », a comma or a space.

    Raises:
        Refused: no clock shows that.
    """
    match = _CLOCK_AFTER_A_DAY.match(text, at)
    if match is None:
        return _basic(text, at)
    clock = _clock(text, match, 1)
    return clock if match[1] is None else clock._replace(approximate=True)


def clock_first(text: str, at: int) -> Clock | None:
    """Return the clock that begins there in a plain text, if any.

    Raises:
        Refused: no clock shows that.
    """
    match = _CLOCK.match(text, at)
    return None if match is None else _clock(text, match, 0)


def _basic(text: str, at: int) -> Clock | None:
    """Read a clock of ISO 8601 without colons: « T090733 »."""
    match = _BASIC_CLOCK.match(text, at)
    if match is None:
        return None
    hour, minute, second = (int(figures or 0) for figures in match.groups())
    precision = _HOUR if match[2] is None else _MINUTE if match[3] is None else _SECOND
    return checked(Clock(hour, minute, second, 0, precision, match.end()), text, at + 1)


def _clock(text: str, match: re.Match[str], lead: int) -> Clock:
    """Return the clock of a match, whose groups follow so many of what leads to it."""
    hour, minute, second, fraction, french, french_second, swiss, swiss_second, half, word = (
        match.groups()[lead:]
    )
    stop = match.end()
    minutes = int(minute or french or swiss or 0)
    seconds = second or french_second or swiss_second
    hours = int(hour) if word is None else _NAMED[word]
    part = _PART.match(text, stop) if stop < len(text) else None
    if part is not None:
        stop = part.end()
        half = half or _HALVES.get(part[1])
        if hours == _NOON and part[1] == "du soir":
            raise Refused(Refusal.AMBIGUOUS, "« 12 h du soir » may be noon or midnight", stop)
        more = _minutes(part)
        if more < 0 and not hours:
            raise Refused(Refusal.AMBIGUOUS, "it may be of that day or of the one before", stop)
        if more and (minutes or seconds is not None):
            raise Refused(
                Refusal.IMPOSSIBLE_CLOCK, f"« {part[0].strip()} » follows an hour alone", stop
            )
        hours, minutes = divmod((hours * 60 + minutes + more) % _DAY, 60)
    if half is not None:
        hours = _by_halves(hours, half, stop)
    precision = _MINUTE if seconds is None else _SECOND
    clock = Clock(hours, minutes, int(seconds or 0), _micro(fraction), precision, stop)
    if hours <= _LAST_HOUR and minutes <= _LAST and seconds is None:
        return clock
    return checked(clock, text, match.start(lead + 1))


def checked(clock: Clock, text: str, start: int) -> Clock:
    """Return a clock that begins there, if clocks show it.

    Raises:
        Refused: no clock does.
    """
    if clock[0] > _LAST_HOUR or clock[1] > _LAST or clock[2] > _LAST:
        written = text[start : clock.stop]
        raise Refused(Refusal.IMPOSSIBLE_CLOCK, f"no clock shows « {written} »", clock.stop)
    return clock


def _minutes(part: re.Match[str]) -> int:
    """Return the minutes that « et quart » or « moins dix » adds to an hour."""
    if part[2] is not None:
        return _QUARTERS[part[2]]
    return 0 if part[3] is None else -(number(part[3]) or 0)


def _micro(fraction: str | None) -> int:
    """Return the microseconds of a fraction of a second; what is finer is cut off."""
    return 0 if fraction is None else int(fraction[:6].ljust(6, "0"))


def _by_halves(hours: int, half: str, stop: int) -> int:
    """Return the hour of 24 of one that is told before or after noon."""
    if not 0 < hours <= _NOON:
        if half == "p" and _NOON < hours <= _LAST_HOUR:
            return hours  # « 21 h du soir » says it twice.
        raise Refused(Refusal.IMPOSSIBLE_CLOCK, f"a clock of twelve hours shows no {hours}", stop)
    return hours % _NOON + (_NOON if half == "p" else 0)


# A member of an enum is looked up through its class, which every date would pay for.
_HOUR, _MINUTE, _SECOND = Precision.HOUR, Precision.MINUTE, Precision.SECOND
_AFTER_A_DAY = (
    r"(?=[ ,;|_t(:])(?:t(?=[0-9])| ?[,;|_:]? ?\(?"
    r"(?:(?:(vers|environ|around|about)|a|at|to|-|@|\||·|de|from) )?(?:environ )?)"
)
_CLOCK = re.compile(
    r"(?:([0-9]{1,2})(?:"
    r" ?: ?([0-9]{2})(?: ?: ?([0-9]{2})(?:[.,]([0-9]{1,9}))?)?(?: ?h(?![a-z0-9]))?"
    r"| ?h(?:eures?|rs?)?(?![a-z])\.?"
    r"(?: ?([0-9]{2}|[0-9](?= ?min))(?![0-9])"
    r"(?: ?(?:min(?:utes?)?|mn|m)(?![a-z])\.?)?"
    r"(?: ?([0-9]{2}) ?s(?:ec(?:ondes?)?)?(?![a-z])\.?)?)?"
    r"|\.([0-9]{2})(?::([0-9]{2}) h(?![a-z])|(?= ?[ap]\.? ?m(?![a-z])))"
    r"|(?= ?[ap]\.? ?m(?![a-z])))"
    r"(?: ?([ap])\.? ?m(?![a-z])\.?)?"
    r"(?![0-9a-y]|z[a-z]|:[0-9])"
    r"|(midi|minuit|noon|midnight)(?![a-z]))"
)
_CLOCK_AFTER_A_DAY = re.compile(_AFTER_A_DAY + _CLOCK.pattern)
_BASIC_CLOCK = re.compile(r"t([0-9]{2})(?:([0-9]{2})([0-9]{2})?)?(?![0-9:.,])")
_PART = re.compile(
    r" (?:(du matin|du soir|de l'apres-midi|in the (?:morning|afternoon|evening))"
    r"|(et quart|et demie?|moins (?:le |un )?quart)|moins ([12]?[0-9]|cinq|dix|vingt(?:-cinq)?)"
    r"|pile|precises?|sharp)(?![a-z])"
)
_HALVES = {
    **dict.fromkeys(("du matin", "in the morning"), "a"),
    **dict.fromkeys(("du soir", "de l'apres-midi"), "p"),
    **dict.fromkeys(("in the afternoon", "in the evening"), "p"),
}
_QUARTERS = {
    **{"et quart": 15, "et demi": 30, "et demie": 30},
    **{"moins le quart": -15, "moins un quart": -15, "moins quart": -15},
}
_NOON, _LAST_HOUR, _LAST, _DAY = 12, 23, 59, 24 * 60
_NAMED = {"midi": _NOON, "noon": _NOON, "minuit": 0, "midnight": 0}
