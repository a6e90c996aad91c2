"""From comments in any order to index arrays: who stands where. No recursion, linear but one sort.

Comments are numbered in canonical order: (created_at, id), those without a date last. A parent of
-1 is none; what stands at the top hangs from nothing.
"""

from array import array
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from itertools import groupby

import attrs

from blogmodel.errors import InvalidTypeError
from blogmodel.model import Comment, to_json
from blogmodel.thread._defects import Defect, DefectAction, DefectKind, OnDefect

__all__ = ["Layout", "Links", "canonical", "lay_out", "link"]

_NEVER = datetime.max.replace(tzinfo=UTC)


def canonical(comments: Iterable[Comment]) -> tuple[tuple[Comment, ...], tuple[Comment, ...]]:
    """Return the comments that stand in the thread, one an id, and those set aside.

    The first are in canonical order, the others by id, so that those of one id stand together.

    Of several comments with one id the one changed last stands (by updated_at, else created_at);
    where that does not tell, the one whose JSON text sorts first.
    """
    if not isinstance(comments, Iterable):
        raise InvalidTypeError("Thread", "comments", comments, "an iterable of Comment values")
    kept: dict[str, Comment] = {}
    shared: dict[str, list[Comment]] = {}
    for comment in comments:
        if not isinstance(comment, Comment):
            raise InvalidTypeError("Thread", "comments", comment, "made of Comment values")
        if kept.setdefault(comment.id, comment) is not comment or comment.id in shared:
            shared.setdefault(comment.id, [kept[comment.id]]).append(comment)
    aside: list[Comment] = []
    for comment_id in sorted(shared):
        kept[comment_id], *others = sorted(shared[comment_id], key=_preference)
        aside.extend(others)
    return tuple(sorted(kept.values(), key=_when)), tuple(aside)


def _when(comment: Comment) -> tuple[bool, datetime, str]:
    at = comment.created_at
    return (at is None, at or _NEVER, comment.id)


def _preference(comment: Comment) -> tuple[bool, timedelta, str]:
    changed = comment.updated_at or comment.created_at
    return (changed is None, _NEVER - (changed or _NEVER), to_json(comment))


@attrs.frozen
class Links:
    """Whom each comment hangs from, and what was wrong.

    Attributes:
        parents: by comment, the number of its parent or -1; numbers from ``len(comments)`` on are
            placeholders.
        missing: by placeholder, the id of the comment that it stands for.
        defects: in the order of the first comment that each concerns.
    """

    parents: list[int]
    missing: tuple[str, ...]
    defects: tuple[Defect, ...]


def link(
    comments: Sequence[Comment],
    aside: Sequence[Comment],
    numbers: dict[str, int],
    on_defect: OnDefect,
) -> Links:
    """Find everyone's parent and everything wrong."""
    found: list[tuple[int, Defect]] = []
    missing: dict[str, _Missing] = {}
    parents = [
        -1 if comment.parent_id is None else _parent(comment, numbers, comments)
        for comment in comments
    ]
    for number, comment in enumerate(comments):
        parent_id = comment.parent_id
        if parent_id is not None and parents[number] < 0:
            kind = _reason(comment, numbers)
            action = DefectAction.PROMOTED
            if kind is DefectKind.ORPHAN and on_defect is OnDefect.PLACEHOLDER:
                place = missing.setdefault(parent_id, _Missing(len(missing), comment.post_id))
                if place.post_id == comment.post_id:
                    parents[number] = len(comments) + place.number
                    action = DefectAction.PLACED
            ids = (comment.id,) if kind is DefectKind.SELF_PARENT else (comment.id, parent_id)
            found.append((number, Defect(kind, ids, action=action)))
    for ring in _rings(parents):
        parents[ring[0]] = -1
        members = tuple(comments[number].id for number in ring)
        found.append((ring[0], Defect(DefectKind.CYCLE, members, action=DefectAction.PROMOTED)))
    found.extend(_early(comments, parents))
    found.extend(_shared(aside, numbers))
    found.sort(key=lambda item: item[0])
    defects = [defect for _, defect in found]
    if on_defect is OnDefect.RAISE:
        defects = [attrs.evolve(defect, action=DefectAction.REFUSED) for defect in defects]
    return Links(parents, tuple(missing), tuple(defects))


@attrs.frozen
class _Missing:
    """A comment that others answer and that is not there; it is of the post of the earliest."""

    number: int
    post_id: str


def _parent(comment: Comment, numbers: dict[str, int], comments: Sequence[Comment]) -> int:
    number = numbers.get(comment.parent_id or "", -1)
    if number < 0 or comment.parent_id == comment.id:
        return -1
    return number if comments[number].post_id == comment.post_id else -1


def _reason(comment: Comment, numbers: dict[str, int]) -> DefectKind:
    if comment.parent_id == comment.id:
        return DefectKind.SELF_PARENT
    return DefectKind.FOREIGN_PARENT if comment.parent_id in numbers else DefectKind.ORPHAN


def _rings(parents: list[int]) -> list[list[int]]:
    """Return each cycle, from its earliest member on, following parents."""
    if all(parent < number for number, parent in enumerate(parents)):
        return []
    count = len(parents)
    walk_of = [-1] * count
    rings: list[list[int]] = []
    for start in range(count):
        number = start
        while 0 <= number < count and walk_of[number] < 0:
            walk_of[number] = start
            number = parents[number]
        if 0 <= number < count and walk_of[number] == start:
            rings.append(_ring(parents, number))
    return rings


def _ring(parents: list[int], member: int) -> list[int]:
    ring = [member]
    while (number := parents[ring[-1]]) != member:
        ring.append(number)
    first = ring.index(min(ring))
    return ring[first:] + ring[:first]


def _early(comments: Sequence[Comment], parents: list[int]) -> Iterable[tuple[int, Defect]]:
    # In canonical order only a parent of a higher number can be later; placeholders have no date.
    for number, parent in enumerate(parents):
        if number < parent < len(comments):
            reply, other = comments[number], comments[parent]
            if reply.created_at and other.created_at and reply.created_at < other.created_at:
                ids = (reply.id, other.id)
                kind = DefectKind.REPLY_BEFORE_PARENT
                yield number, Defect(kind, ids, action=DefectAction.KEPT)


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


@attrs.frozen
class Layout:
    """Where everyone stands, depth first. All arrays but ``positions`` go by position.

    Attributes:
        order: the number of the comment or placeholder there.
        depths: 0 at the top.
        sizes: of the subtree, itself included.
        parents: the parent's position, or -1.
        positions: by number, the position.
    """

    order: "array[int]"
    depths: "array[int]"
    sizes: "array[int]"
    parents: "array[int]"
    positions: "array[int]"


def lay_out(parents: Sequence[int], placeholders: int) -> Layout:
    """Lay a forest out depth first, siblings in canonical order.

    A placeholder stands where its earliest reply would.
    """
    count = len(parents) + placeholders
    links = [*parents, *[-1] * placeholders]
    first_child, next_sibling, first_root = _siblings(links, _arrival(parents, placeholders))
    order: list[int] = []
    depths: list[int] = []
    above: list[int] = []
    positions = [0] * count
    number, depth = first_root, 0
    while number >= 0:
        positions[number] = len(order)
        order.append(number)
        depths.append(depth)
        above.append(positions[links[number]] if depth else -1)
        if first_child[number] >= 0:
            number, depth = first_child[number], depth + 1
            continue
        while depth and next_sibling[number] < 0:
            number, depth = links[number], depth - 1
        number = next_sibling[number]
    sizes = [1] * count
    for position in range(count - 1, 0, -1):
        if above[position] >= 0:
            sizes[above[position]] += sizes[position]
    return Layout(*(array("i", column) for column in (order, depths, sizes, above, positions)))


def _arrival(parents: Sequence[int], placeholders: int) -> Sequence[int]:
    """Return all numbers in canonical order, each placeholder just before its earliest reply."""
    count = len(parents)
    if not placeholders:
        return range(count)
    numbers: list[int] = []
    seen = count
    for number, parent in enumerate(parents):
        if parent == seen:  # Placeholders are numbered in the order of their earliest replies.
            numbers.append(parent)
            seen += 1
        numbers.append(number)
    return numbers


def _siblings(links: list[int], arrival: Sequence[int]) -> tuple[list[int], list[int], int]:
    first_child = [-1] * len(links)
    next_sibling = [-1] * len(links)
    first_root = -1
    for number in reversed(arrival):
        parent = links[number]
        if parent < 0:
            next_sibling[number], first_root = first_root, number
        else:
            next_sibling[number], first_child[parent] = first_child[parent], number
    return first_child, next_sibling, first_root
