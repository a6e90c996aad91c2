"""Sound comments in which defects are planted, just those that are asked for."""

from collections.abc import Callable, Collection, Sequence
from datetime import timedelta
from typing import Any, TypeVar

import attrs
from hypothesis import strategies as st

from blogmodel.errors import InvalidValueError
from blogmodel.model import Comment
from blogmodel.testing.strategies._choices import of_kinds
from blogmodel.testing.strategies._forests import Arrival, arrivals, arrived, comment_lists
from blogmodel.testing.strategies._moments import START
from blogmodel.thread import DefectKind

__all__ = ["planted"]

_T = TypeVar("_T")


def planted(kinds: Collection[DefectKind], max_size: int) -> st.SearchStrategy[list[Comment]]:
    """Return a strategy for comments with each of some defects at least once, and no other.

    Raises:
        InvalidValueError: no kind is asked for, or so many comments do not hold all kinds.
        InvalidTypeError: a kind is no `blogmodel.thread.DefectKind`.
    """
    wanted = of_kinds("broken_comment_lists", kinds, DefectKind)
    needed = _needed(wanted)
    if needed > max_size:
        raise InvalidValueError(
            "broken_comment_lists", "max_size", max_size, f"{needed} or more, to hold all kinds"
        )
    return _planted(wanted, max_size)


@st.composite
def _planted(draw: st.DrawFn, kinds: list[DefectKind], max_size: int) -> list[Comment]:
    plan = list(kinds)
    for kind in draw(st.lists(st.sampled_from(kinds), max_size=2)):
        if _needed([*plan, kind]) <= max_size:
            plan.append(kind)
    room = max_size - _needed(plan)
    bed = _Bed(draw, draw(comment_lists(max_size=room, arrival=Arrival.WRITTEN)))
    for kind, plant in _PLANTERS.items():
        for _ in range(plan.count(kind)):
            plant(bed)
    turns = [draw(arrivals(max_size)) for _ in bed.comments]
    return arrived(bed.comments, turns)


@attrs.define
class _Bed:
    """Comments in which defects are planted.

    Attributes:
        draw: what chooses among them.
        comments: in the order in which they were written.
        settled: the ids of those of which the parent is part of a defect, or is to stay.
        dated: the ids of those of which the date is part of a defect.
    """

    draw: st.DrawFn
    comments: list[Comment]
    settled: set[str] = attrs.field(factory=set)
    dated: set[str] = attrs.field(factory=set)

    def one_of(self, things: Sequence[_T]) -> _T:
        """Choose one; the first is the simplest."""
        return things[self.draw(st.integers(0, len(things) - 1))]

    def free(self) -> Comment:
        """Choose a comment of which the parent may be changed; where there is none, add one."""
        free = [comment for comment in self.comments if comment.id not in self.settled]
        return self.one_of(free) if free else self.add(None)

    def add(self, parent: Comment | None) -> Comment:
        """Add a comment that is sound."""
        number = sum(comment.post_id == "p" for comment in self.comments)
        comment = Comment(
            f"c{number}",
            "p",
            created_at=parent.created_at if parent else START,
            parent_id=parent.id if parent else None,
            body=f"Commentaire {number}",
        )
        self.comments.append(comment)
        return comment

    def change(self, comment: Comment, **fields: Any) -> None:  # noqa: ANN401 - as they are
        """Give a comment other fields."""
        number = next(n for n, other in enumerate(self.comments) if other.id == comment.id)
        self.comments[number] = attrs.evolve(self.comments[number], **fields)

    def ancestry(self, comment: Comment) -> list[Comment]:
        """Return a comment and those above it, as far as their parents may be changed."""
        by_id = {other.id: other for other in self.comments}
        path: list[Comment] = []
        above: Comment | None = comment
        while above is not None and above.id not in self.settled:
            path.append(above)
            above = by_id[above.parent_id] if above.parent_id else None
        return path


def _plant_cycle(bed: _Bed) -> None:
    """Make one answer a reply to it, or a reply to that, and so on; all of the same moment."""
    rings = [
        path[:length]
        for path in map(bed.ancestry, bed.comments)
        for length in range(2, len(path) + 1)
    ]
    if rings:
        ring = bed.one_of(rings)
    else:
        top = bed.free()
        ring = [bed.add(top), top]
    for comment in ring:
        bed.change(comment, created_at=ring[-1].created_at)
        bed.settled.add(comment.id)
    bed.change(ring[-1], parent_id=ring[0].id)


def _plant_early_reply(bed: _Bed) -> None:
    """Date a reply a minute before what it answers."""
    replies = [
        comment
        for comment in bed.comments
        if comment.parent_id and comment.id not in bed.settled | bed.dated
    ]
    reply = bed.one_of(replies) if replies else bed.add(bed.free())
    parent = next(comment for comment in bed.comments if comment.id == reply.parent_id)
    bed.change(reply, created_at=(parent.created_at or START) - timedelta(minutes=1))
    bed.settled.add(reply.id)
    bed.dated |= {reply.id, parent.id}


def _plant_orphan(bed: _Bed) -> None:
    """Let one answer what is not there."""
    orphan = bed.free()
    bed.change(orphan, parent_id="gone")
    bed.settled.add(orphan.id)


def _plant_foreign_parent(bed: _Bed) -> None:
    """Let one answer a comment under another post."""
    if not any(comment.id == "q0" for comment in bed.comments):
        bed.comments.append(Comment("q0", "q", created_at=START, body="Ailleurs"))
        bed.settled.add("q0")
    stranger = bed.free()
    bed.change(stranger, parent_id="q0")
    bed.settled.add(stranger.id)


def _plant_self_parent(bed: _Bed) -> None:
    """Let one answer itself."""
    alone = bed.free()
    bed.change(alone, parent_id=alone.id)
    bed.settled.add(alone.id)


def _plant_double(bed: _Bed) -> None:
    """Write another comment with the id of one, at the same place."""
    comment = bed.one_of(bed.comments or [bed.add(None)])
    bed.comments.append(attrs.evolve(comment, body=f"{comment.body.text}, encore"))


# Those that choose among replies come first, while there are many; doubles come last, to be of
# what then is.
_PLANTERS: dict[DefectKind, Callable[[_Bed], None]] = {
    DefectKind.CYCLE: _plant_cycle,
    DefectKind.REPLY_BEFORE_PARENT: _plant_early_reply,
    DefectKind.ORPHAN: _plant_orphan,
    DefectKind.FOREIGN_PARENT: _plant_foreign_parent,
    DefectKind.SELF_PARENT: _plant_self_parent,
    DefectKind.DUPLICATE_ID: _plant_double,
}
_PAIRS = frozenset(_PLANTERS) - {DefectKind.ORPHAN, DefectKind.SELF_PARENT}


def _needed(plan: Collection[DefectKind]) -> int:
    """Return how many comments it takes at most to plant some defects."""
    return len(plan) + sum(kind in _PAIRS for kind in plan)
