"""Laws 1 to 7: nothing lost, order of arrival, parents first, total order, insert equals rebuild,
defects as values, safe depth (the last by example, in test_thread.py).
"""

from collections import Counter

import attrs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from blogmodel import Comment, Thread
from blogmodel.errors import MoveError, ThreadDefectsError
from blogmodel.testing import naive
from blogmodel.testing import strategies as blog
from blogmodel.thread import DefectKind, OnDefect

POLICIES = st.sampled_from([OnDefect.PROMOTE, OnDefect.PLACEHOLDER])
BROKEN = blog.broken_comment_lists()


def same(thread: Thread, other: Thread) -> None:
    """Require two threads to be equal in all that they show, not only in what they were made of."""
    assert thread == other
    assert hash(thread) == hash(other)
    assert thread.comments == other.comments
    assert thread.set_aside == other.set_aside
    assert thread.defects == other.defects
    assert shape(thread) == shape(other)


def shape(thread: Thread) -> list[tuple[Comment, int, int, bool, str | None]]:
    return [
        (n.comment, n.depth, n.size, n.is_placeholder, n.parent and n.parent.comment.id)
        for n in thread.walk()
    ]


def named(thread: Thread, comment_id: str) -> list[Comment]:
    return [comment for comment in thread.comments if comment.id == comment_id]


def rows(thread: Thread) -> list[tuple[str, int]]:
    return [(node.comment.id, node.depth) for node in thread.walk()]


@given(BROKEN, POLICIES)
def test_nothing_is_lost(comments: list[Comment], policy: OnDefect) -> None:
    thread = Thread.build(comments, on_defect=policy)
    shown = [node.comment for node in thread.walk() if not node.is_placeholder]
    assert Counter(comment.id for comment in shown) == Counter({c.id for c in comments})
    assert Counter(shown) + Counter(thread.set_aside) == Counter(comments)
    told = [c for defect in thread.defects for c in defect.comments]
    assert Counter(told) == Counter(thread.set_aside)


@given(st.data(), BROKEN, POLICIES)
def test_the_order_of_arrival_does_not_matter(
    data: st.DataObject, comments: list[Comment], policy: OnDefect
) -> None:
    thread = Thread.build(comments, on_defect=policy)
    same(thread, Thread.build(data.draw(st.permutations(comments)), on_defect=policy))


@given(BROKEN, POLICIES)
def test_parents_come_first_and_subtrees_are_whole(
    comments: list[Comment], policy: OnDefect
) -> None:
    nodes = list(Thread.build(comments, on_defect=policy).walk())
    for position, node in enumerate(nodes):
        assert node.position == position
        below = nodes[position + 1 : position + node.size]
        assert all(other.depth > node.depth for other in below)
        assert all(other.depth <= node.depth for other in nodes[position + node.size :][:1])
        assert node.children == tuple(n for n in below if n.depth == node.depth + 1)
        assert all(child.parent == node for child in node.children)
        assert (node.parent is None) == (node.depth == 0)


@given(BROKEN)
def test_siblings_are_in_total_order(comments: list[Comment]) -> None:
    thread = Thread.build(comments)
    for siblings in [thread.roots, *(node.children for node in thread.walk())]:
        ages = [naive.age(node.comment) for node in siblings]
        assert ages == sorted(ages)


# A ring is entered from outside, by a comment older than its members.
RING = [Comment("a", "p", parent_id="c"), Comment("b", "p", parent_id="c")]
RING.append(Comment("c", "p", parent_id="b"))


@settings(max_examples=1500)
@given(BROKEN, POLICIES)
@example(RING, OnDefect.PROMOTE)
def test_tree_and_defects_are_those_that_a_naive_builder_finds(
    comments: list[Comment], policy: OnDefect
) -> None:
    thread = Thread.build(comments, on_defect=policy)
    expected, defects = naive.build(comments, placeholders=policy is OnDefect.PLACEHOLDER)
    assert rows(thread) == expected
    assert Counter((d.kind, d.ids, d.action) for d in thread.defects) == defects
    firsts = [thread.comments.index(c) for d in thread.defects for c in named(thread, d.ids[0])]
    assert firsts == sorted(firsts)


@given(BROKEN)
def test_where_defects_raise_they_are_those_told_otherwise(comments: list[Comment]) -> None:
    told = [(d.kind, d.ids) for d in Thread.build(comments).defects]
    if not told:
        assert Thread.build(comments, on_defect=OnDefect.RAISE).defects == ()
        return
    with pytest.raises(ThreadDefectsError) as caught:
        Thread.build(comments, on_defect=OnDefect.RAISE)
    assert [(d.kind, d.ids) for d in caught.value.defects] == told
    assert {d.action for d in caught.value.defects} == {"refused"}


@given(BROKEN, blog.broken_comment_lists(max_size=1), POLICIES)
def test_adding_equals_rebuilding(
    comments: list[Comment], more: list[Comment], policy: OnDefect
) -> None:
    thread = Thread.build(comments, on_defect=policy)
    for comment in more:
        thread = thread.add(comment)
    same(thread, Thread.build([*comments, *more], on_defect=policy))


@given(st.data(), BROKEN.filter(bool), POLICIES)
def test_removing_and_replacing_equal_rebuilding(
    data: st.DataObject, comments: list[Comment], policy: OnDefect
) -> None:
    thread = Thread.build(comments, on_defect=policy)
    chosen = data.draw(st.sampled_from(comments))
    rest = [comment for comment in comments if comment.id != chosen.id]
    same(thread.remove(chosen.id), Thread.build(rest, on_defect=policy))
    edited = attrs.evolve(chosen, body="Modifié")
    same(thread.replace(edited), Thread.build([*rest, edited], on_defect=policy))


@given(st.data(), BROKEN.filter(bool), POLICIES)
def test_moving_equals_rebuilding_or_is_refused(
    data: st.DataObject, comments: list[Comment], policy: OnDefect
) -> None:
    thread = Thread.build(comments, on_defect=policy)
    ids = st.sampled_from([node.comment.id for node in thread.walk()])
    moved = data.draw(st.sampled_from(sorted({comment.id for comment in comments})))
    parent = data.draw(st.none() | ids)
    there = [attrs.evolve(c, parent_id=parent) if c.id == moved else c for c in comments]
    try:
        after = thread.move(moved, parent)
    except MoveError:
        assert parent is not None
        below = below_of(thread, moved)
        assert parent in below or posts(thread, moved) != posts(thread, parent)
    else:
        same(after, Thread.build(there, on_defect=policy))
        above = after.node(moved).parent
        assert (above and above.comment.id) == parent


def below_of(thread: Thread, comment_id: str) -> set[str]:
    top = thread.node(comment_id)
    nodes = list(thread.walk())[top.position : top.position + top.size]
    return {node.comment.id for node in nodes}


def posts(thread: Thread, comment_id: str) -> str:
    return thread.node(comment_id).comment.post_id


@given(blog.comment_lists())
def test_sound_comments_have_no_defects(comments: list[Comment]) -> None:
    thread = Thread.build(comments, on_defect=OnDefect.RAISE)
    assert thread.defects == ()
    for node in thread.walk():
        parent = node.parent
        assert (parent.comment.id if parent else None) == node.comment.parent_id


@given(BROKEN, POLICIES)
def test_every_parent_that_is_not_stood_under_is_told(
    comments: list[Comment], policy: OnDefect
) -> None:
    thread = Thread.build(comments, on_defect=policy)
    told = {
        defect.ids[0] for defect in thread.defects if defect.kind is not DefectKind.DUPLICATE_ID
    }
    for node in thread.walk():
        above = node.parent.comment.id if node.parent else None
        if not node.is_placeholder and above != node.comment.parent_id:
            assert node.comment.id in told
    for defect in thread.defects:
        assert defect.ids[0] in thread


@given(BROKEN)
def test_a_placeholder_stands_for_every_missing_parent(comments: list[Comment]) -> None:
    thread = Thread.build(comments, on_defect=OnDefect.PLACEHOLDER)
    missing = {c.parent_id for c in thread.comments if c.parent_id and c.parent_id not in thread}
    assert {n.comment.id for n in thread.walk() if n.is_placeholder} == missing
