"""Dates for machines: RFC 3339, and HTML's <time> with what people read beside it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from html import escape
from typing import TYPE_CHECKING

import attrs

from blogmodel import _checks
from blogmodel.dates._format import Formatter, has_clock
from blogmodel.dates._moments import local_day
from blogmodel.dates._styles import Style
from blogmodel.dates._zones import in_zone, zone

if TYPE_CHECKING:
    from datetime import tzinfo

__all__ = ["TimeElement", "rfc3339", "time_element"]


def rfc3339(moment: datetime, *, tz: tzinfo | str | None = None) -> str:
    """Write a moment by RFC 3339, as feeds, JSON and HTML have it.

    Without a zone it is in UTC, with ``Z``. With one it is the local time there with its offset,
    ``+00:00`` where that is none. Where the offset has seconds, as before zones were uniform, RFC
    3339 cannot tell it, and the moment is in UTC. Fractions are told to the microsecond, or
    left out where there are none.

    Args:
        moment: an aware datetime.
        tz: the zone to tell it in, or its IANA name.

    Raises:
        InvalidValueError: the moment is naive, or outside the years 1 to 9999 in that zone.
        UnknownZoneError: ``tz`` is no zone.

    >>> from datetime import UTC, datetime
    >>> moment = datetime(2011, 6, 24, 13, 7, tzinfo=UTC)
    >>> rfc3339(moment)
    '2011-06-24T13:07:00Z'
    >>> rfc3339(moment, tz="America/Montreal")
    '2011-06-24T09:07:00-04:00'

    Source: RFC 3339, section 5.6.
    """
    if tz is not None:
        there = in_zone("rfc3339", "moment", moment, zone(tz))
        offset = there.utcoffset()
        if offset is not None and not offset.total_seconds() % 60:
            return there.isoformat()
    return f"{in_zone('rfc3339', 'moment', moment, UTC).replace(tzinfo=None).isoformat()}Z"


@attrs.frozen
class TimeElement:
    """A date for people and for machines: HTML's ``<time>``.

    Templates that escape what they are given leave it as it is: ``str`` of it is safe HTML, and so
    is what they ask of ``__html__``.

    Attributes:
        machine: the date for machines, unescaped.
        text: the date for people, unescaped.
        title: what is shown where one points at it, unescaped; None for nothing.

    Raises:
        InvalidTypeError: one of them is no str.

    >>> print(TimeElement("2011-06", "juin 2011"))
    <time datetime="2011-06">juin 2011</time>

    Source: HTML Living Standard, the time element.
    """

    machine: str
    text: str
    title: str | None = None

    def __attrs_post_init__(self) -> None:
        _checks.text("TimeElement", "machine", self.machine)
        _checks.text("TimeElement", "text", self.text)
        _checks.optional_text("TimeElement", "title", self.title)

    def __str__(self) -> str:
        title = "" if self.title is None else f' title="{escape(self.title)}"'
        return f'<time datetime="{escape(self.machine)}"{title}>{escape(self.text)}</time>'

    def __html__(self) -> str:
        return str(self)


def time_element(
    moment: date, style: Style | str, *, locale: str, tz: tzinfo | str | None = None
) -> TimeElement:
    """Write a date for people and for machines.

    For machines it is as exact as the style: the month alone for ``MONTH``, the day for styles
    without a clock and for dates, and otherwise the moment by RFC 3339, in UTC. The arguments and
    errors are those of `format`.

    >>> from datetime import UTC, datetime
    >>> moment = datetime(2011, 6, 24, 13, 7, tzinfo=UTC)
    >>> print(time_element(moment, "stamp", locale="fr", tz="Europe/Paris"))
    <time datetime="2011-06-24T13:07:00Z">24 juin 2011 à 15:07</time>
    """
    formatter = Formatter(style, locale=locale, tz=tz)
    text = formatter(moment)
    return TimeElement(_machine(moment, formatter), text)


def _machine(moment: date, formatter: Formatter) -> str:
    if isinstance(moment, datetime) and has_clock(formatter.style):
        return rfc3339(moment)
    day = local_day("time_element", "moment", moment, formatter.tz).isoformat()
    return day[: len("2011-06")] if formatter.style is Style.MONTH else day
