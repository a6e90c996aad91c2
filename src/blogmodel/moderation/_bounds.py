"""Why somebody of the right role may not act all the same: rights, windows, own decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blogmodel.model import Status
from blogmodel.moderation._events import Event
from blogmodel.moderation._kinds import EventKind, Role
from blogmodel.moderation._moves import MOVES
from blogmodel.moderation._states import OF, problem_of

if TYPE_CHECKING:
    from datetime import datetime

    from blogmodel.moderation._actors import Actor
    from blogmodel.moderation._moves import Rights
    from blogmodel.moderation._states import State

__all__ = ["barred", "possible", "who_may"]


def who_may(kind: EventKind, actor: Actor) -> str:
    roles = ", ".join(role.value for role in Role if role in OF[kind].roles)
    return f"{actor.role} may not; {roles} may"


def barred(  # noqa: C901, PLR0911, PLR0912 - a case each
    state: State, kind: EventKind, actor: Actor, at: datetime, rights: Rights
) -> str | None:
    """Return why somebody of the right role may not all the same; None where they may."""
    role = actor.role
    match kind:
        case EventKind.APPROVE:
            if role is Role.POST_AUTHOR and not rights.post_author_approves:
                return "the post's author may approve only where the rights let them"
        case EventKind.SHADOW:
            if not rights.shadowing:
                return "shadowing is off; turn it on in Rights"
        case EventKind.EDIT:
            window = rights.edit_window
            if role is Role.AUTHOR and window is not None and at - state.submitted_at > window:
                return f"its author could edit it for {window}"
        case EventKind.RESTORE:
            if role is Role.AUTHOR:
                window = rights.restore_window
                if state.status is not Status.WITHDRAWN:
                    return "its author may bring back only what they withdrew"
                if window is not None and at - state.changed_at > window:
                    return f"its author could bring it back for {window}"
        case EventKind.UNDO:
            own = state.decision and state.decision.actor
            if role is Role.POST_AUTHOR and (actor.id is None or own != actor):
                return "the post's author may take back only what they decided"
        case _:
            pass
    return None


def possible(state: State, event: Event, rights: Rights) -> frozenset[EventKind]:
    """Return what whoever makes an event could do instead, to a comment that stands so."""
    actor = event.actor
    return frozenset(
        move.kind
        for move in MOVES
        if actor.role in move.roles
        and state.status in move.sources
        and problem_of(state, _asked(state, event, move.kind)) is None
        and barred(state, move.kind, actor, event.at, rights) is None
    )


def _asked(state: State, event: Event, kind: EventKind) -> Event:
    """Return the event that is asked about."""
    return Event(
        event.comment_id,
        kind,
        at=event.at,
        actor=event.actor,
        revision=state.revision,
        content=state.content,
        undoes=state.decision.hash if state.decision else None,
    )
