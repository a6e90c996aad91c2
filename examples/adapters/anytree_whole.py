"""A tree of anytree that holds every law by its own means, without `Thread`.

What was added to `anytree_first.py`: comments are kept beside the tree, which is made anew from
them; rings are cut where anytree refuses them, siblings are sorted, and the walk has no recursion.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import attrs
from anytree import LoopError, Node

from blogmodel import Body, Comment, to_json
from blogmodel.testing import Page, Row, check_store

if TYPE_CHECKING:
    from collections.abc import Iterator

LACKS: frozenset[str] = frozenset()

_LATEST = datetime.max.replace(tzinfo=UTC)
_EARLIEST = datetime.min.replace(tzinfo=UTC)

Age = tuple[bool, datetime, str]


class AnytreeWhole:
    """Comments by their ids, and those of which only the place is shown."""

    def __init__(self) -> None:
        self.comments: dict[str, Comment] = {}
        self.hidden: set[str] = set()

    def add(self, comment: Comment) -> None:
        """Keep a comment; of two with one id, the one that was changed last."""
        kept = self.comments.get(comment.id, comment)
        self.comments[comment.id] = max(kept, comment, key=_changed)

    def edit(self, comment_id: str, text: str) -> None:
        """Give a comment another text."""
        self.comments[comment_id] = attrs.evolve(self.comments[comment_id], body=Body(text))

    def delete(self, comment_id: str) -> None:
        """Hide a comment for good, without its text."""
        self.edit(comment_id, "")
        self.hide(comment_id)

    def hide(self, comment_id: str) -> None:
        """Show only the place of a comment."""
        self.hidden.add(comment_id)

    def restore(self, comment_id: str) -> None:
        """Show a comment again."""
        self.hidden.discard(comment_id)

    def move(self, comment_id: str, parent_id: str | None) -> None:
        """Give a comment another parent; anytree refuses rings."""
        nodes = {node.name: node for node, _ in self._walk()}
        nodes[comment_id].parent = nodes[parent_id] if parent_id else None
        moved = self.comments[comment_id]
        self.comments[comment_id] = attrs.evolve(moved, parent_id=parent_id)

    def tree(self) -> Node:
        """Return the post as the node at the top, with all comments below it."""
        nodes = {comment.id: Node(comment.id) for comment in self.comments.values()}
        # The latest first: the last of a ring to be hung, which is refused, is the earliest.
        for comment in sorted(self.comments.values(), key=_age, reverse=True):
            parent = self.comments.get(comment.parent_id or "")
            if parent is not None and parent.post_id == comment.post_id:
                try:
                    nodes[comment.id].parent = nodes[parent.id]
                except LoopError:
                    continue
        top = [node for node in nodes.values() if node.is_root]
        return Node(None, children=top)

    def _walk(self) -> Iterator[tuple[Node, int]]:
        """Walk without recursion, the oldest first."""
        waiting = [(self.tree(), -1)]
        while waiting:
            node, depth = waiting.pop()
            if depth >= 0:
                yield node, depth
            replies = sorted(node.children, key=lambda reply: _age(self.comments[reply.name]))
            waiting += [(reply, depth + 1) for reply in reversed(replies)]

    def walk(self) -> list[Row]:
        """Show what is not hidden, and what something shown stands below."""
        walk = list(self._walk())
        shown = {None}
        for node, _ in reversed(walk):
            if node.name in shown or node.name not in self.hidden:
                shown |= {node.name, node.parent.name}
        return [self._row(node.name, depth) for node, depth in walk if node.name in shown]

    def _row(self, name: str, depth: int) -> Row:
        comment, hidden = self.comments[name], name in self.hidden
        text = "" if hidden else comment.body.text
        return Row(name, depth, text=text, parent_id=comment.parent_id, is_placeholder=hidden)

    def walk_to(self, depth: int) -> list[Row]:
        """Show nothing further in than a depth."""
        return [attrs.evolve(row, depth=min(row.depth, depth)) for row in self.walk()]

    def count(self) -> int:
        """Count what is shown."""
        return sum(not row.is_placeholder for row in self.walk())

    def page(self, size: int, after: list[Age] | None) -> Page:
        """Show a page; a cursor is where a comment stands, which outlives the comment."""
        ways = {n.name: [_age(self.comments[s.name]) for s in n.path[1:]] for n, _ in self._walk()}
        rest = [row for row in self.walk() if after is None or ways[row.id] > after]
        rows = rest[:size]
        return Page(rows, next=ways[rows[-1].id] if len(rest) > size else None)

    def permalink(self, comment_id: str, size: int) -> list[Row]:
        """Show the page that has a comment."""
        rows = self.walk()
        position = [row.id for row in rows].index(comment_id)
        return rows[position - position % size :][:size]


def _age(comment: Comment) -> Age:
    return comment.created_at is None, comment.created_at or _LATEST, comment.id


def _changed(comment: Comment) -> tuple[datetime, str]:
    return comment.updated_at or comment.created_at or _EARLIEST, to_json(comment)


if __name__ == "__main__":
    print(check_store(AnytreeWhole, lacks=LACKS))
