"""Many words looked for in a text at once.

Words, phrases and prefixes are found by the first run of letters in them, among those of the text.
What may stand anywhere is found by windows of its bytes: a text is looked at in steps of 4 bytes,
8 at a time, and whoever is 11 bytes long or more has, wherever it stands, one of 4 windows of its
own there. Shorter ones have 2 windows of 4 bytes, in steps of 2; the shortest are few. All windows
of a text are looked up in one set operation; only what is met there is looked for itself.
"""

from __future__ import annotations

import re
import struct
from collections import Counter
from sys import byteorder
from typing import TYPE_CHECKING

from blogmodel.text._words import places

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["WordIndex"]

_TOKEN = re.compile(r"\w+")
_TOKENS = _TOKEN.findall
_LONG, _MIDDLE = 11, 5
# Windows that more entries share than this are passed over for others of the same entry.
_CROWD = 4

# A key has one entry, or a pair of what it had and one more.
_Chain = int | tuple["_Chain", int]


class WordIndex:
    """The entries of one level, by what they are found by.

    Args:
        texts: the entries at their level, by number.
        whole: which must start and end at the edges of words.
        prefixes: which must start at one.
        anywhere: which may stand anywhere.
    """

    def __init__(
        self,
        texts: Mapping[int, str],
        *,
        whole: Iterable[int],
        prefixes: Iterable[int],
        anywhere: Iterable[int],
    ) -> None:
        self.texts = texts
        # By their first run: what must be whole, and prefixes of several runs.
        self._firsts: dict[str, _Chain] = {}
        # By their only run; and how long those are that start with the same few letters.
        self._prefixes: dict[str, _Chain] = {}
        self._longer: dict[str, set[int]] = {}
        self._open: set[int] = set()
        self._index_words(whole, prefixes)
        self._index_parts(list(anywhere))

    def _index_words(self, whole: Iterable[int], prefixes: Iterable[int]) -> None:
        texts = self.texts
        for number in whole:
            _link(self._firsts, _TOKENS(texts[number])[0], number)
        for number in prefixes:
            self._open.add(number)
            first, *others = _TOKENS(texts[number])
            if others:
                _link(self._firsts, first, number)
            else:
                _link(self._prefixes, first, number)
                self._longer.setdefault(first[:_FEW], set()).add(len(first))
        self._few = sorted({len(start) for start in self._longer})

    def _index_parts(self, anywhere: list[int]) -> None:
        texts = self.texts
        data = dict(zip(anywhere, _encoded([texts[number] for number in anywhere]), strict=True))
        long = [number for number, part in data.items() if len(part) >= _LONG]
        middle = [number for number, part in data.items() if _MIDDLE <= len(part) < _LONG]
        self._long = _windowed(data, long, 8, 4)
        self._middle = _windowed(data, middle, 4, 2)
        self._pairs: dict[int, _Chain] = {}
        self._single: list[int] = []
        for number, part in data.items():
            if len(part) == 1:
                self._single.append(number)
            elif len(part) < _MIDDLE:
                _link(self._pairs, int.from_bytes(part[:2], "little"), number)

    def find(self, text: str) -> list[tuple[int, int, int]]:
        """Return where each entry stands in a text at its level: start, end, entry; in no order."""
        found: list[tuple[int, int, int]] = []
        self._find_words(text, found)
        self._find_parts(text, found)
        return found

    def _find_words(self, text: str, found: list[tuple[int, int, int]]) -> None:
        if not (self._firsts or self._prefixes):
            return
        tokens = set(_TOKENS(text))
        met = [
            number
            for key in self._firsts.keys() & tokens
            for number in _unlinked(self._firsts[key])
        ]
        for word in tokens if self._few else ():
            for few in self._few:
                for length in self._longer.get(word[:few], ()):
                    if word[:length] in self._prefixes:
                        met += _unlinked(self._prefixes[word[:length]])
        words = _Words(text)
        for number in dict.fromkeys(met):
            first, *others = self.texts[number].split()
            closed = number not in self._open
            start = text.find(first)
            while start >= 0:
                end = _follow(others, text, start + len(first))
                if end and words.starts_at(start) and (not closed or words.ends_at(end)):
                    found.append((start, end, number))
                    start = text.find(first, end)
                else:
                    start = text.find(first, start + 1)

    def _find_parts(self, text: str, found: list[tuple[int, int, int]]) -> None:
        texts = self.texts
        data = text.encode("utf-8", "surrogatepass")
        met: list[int] = []
        for chains, width, code, step in (
            (self._long, 8, "Q", 4),
            (self._middle, 4, "I", 2),
            (self._pairs, 2, "H", 1),
        ):
            if chains:
                keys = chains.keys()
                for window in _windows(data, width, code, step):
                    for key in keys & window:
                        met += _unlinked(chains[key])
        for number in (*dict.fromkeys(met), *self._single):
            part = texts[number]
            start = text.find(part)
            while start >= 0:
                end = start + len(part)
                found.append((start, end, number))
                start = text.find(part, end)


_FEW = 3
_IS_LITTLE = byteorder == "little"


def _link(chains: dict[str, _Chain] | dict[int, _Chain], key: str | int, number: int) -> None:
    old = chains.get(key)  # type: ignore[arg-type]
    chains[key] = number if old is None else (old, number)  # type: ignore[index]


def _unlinked(chain: _Chain) -> list[int]:
    numbers = []
    while isinstance(chain, tuple):
        chain, number = chain
        numbers.append(number)
    numbers.append(chain)
    return numbers


def _encoded(texts: list[str]) -> list[bytes]:
    return [text.encode("utf-8", "surrogatepass") for text in texts]


def _windowed(
    data: dict[int, bytes], numbers: list[int], width: int, steps: int
) -> dict[int, _Chain]:
    """Return what finds entries by windows: those at their start, or others where these are met."""
    read, bits = int.from_bytes, 8 * width
    mask = (1 << bits) - 1
    reach = width + steps - 1
    crowded = {
        key
        for key, count in Counter(data[number][:width] for number in numbers).items()
        if count > _CROWD
    }
    counts = Counter(
        data[number][at : at + width]
        for number in numbers
        if data[number][:width] in crowded
        for at in range(0, len(data[number]) - width + 1, 2)
    )
    chains: dict[int, _Chain] = {}
    get = chains.get
    for number in numbers:
        part = data[number]
        at = 0
        if part[:width] in crowded:
            at = min(range(len(part) - reach + 1), key=lambda at: counts[part[at : at + width]])
        whole = read(part[at : at + reach], "little")
        for step in range(steps):
            key = whole >> 8 * step & mask
            old = get(key)
            chains[key] = number if old is None else (old, number)
    return chains


def _windows(data: bytes, width: int, code: str, step: int) -> Iterator[Iterable[int]]:
    """Yield the numbers that stand in a text at every ``step`` bytes, in several rows."""
    for at in range(0, width, step):
        whole = (len(data) - at) // width
        if whole > 0:
            row = memoryview(data)[at : at + whole * width]
            numbers: Iterable[int] = (
                row.cast(code) if _IS_LITTLE else struct.unpack(f"<{whole}{code}", row)  # type: ignore[call-overload]
            )
            yield numbers


# What may stand between the words of a phrase.
_GAP = re.compile(r"(\s{1,20})(?:[-\u2013]\s{1,20})?|-")


def _follow(parts: list[str], text: str, end: int) -> int:
    """Return where the rest of a phrase ends that goes on from a place; 0 where it does not."""
    for part in parts:
        gap = _GAP.match(text, end)
        if gap is None:
            return 0
        # A part may begin by a hyphen of its own.
        start = gap.end(1) if gap[1] and text.startswith(part, gap.end(1)) else gap.end()
        if not text.startswith(part, start):
            return 0
        end = start + len(part)
    return end


# What surely ends a word, so that the words of a text need not be worked out.
_BEFORE, _AFTER = frozenset(" \n\t(«“"), frozenset(" \n\t,;!?)»”")


class _Words:
    """The edges of the words of a text, worked out when one is asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: set[int] | None = None
        self._ends: set[int] = set()

    def starts_at(self, place: int) -> bool:
        """Tell whether a word starts at a place, or no letter does."""
        text = self._text
        if not text[place].isalnum() or not place or text[place - 1] in _BEFORE:
            return True
        return not text[place - 1].isalnum() and place in self._known()

    def ends_at(self, place: int) -> bool:
        """Tell whether a word ends at a place, or no letter does."""
        text = self._text
        if not text[place - 1].isalnum() or place == len(text) or text[place] in _AFTER:
            return True
        if text[place].isalnum():
            return False
        self._known()
        return place in self._ends

    def _known(self) -> set[int]:
        if self._starts is None:
            spans = [(start, end) for start, end, _ in places(self._text)]
            self._starts = {start for start, _ in spans}
            self._ends = {end for _, end in spans}
        return self._starts
