"""The words of dates as a plain text has them, French and English together."""

from __future__ import annotations

import re
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from blogmodel.dates._norms import NORMS
from blogmodel.dates._plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from blogmodel.dates._norms import Norms

__all__ = [
    "ENGLISH_MONTHS",
    "FRENCH_MONTHS",
    "MONTH",
    "MONTHS",
    "MONTH_NAMES",
    "NUMBER",
    "NUMBER_WORDS",
    "WEEKDAY",
    "WEEKDAYS",
    "WHICH",
    "number",
    "one_of",
]


def number(written: str) -> int | None:
    """Return the number that figures or words write, up to a hundred in words; None otherwise.

    « vingt et un », « quatre-vingt-onze », « septante », "forty-two", « une », "an".
    """
    if written[:1].isdecimal():
        return int(re.sub("[ ,]", "", written))
    return _NUMBERS.get(written.replace("-", " "))


def one_of(words: Iterable[str]) -> str:
    """Return a pattern of any of the words, the longer before those that begin them."""
    longest_first = sorted(words, key=lambda word: (word[0], -len(word), word))
    # Grouped by their first letters, so that a search leaves most of them out at once.
    groups = (
        f"{letter}(?:{'|'.join(word[1:] for word in group)})"
        for letter, group in groupby(longest_first, key=itemgetter(0))
    )
    return f"(?:{'|'.join(groups)})"


def _french_numbers() -> Iterator[tuple[str, int]]:
    """Write the numbers of French, those of Belgium and Switzerland too, without hyphens."""
    small = (
        "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze "
        "seize dix_sept dix_huit dix_neuf"
    )
    names = [name.replace("_", " ") for name in small.split()]
    yield from zip(names, range(20), strict=True)
    yield "une", 1
    for tens, start, stop in _FRENCH_TENS:
        for unit in range(stop - start):
            spelt = [names[unit]] if unit != 1 else ["un", "une"]
            for name in spelt:
                joined = "et " if unit in _JOINED_BY_ET and tens != "quatre vingt" else ""
                yield (f"{tens} {joined}{name}" if unit else tens), start + unit
    yield from (("quatre vingts", 80), ("cent", 100))


def _english_numbers() -> Iterator[tuple[str, int]]:
    small = (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen"
    ).split()
    yield from zip(small, range(20), strict=True)
    for ten, tens in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    ):
        yield tens, ten * 10
        yield from ((f"{tens} {small[unit]}", ten * 10 + unit) for unit in range(1, 10))
    yield from (("a", 1), ("an", 1), ("a hundred", 100), ("one hundred", 100))


_FRENCH_TENS = (
    *(("vingt", 20, 30), ("trente", 30, 40), ("quarante", 40, 50), ("cinquante", 50, 60)),
    *(("soixante", 60, 80), ("quatre vingt", 80, 100)),
    *(("septante", 70, 80), ("octante", 80, 90), ("huitante", 80, 90), ("nonante", 90, 100)),
)
_JOINED_BY_ET = (1, 11)
_NUMBERS = dict((*_english_numbers(), *_french_numbers()))


def _plain(word: str) -> str:
    return plain(word)[0].rstrip(".")


def _weekdays(norms: Norms) -> dict[str, int]:
    """Return the names of weekdays, and their first three letters."""
    names = enumerate(map(_plain, norms.weekdays))
    return {short: day for day, name in names for short in (name, name[:3])}


_FRENCH, _ENGLISH = NORMS["fr_CA"], NORMS["en"]
ENGLISH_MONTHS = {
    **{
        _plain(word): month
        for words in (_ENGLISH.months, _ENGLISH.short_months)
        for month, word in enumerate(words, 1)
    },
    "sept": 9,
}
FRENCH_MONTHS = {
    _plain(word): month
    for norms in (NORMS["fr"], _FRENCH)
    for words in (norms.months, norms.short_months, norms.codes)
    for month, word in enumerate(words, 1)
}
MONTHS = {
    **FRENCH_MONTHS,
    **ENGLISH_MONTHS,
}
MONTH_NAMES = {norms.language: tuple(map(_plain, norms.months)) for norms in (_FRENCH, _ENGLISH)}
WEEKDAYS = {
    **_weekdays(_FRENCH),
    **_weekdays(_ENGLISH),
    **{"tues": 1, "weds": 2, "thur": 3, "thurs": 3},
}
WHICH = {
    **{"dernier": -1, "derniere": -1, "passe": -1, "passee": -1, "last": -1},
    **{"": 0, "ce": 0, "cet": 0, "cette": 0, "this": 0},
    **{"prochain": 1, "prochaine": 1, "next": 1},
}
MONTH = one_of(MONTHS)
WEEKDAY = one_of(WEEKDAYS)
NUMBER_WORDS = frozenset(word for name in _NUMBERS for word in name.split()) - {"et"}
_NUMBER_WORD = one_of(NUMBER_WORDS) + "(?![a-z])"
# Thousands are grouped by spaces in French, by commas in English.
NUMBER = (
    "(?:[0-9]{1,3}(?:[ ,][0-9]{3}){1,2}(?![0-9])|[0-9]{1,9}"
    f"|{_NUMBER_WORD}(?:[ -](?:et[ -])?{_NUMBER_WORD}){{0,4}})"
)
