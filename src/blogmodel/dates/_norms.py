"""The norms' own table: the words of dates in French and English, and each locale's habits.

Writing and reading both take their words from here. CLDR's forms are not here: they come from
Babel, under CLDR's names.

Sources: OQLF, Banque de dépannage linguistique 1242 and fiches 21516, 21640, 21241, 22039; Bureau
de la traduction, Guide du rédacteur 1.1.12; Imprimerie nationale, Lexique des règles
typographiques; for English, Unicode CLDR 47.
"""

from __future__ import annotations

from datetime import timedelta
from enum import Enum

import attrs

__all__ = [
    "NBSP",
    "NNBSP",
    "NORMS",
    "RELATIVE",
    "TWO_FIGURES",
    "ZONE_CODES",
    "Norms",
    "Order",
    "RelativeWords",
]

NBSP, NNBSP = "\u00a0", "\u202f"
TWO_FIGURES = tuple(f"{number:02}" for number in range(100))


class Order(Enum):
    """In which order a numeric date such as 03/04/2011 has its day and month."""

    DAY_FIRST = "day-first"
    """It is 3 April 2011, in French and in most of the world."""

    MONTH_FIRST = "month-first"
    """It is 4 March 2011, in the United States."""


@attrs.frozen(kw_only=True)
class Norms:
    """What one locale writes.

    Attributes:
        locale: its CLDR name.
        language: ``"fr"`` or ``"en"``.
        days: the day of the month where a month's name follows, « 1er » first.
        months: their names, January first.
        short_months: their abbreviations.
        codes: their codes of three letters, or none.
        weekdays: their names, Monday first.
        iso: whether a numeric date is written year first, with hyphens.
        order: how a numeric date is written, and read, that is not written year first.
        clock_by_colon: whether screens show 09:07; in French they show 9 h 07 otherwise.
        meridiem: what English puts after the hours before and after noon; empty in French.
    """

    locale: str
    language: str
    days: tuple[str, ...]
    months: tuple[str, ...]
    short_months: tuple[str, ...]
    codes: tuple[str, ...] = ()
    weekdays: tuple[str, ...]
    iso: bool
    order: Order
    clock_by_colon: bool
    meridiem: tuple[str, ...] = ()


_FRENCH = Norms(
    locale="fr",
    language="fr",
    days=("1er", *map(str, range(2, 32))),
    months=(
        *("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août"),
        *("septembre", "octobre", "novembre", "décembre"),
    ),
    short_months=(
        *("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août"),
        *("sept.", "oct.", "nov.", "déc."),
    ),
    weekdays=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    iso=False,
    order=Order.DAY_FIRST,
    clock_by_colon=True,
)
_QUEBEC = attrs.evolve(
    _FRENCH,
    locale="fr_CA",
    short_months=tuple(name.replace("juil.", "juill.") for name in _FRENCH.short_months),
    codes=("JAN", "FÉV", "MAR", "AVR", "MAI", "JUN", "JUL", "AOÛ", "SEP", "OCT", "NOV", "DÉC"),
    iso=True,
    clock_by_colon=False,
)
_ENGLISH = Norms(
    locale="en",
    language="en",
    days=tuple(map(str, range(1, 32))),
    months=(
        *("January", "February", "March", "April", "May", "June", "July", "August"),
        *("September", "October", "November", "December"),
    ),
    short_months=(
        *("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    ),
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    iso=False,
    order=Order.MONTH_FIRST,
    clock_by_colon=True,
    meridiem=("AM", "PM"),
)
_CANADIAN_ENGLISH = attrs.evolve(
    _ENGLISH, locale="en_CA", iso=True, order=Order.DAY_FIRST, meridiem=("a.m.", "p.m.")
)

NORMS = {
    norms.locale: norms
    for norms in (
        _FRENCH,
        _QUEBEC,
        attrs.evolve(_FRENCH, locale="fr_BE"),
        attrs.evolve(_FRENCH, locale="fr_CH"),
        _ENGLISH,
        _CANADIAN_ENGLISH,
    )
}


@attrs.frozen(kw_only=True)
class RelativeWords:
    """What one locale says of a time by how far it is from now.

    Attributes:
        just_now: of what is less than a minute away.
        past: what stands around an amount of time gone by, at ``{}``.
        future: what stands around an amount of time to come.
        units: the minute, hour, day, week, month and year, each for one and for several.
        days: the names of days around today, which stands in the middle.
        at: what stands between such a name and a clock.
        group: what stands between the thousands of a number.
    """

    just_now: str
    past: str
    future: str
    units: tuple[tuple[str, str], ...]
    days: tuple[str, ...]
    at: str
    group: str


_FRENCH_RELATIVE = RelativeWords(
    just_now="à l’instant",
    past="il y a {}",
    future="dans {}",
    units=(
        *(("minute", "minutes"), ("heure", "heures"), ("jour", "jours")),
        *(("semaine", "semaines"), ("mois", "mois"), ("an", "ans")),
    ),
    days=("avant-hier", "hier", "aujourd’hui", "demain", "après-demain"),
    at=" à ",
    group=NNBSP,
)
_ENGLISH_RELATIVE = RelativeWords(
    just_now="just now",
    past="{} ago",
    future="in {}",
    units=(
        *(("minute", "minutes"), ("hour", "hours"), ("day", "days")),
        *(("week", "weeks"), ("month", "months"), ("year", "years")),
    ),
    days=("yesterday", "today", "tomorrow"),
    at=" at ",
    group=",",
)

RELATIVE = {
    "fr": _FRENCH_RELATIVE,
    "fr_CA": attrs.evolve(_FRENCH_RELATIVE, group=NBSP),
    "fr_BE": _FRENCH_RELATIVE,
    "fr_CH": _FRENCH_RELATIVE,
    "en": _ENGLISH_RELATIVE,
    "en_CA": _ENGLISH_RELATIVE,
}


# What the tz database calls the states of Canada's zones, where they stand from UTC, and Québec's
# codes. The hours count: its CST is China's and Cuba's too.
_ZONE_STATES = (
    ("NST", timedelta(hours=-3, minutes=-30), "HNT"),
    ("NDT", timedelta(hours=-2, minutes=-30), "HAT"),
    ("AST", timedelta(hours=-4), "HNA"),
    ("ADT", timedelta(hours=-3), "HAA"),
    ("EST", timedelta(hours=-5), "HNE"),
    ("EDT", timedelta(hours=-4), "HAE"),
    ("CST", timedelta(hours=-6), "HNC"),
    ("CDT", timedelta(hours=-5), "HAC"),
    ("MST", timedelta(hours=-7), "HNR"),
    ("MDT", timedelta(hours=-6), "HAR"),
    ("PST", timedelta(hours=-8), "HNP"),
    ("PDT", timedelta(hours=-7), "HAP"),
)
_ENGLISH_CODES = {(name, offset): name for name, offset, _ in _ZONE_STATES}

ZONE_CODES: dict[str, dict[tuple[str, timedelta], str]] = {
    "fr_CA": {(name, offset): code for name, offset, code in _ZONE_STATES},
    "en": _ENGLISH_CODES,
    "en_CA": _ENGLISH_CODES,
}
"""The codes of zones, by locale, then by what the tz database calls them and their offset."""
