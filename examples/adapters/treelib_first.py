"""Comments as nodes of treelib, as one writes it after reading its documentation.

Shows what a tree does that refuses what it does not know, how it hides and deletes whole branches,
and what sorts when a key is missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from treelib import Tree

from blogmodel.testing import Page, Row, check_store

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treelib import Node

    from blogmodel import Comment

LACKS: frozenset[str] = frozenset(
    {
        # NodeIDAbsentError.
        "arrival-order",
        "late-parents",
        "orphans-stand",
        "self-parents-stand",
        "cycles-stand",
        "cycles-cut-at-earliest",
        "defects-in-any-order",
        # DuplicatedNodeIdError.
        "duplicates-once",
        # Sorted by the date alone, with what has none.
        "ties-steady",
        "ties-by-id",
        "undated-stand",
        # Nobody asks for the post of a parent.
        "foreign-parents-stand",
        # remove_node takes the branch along, and so does the filter of expand_tree.
        "deleted-keep-replies",
        "hidden-keep-replies",
        "dead-branches",
        # move_node(x, x) raises nothing, and x is lost.
        "moves-refuse-rings",
        # Offsets.
        "cursors-survive",
    }
)

POST = "the post"


class TreelibFirst:
    """The post is the root, tags are texts, and the data are the comments."""

    def __init__(self) -> None:
        self.tree = Tree()
        self.tree.create_node("", POST)
        self.hidden: set[str] = set()

    def add(self, comment: Comment) -> None:
        """Create a node below its parent's."""
        parent = comment.parent_id or POST
        self.tree.create_node(comment.body.text, comment.id, parent=parent, data=comment)

    def edit(self, comment_id: str, text: str) -> None:
        """Give a node another tag."""
        self.tree.update_node(comment_id, tag=text)

    def delete(self, comment_id: str) -> None:
        """Remove a node."""
        self.tree.remove_node(comment_id)

    def hide(self, comment_id: str) -> None:
        """Leave a node out of what is expanded."""
        self.hidden.add(comment_id)

    def restore(self, comment_id: str) -> None:
        """Take it in again."""
        self.hidden.discard(comment_id)

    def move(self, comment_id: str, parent_id: str | None) -> None:
        """Move a node; treelib refuses loops."""
        self.tree.move_node(comment_id, parent_id or POST)
        node = self.tree[comment_id]
        node.data = attrs.evolve(node.data, parent_id=parent_id)

    def walk(self) -> list[Row]:
        """Expand the tree, siblings by their dates."""
        return list(self._rows())

    def walk_to(self, depth: int) -> list[Row]:
        """Expand the tree, and show nothing further in than a depth."""
        return [
            Row(row.id, min(row.depth, depth), text=row.text, parent_id=row.parent_id)
            for row in self._rows()
        ]

    def _rows(self) -> Iterator[Row]:
        for name in self.tree.expand_tree(filter=self._is_shown, key=_date):
            if name != POST:
                node = self.tree[name]
                depth = self.tree.depth(node) - 1
                yield Row(name, depth, text=node.tag, parent_id=node.data.parent_id)

    def _is_shown(self, node: Node) -> bool:
        return node.identifier not in self.hidden

    def count(self) -> int:
        """Count the nodes that are not hidden."""
        return self.tree.size() - 1 - len(self.hidden)

    def page(self, size: int, after: int | None) -> Page:
        """Show so many rows from an offset."""
        start = after or 0
        rows = self.walk()
        end = start + size
        return Page(rows[start:end], next=end if end < len(rows) else None)

    def permalink(self, comment_id: str, size: int) -> Sequence[Row]:
        """Show the page that has a comment."""
        rows = self.walk()
        position = [row.id for row in rows].index(comment_id)
        return rows[position - position % size :][:size]

    def split(self, comment_id: str) -> TreelibFirst:
        """Paste a branch below another post."""
        other = TreelibFirst()
        other.tree.paste(POST, self.tree.remove_subtree(comment_id))
        return other


def _date(node: Node) -> object:
    return node.data.created_at


if __name__ == "__main__":
    print(check_store(TreelibFirst, lacks=LACKS))
