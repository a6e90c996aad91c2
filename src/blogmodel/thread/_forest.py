"""Columns and their layout as one value, to which a comment is added without laying out anew.

What was added since the last layout is kept apart, as few short lists: each addition knows between
which two positions of the layout it falls (its gap), and every look-up corrects by the gaps before
it. A new version copies these lists alone, so that versions share all else and never disturb each
other; once they have grown to a few times the square root of the whole, everything is laid out
anew.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import chain
from math import isqrt
from typing import Any, Self

import attrs

from blogmodel.model import Comment
from blogmodel.thread._ages import Age, age, in_canonical_order
from blogmodel.thread._columns import (
    Columns,
    defect_of,
    early_defect,
    integers,
    is_early,
    parent_defect,
    subtree_sizes,
    tabulate,
)
from blogmodel.thread._defects import Defect, DefectAction, DefectKind, OnDefect
from blogmodel.thread._layout import Layout, lay_out

__all__ = ["Forest"]


@attrs.frozen(eq=False)
class _Added:
    """What came after the layout was made.

    Attributes:
        comments: in the order in which they came; their numbers go on after the columns'.
        numbers: by id.
        parents: as the columns' are.
        depths: of each.
        places: their numbers in the order of the walk.
        gaps: of each place, the position of the layout that it comes right before.
        defects: what is wrong with them.
        awaited: the ids that orphans among them name as their parents.
        edits: by number, the comment that stands now.
        latest: the highest age of all comments.
        late: whether one of them was not the latest when it came.
    """

    comments: tuple[Comment, ...] = ()
    numbers: dict[str, int] = attrs.field(factory=dict)
    parents: tuple[int, ...] = ()
    depths: tuple[int, ...] = ()
    places: tuple[int, ...] = ()
    gaps: tuple[int, ...] = ()
    defects: tuple[Defect, ...] = ()
    awaited: frozenset[str] = frozenset()
    edits: dict[int, Comment] = attrs.field(factory=dict)
    latest: Age | None = None
    late: bool = False


@attrs.frozen(eq=False)
class Forest:
    """The comments of a thread: who they are, whom they answer, where they stand.

    Attributes:
        columns: the comments that were laid out.
        layout: where these stand.
        awaited: the ids that orphans among them name as their parents.
        added: what came after.
        memo: what was computed once and is kept.
    """

    columns: Columns
    layout: Layout
    awaited: frozenset[str]
    added: _Added
    memo: dict[str, Any] = attrs.field(factory=dict)

    @classmethod
    def of(cls, comments: Iterable[Comment], on_defect: OnDefect) -> Self:
        """Number and lay out comments; see `tabulate` for what it raises."""
        columns = tabulate(comments, on_defect)
        orphans = (d.ids[1] for d in columns.defects if d.kind is DefectKind.ORPHAN)
        latest = age(columns.entries[-1]) if columns.entries else None
        return cls(columns, lay_out(columns), frozenset(orphans), _Added(latest=latest))

    def number(self, comment_id: str) -> int | None:
        """Return the number of a comment or placeholder; None where there is none."""
        if not isinstance(comment_id, str):  # It may be something that no dict can be asked for.
            return None
        number = self.columns.numbers.get(comment_id)
        return self.added.numbers.get(comment_id) if number is None else number

    def comment(self, number: int) -> Comment:
        """Return the comment of a number; for a placeholder an erased one."""
        edited = self.added.edits.get(number)
        if edited is not None:
            return edited
        entries = self.columns.entries
        count = len(entries)
        return entries[number] if number < count else self.added.comments[number - count]

    def parent(self, number: int) -> int:
        """Return the number of the parent, or -1."""
        parents = self.columns.parents
        count = len(parents)
        return parents[number] if number < count else self.added.parents[number - count]

    def depth(self, number: int) -> int:
        """Return how many stand above."""
        depths = self.layout.depths
        count = len(depths)
        return depths[number] if number < count else self.added.depths[number - count]

    def __len__(self) -> int:
        return len(self.columns.entries) + len(self.added.comments)

    def number_at(self, position: int) -> int:
        """Return who stands at a position. O(log k) with k added."""
        gaps = self.added.gaps
        if not gaps:
            return self.layout.order[position]
        before = self._added_before(position)
        if before < len(gaps) and gaps[before] + before == position:
            return self.added.places[before]
        return self.layout.order[position - before]

    def position(self, number: int) -> int:
        """Return where someone stands. O(log k), for those added O(k)."""
        if number < len(self.columns.entries):
            position = self.layout.position(number)
            return position + bisect_right(self.added.gaps, position)
        place = self.added.places.index(number)
        return self.added.gaps[place] + place

    def size(self, number: int) -> int:
        """Return how many stand in a subtree. O(log k + those added at its end)."""
        gaps, places = self.added.gaps, self.added.places
        if number < len(self.columns.entries):
            size = self.layout.sizes[number]
            if not gaps:
                return size
            end = self.layout.ends[number]
            first = bisect_right(gaps, end - size)
            place = bisect_left(gaps, end, lo=first)
        else:
            size = 1
            first = place = places.index(number) + 1
            end = gaps[place - 1]
        # Of those added right after it, the first that is not deeper is outside.
        depth = self.depth(number)
        while place < len(gaps) and gaps[place] == end and self.depth(places[place]) > depth:
            place += 1
        return size + place - first

    def numbers(self) -> Sequence[int]:
        """Return everyone in the order of the walk."""
        order = self.layout.order
        if not self.added.gaps:
            return order
        numbers: list[int] = []
        done = 0
        for gap, number in zip(self.added.gaps, self.added.places, strict=True):
            numbers.extend(order[done:gap])
            numbers.append(number)
            done = gap
        numbers.extend(order[done:])
        return numbers

    def slice(self, start: int, stop: int) -> Sequence[int]:
        """Return those at some positions, in order."""
        if not self.added.gaps:
            return self.layout.order[start:stop]
        return [self.number_at(position) for position in range(start, min(stop, len(self)))]

    def is_patched(self) -> bool:
        """Tell whether anything was added or changed since the layout was made."""
        return bool(self.added.comments or self.added.edits)

    def entries(self) -> Sequence[Comment]:
        """Return the comments by number, an erased one for each placeholder."""
        added = self.added
        if not self.is_patched():
            return self.columns.entries
        entries = [*self.columns.entries, *added.comments]
        for number, comment in added.edits.items():
            entries[number] = comment
        return entries

    def date(self, number: int) -> datetime | None:
        """Return when a comment was made; of a placeholder, when its earliest reply was."""
        return self.comment(number + self.is_placeholder(number)).created_at

    def dates(self) -> list[datetime | None]:
        """Return by number when each was made."""
        dates = [comment.created_at for comment in self.entries()]
        for number in self.columns.placeholders:
            dates[number] = dates[number + 1]
        return dates

    def depths(self) -> Sequence[int]:
        """Return the depths by number."""
        if not self.added.depths:
            return self.layout.depths
        return [*self.layout.depths, *self.added.depths]

    def is_placeholder(self, number: int) -> bool:
        """Tell whether a number stands for a missing comment."""
        return number in self.columns.placeholders

    def comments(self) -> tuple[Comment, ...]:
        """Return the comments that stand, in canonical order. O(n), once a version at most."""
        if "comments" not in self.memo:
            placeholders = self.columns.placeholders
            entries = self.entries()
            if placeholders:
                entries = [c for n, c in enumerate(entries) if n not in placeholders]
            ordered = in_canonical_order(entries) if self.added.comments else tuple(entries)
            self.memo["comments"] = ordered
        comments: tuple[Comment, ...] = self.memo["comments"]
        return comments

    def defects(self) -> tuple[Defect, ...]:
        """Return what is wrong, in the canonical order of the first comment concerned."""
        if not self.added.defects:
            return self.columns.defects
        return tuple(sorted(chain(self.columns.defects, self.added.defects), key=self._first_age))

    def _first_age(self, defect: Defect) -> Age:
        comment_id = defect.ids[0]
        numbers = self.added.numbers if comment_id in self.added.numbers else self.columns.numbers
        return age(self.comment(numbers[comment_id]))

    def settled(self, on_defect: OnDefect) -> "Forest":
        """Return the same comments with all of them laid out. O(n), once a version at most."""
        if not self.is_patched():
            return self
        if "settled" not in self.memo:
            everything = (*self.comments(), *self.columns.aside)
            late = self.added.late
            self.memo["settled"] = Forest.of(everything, on_defect) if late else self._appended()
        settled: Forest = self.memo["settled"]
        return settled

    def _appended(self) -> "Forest":
        """Lay out anew where all came in canonical order, so that their numbers stay."""
        added, old = self.added, self.columns
        parents = integers([*old.parents, *added.parents], len(self))
        columns = Columns(
            tuple(self.entries()),
            old.numbers | added.numbers,
            parents,
            subtree_sizes(parents),
            old.placeholders,
            old.aside,
            self.defects(),
        )
        awaited = self.awaited | added.awaited
        return Forest(columns, lay_out(columns), awaited, _Added(latest=added.latest))

    def add(self, comment: Comment, on_defect: OnDefect) -> "Forest | None":
        """Return the forest with one more comment; None where it has to be built anew.

        That is where the comment changes the place of others (orphans have waited for it, or it is
        the first to name a missing parent that is to have a placeholder), shares an id, or raises.
        """
        known = self.number(comment.id) is not None
        if known or comment.id in self.awaited or comment.id in self.added.awaited:
            return None
        if self._is_full():
            return self.settled(on_defect).add(comment, on_defect)
        own_age = age(comment)
        latest = self.added.latest
        late = latest is not None and own_age < latest
        if late and self.columns.placeholders:  # It may be the earliest of one's replies.
            return None
        defect, parent = self._parent_of(comment)
        if defect is not None and not self._may_tell(defect, on_defect):
            return None
        position = self._place(parent, own_age if late else None)
        return self._with(comment, parent, position, defect, None if late else own_age)

    def replace(self, comment: Comment, on_defect: OnDefect) -> "Forest | None":
        """Return the forest with a comment in the place of the one of its id.

        None where it has to be built anew, since the comment goes elsewhere or shares its id.
        """
        number = self.number(comment.id)
        if number is None or self.is_placeholder(number):
            return None
        if self._is_full():
            return self.settled(on_defect).replace(comment, on_defect)
        old = self.comment(number)
        if (old.parent_id, old.post_id) != (comment.parent_id, comment.post_id):
            return None
        if old.created_at != comment.created_at or self._shares_its_id(comment.id):
            return None
        edits = {**self.added.edits, number: comment}
        added = attrs.evolve(self.added, edits=edits)
        return attrs.evolve(self, added=added, memo={})

    def _shares_its_id(self, comment_id: str) -> bool:
        return any(comment.id == comment_id for comment in self.columns.aside)

    def _is_full(self) -> bool:
        changed = len(self.added.comments) + len(self.added.edits)
        return changed >= 4 * isqrt(len(self.columns.entries)) + 64

    def _added_before(self, position: int) -> int:
        """Return how many of those added stand before a position."""
        gaps = self.added.gaps
        return bisect_left(range(len(gaps)), position, key=lambda place: gaps[place] + place)

    @staticmethod
    def _may_tell(defect: Defect, on_defect: OnDefect) -> bool:
        """Tell whether a new comment's defect changes nothing but itself."""
        orphan = defect.kind is DefectKind.ORPHAN and defect.action is DefectAction.PROMOTED
        return on_defect is OnDefect.PROMOTE or (on_defect is OnDefect.PLACEHOLDER and not orphan)

    def _parent_of(self, comment: Comment) -> tuple[Defect | None, int]:
        """Return what is wrong with the parent of a new comment, and the parent's number or -1."""
        if comment.parent_id is None:
            return None, -1
        number = self.number(comment.parent_id)
        parent = None if number is None else self.comment(number)
        kind = defect_of(comment, parent)
        if number is None or parent is None or kind is not None:
            missing = number is not None and self.is_placeholder(number)
            told = DefectKind.ORPHAN if missing else kind or DefectKind.ORPHAN
            return parent_defect(told, comment, DefectAction.PROMOTED), -1
        if self.is_placeholder(number):
            return parent_defect(DefectKind.ORPHAN, comment, DefectAction.PLACED), number
        return (early_defect(comment, parent) if is_early(comment, parent) else None), number

    def _place(self, parent: int, late: Age | None) -> int:
        """Return the position of a new reply: where its next sibling stands, else at the end."""
        following = None if late is None else self._next_sibling(parent, late)
        if following is not None:
            return self.position(following)
        return len(self) if parent < 0 else self.position(parent) + self.size(parent)

    def _next_sibling(self, parent: int, own_age: Age) -> int | None:
        entries, added = self.columns.entries, self.added
        later = [
            (other_age, number)
            for number, (above, comment) in enumerate(
                zip(added.parents, added.comments, strict=True), len(entries)
            )
            if above == parent and (other_age := age(comment)) > own_age
        ]
        first_later = bisect_right(entries, own_age, key=age)
        try:
            number = self.columns.parents.index(parent, first_later)
        except ValueError:
            pass
        else:
            later.append((age(entries[number]), number))
        return min(later)[1] if later else None

    def _with(
        self,
        comment: Comment,
        parent: int,
        position: int,
        defect: Defect | None,
        newest: Age | None,
    ) -> "Forest":
        old = self.added
        number = len(self)
        place = self._added_before(position)
        depth = 0 if parent < 0 else self.depth(parent) + 1
        orphan = defect is not None and defect.kind is DefectKind.ORPHAN
        return Forest(
            self.columns,
            self.layout,
            self.awaited,
            _Added(
                (*old.comments, comment),
                {**old.numbers, comment.id: number},
                (*old.parents, parent),
                (*old.depths, depth),
                (*old.places[:place], number, *old.places[place:]),
                (*old.gaps[:place], position - place, *old.gaps[place:]),
                (*old.defects, defect) if defect else old.defects,
                old.awaited | {defect.ids[1]} if defect and orphan else old.awaited,
                old.edits,
                newest or old.latest,
                old.late or newest is None,
            ),
        )
