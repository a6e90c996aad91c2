"""The moves of a comment: from which status to which, and who may make them."""

from __future__ import annotations

from datetime import timedelta

import attrs

from blogmodel import _checks
from blogmodel.errors import InvalidTypeError, InvalidValueError
from blogmodel.model import Status
from blogmodel.moderation._kinds import EventKind, Role

__all__ = ["MOVES", "SEVERITY", "Move", "Rights"]


@attrs.frozen
class Move:
    """One row of the table of moves.

    Attributes:
        kind: the event.
        sources: the statuses it leads from; none for what begins a history.
        target: the status it leads to; None where that depends, as the note says, or stays.
        roles: who may make it.
        note: what else is asked.
    """

    kind: EventKind
    sources: frozenset[Status]
    target: Status | None
    roles: frozenset[Role]
    note: str = ""


def _set(names: str) -> frozenset[Status]:
    return frozenset(Status[name] for name in names.upper().split())


_MODERATORS = frozenset((Role.MODERATOR, Role.ADMIN))
_WITH_POST_AUTHOR = _MODERATORS | {Role.POST_AUTHOR}
_AUTHOR = frozenset((Role.AUTHOR,))
_LIVING = frozenset(Status) - {Status.ERASED}

MOVES: tuple[Move, ...] = (
    Move(EventKind.SUBMIT, frozenset(), None, frozenset((Role.POLICY,)), "the policy's verdict"),
    Move(
        EventKind.IMPORT,
        frozenset(),
        None,
        frozenset((Role.POLICY, Role.ADMIN)),
        "the status it had elsewhere",
    ),
    Move(
        EventKind.APPROVE,
        _set("pending spam rejected shadowed"),
        Status.PUBLISHED,
        _WITH_POST_AUTHOR,
        "the post's author where the rights let them",
    ),
    Move(
        EventKind.HOLD,
        _set("published"),
        Status.PENDING,
        _WITH_POST_AUTHOR | {Role.POLICY},
        "the policy never over a person's approval of the revision",
    ),
    Move(
        EventKind.MARK_SPAM,
        _set("pending published shadowed rejected removed"),
        Status.SPAM,
        _MODERATORS | {Role.POLICY},
        "the policy only before a person's decision on the revision",
    ),
    Move(EventKind.REJECT, _set("pending"), Status.REJECTED, _WITH_POST_AUTHOR),
    Move(EventKind.REMOVE, _set("published shadowed"), Status.REMOVED, _WITH_POST_AUTHOR),
    Move(
        EventKind.SHADOW,
        _set("pending published"),
        Status.SHADOWED,
        _MODERATORS,
        "where the rights turn it on",
    ),
    Move(
        EventKind.EDIT,
        _set("pending published shadowed"),
        None,
        _MODERATORS | _AUTHOR,
        "its author inside the window; the same status, or PENDING on a worse verdict",
    ),
    Move(EventKind.WITHDRAW, _set("pending published shadowed"), Status.WITHDRAWN, _AUTHOR),
    Move(
        EventKind.RESTORE,
        _set("removed withdrawn"),
        None,
        _MODERATORS | _AUTHOR,
        "the status before; its author for an own withdrawal inside the window",
    ),
    Move(EventKind.REPORT, _LIVING, None, frozenset(Role) - {Role.POLICY, Role.RETENTION}),
    Move(EventKind.ACKNOWLEDGE, _LIVING, None, _MODERATORS, "of an open review"),
    Move(EventKind.ESCALATE, _LIVING, None, _MODERATORS),
    Move(
        EventKind.APPEAL,
        _set("spam rejected removed shadowed"),
        None,
        _AUTHOR,
        "once a decision",
    ),
    Move(
        EventKind.GRANT,
        _set("spam rejected removed shadowed"),
        Status.PUBLISHED,
        _MODERATORS,
        "of an appeal filed; another than the one who decided",
    ),
    Move(
        EventKind.DENY,
        _set("spam rejected removed shadowed"),
        None,
        _MODERATORS,
        "of an appeal filed; another than the one who decided",
    ),
    Move(
        EventKind.UNDO,
        _LIVING,
        None,
        _WITH_POST_AUTHOR,
        "of the latest decision in force; the post's author of their own",
    ),
    Move(EventKind.ERASE, _LIVING, Status.ERASED, frozenset((Role.ADMIN, Role.RETENTION))),
)
"""The table of moves, in the order of a comment's life."""

SEVERITY = {
    status: rank
    for rank, status in enumerate((Status.PUBLISHED, Status.PENDING, Status.SHADOWED, Status.SPAM))
}
"""How bad a verdict is, from 0 on."""


@attrs.frozen
class Rights:
    """What a site lets people do beyond the table of moves.

    Attributes:
        post_author_approves: whether who wrote a post approves what waits under it, and sees it.
        shadowing: whether a comment may be left to be seen by its author alone.
        edit_window: how long after it was submitted its author may edit it; None for ever.
        restore_window: how long after they withdrew it its author may bring it back, and sees it;
            None for ever.

    Raises:
        InvalidValueError: a window is below zero.
        InvalidTypeError: a field is of another type.
    """

    post_author_approves: bool = False
    shadowing: bool = False
    edit_window: timedelta | None = timedelta(minutes=15)
    restore_window: timedelta | None = timedelta(days=30)

    def __attrs_post_init__(self) -> None:
        _checks.flag("Rights", "post_author_approves", self.post_author_approves)
        _checks.flag("Rights", "shadowing", self.shadowing)
        for field in ("edit_window", "restore_window"):
            window = getattr(self, field)
            if window is None:
                continue
            if not isinstance(window, timedelta):
                raise InvalidTypeError("Rights", field, window, "a timedelta, or None")
            if window < timedelta(0):
                raise InvalidValueError("Rights", field, window, "zero or more")
