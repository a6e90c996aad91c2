"""Files in files: gzip, tar and zip, as Google Takeout and backups come. Nothing is unpacked.

Each file is read as it stands in the archive; what is compressed beyond any real export is not
read to its end.
"""

from __future__ import annotations

import io
import tarfile
import zipfile
import zlib
from typing import TYPE_CHECKING, Any, BinaryIO

from blogmodel.errors import MalformedSourceError, SourceError
from blogmodel.formats._entries import Damage, Kept, SourceDefect, SourceDefectKind
from blogmodel.formats._sources import GZIP, ZIP, OpenSource, is_container, is_tar
from blogmodel.formats._utf8 import CHUNK
from blogmodel.model import Extra

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from blogmodel.formats._entries import Entry
    from blogmodel.formats._reading import Options

    # What reads one file; None where no format recognises it.
    _Read = Callable[[OpenSource, Options], Iterator[Entry] | None]

__all__ = ["members"]

# The largest file in an archive that is read, and how often larger than it lies there it may be.
_LARGEST = 8 << 30
_RATIO = 200
_SMALL = 32 << 20
_MOST_FILES = 100_000
_PIECE = 1 << 12
# A stream that cannot be moved in is held, up to so much, where its archive ends with its list.
_HELD = 512 << 20

_ERRORS = (
    OSError,
    EOFError,
    RuntimeError,  # a file under a password
    NotImplementedError,  # a compression that Python does not have
    ValueError,
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
)


def members(source: OpenSource, options: Options, read: _Read) -> Iterator[Entry]:
    """Yield what the files in an archive hold; those that no format recognises are kept by name.

    The comments that a person wrote on other blogs, which Takeout has too, are none of the blog's.

    Raises:
        MalformedSourceError: it is no archive that can be read, or it is broken and the caller did
            not want it repaired.
    """
    archive = _Archive(source, options, read)
    if source.head.startswith(ZIP):
        yield from archive.zipped()
    elif source.head.startswith(GZIP):
        yield from archive.gzipped()
    else:
        yield from archive.tarred(source)


class _Archive:
    def __init__(self, source: OpenSource, options: Options, read: _Read) -> None:
        self._source = source
        self._options = options
        self._read = read

    def zipped(self) -> Iterator[Entry]:
        try:
            archive = zipfile.ZipFile(self._movable())
            infos = archive.infolist()
        except _ERRORS as error:
            raise MalformedSourceError(self._source.name, f"no zip archive: {error}") from None
        with archive:
            for number, info in enumerate(infos):
                if number >= _MOST_FILES:
                    yield self._wrong(SourceDefectKind.TOO_LARGE, f"more than {_MOST_FILES} files")
                    return
                if info.is_dir():
                    continue
                try:
                    stream: BinaryIO = archive.open(info)  # type: ignore[assignment]
                except _ERRORS as error:
                    yield self._wrong(SourceDefectKind.BROKEN_RECORD, f"{info.filename}: {error}")
                    continue
                with stream:
                    yield from self._member(info.filename, _Bounded(stream, info.compress_size))

    def _movable(self) -> BinaryIO:
        try:
            return self._source.stream()
        except SourceError:
            return io.BytesIO(self._source.read(_HELD))

    def gzipped(self) -> Iterator[Entry]:
        bounded = _Bounded(_Gunzip(self._source), self._source)
        name = self._source.name.removesuffix(".gz")
        inner = OpenSource(bounded, name)  # type: ignore[arg-type]
        if not inner.head and bounded.problem is not None:
            raise MalformedSourceError(self._source.name, f"no gzip file: {bounded.problem}")
        if is_tar(inner.head):
            yield from self.tarred(inner)
            yield from self._problem(inner)
        else:
            yield from self._file(inner)

    def tarred(self, source: OpenSource) -> Iterator[Entry]:
        try:
            raw: Any = _Raw(source)
            with tarfile.open(fileobj=raw, mode="r|") as archive:
                for number, info in enumerate(archive):
                    if number >= _MOST_FILES:
                        said = f"more than {_MOST_FILES} files"
                        yield self._wrong(SourceDefectKind.TOO_LARGE, said)
                        return
                    stream: Any = archive.extractfile(info) if info.isreg() else None
                    if stream is not None:
                        yield from self._member(info.name, _Bounded(stream, info.size))
        except SourceError:
            raise
        except _ERRORS as error:
            yield self._wrong(SourceDefectKind.TRUNCATED, str(error))

    def _member(self, name: str, stream: _Bounded) -> Iterator[Entry]:
        if _is_elsewhere(name):
            yield Kept("file", content=Extra.of({"name": name}))
        else:
            yield from self._file(OpenSource(stream, name))  # type: ignore[arg-type]

    def _file(self, inner: OpenSource) -> Iterator[Entry]:
        try:
            found = None if is_container(inner.head) else self._read(inner, self._options)
            if found is None:
                yield Kept("file", content=Extra.of({"name": inner.name}))
            else:
                yield from found
        except SourceError as error:
            if self._options.damage is Damage.REFUSE:
                raise
            yield SourceDefect(SourceDefectKind.BROKEN_RECORD, str(error))
        yield from self._problem(inner)

    def _problem(self, inner: OpenSource) -> Iterator[SourceDefect]:
        bounded: object = inner.raw
        if isinstance(bounded, _Bounded) and bounded.problem is not None:
            yield self._wrong(bounded.kind, f"{inner.name}: {bounded.problem}")

    def _wrong(self, kind: SourceDefectKind, text: str) -> SourceDefect:
        if self._options.damage is Damage.REFUSE:
            raise MalformedSourceError(self._source.name, f"{kind}: {text}")
        return SourceDefect(kind, text)


def _is_elsewhere(name: str) -> bool:
    folders = name.replace("\\", "/").split("/")[:-1]
    return "Blogger" in folders and folders[-1] == "Comments"


class _Bounded:
    """A file in an archive, which ends where it breaks off, or where no real file would go on.

    Attributes:
        problem: why it ended before its end; None while it did not.
        kind: the same, as a defect.
    """

    def __init__(self, stream: BinaryIO | _Gunzip, compressed: int | OpenSource) -> None:
        self._stream = stream
        self._compressed = compressed
        self._size = 0
        self.problem: str | None = None
        self.kind = SourceDefectKind.BROKEN_RECORD

    def read(self, size: int = -1) -> bytes:
        pieces: list[bytes] = []
        wanted = size if size >= 0 else 1 << 20
        while wanted > 0 and self.problem is None:
            try:
                # In small pieces: what stands before the break is not lost with it.
                piece = self._stream.read(min(wanted, _PIECE))
            except _ERRORS as error:
                self.problem = str(error) or type(error).__name__
                break
            if not piece:
                break
            pieces.append(piece)
            wanted -= len(piece)
            self._size += len(piece)
            self._bound()
        return b"".join(pieces)

    def _bound(self) -> None:
        lies = self._compressed if isinstance(self._compressed, int) else self._compressed.done
        if self._size > _LARGEST or (self._size > _SMALL and self._size > max(lies, 1) * _RATIO):
            self.kind = SourceDefectKind.TOO_LARGE
            self.problem = f"more than {_RATIO} times as large as it lies there"


class _Gunzip:
    """What gzip compressed, up to where it breaks off; the standard reader would lose its end."""

    def __init__(self, source: OpenSource) -> None:
        self._source = source
        self._inner = zlib.decompressobj(_GZIP_BITS)
        self._waiting = b""

    def read(self, size: int) -> bytes:
        while True:
            if self._inner.eof:
                # Several may follow one another.
                self._waiting = (self._inner.unused_data or self._waiting).lstrip(b"\0")
                self._waiting = self._waiting or self._source.read(CHUNK).lstrip(b"\0")
                if not self._waiting:
                    return b""
                self._inner = zlib.decompressobj(_GZIP_BITS)
            if not self._waiting:
                self._waiting = self._source.read(CHUNK)
                if not self._waiting:
                    raise EOFError("it ends too early")
            piece = self._inner.decompress(self._waiting, size)
            self._waiting = self._inner.unconsumed_tail
            if piece:
                return piece


_GZIP_BITS = zlib.MAX_WBITS | 16


class _Raw:
    """What tar reads from."""

    def __init__(self, source: OpenSource) -> None:
        self._source = source

    def read(self, size: int) -> bytes:
        return self._source.read(size)
