"""Histories as JSON."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from blogmodel.errors import (
    DocumentError,
    InvalidValueError,
    TamperedHistoryError,
    VersionError,
    shown,
)
from blogmodel.model import Status
from blogmodel.moderation._actors import Actor
from blogmodel.moderation._events import Event, Finding
from blogmodel.moderation._kinds import EventKind, Part, Reason, Role
from blogmodel.text import Level

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["read_events", "written"]


def written(comment_id: str, events: Iterable[Event]) -> str:
    """Return a history as JSON on one line."""
    document = {
        "type": "history",
        "version": 1,
        "comment_id": comment_id,
        "events": [event.as_dict() for event in events],
    }
    return json.dumps(document, ensure_ascii=True, separators=(",", ":"))


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


def read_events(text: str | bytes) -> list[Event]:
    """Return the events that a JSON text holds; their hashes are checked."""
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
