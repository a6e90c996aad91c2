"""Clocks and zones as they are written after a day, or alone."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from blogmodel.dates._context import Refused
from blogmodel.dates._norms import ZONE_CODES
from blogmodel.dates._plain import plain
from blogmodel.dates._reading import Precision, Refusal
from blogmodel.dates._words import number

if TYPE_CHECKING:
    from blogmodel.dates._context import Context, Figures

__all__ = ["Clock", "checked", "clock_at", "clock_first", "offset_at"]


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


def offset_at(
    text: str, at: int, figures: Figures, context: Context, *, glued: bool
) -> tuple[timedelta | None, int] | None:
    """Return the offset from UTC that a zone written there tells, and where it ends.

    The offset is None where the zone's name is that of both moments of a clock shown twice.

    Args:
        text: the plain text.
        at: where the clock ends.
        figures: the year, month, day, hour, minute, second and microsecond that are told.
        context: the reader's; its zone is known by all its names.
        glued: whether an offset may follow the clock without a space, as in ISO 8601.

    Raises:
        Refused: an offset that no zone has, or that may be another clock.
    """
    match = _OFFSET.match(text, at)
    if match is not None:
        return _offset(match, glued=glued)
    match = _LETTERS.match(text, at)
    if match is None:
        return None
    start, stop = match.span(1)
    # « est » is a verb: codes stand in capitals, and only CLDR's long names are told by letters.
    code = match[1] if context.written(start, stop).isupper() else None
    if code is None and not _MAY_BE_LONG.match(text, start):
        return None
    if code == "est" and context.source.isupper() and text[stop : stop + 2].strip().isalpha():
        raise Refused(Refusal.AMBIGUOUS, "« EST » may be a zone or a verb", stop)
    own = _own_moments(figures, context)
    by_code = {there.utcoffset() for there in own if code is not None and _state(there) == code}
    known = _CODES.get(code or "")
    if known is not None and known in {there.utcoffset() for there in own}:
        by_code.add(known)
    if by_code:
        return _only_one(by_code), stop + (text[stop : stop + 1] == ")")
    named = _by_cldr_name(text, start, own, context)
    if named is not None or known is None:
        return named
    return known, stop + (text[stop : stop + 1] == ")")


def _own_moments(figures: Figures, context: Context) -> list[datetime]:
    """Return the moments at which the reader's clocks show that, or would if they skipped none."""
    local = datetime(*figures, UTC)  # noqa: DTZ001 - it has one
    offsets = context.offsets(figures) or (timedelta(0),)
    try:
        return [(local - offset).astimezone(context.tz) for offset in offsets]
    except OverflowError:
        return []


def _only_one(offsets: set[timedelta | None]) -> timedelta | None:
    """Return the only offset; None where a name is that of both states of a zone."""
    return offsets.pop() if len(offsets) == 1 else None


def _state(moment: datetime) -> str:
    from blogmodel.dates._zone_names import zone_state  # noqa: PLC0415 - few texts name a zone

    return zone_state(moment).lower()


def _offset(match: re.Match[str], *, glued: bool) -> tuple[timedelta, int] | None:
    name = match[1]
    sign, hours, minutes, seconds = match.groups()[5:] if name is None else match.groups()[1:5]
    if sign is None:
        return timedelta(0), match.end()
    # « 9:07 -12 votes » has no offset: outside ISO 8601 they have their minutes.
    if not glued and name is None and minutes is None:
        return None
    if not (glued or name or sign == "+" or match[0].startswith((" ", "("))):
        raise Refused(
            Refusal.AMBIGUOUS,
            f"« {match[0]} » may be an offset or lead to a second clock",
            match.end(),
        )
    offset = timedelta(hours=int(hours), minutes=int(minutes or 0), seconds=int(seconds or 0))
    if offset > _LARGEST or int(minutes or 0) > _LAST or int(seconds or 0) > _LAST:
        raise Refused(Refusal.UNKNOWN_ZONE, f"no zone is {hours} hours from UTC", match.end())
    return (-offset if sign == "-" else offset), match.end()


def _by_cldr_name(
    text: str, at: int, own: list[datetime], context: Context
) -> tuple[timedelta | None, int] | None:
    """Find the name that CLDR has for the reader's zone at that time, in the reader's locale."""
    offsets, end = set[timedelta | None](), at
    for moment in own:
        for name in _cldr_names(moment, context.norms.locale):
            bare, _ = plain(name)
            stop = at + len(bare)
            if text.startswith(bare, at) and not text[stop : stop + 1].isalnum():
                offsets.add(moment.utcoffset())
                end = max(end, stop)
    if not offsets:
        return None
    return _only_one(offsets), end + (text[end : end + 1] == ")")


def _cldr_names(moment: datetime, locale: str) -> list[str]:
    from blogmodel.dates._locales import cldr_locale  # noqa: PLC0415 - few texts name a zone
    from blogmodel.dates._zone_names import cldr_zone  # noqa: PLC0415 - as above

    known = cldr_locale(locale)
    return [cldr_zone(moment, known, "long"), cldr_zone(moment, known, "short")]


# A member of an enum is looked up through its class, which every date would pay for.
_HOUR, _MINUTE, _SECOND = Precision.HOUR, Precision.MINUTE, Precision.SECOND
_AFTER_A_DAY = (
    r"(?=[ ,;|_t(])(?:t(?=[0-9])| ?[,;|_]? ?\(?"
    r"(?:(?:(vers|environ|around|about)|a|at|to|-|@|\||·|de|from) )?(?:environ )?)"
)
_CLOCK = re.compile(
    r"(?:([0-9]{1,2})(?:"
    r" ?: ?([0-9]{2})(?: ?: ?([0-9]{2})(?:[.,]([0-9]{1,9}))?)?(?: ?h(?![a-z0-9]))?"
    r"| ?h(?:eures?|rs?)?(?![a-z])\.?"
    r"(?: ?([0-9]{2}|[0-9](?= ?min))(?![0-9])"
    r"(?: ?(?:min(?:utes?)?|mn|m)(?![a-z])\.?)?"
    r"(?: ?([0-9]{2}) ?s(?:ec(?:ondes?)?)?(?![a-z])\.?)?)?"
    r"|\.([0-9]{2}):([0-9]{2}) h(?![a-z])"
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
_OFFSET = re.compile(
    r" ?[(\[]?(?:(utc|gmt|ut|z)(?: ?([+-])([0-9]{1,2})(?::?([0-9]{2}))?(?::?([0-9]{2}))?h?)?"
    r"|([+-])([0-9]{2})(?::?([0-9]{2}))?(?::?([0-9]{2}))?)"
    r"(?![0-9a-z:]|/[a-z])[)\]]?"
)
_LETTERS = re.compile(r",? ?\(?([a-z]{2,20})(?![a-z/])")
# How CLDR's names of zones begin in French, and end in English.
_MAY_BE_LONG = re.compile(r"(?:heure|temps) |(?:[a-z.'&-]+ ){1,7}time(?![a-z])")
# Those of Canada and the United States, and Europe's, of which each has one meaning.
_CODES = {
    **{
        code.lower(): offset
        for states in ZONE_CODES.values()
        for (_, offset), code in states.items()
    },
    **dict.fromkeys(("tu", "tuc", "wet"), timedelta(0)),
    **dict.fromkeys(("cet", "hec", "met", "west"), timedelta(hours=1)),
    **dict.fromkeys(("cest", "eet", "mest"), timedelta(hours=2)),
    "eest": timedelta(hours=3),
}
_LARGEST = timedelta(hours=15, minutes=59, seconds=59)
_NOON, _LAST_HOUR, _LAST, _DAY = 12, 23, 59, 24 * 60
_NAMED = {"midi": _NOON, "noon": _NOON, "minuit": 0, "midnight": 0}
