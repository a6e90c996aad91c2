"""Spellings of one date, which are all read alike: letters, accents, spaces, signs."""

import unicodedata
from datetime import date, datetime, time, timedelta

from hypothesis import strategies as st

from blogmodel.testing._dates_bench import NOW, DatesBench
from blogmodel.testing.laws._dates_expecting import expect_day, expect_moment, in_words, number_of
from blogmodel.testing.laws._dates_making import OLD_DAYS, date_law, of_month
from blogmodel.testing.naive._dates import SHORT_MONTHS

__all__ = [
    "any_apostrophe_read",
    "any_case_read",
    "any_hyphen_read",
    "any_space_read",
    "bare_letters_read",
    "decomposed_read",
    "short_months_read",
]


@date_law(
    "short-months-read",
    "Months are read that are shortened, with their dot and without it.",
    OLD_DAYS,
    st.booleans(),
    needs="parse",
)
def short_months_read(bench: DatesBench, day: date, dotted: bool) -> None:  # noqa: FBT001 - drawn
    """Require « 24 févr. 2011 », « 24 févr 2011 », and Québec's « juill. »."""
    month = SHORT_MONTHS[day.month - 1]
    for name in (month, month.replace("juil.", "juill.")):
        expect_day(bench, f"{number_of(day)} {name if dotted else name.strip('.')} {day.year}", day)


@date_law(
    "any-case-read",
    "Dates are read in capitals, in small letters, and with a capital on each word.",
    OLD_DAYS,
    needs="parse",
)
def any_case_read(bench: DatesBench, day: date) -> None:
    """Require « 24 JUIN 2011 » and « 24 Juin 2011 » to be that day."""
    text = in_words(day)
    for each in (text.upper(), text.title(), text.lower()):
        expect_day(bench, each, day)


_ACCENTED = of_month(2, 8, 12).map(lambda day: day.replace(year=1971 + day.year % 60))


@date_law(
    "bare-letters-read",
    "Months are read without their accents: fevrier, aout, decembre.",
    _ACCENTED,
    needs="parse",
)
def bare_letters_read(bench: DatesBench, day: date) -> None:
    """Require names that lost their accents to be read all the same."""
    marks = unicodedata.normalize("NFD", in_words(day))
    text = "".join(letter for letter in marks if not unicodedata.combining(letter))
    expect_day(bench, text, day)


@date_law(
    "decomposed-read",
    "Accents that stand as marks of their own (NFD) are read as those on their letters.",
    _ACCENTED,
    needs="parse",
)
def decomposed_read(bench: DatesBench, day: date) -> None:
    """Require a text in Unicode's NFD, as some systems save it, to be read."""
    expect_day(bench, unicodedata.normalize("NFD", in_words(day)), day)


@date_law(
    "any-space-read",
    "No-break and thin spaces are read as spaces.",
    OLD_DAYS,
    st.sampled_from(["\u00a0", "\u202f", "\u2009"]),
    needs="parse",
)
def any_space_read(bench: DatesBench, day: date, space: str) -> None:
    """Require a date, and a date with its clock, with another space in all places."""
    expect_day(bench, in_words(day).replace(" ", space), day)
    text = f"{in_words(day)} à 9 h 07".replace(" ", space)
    expect_moment(bench, text, datetime.combine(day, time(9, 7)))


@date_law(
    "any-apostrophe-read",
    "« Aujourd’hui » is read with a typographic apostrophe and with a straight one.",
    st.sampled_from(["'", "’"]),
    needs="parse",
)
def any_apostrophe_read(bench: DatesBench, apostrophe: str) -> None:
    """Require today with either apostrophe."""
    expect_day(bench, f"aujourd{apostrophe}hui", bench.there(NOW).date())


@date_law(
    "any-hyphen-read",
    "Hyphens of any kind are read as such, in « avant-hier » and in ISO 8601.",
    st.sampled_from(["-", "\u2010", "\u2011", "\u2012", "\u2013"]),
    needs="parse",
)
def any_hyphen_read(bench: DatesBench, hyphen: str) -> None:
    """Require U+2010 to U+2013 to be hyphens."""
    day = bench.there(NOW).date() - timedelta(days=2)
    expect_day(bench, f"avant{hyphen}hier", day)
    expect_day(bench, day.isoformat().replace("-", hyphen), day)
