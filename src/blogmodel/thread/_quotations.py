"""Whose words a quotation is: an index of runs of four words."""

import re
from collections import deque
from collections.abc import Callable, Iterator
from itertools import islice

import attrs

from blogmodel.text import fold

__all__ = ["LEAST_WORDS", "Quotation", "Said", "quotation"]

LEAST_WORDS = 5
"""From how many words on a quotation tells whose it is."""

_RUN = 4
# How many words of a quotation, and how many comments with the same words, are looked at.
_MOST_WORDS = 60
_MOST_COMMENTS = 8
# Which part of its runs a quotation must share with a text.
_SHARED = 0.6

_WORD = re.compile(r"[^\W_]+")


@attrs.frozen
class Quotation:
    """The runs of a quotation, and the span of it in the reading that it stands in."""

    runs: tuple[str, ...]
    start: int
    end: int


def quotation(text: str, start: int, end: int) -> Quotation | None:
    """Make a quotation of a span of a text; None where it has too few words to tell anything."""
    words = _words(text[start:end])[:_MOST_WORDS]
    return None if len(words) < LEAST_WORDS else Quotation(tuple(_runs(words)), start, end)


@attrs.define
class Said:
    """What was said so far, as far as anybody quotes it.

    Attributes:
        wanted: the runs of all quotations; no others are kept.
    """

    wanted: frozenset[str]
    _by_run: dict[str, deque[int]] = attrs.field(factory=dict)

    def add(self, number: int, own: str) -> None:
        """Note the words of a comment. O(words)."""
        if not self.wanted:
            return
        for run in self.wanted.intersection(_runs(_words(own))):
            self._by_run.setdefault(run, deque(maxlen=_MOST_COMMENTS)).append(number)

    def sources(self, quoted: Quotation, may: Callable[[int], bool]) -> list[int]:
        """Return the comments that hold a quotation best, of those that may, nearest first."""
        counts: dict[int, int] = {}
        for run in quoted.runs:
            for number in self._by_run.get(run, ()):
                counts[number] = counts.get(number, 0) + 1
        counts = {number: count for number, count in counts.items() if may(number)}
        most = max(counts.values(), default=0)
        if most < _SHARED * len(quoted.runs):
            return []
        return sorted((number for number, n in counts.items() if n == most), reverse=True)


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _runs(words: list[str]) -> Iterator[str]:
    shifted = (islice(words, start, None) for start in range(_RUN))
    return (" ".join(run) for run in zip(*shifted, strict=False))
