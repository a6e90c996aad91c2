"""Laws 1 to 7: nothing lost, order of arrival, parents first, total order, insert equals rebuild,
defects as values, safe depth (the last by example, in test_thread.py).
"""

from collections import Counter

import attrs
from hypothesis import given
from hypothesis import strategies as st

from blogmodel import Comment, Thread
from blogmodel.errors import MoveError
from blogmodel.testing import strategies as blog
from blogmodel.thread import DefectKind, OnDefect

from support import naive_thread

POLICIES = st.sampled_from([OnDefect.PROMOTE, OnDefect.PLACEHOLDER])
BROKEN = blog.broken_comment_lists()


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
    other = Thread.build(data.draw(st.permutations(comments)), on_defect=policy)
    assert thread == other
    assert rows(thread) == rows(other)
    assert thread.defects == other.defects


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
        ages = [naive_thread.age(node.comment) for node in siblings]
        assert ages == sorted(ages)


@given(BROKEN)
def test_the_tree_is_the_one_a_naive_builder_makes(comments: list[Comment]) -> None:
    thread = Thread.build(comments)
    assert rows(thread) == naive_thread.walk(list(thread.comments))


@given(BROKEN, blog.broken_comment_lists(max_size=1), POLICIES)
def test_adding_equals_rebuilding(
    comments: list[Comment], more: list[Comment], policy: OnDefect
) -> None:
    thread = Thread.build(comments, on_defect=policy)
    for comment in more:
        thread = thread.add(comment)
    again = Thread.build([*comments, *more], on_defect=policy)
    assert thread == again
    assert rows(thread) == rows(again)


@given(st.data(), BROKEN.filter(bool), POLICIES)
def test_removing_and_replacing_equal_rebuilding(
    data: st.DataObject, comments: list[Comment], policy: OnDefect
) -> None:
    thread = Thread.build(comments, on_defect=policy)
    chosen = data.draw(st.sampled_from(comments))
    rest = [comment for comment in comments if comment.id != chosen.id]
    assert thread.remove(chosen.id) == Thread.build(rest, on_defect=policy)
    edited = attrs.evolve(chosen, body="Modifié")
    assert thread.replace(edited) == Thread.build([*rest, edited], on_defect=policy)


@given(st.data(), blog.comment_lists().filter(bool))
def test_moving_equals_rebuilding_or_is_refused(
    data: st.DataObject, comments: list[Comment]
) -> None:
    thread = Thread.build(comments)
    ids = st.sampled_from(sorted(comment.id for comment in comments))
    moved, parent = data.draw(ids), data.draw(st.none() | ids)
    there = [attrs.evolve(c, parent_id=parent) if c.id == moved else c for c in comments]
    again = Thread.build(there)
    try:
        assert thread.move(moved, parent) == again
    except MoveError:
        assert {d.kind for d in again.defects} & {DefectKind.CYCLE, DefectKind.SELF_PARENT}
    else:
        assert all(d.kind is DefectKind.REPLY_BEFORE_PARENT for d in again.defects)


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
