"""How many may come in which time."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import attrs

from blogmodel import _checks
from blogmodel.errors import InvalidTypeError, InvalidValueError

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["OverRate", "Rate", "over_rate", "parse_rate"]


@attrs.frozen
class Rate:
    """How many may come within a time.

    Attributes:
        most: how many, at least 1.
        within: the time, above zero. It slides: what came exactly that long ago no longer counts.

    Raises:
        InvalidValueError: there may be none, or the time is not above zero.
        InvalidTypeError: a field is of another type.

    Example:
        >>> from datetime import timedelta
        >>> from blogmodel.moderation import Rate
        >>> str(Rate(3, timedelta(minutes=1)))
        '3/1m'
    """

    most: int
    within: timedelta

    def __attrs_post_init__(self) -> None:
        _checks.count("Rate", "most", self.most)
        if not self.most:
            raise InvalidValueError("Rate", "most", self.most, "1 or more")
        if not isinstance(self.within, timedelta):
            raise InvalidTypeError("Rate", "within", self.within, "a timedelta")
        if self.within <= timedelta(0):
            raise InvalidValueError("Rate", "within", self.within, "a time above zero")

    def __str__(self) -> str:
        for unit, size in reversed(_UNITS.items()):
            if not self.within % size:
                return f"{self.most}/{self.within // size}{unit}"
        return f"{self.most}/{self.within.total_seconds()}s"


@attrs.frozen
class OverRate:
    """A rate that is reached already, so that one more is too many.

    Attributes:
        rate: which.
        count: how many came within its time.
        retry_at: from when on one more may come.
    """

    rate: Rate
    count: int
    retry_at: datetime


def over_rate(rates: Iterable[Rate], times: Iterable[datetime], now: datetime) -> OverRate | None:
    """Tell whether one more, now, is more than some rates allow.

    What is later than now, as clocks that are not the same make it, does not count.

    O(t log t) for t times.

    Args:
        rates: all are to be kept.
        times: when earlier ones came, in any order.
        now: when the one more comes.

    Returns:
        The rate whose turn comes latest, or None where one more may come.

    Raises:
        InvalidValueError: a moment is naive.
        InvalidTypeError: a rate is no Rate, or a moment no datetime.

    Example:
        >>> from datetime import UTC, datetime, timedelta
        >>> from blogmodel.moderation import Rate, over_rate
        >>> now = datetime(2011, 6, 24, 13, 7, tzinfo=UTC)
        >>> over = over_rate([Rate(1, timedelta(seconds=15))], [now - timedelta(seconds=5)], now)
        >>> over.count, over.retry_at - now
        (1, datetime.timedelta(seconds=10))
    """
    _checks.aware("over_rate", "now", now)
    came = sorted(_checks.aware("over_rate", "times", time) for time in times)
    worst: OverRate | None = None
    for rate in rates:
        _checks.instance("over_rate", "rates", rate, Rate, "Rate(3, timedelta(minutes=1))")
        inside = [time for time in came if time <= now and now - time < rate.within]
        if len(inside) < rate.most:
            continue
        over = OverRate(rate, len(inside), inside[-rate.most] + rate.within)
        if worst is None or over.retry_at > worst.retry_at:
            worst = over
    return worst


_UNITS = {
    "s": timedelta(seconds=1),
    "m": timedelta(minutes=1),
    "h": timedelta(hours=1),
    "d": timedelta(days=1),
}
_RATE = re.compile(r"([0-9]{1,9})/([0-9]{1,9})([smhd])")


def parse_rate(text: str) -> Rate:
    """Return the rate that a text such as ``"3/1m"`` tells: 3 within 1 minute.

    Raises:
        InvalidValueError: it tells none.
        InvalidTypeError: it is no str.

    Example:
        >>> from blogmodel.moderation import parse_rate
        >>> parse_rate("1/15s")
        Rate(most=1, within=datetime.timedelta(seconds=15))
    """
    found = _RATE.fullmatch(_checks.string("parse_rate", "text", text).strip())
    if found is None or not int(found[1]) or not int(found[2]):
        raise InvalidValueError(
            "parse_rate", "text", text, "a number and a time, such as '3/1m', '1/15s' or '50/1d'"
        )
    return Rate(int(found[1]), int(found[2]) * _UNITS[found[3]])
