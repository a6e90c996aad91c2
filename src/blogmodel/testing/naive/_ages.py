"""How long ago a text says that something was, and how long ago it was."""

import re
from calendar import monthrange
from datetime import datetime, timedelta

import attrs

from blogmodel.testing.naive._dates import plain

__all__ = ["NAMED_DAYS", "UNITS", "Age", "age_in", "months_after", "named_day_in", "whole_months"]

UNITS = {
    "seconde": timedelta(seconds=1),
    "minute": timedelta(minutes=1),
    "heure": timedelta(hours=1),
    "jour": timedelta(days=1),
    "semaine": timedelta(weeks=1),
    "mois": timedelta(days=30.4375),
    "an": timedelta(days=365.25),
}
"""The units, and how long they are; months and years on the whole."""
NAMED_DAYS = {"avant-hier": -2, "hier": -1, "aujourd'hui": 0, "demain": 1, "après-demain": 2}
_SHORT = {"s": "seconde", "min": "minute", "h": "heure", "j": "jour", "sem": "semaine"}


@attrs.frozen
class Age:
    """An age as it is told: past or future, how many, and of what, as it is written."""

    past: bool
    count: int
    unit: str
    word: str

    @property
    def length(self) -> timedelta:
        """How long that is, on the whole."""
        return self.count * UNITS[self.unit]


def age_in(text: str) -> Age | None:
    """Return the age that a text tells first: « il y a 5 minutes », « dans 1 mois »."""
    told = _spaced(text)
    match = re.search(r"\b(il y a|dans) (?:\w+ )??(-?\d[\d ]*\d|-?\d|une?) ?([^\W\d]+)", told)
    if match is None:
        return None
    word = match[3]
    unit = _SHORT.get(word) or next(
        (name for name in UNITS if word in (name, f"{name}s")), _YEARS.get(word)
    )
    count = 1 if match[2] in ("un", "une") else int(match[2].replace(" ", ""))
    return Age(match[1] == "il y a", count, unit, word) if unit else None


_YEARS = {"année": "an", "années": "an"}


def named_day_in(text: str) -> int | None:
    """Return which day, counted from today, a text tells by its name."""
    told = _spaced(text)
    for name, days in NAMED_DAYS.items():
        if re.search(rf"(?<![\w-]){name}\b", told):
            return days
    return None


def _spaced(text: str) -> str:
    return re.sub(r"\s+", " ", plain(text)).lower().replace("’", "'")


def whole_months(start: datetime, end: datetime) -> set[int]:
    """Count the months that are whole between two moments of one calendar, by counting up.

    Two answers are right where the last month lacks the day: from 31 January to 28 February.
    """
    clipped = 0
    while months_after(start, clipped + 1) <= end:
        clipped += 1
    reached = months_after(start, clipped)
    lacks_the_day = reached.day != start.day
    return {clipped, clipped - (lacks_the_day and reached + timedelta(days=1) > end)}


def months_after(start: datetime, months: int) -> datetime:
    """Return the same day and clock so many months later, or the last day of that month."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return start.replace(
        year=year, month=month + 1, day=min(start.day, monthrange(year, month + 1)[1])
    )
