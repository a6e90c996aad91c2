"""Which Latin letter a character looks like, whatever it is."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from blogmodel.text._fold import FOLDS, LETTERS, folded
from blogmodel.text._traced import CharacterTable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["LOOKS", "lookalikes", "looks_plain"]


def looks_plain(text: str) -> bool:
    """Tell whether nothing in a text looks like another letter than it folds to."""
    if text.isascii():
        return True
    chars = "".join(set(text))
    return chars.translate(LOOKS) == chars.translate(FOLDS)


@cache
def lookalikes() -> Mapping[str, tuple[str, str]]:
    """Return the script and the look of each character of the table, which is read once.

    Source: UTS #39 of Unicode; tools/make_confusables.py tells what is taken from it.
    """
    return {char: (script, latin) for script, latin, char in _rows()}


def _rows() -> Iterator[tuple[str, str, str]]:
    from importlib.resources import files  # noqa: PLC0415 - slow, and ASCII needs no table

    table = files("blogmodel.text").joinpath("data", "confusables.txt").read_text("ascii")
    for line in table.splitlines():
        if not line.startswith("#"):
            script, latin, *codes = line.split()
            for code in codes:
                yield script, latin, chr(int(code, 16))


@cache
def _letters() -> Mapping[int, str]:
    return {ord(char): latin for char, (_, latin) in lookalikes().items()} | LETTERS


def _look(char: str) -> str:
    """Return what a character looks like, folded.

    A capital is looked up before its case is folded, since « Н » looks like H; what is not there
    is looked up without its marks, its form and its case.
    """
    return folded(char, _letters())


LOOKS = CharacterTable(_look)
"""What each character looks like."""
