"""A tree builder and a store that keep every law: what the broken ones are made from."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Self

import attrs

from blogmodel.errors import MoveError
from blogmodel.model import Body, Comment, to_json
from blogmodel.testing._rows import Page, Row

__all__ = ["MendedStore", "mended"]

_EARLIEST = datetime.min.replace(tzinfo=UTC)
_LATEST = datetime.max.replace(tzinfo=UTC)

Age = tuple[bool, datetime, str]


def mended(comments: Sequence[Comment]) -> list[tuple[str, int]]:
    """Build a tree as it should be built.

    Example:
        >>> from blogmodel import Comment
        >>> from blogmodel.testing.broken import mended
        >>> mended([Comment("2", "p", parent_id="1"), Comment("1", "p", parent_id="gone")])
        [('1', 0), ('2', 1)]
    """
    store = MendedStore()
    for comment in comments:
        store.add(comment)
    return [(row.id, row.depth) for row in store.walk()]


@attrs.define
class MendedStore:
    """A store in memory that keeps every law.

    Example:
        >>> from blogmodel import Comment
        >>> from blogmodel.testing.broken import MendedStore
        >>> store = MendedStore()
        >>> store.add(Comment("1", "p"))
        >>> store.count()
        1
    """

    comments: dict[str, Comment] = attrs.field(factory=dict)
    hidden: set[str] = attrs.field(factory=set)
    deleted: set[str] = attrs.field(factory=set)

    def add(self, comment: Comment) -> None:
        """Take a comment; of several with one id, the one changed last."""
        kept = self.comments.get(comment.id, comment)
        self.comments[comment.id] = max(kept, comment, key=_changed_last)

    def edit(self, comment_id: str, text: str) -> None:
        """Give a comment another text."""
        self.comments[comment_id] = attrs.evolve(self.comments[comment_id], body=Body(text))

    def delete(self, comment_id: str) -> None:
        """Delete a comment; its place stays as long as something below is shown."""
        self.edit(comment_id, "")
        self.deleted.add(comment_id)

    def hide(self, comment_id: str) -> None:
        """Hide a comment from visitors."""
        self.hidden.add(comment_id)

    def restore(self, comment_id: str) -> None:
        """Show a hidden comment again."""
        self.hidden.discard(comment_id)

    def move(self, comment_id: str, parent_id: str | None) -> None:
        """Move a comment and all below it."""
        if parent_id is not None and comment_id in self.way_up(parent_id):
            raise MoveError(comment_id, parent_id, "that comment is itself or hangs below it")
        moved = self.comments[comment_id]
        self.comments[comment_id] = attrs.evolve(moved, parent_id=parent_id)

    def way_up(self, comment_id: str) -> list[str]:
        """Return a comment, its parent, and so on, to the top."""
        parents = self.parents()
        way: list[str] = []
        at: str | None = comment_id
        while at is not None:
            way.append(at)
            at = parents[at]
        return way

    def walk(self) -> list[Row]:
        """Return what visitors see."""
        return self.walk_to(None)

    def walk_to(self, depth: int | None) -> list[Row]:
        """Return what visitors see, nothing further in than a depth."""
        rows = self.arranged()
        alive = self.alive(rows)
        return [self.row(i, d if depth is None else min(d, depth)) for i, d in rows if i in alive]

    def row(self, comment_id: str, depth: int) -> Row:
        """Return a comment as it is shown."""
        comment = self.comments[comment_id]
        seen = self.is_seen(comment_id)
        text = comment.body.text if seen else ""
        return Row(
            comment_id, depth, text=text, parent_id=comment.parent_id, is_placeholder=not seen
        )

    def is_seen(self, comment_id: str) -> bool:
        """Tell whether visitors see a comment."""
        return comment_id not in self.hidden and comment_id not in self.deleted

    def alive(self, rows: Sequence[tuple[str, int]]) -> set[str]:
        """Return who is shown: what is seen, and what something seen hangs below."""
        alive = {comment_id for comment_id, _ in rows if self.is_seen(comment_id)}
        parents = self.parents()
        for comment_id, _ in reversed(rows):
            parent = parents[comment_id]
            if comment_id in alive and parent is not None:
                alive.add(parent)
        return alive

    def arranged(self) -> list[tuple[str, int]]:
        """Return all ids and depths, depth first, without recursion."""
        replies: dict[str | None, list[str]] = {}
        for comment_id, parent in self.parents().items():
            replies.setdefault(parent, []).append(comment_id)
        for siblings in replies.values():
            siblings.sort(key=self.age, reverse=True)
        rows: list[tuple[str, int]] = []
        waiting = [(root, 0) for root in replies.get(None, ())]
        while waiting:
            comment_id, depth = waiting.pop()
            rows.append((comment_id, depth))
            waiting += [(reply, depth + 1) for reply in replies.get(comment_id, ())]
        return rows

    def age(self, comment_id: str) -> Age:
        """Return what siblings are sorted by: the date, none at all last, and the id."""
        at = self.comments[comment_id].created_at
        return at is None, at or _LATEST, comment_id

    def parents(self) -> dict[str, str | None]:
        """Return under whom each comment stands: nobody where it cannot, rings cut once."""
        parents = {comment.id: self.parent_of(comment) for comment in self.comments.values()}
        done: set[str] = set()
        for start in self.comments:
            way: dict[str, None] = {}
            at: str | None = start
            while at is not None and at not in done and at not in way:
                way[at] = None
                at = parents[at]
            if at in way:
                ring = list(way)[list(way).index(str(at)) :]
                parents[min(ring, key=self.age)] = None
            done.update(way)
        return parents

    def parent_of(self, comment: Comment) -> str | None:
        """Return the parent that a comment names, if it can stand there."""
        parent = self.comments.get(comment.parent_id or "")
        if parent is None or parent.id == comment.id or parent.post_id != comment.post_id:
            return None
        return parent.id

    def count(self) -> int:
        """Return how many comments visitors see."""
        return sum(not row.is_placeholder for row in self.walk())

    def page(self, size: int, after: object) -> Page:
        """Return so many rows; a cursor is the place of the last one, so that it outlives it."""
        places = self.paths()
        rest = [row for row in self.walk() if after is None or places[row.id] > after]  # type: ignore[operator]
        rows = rest[:size]
        return Page(rows, next=places[rows[-1].id] if len(rest) > size else None)

    def permalink(self, comment_id: str, size: int) -> list[Row]:
        """Return the page on which a comment stands."""
        rows = self.walk()
        position = [row.id for row in rows].index(comment_id)
        start = position - position % size
        return rows[start : start + size]

    def paths(self) -> dict[str, bytes]:
        """Return materialised paths: of each comment on the way, its date and its id."""
        parents, paths = self.parents(), dict[str, bytes]()
        for comment_id, _ in self.arranged():
            parent = parents[comment_id]
            undated, at, _ = self.age(comment_id)
            stamp = int((at - _EARLIEST).total_seconds() * 1_000_000)
            step = bytes([undated]) + stamp.to_bytes(8, "big") + comment_id.encode() + b"\0"
            paths[comment_id] = (b"" if parent is None else paths[parent]) + step
        return paths

    def nested_sets(self) -> dict[str, tuple[int, int]]:
        """Return left and right numbers of what is shown."""
        numbers: dict[str, tuple[int, int]] = {}
        opened: list[tuple[Row, int]] = []
        number = 0
        for row in [*self.walk(), Row("", 0)]:
            while opened and opened[-1][0].depth >= row.depth:
                closed, left = opened.pop()
                number += 1
                numbers[closed.id] = (left, number)
            number += 1
            opened.append((row, number))
        return numbers

    def split(self, comment_id: str) -> Self:
        """Take a branch out."""
        below = [i for i in self.comments if comment_id in self.way_up(i)]
        branch = type(self)()
        for one in below:
            branch.add(self.comments.pop(one))
        branch.move(comment_id, None)
        return branch

    def merge(self, comments: Sequence[Comment]) -> None:
        """Take in the comments of another thread."""
        for comment in comments:
            self.add(comment)

    def another(self) -> Self:
        """Return another handle on the same comments."""
        return type(self)(self.comments, self.hidden, self.deleted)

    def add_in_steps(self, comment: Comment) -> Iterator[None]:
        """Add a comment in one step, before and after which others may come."""
        yield
        self.add(comment)
        yield


def _changed_last(comment: Comment) -> tuple[datetime, str]:
    return comment.updated_at or comment.created_at or _EARLIEST, to_json(comment)
