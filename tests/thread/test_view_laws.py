"""Laws 3, 4, 8 and 9 of every view: parents first, total order, depth limits, one visibility."""

from collections.abc import Callable
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blogmodel import Comment, Status, Thread
from blogmodel.errors import UnknownCommentError
from blogmodel.testing import naive
from blogmodel.testing import strategies as blog
from blogmodel.thread import Deeper, Node, OnDefect, Order, View, _columns, orders, published

from support.drawn import lively

POLICIES = st.sampled_from([OnDefect.PROMOTE, OnDefect.PLACEHOLDER])
ORDERS: list[tuple[Order, naive.Key]] = [
    (orders.oldest(), naive.oldest),
    (orders.newest(), naive.newest),
    (orders.active(), naive.active),
    (orders.most_replies(), naive.most_replies),
    (orders.top(), naive.top),
    (orders.top().pinned_first(), naive.pinned_first(naive.top)),
    (orders.oldest().pinned_first(), naive.pinned_first(naive.oldest)),
]
LIMITS = st.none() | st.integers(0, 3)
SEES = st.sampled_from([None, published, lambda _: False, lambda comment: comment.ups > 1])


@st.composite
def views(draw: st.DrawFn) -> View:
    thread = Thread.build(draw(lively()), on_defect=draw(POLICIES))
    return thread.view(
        order=draw(st.sampled_from(ORDERS))[0],
        replies=draw(st.sampled_from(ORDERS))[0],
        sees=draw(SEES),
        depth_limit=draw(LIMITS),
        deeper=draw(st.sampled_from(Deeper)),
    )


def row(node: Node) -> naive.PlaceRow:
    parent = node.parent
    return (node.comment.id, node.depth, node.is_placeholder, parent and parent.comment.id)


@pytest.mark.parametrize("large", [16_384, 0])
@settings(max_examples=300)
@given(
    lively(),
    POLICIES,
    st.tuples(st.sampled_from(ORDERS), st.sampled_from(ORDERS)),
    SEES,
    LIMITS,
)
def test_a_view_is_what_a_naive_one_shows(  # noqa: PLR0913, PLR0917 - all that a view takes
    large: int,
    comments: list[Comment],
    policy: OnDefect,
    both: tuple[tuple[Order, naive.Key], tuple[Order, naive.Key]],
    sees: Callable[[Comment], bool] | None,
    limit: int | None,
) -> None:
    order, replies = both
    with mock.patch.object(_columns, "_LARGE", large):  # Lists below, arrays from there on.
        thread = Thread.build(comments, on_defect=policy)
        view = thread.view(order=order[0], replies=replies[0], sees=sees, depth_limit=limit)
    placeholders = policy is OnDefect.PLACEHOLDER
    trees = naive.trees(comments, sees or (lambda _: True), placeholders=placeholders)
    if sees is None:  # Then a missing comment's place is shown too.
        assert len(view) == len(thread)
    expected = naive.walk(naive.sort(trees, order[1], replies[1]), limit)
    assert [row(node) for node in view.walk()] == expected


@settings(max_examples=250)
@given(views())
def test_look_ups_tell_what_the_walk_shows(view: View) -> None:
    nodes = list(view.walk())
    for position, node in enumerate(nodes):
        assert node == view.node(node.comment.id)
        assert hash(node) == hash(view.node(node.comment.id))
        assert node.position == position
        below = nodes[position + 1 : position + node.size]
        assert tuple(node.descendants()) == tuple(below)
        assert all(other.depth > node.depth for other in below)
        assert all(other.depth <= node.depth for other in nodes[position + node.size :][:1])
        assert node.children == tuple(n for n in below if n.depth == node.depth + 1)
        assert all(child.parent == node for child in node.children)
        assert node.ancestors == ((node.parent, *node.parent.ancestors) if node.parent else ())
        together = node.parent.children if node.parent else view.roots
        assert node.siblings == tuple(other for other in together if other != node)
    assert view.roots == tuple(node for node in nodes if node.depth == 0)


@given(views())
def test_the_count_is_what_is_shown(view: View) -> None:
    shown = [node.comment.id for node in view.walk() if not node.is_placeholder]
    assert len(view) == len(shown)
    assert all(comment_id in view for comment_id in shown)
    for comment in view.thread.comments:
        visible = view.sees is None or view.sees(comment)
        assert (comment.id in shown) == visible == (comment.id in view)
    ids = {node.comment.id for node in view.walk()}
    for comment in view.thread.comments:
        if comment.id not in ids:
            with pytest.raises(UnknownCommentError):
                view.node(comment.id)


@given(views())
def test_a_placeholder_tells_neither_text_nor_author_and_stands_above_a_visible_reply(
    view: View,
) -> None:
    everything = view.thread.view(order=view.order, replies=view.replies)
    for node in view.walk():
        if node.is_placeholder:
            assert (node.comment.body.text, node.comment.author) == ("", None)
            assert node.comment.created_at is None
            assert node.comment.status in {Status.REMOVED, Status.WITHDRAWN, Status.ERASED}
            below = everything.node(node.comment.id).descendants()
            assert any(other.comment.id in view for other in below)


@given(views())
def test_a_depth_limit_holds_and_who_is_answered_is_told(view: View) -> None:
    unlimited = view.thread.view(order=view.order, replies=view.replies, sees=view.sees)
    for node in view.walk():
        logical = unlimited.node(node.comment.id)
        answered = logical.parent and logical.parent.comment.id
        shown_under = node.parent and node.parent.comment.id
        told = node.answers and node.answers.comment.id
        assert told == (None if answered == shown_under else answered)
        if view.depth_limit is None:
            assert told is None
        else:
            assert node.depth == min(logical.depth, view.depth_limit)


@given(lively(), POLICIES, LIMITS)
def test_in_place_a_depth_limit_moves_nobody(
    comments: list[Comment], policy: OnDefect, limit: int | None
) -> None:
    thread = Thread.build(comments, on_defect=policy)
    limited = thread.view(depth_limit=limit, deeper=Deeper.IN_PLACE)
    assert [n.comment.id for n in limited.walk()] == [n.comment.id for n in thread.walk()]


@given(lively(), st.sampled_from(ORDERS[:2]))
def test_sorted_a_flat_view_is_one_list(
    comments: list[Comment], order: tuple[Order, naive.Key]
) -> None:
    thread = Thread.build(comments)
    view = thread.view(order=order[0], depth_limit=0, deeper=Deeper.SORTED)
    alone = [naive.Branch(c.id, c, visible=True) for c in naive.standing(comments)]
    expected = [branch.id for branch in sorted(alone, key=order[1])]
    assert [node.comment.id for node in view.walk()] == expected


@given(lively(blog.comment_lists()), st.integers(1, 3), st.sampled_from(ORDERS))
def test_sorted_all_under_one_parent_are_in_order(
    comments: list[Comment], limit: int, order: tuple[Order, naive.Key]
) -> None:
    thread = Thread.build(comments)
    view = thread.view(order=order[0], depth_limit=limit, deeper=Deeper.SORTED)
    every = {b.id: b for t in naive.trees(comments, bool, placeholders=False) for b in t.all()}
    for siblings in [view.roots, *(node.children for node in view.walk())]:
        keys = [(*order[1](every[node.comment.id]), naive.age(node.comment)) for node in siblings]
        assert keys == sorted(keys)


@given(views())
def test_a_view_is_a_value(view: View) -> None:
    again = view.thread.view(
        order=view.order,
        replies=view.replies,
        sees=view.sees,
        depth_limit=view.depth_limit,
        deeper=view.deeper,
    )
    assert again == view
    assert hash(again) == hash(view)
    assert list(again.walk()) == list(view.walk())
