"""The history of a comment: events that cannot be changed, and where they lead."""

from __future__ import annotations

import json
from datetime import datetime
from hashlib import sha256
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING, Any

import attrs

from blogmodel import _checks
from blogmodel.errors import (
    DocumentError,
    InvalidValueError,
    NotAllowedError,
    StaleVersionError,
    TamperedHistoryError,
    TransitionError,
    VersionError,
    shown,
)
from blogmodel.model import Status
from blogmodel.moderation._actors import Actor
from blogmodel.moderation._events import Event, Finding
from blogmodel.moderation._kinds import EventKind, Part, Reason, Role
from blogmodel.moderation._moves import MOVES, SEVERITY, Rights
from blogmodel.moderation._states import OF, State, beginning, problem_of, taken_back, then
from blogmodel.text import Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Bulk", "History", "Void", "move_many", "permissions"]

_RIGHTS = Rights()
_POLICY = Actor(Role.POLICY)
_BEGINNINGS = frozenset((Status.PENDING, Status.PUBLISHED, Status.SPAM, Status.SHADOWED))
_ROLES = {move.kind: move.roles for move in MOVES}


@attrs.frozen
class Void:
    """An event that came to nothing when two replicas were merged.

    Attributes:
        event: the event; it stays in the history.
        reason: why it came to nothing.
    """

    event: Event
    reason: str


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
        if actor.role not in _ROLES[kind]:
            raise NotAllowedError(comment_id, kind.value, _who_may(kind, actor))
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
        ordered = _in_order(known)
        state, void = _folded(ordered)
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
            raise NotAllowedError(self.comment_id, kind.value, _who_may(kind, event.actor))
        problem = problem_of(state, event, of)
        if problem is not None:
            possible = ", ".join(sorted(permissions(event.actor, self, at=event.at, rights=rights)))
            raise TransitionError(
                self.comment_id,
                event.kind.value,
                f"{problem}; possible is: {possible or 'nothing'}",
            )
        if event.actor.role in of.bound:
            barred = _barred(state, kind, event.actor, event.at, rights)
            if barred is not None:
                raise NotAllowedError(self.comment_id, kind.value, barred)
        events = (*self.events, event)
        made = _folded(events)[0] if kind is EventKind.UNDO else then(state, event, of)
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
        document = {
            "type": "history",
            "version": 1,
            "comment_id": self.comment_id,
            "events": [event.as_dict() for event in self.events],
        }
        return json.dumps(document, ensure_ascii=True, separators=(",", ":"))

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
        history = cls.from_events(_read(text))
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
    state = history.state
    return frozenset(
        move.kind
        for move in MOVES
        if who.role in move.roles
        and state.status in move.sources
        and problem_of(state, _asked(history, move.kind, who, at)) is None
        and _barred(state, move.kind, who, at, rights) is None
    )


def _asked(history: History, kind: EventKind, actor: Actor, at: datetime) -> Event:
    """Return the event that is asked about."""
    state = history.state
    return Event(
        history.comment_id,
        kind,
        at=at,
        actor=actor,
        revision=state.revision,
        content=state.content,
        undoes=state.decision.hash if state.decision else None,
    )


def _who_may(kind: EventKind, actor: Actor) -> str:
    roles = ", ".join(role.value for role in Role if role in _ROLES[kind])
    return f"{actor.role} may not; {roles} may"


def _barred(  # noqa: C901, PLR0911, PLR0912 - a case each
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


def _in_order(known: dict[str, Event]) -> list[Event]:
    """Return events in the order in which they count. O(n log n).

    Raises:
        TamperedHistoryError: one follows what is not there.
    """
    waiting = {key: len(event.previous) for key, event in known.items()}
    followers: dict[str, list[Event]] = {}
    for event in known.values():
        for previous in event.previous:
            if previous not in known:
                raise TamperedHistoryError(
                    event.comment_id, event.hash, f"it follows {previous[:12]}…, which is not there"
                )
            followers.setdefault(previous, []).append(event)
    ready = [(event.at, key) for key, event in known.items() if not waiting[key]]
    heapify(ready)
    ordered: list[Event] = []
    while ready:
        _, key = heappop(ready)
        ordered.append(known[key])
        for event in followers.get(key, ()):
            waiting[event.hash] -= 1
            if not waiting[event.hash]:
                heappush(ready, (event.at, event.hash))
    return ordered


def _folded(ordered: Sequence[Event]) -> tuple[State, tuple[Void, ...]]:
    """Return where events lead, and which of them come to nothing. O(n)."""
    first, *others = ordered
    if first.kind not in {EventKind.SUBMIT, EventKind.IMPORT}:
        raise TamperedHistoryError(
            first.comment_id, first.hash, f"no history begins by {first.kind}"
        )
    state, void = beginning(first), list[Void]()
    before: dict[str, State] = {}
    for event in others:
        problem = problem_of(state, event)
        if problem is not None:
            void.append(Void(event, problem))
        elif event.undoes is not None and event.kind is EventKind.UNDO:
            state = taken_back(state, before[event.undoes])
        else:
            before[event.hash], state = state, then(state, event)
    return state, tuple(void)


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


_FIELDS = {
    "kind",
    "at",
    "role",
    "actor",
    "reason",
    "revision",
    "content",
    "status",
    "findings",
    "batch",
    "undoes",
    "previous",
    "hash",
}


def _read(text: str | bytes) -> list[Event]:
    if not isinstance(text, str | bytes):
        raise DocumentError("history", f"must be JSON in a str or in bytes; got {shown(text)}")
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DocumentError("history", f"not JSON that can be read: {error}") from None
    if not isinstance(document, dict) or document.get("type") != "history":
        raise DocumentError("history", "must be an object with 'type' 'history'")
    if document.get("version") != 1:
        raise VersionError("history", document.get("version"), 1)
    comment_id, events = document.get("comment_id"), document.get("events")
    if not isinstance(comment_id, str) or not isinstance(events, list):
        raise DocumentError("history", "must have a text 'comment_id' and a list 'events'")
    return [_event(comment_id, fields, number) for number, fields in enumerate(events)]


def _event(comment_id: str, fields: object, number: int) -> Event:
    path = f"history.events.{number}"
    if not isinstance(fields, dict):
        raise DocumentError(path, f"must be an object; got {shown(fields)}")
    unknown = sorted(fields.keys() - _FIELDS)
    if unknown:
        raise DocumentError(path, f"unknown fields {', '.join(map(repr, unknown))}")
    try:
        event = Event(
            comment_id,
            EventKind(fields["kind"]),
            at=datetime.fromisoformat(fields["at"]),
            actor=Actor(Role(fields["role"]), fields.get("actor")),
            reason=_or_none(Reason, fields.get("reason")),
            revision=fields.get("revision", 1),
            content=fields.get("content"),
            status=_or_none(Status, fields.get("status")),
            findings=tuple(_finding(found) for found in fields.get("findings", ())),
            batch=fields.get("batch"),
            undoes=fields.get("undoes"),
            previous=tuple(fields.get("previous", ())),
        )
    except InvalidValueError as error:
        raise DocumentError(path, str(error)) from None
    except (KeyError, TypeError, ValueError) as error:
        raise DocumentError(path, f"is no event: {error}") from None
    if event.hash != fields.get("hash"):
        raise TamperedHistoryError(
            comment_id, str(fields.get("hash")), "it does not have the hash that it says"
        )
    return event


def _or_none(kind: Any, value: object) -> Any:  # noqa: ANN401 - any enum
    return None if value is None else kind(value)


def _finding(fields: Any) -> Finding:  # noqa: ANN401 - plain JSON
    rule, points, part, start, end, level = fields
    return Finding(rule, points, _or_none(Part, part), start, end, _or_none(Level, level))
