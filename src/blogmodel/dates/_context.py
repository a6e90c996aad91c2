"""What a reader of dates is told: the moment of reading, the zone, and the order of figures."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from blogmodel.dates._locales import norms_of
from blogmodel.dates._norms import NORMS, Norms, Order
from blogmodel.dates._reading import Refusal
from blogmodel.dates._zones import aware, zone
from blogmodel.errors import InvalidTypeError, InvalidValueError, StyleError, UnknownZoneError

if TYPE_CHECKING:
    from blogmodel.dates._plain import Places

__all__ = ["Context", "Figures", "Refused", "context"]


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

    owner: str
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
            try:
                self._here = self.now.astimezone(self.tz)
            except OverflowError:
                raise InvalidValueError(
                    self.owner, "now", self.now, "between the years 1 and 9999 in the reader's zone"
                ) from None
        return self._here

    @property
    def today(self) -> date:
        """The day of reading in the reader's zone."""
        return self.here.date()

    def place(self, at: int) -> int:
        """Return where in the source a place of the plain text is."""
        return at if self.places is None else self.places[at]

    def written(self, start: int, stop: int) -> str:
        """Return what the source has for a part of the plain text."""
        return self.source[self.place(start) : self.place(stop)]

    def full_year(self, short: int) -> int:
        """Return the year of two figures: at most 19 years ahead, 80 back, as ICU has it."""
        first = self.here.year - _YEARS_BACK
        return first + (short - first) % 100

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
        here = self.tz
        twice = False
        local = datetime(*figures, UTC)  # noqa: DTZ001 - it has one
        if offset is None:
            offset = here.utcoffset(datetime(*figures, here))  # noqa: DTZ001 - it has one
            again = datetime(*figures, here, fold=1)  # noqa: DTZ001 - it has one
            second = here.utcoffset(again)
            if offset is None or second is None:
                raise UnknownZoneError(self.tz)
            if offset < second:
                raise Refused(
                    Refusal.SKIPPED_CLOCK,
                    f"clocks were put forward over {local:%H:%M} that day in {self.tz}",
                    stop,
                )
            twice = offset != second
        try:
            return local - offset, twice
        except OverflowError:
            raise Refused(
                Refusal.OUT_OF_RANGE, "in UTC it is not between the years 1 and 9999", stop
            ) from None


def context(
    owner: str, *, locale: str, now: datetime, tz: tzinfo | str, order: Order | None
) -> Context:
    """Return what a reader was told, once it is checked."""
    norms = NORMS.get(locale) if type(locale) is str else None
    norms = norms or norms_of(locale)
    if norms is None:
        raise StyleError(
            "parse", locale, "dates are read for fr, fr_CA, fr_BE, fr_CH, en and en_CA"
        )
    if order is not None and not isinstance(order, Order):
        raise InvalidTypeError(owner, "order", order, "one of Order.DAY_FIRST, Order.MONTH_FIRST")
    here = tz if isinstance(tz, tzinfo) else zone(tz)
    return Context(owner, norms, aware(owner, "now", now), here, order)


_YEARS_BACK = 80
