"""Threads from what a table keeps: each comment is required to stand where its row says."""

from collections.abc import Iterable, Iterator
from typing import Any

from blogmodel import _checks
from blogmodel.errors import InvalidTypeError, NestedSetError, PathError, shown
from blogmodel.model import Comment
from blogmodel.thread._defects import OnDefect
from blogmodel.thread._nested_sets import NestedSet, nested_sets, parents_of_nested_sets
from blogmodel.thread._paths import decode_path, paths
from blogmodel.thread._thread import Thread

__all__ = ["thread_from_nested_sets", "thread_from_paths"]


def thread_from_paths(
    rows: Iterable[tuple[Comment, bytes]], *, on_defect: OnDefect = OnDefect.PROMOTE
) -> Thread:
    """Return the thread of all its comments, read with their paths in any order.

    Every comment is required to stand where its path says, so that a stale path is told and not
    read over. The rows of placeholders may be there or not; comments set aside have no path and
    are not in the thread. O(n) beside the build, and the paths' length.

    Raises:
        InvalidTypeError: a path is not bytes, or a comment is none.
        PathError: a path is no path, is another comment's, or is not where the comment stands.
        ThreadDefectsError: there are defects, and ``on_defect`` is to raise.

    Example:
        >>> from blogmodel import Comment, Thread
        >>> from blogmodel.thread import paths, thread_from_paths
        >>> thread = Thread.build([Comment("1", "p"), Comment("2", "p", parent_id="1")])
        >>> rows = [(thread.node(comment_id).comment, path) for comment_id, path in paths(thread)]
        >>> thread_from_paths(reversed(rows)) == thread
        True
    """
    stored: dict[str, bytes] = {}
    comments: list[Comment] = []
    for comment, path in _pairs("thread_from_paths", rows):
        last = decode_path(path)[-1]
        if last.id != comment.id:
            ends = f"it ends with {shown(last.id)}, not with {shown(comment.id)}"
            raise PathError(path, len(path), ends)
        if last.is_placeholder and not _is_stand_in(comment):
            raise PathError(path, 0, f"{shown(comment.id)} is there, and {_STAND_IN}")
        if stored.setdefault(comment.id, path) != path:
            raise _astray(path, stored[comment.id], comment.id)
        if not last.is_placeholder:
            comments.append(comment)
    thread = Thread.build(comments, on_defect=on_defect)
    for comment_id, path in paths(thread):
        given = stored.pop(comment_id, path)
        if given != path:
            raise _astray(given, path, comment_id)
    for comment_id, path in stored.items():
        raise PathError(path, 0, f"no placeholder stands for {shown(comment_id)} in this thread")
    return thread


def thread_from_nested_sets(
    rows: Iterable[tuple[Comment, NestedSet]], *, on_defect: OnDefect = OnDefect.PROMOTE
) -> Thread:
    """Return the thread of all its nodes, read with their intervals in any order.

    Every node is required to stand where its interval says, placeholders included; comments set
    aside have no interval and are not in the thread. O(n) beside the build and one sort.

    Raises:
        InvalidTypeError: a comment is none.
        NestedSetError: the intervals are no forest, or not that of the comments.
        ThreadDefectsError: there are defects, and ``on_defect`` is to raise.

    Example:
        >>> from blogmodel import Comment, Thread
        >>> from blogmodel.thread import nested_sets, thread_from_nested_sets
        >>> thread = Thread.build([Comment("1", "p"), Comment("2", "p", parent_id="1")])
        >>> rows = [(thread.node(row.id).comment, row) for row in nested_sets(thread)]
        >>> thread_from_nested_sets(reversed(rows)) == thread
        True
    """
    sets: list[NestedSet] = []
    comments: list[Comment] = []
    for comment, row in _pairs("thread_from_nested_sets", rows):
        _checks.instance("thread_from_nested_sets", "rows", row, NestedSet, "NestedSet(…)")
        if comment.id != row.id:
            raise NestedSetError(row.id, f"it stands beside the comment {shown(comment.id)}")
        if row.is_placeholder and not _is_stand_in(comment):
            raise NestedSetError(row.id, f"the comment is there, and {_STAND_IN}")
        sets.append(row)
        if not row.is_placeholder:
            comments.append(comment)
    parents_of_nested_sets(sets)
    thread = Thread.build(comments, on_defect=on_defect)
    # No other node can be there: it would be a placeholder, whose replies are then inside nothing.
    right = {one.id: one for one in nested_sets(thread)}
    for given in sets:
        if given.id not in right:
            raise NestedSetError(given.id, "it has no place in the thread of the comments")
        if given != right[given.id]:
            raise NestedSetError(
                given.id, f"by the comments themselves it would be {right[given.id]}, not {given}"
            )
    return thread


_STAND_IN = "its row is that of a placeholder, where nothing written belongs"


def _is_stand_in(comment: Comment) -> bool:
    """Tell whether nothing is lost by leaving a comment out, as a placeholder's says nothing."""
    return comment.author is None and not comment.body.text and comment.created_at is None


def _pairs(owner: str, rows: object) -> Iterator[tuple[Comment, Any]]:
    """Yield the rows; what is no pair that starts with a comment is refused."""
    if not isinstance(rows, Iterable):
        raise InvalidTypeError(owner, "rows", rows, "an iterable of pairs")
    for row in rows:
        match row:
            case (Comment() as comment, place):
                yield comment, place
            case _:
                raise InvalidTypeError(
                    owner, "rows", row, "made of pairs that start with a Comment"
                )


def _astray(path: bytes, right: bytes, comment_id: str) -> PathError:
    pairs = enumerate(zip(path, right, strict=False))
    shorter = min(len(path), len(right))
    at = next((at for at, (one, other) in pairs if one != other), shorter)
    problem = (
        f"{shown(comment_id)} stands elsewhere, at {shown(right)}; comments are missing or were "
        "changed, or the thread was built with another on_defect"
    )
    return PathError(path, at, problem)
