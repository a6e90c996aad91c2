"""A view that is slow and obvious, to hold the real one against; it shares no code with it."""

import math
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import attrs

from blogmodel.model import Comment
from blogmodel.testing.naive import _thread

__all__ = [
    "Branch",
    "Key",
    "PlaceRow",
    "active",
    "most_replies",
    "newest",
    "oldest",
    "pinned_first",
    "sort",
    "stamp",
    "top",
    "trees",
    "walk",
]

PlaceRow = tuple[str, int, bool, str | None]
"""An id, its depth, whether it is a placeholder, and whom it is shown under."""
Key = Callable[["Branch"], tuple[Any, ...]]
"""What siblings are sorted by."""


@attrs.define
class Branch:
    """A comment, or a place for a missing one, with its replies."""

    id: str
    comment: Comment | None
    visible: bool
    replies: list["Branch"] = attrs.field(factory=list)

    def all(self) -> list["Branch"]:
        """Return everyone in the branch, its top first."""
        return [self, *(below for reply in self.replies for below in reply.all())]

    def shown(self) -> bool:
        """Tell whether anything in it is visible."""
        return any(branch.visible for branch in self.all())

    def date(self) -> datetime | None:
        """Return its date; for a missing comment that of its earliest reply."""
        return self.replies[0].date() if self.comment is None else self.comment.created_at


def trees(
    comments: list[Comment], sees: Callable[[Comment], bool], *, placeholders: bool
) -> list[Branch]:
    """Return the roots, oldest first, as a naive thread has them."""
    rows, _ = _thread.build(comments, placeholders=placeholders)
    kept = {comment.id: comment for comment in _thread.standing(comments)}
    top = Branch("", None, visible=False)
    way = [top]
    for comment_id, depth in rows:
        comment = kept.get(comment_id)
        branch = Branch(comment_id, comment, comment is not None and sees(comment))
        del way[depth + 1 :]
        way[-1].replies.append(branch)
        way.append(branch)
    return top.replies


def stamp(date: datetime | None) -> float:
    """Return a date as seconds; none at all is before all others."""
    return -math.inf if date is None else (date - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds()


def newest(branch: Branch) -> tuple[Any, ...]:
    """Sort by the date, the latest first."""
    return (-stamp(branch.date()),)


def oldest(_: Branch) -> tuple[Any, ...]:
    """Sort by nothing: siblings stand oldest first already."""
    return ()


def active(branch: Branch) -> tuple[Any, ...]:
    """Sort by the latest visible comment of the branch."""
    return (min(-stamp(b.date()) if b.visible else math.inf for b in branch.all()),)


def most_replies(branch: Branch) -> tuple[Any, ...]:
    """Sort by how many replies are visible below."""
    return (-sum(b.visible for b in branch.all()[1:]),)


def top(branch: Branch) -> tuple[Any, ...]:
    """Sort by votes."""
    return (-(branch.comment.ups - branch.comment.downs) if branch.comment else 0,)


def pinned_first(key: Key) -> Key:
    """Put pinned comments before the others."""
    return lambda branch: (not (branch.comment and branch.comment.pinned), *key(branch))


def sort(branches: list[Branch], key: Key, replies_key: Key) -> list[Branch]:
    """Sort siblings, who stand oldest first, by a key, and those below by another."""
    for branch in branches:
        branch.replies = sort(branch.replies, replies_key, replies_key)
    return sorted(branches, key=key)


def walk(branches: list[Branch], limit: int | None, way: tuple[str, ...] = ()) -> list[PlaceRow]:
    """Return (id, depth, whether it is a placeholder, whom it is shown under)."""
    rows: list[PlaceRow] = []
    for branch in branches:
        if not branch.shown():
            continue
        depth = len(way) if limit is None else min(len(way), limit)
        rows.append((branch.id, depth, not branch.visible, way[depth - 1] if depth else None))
        rows += walk(branch.replies, limit, (*way, branch.id))
    return rows
