"""CLDR's styles, code point for code point."""

from datetime import UTC, date, datetime, timedelta

import pytest
from babel import Locale, localedata
from babel.dates import DateTimeFormat
from hypothesis import given
from hypothesis import strategies as st

from blogmodel.dates import Style
from blogmodel.dates._at_time import at_time
from blogmodel.dates._format import Formatter, format  # noqa: A004 - its public name
from blogmodel.dates._zone_names import cldr_zone

MOMENT = datetime(2011, 6, 24, 13, 7, 3, tzinfo=UTC)
LOCALES = sorted(localedata.locale_identifiers())
WIDTHS = ["full", "long", "medium", "short"]


@pytest.mark.parametrize(
    "locale, tz, full, long, medium, short",
    [
        (
            "fr",
            "Europe/Paris",
            "vendredi 24 juin 2011 à 15:07:03 heure d’été d’Europe centrale",
            "24 juin 2011 à 15:07:03 UTC+2",
            "24 juin 2011, 15:07:03",
            "24/06/2011 15:07",
        ),
        (
            "fr_CA",
            "America/Montreal",
            "vendredi 24 juin 2011 à 09 h 07 min 03 s heure avancée de l’Est",
            "24 juin 2011 à 09 h 07 min 03 s HAE",
            "24 juin 2011, 09 h 07 min 03 s",
            "2011-06-24 09 h 07",
        ),
        (
            "fr_BE",
            "Europe/Brussels",
            "vendredi 24 juin 2011 à 15 h 07 min 03 s heure d’été d’Europe centrale",
            "24 juin 2011 à 15:07:03 UTC+2",
            "24 juin 2011, 15:07:03",
            "24/06/11 15:07",
        ),
        (
            "fr_CH",
            "Europe/Zurich",
            "vendredi, 24 juin 2011 à 15.07:03 h heure d’été d’Europe centrale",
            "24 juin 2011 à 15:07:03 UTC+2",
            "24 juin 2011, 15:07:03",
            "24.06.11 15:07",
        ),
        (
            "en",
            "America/Montreal",
            "Friday, June 24, 2011 at 9:07:03\u202fAM Eastern Daylight Time",
            "June 24, 2011 at 9:07:03\u202fAM EDT",
            "Jun 24, 2011, 9:07:03\u202fAM",
            "6/24/11, 9:07\u202fAM",
        ),
        (
            "en_CA",
            "America/Montreal",
            "Friday, June 24, 2011 at 9:07:03\u202fa.m. Eastern Daylight Saving Time",
            "June 24, 2011 at 9:07:03\u202fa.m. EDT",
            "Jun 24, 2011, 9:07:03\u202fa.m.",
            "2011-06-24, 9:07\u202fa.m.",
        ),
        (
            "de",
            "Europe/Berlin",
            "Freitag, 24. Juni 2011 um 15:07:03 Mitteleuropäische Sommerzeit",
            "24. Juni 2011 um 15:07:03 MESZ",
            "24.06.2011, 15:07:03",
            "24.06.11, 15:07",
        ),
        (
            "es",
            "Europe/Madrid",
            "viernes, 24 de junio de 2011, 15:07:03 (hora de verano de Europa central)",
            "24 de junio de 2011, 15:07:03 CEST",
            "24 jun 2011, 15:07:03",
            "24/6/11, 15:07",
        ),
        (
            "it",
            "Europe/Rome",
            "venerdì 24 giugno 2011 alle ore 15:07:03 Ora legale dell’Europa centrale",
            "24 giugno 2011 alle ore 15:07:03 CEST",
            "24 giu 2011, 15:07:03",
            "24/06/11, 15:07",
        ),
        (
            "zh_Hant",
            "Asia/Taipei",
            "2011年6月24日 星期五 晚上9:07:03 [台北標準時間]",
            "2011年6月24日 晚上9:07:03 [GMT+8]",
            "2011年6月24日 晚上9:07:03",
            "2011/6/24 晚上9:07",
        ),
    ],
)
def test_cldr_joins_a_date_and_its_clock(  # noqa: PLR0913, PLR0917 - a table
    locale: str, tz: str, full: str, long: str, medium: str, short: str
) -> None:
    written = [format(MOMENT, width, locale=locale, tz=tz) for width in WIDTHS]
    assert written == [full, long, medium, short]


@pytest.mark.parametrize(
    "locale, patterns",
    [
        ("fr", ("{1} 'à' {0}", "{1} 'à' {0}", "{1}, {0}", "{1} {0}")),
        ("fr_CA", ("{1} 'à' {0}", "{1} 'à' {0}", "{1}, {0}", "{1} {0}")),
        ("fr_ML", ("{1} 'à' {0}", "{1} 'à' {0}", "{1}, {0}", "{1}, {0}")),
        ("en", ("{1} 'at' {0}", "{1} 'at' {0}", "{1}, {0}", "{1}, {0}")),
        ("en_Shaw_GB", ("{1} {0}",) * 4),
        ("pt_BR", ("{1} 'às' {0}", "{1} 'às' {0}", "{1}, {0}", "{1}, {0}")),
        ("es_419", ("{1}, {0}",) * 4),
        ("az", ("{1}/{0}", "{1} 'at' {0}", "{1}, {0}", "{1}, {0}")),
        ("az_Cyrl", ("{1} {0}",) * 4),
        ("xh", ("{1} {0}", "{1} 'kwi' {0}", "{1} {0}", "{1} {0}")),
        ("nnh", ("{1},{0}", "{1}, {0}", "{1} {0}", "{1} {0}")),
        ("ar_EG", ("{1} في {0}", "{1} في {0}", "{1}، {0}", "{1}، {0}")),
        ("vi", ("'lúc' {0} {1}", "'lúc' {0} {1}", "{0} {1}", "{0} {1}")),
        ("km", ("{1} នៅ\u200bម៉ោង {0}", "{1} នៅ\u200bម៉ោង {0}", "{1}, {0}", "{1}, {0}")),
        ("yue_Hans", ("{1}{0}", "{1}{0}", "{1}{0}", "{1} {0}")),
        ("sw", ("{1}, {0}",) * 4),
        ("sw_KE", ("{1} 'saa' {0}", "{1} 'saa' {0}", "{1}, {0}", "{1}, {0}")),
        ("zh_Hant_TW", ("{1} {0}",) * 4),
        ("ja", ("{1} {0}",) * 4),
    ],
)
def test_how_a_clock_stands_beside_a_date(locale: str, patterns: tuple[str, ...]) -> None:
    assert tuple(at_time(locale, width) for width in WIDTHS) == patterns


@pytest.mark.parametrize("width", WIDTHS)
def test_no_pattern_has_more_than_its_quotes_take_away(width: str) -> None:
    for name in LOCALES:
        pattern = at_time(name, width)
        assert pattern.count("{0}") == pattern.count("{1}") == 1
        assert "''" not in pattern
        assert "%" not in pattern


class Naive(DateTimeFormat):
    """Babel's own fields, with the zone named as we name it."""

    def format_timezone(self, _: str, num: int) -> str:
        assert isinstance(self.value, datetime)
        return cldr_zone(self.value, self.locale, "long" if num > 3 else "short")


def naive(style: str, moment: datetime, locale: Locale) -> str:
    width, _, part = style.partition("-")
    fields = Naive(moment, locale)
    day = locale.date_formats[width].format % fields
    clock = locale.time_formats[width].format % fields
    if part:
        return day if part == "date" else clock
    pattern = at_time(str(locale), width).replace("'", "")
    return pattern.replace("{0}", clock).replace("{1}", day)


CLDR = [style for style in Style if style.value.partition("-")[0] in WIDTHS]
MOMENTS = [
    MOMENT,
    datetime(2009, 1, 4, 0, 0, 0, tzinfo=UTC),
    datetime(1999, 12, 31, 12, 30, 59, tzinfo=UTC),
    datetime(476, 9, 4, 23, 59, 9, tzinfo=UTC),
]


@pytest.mark.parametrize("locale", LOCALES)
def test_every_locale_has_what_babel_makes_of_its_patterns(locale: str) -> None:
    parsed = Locale.parse(locale)
    for style in CLDR:
        formatter = Formatter(style, locale=locale)
        assert formatter.locale in {str(parsed), "fr", "en"}
        assert [formatter(moment) for moment in MOMENTS] == [
            naive(style.value, moment, parsed) for moment in MOMENTS
        ]


@given(
    st.datetimes(timezones=st.timezones() | st.just(UTC), allow_imaginary=False),
    st.sampled_from(LOCALES),
    st.sampled_from(CLDR),
)
def test_any_moment_has_what_babel_makes_of_it(moment: datetime, locale: str, style: Style) -> None:
    expected = naive(style.value, moment, Locale.parse(locale))
    assert format(moment, style, locale=locale) == expected


def test_a_clock_for_every_day_of_a_year_is_as_babel_has_it() -> None:
    for locale in ("fr_CA", "en", "fi", "ko"):
        both, parsed = Formatter("full", locale=locale), Locale.parse(locale)
        for number in range(366):
            moment = MOMENT + timedelta(days=number, minutes=7 * number, seconds=number)
            assert both(moment) == naive("full", moment, parsed)


def test_a_date_is_written_by_all_styles_of_dates() -> None:
    assert format(date(2011, 5, 1), "full", locale="de") == "Sonntag, 1. Mai 2011"
    assert format(date(2011, 5, 1), Style.SHORT_DATE, locale="en") == "5/1/11"
    assert format(date(2011, 5, 1), Style.LONG_DATE, locale="wal") == (
        format(MOMENT.replace(month=5, day=1), Style.LONG_DATE, locale="wal")
    )
