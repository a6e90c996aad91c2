"""How the adapters that hold everything show their comments: `Thread` decides, they only keep.

A table, a tree or a file keeps each comment as it came. Who stands under whom, in which order, and
who is shown is told by a view of the thread each time it is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blogmodel import Thread
from blogmodel.testing import Page, Row
from blogmodel.thread import published

if TYPE_CHECKING:
    from collections.abc import Iterable

    from blogmodel import Comment
    from blogmodel.thread import Node, View


def view_of(comments: Iterable[Comment], depth_limit: int | None = None) -> View:
    """Return comments as any visitor sees them."""
    return Thread.build(comments).view(sees=published, depth_limit=depth_limit)


def rows_of(nodes: Iterable[Node]) -> list[Row]:
    """Return nodes as the kit reads them."""
    return [
        Row(
            node.comment.id,
            node.depth,
            text=node.comment.body.text,
            parent_id=node.comment.parent_id,
            is_placeholder=node.is_placeholder,
        )
        for node in nodes
    ]


def page_of(view: View, size: int, after: str | None) -> Page:
    """Return a page; its cursor goes on whatever changes meanwhile."""
    page = view.page(size, after=after)
    return Page(rows_of(page.nodes), next=page.next)


def defects_of(comments: Iterable[Comment]) -> list[tuple[str, str]]:
    """Return what is wrong with comments."""
    return [(defect.kind, defect.ids[0]) for defect in Thread.build(comments).defects]
