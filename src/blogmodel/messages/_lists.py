"""Lists in words, « Zoé, Luc et Ana », by CLDR, as Babel has it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from blogmodel.messages._locales import parsed

if TYPE_CHECKING:
    from collections.abc import Sequence

    Style = Literal["standard", "or"]

    # What stands before, between and after two things.
    _Pattern = tuple[str, str, str]

__all__ = ["joined"]


def joined(items: Sequence[str], locale: str, style: Style) -> str:
    """Join texts as a list in words; none are the empty text. O(characters)."""
    if len(items) < 2:  # noqa: PLR2004 - one is no list
        return "".join(items)
    two, start, middle, end = _patterns(locale, style)
    if len(items) == 2:  # noqa: PLR2004 - two have a pattern of their own
        return items[0].join(two[:2]) + items[1] + two[2]
    patterns = [start, *[middle] * (len(items) - 3), end]
    before = "".join(pattern[0] for pattern in reversed(patterns))
    rest = (
        f"{between}{item}{after}"
        for (_, between, after), item in zip(patterns, items[1:], strict=True)
    )
    return before + items[0] + "".join(rest)


@lru_cache(maxsize=256)
def _patterns(locale: str, style: Style) -> tuple[_Pattern, ...]:
    patterns = parsed(locale).list_patterns[style]
    return tuple(_taken_apart(patterns[part]) for part in ("2", "start", "middle", "end"))


def _taken_apart(pattern: str) -> _Pattern:
    before, _, rest = pattern.partition("{0}")
    between, _, after = rest.partition("{1}")
    return before, between, after
