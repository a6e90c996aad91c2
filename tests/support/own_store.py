"""`Thread` as a store that the kit can try."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import attrs

from blogmodel import Body, Comment, Status, Thread
from blogmodel.testing import Page, Row
from blogmodel.thread import (
    Node,
    OnDefect,
    Order,
    View,
    nested_sets,
    orders,
    paths,
    published,
)

__all__ = ["OwnStore", "making"]


@attrs.define
class Shared:
    """A thread that several handles share."""

    thread: Thread


def making(
    on_defect: OnDefect = OnDefect.PROMOTE, order: Order | None = None
) -> Callable[[], "OwnStore"]:
    """Return what makes stores of one policy and order."""

    def own_store() -> OwnStore:
        empty = Thread.build([], on_defect=on_defect)
        return OwnStore(Shared(empty), orders.oldest() if order is None else order)

    return own_store


@attrs.define
class OwnStore:
    """An adapter over `Thread`: each change makes a new thread of the old one."""

    shared: Shared
    order: Order

    @property
    def thread(self) -> Thread:
        return self.shared.thread

    @thread.setter
    def thread(self, thread: Thread) -> None:
        self.shared.thread = thread

    def view(self, depth_limit: int | None = None) -> View:
        return self.thread.view(order=self.order, sees=published, depth_limit=depth_limit)

    def load(self, comments: Sequence[Comment]) -> None:
        self.thread = Thread.build(comments, on_defect=self.thread.on_defect)

    def add(self, comment: Comment) -> None:
        self.thread = self.thread.add(comment)

    def add_in_steps(self, comment: Comment) -> Iterator[None]:
        yield
        self.add(comment)

    def _evolve(self, comment_id: str, **fields: object) -> None:
        comment = self.thread.node(comment_id).comment
        self.thread = self.thread.replace(attrs.evolve(comment, **fields))  # type: ignore[arg-type]

    def edit(self, comment_id: str, text: str) -> None:
        self._evolve(comment_id, body=Body(text))

    def delete(self, comment_id: str) -> None:
        self._evolve(comment_id, status=Status.WITHDRAWN)

    def hide(self, comment_id: str) -> None:
        self._evolve(comment_id, status=Status.SPAM)

    def restore(self, comment_id: str) -> None:
        self._evolve(comment_id, status=Status.PUBLISHED)

    def move(self, comment_id: str, parent_id: str | None) -> None:
        self.thread = self.thread.move(comment_id, parent_id)

    def split(self, comment_id: str) -> "OwnStore":
        parts = self.thread.split(comment_id)
        self.thread = parts.rest
        return OwnStore(Shared(parts.branch), self.order)

    def merge(self, comments: Sequence[Comment]) -> None:
        other = Thread.build(comments, on_defect=self.thread.on_defect)
        self.thread = self.thread.merge(other).thread

    def walk(self) -> list[Row]:
        return _rows(self.view().walk())

    def walk_to(self, depth: int) -> list[Row]:
        return _rows(self.view(depth).walk())

    def count(self) -> int:
        return len(self.view())

    def page(self, size: int, after: object) -> Page:
        page = self.view().page(size, after=None if after is None else str(after))
        return Page(_rows(page.nodes), page.next)

    def permalink(self, comment_id: str, size: int) -> list[Row]:
        return _rows(self.view().page_of(comment_id, size).nodes)

    def defects(self) -> list[tuple[str, str]]:
        return [(defect.kind, defect.ids[0]) for defect in self.thread.defects]

    def paths(self) -> Mapping[str, bytes]:
        return dict(paths(self.thread))

    def nested_sets(self) -> Mapping[str, tuple[int, int]]:
        return {row.id: (row.left, row.right) for row in nested_sets(self.thread)}

    def another(self) -> "OwnStore":
        return OwnStore(self.shared, self.order)


def _rows(nodes: Iterable[Node]) -> list[Row]:
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
