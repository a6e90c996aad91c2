"""Laws of relative time and of days by their names, against dateutil's calendar."""

import os
import pickle
import subprocess
import sys
import time
from datetime import UTC, date, datetime, timedelta, tzinfo

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import assume, example, given
from hypothesis import strategies as st

from blogmodel.dates._calendar import calendar_day, whole_months
from blogmodel.dates._norms import NORMS
from blogmodel.dates._relative import RelativeFormatter, _certain_years, relative
from blogmodel.dates._thresholds import Thresholds

LENGTHS = {
    "minute": timedelta(minutes=1),
    "heure": timedelta(hours=1),
    "jour": timedelta(days=1),
    "semaine": timedelta(weeks=1),
}
UNITS = [*LENGTHS, "mois", "an"]
ZONES = st.timezones() | st.just(UTC)
NOWS = st.datetimes(
    datetime(1900, 1, 1),  # noqa: DTZ001 - bounds have none
    datetime(2100, 1, 1),  # noqa: DTZ001 - as above
    timezones=ZONES,
    allow_imaginary=False,
)
AGES = st.one_of(
    st.timedeltas(timedelta(minutes=-2), timedelta(minutes=2)),
    st.timedeltas(timedelta(days=-2), timedelta(days=2)),
    st.timedeltas(timedelta(days=-70), timedelta(days=70)),
    st.timedeltas(timedelta(days=-1500), timedelta(days=1500)),
    st.timedeltas(timedelta(days=-300_000), timedelta(days=300_000)),
    # About whole years, where the calendar decides.
    st.builds(
        lambda years, seconds: timedelta(years * 365.2425, seconds),
        st.integers(-300, 300),
        st.integers(-100_000, 100_000),
    ),
)
LOCALES = st.sampled_from([*NORMS, "de", "pl", "ja"])
SPANS = st.timedeltas(timedelta(minutes=1), timedelta(days=4000)).map(
    lambda span: timedelta(span.days, span.seconds)
)


@st.composite
def drawn_thresholds(draw: st.DrawFn) -> Thresholds:
    least = [60, 3600, 86_400, 7 * 86_400, 28 * 86_400, 365 * 86_400]
    spans, before = [], 0
    for seconds in least:
        before = max(before, seconds) + draw(st.sampled_from([0, 1, 3600, 86_400, 10**6]))
        spans.append(timedelta(seconds=before))
    kept = [spans[0], *(draw(st.sampled_from([span, None])) for span in spans[1:])]
    units = dict(zip(("minutes", "hours", "days", "weeks", "months", "years"), kept, strict=True))
    far = draw(st.none() | SPANS.map(lambda span: max(span, spans[0])))
    return Thresholds(**units, date=far)  # type: ignore[arg-type] # minutes are no None


def after(moment: datetime, unit: str, count: int, tz: tzinfo) -> datetime:
    """Return when so many of a unit are whole, by dateutil's calendar."""
    if unit in LENGTHS:
        return moment + count * LENGTHS[unit]
    there = moment.astimezone(tz).replace(tzinfo=None)
    clipped: datetime = there + relativedelta(months=count * (12 if unit == "an" else 1))
    # dateutil keeps within the month, where that has no such day; the month is not whole then.
    return clipped if clipped.day == there.day else clipped + timedelta(days=1)


def clock(moment: datetime, unit: str, tz: tzinfo) -> datetime:
    return moment.astimezone(tz).replace(tzinfo=None) if unit not in LENGTHS else moment


def amount(told: str) -> tuple[int, str]:
    """Read « il y a 5 minutes »; the unit comes in the singular."""
    count, unit = told.removeprefix("il y a ").removeprefix("dans ").replace("\u202f", "").split()
    return int(count), unit if unit == "mois" else unit.removesuffix("s")


@given(NOWS, AGES, ZONES)
@example(datetime(2011, 2, 28, tzinfo=UTC), timedelta(28), UTC)
@example(datetime(2009, 2, 28, tzinfo=UTC), timedelta(365), UTC)
@example(datetime(2011, 3, 31, 9, tzinfo=UTC), timedelta(30, 23 * 3600), UTC)
def test_the_amount_is_reached_and_one_more_is_not(
    now: datetime, age: timedelta, tz: tzinfo
) -> None:
    now = now.astimezone(UTC)
    moment = now - age
    told = RelativeFormatter(locale="fr", tz=tz).ago(moment, now=now)
    if told == "à l’instant":
        assert abs(age) < timedelta(minutes=1)
        return
    assert told.startswith("il y a" if age > timedelta(0) else "dans")
    count, unit = amount(told)
    assert count > 0
    start, end = min(moment, now), max(moment, now)
    assert after(start, unit, count, tz) <= clock(end, unit, tz)
    assert after(start, unit, count + 1, tz) > clock(end, unit, tz)
    for larger in UNITS[UNITS.index(unit) + 1 :]:
        assert after(start, larger, 1, tz) > clock(end, larger, tz)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(-100_000, 100_000))
def test_dates_without_a_clock_are_never_rounded_up(today: date, days: int) -> None:
    now = datetime(today.year, today.month, today.day, 12, tzinfo=UTC)
    told = relative(today - timedelta(days), locale="fr", now=now, tz=UTC)
    if told == "aujourd’hui":
        assert days == 0
        return
    midnight = now.replace(hour=0)
    assert told == relative(midnight - timedelta(days), locale="fr", now=midnight, tz=UTC)


@given(st.dates(max_value=date(9000, 1, 1)), st.integers(0, 300_000))
def test_months_of_dates_come_again_when_counted_back(start: date, days: int) -> None:
    end = start + timedelta(days)
    months = whole_months(start, end)
    assert end - relativedelta(months=months) >= start
    assume(end.year * 12 + end.month - months > 13)
    assert end - relativedelta(months=months + 1) < start


@given(NOWS, AGES, st.timedeltas(timedelta(0), timedelta(days=40)))
def test_as_time_goes_by_an_age_never_shrinks(
    now: datetime, age: timedelta, later: timedelta
) -> None:
    formatter = RelativeFormatter(locale="fr", tz=UTC)
    now = now.astimezone(UTC)
    moment = now - abs(age)
    ages = [formatter.ago(moment, now=then) for then in (now, now + later)]
    ranks = [rank(told) for told in ages]
    assert ranks == sorted(ranks)


def rank(told: str) -> tuple[int, int]:
    if told == "à l’instant":
        return (-1, 0)
    count, unit = amount(told)
    return (UNITS.index(unit), count)


@given(NOWS, AGES, ZONES, LOCALES, drawn_thresholds())
def test_a_formatter_tells_what_the_function_tells_in_whatever_zone_the_moments_are(
    now: datetime, age: timedelta, tz: tzinfo, locale: str, thresholds: Thresholds
) -> None:
    moment = now.astimezone(UTC) - age
    formatter = RelativeFormatter(locale=locale, tz=tz, thresholds=thresholds)
    told = formatter.ago(moment, now=now.astimezone(UTC))
    assert told == formatter.ago(moment.astimezone(tz), now=now)
    assert told == formatter.ago(moment.astimezone(now.tzinfo), now=now)
    assert told == relative(moment, locale=locale, now=now, tz=tz, thresholds=thresholds)
    again = pickle.loads(pickle.dumps(formatter))
    assert again == formatter
    assert again.ago(moment, now=now) == told


@given(
    st.dates(),
    st.integers(0, 3_652_058) | st.builds(round, st.integers(1, 9998).map((365.2425).__mul__)),
    st.integers(-10, 10),
)
def test_years_told_by_days_alone_are_the_calendars(start: date, days: int, more: int) -> None:
    days = max(days + more, 0)
    years = _certain_years(days)
    # Zones move clocks by two days at most, and a part of a day was cut off.
    for span in range(days - 2, days + 4):
        if years and start.toordinal() + span <= date.max.toordinal():
            assert whole_months(start, start + timedelta(span)) // 12 == years


def test_years_are_told_by_days_alone_save_near_anniversaries() -> None:
    ages = range(365, 36_525)
    assert sum(_certain_years(days) > 0 for days in ages) / len(ages) > 0.95


@given(NOWS, st.timedeltas(timedelta(days=-4), timedelta(days=4)), ZONES)
def test_days_have_names_by_the_days_between_them_in_the_readers_calendar(
    now: datetime, age: timedelta, tz: tzinfo
) -> None:
    moment = now.astimezone(UTC) - age
    days = (moment.astimezone(tz).date() - now.astimezone(tz).date()).days
    names = {-2: "avant-hier", -1: "hier", 0: "aujourd’hui", 1: "demain", 2: "après-demain"}
    told = calendar_day(moment, locale="fr", now=now, tz=tz)
    if days in names:
        assert told == names[days]
    else:
        assert told[0].isdigit()
    assert told == calendar_day(moment.astimezone(tz).date(), locale="fr", now=now, tz=tz)


HIDDEN = """
from datetime import UTC, datetime
from blogmodel.dates._calendar import calendar_stamp
from blogmodel.dates._relative import relative
now = datetime(2011, 6, 24, 3, 7, tzinfo=UTC)
for locale in ("fr_CA", "en"):
    moment = datetime(2011, 6, 23, 3, 7, tzinfo=UTC)
    print(ascii(relative(moment, locale=locale, now=now, tz="Asia/Tokyo")))
    print(ascii(calendar_stamp(moment, locale=locale, now=now, tz="Asia/Tokyo")))
import sys
print("babel" in sys.modules)
"""


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"TZ": "America/Montreal", "LC_ALL": "de_DE.UTF-8", "LANGUAGE": "de"},
        {"TZ": "Pacific/Apia", "LC_TIME": "ja_JP.UTF-8"},
    ],
)
def test_nothing_is_taken_from_the_process_and_nothing_of_babel(
    environment: dict[str, str],
) -> None:
    done = subprocess.run(  # noqa: S603 - our own lines
        [sys.executable, "-c", HIDDEN],
        env=os.environ | environment,
        check=True,
        capture_output=True,
        text=True,
    )
    assert done.stdout.splitlines() == [
        *("'il y a 1 jour'", "'hier \\xe0 12\\xa0h\\xa007'"),
        *("'1 day ago'", "'yesterday at 12:07\\u202fPM'"),
        "False",
    ]


def test_no_clock_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def read() -> float:
        raise AssertionError

    for name in ("time", "monotonic", "localtime", "gmtime"):
        monkeypatch.setattr(time, name, read)
    now = datetime(2011, 6, 24, tzinfo=UTC)
    assert relative(now, locale="fr", now=now, tz="UTC") == "à l’instant"
    assert calendar_day(now, locale="fr", now=now, tz="UTC") == "aujourd’hui"
