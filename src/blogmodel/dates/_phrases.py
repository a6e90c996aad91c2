"""What is said of a time by how far it is from now, by unit and count."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING

import attrs

from blogmodel.dates._locales import cldr_locale
from blogmodel.dates._norms import RELATIVE

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Literal

    from blogmodel.dates._norms import RelativeWords

    Unit = Literal["second", "minute", "hour", "day", "week", "month", "year"]

__all__ = ["Phrases", "phrases_of"]


def phrases_of(locale: str) -> tuple[Phrases, Phrases]:
    """Return what is said in a locale of the past and of the future, by its CLDR name."""
    words = RELATIVE.get(locale)
    return _by_cldr(locale) if words is None else _SAID[words]


class _Counted(dict[int, str]):
    """Phrases by count; one that was not made beforehand is made when it is asked for."""

    __slots__ = ("write",)

    def __init__(self, write: Callable[[int], str], beforehand: range = range(0)) -> None:
        super().__init__((count, write(count)) for count in beforehand)
        self.write = write

    def __missing__(self, count: int) -> str:
        return self.write(count)


@attrs.frozen
class Phrases:
    """What is said of one direction in one locale: by seconds below a minute, then by count."""

    today: str
    just_now: _Counted
    minutes: _Counted
    hours: _Counted
    days: _Counted
    weeks: _Counted
    months: _Counted
    years: _Counted

    def with_just_now(self, word: str) -> Phrases:
        """Return the same phrases with one word for all that is less than a minute away."""
        return attrs.evolve(self, just_now=_Counted(lambda _: word))


# How many of each unit are common, minutes first.
_COMMON = (60, 24, 31, 5, 12, 100)


def _by_norm(words: RelativeWords, frame: str) -> Phrases:
    return Phrases(
        words.days[len(words.days) // 2],
        _Counted(lambda _: words.just_now, range(60)),
        *(
            _Counted(partial(_in_words, words.group, frame, unit), range(1, common))
            for unit, common in zip(words.units, _COMMON, strict=True)
        ),
    )


def _in_words(group: str, frame: str, unit: tuple[str, str], count: int) -> str:
    number = f"{count:,}".replace(",", group)
    return frame.format(f"{number} {unit[count > 1]}")


_SAID = {
    words: (_by_norm(words, words.past), _by_norm(words, words.future))
    for words in set(RELATIVE.values())
}


def _by_cldr(name: str) -> tuple[Phrases, Phrases]:
    from babel.dates import TIMEDELTA_UNITS, format_timedelta  # noqa: PLC0415 - norms need no Babel

    locale, lengths = cldr_locale(name), dict(TIMEDELTA_UNITS)

    def write(unit: Unit, direction: int, count: int) -> str:
        # Beyond an infinite threshold no unit is but the one asked for, and nothing is rounded.
        return format_timedelta(
            direction * count * lengths[unit],
            granularity=unit,
            threshold=math.inf,
            add_direction=True,
            locale=locale,
        )

    def phrases(direction: int) -> Phrases:
        units: tuple[Unit, ...] = ("second", "minute", "hour", "day", "week", "month", "year")
        counted = (_Counted(partial(write, unit, direction)) for unit in units)
        return Phrases(write("day", direction, 0), *counted)

    return phrases(-1), phrases(1)
