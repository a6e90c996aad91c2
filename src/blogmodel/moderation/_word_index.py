"""Many words looked for in a text at once.

Words, phrases and prefixes are found by a run of letters in them, the one that the fewest entries
share, among those of the text. What may stand anywhere is in an index of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from blogmodel.moderation._word_parts import PartIndex
from blogmodel.text._breaks import CONNECTORS, KATAKANA, SINGLE
from blogmodel.text._words import places

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["WordIndex"]

# Runs that words never end within. Ideographs are words of their own.
_TOKEN = re.compile(r"[^\W_]+")
_EASTERN_TOKEN = re.compile(rf"[^\W{CONNECTORS}{KATAKANA}{SINGLE}]+|[{KATAKANA}]+|[{SINGLE}]")

# A key has one entry, or a pair of what it had and one more.
_Chain = int | tuple["_Chain", int]


class WordIndex:
    """The entries of one level, by what they are found by.

    Args:
        texts: the entries at their level, by number.
        upright: whether the level has « i » for « l ».
        whole: which must start and end at the edges of words.
        prefixes: which must start at one.
        anywhere: which may stand anywhere.
    """

    def __init__(
        self,
        texts: Mapping[int, str],
        *,
        upright: bool,
        whole: Iterable[int],
        prefixes: Iterable[int],
        anywhere: Mapping[str, int],
    ) -> None:
        self.texts = texts
        self._upright = upright
        # By one of their runs: what must be whole, and prefixes of several runs.
        self._runs: dict[str, _Chain] = {}
        # By their only run; and how long those are that start with the same few letters.
        self._prefixes: dict[str, _Chain] = {}
        self._longer: dict[str, set[int]] = {}
        self._open: set[int] = set()
        self._index_words(whole, prefixes)
        self._parts = PartIndex(anywhere) if anywhere else None

    def _index_words(self, whole: Iterable[int], prefixes: Iterable[int]) -> None:
        texts = self.texts
        several: dict[int, list[str]] = {}
        for number in whole:
            runs = _tokens(texts[number])
            if len(runs) > 1:
                several[number] = runs
            else:
                _link(self._runs, runs[0], number)
        for number in prefixes:
            self._open.add(number)
            runs = _tokens(texts[number])
            if len(runs) > 1:
                several[number] = runs[:-1]  # The last may go on in a text.
            else:
                _link(self._prefixes, runs[0], number)
                self._longer.setdefault(runs[0][:_FEW], set()).add(len(runs[0]))
        self._few = sorted({len(start) for start in self._longer})
        counts = Counter(run for runs in several.values() for run in runs)
        for number, runs in several.items():
            _link(self._runs, min(runs, key=counts.__getitem__), number)

    def find(self, text: str) -> list[tuple[int, int, int]]:
        """Return where each entry stands in a text at its level: start, end, entry; in no order."""
        found: list[tuple[int, int, int]] = []
        self._find_words(text, found)
        if self._parts is not None:
            found += self._parts.find(text)
        return found

    def _find_words(self, text: str, found: list[tuple[int, int, int]]) -> None:
        if not (self._runs or self._prefixes):
            return
        met = self._met(set(_tokens(text)))
        words = _Words(text, upright=self._upright)
        starts = _starts(text) if len(met) > _MANY else {}
        for number, runs in met.items():
            first, *others = self.texts[number].split()
            closed = number not in self._open
            done = 0
            for start in _candidates(first, runs, text, starts):
                end = _follow(others, text, start + len(first)) if start >= done else 0
                if end and words.starts_at(start) and (not closed or words.ends_at(end)):
                    found.append((start, end, number))
                    done = end

    def _met(self, tokens: set[str]) -> dict[int, list[str]]:
        """Return the entries that may be there, and for prefixes the runs that start so."""
        met: dict[int, list[str]] = {}
        for key in self._runs.keys() & tokens:
            for number in _unlinked(self._runs[key]):
                met[number] = []
        for word in tokens if self._few else ():
            for few in self._few:
                for length in self._longer.get(word[:few], ()):
                    if word[:length] in self._prefixes:
                        for number in _unlinked(self._prefixes[word[:length]]):
                            met.setdefault(number, []).append(word)
        return met


def _token_pattern(text: str) -> re.Pattern[str]:
    """Return what finds the runs of letters and figures of a text."""
    if text.isascii():
        return _TOKEN
    try:
        text.encode("cp1252")  # It has none of those letters, and this is quick.
    except UnicodeEncodeError:
        return _EASTERN_TOKEN
    return _TOKEN


def _tokens(text: str) -> list[str]:
    return _token_pattern(text).findall(text)


# With more entries to look for, it is quicker to read a text once than for each of them.
_MANY = 8


def _starts(text: str) -> dict[str, list[int]]:
    """Return where each run of letters and figures starts."""
    starts: dict[str, list[int]] = {}
    for match in _token_pattern(text).finditer(text):
        starts.setdefault(match[0], []).append(match.start())
    return starts


def _candidates(
    first: str, runs: list[str], text: str, starts: Mapping[str, list[int]]
) -> Iterator[int]:
    """Yield, in order, where the first part of an entry stands and may be at the edge of a word.

    Args:
        first: the part.
        runs: those that it may end within, if it is the start of a word.
        text: where it is looked for.
        starts: where each run of the text starts, unless few entries are looked for.
    """
    run = _token_pattern(first).search(first) if starts else None
    if run is not None:
        for place in sorted(place for key in runs or [run[0]] for place in starts.get(key, ())):
            start = place - run.start()
            if start >= 0 and text.startswith(first, start):
                yield start
        return
    start = text.find(first)
    while start >= 0:
        yield start
        start = text.find(first, start + 1)


_FEW = 3


def _link(chains: dict[str, _Chain], key: str, number: int) -> None:
    old = chains.get(key)
    chains[key] = number if old is None else (old, number)


def _unlinked(chain: _Chain) -> list[int]:
    numbers = []
    while isinstance(chain, tuple):
        chain, number = chain
        numbers.append(number)
    numbers.append(chain)
    return numbers


# What may stand between the words of a phrase.
_GAP = re.compile(r"\s++(?:[-\u2013]\s++)?+|-")


def _follow(parts: list[str], text: str, end: int) -> int:
    """Return where the rest of a phrase ends that goes on from a place; 0 where it does not."""
    for part in parts:
        gap = _GAP.match(text, end)
        if gap is None or not text.startswith(part, gap.end()):
            return 0
        end = gap.end() + len(part)
    return end


# What surely starts or ends a word, so that the words of a text need not be worked out: a comma may
# be within a number, a bracket within an address.
_BEFORE = frozenset(" \n\t«“")
_AFTER = re.compile(r"[,;.!?…]*(?:[ \n\t«»“”]|\Z)")
# « l’ » and « lorsqu’ », where « l » is written « i ».
_UPRIGHT = re.compile(r"(?<![^\W_])i(?='|orsqu')")


class _Words:
    """The edges of the words of a text, worked out when one is asked for."""

    def __init__(self, text: str, *, upright: bool) -> None:
        self._text = text
        self._upright = upright
        self._starts: set[int] | None = None
        self._ends: set[int] = set()

    def starts_at(self, place: int) -> bool:
        """Tell whether a word starts at a place, or no letter does."""
        text = self._text
        if not text[place].isalnum() or not place or text[place - 1] in _BEFORE:
            return True
        return not _is_plain(text[place - 1 : place + 1]) and place in self._known()

    def ends_at(self, place: int) -> bool:
        """Tell whether a word ends at a place, or no letter does."""
        text = self._text
        if not text[place - 1].isalnum() or _AFTER.match(text, place):
            return True
        if _is_plain(text[place - 1 : place + 1]):
            return False
        self._known()
        return place in self._ends

    def _known(self) -> set[int]:
        if self._starts is None:
            text = _UPRIGHT.sub("l", self._text) if self._upright else self._text
            spans = [(start, end) for start, end, _ in places(text)]
            self._starts = {start for start, _ in spans}
            self._ends = {end for _, end in spans}
        return self._starts


def _is_plain(pair: str) -> bool:
    """Tell whether two characters are surely of one word."""
    return pair.isascii() and pair.isalnum()
