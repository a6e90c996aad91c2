"""A source as chunks of UTF-8, whatever its document is written in."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from blogmodel.formats._entries import SourceDefect, SourceDefectKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from blogmodel.formats._reading import Source

__all__ = ["CHUNK", "Pace", "chunks"]

CHUNK = 1 << 17
"""How much is read at once: small enough for what is made of it to stay near the processor."""

LARGEST_CHUNK = 1 << 20
"""How much at most: a long token is scanned again with each chunk, so that chunks grow with it."""

# How far into a source its first tag is looked for.
_HEAD = 1 << 12

_MARKS = (
    # UTF-32 first: its little-endian mark starts with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    # Without a mark, as the XML standard tells them (appendix F).
    (b"<\0?\0", "utf-16-le"),
    (b"\0<\0?", "utf-16-be"),
)
_DECLARATION = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']""")
_UTF8 = frozenset({"utf-8", "ascii"})
# What browsers read under these names, since what says the one is the other.
_CP1252 = frozenset({"iso8859-1", "cp1252"})


class Pace:
    """How much is to be read next.

    Attributes:
        size: in bytes.
    """

    def __init__(self) -> None:
        self.size = CHUNK

    def found(self, anything: bool) -> None:  # noqa: FBT001 - what it tells
        """Read less where a chunk had whole records, more where it had none."""
        self.size = CHUNK if anything else min(self.size * 2, LARGEST_CHUNK)


def chunks(
    source: Source, encoding: str | None, wrong: Callable[[SourceDefect], None], pace: Pace
) -> Iterator[bytes]:
    """Yield an XML document in UTF-8, from its first tag on.

    A byte order mark tells the encoding, else the declaration does; an encoding given is taken at
    its word. Bytes that are not of an encoding other than UTF-8 become U+FFFD, with a defect.

    Args:
        source: its bytes.
        encoding: theirs, or None to find out.
        wrong: is told of what was wrong.
        pace: how much to read, each time.
    """
    first = source.read(pace.size)
    marked = next((name for mark, name in _MARKS if first.startswith(mark)), None)
    codec = _codec(encoding or marked or _declared(first, wrong))
    pieces = _read(first, source, pace)
    if codec.name not in _UTF8 or marked == "utf-8-sig":
        pieces = _recoded(pieces, codec, wrong)
    head = next(pieces, b"")
    junk = _junk(head)
    if junk:
        said = head[:junk].decode(errors="replace").strip() or "white space"
        wrong(SourceDefect(SourceDefectKind.JUNK_BEFORE, said[:80], line=1, column=1))
    yield head[junk:]
    yield from pieces


def _read(first: bytes, source: Source, pace: Pace) -> Iterator[bytes]:
    piece = first
    while piece:
        yield piece
        piece = source.read(pace.size)


def _declared(first: bytes, wrong: Callable[[SourceDefect], None]) -> str:
    found = _DECLARATION.search(first[:_HEAD])
    if found is None:
        return "utf-8"
    name = found[1].decode("ascii", "replace")
    try:
        codec = codecs.lookup(name)
        b"text".decode(name)
    except (LookupError, ValueError, TypeError):
        said = f"there is no encoding {name}; read as UTF-8"
        wrong(SourceDefect(SourceDefectKind.WRONG_ENCODING, said, line=1, column=1))
        return "utf-8"
    # A declaration in bytes of ASCII cannot be right about UTF-16.
    return "utf-8" if codec.name.startswith(("utf-16", "utf-32")) else name


def _codec(name: str) -> codecs.CodecInfo:
    codec = codecs.lookup(name)
    return codecs.lookup("cp1252") if codec.name in _CP1252 else codec


def _recoded(
    pieces: Iterator[bytes], codec: codecs.CodecInfo, wrong: Callable[[SourceDefect], None]
) -> Iterator[bytes]:
    decoder = codec.incrementaldecoder("replace")
    told = False
    for piece in pieces:
        text = decoder.decode(piece)
        if not told and "\ufffd" in text:
            told = True
            said = f"bytes that are not {codec.name}; read as U+FFFD"
            wrong(SourceDefect(SourceDefectKind.WRONG_ENCODING, said))
        yield text.encode(errors="replace")
    yield decoder.decode(b"", final=True).encode(errors="replace")


def _junk(head: bytes) -> int:
    """Return how many bytes stand before the document; what may stand there is none of them."""
    declaration = head.find(b"<?xml", 0, _HEAD)
    start = declaration if declaration >= 0 else head.find(b"<", 0, _HEAD)
    return max(start, 0)
