import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogmodel import Comment, Thread
from blogmodel.errors import InvalidTypeError, InvalidValueError, NestedSetError
from blogmodel.testing import strategies as blog
from blogmodel.thread import (
    NestedSet,
    OnDefect,
    nested_sets,
    parents_of_nested_sets,
    thread_from_nested_sets,
)

POLICIES = st.sampled_from([OnDefect.PROMOTE, OnDefect.PLACEHOLDER])
COMMENTS = blog.broken_comment_lists() | blog.comment_lists()


def row(name: str, left: int, right: int, depth: int) -> NestedSet:
    return NestedSet(name, left, right, depth=depth)


def test_each_node_takes_a_number_as_it_is_entered_and_one_as_it_is_left() -> None:
    thread = Thread.build(
        [
            Comment("a", "p"),
            Comment("b", "p", parent_id="a"),
            Comment("c", "p", parent_id="b"),
            Comment("d", "p", parent_id="a"),
            Comment("e", "p"),
        ]
    )
    assert list(nested_sets(thread)) == [
        row("a", 1, 8, 0),
        row("b", 2, 5, 1),
        row("c", 3, 4, 2),
        row("d", 6, 7, 1),
        row("e", 9, 10, 0),
    ]


def test_no_rows_are_a_forest_too() -> None:
    assert parents_of_nested_sets([]) == {}
    assert thread_from_nested_sets([]) == Thread.build([])


def test_an_interval_is_a_value() -> None:
    one = row("a", 1, 2, 0)
    assert pickle.loads(pickle.dumps(one)) == one
    assert len({one, row("a", 1, 2, 0)}) == 1


@pytest.mark.parametrize(
    "fields, problem",
    [
        (("", 1, 2, 0), r"NestedSet\.id must be a str that is not empty"),
        (("a", -1, 2, 0), r"NestedSet\.left must be 0 or more"),
        (("a", 1, 2, -1), r"NestedSet\.depth must be 0 or more"),
        (("a", 2, 2, 0), r"NestedSet\.right must be above left, 2; got 2"),
    ],
)
def test_an_interval_that_is_none_is_refused(fields: Any, problem: str) -> None:
    with pytest.raises(InvalidValueError, match=problem):
        row(*fields)


@pytest.mark.parametrize("more", [{"left": "1"}, {"right": 2.0}, {"is_placeholder": 1}])
def test_a_field_of_another_type_is_refused(more: dict[str, Any]) -> None:
    fields: dict[str, Any] = {"id": "a", "left": 1, "right": 2, "depth": 0}
    with pytest.raises(InvalidTypeError, match=f"NestedSet.{next(iter(more))} must be"):
        NestedSet(**fields | more)


@pytest.mark.parametrize(
    "rows, told, problem",
    [
        ([row("a", 0, 1, 0)], "a", "the number 0 stands twice or is below 1"),
        ([row("a", 2, 3, 0)], "a", "the number 1 before it is missing"),
        ([row("a", 1, 2, 0), row("b", 4, 5, 0)], "b", "the number 3 before it is missing"),
        ([row("a", 1, 4, 0)], "a", "the number 2 within it is missing"),
        (
            [row("a", 1, 6, 0), row("b", 2, 3, 1)],
            "a",
            "the number 4 within it is missing",
        ),
        ([row("a", 1, 2, 0), row("b", 1, 2, 0)], "b", "the number 1 stands twice"),
        ([row("a", 1, 3, 0), row("b", 2, 4, 1)], "b", "it overlaps with that of 'a'"),
        ([row("a", 1, 3, 0), row("b", 2, 3, 1)], "b", "it overlaps with that of 'a'"),
        ([row("a", 1, 4, 0), row("b", 2, 3, 2)], "b", "1 intervals hold it, not 2"),
        ([row("a", 1, 2, 0), row("a", 3, 4, 0)], "a", "its id stands twice"),
    ],
)
def test_rows_that_are_no_forest_are_refused(
    rows: list[NestedSet], told: str, problem: str
) -> None:
    with pytest.raises(NestedSetError, match=problem) as caught:
        parents_of_nested_sets(reversed(rows))
    assert caught.value.comment_id == told


@given(COMMENTS, POLICIES)
def test_ancestors_are_the_intervals_around(comments: list[Comment], policy: OnDefect) -> None:
    thread = Thread.build(comments, on_defect=policy)
    sets = {one.id: one for one in nested_sets(thread)}
    for node in thread.walk():
        own = sets[node.comment.id]
        assert (own.right - own.left + 1) // 2 == node.size
        around = [one.id for one in sets.values() if one.left < own.left and own.right < one.right]
        assert len(around) == own.depth == node.depth
        assert around[-1:] == ([node.parent.comment.id] if node.parent else [])
        assert own.is_placeholder == node.is_placeholder


@given(st.data(), COMMENTS, POLICIES)
def test_rows_in_any_order_give_the_same_thread(
    data: st.DataObject, comments: list[Comment], policy: OnDefect
) -> None:
    standing = Thread.build(comments, on_defect=policy).comments
    thread = Thread.build(standing, on_defect=policy)
    rows = data.draw(st.permutations(list(nested_sets(thread))))
    parents = parents_of_nested_sets(rows)
    assert list(parents.items()) == [
        (node.comment.id, node.parent.comment.id if node.parent else None) for node in thread.walk()
    ]
    pairs = [(thread.node(one.id).comment, one) for one in rows]
    assert thread_from_nested_sets(pairs, on_defect=policy) == thread


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(0, 3)), max_size=5))
def test_what_is_accepted_is_what_a_thread_of_these_parents_is_written_as(
    numbers: list[tuple[int, int, int]],
) -> None:
    rows = [row(str(n), *sets) for n, sets in enumerate(numbers) if sets[0] < sets[1]]
    try:
        parents = parents_of_nested_sets(rows)
    except NestedSetError:
        return
    order = {name: f"{place:02}" for place, name in enumerate(parents)}
    comments = [
        Comment(order[name], "p", parent_id=None if parent is None else order[parent])
        for name, parent in parents.items()
    ]
    again = [(s.left, s.right, s.depth) for s in nested_sets(Thread.build(comments))]
    assert again == sorted((one.left, one.right, one.depth) for one in rows)


def test_intervals_that_are_not_the_comments_own_are_told() -> None:
    a, b = Comment("a", "p"), Comment("b", "p", parent_id="a")
    with pytest.raises(NestedSetError, match="it stands beside the comment 'b'"):
        thread_from_nested_sets([(b, row("a", 1, 2, 0))])
    with pytest.raises(NestedSetError, match="by the comments themselves") as caught:
        thread_from_nested_sets([(a, row("a", 1, 2, 0)), (b, row("b", 3, 4, 0))])
    assert caught.value.comment_id == "a"


def test_a_placeholder_that_the_rows_lack_or_that_nobody_waits_under_is_told() -> None:
    lone, orphan = Comment("a", "p"), Comment("b", "p", parent_id="x")
    placed = NestedSet("x", 3, 4, depth=0, is_placeholder=True)
    rows = [(lone, row("a", 1, 2, 0)), (Comment("x", "p"), placed)]
    with pytest.raises(NestedSetError, match="it has no place in the thread of the comments"):
        thread_from_nested_sets(rows)
    with pytest.raises(NestedSetError, match="by the comments themselves"):
        thread_from_nested_sets([(orphan, row("b", 1, 2, 0))], on_defect=OnDefect.PLACEHOLDER)
