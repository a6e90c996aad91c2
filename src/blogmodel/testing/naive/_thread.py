"""A thread builder that is slow and obvious, to hold real ones against.

It shares no code with `blogmodel.thread`. It finds each comment's parent by looking through all of
them, follows every path to its end, and lays the tree out by taking the next comment each time.
"""

from collections import Counter
from datetime import UTC, datetime

from blogmodel.model import Comment, to_json

__all__ = ["Age", "Defect", "age", "build", "standing"]

LATEST = datetime.max.replace(tzinfo=UTC)
EARLIEST = datetime.min.replace(tzinfo=UTC)

Age = tuple[bool, datetime, str, int]
"""What siblings are ordered by."""
Defect = tuple[str, tuple[str, ...], str]
"""The kind of a defect, the ids it concerns, and what was done."""


def age(comment: Comment) -> Age:
    """Order by date, those without one last, then by id."""
    return (comment.created_at is None, comment.created_at or LATEST, comment.id, 1)


def standing(comments: list[Comment]) -> list[Comment]:
    """Return the comments that stand: of each id the one changed last, else of the first JSON.

    Example:
        >>> from blogmodel import Comment
        >>> from blogmodel.testing import naive
        >>> [comment.id for comment in naive.standing([Comment(i, "p") for i in "212"])]
        ['1', '2']
    """
    kept = []
    for comment_id in {comment.id for comment in comments}:
        same = sorted((c for c in comments if c.id == comment_id), key=to_json)
        changed = [c.updated_at or c.created_at or EARLIEST for c in same]
        kept.append(same[changed.index(max(changed))])
    return sorted(kept, key=age)


def build(
    comments: list[Comment], *, placeholders: bool = False
) -> tuple[list[tuple[str, int]], Counter[Defect]]:
    """Return (id, depth) in the order of the walk, and the defects as (kind, ids, action).

    Example:
        >>> from blogmodel import Comment
        >>> from blogmodel.testing import naive
        >>> rows, defects = naive.build([Comment("2", "p", parent_id="1")])
        >>> rows, *defects
        ([('2', 0)], ('orphan', ('2', '1'), 'promoted'))
    """
    kept = standing(comments)
    ages = {comment.id: age(comment) for comment in kept}
    above: dict[str, str | None] = {}
    missing: dict[str, str] = {}
    defects: Counter[Defect] = Counter()
    for comment in kept:
        if sum(other.id == comment.id for other in comments) > 1:
            defects["duplicate-id", (comment.id,), "set-aside"] += 1
        kind = broken(comment, kept)
        ids = (comment.id, comment.parent_id or "")
        post = missing.setdefault(ids[1], comment.post_id) if kind == "orphan" else None
        if kind == "orphan" and placeholders and post == comment.post_id:
            above[comment.id] = ids[1]
            ages.setdefault(ids[1], (*age(comment)[:3], 0))  # just before its earliest reply
            defects[kind, ids, "placed"] += 1
            continue
        above[comment.id] = None if kind else comment.parent_id
        if kind:
            defects[kind, ids[:1] if kind == "self-parent" else ids, "promoted"] += 1
    for comment in kept:
        if ring := ring_of(comment, above):
            above[comment.id] = None
            defects["cycle", tuple(ring), "promoted"] += 1
    defects.update(early(kept, above))
    return walk(above, ages), defects


def broken(comment: Comment, kept: list[Comment]) -> str:
    """Say why a comment cannot stand under the parent it names, or nothing."""
    if comment.parent_id is None:
        return ""
    if comment.parent_id == comment.id:
        return "self-parent"
    parents = [other for other in kept if other.id == comment.parent_id]
    if not parents:
        return "orphan"
    return "" if parents[0].post_id == comment.post_id else "foreign-parent"


def ring_of(comment: Comment, above: dict[str, str | None]) -> list[str]:
    """Return the ring that a comment stands in, from it on; an empty list where it is in none."""
    path = [comment.id]
    while (parent := above.get(path[-1])) is not None and parent not in path:
        path.append(parent)
    return path if parent == comment.id else []


def early(kept: list[Comment], above: dict[str, str | None]) -> list[Defect]:
    """Return the replies that are dated before their parents."""
    return [
        ("reply-before-parent", (comment.id, parent.id), "kept")
        for comment in kept
        for parent in kept
        if above[comment.id] == parent.id
        and (comment.created_at or LATEST) < (parent.created_at or EARLIEST)
    ]


def walk(above: dict[str, str | None], ages: dict[str, Age]) -> list[tuple[str, int]]:
    """Return (id, depth): of those under the last one taken, the eldest; else one step back."""
    rows: list[tuple[str, int]] = []
    waiting = sorted(ages, key=lambda comment_id: ages[comment_id])
    branch: list[str | None] = [None]
    while waiting:
        under = [comment_id for comment_id in waiting if above.get(comment_id) == branch[-1]]
        if under:
            waiting.remove(under[0])
            rows.append((under[0], len(branch) - 1))
            branch.append(under[0])
        else:
            branch.pop()
    return rows
