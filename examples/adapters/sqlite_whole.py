"""A table of SQLite that holds every law: it keeps comments as they came, and `Thread` shows them.

What was added to `sqlite_first.py`: nothing is refused or taken along by the table, a status takes
the place of deletion, and a move is checked and written in one transaction.
"""

from __future__ import annotations

import sqlite3
from itertools import count
from typing import TYPE_CHECKING

import attrs
from shown import defects_of, page_of, rows_of, view_of

from blogmodel import Comment, Status, Thread, from_json, to_json
from blogmodel.testing import check_store

if TYPE_CHECKING:
    from collections.abc import Sequence

    from blogmodel.testing import Page, Row

LACKS: frozenset[str] = frozenset()

# An id may come twice, from two imports: which of them stands is told when they are read.
TABLE = """
    CREATE TABLE comment (number INTEGER PRIMARY KEY, id TEXT NOT NULL, document TEXT NOT NULL);
    CREATE INDEX comment_id ON comment (id);
"""
_NUMBERS = count()


class SQLiteWhole:
    """A connection to a database; each store has one of its own."""

    def __init__(self, name: str = "") -> None:
        self.name = name or f"file:whole{next(_NUMBERS)}?mode=memory&cache=shared"
        self.connection = sqlite3.connect(self.name, uri=True, isolation_level=None)
        if not name:
            self.connection.executescript(TABLE)

    def another(self) -> SQLiteWhole:
        """Open a second connection."""
        return SQLiteWhole(self.name)

    def close(self) -> None:
        """Close the connection; the database goes with the last one."""
        self.connection.close()

    def _comments(self) -> list[Comment]:
        rows = self.connection.execute("SELECT document FROM comment")
        return [from_json(document, Comment) for (document,) in rows]

    def merge(self, comments: Sequence[Comment]) -> None:
        """Insert rows."""
        rows = [(comment.id, to_json(comment)) for comment in comments]
        with self.connection:
            self.connection.execute("BEGIN IMMEDIATE")
            sql = "INSERT INTO comment (id, document) VALUES (?, ?)"
            self.connection.executemany(sql, rows)

    load = merge

    def add(self, comment: Comment) -> None:
        """Insert a row."""
        self.merge([comment])

    def _change(self, comment_id: str, **fields: object) -> None:
        """Write the rows of an id anew; nobody else writes between reading and writing."""
        with self.connection:
            self.connection.execute("BEGIN IMMEDIATE")
            if fields.get("parent_id") is not None:
                Thread.build(self._comments()).move(comment_id, str(fields["parent_id"]))
            sql = "SELECT document, number FROM comment WHERE id = ?"
            for document, number in self.connection.execute(sql, (comment_id,)).fetchall():
                changed = attrs.evolve(from_json(document, Comment), **fields)  # type: ignore[arg-type]
                update = "UPDATE comment SET document = ? WHERE number = ?"
                self.connection.execute(update, (to_json(changed), number))

    def edit(self, comment_id: str, text: str) -> None:
        """Give a comment another text."""
        self._change(comment_id, body=text)

    def delete(self, comment_id: str) -> None:
        """Leave of a comment what keeps its place: its id, its date and whom it answered."""
        self._change(comment_id, body="", author=None, status=Status.ERASED)

    def hide(self, comment_id: str) -> None:
        """Take a comment down."""
        self._change(comment_id, status=Status.REMOVED)

    def restore(self, comment_id: str) -> None:
        """Publish it again."""
        self._change(comment_id, status=Status.PUBLISHED)

    def move(self, comment_id: str, parent_id: str | None) -> None:
        """Give a comment another parent, unless `Thread.move` refuses."""
        self._change(comment_id, parent_id=parent_id)

    def walk(self) -> list[Row]:
        """Read all, and show it."""
        return rows_of(view_of(self._comments()).walk())

    def walk_to(self, depth: int) -> list[Row]:
        """Show nothing further in than a depth."""
        return rows_of(view_of(self._comments(), depth).walk())

    def count(self) -> int:
        """Count what is shown."""
        return len(view_of(self._comments()))

    def page(self, size: int, after: str | None) -> Page:
        """Show a page."""
        return page_of(view_of(self._comments()), size, after)

    def permalink(self, comment_id: str, size: int) -> list[Row]:
        """Show the page that has a comment."""
        return rows_of(view_of(self._comments()).page_of(comment_id, size).nodes)

    def defects(self) -> list[tuple[str, str]]:
        """Tell what is wrong."""
        return defects_of(self._comments())


if __name__ == "__main__":
    print(check_store(SQLiteWhole, lacks=LACKS))
