"""Texts that are nearly the same, found by small prints of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from heapq import nlargest
from math import ceil, log
from operator import add
from threading import Lock
from typing import TYPE_CHECKING
from zlib import crc32

import attrs

from blogmodel import _checks
from blogmodel.errors import InvalidTypeError, InvalidValueError
from blogmodel.model import Body
from blogmodel.moderation._bodies import plain
from blogmodel.text import Level
from blogmodel.text._levels import climbed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["NearText", "SeenTexts", "TextPrint", "printed", "text_print"]

# How many numbers a print has. The similarity of two texts is told to within 1 over its root, about
# 0.12 at one standard deviation in the middle, less towards 1.
_SIZE = 64
_LONGEST = 20_000  # What comes after so many characters changes nothing.


@attrs.frozen(repr=False)
class TextPrint:
    """What is kept of a text to find others that are nearly the same: numbers, no text.

    Attributes:
        numbers: the smallest numbers of pairs of its words, in order.
        size: how many words the text has.

    Raises:
        InvalidValueError: the numbers are not in order, or more than a print has.
        InvalidTypeError: a field is of another type.
    """

    numbers: tuple[int, ...]
    size: int

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.numbers, tuple):
            raise InvalidTypeError("TextPrint", "numbers", self.numbers, "a tuple of int")
        for number in self.numbers:
            _checks.count("TextPrint", "numbers", number)
        if len(self.numbers) > _SIZE or list(self.numbers) != sorted(set(self.numbers)):
            raise InvalidValueError(
                "TextPrint",
                "numbers",
                self.numbers,
                f"at most {_SIZE} numbers, each once, in order",
            )
        _checks.count("TextPrint", "size", self.size)

    def similarity(self, other: TextPrint) -> float:
        """Return how much of two texts is the same, from 0 to 1: 1 for the same words in order.

        It estimates the share of pairs of neighbouring words that both have, of all that either
        has; for texts of up to 64 such pairs together it is that share. Two texts without words are
        nothing to compare: 0. O(1).

        Source: A. Z. Broder, On the resemblance and containment of documents, 1997: the bottom
        sketch.
        """
        if not (self.numbers and other.numbers):
            return 0.0
        if self.numbers == other.numbers:
            return 1.0 if self.size == other.size else _NEARLY
        mine, others = set(self.numbers), set(other.numbers)
        union = sorted(mine | others)
        if len(mine) == _SIZE or len(others) == _SIZE:
            # What lies beyond the last number of a full print is not known of that text.
            ends = [
                numbers[-1] for numbers in (self.numbers, other.numbers) if len(numbers) == _SIZE
            ]
            union = [number for number in union if number <= min(ends)]
        both = mine & others
        return sum(number in both for number in union) / len(union)

    def to_str(self) -> str:
        """Return the print as text, for a store: figures and commas.

        Example:
            >>> from blogmodel.moderation import TextPrint, text_print
            >>> print_ = text_print("Bonjour tout le monde")
            >>> TextPrint.from_str(print_.to_str()) == print_
            True
        """
        return ",".join(map(str, (self.size, *self.numbers)))

    @classmethod
    def from_str(cls, text: str) -> TextPrint:
        """Return the print that a text tells.

        Raises:
            InvalidValueError: it tells none.
            InvalidTypeError: it is no str.
        """
        parts = _checks.string("TextPrint", "text", text).split(",")
        if not all(re.fullmatch(r"[0-9]{1,19}", part) for part in parts):
            raise InvalidValueError("TextPrint", "text", text, "figures and commas, from to_str")
        size, *numbers = map(int, parts)
        return cls(tuple(numbers), size)

    def __repr__(self) -> str:
        return f"TextPrint({len(self.numbers)} numbers, {self.size} words)"


# The same pairs, some of them more often: « oui oui oui » and « oui oui ».
_NEARLY = 0.99
_WORD = re.compile(r"\w+")


def text_print(text: str | Body) -> TextPrint:
    """Return what is kept of a text to find others that are nearly the same.

    Texts that differ in case, accents, signs, white space, or in letters that look alike have the
    same print. It holds no text, but whoever guesses a pair of words can see that a text had it; so
    it is erased with the text. O(characters), of the first 20,000.

    Args:
        text: plain text, as a reader sees it, or a body, which is read so.

    Raises:
        InvalidTypeError: it is no str and no Body.
        MissingExtraError: the body is in HTML or Markdown, and the extra that reads it is not
            installed.

    Example:
        >>> from blogmodel.moderation import text_print
        >>> one = text_print("Achetez mes belles montres de luxe, Zoé !")
        >>> other = text_print("ACHETEZ mes belles montres de luxe, Luc !")
        >>> round(one.similarity(other), 2)
        0.71
    """
    shown = plain(text) if isinstance(text, Body) else _checks.string("text_print", "text", text)
    return printed(climbed(shown[:_LONGEST], Level.CONFUSABLE).text)


def printed(text: str) -> TextPrint:
    """Return the print of a text that is at its level already."""
    found = _WORD.findall(text[:_LONGEST])
    # Pairs of neighbours, each as bytes; a single word is paired with nothing.
    pairs = "\n".join(map(add, found, found[1:] or [""])).encode("utf-8", "replace").split(b"\n")
    if not found:
        return TextPrint((), 0)
    # A checksum alone gives neighbours to neighbours; the multiplication by a large odd number
    # spreads them, and its upper half is kept.
    spread = {(crc32(pair) * _ODD >> 32) & _HALF for pair in pairs}
    return TextPrint(tuple(sorted(spread)[:_SIZE]), len(found))


_ODD, _HALF = 0x9E3779B97F4A7C15, 0xFFFFFFFF


@attrs.frozen
class NearText:
    """A text that is nearly the same as another.

    Attributes:
        key: the name that it was added under.
        similarity: how much is the same, from 0 to 1.
    """

    key: str
    similarity: float


# Of a number that many texts share, so many are looked at, the latest first; and of all texts that
# share numbers, those that share the most.
_CROWD = 24
_COMPARED = 8
_SURE = log(1e-6)


class _Pool:
    """Texts in the order in which they were added, by key and by the numbers of their prints.

    It only ever grows, and a `SeenTexts` looks at the first so many of it: values that come of
    one another share one pool.
    """

    def __init__(self, items: Iterable[tuple[str, TextPrint]] = ()) -> None:
        self.items: list[tuple[str, TextPrint]] = []
        self.by_key: dict[str, list[int]] = {}
        self.by_print: dict[TextPrint, list[int]] = {}
        self.by_number: dict[int, list[int]] = {}
        self.lock = Lock()
        for key, print_ in items:
            self.append(key, print_)

    def append(self, key: str, print_: TextPrint) -> None:
        place = len(self.items)
        self.items.append((key, print_))
        self.by_key.setdefault(key, []).append(place)
        self.by_print.setdefault(print_, []).append(place)
        by_number = self.by_number
        for number in print_.numbers:
            known = by_number.get(number)
            if known is None:
                by_number[number] = [place]
            else:
                known.append(place)


@attrs.frozen(repr=False, eq=False)
class SeenTexts:
    """The prints of texts that were seen, to look new ones up in. It is a value.

    Adding makes a new value, and shares what is kept with the old one: O(1), but for a value from
    which another has gone on already, which is copied: O(texts). A look-up costs O(1)
    however many texts are kept, and whatever they have in common: of a pair of words that many
    texts share, the 24 latest are looked at, and the 8 that share the most with the text are
    compared. So of a crowd of texts that are all nearly the same, some are found and not all.

    Example:
        >>> from blogmodel.moderation import SeenTexts, text_print
        >>> seen = SeenTexts().add("c1", text_print("Achetez mes belles montres de luxe"))
        >>> seen.nearest(text_print("achetez mes belles montres de luxe !"))
        (NearText(key='c1', similarity=1.0),)
    """

    _pool: _Pool = attrs.field(factory=_Pool, init=False)
    _start: int = attrs.field(default=0, init=False)
    _end: int = attrs.field(default=0, init=False)
    _gone: frozenset[int] = attrs.field(default=frozenset(), init=False)

    def add(self, key: str, print_: TextPrint) -> SeenTexts:
        """Return the texts with one more; one that had the key goes.

        Raises:
            InvalidValueError: the key is empty.
            InvalidTypeError: the key is no str, or the print no TextPrint.
        """
        _checks.identifier("SeenTexts", "key", key)
        _checks.instance("SeenTexts", "print", print_, TextPrint, "text_print('…')")
        place = self._place(key)
        gone = self._gone if place is None else self._gone | {place}
        pool = self._pool
        with pool.lock:
            if len(pool.items) == self._end:
                pool.append(key, print_)
                return _seen(pool, self._start, self._end + 1, gone)
        # Another value has gone on from this one.
        own = _Pool(self._items())
        own.append(key, print_)
        kept = len(own.items)
        gone = frozenset() if place is None else frozenset({own.by_key[key][0]})
        return _seen(own, 0, kept, gone)

    def remove(self, key: str) -> SeenTexts:
        """Return the texts without one. O(texts that were removed so).

        Raises:
            InvalidValueError: there is none of that key.
        """
        place = self._place(key)
        if place is None:
            raise InvalidValueError("SeenTexts", "key", key, "the key of a text that was added")
        return _seen(self._pool, self._start, self._end, self._gone | {place})._tidied()  # noqa: SLF001 - its own

    def latest(self, count: int) -> SeenTexts:
        """Return the texts that were added last, so many at most. O(1) in the long run.

        Raises:
            InvalidValueError: the count is below 0.
            InvalidTypeError: it is no int.
        """
        _checks.count("SeenTexts", "count", count)
        start, gone = self._start, set(self._gone)
        surplus = len(self) - count
        while surplus > 0:
            if start in gone:
                gone.remove(start)
            else:
                surplus -= 1
            start += 1
        return _seen(self._pool, start, self._end, frozenset(gone))._tidied()  # noqa: SLF001 - its own

    def nearest(self, print_: TextPrint, *, least: float = 0.8) -> tuple[NearText, ...]:
        """Return the texts that are nearly the same, 8 at most, the most similar first.

        Args:
            print_: of the text to look up.
            least: how similar, from 0 to 1.

        Raises:
            InvalidValueError: ``least`` is not above 0, or above 1.
            InvalidTypeError: an argument is of another type.
        """
        _checks.instance("SeenTexts", "print", print_, TextPrint, "text_print('…')")
        if isinstance(least, bool) or not isinstance(least, int | float):
            raise InvalidTypeError("SeenTexts", "least", least, "a number above 0, 1 at most")
        if not 0 < least <= 1:
            raise InvalidValueError("SeenTexts", "least", least, "a number above 0, 1 at most")
        items = self._pool.items
        found = [
            NearText(items[place][0], alike)
            for place in self._candidates(print_, least)
            if (alike := print_.similarity(items[place][1])) >= least
        ]
        return tuple(sorted(found, key=lambda near: (-near.similarity, near.key)))

    def _candidates(self, print_: TextPrint, least: float) -> list[int]:
        """Return the places of the texts that share the most numbers, among the first few."""
        # Repeats are found however many there are of each of their numbers.
        votes = dict.fromkeys(self._latest(self._pool.by_print.get(print_)), _SIZE)
        # Each number of a text so similar is the other's too, as likely as they are similar; that
        # all of the first few are not is less likely than one in a million.
        few = 0 if least == 1 else ceil(_SURE / log(1 - least))
        by_number = self._pool.by_number
        for number in print_.numbers[:few]:
            for place in self._latest(by_number.get(number)):
                votes[place] = votes.get(place, 0) + 1
        kept = [place for place in votes if place >= self._start and place not in self._gone]
        if len(kept) <= _COMPARED:
            return kept
        return nlargest(_COMPARED, kept, key=lambda place: (votes[place], place))

    def _latest(self, places: list[int] | None) -> Sequence[int]:
        """Return the last of some places, of those that this value knows."""
        if places is None:
            return ()
        last = len(places) if places[-1] < self._end else bisect_left(places, self._end)
        return places[max(0, last - _CROWD) : last]

    def _place(self, key: str) -> int | None:
        """Return where a key stands, or None."""
        for place in reversed(self._pool.by_key.get(key, ())):
            if place < self._end:
                return place if place >= self._start and place not in self._gone else None
        return None

    def _tidied(self) -> SeenTexts:
        """Return the same with a pool of its own where most of the shared one is of no use."""
        if self._end < 2 * len(self) + 64:
            return self
        pool = _Pool(self._items())
        return _seen(pool, 0, len(pool.items), frozenset())

    def _items(self) -> Iterator[tuple[str, TextPrint]]:
        """Yield what is kept, the oldest first."""
        for place in range(self._start, self._end):
            if place not in self._gone:
                yield self._pool.items[place]

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self._place(key) is not None

    def __len__(self) -> int:
        return self._end - self._start - len(self._gone)

    def __iter__(self) -> Iterator[str]:
        return (key for key, _ in self._items())

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, SeenTexts):
            return NotImplemented
        return list(self._items()) == list(other._items())

    def __hash__(self) -> int:
        return hash(tuple(self._items()))

    def __reduce__(self) -> tuple[object, ...]:
        return _restored, (tuple(self._items()),)

    def __repr__(self) -> str:
        return f"SeenTexts({len(self)} texts)"


def _seen(pool: _Pool, start: int, end: int, gone: frozenset[int]) -> SeenTexts:
    made = SeenTexts()
    object.__setattr__(made, "_pool", pool)
    object.__setattr__(made, "_start", start)
    object.__setattr__(made, "_end", end)
    object.__setattr__(made, "_gone", gone)
    return made


def _restored(items: tuple[tuple[str, TextPrint], ...]) -> SeenTexts:
    pool = _Pool(items)
    return _seen(pool, 0, len(items), frozenset())
