"""A comment's place in a view of a thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blogmodel.model import Comment
    from blogmodel.thread._thread import Thread
    from blogmodel.thread._view import View

__all__ = ["Node"]


# Not frozen, since attrs then sets each field through a call, and a walk makes a node a comment:
# the fields are private instead, and what is public can only be read.
@attrs.define(repr=False, eq=False)
class Node:
    """A comment's place in a thread, as a view shows it.

    Nodes come from a `Thread` or a `View`, are never changed, and are equal by view and place. All
    that a node tells takes time in the answer alone, however large the thread.
    """

    _view: View
    _number: int
    _comment: Comment
    _depth: int

    @property
    def comment(self) -> Comment:
        """The comment; without text and author where a placeholder stands for it."""
        return self._comment

    @property
    def depth(self) -> int:
        """How many nodes it is shown under; 0 at the top."""
        return self._depth

    @property
    def view(self) -> View:
        """The view that it belongs to."""
        return self._view

    @property
    def thread(self) -> Thread:
        """The thread that it belongs to."""
        return self._view.thread

    @property
    def position(self) -> int:
        """Its place in the walk, from 0. O(1)."""
        return self._view._position(self._number)  # noqa: SLF001

    @property
    def size(self) -> int:
        """How many nodes are shown in its subtree, itself included. O(1)."""
        return self._view._size(self._number)  # noqa: SLF001

    @property
    def is_placeholder(self) -> bool:
        """Whether the comment is missing, or hidden above a reply that is shown."""
        return self._view._is_placeholder(self._number)  # noqa: SLF001

    @property
    def is_missing(self) -> bool:
        """Whether others answer it and it is not among the comments of the thread."""
        return self._view._forest.is_placeholder(self._number)  # noqa: SLF001

    @property
    def parent(self) -> Node | None:
        """The node that it is shown under; None at the top. O(1).

        What the comment itself says may differ: see `Node.answers` and `Thread.defects`.
        """
        return self._view._node_or_none(self._view._shown_under(self._number))  # noqa: SLF001

    @property
    def answers(self) -> Node | None:
        """The node that it answers, where a depth limit shows it elsewhere; else None.

        Show « en réponse à … » there. Where the comment that it answers is hidden, this is its
        placeholder. A parent under which it cannot stand at all is in `Thread.defects`. O(1).
        """
        answered = self._view._forest.parent(self._number)  # noqa: SLF001
        if answered == self._view._shown_under(self._number):  # noqa: SLF001
            return None
        return self._view._node_or_none(answered)  # noqa: SLF001

    @property
    def children(self) -> tuple[Node, ...]:
        """The nodes right below it, in order. O(answer)."""
        return tuple(self._view._children(self._number))  # noqa: SLF001

    @property
    def ancestors(self) -> tuple[Node, ...]:
        """The nodes that it is shown under, the nearest first. O(answer)."""
        found = []
        node = self.parent
        while node is not None:
            found.append(node)
            node = node.parent
        return tuple(found)

    @property
    def siblings(self) -> tuple[Node, ...]:
        """The other nodes under the same parent, or at the top, in order. O(answer)."""
        parent = self.parent
        together = self._view.roots if parent is None else parent.children
        return tuple(node for node in together if node._number != self._number)  # noqa: SLF001

    def descendants(self) -> Iterator[Node]:
        """Yield the nodes below it, in the order of the walk. O(answer).

        Example:
            >>> from blogmodel import Comment, Thread
            >>> thread = Thread.build([Comment("1", "p"), Comment("2", "p", parent_id="1")])
            >>> list(thread.node("1").descendants())
            [Node('2', depth=1)]
        """
        first = self.position + 1
        return self._view._nodes(first, first + self.size - 1)  # noqa: SLF001

    def __reduce__(self) -> tuple[Any, ...]:
        # Numbers are a forest's own, and another one is built where this is read.
        return (_node_again, (self._view, self._comment.id))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Node):
            return NotImplemented
        return (
            self._comment.id == other._comment.id
            and self.position == other.position
            and (self._view is other._view or self._view == other._view)
        )

    def __hash__(self) -> int:
        return hash((self._comment.id, self._depth))

    def __repr__(self) -> str:
        return f"Node({self._comment.id!r}, depth={self._depth})"


def _node_again(view: View, comment_id: str) -> Node:
    return view.node(comment_id)
