"""A tree of treelib that holds every law: `Thread` decides, and the tree is made from what it says.

What was added to `treelib_first.py`: comments are kept beside the tree, hidden ones and what is
left of deleted ones too, and the tree is only what is shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from shown import defects_of, page_of, rows_of, view_of
from treelib import Tree

from blogmodel import Comment, Status, Thread
from blogmodel.testing import check_store

if TYPE_CHECKING:
    from collections.abc import Sequence

    from blogmodel.testing import Page, Row
    from blogmodel.thread import Node, View

LACKS: frozenset[str] = frozenset()

# Ids are never empty, so that no comment can have this one.
POST = ""


class TreelibWhole:
    """Comments as they came; `tree` has those that visitors see."""

    def __init__(self) -> None:
        self.comments: list[Comment] = []

    def add(self, comment: Comment) -> None:
        """Keep a comment."""
        self.comments.append(comment)

    def merge(self, comments: Sequence[Comment]) -> None:
        """Keep several."""
        self.comments.extend(comments)

    def split(self, comment_id: str) -> TreelibWhole:
        """Take a branch out."""
        parts = Thread.build(self.comments).split(comment_id)
        other = TreelibWhole()
        self.comments, other.comments = list(parts.rest.comments), list(parts.branch.comments)
        return other

    def _change(self, comment_id: str, **fields: object) -> None:
        self.comments = [
            attrs.evolve(c, **fields) if c.id == comment_id else c  # type: ignore[arg-type]
            for c in self.comments
        ]

    def edit(self, comment_id: str, text: str) -> None:
        """Give a comment another text."""
        self._change(comment_id, body=text)

    def delete(self, comment_id: str) -> None:
        """Leave of a comment what keeps its place."""
        self._change(comment_id, body="", author=None, status=Status.ERASED)

    def hide(self, comment_id: str) -> None:
        """Take a comment down."""
        self._change(comment_id, status=Status.REMOVED)

    def restore(self, comment_id: str) -> None:
        """Publish it again."""
        self._change(comment_id, status=Status.PUBLISHED)

    def move(self, comment_id: str, parent_id: str | None) -> None:
        """Give a comment another parent, unless `Thread.move` refuses."""
        if parent_id is not None:
            Thread.build(self.comments).move(comment_id, parent_id)
        self._change(comment_id, parent_id=parent_id)

    def _view(self, depth_limit: int | None = None) -> View:
        return view_of(self.comments, depth_limit)

    def tree(self, depth_limit: int | None = None) -> Tree:
        """Return what is shown as a tree: ``show``, ``to_json`` and the rest of it are to be had.

        Nodes are hung as they are shown: under the last one less far in.
        """
        tree, branch = Tree(), [POST]
        tree.create_node("", POST)
        for node in self._view(depth_limit).walk():
            del branch[node.depth + 1 :]
            comment = node.comment
            tree.create_node(comment.body.text, comment.id, parent=branch[-1], data=node)
            branch.append(comment.id)
        return tree

    def walk(self) -> list[Row]:
        """Expand the tree in the order in which it was made."""
        return rows_of(_nodes(self.tree()))

    def walk_to(self, depth: int) -> list[Row]:
        """Show nothing further in than a depth."""
        return rows_of(_nodes(self.tree(depth)))

    def count(self) -> int:
        """Count what is shown."""
        return len(self._view())

    def page(self, size: int, after: str | None) -> Page:
        """Show a page."""
        return page_of(self._view(), size, after)

    def permalink(self, comment_id: str, size: int) -> list[Row]:
        """Show the page that has a comment."""
        return rows_of(self._view().page_of(comment_id, size).nodes)

    def defects(self) -> list[tuple[str, str]]:
        """Tell what is wrong."""
        return defects_of(self.comments)


def _nodes(tree: Tree) -> list[Node]:
    return [tree[name].data for name in tree.expand_tree(sorting=False) if name != POST]


if __name__ == "__main__":
    print(check_store(TreelibWhole, lacks=LACKS))
