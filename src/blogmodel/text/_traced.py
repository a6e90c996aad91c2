"""Texts made character by character, and where each of their characters came from.

What a character becomes does not depend on its neighbours, so that a table of characters makes a
text, and the same table tells where things came from. What becomes nothing, a mark or an invisible
character, belongs to the character before it.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

__all__ = ["CharacterTable", "Traced"]

# What Chinese needs, and not all that Unicode has: who writes a comment decides what is met.
_KEPT = 20_000


class CharacterTable(dict[int, str]):
    """What each character becomes, for `str.translate`; worked out when it is first met."""

    def __init__(self, becomes: Callable[[str], str]) -> None:
        super().__init__()
        self._becomes = becomes

    def __missing__(self, code: int) -> str:
        made = self._becomes(chr(code))
        if len(self) < _KEPT:
            self[code] = made
        return made

    def places(self, text: str) -> Sequence[int]:
        """Return where in a text each character of its translation came from."""
        if text.isascii():
            return range(len(text))
        odd = {char for char in set(text) if len(self[ord(char)]) != 1}
        if not odd:
            return range(len(text))
        places: list[int] = []
        done = 0
        for place in [place for place, char in enumerate(text) if char in odd]:
            places.extend(range(done, place))
            places.extend([place] * len(self[ord(text[place])]))
            done = place + 1
        places.extend(range(done, len(text)))
        return places


@attrs.frozen
class Traced:
    """A text and where in its source each of its characters came from.

    A character reaches to where the next one came from, so that ends need not be kept.
    """

    text: str
    source: str
    places: Sequence[int]

    @classmethod
    def same(cls, text: str) -> Traced:
        """Return a text that is its own source."""
        return cls(text, text, range(len(text)))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the source that a span of the text, which is not empty, came from."""
        return self.places[start], self._end(end)

    def starting_at(self, place: int, start: int) -> int:
        """Return the first character from ``start`` on that came from ``place`` or after it."""
        return bisect_left(self.places, place, start)

    def ends(self) -> list[int]:
        """Return where in the source each character ends."""
        ends = [*self.places[1:], len(self.source)][: len(self.text)]
        if isinstance(self.places, range):
            return ends
        for index in range(len(ends) - 2, -1, -1):
            if ends[index] == self.places[index]:  # One of several that came from the same one.
                ends[index] = ends[index + 1]
        return ends

    def without(self, spans: Iterable[tuple[int, int]], text: str) -> Traced:
        """Return another text of the same length, without those spans of it, which are in order."""
        parts: list[str] = []
        places: list[int] = []
        done = 0
        for start, end in spans:
            parts.append(text[done:start])
            places.extend(self.places[done:start])
            done = end
        parts.append(text[done:])
        places.extend(self.places[done:])
        return Traced("".join(parts), self.source, places)

    def _end(self, end: int) -> int:
        last = self.places[end - 1]
        while end < len(self.places):
            if self.places[end] != last:
                return self.places[end]
            end += 1
        return len(self.source)
