"""Where a comment stands: what its events come to, one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import attrs

from blogmodel.model import Comment, Status
from blogmodel.moderation._kinds import HUMAN, Appeal, EventKind, Reason, Review, Role
from blogmodel.moderation._moves import MOVES
from blogmodel.moderation._tombstones import tombstone

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from blogmodel.moderation._actors import Actor
    from blogmodel.moderation._events import Event

__all__ = ["OF", "State", "beginning", "problem_of", "taken_back", "then"]


# A tuple by name rather than attrs: one is made for each event, in a fifth of the time.
class State(NamedTuple):
    """Where a comment stands.

    Attributes:
        status: the comment's.
        reason: why it has it.
        review: whether somebody is to look at it.
        appeal: where the appeal against the decision stands.
        revision: the number of the text that it has now, from 1.
        content: the fingerprint of that text, where it is kept.
        submitted_at: when it came.
        changed_at: when it got its status.
        decided_by: who made the decision in force: the policy by its verdict, or a person.
        by_person: whether a person decided on this revision.
        approved: whether a person approved this revision.
        status_before: of what was removed or withdrawn, the status it had.
        decision: the event of the latest decision that can be taken back, or None.
    """

    status: Status
    reason: Reason | None
    review: Review
    appeal: Appeal
    revision: int
    content: str | None
    submitted_at: datetime
    changed_at: datetime
    decided_by: Actor | None
    by_person: bool
    approved: bool
    status_before: Status | None
    decision: Event | None

    def applied(self, comment: Comment) -> Comment:
        """Return a comment as it stands now.

        It has the status; of one that was withdrawn, ``updated_at`` is the moment of that, from
        which on the time counts in which its author may bring it back. One that was erased is a
        tombstone: id, post and parent, the moment it came, and nothing else.

        Example:
            >>> from datetime import UTC, datetime
            >>> from blogmodel import Comment, Status
            >>> from blogmodel.moderation import History
            >>> at = datetime(2011, 6, 24, 13, 7, tzinfo=UTC)
            >>> history = History.submit("2", Status.PENDING, at=at)
            >>> history.state.applied(Comment("2", "1")).status
            <Status.PENDING: 'pending'>
        """
        if self.status is Status.ERASED:
            return tombstone(comment)
        if self.status is Status.WITHDRAWN:
            return attrs.evolve(comment, status=self.status, updated_at=self.changed_at)
        return attrs.evolve(comment, status=self.status)


def beginning(event: Event) -> State:
    """Return where a comment stands that has just come."""
    status = event.status or Status.PENDING
    return State(
        status,
        event.reason,
        Review.NONE,
        Appeal.NONE,
        event.revision,
        event.content,
        event.at,
        event.at,
        event.actor,
        by_person=False,
        approved=False,
        status_before=None,
        decision=None,
    )


_DECISIONS = frozenset(
    (
        EventKind.APPROVE,
        EventKind.HOLD,
        EventKind.MARK_SPAM,
        EventKind.REJECT,
        EventKind.REMOVE,
        EventKind.SHADOW,
        EventKind.GRANT,
        EventKind.DENY,
    )
)
# Tuples are looked through by identity, which takes a fraction of what hashing an enum does.
PEOPLE = tuple(HUMAN)


def problem_of(state: State, event: Event, of: Of | None = None) -> str | None:
    """Return why an event cannot happen to a comment that stands so; None where it can.

    Args:
        state: where it stands.
        event: what is to happen.
        of: what is known of its kind, where the caller has it at hand.
    """
    known = of or OF[event.kind]
    if not known.sources:
        return "it has begun already"
    if state.status not in known.sources:
        return f"it is {state.status}"
    if known.is_decision:
        if event.revision != state.revision:
            return f"it is about revision {event.revision}, and the text is at {state.revision}"
        if event.content != state.content and event.content and state.content:
            return "it is about another text"
    return None if known.check is None else known.check(state, event)


def _held(state: State, event: Event) -> str | None:
    if event.actor.role is Role.POLICY and (state.approved or state.by_person):
        return "a person decided on this revision"
    return None


def _appealed(state: State, _: Event) -> str | None:
    return None if state.appeal is Appeal.NONE else f"its appeal is {state.appeal}"


def _judged(state: State, event: Event) -> str | None:
    if state.appeal is not Appeal.FILED:
        return "no appeal is filed"
    decided = state.decided_by
    if decided is None or decided.role not in PEOPLE:
        return None
    if event.actor.id is None or decided.id is None or event.actor.id == decided.id:
        return "another than the one who decided is to judge the appeal"
    return None


def _acknowledged(state: State, _: Event) -> str | None:
    return None if state.review in (Review.OPEN, Review.ESCALATED) else "no review is open"


def _undone(state: State, event: Event) -> str | None:
    if state.decision is None:
        return "no decision is in force that can be taken back"
    if event.undoes != state.decision.hash:
        return "a later decision is in force; take that back first"
    return None


def _edited(state: State, event: Event) -> str | None:
    if event.status not in (None, state.status, Status.PENDING):
        return "an edit leaves the status, or has it wait"
    return None


_CHECKS: dict[EventKind, Callable[[State, Event], str | None]] = {
    EventKind.HOLD: _held,
    EventKind.MARK_SPAM: _held,
    EventKind.APPEAL: _appealed,
    EventKind.GRANT: _judged,
    EventKind.DENY: _judged,
    EventKind.ACKNOWLEDGE: _acknowledged,
    EventKind.UNDO: _undone,
    EventKind.EDIT: _edited,
}


def then(state: State, event: Event, of: Of | None = None) -> State:
    """Return where a comment stands after an event that can happen to it, and is no undo."""
    known = of or OF[event.kind]
    if known.after is not None:
        return known.after(state, event)
    return _decided(state, event, known.target)


def taken_back(state: State, before: State) -> State:
    """Return where a comment stands once its latest decision is taken back.

    What came since and is no part of the decision stays.

    Args:
        state: where it stands.
        before: where it stood before the decision.
    """
    decision = state.decision
    after = before if decision is None else then(before, decision)
    return before._replace(
        review=before.review if state.review is after.review else state.review,
        appeal=before.appeal if state.appeal is after.appeal else state.appeal,
    )


def _decided(state: State, event: Event, target: Status | None) -> State:
    """Return the state after a decision on the status."""
    by_person = event.actor.role in PEOPLE
    # Past the class's own maker, which takes twice as long.
    return tuple.__new__(
        State,
        (
            target or state.status,
            event.reason,
            state.review,
            _NO_APPEAL,
            state.revision,
            state.content,
            state.submitted_at,
            event.at,
            event.actor,
            state.by_person or by_person,
            target is _PUBLISHED and by_person,
            state.status if target is _REMOVED else None,
            event,
        ),
    )


_NO_APPEAL, _PUBLISHED, _REMOVED = Appeal.NONE, Status.PUBLISHED, Status.REMOVED


def _submitted_again(state: State, event: Event) -> State:
    status = event.status or state.status
    changed = status is not state.status
    by_person = event.actor.role in (Role.MODERATOR, Role.ADMIN)
    return state._replace(
        status=status,
        reason=event.reason if changed else state.reason,
        changed_at=event.at if changed else state.changed_at,
        revision=event.revision,
        content=event.content,
        # What a moderator writes, a moderator has decided on; of its author's, nobody has.
        by_person=by_person and state.by_person,
        approved=by_person and state.approved,
        decision=None,
    )


def _withdrawn(state: State, event: Event) -> State:
    return state._replace(
        status=Status.WITHDRAWN,
        reason=event.reason,
        changed_at=event.at,
        status_before=state.status,
        decision=None,
    )


def _restored(state: State, event: Event) -> State:
    status = state.status_before or Status.PENDING
    by_moderator = event.actor.role is not Role.AUTHOR
    return state._replace(
        status=status,
        reason=event.reason,
        changed_at=event.at,
        appeal=Appeal.NONE if by_moderator else state.appeal,
        decided_by=event.actor if by_moderator else state.decided_by,
        by_person=state.by_person or by_moderator,
        status_before=None,
        decision=event if by_moderator else None,
    )


def _granted(state: State, event: Event) -> State:
    granted = _decided(state, event, Status.PUBLISHED)
    return granted._replace(review=Review.CLOSED, appeal=Appeal.GRANTED)


def _denied(state: State, event: Event) -> State:
    return state._replace(
        review=Review.CLOSED, appeal=Appeal.DENIED, by_person=True, decision=event
    )


def _reported(state: State, _: Event) -> State:
    return state if state.review is Review.ESCALATED else state._replace(review=Review.OPEN)


def _acknowledge(state: State, event: Event) -> State:
    return state._replace(review=Review.CLOSED, decision=event)


def _escalate(state: State, event: Event) -> State:
    return state._replace(review=Review.ESCALATED, decision=event)


def _appeal(state: State, _: Event) -> State:
    return state._replace(review=Review.OPEN, appeal=Appeal.FILED)


def _erased(state: State, event: Event) -> State:
    return state._replace(
        status=Status.ERASED,
        reason=event.reason,
        changed_at=event.at,
        review=Review.CLOSED,
        content=None,
        status_before=None,
        decision=None,
    )


_AFTER: dict[EventKind, Callable[[State, Event], State]] = {
    EventKind.EDIT: _submitted_again,
    EventKind.WITHDRAW: _withdrawn,
    EventKind.RESTORE: _restored,
    EventKind.GRANT: _granted,
    EventKind.DENY: _denied,
    EventKind.REPORT: _reported,
    EventKind.ACKNOWLEDGE: _acknowledge,
    EventKind.ESCALATE: _escalate,
    EventKind.APPEAL: _appeal,
    EventKind.ERASE: _erased,
}


class Of(NamedTuple):
    """What is known of a kind of event, in one place: a move looks it up once.

    Attributes:
        sources: the statuses that it leads from; none for a beginning.
        target: the status that it leads to, where that is always one.
        roles: who may.
        bound: those of them who may not always: see the rights.
        is_decision: whether it is about one revision and its text.
        check: what else is asked.
        after: where it leads; None for decisions on the status.
    """

    sources: tuple[Status, ...]
    target: Status | None
    roles: tuple[Role, ...]
    bound: tuple[Role, ...]
    is_decision: bool
    check: Callable[[State, Event], str | None] | None
    after: Callable[[State, Event], State] | None


_BOUND = {
    EventKind.APPROVE: (Role.POST_AUTHOR,),
    EventKind.SHADOW: tuple(Role),
    EventKind.EDIT: (Role.AUTHOR,),
    EventKind.RESTORE: (Role.AUTHOR,),
    EventKind.UNDO: (Role.POST_AUTHOR,),
}
OF = {
    move.kind: Of(
        tuple(move.sources),
        move.target,
        tuple(move.roles),
        _BOUND.get(move.kind, ()),
        move.kind in _DECISIONS,
        _CHECKS.get(move.kind),
        _AFTER.get(move.kind),
    )
    for move in MOVES
}
"""What is known of each kind."""
