"""The weights of a text by the Unicode Collation Algorithm, for any text."""

from __future__ import annotations

import re
from collections import deque
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

from blogmodel.text._collation_table import Weights, element, ideograph, longest

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["weights_of"]


def weights_of(text: str) -> Weights:
    """Return the weights of a text, level by level; a text of any length takes linear time.

    Source: Unicode Technical Standard #10, section 7 (« Main Algorithm »), steps S1 and S2.
    """
    levels = zip(*_elements(_decomposed(text)), strict=True)
    return Weights(*map("".join, levels)) if text else Weights("", "", "")


def _decomposed(text: str) -> str:
    """Return the canonical decomposition of a text.

    `unicodedata.normalize` takes time by the square of a long row of marks that are out of order.
    """
    if not _LONG_ROW.search(text):
        return normalize("NFD", text)
    parts: list[str] = []
    row: list[str] = []
    for char in (part for each in text for part in normalize("NFD", each)):
        if combining(char):
            row.append(char)
        else:
            parts += sorted(row, key=combining)
            parts.append(char)
            row.clear()
    return "".join([*parts, *sorted(row, key=combining)])


_LONG_ROW = re.compile(r"[^\w\s]{64}")


def _elements(text: str) -> Iterator[Weights]:
    place = 0
    while place < len(text):
        alone = _alone(text[place])
        if alone is not None:
            yield alone
            place += 1
            continue
        match = _contraction(text, place)
        place += len(match)
        if place < len(text) and combining(text[place]):
            marks = _marks(text, place)
            place += len(marks)
            yield from _with_marks(match, marks)
        else:
            yield _required(match)


@lru_cache(maxsize=1 << 12)
def _alone(character: str) -> Weights | None:
    """Return the weights of a character that begins no contraction; None if it begins one."""
    return _single(character) if longest(character) == 1 else None


def _contraction(text: str, place: int) -> str:
    """Return the longest contraction that a text has at a place, or the character there."""
    sizes = range(longest(text[place]), 1, -1)
    candidates = (text[place : place + size] for size in sizes)
    return next((part for part in candidates if element(part) is not None), text[place])


def _marks(text: str, place: int) -> str:
    end = place
    while end < len(text) and combining(text[end]):
        end += 1
    return text[place:end]


def _with_marks(first: str, marks: str) -> Iterator[Weights]:
    """Yield the elements of a contraction and of the marks behind it.

    A mark that none of its own class stands before may belong to the contraction although other
    marks stand between them. In a decomposed text marks are in the order of their classes, so that
    it is the first of its class; what was taken is gone for those that come after.
    """
    classes = [deque(group) for _, group in groupby(marks, combining)]
    yield _required(_extended(first, classes))
    while any(classes):
        classes = [group for group in classes if group]
        start = classes[0].popleft()
        yield _required(_extended(start, classes)) if longest(start) > 1 else _single(start)


def _extended(start: str, classes: list[deque[str]]) -> str:
    for group in classes:
        while group and element(start + group[0]) is not None:
            start += group.popleft()
    return start


def _required(characters: str) -> Weights:
    return element(characters) or _single(characters)


def _single(character: str) -> Weights:
    known = element(character)
    return _implicit(ord(character)) if known is None else known


def _implicit(code: int) -> Weights:
    """Return the weights of a character that has none in the table (UTS #10, section 10.1.3).

    Ideographs are in the order of their radicals and strokes, as CLDR's root collation has them.
    """
    for first, last, base, start in _SCRIPTS:
        if first <= code <= last:
            return _pair(base, code - start)
    place = ideograph(code)
    return _pair(_UNASSIGNED, code) if place is None else _pair(_IDEOGRAPHS, place)


def _pair(base: int, rest: int) -> Weights:
    return Weights(f"{chr(base + (rest >> 15))}{chr(rest & 0x7FFF | 0x8000)}", "\x01", "\x02")


_IDEOGRAPHS, _UNASSIGNED = 0xFB40, 0xFBC0
# Tangut, Nushu and Khitan: first and last code point, base, and what is counted from.
_SCRIPTS = (
    (0x17000, 0x18AFF, 0xFB00, 0x17000),
    (0x18D00, 0x18D08, 0xFB00, 0x17000),
    (0x1B170, 0x1B2FB, 0xFB01, 0x1B170),
    (0x18B00, 0x18CFF, 0xFB02, 0x18B00),
)
