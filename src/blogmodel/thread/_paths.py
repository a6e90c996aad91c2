r"""Materialised paths: where a comment stands, as bytes that sort in the order of the walk.

A path is the labels of the comments above, from the top down, and the comment's own. A label is

- the moment: 8 bytes, big-endian, microseconds since the year 1 in UTC, which start with 0x00 to
  0x04; of a comment without a date 0x7F and seven 0xFF, after all moments;
- the id in UTF-8, which sorts as str does, each 0x00 in it written 0x01 0x01, each 0x01 0x01 0x02;
- 0x00, the end.

So labels sort as (created_at, id) and none is the start of another: what stands below ``p`` are
the paths that start with it. After an end comes nothing or a byte below 0x80, so that these are
also the paths from ``p`` to ``p + b"\x80"``.

A placeholder stands where its earliest reply would, which stands below it and so nowhere beside
it: its label is that reply's, then 0x06, which starts no moment, then the missing id, written as
any other, and 0x00.

The idea is Vadim Tropashko's « materialized path » (SQL Design Patterns, 2006, chapter 5).
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import attrs

from blogmodel import _checks
from blogmodel.errors import InvalidTypeError, PathError, shown
from blogmodel.model import Comment
from blogmodel.thread._node import Node
from blogmodel.thread._thread import Thread

__all__ = [
    "PathStep",
    "ancestor_paths",
    "child_path",
    "decode_path",
    "parent_path",
    "path_of",
    "paths",
    "subtree_range",
]


def path_of(node: Node) -> bytes:
    r"""Return the path of a node's comment in its thread, whatever the view that shows it.

    O(depth); below a placeholder its replies count too.

    Example:
        >>> from blogmodel import Comment, Thread
        >>> from blogmodel.thread import path_of
        >>> thread = Thread.build([Comment("1", "p"), Comment("2", "p", parent_id="1")])
        >>> path_of(thread.node("1"))
        b'\x7f\xff\xff\xff\xff\xff\xff\xff1\x00'
        >>> path_of(thread.node("2")).startswith(path_of(thread.node("1")))
        True
    """
    _checks.instance("path_of", "node", node, Node, "thread.node('1')")
    labels: list[bytes] = []
    above: Node | None = node.thread.node(node.comment.id)
    while above is not None:
        labels.append(_label_of(above))
        above = above.parent
    return b"".join(reversed(labels))


def paths(thread: Thread) -> Iterator[tuple[str, bytes]]:
    """Yield the id and the path of every node in the order of the walk, which is the paths' own.

    They are made one at a time, each in the time that its length takes.

    Example:
        >>> from blogmodel import Comment, Thread
        >>> from blogmodel.thread import paths
        >>> thread = Thread.build([Comment("1", "p"), Comment("2", "p", parent_id="1")])
        >>> [(comment_id, len(path)) for comment_id, path in paths(thread)]
        [('1', 10), ('2', 20)]
    """
    path = bytearray()
    ends = [0]
    for node in thread.walk():
        del ends[node.depth + 1 :]
        del path[ends[-1] :]
        path += _label_of(node)
        ends.append(len(path))
        yield node.comment.id, bytes(path)


def child_path(above: bytes | None, comment: Comment) -> bytes:
    """Return the path of a new comment, from the path it hangs from; None at the top.

    That is all that an insert needs: no other path changes, unless the comment is one that orphans
    wait for. O(length).

    Raises:
        PathError: ``above`` is no path, or that of another comment than the new one names as its
            parent; the comment stands in it already, or it is earlier than
            the reply that a placeholder above stands before, so that the placeholder would move.

    Example:
        >>> from blogmodel import Comment, Thread
        >>> from blogmodel.thread import child_path, path_of
        >>> first, reply = Comment("1", "p"), Comment("2", "p", parent_id="1")
        >>> path = child_path(child_path(None, first), reply)
        >>> path == path_of(Thread.build([first, reply]).node("2"))
        True
    """
    _checks.instance("child_path", "comment", comment, Comment, "Comment('1', 'p')")
    path = _label(comment.created_at, comment.id)
    if above is not None:
        parent = decode_path(above)[-1].id
        if parent != comment.parent_id:
            named = f"{shown(comment.id)} names {shown(comment.parent_id)} as its parent"
            raise PathError(above, 0, f"this is the path of {shown(parent)}, and {named}")
        path = above + path
        decode_path(path)
    return path


@attrs.frozen
class PathStep:
    """One comment of a path.

    Attributes:
        id: the comment's; for a placeholder the missing comment's.
        created_at: the comment's moment; for a placeholder that of its earliest reply.
        first_reply_id: for a placeholder the id of its earliest reply; None for a comment.
    """

    id: str
    created_at: datetime | None
    first_reply_id: str | None = attrs.field(default=None, kw_only=True)

    @property
    def is_placeholder(self) -> bool:
        """Whether a placeholder stands there, for a comment that is missing."""
        return self.first_reply_id is not None


def decode_path(path: bytes) -> tuple[PathStep, ...]:
    """Return who stands on a path, from the top down to the comment itself. O(length).

    Raises:
        InvalidTypeError: it is not bytes.
        PathError: it is no path; what is accepted is what the same steps would be written as.

    Example:
        >>> from blogmodel import Comment, Thread
        >>> from blogmodel.thread import decode_path, path_of
        >>> thread = Thread.build([Comment("1", "p"), Comment("2", "p", parent_id="1")])
        >>> [(step.id, step.created_at) for step in decode_path(path_of(thread.node("2")))]
        [('1', None), ('2', None)]
    """
    return tuple(step for step, _ in _steps(path))


def parent_path(path: bytes) -> bytes | None:
    """Return the path right above; None at the top. O(length).

    Raises:
        InvalidTypeError: it is not bytes.
        PathError: it is no path.

    Example:
        >>> from blogmodel import Comment
        >>> from blogmodel.thread import child_path, parent_path
        >>> top = child_path(None, Comment("1", "p"))
        >>> parent_path(child_path(top, Comment("2", "p", parent_id="1"))) == top
        True
        >>> parent_path(top) is None
        True
    """
    ends = [0, *(end for _, end in _steps(path))]
    return path[: ends[-2]] or None


def ancestor_paths(path: bytes) -> Iterator[bytes]:
    """Return an iterator over the paths above, from the top down. O(length) and each path's own.

    Raises:
        InvalidTypeError: it is not bytes.
        PathError: it is no path.

    Example:
        >>> from blogmodel import Comment
        >>> from blogmodel.thread import ancestor_paths, child_path
        >>> top = child_path(None, Comment("1", "p"))
        >>> list(ancestor_paths(child_path(top, Comment("2", "p", parent_id="1")))) == [top]
        True
    """
    ends = [end for _, end in _steps(path)]
    return (path[:end] for end in ends[:-1])


def subtree_range(path: bytes) -> tuple[bytes, bytes]:
    r"""Return the bounds of a comment and all below it: ``low <= path < high``. O(length).

    Raises:
        InvalidTypeError: it is not bytes.
        PathError: it is no path.

    Example:
        >>> from blogmodel import Comment
        >>> from blogmodel.thread import child_path, subtree_range
        >>> low, high = subtree_range(child_path(None, Comment("1", "p")))
        >>> high == low + b"\x80"
        True
    """
    decode_path(path)
    return path, path + _PAST


_START = datetime(1, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_LAST = (datetime.max.replace(tzinfo=UTC) - _START) // _MICROSECOND
_STAMP = 8
_UNDATED = b"\x7f" + b"\xff" * 7
_NUL = b"\x00"
_ESCAPE = b"\x01"
_PAIR = re.compile(rb"\x01([\x01\x02])")
_NO_PAIR = re.compile(rb"(?:[^\x01]|\x01[\x01\x02])*+\x01(?![\x01\x02])")
_PLACEHOLDER = b"\x06"
_PAST = b"\x80"


def _label_of(node: Node) -> bytes:
    comment = node.comment
    if not node.is_missing:
        return _label(comment.created_at, comment.id)
    first = node.children[0].comment
    return _label(first.created_at, first.id) + _PLACEHOLDER + _escaped(comment.id)


def _label(created_at: datetime | None, comment_id: str) -> bytes:
    if created_at is None:
        return _UNDATED + _escaped(comment_id)
    since = created_at - _START
    micros = (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds
    return micros.to_bytes(_STAMP, "big") + _escaped(comment_id)


def _escaped(comment_id: str) -> bytes:
    text = comment_id.encode()
    if _NUL in text or _ESCAPE in text:
        text = text.replace(_ESCAPE, _ESCAPE + b"\x02").replace(_NUL, _ESCAPE + b"\x01")
    return text + _NUL


def _steps(path: bytes) -> Iterator[tuple[PathStep, int]]:
    """Yield each step and where it ends; what is not refused is written in this way alone."""
    if not isinstance(path, bytes):
        raise InvalidTypeError("paths", "path", path, "bytes, such as bytes(…) of a memoryview")
    seen: set[str] = set()
    at, above = 0, None
    while at < len(path) or not seen:
        step, end = _step(path, at)
        if step.is_placeholder and seen:
            raise PathError(path, at, "a placeholder stands at the top only")
        if step.id in seen:
            raise PathError(path, at, f"{shown(step.id)} would stand below itself")
        first = above and above.first_reply_id
        if above and first and _label(step.created_at, step.id) < _label(above.created_at, first):
            raise PathError(
                path, at, f"{shown(step.id)} is earlier than the first reply, {shown(first)}"
            )
        yield step, end
        seen.add(step.id)
        at, above = end, step


def _step(path: bytes, at: int) -> tuple[PathStep, int]:
    created_at = _moment(path, at)
    comment_id, end = _id(path, at + _STAMP)
    if path[end : end + 1] != _PLACEHOLDER:
        return PathStep(comment_id, created_at), end
    missing, end = _id(path, end + 1)
    return PathStep(missing, created_at, first_reply_id=comment_id), end


def _moment(path: bytes, at: int) -> datetime | None:
    stamp = path[at : at + _STAMP]
    if len(stamp) < _STAMP:
        raise PathError(path, len(path), "it ends where the 8 bytes of a moment should be")
    if stamp == _UNDATED:
        return None
    micros = int.from_bytes(stamp, "big")
    if micros > _LAST:
        raise PathError(path, at, "no moment up to the year 9999, nor the mark of none")
    return _START + timedelta(microseconds=micros)


def _id(path: bytes, at: int) -> tuple[str, int]:
    end = path.find(_NUL, at)
    if end < 0:
        raise PathError(path, len(path), "it ends where the 0x00 after an id should be")
    if end == at:
        raise PathError(path, at, "an id is not empty")
    text = path[at:end]
    if _ESCAPE in text:
        if odd := _NO_PAIR.match(text):
            raise PathError(path, at + odd.end(), "after 0x01 stands 0x01 or 0x02")
        text = _PAIR.sub(lambda pair: bytes([pair[1][0] - 1]), text)
    try:
        return text.decode(), end + 1
    except UnicodeDecodeError as error:
        escaped = sum(byte <= 1 for byte in text[: error.start])
        wrong = at + error.start + escaped
        raise PathError(path, wrong, f"an id is UTF-8 ({error.reason})") from None
