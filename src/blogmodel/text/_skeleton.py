"""Markup with numbers in the places of its text, so that a parser can say where each text went."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Self

__all__ = ["BLANKS", "Piece", "Skeleton", "numbers"]

BLANKS = " \t\n\f\r"


class Piece(NamedTuple):
    """A text, and where in the source each of its characters is."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    fixed: bool = False
    """It is to stay as it is, whatever element it stands in."""

    @classmethod
    def whole(cls, source: str) -> Self:
        """Return a whole source."""
        return cls(source, range(len(source)), range(1, len(source) + 1))

    def part(self, start: int, end: int) -> Piece:
        """Return a part of it."""
        return Piece(self.text[start:end], self.starts[start:end], self.ends[start:end])


class Skeleton:
    """HTML in the making: tags as they come, and a number in the place of each piece of text.

    HTML has rules for text that depend on nothing but whether it is blank, and these move, split
    and join text. So a blank piece is numbered in blanks and any other in figures, and both are
    still known in the tree, whatever became of their surroundings.
    """

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._parts: list[str] = []

    def tag(self, tag: str) -> None:
        """Add a tag."""
        self._parts.append(tag)

    def text(self, piece: Piece) -> None:
        """Add a piece of text."""
        if not piece.text:
            return
        number = len(self.pieces)
        self.pieces.append(piece)
        if piece.text.strip(BLANKS):
            self._parts.append(f"{number};")
        else:
            self._parts.append(f"{number:b}\f".translate(_BLANK_FIGURES))

    def html(self) -> str:
        """Return the HTML made so far."""
        return "".join(self._parts)


def numbers(text: str) -> Iterator[int]:
    """Return the numbers of the pieces in a text of the tree."""
    for match in _NUMBER.finditer(text):
        yield int(match[1]) if match[1] else int(match[2].translate(_FIGURES), 2)


_NUMBER = re.compile(r"([0-9]+);|([ \t]+)\f")
_BLANK_FIGURES = str.maketrans("01", " \t")
_FIGURES = str.maketrans(" \t", "01")
