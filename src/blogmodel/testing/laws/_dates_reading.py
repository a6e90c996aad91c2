"""What is read of the dates that people and programs wrote: the day and the moment they meant."""

from datetime import UTC, date, datetime, time, timedelta, timezone

from hypothesis import strategies as st

from blogmodel.testing._dates import DatePrecision
from blogmodel.testing._dates_bench import DatesBench
from blogmodel.testing.laws._dates_expecting import (
    expect_day,
    expect_instant,
    expect_moment,
    in_words,
    number_of,
)
from blogmodel.testing.laws._dates_making import CLOCKS, DAYS, NOWS, OLD_DAYS, date_law
from blogmodel.testing.naive._ages import NAMED_DAYS, UNITS, months_after
from blogmodel.testing.naive._dates import MONTHS, WEEKDAYS

__all__ = [
    "ages_read",
    "clocks_read",
    "day_first",
    "first_read",
    "iso_first",
    "last_year_meant",
    "mail_dates_read",
    "named_days_read",
    "noon_and_midnight_read",
    "round_trip",
    "weekday_never_moves",
    "written_dates_read",
]


@date_law(
    "round-trip",
    "Reading what was written gives the same moment, as precisely as it was written.",
    DAYS,
    CLOCKS,
    needs="format parse",
)
def round_trip(bench: DatesBench, day: date, clock: time) -> None:
    """Require ``parse`` to give back what ``format`` was given, read an hour later.

    A clock that is shown twice when clocks are put back may be read as either moment.
    """
    moment = bench.at(day, clock)
    text = bench.write(moment)
    there = bench.there(moment).replace(tzinfo=None)
    asked = list(bench.asked)
    if bench.dates.precision is DatePrecision.DAY:
        expect_day(bench, text, there.date(), moment + timedelta(hours=1), asked)
        return
    if bench.dates.precision is DatePrecision.MINUTE:
        there = there.replace(second=0)
    expect_moment(bench, text, there, moment + timedelta(hours=1), asked)


@date_law(
    "written-dates-read",
    "A date in words is read, with and without its weekday and its article.",
    OLD_DAYS,
    st.sampled_from(["{}", "le {}", "{weekday} {}", "le {weekday} {}", "{weekday}, {}"]),
    needs="parse",
)
def written_dates_read(bench: DatesBench, day: date, form: str) -> None:
    """Require « le vendredi 24 juin 2011 » and its shorter forms to be that day."""
    expect_day(bench, form.format(in_words(day), weekday=WEEKDAYS[day.weekday()]), day)


@date_law(
    "first-read",
    "The first of the month is read, written 1er, 1ᵉʳ or 1.",
    OLD_DAYS.map(lambda day: day.replace(day=1)),
    st.sampled_from(["1er", "1ᵉʳ", "1"]),
    needs="parse",
)
def first_read(bench: DatesBench, day: date, first: str) -> None:
    """Require all three to be the first."""
    expect_day(bench, f"{first} {MONTHS[day.month - 1]} {day.year}", day)


_CLOCK_FORMS = ("{0} h {1:02}", "{0}h{1:02}", "{0:02}:{1:02}", "{0} h {1:02}", "{0:02}h{1:02}")
_JOINS = (" à ", ", ", " ", ", à ")


@date_law(
    "clocks-read",
    "A clock beside a date is read as the zone's: 9h07, 9 h 07, 09:07, and 9 h.",
    OLD_DAYS,
    CLOCKS,
    st.sampled_from(_JOINS),
    st.sampled_from(_CLOCK_FORMS),
    needs="parse",
)
def clocks_read(bench: DatesBench, day: date, clock: time, join: str, form: str) -> None:
    """Require the moment at which the zone's clocks show that; a full hour may lack its 00."""
    clock = clock.replace(second=0)
    written = [form.format(clock.hour, clock.minute)]
    if not clock.minute:
        written.append(f"{clock.hour} h")
    for each in written:
        expect_moment(bench, f"{in_words(day)}{join}{each}", datetime.combine(day, clock))


@date_law(
    "noon-and-midnight-read",
    "« À midi » is 12 h, and « à minuit » the 0 h with which its day begins.",
    OLD_DAYS,
    st.sampled_from(["midi", "minuit"]),
    needs="parse",
)
def noon_and_midnight_read(bench: DatesBench, day: date, word: str) -> None:
    """Require both beside a date."""
    clock = time(12 if word == "midi" else 0)
    expect_moment(bench, f"{in_words(day)} à {word}", datetime.combine(day, clock))


_BEHIND = timezone(timedelta(hours=-4))


@date_law(
    "iso-first",
    "ISO 8601 is read as such: 2011-04-03 is never 4 March, and Z is UTC.",
    OLD_DAYS,
    CLOCKS,
    needs="parse",
)
def iso_first(bench: DatesBench, day: date, clock: time) -> None:
    """Require the day alone, and the moment in UTC and at an offset."""
    expect_day(bench, day.isoformat(), day)
    moment = datetime.combine(day, clock, UTC)
    for text in (moment.isoformat().replace("+00:00", "Z"), moment.isoformat()):
        expect_instant(bench, text, moment)
    expect_instant(bench, moment.astimezone(_BEHIND).isoformat(), moment)


_MAIL_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MAIL_MONTHS = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)


@date_law(
    "mail-dates-read",
    "The dates of mail and RSS are read: Fri, 24 Jun 2011 13:07:00 +0000.",
    OLD_DAYS,
    CLOCKS,
    needs="parse",
)
def mail_dates_read(bench: DatesBench, day: date, clock: time) -> None:
    """Require RFC 822's form, whose names are English in every language."""
    moment = datetime.combine(day, clock, UTC)
    text = (
        f"{_MAIL_DAYS[day.weekday()]}, {day.day:02} {_MAIL_MONTHS[day.month - 1]} {day.year} "
        f"{clock:%H:%M:%S} +0000"
    )
    expect_instant(bench, text, moment)


@date_law(
    "day-first",
    "Figures are day first: 03/04/2011 is 3 April.",
    OLD_DAYS,
    needs="parse",
)
def day_first(bench: DatesBench, day: date) -> None:
    """Require day first whatever the numbers are, with slashes, dots and spaces."""
    for form in ("{0:02}/{1:02}/{2}", "{0}/{1}/{2}", "{0:02}.{1:02}.{2}", "{0:02} {1:02} {2}"):
        expect_day(bench, form.format(day.day, day.month, day.year), day)


@date_law(
    "weekday-never-moves",
    "A weekday that disagrees does not move the date: « lundi 24 juin 2011 » is the 24th.",
    OLD_DAYS,
    st.integers(1, 6),
    needs="parse",
)
def weekday_never_moves(bench: DatesBench, day: date, wrong: int) -> None:
    """Require the date with another day of the week before it."""
    weekday = WEEKDAYS[(day.weekday() + wrong) % 7]
    expect_day(bench, f"{weekday} {in_words(day)}", day)


@date_law(
    "named-days-read",
    "Hier, demain and the like are read by the zone's calendar, with a clock and without.",
    NOWS,
    st.sampled_from(sorted(NAMED_DAYS)),
    needs="parse",
)
def named_days_read(bench: DatesBench, now: datetime, name: str) -> None:
    """Require the day so many days from that of ``now`` in the zone."""
    word = name.replace("'", "’")
    day = bench.there(now).date() + timedelta(days=NAMED_DAYS[name])
    expect_day(bench, word, day, now)
    expect_moment(bench, f"{word} à 9 h 07", datetime.combine(day, time(9, 7)), now)


_UNITS = ("minute", "heure", "jour", "semaine", "mois", "an")
_WORDS = ("un", "deux", "trois", "quatre", "cinq", "six")


@date_law(
    "ages-read",
    "« Il y a 3 jours » is read from now back, months and years by the calendar.",
    NOWS,
    st.sampled_from(_UNITS),
    st.integers(1, 6),
    st.booleans(),
    needs="parse",
)
def ages_read(
    bench: DatesBench,
    now: datetime,
    unit: str,
    count: int,
    spelled: bool,  # noqa: FBT001 - drawn
) -> None:
    """Require minutes and hours to the minute, days and longer to the day of the zone."""
    feminine = "e" if unit in {"minute", "heure", "semaine"} and count == 1 else ""
    number = _WORDS[count - 1] + feminine if spelled else str(count)
    text = f"il y a {number} {unit}{'s' if count > 1 and unit != 'mois' else ''}"
    there = bench.there(now).replace(tzinfo=None)
    if unit in {"minute", "heure"}:
        then = now - count * UNITS[unit]
        expect_instant(bench, text, then.replace(second=0), then, now=now)
    elif unit in {"jour", "semaine"}:
        days = count * (7 if unit == "semaine" else 1)
        expect_day(bench, text, there.date() - timedelta(days=days), now)
    else:
        months = -count * (12 if unit == "an" else 1)
        if there.day <= 28:  # noqa: PLR2004 - all months have 28 days
            expect_day(bench, text, months_after(there, months).date(), now)


@date_law(
    "last-year-meant",
    "A day without its year is the last such day that was: « 24 décembre », read in January.",
    NOWS,
    st.integers(0, 360),
    needs="parse",
)
def last_year_meant(bench: DatesBench, now: datetime, ago: int) -> None:
    """Require the last such day; a choice where others differ, which may be declared as a lack."""
    day = bench.there(now).date() - timedelta(days=ago)
    if (day.month, day.day) == (2, 29):
        return
    expect_day(bench, f"{number_of(day)} {MONTHS[day.month - 1]}", day, now)
