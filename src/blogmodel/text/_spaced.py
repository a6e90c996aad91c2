"""Letters set apart: « v i a g r a », « v.i.a.g.r.a »."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from blogmodel.text._leet import LETTER_OF

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Run", "is_word", "runs", "together"]


@attrs.frozen
class Run:
    """Single letters in a row, each set apart from the next by the same separator."""

    start: int
    end: int
    separator: str

    @property
    def gaps(self) -> Iterator[tuple[int, int]]:
        """The spans of what stands between its letters."""
        width = len(self.separator)
        for start in range(self.start + 1, self.end, width + 1):
            yield start, start + width

    def letters(self, text: str) -> str:
        """Return its letters, from the text that it is a run of."""
        return text[self.start : self.end : len(self.separator) + 1].translate(LETTER_OF)


def runs(text: str) -> list[Run]:
    """Return the runs of single letters of a folded text.

    A separator is a space or one of ``. - – — _ * · • ~ /``, up to three times the same. By spaces
    and slashes four letters make a run, by the others three, since French has « il y a à » and
    lists have « a b c ». Two thirds of a run are letters, not only those that are words in French,
    and the rest figures and signs that stand for some. Before it and after it are no letters, no
    figures and no apostrophe: in « il y a à l’eau » there is none. O(characters).
    """
    if not _HINT.search(text):
        return []
    found = (
        Run(*match.span(), match["separator"])
        for match in _RUN.finditer(text)
        if _is_of_letters(match)
    )
    return list(found)


def together(text: str, found: list[Run]) -> str:
    """Return a text, as long as it is, with letters for the figures and signs of its runs."""
    parts: list[str] = []
    done = 0
    for run in found:
        parts += text[done : run.start], text[run.start : run.end].translate(LETTER_OF)
        done = run.end
    return "".join([*parts, text[done:]])


def is_word(letters: str, run: Run, source: str) -> bool:
    """Tell whether letters that are set apart are surely one word.

    Honest are short runs, abbreviations with dots (up to five capitals or four small letters, more
    capitals with a dot after the last), lists in the order of the alphabet, days and months by
    their first letters, notes, answers and bases of A to G and T, and what is of two letters.

    Args:
        letters: the letters of the run.
        run: where they are in a folded text.
        source: the run as it was written, and the character after it.
    """
    fewest = _FEWEST_SURE_WIDE if run.separator[0] in _WIDE else _FEWEST_SURE
    if len(letters) < fewest or len(set(letters)) < _FEWEST_KINDS:
        return False
    if run.separator == "." and _is_abbreviation(len(letters), source):
        return False
    in_order = "".join(sorted(letters)) == letters
    return not (in_order or letters in _CALENDARS or _NOTES.issuperset(letters))


_WIDE = " /"
_MARKS = r".\-–—_*·•~"
_ONE = r"(?:[^\W\d_]|[01345789@$€£¢¥!|¡])"
# Each run has one of these in it; they are quicker to look for.
_HINT = re.compile(
    rf"[{_MARKS}]{_ONE}[{_MARKS}]|[{_WIDE}](?:{_ONE}[{_WIDE}]{{1,3}}){{2}}{_ONE}(?!\w)"
)
_RUN = re.compile(
    rf"(?<![\w'])(?={_ONE}[{_WIDE}{_MARKS}]){_ONE}"
    rf"(?P<separator>(?P<mark>[{_WIDE}{_MARKS}])(?P=mark){{0,2}}+)"
    rf"{_ONE}(?:(?P=separator){_ONE})+(?![\w'])"
)
_FEWEST_WIDE = 4
_WORDS = frozenset("ayo")  # « y a à », « ô »


def _is_of_letters(match: re.Match[str]) -> bool:
    ones = match[0][:: len(match["separator"]) + 1]
    if match["mark"] in _WIDE and len(ones) < _FEWEST_WIDE:
        return False
    letters = [one for one in ones if one.isalpha()]
    return 3 * len(letters) >= 2 * len(ones) and not _WORDS.issuperset(letters)


_FEWEST_SURE, _FEWEST_SURE_WIDE, _FEWEST_KINDS = 4, 5, 3
_MOST_CAPITALS = 5  # « I.N.S.E.E »
_CALENDARS = "lmmjvsdlmmjvsd mtwtfssmtwtfss jfmamjjasond"
_NOTES = frozenset("abcdefgt")


def _is_abbreviation(count: int, source: str) -> bool:
    has_last_dot = source.endswith(".")
    if source.isupper():
        return has_last_dot or count <= _MOST_CAPITALS
    return has_last_dot and count == _FEWEST_SURE
