"""One thing done to several comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from blogmodel import _checks
from blogmodel.errors import TransitionError
from blogmodel.moderation._history import History
from blogmodel.moderation._kinds import EventKind
from blogmodel.moderation._moves import Rights

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from blogmodel.moderation._actors import Actor
    from blogmodel.moderation._kinds import Reason

__all__ = ["Bulk", "move_many"]

_RIGHTS = Rights()


@attrs.frozen
class Bulk:
    """What came of doing one thing to several comments.

    Attributes:
        moved: the histories with one more event each, in the order in which they were given.
        refused: for each of the others, why not; `TransitionError.comment_id` tells which.
    """

    moved: tuple[History, ...]
    refused: tuple[TransitionError, ...]


def move_many(  # noqa: PLR0913 - what there is to tell
    histories: Iterable[History],
    kind: EventKind,
    actor: Actor,
    *,
    at: datetime,
    batch: str,
    reason: Reason | None = None,
    rights: Rights = _RIGHTS,
) -> Bulk:
    """Do one thing to several comments: one event each, that share the id of the batch.

    Those to which it cannot be done are told apart, and keep nobody else back.

    Args:
        histories: the comments'.
        kind: what happens; `EventKind.UNDO` takes the latest decision on each back.
        actor: who does it.
        at: when.
        batch: an id of the caller's own for all of it.
        reason: why.
        rights: what the site lets people do.

    Raises:
        InvalidTypeError: an argument is of another type.

    Example:
        >>> from datetime import UTC, datetime
        >>> from blogmodel import Status
        >>> from blogmodel.moderation import Actor, EventKind, History, Role, move_many
        >>> at = datetime(2011, 6, 24, 13, 7, tzinfo=UTC)
        >>> waiting = History.submit("c1", Status.PENDING, at=at)
        >>> published = History.submit("c2", Status.PUBLISHED, at=at)
        >>> bulk = move_many(
        ...     [waiting, published], EventKind.REJECT, Actor(Role.ADMIN), at=at, batch="b1"
        ... )
        >>> bulk.moved, [error.comment_id for error in bulk.refused]
        ((History('c1', rejected, 2 events),), ['c2'])
    """
    _checks.identifier("move_many", "batch", batch)
    moved: list[History] = []
    refused: list[TransitionError] = []
    for history in histories:
        _checks.instance("move_many", "histories", history, History, "a History")
        try:
            if kind is EventKind.UNDO:
                moved.append(history.undo(actor, at=at, reason=reason, rights=rights))
            else:
                moved.append(
                    history.move(kind, actor, at=at, reason=reason, rights=rights, batch=batch)
                )
        except TransitionError as error:
            refused.append(error)
    return Bulk(tuple(moved), tuple(refused))
