"""Laws of zones' names: always one, always telling the offset, whatever the process is set to."""

import locale as process_locale
import re
import time
import zoneinfo
from datetime import UTC, datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from blogmodel.dates._norms import NORMS, ZONE_CODES
from blogmodel.dates._zone_names import cldr_zone, zone_code, zone_name

LOCALES = st.sampled_from(list(NORMS))
ZONES = st.sampled_from(sorted(zoneinfo.available_timezones())).map(ZoneInfo)
FOLDS = st.sampled_from([0, 1])
RECENT = st.datetimes(datetime(1970, 1, 2), datetime(2038, 1, 1))  # noqa: DTZ001


def in_zone(wall: datetime, zone: ZoneInfo, fold: int) -> datetime:
    return wall.replace(tzinfo=zone, fold=fold)


MOMENTS = st.builds(in_zone, st.datetimes() | RECENT, ZONES, FOLDS)
OFFSET = re.compile(r"(?:UTC|GMT)(?:([+\u2212-])(\d\d?)(?::(\d\d)(?::(\d\d))?)?)?")
CANADA = (
    *("St_Johns", "Halifax", "Glace_Bay", "Moncton", "Goose_Bay", "Montreal", "Toronto"),
    *("Iqaluit", "Winnipeg", "Rankin_Inlet", "Edmonton", "Yellowknife", "Inuvik", "Vancouver"),
)


def told(text: str) -> timedelta | None:
    """Return the offset that a text states; None where it is a name."""
    found = OFFSET.fullmatch(text)
    if found is None:
        return None
    sign, *figures = found.groups(default="0")
    hours, minutes, seconds = map(int, figures)
    offset = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return offset if sign == "+" else -offset


@given(MOMENTS, LOCALES)
def test_every_zone_has_a_name_at_every_moment(moment: datetime, locale: str) -> None:
    assert zone_code(moment, locale=locale)
    assert zone_name(moment, locale=locale)
    assert cldr_zone(moment, Locale.parse(locale), "short")


@given(MOMENTS, LOCALES)
def test_a_code_states_the_offset(moment: datetime, locale: str) -> None:
    code = zone_code(moment, locale=locale)
    states = {code: offset for (_, offset), code in ZONE_CODES.get(locale, {}).items()}
    assert states.get(code, told(code)) == moment.utcoffset()


# Before, a city that has GMT today has it in English at its local mean time too.
@given(st.builds(in_zone, RECENT, ZONES, FOLDS), LOCALES)
def test_since_1970_a_name_that_is_an_offset_states_it(moment: datetime, locale: str) -> None:
    for name in (
        zone_name(moment, locale=locale),
        cldr_zone(moment, Locale.parse(locale), "short"),
    ):
        assert told(name) in {None, moment.utcoffset()}


@given(MOMENTS, st.sampled_from(["fr", "fr_BE", "fr_CH"]))
def test_out_of_quebec_french_codes_are_offsets_and_cldr_s(moment: datetime, locale: str) -> None:
    code = zone_code(moment, locale=locale)
    assert told(code) is not None
    assert code == cldr_zone(moment, Locale.parse(locale), "short")


@given(st.datetimes(datetime(2, 1, 1), datetime(9999, 1, 1)), ZONES, LOCALES)  # noqa: DTZ001
def test_a_zone_that_is_asked_is_the_one_that_is_told(
    wall: datetime, zone: ZoneInfo, locale: str
) -> None:
    moment = wall.replace(tzinfo=UTC)
    there = moment.astimezone(zone)
    assert zone_code(moment, locale=locale, tz=zone) == zone_code(there, locale=locale)
    assert zone_name(moment, locale=locale, tz=zone) == zone_name(there, locale=locale)


@pytest.mark.parametrize("city", CANADA)
def test_the_two_sides_of_a_repeated_hour_have_different_codes(city: str) -> None:
    zone = ZoneInfo(f"America/{city}")
    autumn = [datetime(year, 10, 24, tzinfo=zone) for year in range(2007, 2026)]
    hours = [timedelta(days=day, hours=hour) for day, hour in product(range(16), (1.5, 23.5))]
    walls = [first + later for first in autumn for later in hours]
    repeated = [w for w in walls if w.utcoffset() != w.replace(fold=1).utcoffset()]
    assert len(repeated) == len(autumn)
    for wall, locale in product(repeated, NORMS):
        again = zone_code(wall.replace(fold=1), locale=locale)
        assert zone_code(wall, locale=locale) != again


@pytest.mark.parametrize("tz", ["America/Montreal", "Asia/Tokyo", "UTC"])
def test_nothing_depends_on_the_zone_and_the_locale_of_the_process(
    tz: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    moment = datetime(2011, 6, 24, 9, 7, tzinfo=ZoneInfo("America/Halifax"))
    names = [(zone_code(moment, locale=o), zone_name(moment, locale=o)) for o in NORMS]
    before = process_locale.setlocale(process_locale.LC_ALL)
    try:
        with monkeypatch.context() as patch:
            patch.setenv("TZ", tz)
            for name in ("LANGUAGE", "LC_ALL", "LC_TIME", "LANG"):
                patch.setenv(name, "de_DE.UTF-8")
            time.tzset()
            process_locale.setlocale(process_locale.LC_ALL, "C")
            assert names == [
                (zone_code(moment, locale=o), zone_name(moment, locale=o)) for o in NORMS
            ]
    finally:
        process_locale.setlocale(process_locale.LC_ALL, before)
        time.tzset()
