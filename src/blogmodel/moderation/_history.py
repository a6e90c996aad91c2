"""The history of a comment: events that cannot be changed, and where they lead."""

from __future__ import annotations

from datetime import datetime  # noqa: TC003 - the reference reads the annotations
from hashlib import sha256
from typing import TYPE_CHECKING

import attrs

from blogmodel import _checks
from blogmodel.errors import (
    InvalidValueError,
    NotAllowedError,
    StaleVersionError,
    TamperedHistoryError,
    TransitionError,
    shown,
)
from blogmodel.model import Status
from blogmodel.moderation._actors import Actor
from blogmodel.moderation._bounds import barred, possible, who_may
from blogmodel.moderation._events import Event, Finding
from blogmodel.moderation._folding import Void, folded, in_order
from blogmodel.moderation._history_json import read_events, written
from blogmodel.moderation._kinds import EventKind, Reason, Role
from blogmodel.moderation._moves import SEVERITY, Rights
from blogmodel.moderation._states import OF, State, beginning, problem_of, then

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["History"]

_RIGHTS = Rights()
_POLICY = Actor(Role.POLICY)
_BEGINNINGS = frozenset((Status.PENDING, Status.PUBLISHED, Status.SPAM, Status.SHADOWED))


@attrs.frozen(repr=False, eq=False)
class History:
    """The events of one comment, in order, and where they lead. It is a value.

    Every move is checked against `MOVES`, against who makes it, and, where it is given, against the
    version that its maker saw; then it is one more event. State is what the events come to, so that
    any of them can be looked at again, and two replicas that went on apart can be merged: the same
    events make the same history, whoever puts them together.

    Attributes:
        events: in the order in which they count: what follows comes after what it follows; of what
            happened apart, the earlier comes first.
        state: where they lead.
        void: those that came to nothing, since what happened apart from them left no room.

    Example:
        >>> from datetime import UTC, datetime
        >>> from blogmodel import Status
        >>> from blogmodel.moderation import Actor, EventKind, History, Reason, Role
        >>> at = datetime(2011, 6, 24, 13, 7, tzinfo=UTC)
        >>> history = History.submit("c1", Status.PENDING, at=at, reason=Reason.LINKS)
        >>> approved = history.move(EventKind.APPROVE, Actor(Role.MODERATOR), at=at)
        >>> approved.state.status, approved.undo(Actor(Role.MODERATOR), at=at).state.status
        (<Status.PUBLISHED: 'published'>, <Status.PENDING: 'pending'>)
    """

    events: tuple[Event, ...]
    state: State
    void: tuple[Void, ...]
    _heads: tuple[str, ...]

    @property
    def comment_id(self) -> str:
        """Whose history it is."""
        return self.events[0].comment_id

    @classmethod
    def submit(  # noqa: PLR0913 - what there is to tell
        cls,
        comment_id: str,
        status: Status,
        *,
        at: datetime,
        reason: Reason | None = None,
        content: str | None = None,
        findings: tuple[Finding, ...] = (),
        actor: Actor = _POLICY,
        rights: Rights = _RIGHTS,
    ) -> History:
        """Begin the history of a comment that was sent in, with the status that a verdict gave it.

        Args:
            comment_id: which comment.
            status: PENDING, PUBLISHED, SPAM or SHADOWED: `Verdict.status`.
            at: when.
            reason: why: `Verdict.reason`.
            content: the fingerprint of its text, so that approvals are of this text and no other.
            findings: what rules found: `Verdict.findings`.
            actor: the policy.
            rights: what the site lets people do.

        Raises:
            TransitionError: no comment begins with that status, or not here.
            NotAllowedError: the actor is not the policy.
        """
        if status not in _BEGINNINGS:
            raise TransitionError(
                str(comment_id),
                "submit",
                f"a comment begins as pending, published, shadowed or spam; got {shown(status)}",
            )
        if status is Status.SHADOWED and not rights.shadowing:
            raise TransitionError(comment_id, "submit", "shadowing is off; turn it on in Rights")
        return cls._begun(
            EventKind.SUBMIT, comment_id, status, at, actor, reason, content, findings
        )

    @classmethod
    def imported(
        cls,
        comment_id: str,
        status: Status,
        *,
        at: datetime,
        content: str | None = None,
        actor: Actor = _POLICY,
    ) -> History:
        """Begin the history of a comment that came from elsewhere, with the status it had there.

        Raises:
            NotAllowedError: the actor is neither the policy nor an admin.
        """
        return cls._begun(
            EventKind.IMPORT, comment_id, status, at, actor, Reason.IMPORTED, content, ()
        )

    @classmethod
    def _begun(  # noqa: PLR0913, PLR0917 - what there is to tell
        cls,
        kind: EventKind,
        comment_id: str,
        status: Status,
        at: datetime,
        actor: Actor,
        reason: Reason | None,
        content: str | None,
        findings: tuple[Finding, ...],
    ) -> History:
        event = Event(
            comment_id,
            kind,
            at=at,
            actor=actor,
            reason=reason,
            content=content,
            status=status,
            findings=findings,
        )
        if actor.role not in OF[kind].roles:
            raise NotAllowedError(comment_id, kind.value, who_may(kind, actor))
        return cls((event,), beginning(event), (), (event.hash,))

    @classmethod
    def from_events(cls, events: Iterable[Event]) -> History:
        """Return the history that some events make, in any order; repeats count once.

        Raises:
            TamperedHistoryError: they are not all of a history: one follows what is not there, or
                none begins it.
            InvalidValueError: there are none, or they are of several comments.
            InvalidTypeError: one of them is no Event.
        """
        known: dict[str, Event] = {}
        for event in events:
            _checks.instance("History", "events", event, Event, "an Event")
            known[event.hash] = event
        if not known:
            raise InvalidValueError("History", "events", (), "one event or more")
        ids = {event.comment_id for event in known.values()}
        if len(ids) > 1:
            raise InvalidValueError("History", "events", sorted(ids), "events of one comment")
        ordered = in_order(known)
        state, void = folded(ordered)
        followed = {previous for event in ordered for previous in event.previous}
        heads = tuple(sorted(known.keys() - followed))
        return cls(tuple(ordered), state, void, heads)

    @property
    def version(self) -> str:
        """What tells this history from any other; it changes with every event.

        Hand it out with a page, and give it back as ``expect`` with what was decided there. Kept
        apart from the history, it also tells whether events were cut off its end.
        """
        if len(self._heads) == 1:
            return self._heads[0]
        return sha256("".join(self._heads).encode()).hexdigest()

    def move(  # noqa: PLR0913 - what there is to tell
        self,
        kind: EventKind,
        actor: Actor,
        *,
        at: datetime,
        reason: Reason | None = None,
        expect: str | None = None,
        rights: Rights = _RIGHTS,
        batch: str | None = None,
        findings: tuple[Finding, ...] = (),
    ) -> History:
        """Return the history with one more event.

        Args:
            kind: what happens: any but a submission, an import, an edit and an undo, which have
                methods of their own.
            actor: who does it.
            at: when; not before the latest event.
            reason: why.
            expect: the version that whoever decided has seen; None for any.
            rights: what the site lets people do.
            batch: the id of what is done to several comments at once.
            findings: what rules found, where the policy acts.

        Raises:
            StaleVersionError: it has gone on since that version.
            NotAllowedError: the actor may not.
            TransitionError: it cannot happen to a comment that stands so.

        O(events), to copy the list of them; nothing is worked out again.
        """
        state = self.state
        event = Event(
            self.comment_id,
            kind,
            at=at,
            actor=actor,
            reason=reason,
            revision=state.revision,
            content=state.content,
            batch=batch,
            findings=findings,
            previous=self._heads,
        )
        if kind in _APART_KINDS:
            raise TransitionError(self.comment_id, kind.value, f"use History.{_APART[kind]}")
        return self._with(event, expect, rights)

    def edit(  # noqa: PLR0913 - what there is to tell
        self,
        actor: Actor,
        *,
        at: datetime,
        content: str | None = None,
        verdict: Status | None = None,
        reason: Reason | None = None,
        expect: str | None = None,
        rights: Rights = _RIGHTS,
        findings: tuple[Finding, ...] = (),
    ) -> History:
        """Return the history with an edit: a new revision, on which nobody has decided yet.

        The status stays, or it waits where the verdict on the new text is worse than the status
        is. A moderator's own edit does not send it back to wait.

        Args:
            actor: who edits: its author, or a moderator.
            at: when.
            content: the fingerprint of the new text.
            verdict: what the policy says of the new text: `Verdict.status`.
            reason: why the policy says so.
            expect: the version that the editor has seen; None for any.
            rights: what the site lets people do.
            findings: what rules found.

        Raises:
            StaleVersionError: it has gone on since that version.
            NotAllowedError: the actor may not, or not any more.
            TransitionError: a comment that stands so cannot be edited.
        """
        state = self.state
        status = state.status
        worse = verdict is not None and SEVERITY.get(verdict, 0) > SEVERITY.get(status, 0)
        if worse and actor.role is Role.AUTHOR:
            status = Status.PENDING
        event = Event(
            self.comment_id,
            EventKind.EDIT,
            at=at,
            actor=actor,
            reason=reason,
            revision=state.revision + 1,
            content=content,
            status=status,
            findings=findings,
            previous=self._heads,
        )
        return self._with(event, expect, rights)

    def undo(
        self,
        actor: Actor,
        *,
        at: datetime,
        reason: Reason | None = Reason.MISTAKE,
        expect: str | None = None,
        rights: Rights = _RIGHTS,
    ) -> History:
        """Return the history with its latest decision taken back; again, with the one before.

        Status, reason and appeal are what they were before the decision; reports that came since
        stay. An edit, a withdrawal and an erasure are no decisions, and end what can be taken back.

        Raises:
            StaleVersionError: it has gone on since that version.
            NotAllowedError: the actor may not; the author of the post only what they decided.
            TransitionError: there is no decision in force.
        """
        state = self.state
        event = Event(
            self.comment_id,
            EventKind.UNDO,
            at=at,
            actor=actor,
            reason=reason,
            revision=state.revision,
            content=state.content,
            undoes=state.decision.hash if state.decision else None,
            previous=self._heads,
        )
        return self._with(event, expect, rights)

    def _with(self, event: Event, expect: str | None, rights: Rights) -> History:
        state, kind = self.state, event.kind
        of = OF[kind]
        if expect is not None and expect != self.version:
            raise StaleVersionError(self.comment_id, event.kind.value, expect, self.version)
        if event.at < self.events[-1].at:
            raise TransitionError(
                self.comment_id,
                event.kind.value,
                f"the latest event was at {self.events[-1].at}; got {event.at}",
            )
        if event.actor.role not in of.roles:
            raise NotAllowedError(self.comment_id, kind.value, who_may(kind, event.actor))
        problem = problem_of(state, event, of)
        if problem is not None:
            moves = ", ".join(sorted(possible(state, event, rights)))
            raise TransitionError(
                self.comment_id,
                event.kind.value,
                f"{problem}; possible is: {moves or 'nothing'}",
            )
        if event.actor.role in of.bound:
            why = barred(state, kind, event.actor, event.at, rights)
            if why is not None:
                raise NotAllowedError(self.comment_id, kind.value, why)
        events = (*self.events, event)
        made = folded(events)[0] if kind is EventKind.UNDO else then(state, event, of)
        return History(events, made, self.void, (event.hash,))

    def merge(self, other: History) -> History:
        """Return what two replicas know together. It does not matter which merges which.

        Events that happened apart are put in order of their moments; one that is not possible
        any more in that order comes to nothing, and is in ``void`` for somebody to look at. An
        erasure holds wherever it comes.

        Raises:
            InvalidValueError: they are of two comments.
            InvalidTypeError: it is no History.
        """
        _checks.instance("History", "merge", other, History, "a History")
        return History.from_events((*self.events, *other.events))

    def verify(self) -> None:
        """Make sure that the events are as they were written, and lead where the state says.

        Raises:
            TamperedHistoryError: they are not. It names the event.
        """
        for event in self.events:
            if attrs.evolve(event).hash != event.hash:
                raise TamperedHistoryError(self.comment_id, event.hash, "its fields were changed")
        again = History.from_events(self.events)
        if again != self or again.state != self.state:
            raise TamperedHistoryError(
                self.comment_id, self.events[-1].hash, "its state is not what its events lead to"
            )

    def to_json(self) -> str:
        """Return the history as JSON on one line. It holds no text and no name.

        Example:
            >>> from datetime import UTC, datetime
            >>> from blogmodel import Status
            >>> from blogmodel.moderation import History
            >>> at = datetime(2011, 6, 24, 13, 7, tzinfo=UTC)
            >>> history = History.submit("c1", Status.PENDING, at=at)
            >>> History.from_json(history.to_json()) == history
            True
        """
        return written(self.comment_id, self.events)

    @classmethod
    def from_json(cls, text: str | bytes, *, expect: str | None = None) -> History:
        """Return the history that a JSON text holds.

        Args:
            text: what `to_json` returned.
            expect: the version that it is to have; so it shows when its end was cut off.

        Raises:
            DocumentError: it is no document of a history.
            TamperedHistoryError: an event is not as it was written, or one is missing.
            InvalidValueError: a field holds what it may not.
        """
        history = cls.from_events(read_events(text))
        if expect is not None and history.version != expect:
            raise TamperedHistoryError(
                history.comment_id,
                history.events[-1].hash,
                f"its version is not {expect}: events are missing at its end, or too many",
            )
        return history

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, History):
            return NotImplemented
        return self.events == other.events

    def __hash__(self) -> int:
        return hash(self.events)

    def __reduce__(self) -> tuple[object, ...]:
        return History.from_events, (self.events,)

    def __repr__(self) -> str:
        return f"History({self.comment_id!r}, {self.state.status}, {len(self.events)} events)"


_APART = {
    EventKind.SUBMIT: "submit",
    EventKind.IMPORT: "imported",
    EventKind.EDIT: "edit",
    EventKind.UNDO: "undo",
}
_APART_KINDS = tuple(_APART)
