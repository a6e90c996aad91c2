"""The lines of a stream of bytes, however long the stream is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blogmodel.formats._reading import Source

__all__ = ["lines"]

_CHUNK = 1 << 20
# What has no end for so long is cut there: it is no line.
_LONGEST = 64 << 20


def lines(source: Source) -> Iterator[tuple[int, bytes]]:
    """Yield the lines of a source, without their line feeds, and their numbers from 1."""
    number = 0
    pieces: list[bytes] = []
    size = 0
    while chunk := source.read(_CHUNK):
        first, *others = chunk.split(b"\n")
        pieces.append(first)
        size += len(first)
        if others or size > _LONGEST:
            number += 1
            yield number, b"".join(pieces)
            for line in others[:-1]:
                number += 1
                yield number, line
            pieces = [others[-1]] if others else []
            size = sum(map(len, pieces))
    if size:
        yield number + 1, b"".join(pieces)
