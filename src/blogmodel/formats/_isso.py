"""Isso's database, in SQLite: threads, which are pages, and comments in Markdown.

The filter of voters, a bloom filter of hashed addresses, is left out, as is the session's key.
Only real tables are read, and none may keep a reading long.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Any

from blogmodel.errors import MalformedSourceError
from blogmodel.formats._draft import Draft
from blogmodel.formats._entries import Damage, Kept, SourceDefect, SourceDefectKind
from blogmodel.formats._json_values import text_in
from blogmodel.model import Body, Comment, Extra, MediaType, Origin, Post, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blogmodel.formats._entries import Entry
    from blogmodel.formats._reading import Options, Source

__all__ = ["entries", "recognises"]

_MAGIC = b"SQLite format 3\0"
# 1 accepted, 2 in the queue, 4 deleted while it has replies.
_MODES = {1: Status.PUBLISHED, 2: Status.PENDING, 4: Status.WITHDRAWN}
_OF_COMMENTS = frozenset(
    "tid id parent created modified mode remote_addr text author email website likes dislikes "
    "voters".split()
)
_READ = frozenset({"threads", "comments"})
# Steps of SQLite's machine between two looks at how long a query takes, and how many looks.
_STEPS, _MOST_LOOKS = 1_000_000, 2_000
_LARGEST = 1 << 30
# What is said of a damaged database may itself be damaged text.
_ERRORS = (sqlite3.Error, UnicodeDecodeError)


def recognises(head: bytes) -> bool:
    """Tell whether a file is a database of SQLite."""
    return head.startswith(_MAGIC)


def entries(source: Source, options: Options) -> Iterator[Entry]:
    """Yield what Isso's database holds.

    Raises:
        MalformedSourceError: it is no database of Isso, or it is broken and the caller did not
            want it repaired.
    """
    try:
        connection = _opened(source)
    except (sqlite3.Error, OSError, ValueError, MemoryError) as error:
        raise MalformedSourceError(source.name, f"no database: {error}") from None
    try:
        yield from _Database(connection, source.name, options).read()
    finally:
        connection.close()


def _opened(source: Source) -> sqlite3.Connection:
    path = getattr(source, "path", None)
    if isinstance(path, str):
        return sqlite3.connect(f"{Path(path).resolve().as_uri()}?mode=ro", uri=True)
    connection = sqlite3.connect(":memory:")
    pieces = []
    size = 0
    while (piece := source.read(1 << 20)) and size <= _LARGEST:
        pieces.append(piece)
        size += len(piece)
    connection.deserialize(b"".join(pieces))
    return connection


class _Database:
    def __init__(self, connection: sqlite3.Connection, name: str, options: Options) -> None:
        self._name = name
        self._options = options
        self._connection = connection
        self._looks = 0
        connection.row_factory = sqlite3.Row
        connection.text_factory = _text
        connection.set_progress_handler(self._look, _STEPS)

    def _look(self) -> int:
        self._looks += 1
        return int(self._looks > _MOST_LOOKS)

    def read(self) -> Iterator[Entry]:
        try:
            self._connection.execute("PRAGMA query_only = ON")
            self._connection.execute("PRAGMA trusted_schema = OFF")
            tables = [
                str(row[0])
                for row in self._connection.execute(
                    "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
                )
            ]
        except _ERRORS as error:
            raise MalformedSourceError(self._name, f"no database: {error}") from None
        if not set(tables) >= _READ:
            raise MalformedSourceError(self._name, "no tables of Isso's in it")
        yield from self._rows("threads", self._post)
        yield from self._rows("comments", self._comment)
        for table in tables:
            if table not in _READ and not table.startswith("sqlite_"):
                yield Kept(table)

    def _rows(self, table: str, made: Any) -> Iterator[Entry]:  # noqa: ANN401 - one of the two below
        try:
            for row in self._connection.execute(f"SELECT * FROM {table}"):  # noqa: S608 - ours
                yield from made(dict(row))
        except _ERRORS as error:
            if self._options.damage is Damage.REFUSE:
                raise MalformedSourceError(self._name, str(error)) from None
            yield SourceDefect(SourceDefectKind.BROKEN_RECORD, f"{table}: {error}")

    def _without_id(self, table: str, row: dict[str, Any]) -> Iterator[Entry]:
        """Keep a row of which Isso could not have written the id, or that of its page."""
        said = f"{table}: a row without an id"
        if self._options.damage is Damage.REFUSE:
            raise MalformedSourceError(self._name, said)
        yield Kept(table, content=Extra.of(_plain(row)))
        yield SourceDefect(SourceDefectKind.BROKEN_RECORD, said)

    def _post(self, row: dict[str, Any]) -> Iterator[Entry]:
        id_ = text_in(row, "id")
        if id_ is None:
            yield from self._without_id("threads", row)
            return
        draft = Draft(id=id_)
        uri = text_in(row, "uri")
        is_address = uri is not None and uri.startswith(("http://", "https://"))
        url = draft.url("uri", uri) if is_address else None
        if uri and url is None:
            draft.extra["uri"] = uri
        yield from draft.defects
        yield Post(id_, title=text_in(row, "title"), url=url, extra=draft.kept())

    def _comment(self, row: dict[str, Any]) -> Iterator[Entry]:
        id_, post_id = text_in(row, "id"), text_in(row, "tid")
        if id_ is None or post_id is None:
            yield from self._without_id("comments", row)
            return
        draft = Draft(id=id_)
        for name, value in _plain(row).items():
            if name not in _OF_COMMENTS and value not in (None, 0, ""):
                draft.extra[name] = value
        text, address = text_in(row, "text"), text_in(row, "remote_addr")
        comment = Comment(
            id_,
            post_id,
            author=draft.author(
                text_in(row, "author"), email=text_in(row, "email"), url=text_in(row, "website")
            ),
            body=Body(text, MediaType.MARKDOWN) if text else Body(""),
            created_at=draft.seconds("created", row.get("created")),
            updated_at=draft.seconds("modified", row.get("modified")),
            parent_id=text_in(row, "parent"),
            status=_status(row.get("mode"), draft),
            ups=draft.count("likes", row.get("likes")),
            downs=draft.count("dislikes", row.get("dislikes")),
            origin=Origin(address=address) if address else None,
            extra=draft.kept(),
        )
        yield from draft.defects
        yield comment


def _status(mode: object, draft: Draft) -> Status:
    status = _MODES.get(mode) if isinstance(mode, int) else None
    if status is None:
        draft.extra["mode"] = str(mode)
        draft.defect(SourceDefectKind.BAD_VALUE, f"mode: {mode}")
        return Status.PENDING
    return status


def _text(data: bytes) -> str:
    return data.decode(errors="replace")


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {
        name: value for name, value in row.items() if isinstance(value, str | int) or value is None
    }
