"""Which day weeks start on."""

from __future__ import annotations

from blogmodel.dates._locales import cldr_locale, locale_name
from blogmodel.dates._norms import NORMS

__all__ = ["week_start"]


def week_start(locale: str) -> int:
    """Return the day that weeks start on in calendars: 0 for Monday, 6 for Sunday.

    That is what `datetime.date.weekday` calls them. In the norms' French weeks start on Monday, in
    Québec too, where CLDR says Sunday. Elsewhere it is as CLDR has it for the locale's territory
    or, where the name tells none, for the one that it most likely means.

    Raises:
        UnknownLocaleError: CLDR has no such locale.

    >>> week_start("fr-CA"), week_start("en"), week_start("de")
    (0, 6, 0)

    Source: OQLF; Unicode CLDR 47, likely subtags and week data.
    """
    name = locale_name(locale)
    norms = NORMS.get(name)
    if norms is not None and norms.language == "fr":
        return 0
    return _FIRST_DAYS.get(_territory(name), 0)


def _territory(name: str) -> str:
    """Return the territory of a locale or, where its name tells none, the likeliest."""
    from babel.core import get_global  # noqa: PLC0415 - the norms' French needs no Babel

    locale = cldr_locale(name)
    if locale.territory:
        return locale.territory
    likely = get_global("likely_subtags")
    full: str = likely.get(name) or likely.get(locale.language) or name
    return full.rpartition("_")[2]


# By territory, where it is not Monday. Babel's locales tell it too, but some of them have it from
# another territory: Angola's from Portugal.
_FIRST_DAYS = {
    territory: day
    for day, territories in (
        (4, "MV"),
        (5, "AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY"),
        (
            6,
            (
                "AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH "
                "MM MO MT MX MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA "
                "ZW"
            ),
        ),
    )
    for territory in territories.split()
}
