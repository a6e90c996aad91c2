"""Law 11 for paths: they sort in the order of the walk, decode to the same thread, and stay."""

from datetime import UTC, datetime

import attrs
from hypothesis import example, given
from hypothesis import strategies as st

from blogmodel import Comment, Thread
from blogmodel.testing import strategies as blog
from blogmodel.thread import (
    Node,
    OnDefect,
    PathStep,
    ancestor_paths,
    child_path,
    decode_path,
    parent_path,
    path_of,
    paths,
    subtree_range,
    thread_from_paths,
)

POLICIES = st.sampled_from([OnDefect.PROMOTE, OnDefect.PLACEHOLDER])
# Ids that are the starts of others, hold what labels end with, or sort unlike UTF-16 does.
NASTY_IDS = ["a", "a\0", "a\0\0", "a\0a", "a\x01", "a\x06", "\0", "ab", "é", "\x7f", "\uffff"]
NASTY_IDS += ["\U0001f600", "\u0100", "a\xff", "\x06a", "ﬀ"]
MOMENTS = [
    None,
    datetime(1, 1, 1, tzinfo=UTC),
    datetime(2011, 6, 24, 13, 7, tzinfo=UTC),
    datetime(2011, 6, 24, 13, 7, 0, 1, tzinfo=UTC),
    datetime.max.replace(tzinfo=UTC),
]
ANY_MOMENT = blog.moments(
    earliest=datetime.min.replace(tzinfo=UTC), latest=datetime.max.replace(tzinfo=UTC)
)


@st.composite
def nasty_comment_lists(draw: st.DrawFn) -> list[Comment]:
    """Draw comments of nasty ids and moments, with parents that may be missing or in rings."""
    ids = st.sampled_from(NASTY_IDS) | st.text(min_size=1, max_size=3)
    chosen = draw(st.lists(ids, max_size=10, unique=True))
    parents = st.none() | (st.sampled_from(chosen) if chosen else st.none()) | ids
    moments = st.sampled_from(MOMENTS) | ANY_MOMENT
    return [
        Comment(name, "p", created_at=draw(moments), parent_id=draw(parents)) for name in chosen
    ]


COMMENTS = nasty_comment_lists() | blog.broken_comment_lists() | blog.comment_lists()


def walked(thread: Thread) -> list[Node]:
    return list(thread.walk())


@given(COMMENTS, POLICIES)
@example([Comment(name, "p") for name in NASTY_IDS], OnDefect.PROMOTE)
@example([Comment(name, "p", parent_id=f"{name}?") for name in NASTY_IDS], OnDefect.PLACEHOLDER)
def test_paths_sort_in_the_order_of_the_walk(comments: list[Comment], policy: OnDefect) -> None:
    thread = Thread.build(comments, on_defect=policy)
    told = list(paths(thread))
    assert told == [(node.comment.id, path_of(node)) for node in walked(thread)]
    only = [path for _, path in told]
    assert only == sorted(set(only))


@given(COMMENTS, POLICIES)
def test_a_path_tells_who_stands_above(comments: list[Comment], policy: OnDefect) -> None:
    thread = Thread.build(comments, on_defect=policy)
    for node in walked(thread):
        path = path_of(node)
        steps = decode_path(path)
        assert len(steps) == node.depth + 1
        above: Node | None = node
        for step in reversed(steps):
            assert above is not None
            assert step == step_of(above)
            above = above.parent
        assert above is None
        parent = node.parent
        assert parent_path(path) == (parent and path_of(parent))
        assert [decode_path(one)[-1] for one in ancestor_paths(path)] == list(steps[:-1])


def step_of(node: Node) -> PathStep:
    if not node.is_placeholder:
        return PathStep(node.comment.id, node.comment.created_at)
    first = node.children[0].comment
    return PathStep(node.comment.id, first.created_at, first_reply_id=first.id)


@given(COMMENTS, POLICIES)
def test_a_subtree_is_a_range_and_a_prefix(comments: list[Comment], policy: OnDefect) -> None:
    thread = Thread.build(comments, on_defect=policy)
    told = list(paths(thread))
    for node in walked(thread):
        low, high = subtree_range(path_of(node))
        within = told[node.position : node.position + node.size]
        assert [row for row in told if low <= row[1] < high] == within
        assert [row for row in told if row[1].startswith(low)] == within


@given(st.data(), COMMENTS, POLICIES)
def test_rows_in_any_order_give_the_same_thread(
    data: st.DataObject, comments: list[Comment], policy: OnDefect
) -> None:
    standing = Thread.build(comments, on_defect=policy).comments
    thread = Thread.build(standing, on_defect=policy)
    rows = [(node.comment, path_of(node)) for node in walked(thread)]
    for kept in (rows, [row for row in rows if row[0].id in thread]):
        shuffled = data.draw(st.permutations(kept))
        assert thread_from_paths(shuffled, on_defect=policy) == thread


@given(COMMENTS, POLICIES)
def test_paths_alone_give_the_same_tree(comments: list[Comment], policy: OnDefect) -> None:
    thread = Thread.build(comments, on_defect=policy)
    bare = []
    for _, path in paths(thread):
        *above, last = decode_path(path)
        parent_id = above[-1].id if above else None
        if not last.is_placeholder:
            bare.append(Comment(last.id, "p", created_at=last.created_at, parent_id=parent_id))
    again = Thread.build(bare, on_defect=policy)
    assert list(paths(again)) == list(paths(thread))


@given(st.data(), COMMENTS, POLICIES)
def test_paths_stay_when_a_comment_is_added(
    data: st.DataObject, comments: list[Comment], policy: OnDefect
) -> None:
    """Those that move had waited for it, or stand under a placeholder that now stands before it."""
    standing = Thread.build(comments, on_defect=policy).comments
    before = Thread.build(standing, on_defect=policy)
    known = dict(paths(before))
    new_ids = st.sampled_from(NASTY_IDS) | st.text(min_size=1, max_size=3)
    added = Comment(
        data.draw(new_ids.filter(lambda name: name not in before)),
        "p",
        created_at=data.draw(st.sampled_from(MOMENTS)),
        parent_id=data.draw(st.none() | st.sampled_from(sorted(known)) if known else st.none()),
    )
    after = Thread.build([*standing, added], on_defect=policy)
    parent = after.node(added.id).parent
    placed = parent is not None and parent.is_placeholder
    movers = {comment.id for comment in standing if comment.parent_id == added.id}
    if placed and parent.children[0].comment == added:
        movers.add(parent.comment.id)
    if not movers:
        above = None if parent is None else known[parent.comment.id]
        assert child_path(above, added) == path_of(after.node(added.id))
    moved = [name for name, path in paths(after) if known.get(name, path) != path]
    for name in moved:
        assert name == added.id or movers & {step.id for step in decode_path(known[name])}


@given(COMMENTS)
def test_each_path_is_its_parents_and_the_comment(comments: list[Comment]) -> None:
    for node in walked(Thread.build(comments, on_defect=OnDefect.PLACEHOLDER)):
        if not node.is_placeholder:
            above = path_of(node.parent) if node.parent else None
            assert child_path(above, node.comment) == path_of(node)


@given(st.text(min_size=1), st.text(min_size=1), st.sampled_from(MOMENTS), ANY_MOMENT)
def test_two_siblings_sort_by_moment_then_id(
    one: str, other: str, moment: datetime | None, later: datetime
) -> None:
    first = Comment(one, "p", created_at=moment)
    for second in (
        Comment(other, "p", created_at=moment),
        Comment(other, "p", created_at=later),
    ):
        by_age = (age(first) > age(second)) - (age(first) < age(second))
        lower, upper = child_path(None, first), child_path(None, second)
        assert (lower > upper) - (lower < upper) == by_age


def age(comment: Comment) -> tuple[bool, datetime, str]:
    at = comment.created_at
    return (at is None, at or datetime.max.replace(tzinfo=UTC), comment.id)


@given(COMMENTS)
def test_what_the_text_says_does_not_matter_to_a_path(comments: list[Comment]) -> None:
    for comment in comments:
        edited = attrs.evolve(comment, body="Modifié", ups=3)
        assert child_path(None, comment) == child_path(None, edited)
