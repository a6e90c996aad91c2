"""The day that is written: the zone's, in the calendar's year, under its own names."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, timezone

from hypothesis import strategies as st

from blogmodel.errors import shown
from blogmodel.testing._dates_bench import DatesBench
from blogmodel.testing._handle import Broken, require
from blogmodel.testing.laws._dates_making import CLOCKS, DAYS, date_law
from blogmodel.testing.naive._dates import (
    MONTHS,
    WEEKDAYS,
    Name,
    clock_changes,
    days_in,
    figures_in,
    months_in,
    weekdays_in,
    years_in,
)

__all__ = [
    "day_of_the_zone",
    "equal_instants_alike",
    "every_moment_is_written",
    "numeric_dates",
    "true_names",
    "year_of_the_calendar",
]

_FAR = st.datetimes(
    datetime(1000, 1, 2),  # noqa: DTZ001 - bounds have no zone
    datetime(9998, 12, 30),  # noqa: DTZ001 - as above
    timezones=st.just(UTC),
)
_SECOND = timedelta(seconds=1)


@date_law(
    "every-moment-is-written",
    "Every moment is written, without an error and not as nothing.",
    _FAR,
    needs="format",
)
def every_moment_is_written(bench: DatesBench, moment: datetime) -> None:
    """Require a text of a moment, and of those around the changes of clocks in its year."""
    around = (
        change + step for change in clock_changes(bench.zone, moment.year) for step in _AROUND
    )
    for each in (moment, *around):
        text = bench.write(each)
        if not text.strip():
            raise Broken("nothing is written")


_AROUND = (-_SECOND, timedelta(0), timedelta(minutes=30), timedelta(hours=1))


@date_law(
    "day-of-the-zone",
    "The day that is written is the day in the zone, from midnight to midnight.",
    DAYS,
    needs="format",
)
def day_of_the_zone(bench: DatesBench, day: date) -> None:
    """Require the day of the month to be the zone's, and month and weekday not to change in it."""
    noon = bench.at(day)
    named = _named(bench.write(noon))
    at_noon = list(bench.asked)
    for clock in (time(12), time(0), time(0, 30), time(23, 30), time(23, 59, 59)):
        moment = bench.at(day, clock)
        there = bench.there(moment)
        text = bench.write(moment)
        for told in _days_told(text, there.day):
            if told != there.day:
                raise Broken(
                    f"{shown(text)} tells the day {told}; in {bench.zone.key} it is {there.date()}"
                )
        if _named(text) != named and there.date() == bench.there(noon).date():
            bench.asked[:0] = at_noon
            raise Broken(f"{shown(text)} tells another day than at noon; it is the same day")


def _days_told(text: str, true: int) -> list[int]:
    """Return the days of the month that a text tells; of a numeric one, the true one if there."""
    told = [int(day.figures) for day in days_in(text)]
    for found in figures_in(text):
        year_first = len(found.first) > len("31")
        numbers = {int(found.third)} if year_first else {int(found.first), int(found.second)}
        told.append(true if true in numbers else int(found.third if year_first else found.first))
    return told


def _named(text: str) -> tuple[list[int], list[int]]:
    return [name.number for name in months_in(text)], [name.number for name in weekdays_in(text)]


@date_law(
    "year-of-the-calendar",
    "The year that is written is the calendar's, also in the week of the new year.",
    st.integers(1970, 2037),
    needs="format",
)
def year_of_the_calendar(bench: DatesBench, year: int) -> None:
    """Require the year at noon of the first and the last days of a year."""
    require(bool(years_in(bench.sample)), "it writes no year of four figures")
    for month, number in ((1, 1), (1, 2), (1, 3), (12, 29), (12, 30), (12, 31)):
        text = bench.write(bench.at(date(year, month, number)))
        years = years_in(text)
        if year not in years:
            raise Broken(f"{shown(text)} tells the year {_listed(years)}; it is {year}")


def _listed(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers)) or "nowhere"


@date_law(
    "true-names",
    "No other month and no other day of the week is named than the true one.",
    DAYS,
    needs="format",
)
def true_names(bench: DatesBench, day: date) -> None:
    """Require the names at noon of a day to be that day's."""
    months, weekdays = months_in(bench.sample), weekdays_in(bench.sample)
    require(bool(months or weekdays), "it names no month and no day of the week")
    text = bench.write(bench.at(day))
    _true(text, months_in(text), day.month, MONTHS[day.month - 1], needed=len(months))
    _true(text, weekdays_in(text), day.weekday(), WEEKDAYS[day.weekday()], needed=len(weekdays))


def _true(text: str, names: Sequence[Name], number: int, right: str, *, needed: int) -> None:
    for name in names:
        if name.number != number:
            raise Broken(f"{shown(text)} says « {name.word} »; it is {right}")
    if needed and not names:
        raise Broken(f"{shown(text)} has no name that can be read; it is {right}")


@date_law(
    "numeric-dates",
    "A date in figures is 24/06/2011, and in Québec 2011-06-24, which is right everywhere.",
    DAYS,
    needs="format",
)
def numeric_dates(bench: DatesBench, day: date) -> None:
    """Require dates in figures to have the order and the signs of the locale."""
    require(bool(figures_in(bench.sample)), "it writes no date in figures alone")
    text = bench.write(bench.at(day))
    iso = f"{day.year:04}-{day.month:02}-{day.day:02}"
    slashes = f"{day.day:02}/{day.month:02}/{day.year:04}"
    right = {iso} if bench.is_quebec else {slashes, iso}
    for found in figures_in(text):
        if found.text not in right:
            wanted = iso if bench.is_quebec else slashes
            raise Broken(f"{shown(text)} has {found.text}; it is {wanted}")


_OFFSETS = st.integers(-12, 14)


@date_law(
    "equal-instants-alike",
    "An instant is written the same way each time, whatever the offset in which it is given.",
    DAYS,
    CLOCKS,
    _OFFSETS,
    needs="format",
)
def equal_instants_alike(bench: DatesBench, day: date, clock: time, offset: int) -> None:
    """Require one text of an instant in UTC, again, in the zone, and in another offset."""
    moment = bench.at(day, clock)
    once = bench.write(moment)
    first = list(bench.asked)
    other = timezone(timedelta(hours=offset))
    for same in (moment, bench.there(moment), moment.astimezone(other)):
        bench.asked[:] = first
        text = bench.write_also(same)
        if text != once:
            raise Broken(f"one instant is written {shown(once)} and {shown(text)}")
