"""What happened to a comment, as it is kept: no text, and a hash that ties it to the rest."""

from __future__ import annotations

import json
import math
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import attrs

from blogmodel import _checks
from blogmodel.errors import InvalidTypeError, InvalidValueError
from blogmodel.model import Status
from blogmodel.moderation._actors import Actor, check_fingerprint
from blogmodel.moderation._kinds import EventKind, Part, Reason
from blogmodel.text import Level

if TYPE_CHECKING:
    from datetime import datetime

__all__ = ["Event", "Finding"]


@attrs.frozen
class Finding:
    """Something that a rule found, as an event keeps it: which rule and where, and no text.

    Attributes:
        rule: the rule's id.
        points: what it added to the score.
        part: in which part of the submission; None where it stands nowhere.
        start: where it starts there.
        end: where it ends.
        level: the level of folding, of what stands in a text.
    """

    rule: str
    points: float = 0.0
    part: Part | None = None
    start: int | None = None
    end: int | None = None
    level: Level | None = None

    def __attrs_post_init__(self) -> None:
        _checks.name("Finding", "rule", self.rule)
        if isinstance(self.points, bool) or not isinstance(self.points, int | float):
            raise InvalidTypeError("Finding", "points", self.points, "a number")
        if not math.isfinite(self.points):
            raise InvalidValueError("Finding", "points", self.points, "a finite number")
        if self.part is not None:
            _checks.member("Finding", "part", self.part, Part)
            _checks.count("Finding", "start", self.start)
            _checks.count("Finding", "end", self.end)
        if self.level is not None:
            _checks.member("Finding", "level", self.level, Level)


@attrs.frozen(eq=False, repr=False)
class Event:
    """Something that happened to a comment.

    Its hash is that of all that it says, the hashes of what went before among it: whoever changes
    an event changes its hash, and breaks what follows. Two events are equal when their hashes are.

    Attributes:
        comment_id: which comment.
        kind: what happened.
        at: when; kept in UTC.
        actor: who did it.
        reason: why.
        revision: which revision of the comment it concerns, from 1; an edit opens it.
        content: the fingerprint of that revision's text, where it is kept.
        status: the status that a submission, an import or an edit leads to; None for other kinds.
        findings: what rules found.
        batch: the id of what was done to several comments at once.
        undoes: of an undo, the hash of the decision that it takes back.
        previous: the hashes of the events that it follows: one, or none for the first; several
            where two replicas were merged.
        hash: its own, 64 hexadecimal digits.

    Raises:
        InvalidValueError: a field holds what it may not; the message names it.

    Source: a hash chain as of Haber and Stornetta (1991), with several predecessors as git has it;
    SHA-256 over a JSON array of the fields, without white space.
    """

    comment_id: str
    kind: EventKind
    at: datetime = attrs.field(kw_only=True)
    actor: Actor = attrs.field(kw_only=True)
    reason: Reason | None = attrs.field(default=None, kw_only=True)
    revision: int = attrs.field(default=1, kw_only=True)
    content: str | None = attrs.field(default=None, kw_only=True)
    status: Status | None = attrs.field(default=None, kw_only=True)
    findings: tuple[Finding, ...] = attrs.field(default=(), kw_only=True)
    batch: str | None = attrs.field(default=None, kw_only=True)
    undoes: str | None = attrs.field(default=None, kw_only=True)
    previous: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    hash: str = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        _checks.identifier("Event", "comment_id", self.comment_id)
        _checks.member("Event", "kind", self.kind, EventKind)
        _checks.aware("Event", "at", self.at)
        object.__setattr__(self, "at", _checks.moment("Event", "at", self.at))
        _checks.instance("Event", "actor", self.actor, Actor, "Actor(Role.MODERATOR)")
        if self.reason is not None:
            _checks.member("Event", "reason", self.reason, Reason)
        _checks.count("Event", "revision", self.revision)
        if self.content is not None:
            check_fingerprint("Event", "content", self.content)
        if self.status is not None:
            _checks.member("Event", "status", self.status, Status)
        for field in ("findings", "previous"):
            if not isinstance(getattr(self, field), tuple):
                raise InvalidTypeError("Event", field, getattr(self, field), "a tuple")
        for finding in self.findings:
            _checks.instance("Event", "findings", finding, Finding, "Finding('liens')")
        _checks.optional_identifier("Event", "batch", self.batch)
        if self.undoes is not None:
            check_fingerprint("Event", "undoes", self.undoes)
        for known in self.previous:
            check_fingerprint("Event", "previous", known)
        object.__setattr__(self, "hash", sha256(self._said().encode()).hexdigest())

    def _said(self) -> str:
        findings = [
            [found.rule, found.points, found.part, found.start, found.end, _level(found.level)]
            for found in self.findings
        ]
        fields = [
            self.comment_id,
            self.kind,
            _stamp(self.at),
            self.actor.role,
            self.actor.id,
            self.reason,
            self.revision,
            self.content,
            self.status,
            findings,
            self.batch,
            self.undoes,
            self.previous,
        ]
        return _DUMPS(fields)

    def as_dict(self) -> dict[str, Any]:
        """Return the event as plain JSON, without what is empty."""
        fields: dict[str, Any] = {
            "kind": self.kind.value,
            "at": _stamp(self.at),
            "role": self.actor.role.value,
            "actor": self.actor.id,
            "reason": self.reason and self.reason.value,
            "revision": self.revision,
            "content": self.content,
            "status": self.status and self.status.value,
            "findings": [
                [found.rule, found.points, found.part, found.start, found.end, _level(found.level)]
                for found in self.findings
            ],
            "batch": self.batch,
            "undoes": self.undoes,
            "previous": list(self.previous),
            "hash": self.hash,
        }
        return {name: value for name, value in fields.items() if value not in (None, [])}

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Event):
            return NotImplemented
        return self.hash == other.hash

    def __hash__(self) -> int:
        return hash(self.hash)

    def __repr__(self) -> str:
        return f"Event({self.kind}, {self.comment_id!r}, {_stamp(self.at)}, {self.hash[:8]})"


_DUMPS = json.JSONEncoder(separators=(",", ":"), allow_nan=False).encode


def _level(level: Level | None) -> str | None:
    return None if level is None else level.value


def _stamp(moment: datetime) -> str:
    return moment.replace(tzinfo=None).isoformat() + "Z"
