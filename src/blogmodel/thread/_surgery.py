"""Splitting a conversation in two and merging two into one; where old permalinks go then."""

from collections.abc import Callable, Container, Iterable
from typing import TYPE_CHECKING

import attrs

from blogmodel import _checks
from blogmodel.errors import InvalidTypeError, MergeError, MoveError, UnknownCommentError
from blogmodel.model import Comment
from blogmodel.thread._defects import DefectKind

if TYPE_CHECKING:
    from blogmodel.thread._thread import Thread

__all__ = [
    "Merged",
    "Permalink",
    "Redirect",
    "Split",
    "merge",
    "refuse_new_rings",
    "rings",
    "split",
]


@attrs.frozen
class Permalink:
    """Where a comment is found.

    Attributes:
        post_id: the post it stands under.
        comment_id: its id.
    """

    post_id: str
    comment_id: str


@attrs.frozen
class Redirect:
    """Where an old permalink goes now.

    Attributes:
        old: where the comment was found.
        new: where it is found.
    """

    old: Permalink
    new: Permalink


@attrs.frozen
class Split:
    """A thread in two.

    Attributes:
        rest: the thread without the branch.
        branch: the branch as a thread of its own; its top answers nobody any more.
        redirects: of the comments that stand under another post now, in canonical order.
    """

    rest: "Thread"
    branch: "Thread"
    redirects: tuple[Redirect, ...]


@attrs.frozen
class Merged:
    """Two threads in one.

    Attributes:
        thread: all comments of both.
        redirects: of the comments of the second that have another post or id now.
    """

    thread: "Thread"
    redirects: tuple[Redirect, ...]


def split(thread: "Thread", comment_id: str, post_id: str | None) -> Split:
    """Split a thread; see `Thread.split`."""
    _checks.optional_identifier("Split", "post_id", post_id)
    if comment_id not in thread:
        raise UnknownCommentError(comment_id)
    top = thread.node(comment_id)
    below = {comment_id, *(node.comment.id for node in top.descendants())}
    everything = _everything(thread)
    taken = [comment for comment in everything if comment.id in below]
    gone = [_elsewhere(comment, post_id) for comment in taken]
    gone = [attrs.evolve(c, parent_id=None) if c.id == comment_id else c for c in gone]
    rest = [comment for comment in everything if comment.id not in below]
    return Split(
        type(thread).build(rest, on_defect=thread.on_defect),
        type(thread).build(gone, on_defect=thread.on_defect),
        _redirects(zip(taken, gone, strict=True)),
    )


def _everything(thread: "Thread") -> tuple[Comment, ...]:
    return thread.comments + thread.set_aside


def _elsewhere(comment: Comment, post_id: str | None) -> Comment:
    return comment if post_id is None else attrs.evolve(comment, post_id=post_id)


def _redirects(pairs: Iterable[tuple[Comment, Comment]]) -> tuple[Redirect, ...]:
    links = ((Permalink(a.post_id, a.id), Permalink(b.post_id, b.id)) for a, b in pairs)
    return tuple(dict.fromkeys(Redirect(old, new) for old, new in links if old != new))


def merge(
    thread: "Thread", other: "Thread", under: str | None, rename: Callable[[str], str] | None
) -> Merged:
    """Merge a thread into another; see `Thread.merge`."""
    _checks.instance("Merged", "other", other, type(thread), "Thread.build(comments)")
    post_id = _post(thread, under)
    everything = _everything(other)
    shared = sorted({comment.id for comment in everything if comment.id in thread})
    ids = _new_ids(thread, other, shared, rename)
    come = [
        attrs.evolve(
            comment,
            id=ids.get(comment.id, comment.id),
            post_id=comment.post_id if post_id is None else post_id,
            parent_id=under
            if comment.parent_id is None
            else ids.get(comment.parent_id, comment.parent_id),
        )
        for comment in everything
    ]
    merged = type(thread).build((*_everything(thread), *come), on_defect=thread.on_defect)
    old = rings(thread) | {
        frozenset(ids.get(member, member) for member in ring) for ring in rings(other)
    }
    refuse_new_rings(merged, old)
    return Merged(merged, _redirects(zip(everything, come, strict=True)))


def _post(thread: "Thread", under: str | None) -> str | None:
    if under is not None:
        return thread.node(under).comment.post_id
    return thread.comments[0].post_id if thread.comments else None


def _new_ids(
    thread: "Thread", other: "Thread", shared: list[str], rename: Callable[[str], str] | None
) -> dict[str, str]:
    if not shared:
        return {}
    if rename is None:
        raise MergeError(tuple(shared), "both threads have them; give rename")
    if not callable(rename):
        raise InvalidTypeError("Merged", "rename", rename, "a function from an id to another")
    ids = {comment_id: rename(comment_id) for comment_id in shared}
    for new in ids.values():
        _checks.identifier("Merged", "rename", new)
    named = {c.parent_id for one in (thread, other) for c in _everything(one)}
    taken = [new for new in ids.values() if new in thread or new in other or new in named]
    if taken or len(set(ids.values())) < len(ids):
        clashes = tuple(sorted(set(taken))) or tuple(shared)
        raise MergeError(clashes, "rename gave ids that are taken already")
    return ids


def refuse_new_rings(thread: "Thread", old: Container[frozenset[str]]) -> None:
    """Require that a thread has no rings but the old ones.

    Raises:
        MoveError: it has another.
    """
    for defect in thread.defects:
        if defect.kind is DefectKind.CYCLE and frozenset(defect.ids) not in old:
            raise MoveError(defect.ids[0], defect.ids[1], "it would hang below itself")


def rings(thread: "Thread") -> set[frozenset[str]]:
    """Return the rings among the comments of a thread."""
    return {frozenset(d.ids) for d in thread.defects if d.kind is DefectKind.CYCLE}
