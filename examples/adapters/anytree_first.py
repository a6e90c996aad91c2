"""Comments as nodes of anytree, as one writes it after reading its documentation.

Shows what a tree in memory does when a parent is not there yet, what its iterators leave out, and
that it is walked by recursion.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anytree import Node, PreOrderIter, find_by_attr

from blogmodel.testing import Page, Row, check_store

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from blogmodel import Comment

LACKS: frozenset[str] = frozenset(
    {
        # Nodes stand in the order in which they were hung.
        "ties-steady",
        "ties-by-id",
        "arrival-order",
        "undated-stand",
        "moves-by-date",
        # find_by_attr gives None for a parent that is not there: the node is hung nowhere.
        "late-parents",
        # LoopError.
        "self-parents-stand",
        "cycles-stand",
        "cycles-cut-at-earliest",
        "defects-in-any-order",
        # Nobody asks for the post of a parent.
        "foreign-parents-stand",
        # PreOrderIter calls itself for each level; ``maxlevel`` leaves out what is deeper.
        "deep-chains",
        "depth-limit",
        # Detaching takes along what hangs below; ``filter_`` leaves replies under somebody else.
        "deleted-keep-replies",
        "hidden-keep-replies",
        "dead-branches",
        # Offsets.
        "cursors-survive",
    }
)


class AnytreeFirst:
    """The post is the node at the top, and its replies are the comments."""

    def __init__(self) -> None:
        self.post = Node("post", hidden=True)

    def load(self, comments: Sequence[Comment]) -> None:
        """Make all nodes, then hang each where it belongs."""
        nodes = {comment.id: self._node(comment) for comment in comments}
        for comment in comments:
            nodes[comment.id].parent = nodes.get(comment.parent_id, self.post)

    def add(self, comment: Comment) -> None:
        """Hang a new node below its parent's."""
        self._node(comment).parent = self._find(comment.parent_id)

    def _node(self, comment: Comment) -> Node:
        return Node(comment.id, comment=comment, text=comment.body.text, hidden=False)

    def _find(self, comment_id: str | None) -> Node:
        return self.post if comment_id is None else find_by_attr(self.post, comment_id)

    def edit(self, comment_id: str, text: str) -> None:
        """Give a node another text."""
        self._find(comment_id).text = text

    def delete(self, comment_id: str) -> None:
        """Detach a node."""
        self._find(comment_id).parent = None

    def hide(self, comment_id: str) -> None:
        """Mark a node."""
        self._find(comment_id).hidden = True

    def restore(self, comment_id: str) -> None:
        """Take the mark away."""
        self._find(comment_id).hidden = False

    def move(self, comment_id: str, parent_id: str | None) -> None:
        """Hang a node elsewhere; anytree refuses rings."""
        self._find(comment_id).parent = self._find(parent_id)

    def walk(self) -> list[Row]:
        """Show what is not hidden, as PreOrderIter gives it."""
        return list(self._rows(None))

    def walk_to(self, depth: int) -> list[Row]:
        """Show so many levels."""
        return list(self._rows(depth + 2))

    def _rows(self, maxlevel: int | None) -> Iterator[Row]:
        for node in PreOrderIter(self.post, lambda node: not node.hidden, maxlevel=maxlevel):
            parent_id = node.comment.parent_id
            yield Row(node.name, node.depth - 1, text=node.text, parent_id=parent_id)

    def count(self) -> int:
        """Count the nodes below the post."""
        return len(self.post.descendants)

    def page(self, size: int, after: int | None) -> Page:
        """Show so many rows from an offset."""
        start = after or 0
        rows = self.walk()
        end = start + size
        return Page(rows[start:end], next=end if end < len(rows) else None)

    def permalink(self, comment_id: str, size: int) -> list[Row]:
        """Show the page that has a comment."""
        rows = self.walk()
        position = [row.id for row in rows].index(comment_id)
        return rows[position - position % size :][:size]

    def split(self, comment_id: str) -> AnytreeFirst:
        """Hang a branch below another post."""
        other = AnytreeFirst()
        self._find(comment_id).parent = other.post
        return other


if __name__ == "__main__":
    print(check_store(AnytreeFirst, lacks=LACKS))
