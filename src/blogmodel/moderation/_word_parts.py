"""Parts of words looked for in a text all at once, by windows of it.

A text is read as numbers, each of which is a window of some of its characters. In steps of 4, a
window of 8 has whatever is 11 characters long or more at one of 4 offsets, wherever it stands;
shorter entries have shorter windows. A window tells the offsets and lengths of the entries that
have it, so that what the text has there is cut out and looked up, once for each length: many
entries that share their first letters cost no more than one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["PartIndex"]


class PartIndex:
    """What may stand anywhere.

    To build it takes O(characters). To look it up takes O(characters) of the text, times the
    number of different lengths that entries with the same window have.

    Args:
        numbers: the entries at their level, each with its number.
    """

    def __init__(self, numbers: Mapping[str, int]) -> None:
        self._numbers = numbers
        by_length: dict[int, list[str]] = {}
        for text in numbers:
            by_length.setdefault(len(text), []).append(text)
        self._single = by_length.pop(1, [])
        rulers = {length: _ruler(length) for length in by_length}
        self._tables = [
            _table(
                ruler, {length: by_length[length] for length in rulers if rulers[length] is ruler}
            )
            for ruler in dict.fromkeys(rulers.values())
        ]

    def find(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Yield where each entry stands: start, end, entry; those of one entry do not overlap."""
        found = [(start, end, self._numbers[text[start:end]]) for start, end in self._met(text)]
        found.sort()
        ends: dict[int, int] = {}
        for start, end, number in found:
            if start >= ends.get(number, 0):
                ends[number] = end
                yield start, end, number

    def _met(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where an entry stands, each place once."""
        for part in self._single:
            start = text.find(part)
            while start >= 0:
                yield start, start + 1
                start = text.find(part, start + 1)
        data = memoryview(_one_byte_each(text))
        for table in self._tables:
            yield from table.met(text, data, self._numbers)


_Code = Literal["Q", "I", "H"]


class _Ruler(NamedTuple):
    """How wide windows are, and how far from each other, for entries of some lengths."""

    code: _Code
    width: int
    step: int


_LONG, _MIDDLE, _SHORT, _PAIRS = (
    _Ruler("Q", 8, 4),
    _Ruler("I", 4, 2),
    _Ruler("H", 2, 2),
    _Ruler("H", 2, 1),
)


def _ruler(length: int) -> _Ruler:
    """Return the widest windows of which an entry has one wherever it stands."""
    rulers = (_LONG, _MIDDLE, _SHORT, _PAIRS)
    return next(ruler for ruler in rulers if ruler.width + ruler.step <= length + 1)


# How far an entry reaches to the left and to the right of where its window starts.
_Reach = tuple[int, int]


class _Table(NamedTuple):
    """The windows of some entries, and how far the entries reach that have each."""

    ruler: _Ruler
    first: dict[int, _Reach]
    others: dict[int, list[_Reach]]

    def met(
        self, text: str, data: memoryview, numbers: Mapping[str, int]
    ) -> Iterator[tuple[int, int]]:
        """Yield where an entry stands in a text, each place once."""
        (code, width, step), first, others = self
        for row in range(0, width, step):
            end = row + (len(data) - row) // width * width
            keys = data[row:end].cast(code).tolist() if end > row else []
            if first.keys().isdisjoint(keys):
                continue
            for index, key in enumerate(keys):
                if key in first:
                    place = row + index * width
                    before, after = first[key]
                    # Checks that nearly all pass come after the one that few do.
                    if text[place - before : place + after] in numbers:
                        yield from _within(text, place, before, after)
                    if key in others:
                        for before, after in others[key]:
                            if text[place - before : place + after] in numbers:
                                yield from _within(text, place, before, after)


def _within(text: str, place: int, before: int, after: int) -> Iterator[tuple[int, int]]:
    """Yield a span, unless it goes beyond the text."""
    if before <= place and place + after <= len(text):
        yield place - before, place + after


def _table(ruler: _Ruler, by_length: Mapping[int, list[str]]) -> _Table:
    first: dict[int, _Reach] = {}
    others: dict[int, list[_Reach]] = {}
    for length, texts in by_length.items():
        for offset in range(ruler.step):
            end = offset + ruler.width
            reach = offset, length - offset
            keys = set(_keys("".join([text[offset:end] for text in texts]), ruler.code))
            new = keys.difference(first)
            for key in keys - new:
                others.setdefault(key, []).append(reach)
            first.update(dict.fromkeys(new, reach))
    return _Table(ruler, first, others)


def _keys(text: str, code: _Code) -> list[int]:
    return memoryview(_one_byte_each(text)).cast(code).tolist()


def _one_byte_each(text: str) -> bytes:
    """Return a byte for each character, so that places are the same; others may share it."""
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        return text.encode("utf-32-le", "surrogatepass")[::4]
