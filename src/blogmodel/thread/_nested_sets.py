"""Nested sets: each comment as an interval that holds those of its replies.

Counted through the walk, each node takes a number as it is entered and one as it is left: a subtree
is then one interval, and ancestors are the intervals around. An insert moves every number after
it, so that they are for export and for reading, not for a table that comments arrive in.

The model is Joe Celko's (Trees and Hierarchies in SQL for Smarties, 2nd ed. 2012, chapter 4), after
Michael J. Kamfonas (Recursive Hierarchies, 1992).
"""

from collections.abc import Iterable, Iterator

import attrs

from blogmodel import _checks
from blogmodel.errors import InvalidTypeError, InvalidValueError, NestedSetError, shown
from blogmodel.thread._thread import Thread

__all__ = ["NestedSet", "nested_sets", "parents_of_nested_sets"]


@attrs.frozen
class NestedSet:
    """The interval of one node.

    Attributes:
        id: the comment's, or that of the missing comment that a placeholder stands for.
        left: the number taken as it is entered, from 1.
        right: the number taken as it is left; ``(right - left + 1) // 2`` nodes stand in it.
        depth: how many nodes stand above it.
        is_placeholder: whether it is a placeholder's.

    Raises:
        InvalidValueError: a field holds what it may not; the message names it.
    """

    id: str
    left: int
    right: int
    depth: int = attrs.field(kw_only=True)
    is_placeholder: bool = attrs.field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        _checks.identifier("NestedSet", "id", self.id)
        _checks.count("NestedSet", "left", self.left)
        _checks.count("NestedSet", "right", self.right)
        _checks.count("NestedSet", "depth", self.depth)
        _checks.flag("NestedSet", "is_placeholder", self.is_placeholder)
        if self.right <= self.left:
            raise InvalidValueError("NestedSet", "right", self.right, f"above left, {self.left}")


def nested_sets(thread: Thread) -> Iterator[NestedSet]:
    """Yield the interval of every node in the order of the walk. O(n).

    Example:
        >>> from blogmodel import Comment, Thread
        >>> from blogmodel.thread import nested_sets
        >>> thread = Thread.build([Comment("1", "p"), Comment("2", "p", parent_id="1")])
        >>> for row in nested_sets(thread):
        ...     print(row.id, row.left, row.right, row.depth)
        1 1 4 0
        2 2 3 1
    """
    for node in thread.walk():
        depth = node.depth
        left = 2 * node.position - depth + 1
        yield NestedSet(
            node.comment.id,
            left,
            left + 2 * node.size - 1,
            depth=depth,
            is_placeholder=node.is_placeholder,
        )


def parents_of_nested_sets(rows: Iterable[NestedSet]) -> dict[str, str | None]:
    """Return who hangs from whom, in the order of the walk; the rows may come in any order.

    The numbers have to be those of a whole forest: 1 to 2n, each once. O(n) beside one sort.

    Raises:
        NestedSetError: intervals overlap, a number or an id stands twice, a number is missing, or
            a depth is another one; the message names the first row where it shows.

    Example:
        >>> from blogmodel.thread import NestedSet, parents_of_nested_sets
        >>> parents_of_nested_sets([NestedSet("2", 2, 3, depth=1), NestedSet("1", 1, 4, depth=0)])
        {'1': None, '2': '1'}
    """
    if not isinstance(rows, Iterable):
        raise InvalidTypeError("nested sets", "rows", rows, "an iterable of NestedSet values")
    given = list(rows)
    for row in given:
        _checks.instance("nested sets", "rows", row, NestedSet, "NestedSet('1', 1, 2, depth=0)")
    parents: dict[str, str | None] = {}
    around: list[NestedSet] = []
    number = 1
    for row in sorted(given, key=lambda row: (row.left, row.id)):
        number = _leave(around, number)
        _require_place(row, around, number)
        if row.id in parents:
            raise NestedSetError(row.id, "its id stands twice; a comment stands in a thread once")
        parents[row.id] = around[-1].id if around else None
        around.append(row)
        number += 1
    number = _leave(around, number)
    if around:
        raise NestedSetError(around[-1].id, f"the number {number} within it is missing")
    return parents


def _leave(around: list[NestedSet], number: int) -> int:
    """Leave the intervals that end here; return the number after them."""
    while around and around[-1].right == number:
        around.pop()
        number += 1
    return number


def _require_place(row: NestedSet, around: list[NestedSet], number: int) -> None:
    if row.left < number:
        raise NestedSetError(row.id, f"the number {row.left} stands twice or is below 1")
    if row.left > number:
        raise NestedSetError(
            row.id, f"the number {number} before it is missing; all of 1 to 2n are needed"
        )
    if around and row.right >= around[-1].right:
        raise NestedSetError(row.id, f"it overlaps with that of {shown(around[-1].id)}")
    if row.depth != len(around):
        raise NestedSetError(row.id, f"{len(around)} intervals hold it, not {row.depth}")
