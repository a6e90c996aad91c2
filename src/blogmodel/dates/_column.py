"""A column of dates, as an export has it: day first or month first is settled once for all."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, tzinfo
from enum import Enum
from itertools import pairwise
from math import factorial
from operator import ge, le
from typing import TYPE_CHECKING

import attrs

from blogmodel.dates._context import Context, context
from blogmodel.dates._norms import Order
from blogmodel.dates._parse import read as read_one
from blogmodel.dates._reading import Reading, Refusal
from blogmodel.errors import DateError, InvalidTypeError

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Column", "RefusedText", "SettledBy", "parse_column"]


class SettledBy(Enum):
    """What told the order of the days and months of a column."""

    NO_AMBIGUITY = "no-ambiguity"
    """Both orders give the same dates."""
    FIGURES = "figures"
    """Some dates can be read in one order alone, such as 24/06/2011; none in the other alone."""
    SEQUENCE = "sequence"
    """In one order the column is sorted, in the other it is not."""
    WEEKDAYS = "weekdays"
    """In one order the weekdays that are written are those of the dates."""
    PRESENT = "present"
    """In the other order, some dates would be later than the moment of reading."""
    LOCALE = "locale"
    """Nothing in the column, so that it is the order of the locale."""
    NOTHING = "nothing"
    """No date is read; or some can be read day first alone and some month first alone."""
    CALLER = "caller"
    """The order was given."""


@attrs.frozen(kw_only=True)
class RefusedText:
    """A text of a column that is not read.

    Attributes:
        index: its place in the column, from 0.
        text: the text.
        reason: why it is not read.
        problem: what is wrong, in words, and what would be right.
    """

    index: int
    text: str
    reason: Refusal
    problem: str


@attrs.frozen(kw_only=True, repr=False)
class Column:
    """The dates of a column, and how sure their order is.

    Attributes:
        readings: one for each text, in their order; None where one is refused.
        refused: the texts that are not read, and why.
        order: the order in which all were read; None where the column has both orders.
        settled_by: what told the order.
        confidence: how sure the order is, from 0 to 1: by Laplace's rule of succession, n + 1
            out of n + 2, from n dates that tell it; from n dates in sequence, one less the chance
            that n others are, 2 out of n!; one half where it is the locale's alone; 1 where it was
            given.
        day_first: how many dates can be read day first alone.
        month_first: how many can be read month first alone.
        ambiguous: how many differ by the order.
    """

    readings: tuple[Reading | None, ...]
    refused: tuple[RefusedText, ...]
    order: Order | None
    settled_by: SettledBy
    confidence: float
    day_first: int
    month_first: int
    ambiguous: int

    def __repr__(self) -> str:
        order = "both orders" if self.order is None else self.order.value
        return (
            f"Column({len(self.readings)} texts, {len(self.refused)} refused, {order} by "
            f"{self.settled_by.value}, {self.confidence:.0%})"
        )


def parse_column(
    texts: Iterable[str],
    *,
    locale: str,
    now: datetime,
    tz: tzinfo | str,
    order: Order | str | None = None,
) -> Column:
    """Read a column of dates, with the order of day and month settled once for all of them.

    An export writes all its dates in one order. Dates that can be read in one alone tell it;
    without any, the order in which the written weekdays are right, or the column is sorted, or no
    date is later than now; without these, it is the locale's. Where some dates can be read in
    one order alone and some in the other alone, those that can be read in both are refused.

    Args:
        texts: what to read, each as `parse` does.
        locale: the reader's, one of the norms' own.
        now: the moment of reading, aware.
        tz: the reader's zone, or its name.
        order: the order, where it is known; None to settle it.

    Raises:
        InvalidTypeError: there are no texts, or one is no str.
        InvalidValueError: ``now`` is naive, or there is no such order.
        UnknownLocaleError: CLDR has no such locale.
        UnknownZoneError: there is no such zone.
        StyleError: dates are not read in that locale.

    It reads each text twice.

    Example:
        >>> from datetime import UTC, datetime
        >>> from blogmodel import dates
        >>> now = datetime(2011, 7, 1, tzinfo=UTC)
        >>> texts = ["04/03/2011 09:07:00 AM", "06/24/2011 01:02:03 PM"]
        >>> column = dates.parse_column(texts, locale="fr_CA", now=now, tz="America/Montreal")
        >>> column
        Column(2 texts, 0 refused, month-first by figures, 67%)
        >>> column.readings[0].value.isoformat()
        '2011-04-03T13:07:00+00:00'
    """
    column = _texts(texts)
    given = context("parse_column", locale=locale, now=now, tz=tz, order=order)
    readers = [context("parse_column", locale=locale, now=now, tz=tz, order=each) for each in Order]
    pairs = [tuple(_answer(text, reader) for reader in readers) for text in column]
    day_first = sum(_only(day, month) for day, month in pairs)
    month_first = sum(_only(month, day) for day, month in pairs)
    ambiguous = sum(_differ(day, month) for day, month in pairs)
    counts = (day_first, month_first, ambiguous)
    if order is None:
        settled, settled_by, confidence = _settled(pairs, counts, readers[0])
    else:
        settled, settled_by, confidence = given.order, SettledBy.CALLER, 1.0
    chosen = [
        _chosen(text, day, month, settled) for text, (day, month) in zip(column, pairs, strict=True)
    ]
    return Column(
        readings=tuple(answer if isinstance(answer, Reading) else None for answer in chosen),
        refused=tuple(
            RefusedText(
                index=index,
                text=column[index],
                reason=Refusal(answer.reason),
                problem=answer.problem,
            )
            for index, answer in enumerate(chosen)
            if isinstance(answer, DateError)
        ),
        order=settled,
        settled_by=settled_by,
        confidence=confidence,
        day_first=day_first,
        month_first=month_first,
        ambiguous=ambiguous,
    )


_Answer = Reading | DateError


def _texts(texts: object) -> tuple[str, ...]:
    if isinstance(texts, str) or not isinstance(texts, Iterable):
        raise InvalidTypeError("parse_column", "texts", texts, "several texts, such as a list")
    column = tuple(texts)
    for index, text in enumerate(column):
        if not isinstance(text, str):
            raise InvalidTypeError("parse_column", f"texts[{index}]", text, "a str")
    return column


def _answer(text: str, reader: Context) -> _Answer:
    try:
        return read_one(text, reader)
    except DateError as error:
        return error


def _only(one: _Answer, other: _Answer) -> bool:
    # A clock that was skipped in one order tells nothing of the other.
    impossible = isinstance(other, DateError) and other.reason == Refusal.IMPOSSIBLE_DATE
    return isinstance(one, Reading) and impossible


def _differ(one: _Answer, other: _Answer) -> bool:
    return isinstance(one, Reading) and isinstance(other, Reading) and one != other


def _settled(
    pairs: Sequence[tuple[_Answer, ...]], counts: tuple[int, int, int], reader: Context
) -> tuple[Order | None, SettledBy, float]:
    """Return the order of a column, what tells it, and how sure it is."""
    day_first, month_first, ambiguous = counts
    read = any(isinstance(answer, Reading) for pair in pairs for answer in pair)
    if not read or (day_first and month_first):
        return None, SettledBy.NOTHING, 0.0
    if day_first or month_first:
        order = Order.DAY_FIRST if day_first else Order.MONTH_FIRST
        return order, SettledBy.FIGURES, _succession(day_first + month_first)
    if not ambiguous:
        return reader.norms.order, SettledBy.NO_AMBIGUITY, 1.0
    return _by_evidence(pairs, reader) or (reader.norms.order, SettledBy.LOCALE, 0.5)


def _by_evidence(
    pairs: Sequence[tuple[_Answer, ...]], reader: Context
) -> tuple[Order, SettledBy, float] | None:
    """Return the order of a column in which each date can be read in both, if anything tells it."""
    wrong = [sum(map(_weekday_wrong, answers)) for answers in zip(*pairs, strict=True)]
    if min(wrong) == 0 < max(wrong):
        return tuple(Order)[wrong.index(0)], SettledBy.WEEKDAYS, _succession(max(wrong))
    moments = {
        order: [_moment(read) for pair in pairs if isinstance(read := pair[place], Reading)]
        for place, order in enumerate(Order)
    }
    in_order = [order for order in Order if _is_sorted(moments[order])]
    many = len(set(moments[reader.norms.order]))
    if len(in_order) == 1 and many >= _A_SEQUENCE:
        return in_order[0], SettledBy.SEQUENCE, 1 - 2 / factorial(min(many, _MANY))
    later = {order: sum(map(reader.now.__lt__, moments[order])) for order in Order}
    past = [order for order in Order if not later[order]]
    if len(past) == 1:
        return past[0], SettledBy.PRESENT, _succession(max(later.values()))
    return None


def _weekday_wrong(answer: _Answer) -> bool:
    return isinstance(answer, Reading) and answer.weekday_disagrees


def _succession(times: int) -> float:
    return (times + 1) / (times + 2)


def _moment(reading: Reading) -> datetime:
    """Return the first moment of a reading, to put readings in order."""
    value = reading.value
    if isinstance(value, datetime):
        return value
    return datetime(value.year, value.month, value.day, tzinfo=UTC)


def _is_sorted(moments: Sequence[datetime]) -> bool:
    return any(all(before(*pair) for pair in pairwise(moments)) for before in (le, ge))


def _chosen(text: str, day: _Answer, month: _Answer, order: Order | None) -> _Answer:
    if order is None:
        if _differ(day, month):
            return DateError(
                text, Refusal.AMBIGUOUS, "the column has dates in both orders; give the order"
            )
        return day if isinstance(day, Reading) else month
    return day if order is Order.DAY_FIRST else month


_A_SEQUENCE, _MANY = 3, 20
