"""What a text is expected to be read as."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from blogmodel.testing._dates_bench import NOW, DatesBench, visible
from blogmodel.testing._handle import Broken
from blogmodel.testing.naive._dates import MONTHS

__all__ = [
    "expect_day",
    "expect_instant",
    "expect_moment",
    "expect_refusal",
    "in_words",
    "number_of",
]


def in_words(day: date) -> str:
    """Return a day as the norm has it."""
    return f"{number_of(day)} {MONTHS[day.month - 1]} {day.year}"


def number_of(day: date) -> str:
    """Return the number of a day in its month as the norm has it."""
    return "1er" if day.day == 1 else str(day.day)


def expect_day(
    bench: DatesBench, text: str, day: date, now: datetime = NOW, asked: Sequence[str] = ()
) -> None:
    """Require a text to be read as a day, or as any moment of it in the zone."""
    came = _read(bench, text, now, asked)
    got = bench.there(came).date() if isinstance(came, datetime) else came
    if got is None:
        raise Broken(f"{visible(text)} is refused; it is {day}")
    if got != day:
        raise Broken(f"{visible(text)} is read as {got} in {bench.zone.key}; it is {day}")


def expect_moment(
    bench: DatesBench, text: str, there: datetime, now: datetime = NOW, asked: Sequence[str] = ()
) -> None:
    """Require a text to be read as a moment at which the zone's clocks show a time.

    A time that clocks skip says nothing, and of one that they show twice either moment is right.
    """
    twins = [there.replace(tzinfo=bench.zone, fold=fold).astimezone(UTC) for fold in (0, 1)]
    if bench.there(twins[0]).replace(tzinfo=None) != there:
        return
    _expect_one_of(bench, text, twins, now, asked)


def expect_instant(bench: DatesBench, text: str, *right: datetime, now: datetime = NOW) -> None:
    """Require a text to be read as one of some moments."""
    _expect_one_of(bench, text, right, now, ())


def _expect_one_of(
    bench: DatesBench,
    text: str,
    right: Sequence[datetime],
    now: datetime,
    asked: Sequence[str],
) -> None:
    came = _read(bench, text, now, asked)
    bench.asked.append(f"it is:     {bench.told(right[0])}")
    if came is None:
        raise Broken(f"{visible(text)} is refused")
    if not isinstance(came, datetime):
        raise Broken(f"{visible(text)} is read as {came}, without its clock")
    if came not in right:
        raise Broken(f"{visible(text)} is read as another moment than the one it tells")


def expect_refusal(bench: DatesBench, text: str, reason: str) -> None:
    """Require a text to be refused."""
    came = bench.read(text)
    if came is not None:
        raise Broken(f"{visible(text)} is read as {came}; {reason}")


def _read(bench: DatesBench, text: str, now: datetime, asked: Sequence[str]) -> date | None:
    came = bench.read(text, now)
    bench.asked[:0] = asked
    return came
