"""Comments in a table of SQLite that knows each one's parent, read by a recursive query.

Shows what foreign keys refuse and what they take along, what a recursive query never reaches, and
what an offset counts. The order by depth is that of SQLite's documentation.
"""

from __future__ import annotations

import sqlite3
from itertools import count
from typing import TYPE_CHECKING

from blogmodel.testing import Page, Row, check_store

if TYPE_CHECKING:
    from blogmodel import Comment

LACKS: frozenset[str] = frozenset(
    {
        # The foreign key wants the parent to be there.
        "arrival-order",
        "late-parents",
        "orphans-stand",
        "cycles-stand",
        "cycles-cut-at-earliest",
        "defects-in-any-order",
        # A comment that answers itself keeps the foreign key, and is never reached.
        "self-parents-stand",
        # The key of the table, and NOT NULL.
        "duplicates-once",
        "undated-stand",
        # Sorted by the date alone.
        "ties-steady",
        "ties-by-id",
        # Nobody asks for the post of a parent.
        "foreign-parents-stand",
        # ON DELETE CASCADE.
        "deleted-keep-replies",
        # A place is kept where there are no replies, too.
        "hidden-keep-replies",
        "dead-branches",
        # A ring is written, and never reached again.
        "moves-refuse-rings",
        # Offsets.
        "cursors-survive",
    }
)

TABLE = """
    CREATE TABLE comment (
        id TEXT PRIMARY KEY,
        parent_id TEXT REFERENCES comment ON DELETE CASCADE,
        created_at TEXT NOT NULL,
        text TEXT NOT NULL,
        hidden INTEGER NOT NULL DEFAULT 0
    );
    CREATE INDEX replies ON comment (parent_id, created_at);
"""
TREE = """
    WITH RECURSIVE tree AS (
        SELECT *, 0 AS depth FROM comment WHERE parent_id IS NULL
        UNION ALL
        SELECT comment.*, depth + 1 FROM comment JOIN tree ON comment.parent_id = tree.id
        ORDER BY depth DESC, created_at
    )
    SELECT id, depth, CASE WHEN hidden THEN '' ELSE text END, parent_id, hidden FROM tree
"""
_NUMBERS = count()


class SQLiteFirst:
    """A connection to a database; each store has one of its own."""

    def __init__(self, name: str = "") -> None:
        self.name = name or f"file:first{next(_NUMBERS)}?mode=memory&cache=shared"
        self.connection = sqlite3.connect(self.name, uri=True, isolation_level=None)
        self.connection.execute("PRAGMA foreign_keys = ON")
        if not name:
            self.connection.executescript(TABLE)

    def another(self) -> SQLiteFirst:
        """Open a second connection."""
        return SQLiteFirst(self.name)

    def close(self) -> None:
        """Close the connection; the database goes with the last one."""
        self.connection.close()

    def add(self, comment: Comment) -> None:
        """Insert a row."""
        at = comment.created_at.isoformat() if comment.created_at else None
        row = (comment.id, comment.parent_id, at, comment.body.text)
        sql = "INSERT INTO comment (id, parent_id, created_at, text) VALUES (?, ?, ?, ?)"
        self.connection.execute(sql, row)

    def edit(self, comment_id: str, text: str) -> None:
        """Give a row another text."""
        self.connection.execute("UPDATE comment SET text = ? WHERE id = ?", (text, comment_id))

    def delete(self, comment_id: str) -> None:
        """Delete a row."""
        self.connection.execute("DELETE FROM comment WHERE id = ?", (comment_id,))

    def hide(self, comment_id: str) -> None:
        """Mark a row; its place is kept, without the text."""
        self.connection.execute("UPDATE comment SET hidden = 1 WHERE id = ?", (comment_id,))

    def restore(self, comment_id: str) -> None:
        """Take the mark away."""
        self.connection.execute("UPDATE comment SET hidden = 0 WHERE id = ?", (comment_id,))

    def move(self, comment_id: str, parent_id: str | None) -> None:
        """Give a row another parent."""
        sql = "UPDATE comment SET parent_id = ? WHERE id = ?"
        self.connection.execute(sql, (parent_id, comment_id))

    def walk(self) -> list[Row]:
        """Read the tree."""
        return self._rows(TREE)

    def walk_to(self, depth: int) -> list[Row]:
        """Read the tree, and show nothing further in than a depth."""
        return self._rows(TREE.replace("SELECT id, depth,", "SELECT id, min(depth, ?),"), depth)

    def _rows(self, sql: str, *values: object) -> list[Row]:
        return [
            Row(name, depth, text=text, parent_id=parent_id, is_placeholder=bool(hidden))
            for name, depth, text, parent_id, hidden in self.connection.execute(sql, values)
        ]

    def count(self) -> int:
        """Count the rows that are not hidden."""
        sql = "SELECT count(*) FROM comment WHERE NOT hidden"
        return int(self.connection.execute(sql).fetchone()[0])

    def page(self, size: int, after: int | None) -> Page:
        """Read so many rows from an offset."""
        start = after or 0
        rows = self._rows(f"{TREE} LIMIT ? OFFSET ?", size, start)
        return Page(rows, next=start + size if len(rows) == size else None)


if __name__ == "__main__":
    print(check_store(SQLiteFirst, lacks=LACKS))
