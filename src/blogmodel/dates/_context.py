"""What a reader of dates is told: the moment of reading, the zone, and the order of figures."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from blogmodel import _checks
from blogmodel.dates._locales import required_norms
from blogmodel.dates._norms import NORMS, Norms, Order
from blogmodel.dates._reading import Refusal
from blogmodel.dates._zones import in_zone, zone
from blogmodel.errors import InvalidValueError

if TYPE_CHECKING:
    from blogmodel.dates._plain import Places

__all__ = ["Context", "Figures", "Refused", "beyond", "context"]


Figures = tuple[int, int, int, int, int, int, int]
"""What a clock and a calendar show: year, month, day, hour, minute, second and microsecond."""


class Refused(Exception):  # noqa: N818 - it never leaves the room: readers get a DateError
    """Something at this place looks like a date and cannot be read.

    Attributes:
        reason: why not.
        problem: what is wrong, in words, and what would be right.
        stop: where it ends in the plain text.
    """

    def __init__(self, reason: Refusal, problem: str, stop: int) -> None:
        super().__init__(reason, problem, stop)
        self.reason = reason
        self.problem = problem
        self.stop = stop


def beyond(stop: int) -> Refused:
    """Return the refusal of what no date holds."""
    return Refused(Refusal.OUT_OF_RANGE, "it is not between the years 1 and 9999", stop)


class Context:
    """One reader's place and moment, and the text at hand.

    Attributes:
        owner: the public call, by which its errors name it.
        norms: those of the reader's locale.
        now: the moment of reading.
        tz: the reader's zone.
        order: the order of days and months in figures.
        source: the text as it was given.
        places: where its plain form's characters are in it.
        alone: whether a date is to be the whole text: a clock or a duration is one only then.
    """

    alone = True
    source = ""
    places: Places = None
    _here: datetime | None = None

    def __init__(
        self, owner: str, norms: Norms, now: datetime, tz: tzinfo, order: Order | None
    ) -> None:
        self.owner = owner
        self.norms = norms
        self.now = now
        self.tz = tz
        self.order = order or norms.order

    @property
    def here(self) -> datetime:
        """The moment of reading on the reader's clock."""
        if self._here is None:
            self._here = in_zone(self.owner, "now", self.now, self.tz)
        return self._here

    @property
    def today(self) -> date:
        """The day of reading in the reader's zone."""
        return self.here.date()

    def place(self, at: int) -> int:
        """Return where in the source a place of the plain text is."""
        return at if self.places is None else self.places[min(at, len(self.places) - 1)]

    def written(self, start: int, stop: int) -> str:
        """Return what the source has for a part of the plain text."""
        return self.source[self.place(start) : self.place(stop)]

    def full_year(self, short: int) -> int:
        """Return the year of two figures: at most 19 years ahead, 80 back, as ICU has it."""
        first = self.here.year - _YEARS_BACK
        year = first + (short - first) % 100
        if not date.min.year <= year <= date.max.year:
            raise beyond(0)
        return year

    @property
    def utc(self) -> datetime:
        """The moment of reading in UTC."""
        return in_zone(self.owner, "now", self.now, UTC)

    def offsets(self, figures: Figures) -> tuple[timedelta, ...]:
        """Return from which offsets the reader's clocks show that: one, two or none.

        Two stand in the order of their moments.
        """
        here = self.tz
        if isinstance(here, _KNOW_FOLDS):
            first = here.utcoffset(datetime(*figures, here)) or _ZERO  # noqa: DTZ001 - it has one
            again = datetime(*figures, here, fold=1)  # noqa: DTZ001 - it has one
            second = here.utcoffset(again) or _ZERO
            if first == second:
                return (first,)
            return () if first < second else (first, second)
        # Other classes do not all know folds, but all can tell what their clocks show at a moment.
        local = datetime(*figures, UTC)  # noqa: DTZ001 - it has one
        near = {self._offset(local, days) for days in (-1, 0, 1)}
        return tuple(offset for offset in sorted(near, reverse=True) if self._shows(local, offset))

    def _offset(self, local: datetime, days: int) -> timedelta:
        try:
            there = self._there(local + timedelta(days))
        except OverflowError:
            return _ZERO
        return there.utcoffset() or _ZERO

    def _shows(self, local: datetime, offset: timedelta) -> bool:
        try:
            there = self._there(local - offset)
        except OverflowError:
            return True  # What is beyond the years is refused as such.
        return there.replace(tzinfo=UTC, fold=0) == local

    def _there(self, moment: datetime) -> datetime:
        try:
            return moment.astimezone(self.tz)
        except OverflowError:
            raise
        except Exception as error:  # A zone is foreign code, and raises what it likes.
            raise InvalidValueError(
                self.owner, "tz", self.tz, f"a zone that tells its offset ({error!r})"
            ) from error

    def moment(
        self, figures: Figures, offset: timedelta | None, stop: int
    ) -> tuple[datetime, bool]:
        """Return a clock's time in UTC, and whether the reader's clocks showed it twice.

        Args:
            figures: year, month, day, hour, minute, second and microsecond.
            offset: that of the zone that the text tells, or None.
            stop: where it ends in the plain text.

        Raises:
            Refused: the reader's clocks skipped it, or it is beyond the years of datetimes.
        """
        twice = False
        local = datetime(*figures, UTC)  # noqa: DTZ001 - it has one
        if offset is None:
            offsets = self.offsets(figures)
            if not offsets:
                raise Refused(
                    Refusal.SKIPPED_CLOCK,
                    f"clocks were put forward over {local:%H:%M} that day in {self.tz}",
                    stop,
                )
            offset, twice = offsets[0], len(offsets) > 1
        try:
            return local - offset, twice
        except OverflowError:
            raise beyond(stop) from None


def context(
    owner: str, *, locale: str, now: datetime, tz: tzinfo | str, order: Order | str | None
) -> Context:
    """Return what a reader was told, once it is checked."""
    norms = NORMS.get(locale) if type(locale) is str else None
    norms = norms or required_norms(owner, locale)
    here = tz if isinstance(tz, tzinfo) else zone(tz)
    known = None if order is None else _order(owner, order)
    return Context(owner, norms, _checks.aware(owner, "now", now), here, known)


def _order(owner: str, order: object) -> Order:
    try:
        return Order(order)
    except ValueError:
        names = ", ".join(repr(known.value) for known in Order)
        raise InvalidValueError(owner, "order", order, f"one of {names}, or None") from None


_YEARS_BACK, _ZERO = 80, timedelta(0)
_KNOW_FOLDS = (ZoneInfo, timezone)
