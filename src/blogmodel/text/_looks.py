"""Which Latin letter a character looks like, whatever it is."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from blogmodel.text._fold import FOLDS, LETTERS, folded
from blogmodel.text._traced import CharacterTable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["LOOKS", "lookalikes", "looks_plain"]


def looks_plain(text: str) -> bool:
    """Tell whether nothing in a text looks like another letter than it folds to."""
    return text.isascii() or all(LOOKS[code] == FOLDS[code] for code in map(ord, set(text)))


@cache
def lookalikes() -> Mapping[str, tuple[str, str]]:
    """Return the script and the look of each character of the table; it is read once."""
    return {char: (script, latin) for script, latin, char in _rows()}


@cache
def _letters() -> Mapping[int, str]:
    return {ord(char): latin for char, (_, latin) in lookalikes().items()} | LETTERS


def _rows() -> Iterator[tuple[str, str, str]]:
    data = files("blogmodel.text").joinpath("data/confusables.txt").read_text("ascii")
    for line in data.splitlines():
        if not line.startswith("#"):
            script, latin, *codes = line.split()
            for code in codes:
                yield script, latin, chr(int(code, 16))


LOOKS = CharacterTable(lambda char: folded(char, _letters()))
"""What each character looks like."""
