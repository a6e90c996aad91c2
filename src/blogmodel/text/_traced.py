"""Texts made character by character, and where each of their characters came from.

What a character becomes does not depend on its neighbours, so that a table of characters makes a
text, and the same table tells where things came from. What becomes nothing, a mark or an invisible
character, belongs to the character before it.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from operator import eq
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

__all__ = ["CharacterTable", "Traced"]

# More than a text has of them, Chinese too, and not all that Unicode has: whoever writes a comment
# decides which are met.
_KEPT = 20_000
_FEW = 8


class CharacterTable(dict[int, str]):
    """What each character becomes, for `str.translate`; worked out when it is first met."""

    def __init__(self, becomes: Callable[[str], str]) -> None:
        super().__init__()
        self._becomes = becomes

    def __missing__(self, code: int) -> str:
        if len(self) >= _KEPT:
            self.clear()  # Rather than keep what somebody has filled it with.
        made = self[code] = self._becomes(chr(code))
        return made

    def places(self, text: str) -> Sequence[int]:
        """Return where in a text each character of its translation came from."""
        if text.isascii():
            return range(len(text))
        odd = {char for char in set(text) if len(self[ord(char)]) != 1}
        places: list[int] = []
        done = 0
        for place in _places_of(odd, text):
            places.extend(range(done, place))
            places.extend([place] * len(self[ord(text[place])]))
            done = place + 1
        places.extend(range(done, len(text)))
        return places if odd else range(len(text))


def _places_of(chars: set[str], text: str) -> list[int]:
    if len(chars) > _FEW:
        return [place for place, char in enumerate(text) if char in chars]
    return sorted(place for char in chars for place in _places_of_one(char, text))


def _places_of_one(char: str, text: str) -> Iterator[int]:
    place = text.find(char)
    while place >= 0:
        yield place
        place = text.find(char, place + 1)


class Traced:
    """A text, and where in its source each of its characters came from.

    A character reaches to where the next one came from, so that ends need not be kept. Places are
    worked out when they are asked for: most texts are looked through in vain.
    """

    def __init__(self, text: str, source: str, places: Callable[[], Sequence[int]]) -> None:
        self.text = text
        self.source = source
        self._places = places

    @cached_property
    def places(self) -> Sequence[int]:
        """Where each character came from."""
        return self._places()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the source that a span of the text, which is not empty, came from."""
        last = self.places[end - 1]
        while end < len(self.places) and self.places[end] == last:
            end += 1
        return self.places[start], self.places[end] if end < len(self.places) else len(self.source)

    def starting_at(self, place: int, start: int) -> int:
        """Return the first character from ``start`` on that came from ``place`` or after it."""
        return bisect_left(self.places, place, start)

    def ends(self) -> list[int]:
        """Return where in the source each character ends."""
        ends = [*self.places[1:], len(self.source)][: len(self.text)]
        if not isinstance(self.places, range):
            # Several that came from one end where the last of them does.
            same = bytes(map(eq, self.places, self.places[1:]))
            index = same.rfind(1)
            while index >= 0:
                ends[index] = ends[index + 1]
                index = same.rfind(1, 0, index)
        return ends

    def retold(self, text: str) -> Traced:
        """Return another text in its place, each character for one."""
        return Traced(text, self.source, lambda: self.places)

    def without(self, spans: Iterable[tuple[int, int]]) -> Traced:
        """Return the text without those spans of it, which are in order and do not touch."""
        cuts = list(spans)
        if not cuts:
            return self
        kept = [*zip([0, *(end for _, end in cuts)], [start for start, _ in cuts], strict=False)]
        kept.append((cuts[-1][1], len(self.text)))

        def places() -> list[int]:
            return [place for start, end in kept for place in self.places[start:end]]

        return Traced("".join(self.text[start:end] for start, end in kept), self.source, places)
