"""How long ago it is told that a moment was: floored, by the calendar, in good French."""

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from blogmodel.errors import shown
from blogmodel.testing._dates_bench import NOW, DatesBench
from blogmodel.testing._handle import Broken, require
from blogmodel.testing.laws._dates_making import NOWS, PARTS, ages, date_law
from blogmodel.testing.naive._ages import UNITS, Age, age_in, named_day_in, whole_months
from blogmodel.testing.naive._dates import clock_changes, figures_in, months_in, plain

__all__ = [
    "ages_of_instants",
    "every_age_is_told",
    "just_now",
    "months_by_the_calendar",
    "named_days",
    "never_longer_ago",
    "never_rounded_up",
    "one_is_singular",
    "past_and_future",
]

_MINUTE, _DAY = timedelta(minutes=1), timedelta(days=1)
_LONG = timedelta(days=20_000)
_SIDES = st.sampled_from([1, -1])


def _sample(bench: DatesBench, age: timedelta) -> str:
    """Return what is told of a moment so long before noon of a day, or nothing where it fails."""
    try:
        return bench.tell(NOW - age, NOW)
    except Broken:
        return ""
    finally:
        bench.asked.clear()


def _requires_ages(bench: DatesBench) -> None:
    told = age_in(_sample(bench, timedelta(minutes=5)))
    require(told is not None, "it does not tell 5 minutes as « il y a 5 minutes »")


@date_law(
    "every-age-is-told",
    "Every age is told, without an error and not as nothing.",
    NOWS,
    ages(timedelta(0), _LONG),
    _SIDES,
    needs="relative",
)
def every_age_is_told(bench: DatesBench, now: datetime, age: timedelta, side: int) -> None:
    """Require a text of any age, in the past and in the future."""
    if not bench.tell(now - side * age, now).strip():
        raise Broken("nothing is told")


@date_law(
    "past-and-future",
    "The past is told with « il y a » and the future with « dans », and no number is negative.",
    NOWS,
    ages(_MINUTE, timedelta(hours=20)),
    _SIDES,
    needs="relative",
)
def past_and_future(bench: DatesBench, now: datetime, age: timedelta, side: int) -> None:
    """Require the side of a moment that is near; a day by its name or its date will do."""
    text = bench.tell(now - side * age, now)
    told = age_in(text)
    right = "il y a" if side > 0 else "dans"
    if told is None:
        dated = named_day_in(text) is not None or months_in(text) or figures_in(text)
        if not dated:
            raise Broken(f"{shown(text)} is not told with « {right} »")
    elif told.past != (side > 0) or told.count <= 0:
        raise Broken(f"{shown(text)} is no « {right} » with a number above 0")


@date_law(
    "just-now",
    "Less than a minute away is « à l’instant », on either side of now.",
    NOWS,
    st.integers(-59, 59),
    needs="relative",
)
def just_now(bench: DatesBench, now: datetime, seconds: int) -> None:
    """Require « à l’instant », with either apostrophe."""
    _requires_ages(bench)
    text = bench.tell(now - timedelta(seconds=seconds), now)
    if "à l’instant" not in plain(text).lower().replace("'", "’"):
        raise Broken(f"{shown(text)} is said of {abs(seconds)} seconds; it is « à l’instant »")


@date_law(
    "never-rounded-up",
    "Minutes, hours, days and weeks are told that are whole: 59 minutes are no hour.",
    NOWS,
    PARTS,
    _SIDES,
    needs="relative",
)
def never_rounded_up(bench: DatesBench, now: datetime, age: timedelta, side: int) -> None:
    """Require the number of whole units; days and weeks may be those that clocks show."""
    _requires_ages(bench)
    moment = now - side * age
    text = bench.tell(moment, now)
    told = age_in(text)
    if told is None or told.unit in {"mois", "an"}:
        return
    unit = UNITS[told.unit]
    right = {age // unit}
    if unit >= _DAY:
        shown_there, shown_now = (bench.there(one).replace(tzinfo=None) for one in (moment, now))
        right.add(abs(shown_now - shown_there) // unit)
    if told.count not in right:
        raise Broken(f"{shown(text)} is said of {age}; whole is {min(right)} {told.unit}")


# Around the days on which months and years become whole.
_MONTHS = st.builds(
    lambda months, days: months * UNITS["mois"] + days * _DAY,
    st.integers(1, 12) | st.integers(1, 40).map((12).__mul__),
    st.integers(-3, 3),
)


@date_law(
    "months-by-the-calendar",
    "Months and years are those of the calendar, and whole, not 30 or 365 days.",
    NOWS,
    _MONTHS,
    _SIDES,
    needs="relative",
)
def months_by_the_calendar(bench: DatesBench, now: datetime, age: timedelta, side: int) -> None:
    """Require whole months; by the zone's calendar or UTC's, and either answer for the 31st."""
    units = {_unit(_sample(bench, timedelta(days=days))) for days in (100, 800)}
    require(bool(units & {"mois", "an"}), "it tells neither months nor years")
    moment = now - side * age
    text = bench.tell(moment, now)
    told = age_in(text)
    if told is None or told.unit not in {"mois", "an"}:
        return
    ends = sorted((moment, now))
    right: set[int] = set()
    for zone in (bench.zone, UTC):
        start, end = (each.astimezone(zone).replace(tzinfo=None) for each in ends)
        right |= whole_months(start, end)
    if told.unit == "an":
        right = {months // 12 for months in right}
    if told.count not in right:
        raise Broken(f"{shown(text)} is said of {age}; whole is {min(right)} {told.unit}")


def _unit(text: str) -> str | None:
    told = age_in(text)
    return None if told is None else told.unit


_COUNTED = st.builds(
    lambda unit, count: count * UNITS[unit] + _DAY / 24 / 60,
    st.sampled_from([name for name in UNITS if name != "seconde"]),
    st.integers(1, 3),
)


@date_law(
    "one-is-singular",
    "One has the singular and several the plural: 1 jour, 2 jours, 1 mois, 2 mois.",
    NOWS,
    _COUNTED,
    _SIDES,
    needs="relative",
)
def one_is_singular(bench: DatesBench, now: datetime, age: timedelta, side: int) -> None:
    """Require the unit's form by its number."""
    _requires_ages(bench)
    text = bench.tell(now - side * age, now)
    told = age_in(text)
    if told is None or told.word not in _FORMS:
        return
    right = _FORMS[told.word][abs(told.count) > 1]
    if told.word != right:
        raise Broken(f"{shown(text)} has « {told.count} {told.word} »; it is « {right} »")


_FORMS = {
    form: (one, several)
    for one in ("seconde", "minute", "heure", "jour", "semaine", "an", "année", "mois")
    for several in [one if one == "mois" else f"{one}s"]
    for form in (one, several)
}


@date_law(
    "named-days",
    "Hier, demain and the like are days of the calendar in the zone, not spans of 24 hours.",
    NOWS,
    st.sampled_from(range(0, 72 * 60, 29)).map(_MINUTE.__mul__),
    _SIDES,
    needs="relative",
)
def named_days(bench: DatesBench, now: datetime, age: timedelta, side: int) -> None:
    """Require a day that is named to be that day of the zone's calendar."""
    require(named_day_in(_sample(bench, _DAY)) is not None, "it tells no day by its name")
    moment = now - side * age
    text = bench.tell(moment, now)
    told = named_day_in(text)
    days = (bench.there(moment).date() - bench.there(now).date()).days
    if told is not None and told != days:
        raise Broken(f"{shown(text)} is said of a day that is {_away(days)} in {bench.zone.key}")


def _away(days: int) -> str:
    side = "ago" if days < 0 else "ahead"
    return f"{abs(days)} days {side}" if days else "today"


@date_law(
    "never-longer-ago",
    "Of two moments the later one is never told as longer ago.",
    NOWS,
    PARTS,
    PARTS,
    needs="relative",
)
def never_longer_ago(bench: DatesBench, now: datetime, age: timedelta, more: timedelta) -> None:
    """Require that of two moments the earlier one is told as at least as long ago."""
    later = bench.tell(now - age, now)
    earlier = bench.tell_also(now - age - more, now)
    short, long = _length(later), _length(earlier)
    if short is not None and long is not None and short > long:
        raise Broken(f"the later moment is {shown(later)}, the earlier one {shown(earlier)}")


def _length(text: str) -> timedelta | None:
    told: Age | None = age_in(text)
    if told is not None:
        return told.length if told.past else None
    day = named_day_in(text)
    if day is not None:
        return -day * _DAY
    return timedelta(0) if "instant" in text else None


@date_law(
    "ages-of-instants",
    "An age is the time that has gone by, whatever the offsets in which both ends are given.",
    NOWS,
    ages(timedelta(0), timedelta(days=40)),
    needs="relative",
)
def ages_of_instants(bench: DatesBench, now: datetime, age: timedelta) -> None:
    """Require one text of two instants in UTC and in the zone, also across changes of clocks."""
    half = timedelta(hours=6)
    changes = [(change + half, 2 * half) for change in clock_changes(bench.zone, now.year)]
    for end, span in ((now, age), *changes):
        once = bench.tell(end - span, end)
        first = list(bench.asked)
        moments = (end - span, bench.there(end - span))
        for moment, until in ((moments[1], bench.there(end)), (moments[1], end)):
            bench.asked[:] = first
            again = bench.tell_also(moment, until)
            if again != once:
                raise Broken(f"one age is told {shown(once)} and {shown(again)}")
