"""What somebody may do to a comment now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blogmodel import _checks
from blogmodel.moderation._actors import Actor
from blogmodel.moderation._bounds import possible
from blogmodel.moderation._events import Event
from blogmodel.moderation._history import History
from blogmodel.moderation._kinds import EventKind, Role
from blogmodel.moderation._moves import Rights

if TYPE_CHECKING:
    from datetime import datetime

__all__ = ["permissions"]

_RIGHTS = Rights()


def permissions(
    actor: Actor | Role, history: History, *, at: datetime, rights: Rights = _RIGHTS
) -> frozenset[EventKind]:
    """Return what somebody may do to a comment now: which buttons to show.

    Args:
        actor: who; a role alone knows of no own decisions.
        history: the comment's.
        at: now.
        rights: what the site lets people do.

    Raises:
        InvalidTypeError: an argument is of another type.
        InvalidValueError: the moment is naive.

    Example:
        >>> from datetime import UTC, datetime
        >>> from blogmodel import Status
        >>> from blogmodel.moderation import History, Role, permissions
        >>> at = datetime(2011, 6, 24, 13, 7, tzinfo=UTC)
        >>> history = History.submit("c1", Status.PENDING, at=at)
        >>> sorted(permissions(Role.AUTHOR, history, at=at))
        [<EventKind.EDIT: 'edit'>, <EventKind.REPORT: 'report'>, <EventKind.WITHDRAW: 'withdraw'>]
    """
    who = Actor(actor) if isinstance(actor, Role) else actor
    _checks.instance("permissions", "actor", who, Actor, "Actor(Role.MODERATOR)")
    _checks.instance("permissions", "history", history, History, "a History")
    _checks.aware("permissions", "at", at)
    # Any event will do: who asks, and when, is all that counts of it.
    asked = Event(history.comment_id, EventKind.REPORT, at=at, actor=who)
    return possible(history.state, asked, rights)
