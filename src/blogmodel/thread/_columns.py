"""From comments in any order to columns of numbers: who answers whom, and what is wrong.

Comments are numbered in canonical order: (created_at, id), those without a date last. A placeholder
is numbered just before its earliest reply. A parent of -1 is none.
"""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from itertools import groupby
from typing import TypeAlias

import attrs

from blogmodel.errors import ThreadDefectsError
from blogmodel.model import Comment, Status, to_json
from blogmodel.thread._ages import NEVER, in_canonical_order
from blogmodel.thread._defects import Defect, DefectAction, DefectKind, OnDefect

__all__ = [
    "Columns",
    "Ints",
    "defect_of",
    "early_defect",
    "integers",
    "is_early",
    "parent_defect",
    "subtree_sizes",
    "tabulate",
]

Ints: TypeAlias = "list[int] | array[int]"

# From here on arrays are worth their conversion: they take a quarter of the memory of a list, and
# neither the cache nor the garbage collector has to follow their items.
_LARGE = 16_384


def integers(values: Iterable[int], count: int) -> Ints:
    """Return a column of ``count`` numbers: a list where they are few, else an array."""
    return array("i", values) if count >= _LARGE else list(values)


@attrs.frozen(eq=False)
class Columns:
    """Comments by number.

    Attributes:
        entries: the comments that stand, and an erased one for each placeholder.
        numbers: by id.
        parents: by number, the parent's number or -1.
        placeholders: the numbers of those that stand for missing comments.
        aside: the comments that share the id of one that stands, by id.
        defects: in the order of the first comment that each concerns.
        sizes: by number, how many stand in the subtree, where every parent precedes its replies;
            else None.
    """

    entries: tuple[Comment, ...]
    numbers: dict[str, int]
    parents: Ints
    sizes: list[int] | None
    placeholders: frozenset[int] = frozenset()
    aside: tuple[Comment, ...] = ()
    defects: tuple[Defect, ...] = ()


def tabulate(comments: Iterable[Comment], on_defect: OnDefect) -> Columns:
    """Number comments, find everyone's parent and everything wrong. O(n) beside one sort.

    Of several comments with one id the one changed last stands (by updated_at, else created_at);
    where that does not tell, the one whose JSON text sorts first.

    Raises:
        InvalidTypeError: they are no iterable, or one is not a `Comment`.
        ThreadDefectsError: there are defects, and these are to raise.
    """
    kept = in_canonical_order(comments)
    numbers = _numbered(kept)
    aside: tuple[Comment, ...] = ()
    if len(numbers) < len(kept):
        kept, aside = _without_shared_ids(kept)
        numbers = _numbered(kept)
    parents = _known_parents(kept, numbers)
    sizes = None if parents is None else subtree_sizes(parents)
    if parents is not None and sizes is not None and not aside:
        return Columns(kept, numbers, parents, sizes)
    return _with_defects(kept, numbers, aside, on_defect)


def _numbered(comments: Sequence[Comment]) -> dict[str, int]:
    return {comment.id: number for number, comment in enumerate(comments)}


def _known_parents(comments: Sequence[Comment], numbers: dict[str, int]) -> "Ints | None":
    """Return the parents where every one is there and all are of one post; else None."""
    if len({comment.post_id for comment in comments}) > 1:
        return None
    try:
        parents = [
            -1 if (parent_id := comment.parent_id) is None else numbers[parent_id]
            for comment in comments
        ]
    except KeyError:
        return None
    return integers(parents, len(parents))


def subtree_sizes(parents: Ints) -> list[int] | None:
    """Return the sizes of all subtrees; None where a parent does not precede its reply.

    Sizes are summed backwards. If a parent came after its reply, its own would have been handed on
    before the reply's was added, and the total at the top would fall short: so that one number
    tells that there is no ring, no comment under itself, and none before its parent.
    """
    count = number = len(parents)
    sizes = [1] * count
    sizes.append(0)  # At -1, what stands above all roots.
    for parent in reversed(parents):
        number -= 1
        sizes[parent] += sizes[number]
    return sizes if sizes.pop() == count else None


def _without_shared_ids(
    comments: Sequence[Comment],
) -> tuple[tuple[Comment, ...], tuple[Comment, ...]]:
    """Return the comments that stand, one an id, in canonical order, and the others by id."""
    by_id: dict[str, list[Comment]] = {}
    for comment in comments:
        by_id.setdefault(comment.id, []).append(comment)
    aside: list[Comment] = []
    for comment_id in sorted(comment_id for comment_id, same in by_id.items() if len(same) > 1):
        by_id[comment_id].sort(key=_preference)
        aside.extend(by_id[comment_id][1:])
    return in_canonical_order(same[0] for same in by_id.values()), tuple(aside)


def _preference(comment: Comment) -> tuple[bool, timedelta, str]:
    changed = comment.updated_at or comment.created_at
    return (changed is None, NEVER - (changed or NEVER), to_json(comment))


def _with_defects(
    comments: tuple[Comment, ...],
    numbers: dict[str, int],
    aside: tuple[Comment, ...],
    on_defect: OnDefect,
) -> Columns:
    parents, missing, found = _linked(comments, numbers, on_defect)
    for ring in _rings(parents):
        parents[ring[0]] = -1
        members = tuple(comments[number].id for number in ring)
        found.append((ring[0], Defect(DefectKind.CYCLE, members, action=DefectAction.PROMOTED)))
    found.extend(_early(comments, parents))
    found.extend(_shared(aside, numbers))
    found.sort(key=lambda item: item[0])
    defects = tuple(defect for _, defect in found)
    if defects and on_defect is OnDefect.RAISE:
        raise ThreadDefectsError(
            tuple(attrs.evolve(defect, action=DefectAction.REFUSED) for defect in defects)
        )
    ints = integers(parents, len(parents))
    columns = Columns(comments, numbers, ints, subtree_sizes(ints), aside=aside, defects=defects)
    return _with_placeholders(columns, missing) if missing else columns


def _linked(
    comments: Sequence[Comment], numbers: Mapping[str, int], on_defect: OnDefect
) -> tuple[list[int], dict[str, list[int]], list[tuple[int, Defect]]]:
    """Return the parents, what is wrong with those named, and the replies of missing comments.

    Of these the first is the earliest reply, and those after it hang under the placeholder.
    """
    found: list[tuple[int, Defect]] = []
    parents = [-1] * len(comments)
    missing: dict[str, list[int]] = {}
    for number, comment in enumerate(comments):
        parent_id = comment.parent_id
        if parent_id is None:
            continue
        place = numbers.get(parent_id)
        kind = defect_of(comment, None if place is None else comments[place])
        if kind is None:
            parents[number] = numbers[parent_id]
            continue
        action = DefectAction.PROMOTED
        if kind is DefectKind.ORPHAN and on_defect is OnDefect.PLACEHOLDER:
            replies = missing.setdefault(parent_id, [number])
            if comments[replies[0]].post_id == comment.post_id:
                replies.append(number)
                action = DefectAction.PLACED
        found.append((number, parent_defect(kind, comment, action)))
    return parents, missing, found


def defect_of(comment: Comment, parent: Comment | None) -> DefectKind | None:
    """Tell why a comment cannot stand under the parent it names; None where it can."""
    if comment.parent_id == comment.id:
        return DefectKind.SELF_PARENT
    if parent is None:
        return DefectKind.ORPHAN
    return None if parent.post_id == comment.post_id else DefectKind.FOREIGN_PARENT


def parent_defect(kind: DefectKind, comment: Comment, action: DefectAction) -> Defect:
    """Tell what is wrong with the parent that a comment names."""
    named = () if kind is DefectKind.SELF_PARENT else (comment.parent_id or "",)
    return Defect(kind, (comment.id, *named), action=action)


def _rings(parents: Sequence[int]) -> list[list[int]]:
    """Return each cycle, from its earliest member on, following parents."""
    walk_of = [-1] * len(parents)
    rings: list[list[int]] = []
    for start in range(len(parents)):
        number = start
        while number >= 0 and walk_of[number] < 0:
            walk_of[number] = start
            number = parents[number]
        if number >= 0 and walk_of[number] == start:
            rings.append(_ring(parents, number))
    return rings


def _ring(parents: Sequence[int], member: int) -> list[int]:
    ring = [member]
    while (number := parents[ring[-1]]) != member:
        ring.append(number)
    first = ring.index(min(ring))
    return ring[first:] + ring[:first]


def _early(comments: Sequence[Comment], parents: Sequence[int]) -> Iterable[tuple[int, Defect]]:
    # In canonical order only a parent of a higher number can be later.
    for number, parent in enumerate(parents):
        if number < parent and is_early(comments[number], comments[parent]):
            yield number, early_defect(comments[number], comments[parent])


def is_early(reply: Comment, parent: Comment) -> bool:
    """Tell whether a reply is dated before its parent."""
    if reply.created_at is None or parent.created_at is None:
        return False
    return reply.created_at < parent.created_at


def early_defect(reply: Comment, parent: Comment) -> Defect:
    """Tell that a reply is dated before its parent."""
    ids = (reply.id, parent.id)
    return Defect(DefectKind.REPLY_BEFORE_PARENT, ids, action=DefectAction.KEPT)


def _shared(aside: Sequence[Comment], numbers: dict[str, int]) -> Iterable[tuple[int, Defect]]:
    for comment_id, others in groupby(aside, lambda comment: comment.id):
        yield (
            numbers[comment_id],
            Defect(
                DefectKind.DUPLICATE_ID,
                (comment_id,),
                action=DefectAction.SET_ASIDE,
                comments=tuple(others),
            ),
        )


def _with_placeholders(columns: Columns, missing: Mapping[str, Sequence[int]]) -> Columns:
    """Number the placeholders too; each is followed by the replies that hang under it."""
    before = {replies[0]: missing_id for missing_id, replies in missing.items()}
    renumbered = [0] * (len(columns.entries) + 1)  # At -1 stays -1: no parent.
    renumbered[-1] = -1
    entries: list[Comment] = []
    placeholders: dict[str, int] = {}
    for number, comment in enumerate(columns.entries):
        if number in before:
            placeholders[before[number]] = len(entries)
            entries.append(Comment(before[number], comment.post_id, status=Status.ERASED))
        renumbered[number] = len(entries)
        entries.append(comment)
    parents = [-1] * len(entries)
    for number, parent in enumerate(columns.parents):
        parents[renumbered[number]] = renumbered[parent]
    for missing_id, (_, *replies) in missing.items():
        for number in replies:
            parents[renumbered[number]] = placeholders[missing_id]
    ints = integers(parents, len(parents))
    return Columns(
        tuple(entries),
        _numbered(entries),
        ints,
        subtree_sizes(ints),
        frozenset(placeholders.values()),
        columns.aside,
        columns.defects,
    )
