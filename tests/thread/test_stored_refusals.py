"""Every refusal of what a table keeps says what is wrong and what is right, word for word."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from blogmodel import Comment, Thread
from blogmodel.errors import (
    BlogModelError,
    InvalidTypeError,
    InvalidValueError,
    NestedSetError,
    PathError,
)
from blogmodel.thread import (
    AdjacencySQL,
    Dialect,
    NestedSet,
    NestedSetSQL,
    OnDefect,
    PathSQL,
    child_path,
    decode_path,
    parents_of_nested_sets,
    path_of,
    thread_from_nested_sets,
    thread_from_paths,
)

A, B, X = Comment("a", "p"), Comment("b", "p", parent_id="a"), Comment("x", "p")
THREAD = Thread.build([A, B])
TOP = child_path(None, A)
LATE = Comment("c", "p", parent_id="x", created_at=datetime(2011, 6, 24, tzinfo=UTC))
PLACED = path_of(Thread.build([LATE], on_defect=OnDefect.PLACEHOLDER).node("x"))
WRITTEN = Comment("x", "p", body="Me voici.")
WRONG: Any = "?"


def row(name: str, left: int, right: int, depth: int = 0, **more: Any) -> NestedSet:
    return NestedSet(name, left, right, depth=depth, **more)


@pytest.mark.parametrize(
    "refused, error",
    [
        (
            lambda: row("", 1, 2),
            InvalidValueError("NestedSet", "id", "", "a str that is not empty"),
        ),
        (
            lambda: row("a", -1, 2),
            InvalidValueError("NestedSet", "left", -1, "0 or more, and below 2 ** 63"),
        ),
        (
            lambda: row("a", 1, WRONG),
            InvalidTypeError("NestedSet", "right", WRONG, "an int"),
        ),
        (
            lambda: row("a", 1, 2, -1),
            InvalidValueError("NestedSet", "depth", -1, "0 or more, and below 2 ** 63"),
        ),
        (
            lambda: row("a", 2, 2),
            InvalidValueError("NestedSet", "right", 2, "above left, 2"),
        ),
        (
            lambda: row("a", 1, 2, is_placeholder=1),
            InvalidTypeError("NestedSet", "is_placeholder", 1, "True or False"),
        ),
        (
            lambda: parents_of_nested_sets(3),
            InvalidTypeError("nested sets", "rows", 3, "an iterable of NestedSet values"),
        ),
        (
            lambda: parents_of_nested_sets([WRONG]),
            InvalidTypeError(
                "nested sets", "rows", WRONG, "a NestedSet, such as NestedSet('1', 1, 2, depth=0)"
            ),
        ),
        (
            lambda: parents_of_nested_sets([row("a", 0, 1)]),
            NestedSetError("a", "the number 0 stands twice or is below 1"),
        ),
        (
            lambda: parents_of_nested_sets([row("a", 2, 3)]),
            NestedSetError("a", "the number 1 before it is missing; all of 1 to 2n are needed"),
        ),
        (
            lambda: parents_of_nested_sets([row("a", 1, 4)]),
            NestedSetError("a", "the number 2 within it is missing"),
        ),
        (
            lambda: parents_of_nested_sets([row("a", 1, 3), row("b", 2, 4, 1)]),
            NestedSetError("b", "it overlaps with that of 'a'"),
        ),
        (
            lambda: parents_of_nested_sets([row("a", 1, 2, 1)]),
            NestedSetError("a", "0 intervals hold it, not 1"),
        ),
        (
            lambda: parents_of_nested_sets([row("a", 1, 2), row("a", 3, 4)]),
            NestedSetError("a", "its id stands twice; a comment stands in a thread once"),
        ),
        (
            lambda: thread_from_nested_sets(3),
            InvalidTypeError("thread_from_nested_sets", "rows", 3, "an iterable of pairs"),
        ),
        (
            lambda: thread_from_nested_sets([WRONG]),
            InvalidTypeError(
                "thread_from_nested_sets", "rows", WRONG, "made of pairs that start with a Comment"
            ),
        ),
        (
            lambda: thread_from_nested_sets([(A, WRONG)]),
            InvalidTypeError(
                "thread_from_nested_sets", "rows", WRONG, "a NestedSet, such as NestedSet(…)"
            ),
        ),
        (
            lambda: thread_from_nested_sets([(B, row("a", 1, 2))]),
            NestedSetError("a", "it stands beside the comment 'b'"),
        ),
        (
            lambda: thread_from_nested_sets([(A, row("a", 1, 2)), (B, row("b", 3, 4))]),
            NestedSetError(
                "a",
                f"by the comments themselves it would be {row('a', 1, 4)}, not {row('a', 1, 2)}",
            ),
        ),
        (
            lambda: thread_from_nested_sets([(X, row("x", 1, 2, is_placeholder=True))]),
            NestedSetError("x", "it has no place in the thread of the comments"),
        ),
        (
            lambda: thread_from_nested_sets([(WRITTEN, row("x", 1, 2, is_placeholder=True))]),
            NestedSetError(
                "x",
                "the comment is there, and its row is that of a placeholder, "
                "where nothing written belongs",
            ),
        ),
        (
            lambda: path_of(WRONG),
            InvalidTypeError("path_of", "node", WRONG, "a Node, such as thread.node('1')"),
        ),
        (
            lambda: child_path(None, WRONG),
            InvalidTypeError(
                "child_path", "comment", WRONG, "a Comment, such as Comment('1', 'p')"
            ),
        ),
        (
            lambda: child_path(TOP, X),
            PathError(TOP, 0, "this is the path of 'a', and 'x' names None as its parent"),
        ),
        (
            lambda: decode_path(WRONG),
            InvalidTypeError("paths", "path", WRONG, "bytes, such as bytes(…) of a memoryview"),
        ),
        (
            lambda: decode_path(b""),
            PathError(b"", 0, "it ends where the 8 bytes of a moment should be"),
        ),
        (
            lambda: decode_path(TOP[:-1]),
            PathError(
                b"\x7f\xff\xff\xff\xff\xff\xff\xffa",
                9,
                "it ends where the 0x00 after an id should be",
            ),
        ),
        (
            lambda: decode_path(TOP[:8] + b"\x00"),
            PathError(b"\x7f\xff\xff\xff\xff\xff\xff\xff\x00", 8, "an id is not empty"),
        ),
        (
            lambda: decode_path(TOP[:8] + b"a\x01\x03\x00"),
            PathError(
                b"\x7f\xff\xff\xff\xff\xff\xff\xffa\x01\x03\x00",
                10,
                "after 0x01 stands 0x01 or 0x02",
            ),
        ),
        (
            lambda: decode_path(TOP[:8] + b"a\xff\x00"),
            PathError(
                b"\x7f\xff\xff\xff\xff\xff\xff\xffa\xff\x00",
                9,
                "an id is UTF-8 (invalid start byte)",
            ),
        ),
        (
            lambda: decode_path(b"\x05" + TOP),
            PathError(
                b"\x05\x7f\xff\xff\xff\xff\xff\xff\xffa\x00",
                0,
                "no moment up to the year 9999, nor the mark of none",
            ),
        ),
        (
            lambda: decode_path(TOP + TOP),
            PathError(
                b"\x7f\xff\xff\xff\xff\xff\xff\xffa\x00\x7f\xff\xff\xff\xff\xff\xff\xffa\x00",
                10,
                "'a' would stand below itself",
            ),
        ),
        (
            lambda: decode_path(TOP + PLACED),
            PathError(
                b"\x7f\xff\xff\xff\xff\xff\xff\xffa\x00\x00\xe1fh\xe1'\xa0\x00c\x00\x06x\x00",
                10,
                "a placeholder stands at the top only",
            ),
        ),
        (
            lambda: child_path(
                PLACED,
                Comment("b", "p", parent_id="x", created_at=datetime(2011, 6, 23, tzinfo=UTC)),
            ),
            PathError(
                b"\x00\xe1fh\xe1'\xa0\x00c\x00\x06x\x00\x00\xe1fT\xc3P@\x00b\x00",
                13,
                "'b' is earlier than the first reply, 'c'",
            ),
        ),
        (
            lambda: thread_from_paths(3),
            InvalidTypeError("thread_from_paths", "rows", 3, "an iterable of pairs"),
        ),
        (
            lambda: thread_from_paths([WRONG]),
            InvalidTypeError(
                "thread_from_paths", "rows", WRONG, "made of pairs that start with a Comment"
            ),
        ),
        (
            lambda: thread_from_paths([(B, TOP)]),
            PathError(TOP, 10, "it ends with 'a', not with 'b'"),
        ),
        (
            lambda: thread_from_paths([(A, TOP), (B, child_path(None, B))]),
            PathError(
                b"\x7f\xff\xff\xff\xff\xff\xff\xffb\x00",
                8,
                f"'b' stands elsewhere, at {path_of(THREAD.node('b'))!r}; comments are missing or "
                "were changed, or the thread was built with another on_defect",
            ),
        ),
        (
            lambda: thread_from_paths([(X, PLACED)]),
            PathError(PLACED, 0, "no placeholder stands for 'x' in this thread"),
        ),
        (
            lambda: thread_from_paths([(WRITTEN, PLACED)]),
            PathError(
                PLACED,
                0,
                "'x' is there, and its row is that of a placeholder, where nothing written belongs",
            ),
        ),
        (
            lambda: PathSQL(WRONG),
            InvalidTypeError(
                "PathSQL", "dialect", WRONG, "one of Dialect.SQLITE, Dialect.POSTGRESQL"
            ),
        ),
        (
            lambda: PathSQL(Dialect.SQLITE, table=3),
            InvalidTypeError("PathSQL", "table", 3, "a str"),
        ),
        (
            lambda: AdjacencySQL(Dialect.SQLITE, table="a b"),
            InvalidValueError(
                "AdjacencySQL",
                "table",
                "a b",
                "1 to 48 ASCII letters, digits and _, not a digit first",
            ),
        ),
        (
            lambda: NestedSetSQL(Dialect.SQLITE, left="ID"),
            InvalidValueError("NestedSetSQL", "left", "ID", "another name than that of id"),
        ),
        (
            lambda: PathSQL(Dialect.SQLITE).ancestors(0),
            InvalidValueError("PathSQL", "count", 0, "1 or more"),
        ),
        (
            lambda: PathSQL(Dialect.SQLITE).ancestors(WRONG),
            InvalidTypeError("PathSQL", "count", WRONG, "an int"),
        ),
    ],
)
def test_a_refusal_names_the_field_the_value_and_what_is_right(
    refused: Callable[[], object], error: BlogModelError
) -> None:
    with pytest.raises(type(error)) as caught:
        refused()
    assert type(caught.value) is type(error)
    assert caught.value.args == error.args
