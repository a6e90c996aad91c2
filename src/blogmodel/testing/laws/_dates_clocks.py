"""The clock that is written: the zone's, with its figures, its spaces, and its zone."""

from datetime import date, datetime, time, timedelta

from blogmodel.errors import shown
from blogmodel.testing._dates_bench import DatesBench
from blogmodel.testing._handle import Broken, require
from blogmodel.testing.laws._dates_making import CLOCKS, DAYS, date_law
from blogmodel.testing.naive._dates import (
    ZONE_CODES,
    Clock,
    clock_changes,
    clocks_in,
    fits,
    offset_in,
    zone_codes_in,
)

__all__ = [
    "clock_figures",
    "clock_of_the_zone",
    "no_break_clocks",
    "quebec_clocks",
    "zone_of_the_moment",
]

_DAY = date(2011, 6, 24)
_NBSP = "\u00a0"


@date_law(
    "clock-of-the-zone",
    "The clock that is written is what the zone's clocks show, in summer and in winter.",
    DAYS,
    CLOCKS,
    needs="format",
)
def clock_of_the_zone(bench: DatesBench, day: date, clock: time) -> None:
    """Require the clock of a moment, and of those around the changes of clocks in its year."""
    require(bool(clocks_in(bench.sample)), "it writes no clock")
    moment = bench.at(day, clock)
    for each in (moment, *_around_changes(bench, day.year)):
        text, there = bench.write(each), bench.there(each)
        told = clocks_in(text)
        if not any(_shows(one, there) for one in told):
            clocks = " and ".join(f"« {one.text} »" for one in told) or "no clock"
            raise Broken(f"{shown(text)} tells {clocks}; in {bench.zone.key} it is {there:%H:%M}")


def _shows(clock: Clock, there: datetime) -> bool:
    return (int(clock.hour), int(clock.minute or 0)) == (there.hour, there.minute)


def _around_changes(bench: DatesBench, year: int) -> list[datetime]:
    steps = (timedelta(minutes=-1), timedelta(0), timedelta(hours=1))
    return [change + step for change in clock_changes(bench.zone, year) for step in steps]


@date_law(
    "zone-of-the-moment",
    "A zone that is written is the one of that moment: HAE in summer, HNE in winter.",
    DAYS,
    needs="format",
)
def zone_of_the_moment(bench: DatesBench, day: date) -> None:
    """Require the code or the offset to be right on a day, and around the changes of its year."""
    told = zone_codes_in(bench.sample) or offset_in(bench.sample) is not None
    require(bool(told), "it writes no code of a zone and no offset from UTC")
    for each in (bench.at(day), *_around_changes(bench, day.year)):
        text, there = bench.write(each), bench.there(each)
        for code in zone_codes_in(text):
            if not fits(code, there):
                right = next((code for code in ZONE_CODES if fits(code, there)), "its offset")
                raise Broken(f"{shown(text)} says {code}; at that moment it is {right}")
        offset, true = offset_in(text), there.utcoffset() or timedelta()
        if offset is not None and abs(offset - true) >= timedelta(minutes=1):
            raise Broken(f"{shown(text)} tells another offset from UTC than {there:%z}")


def _clocks(bench: DatesBench, clock: time) -> tuple[str, list[Clock]]:
    """Return what is written at a clock, and the clocks in it that have an « h »."""
    by_h = [one for one in clocks_in(bench.sample) if one.spaces]
    require(bool(by_h), "it writes no clock with « h »")
    text = bench.write(bench.at(_DAY, clock))
    return text, [one for one in clocks_in(text) if one.spaces]


@date_law(
    "clock-figures",
    "An hour has no leading zero before « h »; full hours have no « 00 », minutes two figures.",
    CLOCKS,
    needs="format",
)
def clock_figures(bench: DatesBench, clock: time) -> None:
    """Require « 9 h », « 9 h 07 » and « 18 h », and none of « 09 h », « 9 h 00 », « 9 h 7 »."""
    text, clocks = _clocks(bench, clock)
    for one in clocks:
        right = f"{int(one.hour)} h" + (f" {int(one.minute):02}" if int(one.minute or 0) else "")
        if one.hour != str(int(one.hour)):
            raise Broken(f"{shown(text)} has a zero before its hour; it is « {right} »")
        if one.minute == "00":
            raise Broken(f"{shown(text)} has « 00 » after a full hour; it is « {right} »")
        if len(one.minute) == 1:
            raise Broken(f"{shown(text)} has one figure for its minutes; it is « {right} »")


@date_law(
    "no-break-clocks",
    "The « h » of a clock stands between no-break spaces, so that no line ends before it.",
    CLOCKS,
    needs="format",
)
def no_break_clocks(bench: DatesBench, clock: time) -> None:
    """Require U+00A0 on both sides of « h »."""
    text, clocks = _clocks(bench, clock)
    for one in clocks:
        for space in one.spaces:
            if space != _NBSP:
                found = " ".join(f"U+{ord(sign):04X}" for sign in space) or "nothing"
                raise Broken(f"{shown(text)} has {found} beside its « h »; it is U+00A0")


@date_law(
    "quebec-clocks",
    "In Québec a clock has an « h », and no colon.",
    CLOCKS,
    needs="format",
)
def quebec_clocks(bench: DatesBench, clock: time) -> None:
    """Require clocks with « h » of who writes Québec's French."""
    require(bench.is_quebec, "its locale is not fr_CA")
    require(bool(clocks_in(bench.sample)), "it writes no clock")
    text = bench.write(bench.at(_DAY, clock))
    for one in clocks_in(text):
        if ":" in one.text:
            raise Broken(f"{shown(text)} has « {one.text} »; it is « {int(one.hour)} h … »")
