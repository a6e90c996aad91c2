"""Law 5, when many changes follow each other: a thread is what building it anew would give."""

from unittest import mock

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blogmodel import Comment, Thread
from blogmodel.errors import ThreadDefectsError
from blogmodel.testing import strategies as blog
from blogmodel.thread import OnDefect, PageBy, _columns, _forest, orders, published

POLICIES = st.sampled_from([OnDefect.PROMOTE, OnDefect.PLACEHOLDER])
BROKEN = blog.broken_comment_lists()


def everything(thread: Thread) -> list[object]:
    """Return all that look-ups tell of each comment, found by its id."""
    ids = [node.comment.id for node in thread.walk()]
    nodes = [thread.node(comment_id) for comment_id in ids]
    return [
        (
            node.comment,
            node.depth,
            node.position,
            node.size,
            node.is_placeholder,
            node.is_missing,
            node.parent and node.parent.comment.id,
            [child.comment.id for child in node.children],
            [other.comment.id for other in node.ancestors],
            [other.comment.id for other in node.siblings],
            [other.comment.id for other in node.descendants()],
        )
        for node in nodes
    ]


def same(thread: Thread, comments: list[Comment]) -> None:
    rebuilt = Thread.build(comments, on_defect=thread.on_defect)
    assert everything(thread) == everything(rebuilt)
    assert thread == rebuilt
    assert thread.comments == rebuilt.comments
    assert thread.defects == rebuilt.defects
    assert len(thread) == len(rebuilt)
    assert [node.comment.id for node in thread.roots] == [n.comment.id for n in rebuilt.roots]
    for by in (PageBy.COMMENTS, PageBy.ROOTS, PageBy.BUDGET):
        pages = [list(map(repr, page.items)) for page in thread.view().pages(2, by=by)]
        assert pages == [list(map(repr, page.items)) for page in rebuilt.view().pages(2, by=by)]
    for view in (thread.view(order=orders.newest()), thread.view(sees=published)):
        again = rebuilt.view(order=view.order, sees=view.sees)
        assert list(map(repr, view.walk())) == list(map(repr, again.walk()))
        assert [page.start for page in view.pages(2)] == [page.start for page in again.pages(2)]


@pytest.mark.parametrize("large", [16_384, 0])
@settings(max_examples=250)
@given(BROKEN, blog.broken_comment_lists(max_size=8), POLICIES, st.data())
def test_many_changes_one_after_another_equal_a_rebuild(
    large: int,
    comments: list[Comment],
    more: list[Comment],
    policy: OnDefect,
    data: st.DataObject,
) -> None:
    with mock.patch.object(_columns, "_LARGE", large):
        thread = Thread.build(comments, on_defect=policy)
        now = list(comments)
        versions = [(thread, list(now))]
        for comment in more:
            if comment.id in thread and data.draw(st.booleans()):
                edit = attrs.evolve(thread.node(comment.id).comment, body=comment.body, ups=7)
                edit = data.draw(st.sampled_from([edit, comment]))
                now = [c for c in now if c.id != comment.id] + [edit]
                thread = thread.replace(edit)
            else:
                now.append(comment)
                thread = thread.add(comment)
            versions.append((thread, list(now)))
        for version, its_comments in versions:  # Each stands as it did when it was made.
            same(version, its_comments)


@given(blog.comment_lists(max_size=20), POLICIES)
def test_a_thread_grows_from_nothing(comments: list[Comment], policy: OnDefect) -> None:
    thread = Thread.build([], on_defect=policy)
    for comment in comments:
        thread = thread.add(comment)
    same(thread, comments)


@given(blog.comment_lists(max_size=12))
def test_it_is_laid_out_anew_once_enough_was_added(comments: list[Comment]) -> None:
    with mock.patch.object(_forest, "isqrt", return_value=-15):  # Then four are enough.
        thread = Thread.build([])
        for comment in comments:
            thread = thread.add(comment)
            thread = thread.replace(attrs.evolve(comment, body="Modifié"))
            assert len(thread._forest.added.comments) + len(thread._forest.added.edits) <= 4
        same(thread, [attrs.evolve(comment, body="Modifié") for comment in comments])


@given(blog.comment_lists(max_size=8), blog.comment_lists(max_size=8))
def test_two_versions_of_one_thread_do_not_disturb_each_other(
    comments: list[Comment], others: list[Comment]
) -> None:
    base = Thread.build(comments)
    new = [
        attrs.evolve(c, id=f"n{c.id}", parent_id=comments[0].id if comments else None)
        for c in others
    ]
    left = right = base
    for comment in new:
        left = left.add(comment)
        right = right.add(attrs.evolve(comment, id=f"r{comment.id}", body="autre"))
    same(left, [*comments, *new])
    same(right, [*comments, *(attrs.evolve(c, id=f"r{c.id}", body="autre") for c in new)])
    same(base, comments)


@given(blog.comment_lists(), blog.broken_comment_lists(max_size=3))
def test_where_defects_raise_adding_raises_as_building_does(
    comments: list[Comment], more: list[Comment]
) -> None:
    thread = Thread.build(comments, on_defect=OnDefect.RAISE)
    now = list(comments)
    for comment in more:
        defects = Thread.build([*now, comment]).defects
        if defects:
            with pytest.raises(ThreadDefectsError) as rebuilt:
                Thread.build([*now, comment], on_defect=OnDefect.RAISE)
            with pytest.raises(ThreadDefectsError) as caught:
                thread.add(comment)
            assert caught.value.defects == rebuilt.value.defects
        else:
            now.append(comment)
            thread = thread.add(comment)
            assert thread == Thread.build(now, on_defect=OnDefect.RAISE)
