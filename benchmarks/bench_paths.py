"""Encodings of a thread: written, read, and used from SQLite, beside plainer ways."""

import random
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

from _timing import compare, table
from blogmodel import Comment, Thread
from blogmodel.thread import (
    Dialect,
    NestedSetSQL,
    PathSQL,
    child_path,
    decode_path,
    nested_sets,
    parents_of_nested_sets,
    path_of,
    paths,
)

COUNT = 100_000
PAGE = 50
START = datetime(2011, 6, 24, 12, tzinfo=UTC)


def conversation() -> Thread:
    """Build a thread in which four of five answer one of those before."""
    chance = random.Random(2011)  # noqa: S311 - a shape, not a secret
    made = []
    for number in range(COUNT):
        parent = chance.randrange(number) if number and chance.random() < 0.8 else None  # noqa: PLR2004
        made.append(
            Comment(
                f"c{number}",
                "p",
                created_at=START + timedelta(seconds=number),
                parent_id=None if parent is None else f"c{parent}",
            )
        )
    return Thread.build(made)


def codecs(thread: Thread) -> None:
    """Time writing and reading of all nodes, beside a walk."""
    written, sets = [path for _, path in paths(thread)], list(nested_sets(thread))
    peers = {
        "a walk": lambda: [(node.comment.id, node.depth) for node in thread.walk()],
        "paths": lambda: list(paths(thread)),
        "decode_path": lambda: [decode_path(path) for path in written],
        "nested_sets": lambda: list(nested_sets(thread)),
        "parents_of_nested_sets": lambda: parents_of_nested_sets(sets),
    }
    table(f"{COUNT:,} comments, each", compare(peers, rounds=3), "a walk", per=COUNT)
    print(f"  a path has {sum(map(len, written)) / COUNT:.0f} bytes on average")


def sqlite(thread: Thread) -> None:
    """Time a page and an insert in the middle of a table."""
    by_path, by_set = PathSQL(Dialect.SQLITE), NestedSetSQL(Dialect.SQLITE)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        for statement in (*by_path.create, *by_set.create, "BEGIN"):
            database.execute(statement)
        one = {"post_id": "p", "document": ""}
        rows = (one | {"id": i, "parent_id": None, "path": path} for i, path in paths(thread))
        database.executemany(by_path.insert, rows)
        sets = (
            one | {name: getattr(s, name) for name in ("id", "left", "right", "depth")}
            for s in nested_sets(thread)
        )
        database.executemany(by_set.insert, (row | {"is_placeholder": False} for row in sets))
        middle = list(thread.walk())[COUNT // 2]
        above = path_of(middle)
        key = {"post_id": "p", "after": above, "size": PAGE}
        offset = by_path.page.replace("LIMIT :size", f"LIMIT :size OFFSET {COUNT // 2 + 1}")
        start = {"post_id": "p", "after": b"", "size": PAGE}

        def by_key() -> object:
            return database.execute(by_path.page, key).fetchall()

        def by_offset() -> object:
            return database.execute(offset, start).fetchall()

        assert by_key() == by_offset()
        peers = {"a page by keyset": by_key, "a page by offset": by_offset}
        table(f"A page of {PAGE} in the middle of {COUNT:,}", compare(peers), "a page by keyset")

        new = Comment("new", "p", created_at=START, parent_id=middle.comment.id)
        left = 2 * middle.position - middle.depth + 1
        added = one | {"id": "new", "left": left + 1, "right": left + 2}
        added |= {"depth": middle.depth + 1, "is_placeholder": False}

        def insert_path() -> None:
            database.execute("SAVEPOINT one")
            row = one | {"id": "new", "parent_id": middle.comment.id}
            database.execute(by_path.insert, row | {"path": child_path(above, new)})
            database.execute("ROLLBACK TO one")

        def insert_set() -> None:
            database.execute("SAVEPOINT one")
            # From the right and by way of negatives, since left is unique.
            where = "WHERE lft > ?"
            database.execute(f"UPDATE comment_set SET lft = -lft {where}", [left])  # noqa: S608
            database.execute("UPDATE comment_set SET lft = 2 - lft WHERE lft < 0")
            database.execute("UPDATE comment_set SET rgt = rgt + 2 WHERE rgt > ?", [left])
            database.execute(by_set.insert, added)
            database.execute("ROLLBACK TO one")

        peers = {"an insert by path": insert_path, "an insert by nested sets": insert_set}
        table(f"An insert in the middle of {COUNT:,}", compare(peers), "an insert by path")


if __name__ == "__main__":
    built = conversation()
    codecs(built)
    sqlite(built)
