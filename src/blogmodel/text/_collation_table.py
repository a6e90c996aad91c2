"""The tables of CLDR's root collation, unpacked when they are needed."""

from __future__ import annotations

import zlib
from array import array
from bisect import bisect_right
from functools import cache
from importlib.resources import files
from typing import NamedTuple

__all__ = ["Weights", "element", "ideograph", "longest", "version"]


class Weights(NamedTuple):
    """The weights of collation elements that are not zero, level by level.

    A primary weight is the code of a character; so is a secondary one, less 0x1F (0x20, which is
    common, is the least), and a tertiary one. Each level of a text can thus be put together by
    joining strings, and compared as a string.
    """

    primaries: str
    secondaries: str
    tertiaries: str


def version() -> str:
    """Return what the table was made from."""
    return _unpacked()[0]


def element(characters: str) -> Weights | None:
    """Return the weights of one character or of a contraction; None where the table has none."""
    return _block(ord(characters[0]) >> _BLOCK).get(characters)


def longest(character: str) -> int:
    """Return how many characters the longest contraction has that starts with one; 1 if none."""
    return _longest(ord(character) >> _BLOCK).get(character, 1)


def ideograph(code: int) -> int | None:
    """Return the place of an ideograph among all, by radical and strokes; None if it is none."""
    starts, sizes, places = _ideographs()
    run = bisect_right(starts, code) - 1
    beyond = 0 if run < 0 else code - starts[run]
    return places[run] + beyond if run >= 0 and beyond < sizes[run] else None


_BLOCK = 7
_LEAST_SECONDARY = 0x1F


def _lines(table: str) -> list[str]:
    data = (files("blogmodel.text") / "data" / table).read_bytes()
    return zlib.decompress(data).decode("ascii").split("\n")


@cache
def _ideographs() -> tuple[array[int], array[int], array[int]]:
    """Return the first code points of the runs, sorted, with their sizes and their places."""
    runs = []
    place = 0
    for line in _lines("ideographs.z"):
        first, _, more = line.partition(" ")
        size = int(more or 0) + 1
        runs.append((int(first, 16), size, place))
        place += size
    starts, sizes, places = zip(*sorted(runs), strict=True)
    return array("L", starts), array("L", sizes), array("L", places)


@cache
def _unpacked() -> tuple[str, dict[int, str]]:
    origin, *lines = _lines("collation.z")
    blocks = (line.partition(";") for line in lines)
    return origin, {int(number, 16): entries for number, _, entries in blocks}


@cache
def _block(number: int) -> dict[str, Weights]:
    entries = _unpacked()[1].get(number)
    return {} if entries is None else dict(map(_read, entries.split(";")))


@cache
def _longest(number: int) -> dict[str, int]:
    lengths: dict[str, int] = {}
    for characters in sorted(_block(number), key=len):
        lengths[characters[0]] = len(characters)
    return {character: length for character, length in lengths.items() if length > 1}


def _read(entry: str) -> tuple[str, Weights]:
    points, _, elements = entry.partition("=")
    triples = [[int(weight, 16) for weight in triple.split(".")] for triple in elements.split(",")]
    primaries, secondaries, tertiaries = zip(*triples, strict=True)
    weights = Weights(
        "".join(map(chr, filter(None, primaries))),
        "".join(chr(weight - _LEAST_SECONDARY) for weight in secondaries if weight),
        "".join(map(chr, filter(None, tertiaries))),
    )
    return "".join(chr(int(point, 16)) for point in points.split("+")), weights
