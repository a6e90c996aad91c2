"""Moments: when things are written, at the edges of calendars, clocks and zones too."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from functools import lru_cache

from hypothesis import strategies as st

from blogmodel import _checks
from blogmodel.dates._zones import in_zone
from blogmodel.dates._zones import zone as zone_of
from blogmodel.errors import InvalidValueError
from blogmodel.testing.strategies._choices import check_sizes, from_bank

__all__ = ["START", "moments", "stamps"]

START = datetime(2011, 6, 24, 13, 7, tzinfo=UTC)
"""When the conversations that are drawn begin; what moments shrink to."""


def moments(
    *,
    earliest: datetime | None = None,
    latest: datetime | None = None,
    zone: tzinfo | str = "America/Toronto",
) -> st.SearchStrategy[datetime]:
    """Return a strategy for aware datetimes in UTC; it shrinks to ``START``, or near it.

    Most of what is drawn is an edge, or right beside one: the hours that a zone skips and those
    that it has twice, midnights, the ends of years, leap days, the last microsecond of a second,
    1970, 2038. The years 1 and 9999 are drawn only where the bounds let them.

    Args:
        earliest: the first moment; None for the year 1900.
        latest: the last one; None for the year 2100.
        zone: whose clocks change, by its name in the IANA database or as such.

    Raises:
        InvalidValueError: a bound is naive, or the latest is before the earliest.
        InvalidTypeError: a bound is no datetime.
        UnknownZoneError: there is no such zone.

    Example:
        >>> from datetime import UTC, datetime
        >>> from hypothesis import find
        >>> from blogmodel.testing import strategies as blog
        >>> str(find(blog.moments(), lambda moment: True))
        '2011-06-24 13:07:00+00:00'
        >>> old = blog.moments(latest=datetime(2009, 1, 1, tzinfo=UTC))
        >>> str(find(old, lambda moment: True))
        '2009-01-01 00:00:00+00:00'
    """
    first = _bound("moments", "earliest", earliest, _EARLIEST)
    last = _bound("moments", "latest", latest, _LATEST)
    if last < first:
        raise InvalidValueError("moments", "latest", last, f"{first} or later, as earliest is")
    plain = min(max(START, first), last)
    edges = [edge for edge in _edges(zone_of(zone)) if first <= edge <= last]
    any_moment = st.datetimes(
        first.replace(tzinfo=None), last.replace(tzinfo=None), timezones=st.just(UTC)
    )
    an_edge = from_bank([plain, *edges, first, last])
    return st.one_of(an_edge, an_edge, any_moment)


_EARLIEST = datetime(1900, 1, 1, tzinfo=UTC)
_LATEST = datetime(2100, 1, 1, tzinfo=UTC)


def stamps(
    *,
    min_size: int = 0,
    max_size: int = 12,
    different: int = 3,
    apart: timedelta = timedelta(minutes=1),
    since: datetime = START,
) -> st.SearchStrategy[list[datetime]]:
    """Return a strategy for lists of moments in UTC of which many are equal, in any order.

    It shrinks to lists of ``since`` alone.

    Args:
        min_size: how many there are at least.
        max_size: how many there are at most.
        different: how many different ones there may be.
        apart: what is between one of these and the next.
        since: the first of these.

    Raises:
        InvalidValueError: the sizes do not go together, none is to be different, or ``since`` is
            naive or so late that others would be past the year 9999.
        InvalidTypeError: an argument is of another type.

    Example:
        >>> from hypothesis import find
        >>> from blogmodel.testing import strategies as blog
        >>> [moment.minute for moment in find(blog.stamps(), lambda many: len(set(many)) == 2)]
        [7, 8]
    """
    check_sizes("stamps", min_size, max_size)
    _checks.count("stamps", "different", different)
    if not different:
        raise InvalidValueError("stamps", "different", different, "1 or more")
    first = _bound("stamps", "since", since, START)
    try:
        moments = [first + number * apart for number in range(different)]
    except OverflowError:
        raise InvalidValueError(
            "stamps", "since", since, f"such that {different} moments {apart} apart are dates"
        ) from None
    return st.lists(from_bank(moments), min_size=min_size, max_size=max_size)


def _bound(owner: str, field: str, moment: datetime | None, default: datetime) -> datetime:
    return _checks.moment(owner, field, moment) or default


@lru_cache(maxsize=32)
def _edges(zone: tzinfo) -> tuple[datetime, ...]:
    """Return the moments that programs trip over, each with those right beside it."""
    return tuple(
        dict.fromkeys(
            edge + beside for edge in (*_of_zone(zone), *_OF_CALENDARS) for beside in _BESIDE
        )
    )


_MICROSECOND = timedelta(microseconds=1)
_BESIDE = (
    timedelta(0),
    -_MICROSECOND,
    -timedelta(seconds=1),
    timedelta(seconds=1),
    -timedelta(minutes=30),
    timedelta(minutes=30),
)
_OF_CALENDARS = tuple(
    datetime(*fields, tzinfo=UTC)  # type: ignore[misc]
    for fields in (
        *((2000, 2, 29), (2008, 2, 29, 23, 59, 59, 999_999), (2012, 2, 29, 12), (2011, 2, 28)),
        *((1900, 3, 1), (2010, 1, 1), (1999, 12, 31, 23, 59, 59), (2000, 1, 1)),
        # The first moment of Unix, and the last that 32 bits hold.
        *((1970, 1, 1), (2038, 1, 19, 3, 14, 7), (1901, 12, 13, 20, 45, 52)),
        # The calendar of most of Europe begins; Excel's has a day that was none.
        *((1582, 10, 15), (1900, 2, 28)),
    )
)


def _of_zone(zone: tzinfo) -> Iterator[datetime]:
    """Yield when the clocks of a zone change, and some of its midnights."""
    for year in (1987, 2007, 2011):
        yield from _changes(zone, year)
    for month, day in ((1, 1), (6, 24), (12, 31)):
        yield datetime(2011, month, day, tzinfo=zone).astimezone(UTC)


def _changes(zone: tzinfo, year: int) -> Iterator[datetime]:
    """Yield the moments of a year at which the offset of a zone changes."""
    day = timedelta(days=1)
    before = datetime(year, 1, 1, tzinfo=UTC)
    while before.year == year:
        after = before + day
        if _offset(zone, before) != _offset(zone, after):
            yield _change(zone, before, after)
        before = after


def _change(zone: tzinfo, before: datetime, after: datetime) -> datetime:
    """Return the first second with the offset that a zone has after."""
    second = timedelta(seconds=1)
    while after - before > second:
        middle = before + (after - before) // second // 2 * second
        if _offset(zone, middle) == _offset(zone, before):
            before = middle
        else:
            after = middle
    return after


def _offset(zone: tzinfo, moment: datetime) -> timedelta | None:
    return in_zone("moments", "zone", moment, zone).utcoffset()
