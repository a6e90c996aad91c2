import pytest
from babel import Locale, localedata

from blogmodel.dates._weeks import week_start
from blogmodel.errors import UnknownLocaleError

MONDAY, FRIDAY, SATURDAY, SUNDAY = 0, 4, 5, 6


@pytest.mark.parametrize(
    "locale, day",
    [
        ("fr", MONDAY),
        ("fr_CA", MONDAY),
        ("fr-CA", MONDAY),
        ("fr_BE", MONDAY),
        ("fr_CH", MONDAY),
        ("fr_DZ", SATURDAY),
        ("en", SUNDAY),
        ("en_US", SUNDAY),
        ("en_CA", SUNDAY),
        ("en_GB", MONDAY),
        ("en_150", MONDAY),
        ("de", MONDAY),
        ("pt", SUNDAY),
        ("pt_AO", MONDAY),
        ("ar", SATURDAY),
        ("dv_MV", FRIDAY),
        ("pa_Guru", SUNDAY),
        ("zh_Hant", SUNDAY),
        ("zh_Hans", MONDAY),
    ],
)
def test_weeks_start_as_the_norms_and_cldr_say(locale: str, day: int) -> None:
    assert week_start(locale) == day


def test_where_the_territory_is_told_babel_agrees() -> None:
    # Babel gives these what Portugal has.
    wrong = {f"pt_{territory}" for territory in ("AO", "CV", "GQ", "GW", "ST", "TL")}
    for name in localedata.locale_identifiers():
        locale = Locale.parse(name)
        if locale.territory and name not in wrong | {"fr_CA"}:
            assert week_start(name) == locale.first_week_day


def test_an_unknown_locale_has_no_weeks() -> None:
    with pytest.raises(UnknownLocaleError):
        week_start("xx")
