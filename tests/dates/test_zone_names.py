"""Names of zones by the norms and by CLDR 47, as facts."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from babel import Locale
from babel.core import get_global
from dateutil import tz as dateutil_tz

from blogmodel.dates._metazones import HISTORY, RENAMED
from blogmodel.dates._zone_names import cldr_zone, zone_code, zone_name
from blogmodel.errors import (
    InvalidTypeError,
    InvalidValueError,
    StyleError,
    UnknownLocaleError,
    UnknownZoneError,
)

JANUARY, JULY = "2011-01-15T12:00", "2011-07-15T12:00"


def at(wall: str, zone: str) -> datetime:
    return datetime.fromisoformat(wall).replace(tzinfo=ZoneInfo(zone))


class Offset(tzinfo):
    """A zone that tells its offset and no more, as a program may write one."""

    def utcoffset(self, _: datetime | None) -> timedelta:
        return timedelta(hours=-5)


class Named(tzinfo):
    """A zone in pytz's manner: it tells its name as ``zone``."""

    zone: object = "America/Toronto"

    def utcoffset(self, _: datetime | None) -> timedelta:
        return timedelta(hours=-5)

    def dst(self, _: datetime | None) -> timedelta | None:
        return None


class Numbered(Named):
    zone = 5


@pytest.mark.parametrize(
    "zone, winter, summer",
    [
        ("America/St_Johns", "HNT", "HAT"),
        ("America/Halifax", "HNA", "HAA"),
        ("America/Montreal", "HNE", "HAE"),
        ("America/Toronto", "HNE", "HAE"),
        ("America/Winnipeg", "HNC", "HAC"),
        ("America/Edmonton", "HNR", "HAR"),
        ("America/Vancouver", "HNP", "HAP"),
        ("America/Regina", "HNC", "HNC"),
        ("America/Blanc-Sablon", "HNA", "HNA"),
        ("America/Atikokan", "HNE", "HNE"),
        ("America/Dawson_Creek", "HNR", "HNR"),
        ("America/New_York", "HNE", "HAE"),
        ("America/Phoenix", "HNR", "HNR"),
        ("EST5EDT", "HNE", "HAE"),
        ("America/Anchorage", "UTC−9", "UTC−8"),
        ("Pacific/Honolulu", "UTC−10", "UTC−10"),
        ("America/Havana", "UTC−5", "UTC−4"),
        ("Asia/Shanghai", "UTC+8", "UTC+8"),
        ("Asia/Manila", "UTC+8", "UTC+8"),
        ("Asia/Kolkata", "UTC+5:30", "UTC+5:30"),
        ("Europe/Paris", "UTC+1", "UTC+2"),
        ("Europe/London", "UTC", "UTC+1"),
        ("Etc/UTC", "UTC", "UTC"),
    ],
)
def test_quebec_has_its_codes_by_the_real_state_of_a_zone(
    zone: str, winter: str, summer: str
) -> None:
    assert zone_code(at(JANUARY, zone), locale="fr_CA") == winter
    assert zone_code(at(JULY, zone), locale="fr-CA") == summer


@pytest.mark.parametrize(
    "zone, wall, locale, code",
    [
        ("America/Whitehorse", "2020-10-31T12:00", "fr_CA", "HAP"),
        ("America/Whitehorse", "2020-11-02T12:00", "fr_CA", "HNR"),
        ("America/Whitehorse", "2020-11-02T12:00", "en_CA", "MST"),
        ("America/Whitehorse", "2020-11-02T12:00", "fr", "UTC−7"),
        ("America/Goose_Bay", "1988-07-01T12:00", "fr_CA", "UTC−2"),
        ("America/Montreal", "1880-07-01T12:00", "fr_CA", "UTC−5:17:32"),
        ("America/Montreal", JULY, "fr", "UTC−4"),
        ("America/Montreal", JULY, "fr_FR", "UTC−4"),
        ("America/Montreal", JULY, "fr_BE", "UTC−4"),
        ("America/Montreal", JULY, "fr-CH", "UTC−4"),
        ("America/Montreal", JULY, "en", "EDT"),
        ("America/Montreal", JULY, "en_US", "EDT"),
        ("America/Montreal", JANUARY, "en-CA", "EST"),
        ("America/St_Johns", JANUARY, "fr", "UTC−3:30"),
        ("America/St_Johns", JANUARY, "en_CA", "NST"),
        ("America/Sao_Paulo", JULY, "en", "GMT-3"),
        ("Asia/Shanghai", JULY, "en", "GMT+8"),
        ("Asia/Kolkata", JULY, "en_CA", "GMT+5:30"),
        ("Europe/Paris", JANUARY, "fr_BE", "UTC+1"),
        ("UTC", JANUARY, "fr_CH", "UTC"),
        ("UTC", JANUARY, "en", "GMT"),
    ],
)
def test_a_code_is_the_locale_s(zone: str, wall: str, locale: str, code: str) -> None:
    assert zone_code(at(wall, zone), locale=locale) == code


@pytest.mark.parametrize(
    "zone, wall, locale, name",
    [
        ("America/Montreal", JULY, "fr_CA", "heure avancée de l’Est"),
        ("America/Montreal", JANUARY, "fr_CA", "heure normale de l’Est"),
        ("America/Montreal", JULY, "fr", "heure d’été de l’Est nord-américain"),
        ("America/Montreal", JULY, "en", "Eastern Daylight Time"),
        ("America/Montreal", JULY, "en_CA", "Eastern Daylight Saving Time"),
        ("US/East-Indiana", JANUARY, "fr_CA", "heure normale de l’Est"),
        ("America/St_Johns", JULY, "fr_CA", "heure avancée de Terre-Neuve"),
        ("America/Regina", JULY, "fr_CA", "heure normale du Centre"),
        ("America/Whitehorse", "2020-10-31T23:59", "fr_CA", "heure avancée du Pacifique"),
        ("America/Whitehorse", "2020-11-01T00:00", "fr_CA", "heure normale du Yukon"),
        ("America/Whitehorse", "2020-10-31T23:59", "en", "Pacific Daylight Time"),
        ("America/Whitehorse", "2020-11-01T00:00", "en", "Yukon Time"),
        ("America/Indiana/Knox", "2000-07-01T12:00", "en", "Eastern Standard Time"),
        ("America/Indiana/Knox", JULY, "en", "Central Daylight Time"),
        ("America/Yakutat", "1975-01-15T12:00", "fr", "UTC−09:00"),
        ("America/Yakutat", JANUARY, "fr", "heure normale de l’Alaska"),
        ("America/Argentina/Buenos_Aires", JULY, "fr", "heure normale d’Argentine"),
        ("Europe/Paris", JULY, "fr", "heure d’été d’Europe centrale"),
        ("Europe/Paris", JULY, "fr_CA", "heure avancée de l’Europe centrale"),
        ("Europe/Brussels", JANUARY, "fr_BE", "heure normale d’Europe centrale"),
        ("Europe/Zurich", JANUARY, "fr_CH", "heure normale d’Europe centrale"),
        ("Europe/London", JULY, "fr", "heure d’été britannique"),
        ("Europe/London", JULY, "fr_CA", "heure avancée britannique"),
        ("Europe/London", JANUARY, "en", "Greenwich Mean Time"),
        ("Europe/Dublin", JULY, "fr", "heure d’été irlandaise"),
        ("Europe/Dublin", JULY, "en", "Irish Standard Time"),
        ("Europe/Dublin", JANUARY, "en", "Greenwich Mean Time"),
        ("Europe/Prague", "1947-01-15T12:00", "en", "Central European Standard Time"),
        ("Europe/Prague", JULY, "en", "Central European Summer Time"),
        ("Europe/Vilnius", "1998-07-01T12:00", "en", "Central European Summer Time"),
        ("Africa/Windhoek", JANUARY, "en", "West Africa Summer Time"),
        ("Africa/Windhoek", JULY, "en", "West Africa Standard Time"),
        ("Africa/Windhoek", "2018-01-15T12:00", "en", "Central Africa Time"),
        ("Africa/Casablanca", JANUARY, "fr", "heure normale d’Europe de l’Ouest"),
        ("Africa/Casablanca", "2024-01-15T12:00", "fr", "UTC+01:00"),
        ("Asia/Kolkata", JULY, "fr", "heure de l’Inde"),
        ("Asia/Colombo", "2000-01-15T12:00", "fr", "UTC+06:00"),
        ("Etc/GMT+5", JULY, "fr", "UTC−05:00"),
        ("Etc/GMT+5", JULY, "en", "GMT-05:00"),
        ("Asia/Tomsk", JULY, "fr", "UTC+07:00"),
        ("Africa/Monrovia", "1971-01-01T12:00", "fr", "UTC−00:44:30"),
        ("Etc/UTC", JULY, "fr", "temps universel coordonné"),
        ("UTC", JULY, "en", "Coordinated Universal Time"),
        ("Europe/Berlin", JULY, "de", "Mitteleuropäische Sommerzeit"),
    ],
)
def test_a_long_name_is_cldr_s_of_that_day(zone: str, wall: str, locale: str, name: str) -> None:
    assert zone_name(at(wall, zone), locale=locale) == name


@pytest.mark.parametrize(
    "zone, wall, locale, name",
    [
        ("America/Montreal", JULY, "fr_CA", "HAE"),
        ("America/Montreal", JULY, "fr", "UTC−4"),
        ("America/Montreal", JULY, "fr_CH", "UTC−4"),
        ("America/Montreal", JULY, "en_CA", "EDT"),
        ("America/Montreal", JULY, "en_GB", "GMT-4"),
        ("America/Halifax", JULY, "fr_CA", "UTC−3"),
        ("America/Halifax", JULY, "en", "ADT"),
        ("America/St_Johns", JULY, "fr_CA", "HAT"),
        ("America/St_Johns", JULY, "en", "GMT-2:30"),
        ("America/St_Johns", JULY, "en_CA", "NDT"),
        ("America/Whitehorse", "2020-10-31T23:59", "fr_CA", "HAP"),
        ("America/Whitehorse", "2020-11-01T00:00", "fr_CA", "UTC−7"),
        ("America/Whitehorse", "2020-11-01T00:00", "en", "GMT-7"),
        ("America/Cayenne", JULY, "fr_GF", "GFT"),
        ("America/Cayenne", JULY, "fr", "UTC−3"),
        ("Pacific/Honolulu", JULY, "en", "HST"),
        ("Pacific/Honolulu", JULY, "fr", "UTC−10"),
        ("America/Sao_Paulo", JULY, "fr_CA", "UTC−3"),
        ("America/Sao_Paulo", JULY, "en", "GMT-3"),
        ("Africa/Monrovia", "1971-01-01T12:00", "en", "GMT-0:44:30"),
        ("Etc/GMT", JULY, "fr", "UTC"),
        ("Etc/GMT", JULY, "en", "GMT"),
        ("Zulu", JULY, "fr", "UTC"),
        ("UTC", JULY, "en", "UTC"),
    ],
)
def test_a_short_name_is_cldr_s_or_the_offset(zone: str, wall: str, locale: str, name: str) -> None:
    assert cldr_zone(at(wall, zone), Locale.parse(locale), "short") == name


@pytest.mark.parametrize(
    "locale, short, long",
    [
        ("am", "ጂ ኤም ቲ-5", "ጂ ኤም ቲ-0500"),
        ("da", "GMT-5", "GMT-05.00"),
        ("de", "GMT-5", "GMT-05:00"),
        ("eu", "GMT–5", "GMT–05:00"),
        ("fi", "UTC-5", "UTC-05.00"),
        ("he", "GMT-5\u200e\u200e", "GMT-05:00\u200e\u200e"),
        ("hr", "GMT -5", "GMT -05:00"),
        ("sv", "GMT−5", "GMT−05:00"),
        ("ms", "GMT-5", "GMT-05:00"),
        ("ms_ID", "GMT-5", "GMT-05.00"),
        ("bs_Latn", "GMT  -5", "GMT  -05:00"),
        ("bs_Cyrl", "GMT-5", "GMT-05:00"),
    ],
)
def test_an_offset_has_the_signs_of_its_locale(locale: str, short: str, long: str) -> None:
    moment = at(JULY, "Etc/GMT+5")
    assert cldr_zone(moment, Locale.parse(locale), "short") == short
    assert cldr_zone(moment, Locale.parse(locale), "long") == long


def test_hebrew_has_no_mark_of_direction_at_no_offset() -> None:
    moment = datetime(2011, 6, 24, tzinfo=timezone(timedelta(0), "nulle part"))
    assert cldr_zone(moment, Locale.parse("he"), "short") == "GMT"


@pytest.mark.parametrize(
    "tz, code, long",
    [
        (UTC, "UTC", "temps universel coordonné"),
        (timezone(timedelta(0)), "UTC", "temps universel coordonné"),
        (timezone(timedelta(hours=-5)), "UTC−5", "UTC−05:00"),
        (timezone(timedelta(hours=-5), "EST"), "HNE", "UTC−05:00"),
        (timezone(timedelta(hours=-6), "EST"), "UTC−6", "UTC−06:00"),
        (timezone(timedelta(hours=9, minutes=5)), "UTC+9:05", "UTC+09:05"),
        (timezone(-timedelta(microseconds=1)), "UTC", "UTC"),
        (timezone(-timedelta(seconds=7)), "UTC−0:00:07", "UTC−00:00:07"),
        (dateutil_tz.tzoffset("EST", -18_000), "HNE", "UTC−05:00"),
        (dateutil_tz.UTC, "UTC", "UTC"),
        (Offset(), "UTC−5", "UTC−05:00"),
        (Named(), "UTC−5", "heure normale de l’Est"),
        (Numbered(), "UTC−5", "UTC−05:00"),
    ],
)
def test_zones_of_every_make_have_names(tz: tzinfo, code: str, long: str) -> None:
    moment = datetime(2011, 6, 24, 9, 7, tzinfo=tz)
    assert zone_code(moment, locale="fr_CA") == code
    assert zone_name(moment, locale="fr_CA") == long


def test_dateutil_s_zones_have_codes() -> None:
    moment = datetime(2011, 6, 24, 9, 7, tzinfo=dateutil_tz.gettz("America/Montreal"))
    assert zone_code(moment, locale="fr_CA") == "HAE"
    # From version 4 on they know their key, and have a name by it.
    assert zone_name(moment, locale="fr_CA") in {"heure avancée de l’Est", "UTC−04:00"}


def test_the_repeated_hour_has_two_codes() -> None:
    wall = datetime(2011, 11, 6, 1, 30, tzinfo=ZoneInfo("America/Montreal"))
    assert zone_code(wall, locale="fr_CA") == "HAE"
    assert zone_code(wall.replace(fold=1), locale="fr_CA") == "HNE"


def test_a_moment_is_told_in_the_zone_that_is_asked() -> None:
    moment = datetime(2011, 6, 24, 13, 7, tzinfo=UTC)
    assert zone_code(moment, locale="fr_CA", tz="America/Montreal") == "HAE"
    paris = ZoneInfo("Europe/Paris")
    assert zone_name(moment, locale="fr", tz=paris) == "heure d’été d’Europe centrale"


def test_a_naive_moment_is_refused() -> None:
    naive = datetime(2011, 6, 24, 9, 7)  # noqa: DTZ001 - what is refused
    with pytest.raises(InvalidValueError, match=r"zone_code\.moment must be an aware datetime"):
        zone_code(naive, locale="fr_CA")
    with pytest.raises(InvalidValueError, match=r"zone_name\.moment must be an aware datetime"):
        zone_name(naive, locale="fr_CA", tz="America/Montreal")
    with pytest.raises(InvalidTypeError):
        zone_name("2011-06-24", locale="fr_CA")  # type: ignore[arg-type]


def test_a_moment_that_no_calendar_has_there_is_refused() -> None:
    first = datetime(1, 1, 1, tzinfo=UTC)
    with pytest.raises(InvalidValueError, match="can be told in America/Montreal") as refused:
        zone_code(first, locale="fr_CA", tz="America/Montreal")
    assert refused.value.value == first
    last = datetime(9999, 12, 31, 23, tzinfo=UTC)
    with pytest.raises(InvalidValueError, match="can be told in Asia/Tokyo"):
        zone_name(last, locale="fr_CA", tz="Asia/Tokyo")


def test_a_code_is_of_the_norms_locales_alone() -> None:
    moment = datetime(2011, 6, 24, tzinfo=UTC)
    with pytest.raises(StyleError, match=r"'de_AT'.* only fr, fr_CA") as refused:
        zone_code(moment, locale="de_AT")
    assert (refused.value.style, refused.value.locale) == ("zone-code", "de_AT")


def test_what_is_no_locale_or_no_zone_is_refused() -> None:
    moment = datetime(2011, 6, 24, tzinfo=UTC)
    for name in (zone_code, zone_name):
        with pytest.raises(UnknownLocaleError):
            name(moment, locale="xx_YY")
        with pytest.raises(UnknownZoneError):
            name(moment, locale="fr", tz="America/Laval")


def test_the_history_of_a_zone_goes_forward() -> None:
    for zone, (ends, metazones) in HISTORY.items():
        assert len(metazones) == len(ends) + 1, zone
        assert all(before < after for before, after in pairwise(ends)), zone
        assert all(before != after for before, after in pairwise(metazones)), zone


def test_the_history_ends_with_the_metazone_of_today() -> None:
    today = get_global("meta_zones")
    assert [z for z, (_, metazones) in HISTORY.items() if metazones[-1] != today.get(z)] == []


def test_zones_are_renamed_to_those_that_have_metazones() -> None:
    aliases, today = get_global("zone_aliases"), get_global("meta_zones")
    for newest, cldr in RENAMED.items():
        assert aliases[cldr] == newest
        assert cldr in today
        assert newest not in today


def test_codes_need_no_babel() -> None:
    program = (
        "import sys; from datetime import UTC, datetime\n"
        "from blogmodel.dates._zone_names import zone_code\n"
        "moment = datetime(2011, 6, 24, tzinfo=UTC)\n"
        "for locale in ('fr', 'fr_CA', 'fr_BE', 'fr_CH', 'en', 'en_CA'):\n"
        "    zone_code(moment, locale=locale, tz='America/Montreal')\n"
        "sys.exit('babel' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], check=False)  # noqa: S603 - our own
    assert done.returncode == 0
