"""The words that are written: 1er, and names of months and days as French has them."""

from collections.abc import Callable
from datetime import date

from hypothesis import strategies as st

from blogmodel.errors import shown
from blogmodel.testing._dates_bench import DatesBench
from blogmodel.testing._handle import Broken, require
from blogmodel.testing.laws._dates_making import DAYS, date_law, of_month
from blogmodel.testing.naive._dates import (
    CODES,
    MONTHS,
    SHORT_MONTHS,
    Name,
    bare,
    days_in,
    is_english,
    months_in,
    weekdays_in,
)

__all__ = [
    "accents_written",
    "bare_days",
    "first_is_1er",
    "french_names",
    "short_months",
    "small_letters",
]


@date_law(
    "first-is-1er",
    "The first of the month is « 1er » before its name.",
    DAYS.map(lambda day: day.replace(day=1)),
    needs="format",
)
def first_is_1er(bench: DatesBench, day: date) -> None:
    """Require « 1er » at noon of the first of a month."""
    text = _with_day(bench, day)
    for found in days_in(text):
        if (found.figures, found.ending) not in {("1", "er"), ("1", "ᵉʳ")}:
            raise Broken(
                f"{shown(text)} has « {found.figures}{found.ending} {found.month} »; "
                f"it is « 1er {found.month} »"
            )


@date_law(
    "bare-days",
    "All other days than the first are bare: « 2 mai », neither « 02 mai » nor « 2e mai ».",
    st.builds(date, st.integers(1970, 2037), st.integers(1, 12), st.integers(2, 28)),
    needs="format",
)
def bare_days(bench: DatesBench, day: date) -> None:
    """Require the day alone before the month's name."""
    text = _with_day(bench, day)
    for found in days_in(text):
        if found.figures + found.ending != str(int(found.figures)):
            raise Broken(
                f"{shown(text)} has « {found.figures}{found.ending} {found.month} »; "
                f"it is « {int(found.figures)} {found.month} »"
            )


def _with_day(bench: DatesBench, day: date) -> str:
    require(bool(days_in(bench.sample)), "it writes no day before a month's name")
    return bench.write(bench.at(day))


def _each_name(bench: DatesBench, day: date, wrong: Callable[[Name], str | None]) -> None:
    """Say what is wrong with a name of a month or of a day."""
    named = months_in(bench.sample) or weekdays_in(bench.sample)
    require(bool(named), "it names no month and no day of the week")
    text = bench.write(bench.at(day))
    for name in (*months_in(text), *weekdays_in(text)):
        problem = wrong(name)
        if problem:
            raise Broken(f"{shown(text)} has « {name.word} », {problem}")


@date_law(
    "french-names",
    "No English name of a month or of a day stands in a French date.",
    DAYS,
    needs="format",
)
def french_names(bench: DatesBench, day: date) -> None:
    """Require French names."""
    _each_name(bench, day, lambda name: "which is English" if is_english(name) else None)


@date_law(
    "small-letters",
    "Names of months and days have small letters, save the letter that opens the text.",
    DAYS,
    needs="format",
)
def small_letters(bench: DatesBench, day: date) -> None:
    """Require small letters; codes of months in Québec are capitals."""

    def wrong(name: Name) -> str | None:
        right = name.word.lower()
        coded = bench.is_quebec and name.word in CODES
        opening = name.opens and name.word == right.capitalize()
        return None if name.word == right or coded or opening else f"not « {right} »"

    _each_name(bench, day, wrong)


@date_law(
    "accents-written",
    "Février, août and décembre have their accents, in full and shortened.",
    of_month(2, 8, 12),
    needs="format",
)
def accents_written(bench: DatesBench, day: date) -> None:
    """Require names with accents in the months that have them."""
    require(bool(months_in(bench.sample)), "it names no month")
    text = bench.write(bench.at(day))
    right = MONTHS[day.month - 1]
    names = months_in(text)
    if not names:
        raise Broken(f"{shown(text)} has no « {right} » that can be read")
    for name in names:
        if bare(name.word) == name.word.lower().strip(".") and not is_english(name):
            raise Broken(f"{shown(text)} has « {name.word} » without its accent: « {right} »")


@date_law(
    "short-months",
    "Months are shortened as the norm has it: janv. févr. avr. juil. (juill. in Québec) …",
    DAYS,
    needs="format",
)
def short_months(bench: DatesBench, day: date) -> None:
    """Require the norm's short names, or in Québec its codes of three capitals."""
    in_full = {bare(month) for month in MONTHS}
    shortened = any(bare(name.word) not in in_full for name in months_in(bench.sample))
    require(shortened, "it shortens no month")
    text = bench.write(bench.at(day))
    right = SHORT_MONTHS[day.month - 1]
    if bench.is_quebec:
        right = right.replace("juil.", "juill.")
    allowed = {right, right.capitalize(), *(CODES if bench.is_quebec else ())}
    for name in months_in(text):
        if name.word not in allowed and bare(name.word) not in in_full and not is_english(name):
            raise Broken(f"{shown(text)} has « {name.word} »; it is « {right} »")
