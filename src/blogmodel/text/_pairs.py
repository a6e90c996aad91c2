"""Quotations and brackets of a text, where both of their marks stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    Span = tuple[int, int]

__all__ = ["around", "outermost", "pairs"]

_OPENS = {"»": "«", "”": "“", ")": "(", "]": "["}
# Not « auteur(e) » nor the mouths of faces, « :( » and « ;-) ». A set that stands first is found
# fast.
_MARK = re.compile(
    r"""
    [«»“”()\[\]]
    (?: (?<=[«»“”])
      | (?<=[(\[]) (?<![\w:;=-][(\[]) (?=\S)
      | (?<=[)\]]) (?<![\s:;=-][)\]]) )
    """,
    re.VERBOSE,
)


def pairs(text: str, until: int | None = None) -> list[Span]:
    """Return where « », “ ”, ( ) and [ ] start and end, the earliest first; no two cross.

    A mark without its other half is left out. O(characters).

    Args:
        text: the text.
        until: from where on no pair that starts is asked for.
    """
    found: list[Span] = []
    opened: list[tuple[str, int]] = []
    waiting: Counter[str] = Counter()
    for match in _MARK.finditer(text):
        mark, place = match[0], match.start()
        if until is not None and place >= until and not (opened and opened[0][1] < until):
            break
        opener = _OPENS.get(mark)
        if opener is None:
            opened.append((mark, place))
            waiting[mark] += 1
        elif waiting[opener]:
            # What was opened within and not closed has no other half.
            while (last := opened.pop())[0] != opener:
                waiting[last[0]] -= 1
            waiting[opener] -= 1
            found.append((last[1], place + 1))
    return sorted(found)


def outermost(spans: Iterable[Span]) -> list[Span]:
    """Return those of sorted spans that stand in no other."""
    kept: list[Span] = []
    for span in spans:
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def around(spans: list[Span], place: int) -> Span | None:
    """Return the one of sorted spans, apart from each other, that a place is inside of."""
    at = bisect_right(spans, (place,)) - 1
    return spans[at] if at >= 0 and spans[at][0] < place < spans[at][1] else None
