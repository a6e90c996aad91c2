"""Files and streams, read from their start: the one place where formats touch the system."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from blogmodel.errors import InvalidTypeError, UnreadableSourceError

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["GZIP", "HEAD", "ZIP", "OpenSource", "is_container", "is_tar", "opened"]

HEAD = 1 << 16
"""How much of a source is looked at to recognise its format."""


ZIP = (b"PK\x03\x04", b"PK\x05\x06")
GZIP = b"\x1f\x8b\x08"
_TAR = b"ustar"
_TAR_PLACE = 257


def is_container(head: bytes) -> bool:
    """Tell whether a file holds others."""
    return head.startswith((*ZIP, GZIP)) or is_tar(head)


def is_tar(head: bytes) -> bool:
    """Tell whether a file is one of tar's."""
    return head[_TAR_PLACE : _TAR_PLACE + len(_TAR)] == _TAR


def opened(source: str | os.PathLike[str] | BinaryIO, caller: str) -> OpenSource:
    """Open a path, or take a stream of bytes as it is.

    Raises:
        UnreadableSourceError: the system refuses it.
        InvalidTypeError: it is neither.
    """
    if isinstance(source, str | os.PathLike):
        name = os.fsdecode(source)
        try:
            stream = Path(name).open("rb")  # noqa: SIM115 - closed with the OpenSource
            return OpenSource(stream, name, path=name, close=stream.close)
        except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
            raise _unreadable(name, error) from error
    if not callable(getattr(source, "read", None)):
        raise InvalidTypeError(caller, "source", source, "a path or a stream of bytes")
    return OpenSource(source, str(getattr(source, "name", "<stream>")))


def _unreadable(name: str, error: Exception) -> UnreadableSourceError:
    detail = error.strerror if isinstance(error, OSError) else None
    return UnreadableSourceError(name, detail or str(error))


class OpenSource:
    """A stream of bytes, with what was looked at already put back.

    Attributes:
        name: what to call it in an error.
        path: the file's, where it is one.
        raw: the stream itself.
        head: its first bytes.
        done: how many bytes were read.
        total: how many there are; None where that cannot be known.
    """

    def __init__(
        self,
        stream: BinaryIO,
        name: str,
        *,
        path: str | None = None,
        close: Callable[[], None] | None = None,
    ) -> None:
        self.name: str = name
        self.path: str | None = path
        self.done: int = 0
        self.raw: BinaryIO = stream
        self._close = close
        self.total: int | None = _size(stream)
        self.head: bytes = b""
        try:
            self.head = self._exactly(HEAD)
        except BaseException:
            self.close()
            raise
        self._ahead = self.head

    def _exactly(self, size: int) -> bytes:
        pieces: list[bytes] = []
        while size > 0 and (piece := self._raw(size)):
            pieces.append(piece)
            size -= len(piece)
        return b"".join(pieces)

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes, so many at most; b"" at the end.

        Raises:
            UnreadableSourceError: the system refuses it, or it gives no bytes.
        """
        if self._ahead:
            piece = self._ahead if size < 0 else self._ahead[:size]
            self._ahead = self._ahead[len(piece) :]
            if size < 0:
                piece += self._raw(-1)
        else:
            piece = self._raw(size)
        self.done += len(piece)
        return piece

    def rest(self) -> bytes:
        """Return all that is left."""
        pieces = []
        while piece := self.read(-1):
            pieces.append(piece)
        return b"".join(pieces)

    def _raw(self, size: int) -> bytes:
        try:
            data: object = self.raw.read(size)
        except Exception as error:
            raise _unreadable(self.name, error) from error
        if not isinstance(data, bytes | bytearray | memoryview):
            found = type(data).__name__
            raise UnreadableSourceError(
                self.name, f"its read() gave {found}; open it in binary mode"
            )
        return bytes(data)

    def stream(self) -> BinaryIO:
        """Return the stream from its very start, for what has to move in it.

        Raises:
            UnreadableSourceError: it cannot be moved in.
        """
        try:
            self.raw.seek(-len(self.head), os.SEEK_CUR)
        except Exception as error:
            raise _unreadable(self.name, error) from error
        self._ahead = b""
        return self.raw

    def close(self) -> None:
        """Close the file that was opened; a stream that was given stays open."""
        if self._close is not None:
            self._close()
            self._close = None


def _size(stream: BinaryIO) -> int | None:
    """Return how many bytes a stream has left, where it can tell."""
    try:
        place: object = stream.tell()
        end: object = stream.seek(0, os.SEEK_END)
        stream.seek(place)  # type: ignore[arg-type]  # some streams give what is none
    except Exception:  # noqa: BLE001 - a pipe, or anything of which only read() is asked
        return None
    return end - place if isinstance(end, int) and isinstance(place, int) else None
