"""A thread builder that is slow and obvious, to hold the real one against.

It shares no code with `blogmodel.thread`: it takes comments with distinct ids, finds each one's
parent by looking through all of them, and lays the tree out by taking the next one each time.
"""

from datetime import UTC, datetime

from blogmodel import Comment

LATEST = datetime.max.replace(tzinfo=UTC)


def age(comment: Comment) -> tuple[bool, datetime, str]:
    """Order by date, those without one last, then by id."""
    return (comment.created_at is None, comment.created_at or LATEST, comment.id)


def parents(comments: list[Comment]) -> dict[str, str | None]:
    """Return the parent that each comment can stand under."""
    above: dict[str, str | None] = {}
    for comment in comments:
        above[comment.id] = None
        for other in comments:
            if other.id == comment.parent_id != comment.id and other.post_id == comment.post_id:
                above[comment.id] = other.id
    for comment in sorted(comments, key=age):
        if comment.id in ancestors(comment.id, above):
            above[comment.id] = None  # It is the earliest of its ring that is looked at.
    return above


def ancestors(comment_id: str, above: dict[str, str | None]) -> list[str]:
    """Return those above, nearest first; a ring is followed once round."""
    found: list[str] = []
    parent = above[comment_id]
    while parent is not None and parent not in found:
        found.append(parent)
        parent = above[parent]
    return found


def walk(comments: list[Comment]) -> list[tuple[str, int]]:
    """Return (id, depth) in the order of the walk."""
    above = parents(comments)
    rows: list[tuple[str, int]] = []
    waiting = sorted(comments, key=age, reverse=True)
    branch: list[str | None] = [None]
    while waiting:
        under = [c for c in waiting if above[c.id] == branch[-1]]
        if under:
            comment = under[-1]
            waiting.remove(comment)
            rows.append((comment.id, len(branch) - 1))
            branch.append(comment.id)
        else:
            branch.pop()
    return rows
