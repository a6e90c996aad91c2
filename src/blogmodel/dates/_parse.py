"""Dates read from texts: one from a text that tells one, or all of a running text."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from difflib import get_close_matches
from typing import TYPE_CHECKING

import attrs

from blogmodel.dates._clocks import clock_first
from blogmodel.dates._context import Context, Refused, context
from blogmodel.dates._plain import plain
from blogmodel.dates._reading import Form, Precision, Reading, Refusal
from blogmodel.dates._rest import is_joined, refuse_rest
from blogmodel.dates._scan import date_at, dates_in
from blogmodel.dates._words import MONTH, MONTH_NAMES, NUMBER, WEEKDAY
from blogmodel.errors import DateError, InvalidTypeError

if TYPE_CHECKING:
    from datetime import tzinfo

    from blogmodel.dates._norms import Order

__all__ = ["find", "parse", "read"]


def parse(
    text: str,
    *,
    locale: str,
    now: datetime,
    tz: tzinfo | str,
    order: Order | str | None = None,
) -> Reading:
    """Read the one date that a text tells, or refuse it.

    The text may be the date alone, or have a place before it (« Montréal, le 3 juin 2011 ») or a
    sentence around it (« Écrit par Zoé le 3 juin 2011 à 9 h 07 »), with any spaces, hyphens and
    apostrophes, composed or not, with or without its accents. French and English are both read,
    whatever the locale. What is not told is taken from ``now``: a day without a year is the last
    such day that was, and a clock alone is today's.

    Args:
        text: what to read.
        locale: the reader's, one of the norms' own; it tells the order of figures.
        now: the moment of reading, aware.
        tz: the reader's zone, or its name; a zone that the text tells wins over it.
        order: the order of day and month in figures, or its value such as ``"month-first"``; None
            for that of the locale.

    Raises:
        DateError: it is not read; ``reason`` tells why.
        InvalidTypeError: the text is no str, or an argument is of another type than told.
        InvalidValueError: ``now`` is naive, the zone does not tell its offset, or there is no such
            order.
        UnknownLocaleError: CLDR has no such locale.
        UnknownZoneError: there is no such zone.
        StyleError: dates are not read in that locale.

    It takes time linear in the text.

    Example:
        >>> from datetime import UTC, datetime
        >>> from blogmodel import dates
        >>> now = datetime(2011, 6, 26, 12, tzinfo=UTC)
        >>> told = dates.parse("le 24 juin, à 9 h 07", locale="fr", now=now, tz="Europe/Paris")
        >>> told.value.isoformat(), told.precision
        ('2011-06-24T07:07:00+00:00', <Precision.MINUTE: 'minute'>)
    """
    return read(text, context("parse", locale=locale, now=now, tz=tz, order=order))


def find(
    text: str,
    *,
    locale: str,
    now: datetime,
    tz: tzinfo | str,
    order: Order | str | None = None,
) -> tuple[Reading, ...]:
    """Find all the dates of a running text, in order.

    What looks like a date and cannot be read is left out: `parse` says why. A clock or a duration
    is no date in a running text, save beside a day and after « il y a » or « dans ».

    Args:
        text: where to look.
        locale: as for `parse`, and so are the others.
        now: the moment of reading.
        tz: the reader's zone.
        order: the order of day and month in figures.

    Raises:
        InvalidTypeError: the text is no str, or an argument is of another type than told.
        InvalidValueError: ``now`` is naive, the zone does not tell its offset, or there is no such
            order.
        UnknownLocaleError: CLDR has no such locale.
        UnknownZoneError: there is no such zone.
        StyleError: dates are not read in that locale.

    It takes time linear in the text.

    Example:
        >>> from datetime import UTC, datetime
        >>> from blogmodel import dates
        >>> now = datetime(2011, 6, 26, 12, tzinfo=UTC)
        >>> text = "Né le 1er mai 2009, ce blogue a fermé avant-hier."
        >>> found = dates.find(text, locale="fr_CA", now=now, tz="America/Montreal")
        >>> [text[reading.start : reading.stop] for reading in found]
        ['le 1er mai 2009', 'avant-hier']
    """
    reader = context("find", locale=locale, now=now, tz=tz, order=order)
    bare = _taken(text, reader)
    reader.alone = False
    found = [read for read in dates_in(bare, reader) if isinstance(read, Reading)]
    return tuple(_placed(read, reader) for read in found if not is_joined(bare, read))


def read(text: str, reader: Context) -> Reading:
    """Read the one date of a text for a reader.

    Raises:
        DateError: it is not read.
        InvalidTypeError: it is no str.
    """
    bare = _taken(text, reader)
    if bare[10:11] == "t":
        stamp = _stamp(text)
        if stamp is not None:
            return stamp
    start = 0 if bare[:1].isalnum() else _OPENING.match(bare).end()  # type: ignore[union-attr]
    if start == len(bare):
        raise DateError(text, Refusal.NO_DATE, "there is nothing in it; give a date")
    try:
        reader.alone = True
        found = date_at(bare, start, reader)
        if found is None or not (found.stop == len(bare) or _CLOSING.fullmatch(bare, found.stop)):
            reader.alone = False
            found = _only(bare, reader)
    except Refused as refused:
        raise DateError(text, refused.reason, refused.problem) from None
    return _placed(found, reader)


def _stamp(text: str) -> Reading | None:
    """Read a whole text by RFC 3339, as programs write it; None for what has to be looked into."""
    match = _RFC_3339.fullmatch(text)
    if match is None:
        return None
    try:
        there = datetime.fromisoformat(text)
        value = there.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return Reading(
        value=value,
        precision=Precision.SECOND,
        form=Form.ISO,
        start=0,
        stop=len(text),
        offset=there.utcoffset(),
    )


def _taken(text: object, reader: Context) -> str:
    if not isinstance(text, str):
        raise InvalidTypeError(reader.owner, "text", text, "a str")
    bare, reader.places = plain(text)
    reader.source = text
    return bare


def _placed(reading: Reading, reader: Context) -> Reading:
    """Return a reading with its places in the source."""
    if reader.places is None:
        return reading
    start, stop = reader.place(reading.start), reader.place(reading.stop)
    return attrs.evolve(reading, start=start, stop=stop)


def _only(bare: str, reader: Context) -> Reading:
    """Return the only date of a text that holds more than it.

    Raises:
        Refused: there is none, or several, or what stands beside it may belong to it.
    """
    found: Reading | None = None
    for read_ in dates_in(bare, reader):
        if isinstance(read_, Refused):
            raise read_
        if found is not None:
            raise Refused(
                Refusal.SEVERAL_DATES,
                f"there is more than one: « {reader.written(found.start, found.stop)} », "
                f"« {reader.written(read_.start, read_.stop)} »; find() gives them all",
                read_.stop,
            )
        found = read_
    if found is None:
        raise _none_in(bare, reader)
    refuse_rest(bare, found, reader)
    return found


def _none_in(bare: str, reader: Context) -> Refused:
    """Say why a text has no date."""
    told = bare.strip(" ,;:!?\"'()[]«»")
    stop = len(bare)
    for pattern, reason, problem in _BARE:
        if pattern.fullmatch(told):
            return Refused(reason, problem, stop)
    match = _LIKE_A_DATE.search(bare)
    if match is not None:
        written = reader.written(*match.span(match.lastindex or 0))
        names = MONTH_NAMES[reader.norms.language]
        near = get_close_matches(match[match.lastindex or 0], names, 1)
        hint = f"; did you mean « {near[0]} »?" if near else ""
        return Refused(Refusal.UNKNOWN_MONTH, f"« {written} » is no month{hint}", stop)
    match = _LIKE_A_CLOCK.search(bare)
    if match is None:
        return Refused(Refusal.NO_DATE, "there is none in it", stop)
    written = reader.written(*match.span())
    if clock_first(bare, match.start()) is None:
        return Refused(Refusal.IMPOSSIBLE_CLOCK, f"no clock shows « {written} »", stop)
    return Refused(Refusal.NO_DATE, f"« {written} » in a sentence tells no day", stop)


_RFC_3339 = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,9})?"
    r"(?:Z|[+-](?:0[0-9]|1[0-5]):[0-5][0-9])"
)
_OPENING = re.compile(r"(?:[\s\"'«“(\[*•·|>,;:.…]|-(?= ))*")
_CLOSING = re.compile(r"[\s.,;:!?…\"'»”)\]|-]*")
_BARE = (
    (
        re.compile("(?:en |in |l'an |l'annee |annee )?[0-9]{4}\\.?"),
        Refusal.BARE_YEAR,
        "a year alone is no date; give at least its month",
    ),
    (
        re.compile(rf"(?!an?$){NUMBER}|[0-9]+(?:[.,][0-9]+)?"),
        Refusal.BARE_NUMBER,
        "a number alone is no date",
    ),
    (
        re.compile(rf"(?:en |in |au mois de |mois de |de |d')?{MONTH}\.?"),
        Refusal.BARE_MONTH,
        "a month alone is no date; give its year",
    ),
    (
        re.compile(rf"(?:le |on )?{WEEKDAY}\.?"),
        Refusal.AMBIGUOUS,
        "which one? say « dernier » or « prochain », or give its date",
    ),
)
_LIKE_A_DATE = re.compile(
    r"(?<![\w.,])[0-9]{1,2}(?:er|st|nd|rd|th)?[ -]([^\W\d]{3,12})\.?,?[ -][0-9]{4}(?![\w])"
    r"|(?<![\w])([^\W\d]{3,12})\.? [0-9]{1,2}, ?[0-9]{4}(?![\w])"
)
_LIKE_A_CLOCK = re.compile(r"(?<![\w.,:/-])[0-9]{1,3}(?: ?h ?[0-9]{0,2}|:[0-9]{2})(?![\w:])")
