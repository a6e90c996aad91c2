"""The norms' styles, in the six locales that have them."""

import copy
import pickle
import re
import subprocess
import sys
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pytest
from dateutil import tz as dateutil_zones

from blogmodel.dates import Style
from blogmodel.dates._format import Formatter, format, has_clock  # noqa: A004 - its public name
from blogmodel.errors import (
    InvalidTypeError,
    InvalidValueError,
    StyleError,
    UnknownLocaleError,
    UnknownZoneError,
)

MONTREAL = ZoneInfo("America/Montreal")
MOMENT = datetime(2011, 6, 24, 13, 7, 33, 500, tzinfo=UTC)
FRENCH = ["fr", "fr_CA", "fr_BE", "fr_CH"]
NORMS = [*FRENCH, "en", "en_CA"]
CLOCKS = [style for style in Style if has_clock(style)]


def written(style: str, locale: str, moment: date = MOMENT) -> str:
    """Return a text with its no-break spaces seen: « ␣ » for U+00A0, « ⍽ » for U+202F."""
    text = format(moment, style, locale=locale, tz=MONTREAL)
    return text.replace("\u00a0", "␣").replace("\u202f", "⍽")


@pytest.mark.parametrize(
    "style, fr, fr_ca, en, en_ca",
    [
        ("date", "24 juin 2011", "24 juin 2011", "June 24, 2011", "June 24, 2011"),
        (
            "weekday-date",
            "vendredi 24 juin 2011",
            "vendredi 24 juin 2011",
            "Friday, June 24, 2011",
            "Friday, June 24, 2011",
        ),
        ("abbreviated-date", "24 juin 2011", "24 juin 2011", "Jun 24, 2011", "Jun 24, 2011"),
        ("numeric-date", "24/06/2011", "2011-06-24", "06/24/2011", "2011-06-24"),
        ("month", "juin 2011", "juin 2011", "June 2011", "June 2011"),
        ("clock", "9␣h␣07", "9␣h␣07", "9:07⍽AM", "9:07⍽a.m."),
        ("screen-clock", "09:07", "9␣h␣07", "9:07⍽AM", "9:07⍽a.m."),
        (
            "stamp",
            "24 juin 2011 à 09:07",
            "24 juin 2011 à 9␣h␣07",
            "June 24, 2011 at 9:07⍽AM",
            "June 24, 2011 at 9:07⍽a.m.",
        ),
        (
            "zoned-stamp",
            "24 juin 2011 à 09:07 UTC−4",
            "24 juin 2011 à 9␣h␣07 HAE",
            "June 24, 2011 at 9:07⍽AM EDT",
            "June 24, 2011 at 9:07⍽a.m. EDT",
        ),
        (
            "running-text",
            "le vendredi 24 juin 2011, à 9␣h␣07",
            "le vendredi 24 juin 2011, à 9␣h␣07",
            "on Friday, June 24, 2011, at 9:07⍽AM",
            "on Friday, June 24, 2011, at 9:07⍽a.m.",
        ),
    ],
)
def test_each_style_of_the_norms(style: str, fr: str, fr_ca: str, en: str, en_ca: str) -> None:
    expected = {"fr": fr, "fr_FR": fr, "fr-BE": fr, "fr_CH": fr, "fr_CA": fr_ca, "fr-CA": fr_ca}
    expected |= {"en": en, "en-US": en, "en_CA": en_ca}
    assert {locale: written(style, locale) for locale in expected} == expected


@pytest.mark.parametrize("locale", FRENCH)
@pytest.mark.parametrize(
    "style, text",
    [
        ("date", "1er mai 2011"),
        ("weekday-date", "dimanche 1er mai 2011"),
        ("abbreviated-date", "1er mai 2011"),
    ],
)
def test_the_first_of_the_month_is_1er(locale: str, style: str, text: str) -> None:
    assert format(date(2011, 5, 1), style, locale=locale) == text


@pytest.mark.parametrize("day", [2, 11, 21, 31])
def test_the_other_days_are_bare(day: int) -> None:
    assert format(date(2011, 5, day), "date", locale="fr") == f"{day} mai 2011"


def test_july_is_abbreviated_otherwise_in_quebec() -> None:
    day = date(2011, 7, 1)
    assert format(day, Style.ABBREVIATED_DATE, locale="fr") == "1er juil. 2011"
    assert format(day, Style.ABBREVIATED_DATE, locale="fr_CA") == "1er juill. 2011"


def test_months_are_abbreviated_by_the_norms() -> None:
    days = [date(2011, month, 2) for month in range(1, 13)]
    texts = [format(day, Style.ABBREVIATED_DATE, locale="fr_CA") for day in days]
    assert " ".join(text.split()[1] for text in texts) == (
        "janv. févr. mars avr. mai juin juill. août sept. oct. nov. déc."
    )


def test_quebec_alone_has_codes_for_months() -> None:
    days = [date(2011, month, 24) for month in range(1, 13)]
    assert [format(day, "coded-date", locale="fr_CA").split()[1] for day in days] == [
        *("JAN", "FÉV", "MAR", "AVR", "MAI", "JUN", "JUL", "AOÛ", "SEP", "OCT", "NOV", "DÉC")
    ]
    assert format(date(2011, 6, 24), "coded-date", locale="fr_CA") == "24 JUN 2011"
    with pytest.raises(StyleError, match="'coded-date' in 'fr': only fr_CA has codes"):
        Formatter("coded-date", locale="fr")


@pytest.mark.parametrize(
    "hour, minute, clock, screen, english",
    [
        (0, 0, "0␣h", "00:00", "12:00⍽AM"),
        (0, 5, "0␣h␣05", "00:05", "12:05⍽AM"),
        (9, 7, "9␣h␣07", "09:07", "9:07⍽AM"),
        (11, 59, "11␣h␣59", "11:59", "11:59⍽AM"),
        (12, 0, "12␣h", "12:00", "12:00⍽PM"),
        (18, 0, "18␣h", "18:00", "6:00⍽PM"),
        (23, 59, "23␣h␣59", "23:59", "11:59⍽PM"),
    ],
)
def test_a_clock_has_no_zero_before_its_hour_and_none_after_a_full_one(
    hour: int, minute: int, clock: str, screen: str, english: str
) -> None:
    moment = datetime(2011, 6, 24, hour, minute, tzinfo=MONTREAL)
    assert written("clock", "fr", moment) == clock
    assert written("clock", "fr_CA", moment) == clock
    assert written("screen-clock", "fr", moment) == screen
    assert written("screen-clock", "fr_CA", moment) == clock
    assert written("screen-clock", "en", moment) == english


@pytest.mark.parametrize(
    "locale, hour, text",
    [
        ("fr", 12, "le vendredi 24 juin 2011, à midi"),
        ("fr_CA", 0, "le vendredi 24 juin 2011, à minuit"),
        ("en", 12, "on Friday, June 24, 2011, at noon"),
        ("en_CA", 0, "on Friday, June 24, 2011, at midnight"),
    ],
)
def test_exact_noon_and_midnight_have_names_in_a_sentence(
    locale: str, hour: int, text: str
) -> None:
    moment = datetime(2011, 6, 24, hour, tzinfo=MONTREAL)
    assert written("running-text", locale, moment) == text
    for other in (moment.replace(second=1), moment.replace(microsecond=1)):
        clock = written("clock", locale, other)
        assert written("running-text", locale, other).rsplit(maxsplit=1)[-1] == clock
    assert "minuit" not in written("running-text", "fr", moment.replace(hour=0, minute=1))


def test_winter_has_the_code_of_winter() -> None:
    moment = datetime(2011, 1, 24, 14, 7, tzinfo=UTC)
    assert written("zoned-stamp", "fr_CA", moment) == "24 janvier 2011 à 9␣h␣07 HNE"
    assert written("zoned-stamp", "en", moment) == "January 24, 2011 at 9:07⍽AM EST"
    paris = format(MOMENT, Style.ZONED_STAMP, locale="fr", tz="Europe/Paris")
    assert paris == "24 juin 2011 à 15:07 UTC+2"


@pytest.mark.parametrize(
    "style, text",
    [
        ("date", "24 juin 0099"),
        ("weekday-date", "mercredi 24 juin 0099"),
        ("numeric-date", "24/06/0099"),
        ("month", "juin 0099"),
        ("long", "24 juin 99"),
    ],
)
def test_years_before_1000_have_four_figures_in_the_norms(style: str, text: str) -> None:
    assert format(date(99, 6, 24), style, locale="fr") == text


def test_a_datetime_has_its_date_in_the_zone() -> None:
    late = datetime(2011, 7, 1, 2, tzinfo=UTC)
    assert format(late, "date", locale="fr") == "1er juillet 2011"
    assert format(late, "date", locale="fr", tz="America/Montreal") == "30 juin 2011"
    assert format(late, "month", locale="fr", tz="America/Montreal") == "juin 2011"
    assert format(late.astimezone(MONTREAL), "long-date", locale="fr") == "30 juin 2011"


def test_a_date_has_no_zone() -> None:
    day = date(2011, 7, 1)
    assert format(day, "date", locale="fr", tz="Pacific/Apia") == "1er juillet 2011"


@pytest.mark.parametrize(
    "style, text",
    [
        ("short", "2011-07-01"),
        ("medium", "1 juill. 2011"),
        ("long", "1 juillet 2011"),
        ("full", "vendredi 1 juillet 2011"),
    ],
)
def test_of_a_date_cldr_s_styles_write_the_date_alone(style: str, text: str) -> None:
    assert format(date(2011, 7, 1), style, locale="fr_CA", tz="Europe/Paris") == text


@pytest.mark.parametrize("style", [s for s in CLOCKS if s.value not in "short medium long full"])
def test_a_date_has_no_clock_to_write(style: Style) -> None:
    with pytest.raises(StyleError, match="it has a clock, which 2011-07-01 has not"):
        format(date(2011, 7, 1), style, locale="fr_CA")


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize("tz", [None, MONTREAL, UTC])
def test_a_naive_datetime_is_refused(style: Style, tz: tzinfo | None) -> None:
    naive = datetime(2011, 6, 24, 9, 7)  # noqa: DTZ001 - the point of the test
    with pytest.raises(InvalidValueError, match="this one is naive, so give it a tzinfo"):
        format(naive, style, locale="fr_CA", tz=tz)


class Mute(tzinfo):
    """A zone that tells no offset."""

    def tzname(self, _: datetime | None) -> str | None:
        return None

    def dst(self, _: datetime | None) -> timedelta | None:
        return None

    def utcoffset(self, _: datetime | None) -> timedelta | None:
        return None


class Broken(Mute):
    """A zone that fails."""

    def utcoffset(self, _: datetime | None) -> timedelta | None:
        raise RuntimeError("no data")


@pytest.mark.parametrize("zone", [Mute(), Broken()])
@pytest.mark.parametrize("style", ["stamp", "date", "long"])
def test_a_zone_that_tells_no_offset_is_refused(style: str, zone: tzinfo) -> None:
    with pytest.raises(InvalidValueError, match=r"format\.moment must be an aware datetime"):
        format(MOMENT.replace(tzinfo=zone), style, locale="fr_CA")
    with pytest.raises(InvalidValueError, match=r"format\.moment must be a datetime that can be"):
        format(MOMENT, style, locale="fr_CA", tz=zone)


@pytest.mark.parametrize("value", ["2011-06-24", 1308920820, None, time(9, 7, tzinfo=UTC)])
@pytest.mark.parametrize("style", ["stamp", "zoned-stamp", "date", "long", "long-time"])
def test_what_is_no_date_is_refused(style: str, value: Any) -> None:
    with pytest.raises(InvalidTypeError, match=r"format\.moment must be an aware datetime"):
        format(value, style, locale="fr_CA", tz=MONTREAL)


@pytest.mark.parametrize(
    "moment, zone",
    [
        (datetime.max.replace(tzinfo=UTC), "Asia/Tokyo"),
        (datetime.min.replace(tzinfo=UTC), "America/Montreal"),
        (datetime.max.replace(tzinfo=MONTREAL), "UTC"),
    ],
)
@pytest.mark.parametrize("style", Style)
def test_what_no_calendar_of_the_zone_has_is_refused(
    style: Style, moment: datetime, zone: str
) -> None:
    with pytest.raises(InvalidValueError, match="can be told in"):
        format(moment, style, locale="fr_CA", tz=zone)


def test_the_ends_of_the_calendar_are_written() -> None:
    assert written("stamp", "fr_CA", datetime.min.replace(tzinfo=MONTREAL)).startswith("1er janv")
    last = datetime.max.replace(tzinfo=UTC)
    assert format(last, "stamp", locale="fr") == "31 décembre 9999 à 23:59"


def test_an_unknown_style_is_refused_with_the_names_of_all() -> None:
    with pytest.raises(StyleError, match=r"give one of short, .*, running-text$") as caught:
        format(MOMENT, "stamps", locale="fr-CA")
    assert (caught.value.style, caught.value.locale) == ("stamps", "fr_CA")
    with pytest.raises(StyleError, match="there is none of that name"):
        format(MOMENT, ["stamp"], locale="fr")  # type: ignore[arg-type]


def test_other_locales_have_no_norms() -> None:
    with pytest.raises(StyleError, match="only fr, fr_CA, fr_BE, fr_CH, en, en_CA have it") as it:
        format(MOMENT, Style.STAMP, locale="de-AT")
    assert (it.value.style, it.value.locale) == ("stamp", "de_AT")


def test_unknown_locales_and_zones_are_refused() -> None:
    with pytest.raises(UnknownLocaleError):
        format(MOMENT, "stamp", locale="xx")
    with pytest.raises(UnknownZoneError):
        format(MOMENT, "stamp", locale="fr", tz="Amerique/Montreal")


@pytest.mark.parametrize("style", ["stamp", "running-text", "long"])
def test_any_zone_will_do(style: str) -> None:
    expected = format(MOMENT, style, locale="fr", tz=MONTREAL)
    with_offset = timezone(timedelta(hours=-4))
    assert format(MOMENT.astimezone(with_offset), style, locale="fr") == expected
    assert format(MOMENT, style, locale="fr", tz=with_offset) == expected
    other = dateutil_zones.gettz("America/Montreal")
    assert format(MOMENT.astimezone(other), style, locale="fr") == expected
    assert format(MOMENT, style, locale="fr", tz=other) == expected


class Later(datetime):
    """A datetime of a class of its own."""


@pytest.mark.parametrize("style", Style)
def test_a_datetime_of_another_class_is_written_alike(style: Style) -> None:
    later = Later(2011, 6, 24, 13, 7, 33, 500, tzinfo=UTC)
    for tz in (None, MONTREAL):
        expected = format(MOMENT, style, locale="fr_CA", tz=tz)
        assert format(later, style, locale="fr_CA", tz=tz) == expected


def test_a_formatter_is_a_value() -> None:
    stamp = Formatter("stamp", locale="fr-CA", tz="America/Montreal")
    same = Formatter(Style.STAMP, locale="fr_CA", tz=MONTREAL)
    assert stamp == same
    assert hash(stamp) == hash(same)
    assert (stamp.style, stamp.locale, stamp.tz) == (Style.STAMP, "fr_CA", MONTREAL)
    others = [
        Formatter("date", locale="fr-CA", tz=MONTREAL),
        Formatter("stamp", locale="fr", tz=MONTREAL),
        Formatter("stamp", locale="fr-CA"),
    ]
    assert stamp not in others
    assert len({stamp, same, *others}) == 4
    assert repr(others[2]) == "Formatter(style=Style.STAMP, locale='fr_CA', tz=None)"
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        stamp.locale = "fr"  # type: ignore[misc]


def test_a_formatter_is_copied_whole() -> None:
    stamp = Formatter("stamp", locale="fr-CA", tz="America/Montreal")
    for other in (copy.copy(stamp), copy.deepcopy(stamp), pickle.loads(pickle.dumps(stamp))):
        assert other == stamp
        assert other(MOMENT) == stamp(MOMENT)
    french = attrs.evolve(stamp, locale="fr")
    assert french == Formatter("stamp", locale="fr", tz=MONTREAL)
    assert french(MOMENT) == "24 juin 2011 à 09:07"


def test_a_formatter_of_a_zone_without_a_hash_has_one() -> None:
    zone = dateutil_zones.gettz("America/Montreal")
    assert hash(Formatter("stamp", locale="fr", tz=zone)) == hash(
        Formatter("stamp", locale="fr", tz=dateutil_zones.gettz("America/Montreal"))
    )


def test_the_norms_need_no_babel() -> None:
    program = """
import sys
from datetime import UTC, date, datetime
from blogmodel.dates._format import format
from blogmodel.dates._ranges import format_range
from blogmodel.dates._weeks import week_start
moment = datetime(2011, 6, 24, 13, 7, tzinfo=UTC)
for locale in ("fr", "fr-CA", "fr_BE", "fr_CH", "en-US", "en_CA"):
    for style in ("date", "stamp", "running-text", "zoned-stamp"):
        format(moment, style, locale=locale, tz="America/Montreal")
    format_range(date(2011, 5, 7), date(2011, 5, 9), locale=locale)
week_start("fr_CA")
print("babel" in sys.modules)
"""
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", program], capture_output=True, check=True, encoding="utf-8"
    )
    assert done.stdout == "False\n"


def test_the_table_of_styles_in_the_reference_is_true() -> None:
    page = Path(__file__).parents[2] / "docs" / "reference" / "dates.md"
    row = r"^\| `([a-z-]+)` \| (.*?) ?\| (.*?) ?\| (.*?) ?\|$"
    rows = re.findall(row, page.read_text("utf-8"), re.MULTILINE)
    assert {name for name, *_ in rows} <= {style.value for style in Style}
    assert len(rows) == 15
    moment = datetime(2011, 6, 24, 13, 7, tzinfo=UTC)
    for name, *cells in rows:
        for locale, cell in zip(("fr", "fr_CA", "en"), cells, strict=True):
            if cell in {"", "the same"} or "…" in cell:
                continue
            told = cell.startswith(("1er", "May 1", "Jul 1")) and name != "month"
            day = date(2011, 5 if "mai" in cell or "May" in cell else 7, 1)
            written = format(day if told else moment, name, locale=locale, tz="America/Montreal")
            assert re.sub("[\u00a0\u202f]", " ", written) == cell
