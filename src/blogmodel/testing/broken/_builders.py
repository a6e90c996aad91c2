"""Tree builders as they are written at first, each with a fault that real sites have had."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from blogmodel.model import Comment

__all__ = [
    "arrival_order_trusted",
    "cycles_vanish",
    "depth_by_recursion",
    "duplicates_shown_twice",
    "orphans_dropped",
    "self_parents_hang",
    "self_parents_loop",
    "siblings_by_id",
    "unstable_ties",
]

Tree = list[tuple[str, int]]
_LATEST = datetime.max.replace(tzinfo=UTC)


def _date(comment: Comment) -> tuple[datetime, str]:
    return comment.created_at or _LATEST, comment.id


def _walk(comments: Sequence[Comment], roots: Sequence[Comment]) -> Tree:
    """Walk down from some roots; ids that were seen are not entered again."""
    rows: Tree = []
    seen: set[str] = set()
    waiting = [(root, 0) for root in reversed(roots)]
    while waiting:
        comment, depth = waiting.pop()
        if comment.id in seen:
            continue
        seen.add(comment.id)
        rows.append((comment.id, depth))
        replies = [other for other in comments if other.parent_id == comment.id]
        waiting += [(reply, depth + 1) for reply in reversed(replies)]
    return rows


def orphans_dropped(comments: Sequence[Comment]) -> Tree:
    """Lose replies whose parent is missing: only what hangs below a root is ever reached."""
    ordered = sorted(comments, key=_date)
    return _walk(ordered, [comment for comment in ordered if comment.parent_id is None])


def cycles_vanish(comments: Sequence[Comment]) -> Tree:
    """Lose comments that answer each other: none of them is a root, so none is reached."""
    ordered = sorted(comments, key=_date)
    ids = {comment.id for comment in comments}
    return _walk(ordered, [c for c in ordered if c.parent_id not in ids or c.parent_id == c.id])


def self_parents_loop(comments: Sequence[Comment]) -> Tree:
    """Never end at a comment that answers itself: it is a reply of its own, again and again."""
    ordered = sorted(comments, key=_date)

    def below(parent: str | None, depth: int) -> Iterator[tuple[str, int]]:
        for comment in ordered:
            if comment.parent_id == parent:
                yield comment.id, depth
                yield from below(comment.id, depth + 1)

    ids = {comment.id for comment in comments}
    tree = list(below(None, 0))
    for orphan in ordered:
        if orphan.parent_id is not None and orphan.parent_id not in ids - {orphan.id}:
            tree += [(orphan.id, 0), *below(orphan.id, 1)]
    return tree


def self_parents_hang(comments: Sequence[Comment]) -> Tree:
    """Hang at a comment that answers itself: its depth is counted up to a top that never comes."""
    parents = {comment.id: comment.parent_id for comment in comments}

    def way(comment: Comment) -> list[tuple[datetime, str]]:
        dates = {other.id: _date(other) for other in comments}
        steps = [_date(comment)]
        at = comment.parent_id
        while at in parents:
            steps.append(dates[at])
            at = parents[at]
        return steps[::-1]

    ordered = sorted(comments, key=way)
    return [(comment.id, len(way(comment)) - 1) for comment in ordered]


def unstable_ties(comments: Sequence[Comment]) -> Tree:
    """Let comments of one date stand as they came: by the date alone, in the order of arrival."""
    ordered = sorted(comments, key=lambda comment: comment.created_at or _LATEST)
    ids = {comment.id for comment in comments}
    return _walk(ordered, [comment for comment in ordered if comment.parent_id not in ids])


def siblings_by_id(comments: Sequence[Comment]) -> Tree:
    """Take the order of ids for that of dates, as where an import has given new numbers."""
    ordered = sorted(comments, key=lambda comment: comment.id)
    ids = {comment.id for comment in comments}
    return _walk(ordered, [comment for comment in ordered if comment.parent_id not in ids])


def depth_by_recursion(comments: Sequence[Comment]) -> Tree:
    """Fail at a long exchange of two people: each reply is a call within a call."""
    ids = {comment.id for comment in comments}
    replies: dict[str | None, list[Comment]] = {}
    for comment in sorted(comments, key=_date):
        parent = comment.parent_id if comment.parent_id in ids else None
        replies.setdefault(parent, []).append(comment)

    def below(parent: str | None, depth: int) -> Tree:
        rows: Tree = []
        for comment in replies.get(parent, []):
            rows += [(comment.id, depth), *below(comment.id, depth + 1)]
        return rows

    return below(None, 0)


def duplicates_shown_twice(comments: Sequence[Comment]) -> Tree:
    """Show a comment twice that came twice, as when an import is run again."""
    ordered = sorted(comments, key=_date)
    ids = {comment.id for comment in comments}
    rows: Tree = []
    waiting = [(comment, 0) for comment in reversed(ordered) if comment.parent_id not in ids]
    while waiting and len(rows) <= len(comments):
        comment, depth = waiting.pop()
        rows.append((comment.id, depth))
        replies = [other for other in reversed(ordered) if other.parent_id == comment.id]
        waiting += [(reply, depth + 1) for reply in replies]
    return rows


def arrival_order_trusted(comments: Sequence[Comment]) -> Tree:
    """Take a reply for a root that arrives before its parent: one pass, nothing looked up later."""
    below: dict[str | None, list[Comment]] = {None: []}
    for comment in comments:
        parent = comment.parent_id if comment.parent_id in below else None
        below[parent].append(comment)
        below.setdefault(comment.id, [])
    rows: Tree = []
    waiting = [(root, 0) for root in sorted(below[None], key=_date, reverse=True)]
    while waiting:
        comment, depth = waiting.pop()
        rows.append((comment.id, depth))
        replies = sorted(below[comment.id], key=_date, reverse=True)
        waiting += [(reply, depth + 1) for reply in replies]
    return rows
