"""Zones as they are written after a clock: offsets, codes, and the names of the reader's own."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from blogmodel.dates._context import Refused
from blogmodel.dates._norms import ZONE_CODES
from blogmodel.dates._plain import plain
from blogmodel.dates._reading import Refusal

if TYPE_CHECKING:
    from blogmodel.dates._context import Context, Figures

__all__ = ["after_comment", "offset_at", "own_zone", "refuse_other_zones", "unknown_zone"]


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
        return _only_one(by_code), _closed(text, stop)
    named = _by_cldr_name(text, start, own, context)
    if named is not None or known is None:
        return named
    return known, _closed(text, stop)


def _closed(text: str, stop: int) -> int:
    """Return where the bracket ends that may stand around a zone."""
    return stop + (text[stop : stop + 1] == ")")


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
    return _only_one(offsets), _closed(text, end)


def _cldr_names(moment: datetime, locale: str) -> list[str]:
    from blogmodel.dates._locales import cldr_locale  # noqa: PLC0415 - few texts name a zone
    from blogmodel.dates._zone_names import cldr_zone  # noqa: PLC0415 - as above

    known = cldr_locale(locale)
    return [cldr_zone(moment, known, "long"), cldr_zone(moment, known, "short")]


def after_comment(text: str, stop: int) -> int:
    """Return where what names the zone again after an offset ends, if anything does."""
    match = _COMMENT.match(text, stop)
    return stop if match is None else match.end()


def own_zone(text: str, stop: int, context: Context) -> int:
    """Return where the words end that say a clock is the reader's own, « heure de Montréal »."""
    match = _LOCAL.match(text, stop)
    if match is None:
        return stop
    city, _ = plain(str(context.tz).rpartition("/")[2].replace("_", " "))
    if match[1] is None and match[2].replace("-", " ") != city.replace("-", " "):
        return stop
    return match.end()


def refuse_other_zones(text: str, stop: int, context: Context) -> None:
    """Refuse what names a zone that is not known, rather than take the reader's for it."""
    match = _ZONE_WORDS.match(text, stop)
    if match is not None:
        raise unknown_zone(context.written(*match.span(1)), match.end())
    match = _ZONE_CODE.match(text, stop)
    # In a text that is all in capitals, any word may follow.
    if match is None or match[1] in _NO_CODES or context.source.isupper():
        return
    written = context.written(*match.span(1))
    if written.isupper():
        raise unknown_zone(written, match.end())


def unknown_zone(name: str, stop: int) -> Refused:
    """Return the refusal of a zone that is not known."""
    return Refused(
        Refusal.UNKNOWN_ZONE,
        f"« {name} » is no zone that is known; give an offset such as « UTC−5 »",
        stop,
    )


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
# RFC 5322's comment that names the zone again after an offset, and RFC 9557's name in brackets.
_COMMENT = re.compile(
    r" ?\((?:[a-z]{2,5}|[a-z -]{1,60} time|heure [^()]{1,60})\)|\[[^\[\]]{1,60}\]"
)
_ZONE_WORDS = re.compile(
    r" ?[,([]? ?(heures? [a-z][^,.;!?()\n]{0,50}|(?:[a-z]\.){2,4}"
    r"|(?:eastern|central|mountain|pacific|atlantic|greenwich)(?![a-z])"
    r"|temps (?:universel|moyen)[^,.;!?()\n]{0,50}|(?:[a-z-]+ ){1,5}time(?![a-z])"
    r"|[a-z_]{2,20}/[a-z_]{2,30}|\[[^\]]{1,60}\])"
)
_LOCAL = re.compile(
    r" ?[,(]? ?(?:(heure locale|local time)|heures? (?:de |d')([a-z -]{2,30}?))(?=[^a-z -]|$)\)?"
)
_ZONE_CODE = re.compile(r" ?\(?([a-z]{2,5})(?![a-z'])")
_NO_CODES = frozenset(
    "debug error fatal info trace warn"
    " a ai au aux but by car ce ces dans de des du elle en il ils je la le les ma mais mes mon"
    " ne nous on or ou par pas pour qui sa se ses si son sur ta tu un une vous as at and for from"
    " in is it my of she so the this to we with you".split()
)
_LAST = 59
