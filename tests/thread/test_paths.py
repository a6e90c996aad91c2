import pickle
from datetime import UTC, datetime
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogmodel import Comment, Status, Thread
from blogmodel.errors import InvalidTypeError, NestedSetError, PathError
from blogmodel.thread import (
    OnDefect,
    PathStep,
    ancestor_paths,
    child_path,
    decode_path,
    nested_sets,
    parent_path,
    parents_of_nested_sets,
    path_of,
    paths,
    published,
    subtree_range,
    thread_from_nested_sets,
    thread_from_paths,
)

NEVER = b"\x7f" + b"\xff" * 7
AT = datetime(2011, 6, 24, 13, 7, tzinfo=UTC)
STAMP = bytes.fromhex("00e16673dfafa500")


def comment(name: str, parent: str | None = None, **more: Any) -> Comment:
    return Comment(name, "p", parent_id=parent, **more)


def test_a_path_is_written_as_the_reference_says() -> None:
    thread = Thread.build(
        [
            comment("é\0\x01", created_at=AT),
            comment("b", "é\0\x01"),
            comment("c", "x", created_at=AT),
        ],
        on_defect=OnDefect.PLACEHOLDER,
    )
    top = STAMP + b"\xc3\xa9\x01\x01\x01\x02\x00"
    missing = STAMP + b"c\x00\x06x\x00"
    assert list(paths(thread)) == [
        ("x", missing),
        ("c", missing + STAMP + b"c\x00"),
        ("é\0\x01", top),
        ("b", top + NEVER + b"b\x00"),
    ]
    assert decode_path(missing) == (PathStep("x", AT, first_reply_id="c"),)
    assert decode_path(missing)[0].is_placeholder
    assert not decode_path(top)[0].is_placeholder


def test_the_first_and_the_last_moment_fit_below_the_mark_of_none() -> None:
    first = child_path(None, comment("a", created_at=datetime(1, 1, 1, tzinfo=UTC)))
    last = child_path(None, comment("a", created_at=datetime.max.replace(tzinfo=UTC)))
    assert first[:8] == bytes(8)
    assert last[:1] == b"\x04"
    assert first < last < child_path(None, comment("a"))
    assert decode_path(last)[0].created_at == datetime.max.replace(tzinfo=UTC)


def test_a_step_is_a_value() -> None:
    step = PathStep("x", AT, first_reply_id="c")
    assert pickle.loads(pickle.dumps(step)) == step
    assert len({step, PathStep("x", AT, first_reply_id="c")}) == 1


TOP = NEVER + b"a\x00"
PLACED = STAMP + b"c\x00\x06x\x00"


@pytest.mark.parametrize(
    "path, at, problem",
    [
        (b"", 0, "it ends where the 8 bytes of a moment should be"),
        (NEVER[:7], 7, "it ends where the 8 bytes of a moment should be"),
        (TOP + b"\x00", 11, "it ends where the 8 bytes of a moment should be"),
        (b"\x05" + bytes(7) + b"a\x00", 0, "no moment up to the year 9999"),
        (TOP + b"\x7f" + bytes(7) + b"b\x00", 10, "no moment up to the year 9999"),
        (NEVER, 8, "it ends where the 0x00 after an id should be"),
        (NEVER + b"a", 9, "it ends where the 0x00 after an id should be"),
        (NEVER + b"\x00", 8, "an id is not empty"),
        (NEVER + b"a\xff\x00", 9, r"an id is UTF-8 \(invalid start byte\)"),
        (NEVER + b"a\x01\x01\x01\x02b\xc0\x80\x00", 14, r"an id is UTF-8 \(invalid start byte\)"),
        (NEVER + b"\xed\xa0\x80\x00", 8, r"an id is UTF-8 \(invalid continuation byte\)"),
        (NEVER + b"a\x01\x03\x00", 10, "after 0x01 stands 0x01 or 0x02"),
        (NEVER + b"\x01\x01\x01\x00", 11, "after 0x01 stands 0x01 or 0x02"),
        (TOP + b"\xff" * 8 + b"a\x00", 10, "no moment up to the year 9999"),
        (TOP + TOP, 10, "'a' would stand below itself"),
        (TOP + PLACED, 10, "a placeholder stands at the top only"),
        (PLACED + bytes(8) + b"d\x00", 13, "'d' is earlier than the first reply, 'c'"),
        (STAMP + b"c\x00\x06\x00", 11, "an id is not empty"),
        (STAMP + b"c\x00\x06x", 12, "it ends where the 0x00 after an id should be"),
    ],
)
def test_bytes_that_are_no_path_are_refused_with_the_byte(
    path: bytes, at: int, problem: str
) -> None:
    for read in (decode_path, parent_path, ancestor_paths, subtree_range, under):
        with pytest.raises(PathError, match=problem) as caught:
            read(path)  # type: ignore[operator]
        assert (caught.value.path, caught.value.at) == (path, at)


under = partial(child_path, comment=comment("new"))


@pytest.mark.parametrize("path", ["text", memoryview(TOP), bytearray(TOP), 3])
def test_what_is_not_bytes_is_refused(path: Any) -> None:
    with pytest.raises(InvalidTypeError, match=r"paths\.path must be bytes, such as bytes\(…\)"):
        decode_path(path)


@given(st.lists(st.sampled_from([NEVER, STAMP, b"a", b"\x00", b"\x01", b"\x02", b"\x06"])))
def test_what_is_accepted_is_what_its_steps_are_written_as(pieces: list[bytes]) -> None:
    path = b"".join(pieces)
    try:
        steps = decode_path(path)
    except PathError:
        return
    again: bytes | None = None
    for step in steps:
        if step.first_reply_id is None:
            again = child_path(again, Comment(step.id, "p", created_at=step.created_at))
        else:
            first = Comment(step.first_reply_id, "p", created_at=step.created_at)
            again = child_path(None, first) + b"\x06" + step.id.encode() + b"\x00"
    assert again == path


def test_a_comment_hangs_from_nobody_below_itself() -> None:
    with pytest.raises(PathError, match="'a' would stand below itself"):
        child_path(TOP, comment("a", "a"))


def test_a_path_of_another_than_the_parent_is_refused() -> None:
    with pytest.raises(PathError, match="the path of 'a', and 'b' names 'c' as its parent"):
        child_path(TOP, comment("b", "c"))
    with pytest.raises(PathError, match="the path of 'a', and 'b' names None as its parent"):
        child_path(TOP, comment("b"))


def test_a_reply_that_would_move_the_placeholder_is_refused() -> None:
    with pytest.raises(PathError, match="'b' is earlier than the first reply, 'c'"):
        child_path(PLACED, comment("b", "x", created_at=AT))


def test_rows_whose_paths_are_not_the_comments_own_are_told() -> None:
    a, b = comment("a"), comment("b", "a")
    rows = {node.comment.id: path_of(node) for node in Thread.build([a, b]).walk()}
    with pytest.raises(PathError, match="it ends with 'a', not with 'b'"):
        thread_from_paths([(b, rows["a"])])
    with pytest.raises(PathError, match="'b' stands elsewhere, at") as caught:
        thread_from_paths([(a, rows["a"]), (b, child_path(None, b))])
    assert caught.value.at == 8
    with pytest.raises(PathError, match="'b' stands elsewhere, at"):
        thread_from_paths([(b, rows["b"])])
    with pytest.raises(PathError, match="'b' stands elsewhere, at"):
        thread_from_paths([(a, rows["a"]), (b, rows["b"]), (b, child_path(None, b))])


def test_a_placeholder_that_nobody_waits_under_is_told() -> None:
    thread = Thread.build([comment("c", "x")], on_defect=OnDefect.PLACEHOLDER)
    rows = [(node.comment, path_of(node)) for node in thread.walk()]
    with pytest.raises(PathError, match="no placeholder stands for 'x' in this thread"):
        thread_from_paths(rows[:1], on_defect=OnDefect.PLACEHOLDER)


def test_only_the_orphans_move_when_their_parent_comes() -> None:
    early = [comment("a"), comment("b", "x"), comment("c", "b"), comment("d", "a")]
    before = dict(paths(Thread.build(early)))
    after = dict(paths(Thread.build([*early, comment("x", "a")])))
    assert {name for name in before if before[name] != after[name]} == {"b", "c"}
    assert after["c"].endswith(before["c"])


def test_the_path_of_a_node_is_that_in_its_thread_whatever_view_it_is_of() -> None:
    comments = [
        Comment("a", "p", status=Status.SPAM),
        Comment("b", "p", parent_id="a"),
        Comment("c", "p", parent_id="b"),
    ]
    thread = Thread.build(comments)
    view = thread.view(sees=published, depth_limit=1)
    for comment in comments:
        assert path_of(view.node(comment.id)) == path_of(thread.node(comment.id))


def test_a_comment_that_came_is_not_lost_under_its_placeholders_row() -> None:
    placed = Thread.build([comment("b", "x")], on_defect=OnDefect.PLACEHOLDER)
    written = Comment("x", "p", body="Me voici.")
    rows = [(written if i == "x" else placed.node(i).comment, path) for i, path in paths(placed)]
    with pytest.raises(PathError, match="'x' is there, and its row is that of a placeholder"):
        thread_from_paths(rows, on_defect=OnDefect.PLACEHOLDER)
    sets = [(written if r.id == "x" else placed.node(r.id).comment, r) for r in nested_sets(placed)]
    with pytest.raises(NestedSetError, match="the comment is there, and its row is that of a"):
        thread_from_nested_sets(sets, on_defect=OnDefect.PLACEHOLDER)


@pytest.mark.parametrize("rows", [None, 5, [None], [b"1"], [(None, b"x")], [()]])
def test_rows_that_are_none_are_refused(rows: Any) -> None:
    for read in (thread_from_paths, thread_from_nested_sets):
        with pytest.raises(InvalidTypeError, match=r"\.rows must be"):
            read(rows)
    with pytest.raises(InvalidTypeError, match=r"rows must be"):
        parents_of_nested_sets(rows)
    with pytest.raises(InvalidTypeError, match=r"rows must be a NestedSet"):
        thread_from_nested_sets([(comment("a"), None)])  # type: ignore[list-item]


def test_only_nodes_and_comments_have_paths() -> None:
    with pytest.raises(InvalidTypeError, match=r"path_of\.node must be a Node"):
        path_of(None)  # type: ignore[arg-type]
    with pytest.raises(InvalidTypeError, match=r"child_path\.comment must be a Comment"):
        child_path(None, None)  # type: ignore[arg-type]
