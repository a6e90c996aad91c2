"""Law 12: splitting and merging keep every comment and say where old permalinks go."""

from collections import Counter
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogmodel import Comment, Thread
from blogmodel.errors import (
    InvalidTypeError,
    InvalidValueError,
    MergeError,
    MoveError,
    UnknownCommentError,
)
from blogmodel.testing import strategies as blog
from blogmodel.thread import DefectKind, OnDefect, Permalink, Redirect

BROKEN = blog.broken_comment_lists()
POLICIES = st.sampled_from([OnDefect.PROMOTE, OnDefect.PLACEHOLDER])


def comment(comment_id: str, parent_id: str | None = None, post_id: str = "p") -> Comment:
    return Comment(comment_id, post_id, parent_id=parent_id)


def ids(thread: Thread) -> list[tuple[str, int]]:
    return [(node.comment.id, node.depth) for node in thread.walk()]


def everything(thread: Thread) -> Counter[Comment]:
    return Counter((*thread.comments, *thread.set_aside))


def test_a_branch_goes_on_under_a_post_of_its_own() -> None:
    thread = Thread.build([comment("a"), comment("b", "a"), comment("c", "b"), comment("d", "a")])
    parts = thread.split("b", post_id="q")
    assert ids(parts.rest) == [("a", 0), ("d", 1)]
    assert ids(parts.branch) == [("b", 0), ("c", 1)]
    assert parts.branch.comments == (comment("b", None, "q"), comment("c", "b", "q"))
    assert parts.redirects == (
        Redirect(Permalink("p", "b"), Permalink("q", "b")),
        Redirect(Permalink("p", "c"), Permalink("q", "c")),
    )


def test_a_branch_that_stays_under_its_post_needs_no_redirects() -> None:
    thread = Thread.build([comment("a"), comment("b", "a")])
    assert thread.split("b").redirects == ()
    assert thread.split("b").branch.comments == (comment("b"),)


def test_only_a_comment_that_is_there_is_split_off() -> None:
    thread = Thread.build([comment("a", "x")], on_defect=OnDefect.PLACEHOLDER)
    for missing in ("x", "z"):
        with pytest.raises(UnknownCommentError):
            thread.split(missing)
    with pytest.raises(InvalidValueError, match=r"Split\.post_id"):
        thread.split("a", post_id="")


@given(st.data(), BROKEN.filter(bool), POLICIES)
def test_splitting_loses_nothing_and_changes_only_what_it_says(
    data: st.DataObject, comments: list[Comment], policy: OnDefect
) -> None:
    thread = Thread.build(comments, on_defect=policy)
    top = data.draw(st.sampled_from([c.id for c in thread.comments]))
    below = {top, *(node.comment.id for node in thread.node(top).descendants())}
    parts = thread.split(top)
    back = Counter(parts.branch.comments + parts.branch.set_aside) + everything(parts.rest)
    assert back == Counter(attrs.evolve(c, parent_id=None) if c.id == top else c for c in comments)
    assert {c.id for c in parts.branch.comments} == {c.id for c in comments if c.id in below}
    moved = thread.split(top, post_id="elsewhere")
    assert {c.post_id for c in moved.branch.comments} == {"elsewhere"}
    assert {r.old.comment_id for r in moved.redirects} == {c.id for c in moved.branch.comments}
    assert all(r.new == Permalink("elsewhere", r.old.comment_id) for r in moved.redirects)


def test_a_thread_comes_in_under_a_comment() -> None:
    here = Thread.build([comment("a"), comment("b", "a")])
    there = Thread.build([comment("c", None, "q"), comment("d", "c", "q"), comment("e", None, "q")])
    merged = here.merge(there, under="b")
    assert ids(merged.thread) == [("a", 0), ("b", 1), ("c", 2), ("d", 3), ("e", 2)]
    assert {c.post_id for c in merged.thread.comments} == {"p"}
    assert merged.redirects[0] == Redirect(Permalink("q", "c"), Permalink("p", "c"))
    assert len(merged.redirects) == 3
    assert ids(here.merge(there).thread) == [("a", 0), ("b", 1), ("c", 0), ("d", 1), ("e", 0)]


def test_into_an_empty_thread_comments_come_as_they_are() -> None:
    there = Thread.build([comment("c", None, "q")])
    merged = Thread.build([]).merge(there)
    assert (merged.thread, merged.redirects) == (there, ())


def test_comments_of_one_id_are_renamed_or_refused() -> None:
    here, there = Thread.build([comment("a")]), Thread.build([comment("a"), comment("b", "a")])
    with pytest.raises(MergeError, match="'a' cannot be merged: both threads have them"):
        here.merge(there)
    merged = here.merge(there, rename=lambda old: f"{old}-2")
    assert ids(merged.thread) == [("a", 0), ("a-2", 0), ("b", 1)]
    assert merged.redirects == (Redirect(Permalink("p", "a"), Permalink("p", "a-2")),)
    for rename in (lambda _: "a", lambda _: "b"):
        with pytest.raises(MergeError, match="rename gave ids that are taken already"):
            here.merge(there, rename=rename)
    waiting = Thread.build([comment("a"), comment("o", "x")])
    with pytest.raises(MergeError, match="'x' cannot be merged: rename gave ids"):
        here.merge(waiting, rename=lambda _: "x")
    with pytest.raises(InvalidTypeError, match=r"Merged\.rename must be a str"):
        here.merge(there, rename=lambda _: [])  # type: ignore[arg-type,return-value]
    two = Thread.build([comment("a"), comment("b")])
    with pytest.raises(MergeError, match="'a', 'b' cannot be merged: rename gave ids"):
        two.merge(two, rename=lambda _: "c")
    with pytest.raises(InvalidTypeError, match=r"Merged\.rename"):
        here.merge(there, rename="-2")  # type: ignore[arg-type]


def test_a_merge_that_would_make_a_ring_is_refused() -> None:
    here = Thread.build([comment("orphan", "x")])
    there = Thread.build([comment("x", None, "q")])
    with pytest.raises(MoveError, match="'orphan' cannot move under 'x': it would hang below"):
        here.merge(there, under="orphan")
    assert ids(here.merge(there).thread) == [("x", 0), ("orphan", 1)]


def test_a_move_that_would_enlarge_a_ring_is_refused() -> None:
    ring = [comment("a", "b"), comment("b", "a"), comment("0", "a")]
    thread = Thread.build(ring)
    assert ids(thread) == [("a", 0), ("0", 1), ("b", 1)]
    with pytest.raises(MoveError, match="it would hang below itself"):
        thread.move("b", "0")
    assert ids(thread.move("b", None)) == [("b", 0), ("a", 1), ("0", 2)]


def test_rings_that_were_there_are_no_reason_to_refuse() -> None:
    ring = [comment("a", "b"), comment("b", "a")]
    here, there = Thread.build(ring), Thread.build(ring)
    merged = here.merge(there, rename=lambda old: old * 2).thread
    assert [defect.kind for defect in merged.defects] == [DefectKind.CYCLE, DefectKind.CYCLE]


@pytest.mark.parametrize("other", [None, [], "x"])
def test_only_a_thread_is_merged(other: Any) -> None:
    with pytest.raises(InvalidTypeError, match=r"Merged\.other must be a Thread"):
        Thread.build([]).merge(other)


def test_a_thread_is_merged_under_a_comment_that_is_there() -> None:
    with pytest.raises(UnknownCommentError):
        Thread.build([]).merge(Thread.build([]), under="x")


@given(BROKEN, BROKEN, POLICIES)
def test_merging_loses_nothing(
    comments: list[Comment], others: list[Comment], policy: OnDefect
) -> None:
    here = Thread.build(comments, on_defect=policy)
    there = Thread.build(others, on_defect=policy)
    try:
        merged = here.merge(there, rename=lambda old: f"{old}'")
    except MoveError:
        return
    assert len(merged.thread) == len(here) + len(there)
    bodies = Counter(c.body for c in (*comments, *others))
    assert Counter(c.body for c in everything(merged.thread).elements()) == bodies
    assert everything(here) - everything(merged.thread) == Counter()
    for redirect in merged.redirects:
        assert redirect.new.comment_id in merged.thread
