"""Events in the order in which they count, and where they lead."""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

import attrs

from blogmodel.errors import TamperedHistoryError
from blogmodel.moderation._kinds import EventKind
from blogmodel.moderation._states import State, beginning, problem_of, taken_back, then

if TYPE_CHECKING:
    from collections.abc import Sequence

    from blogmodel.moderation._events import Event

__all__ = ["Void", "folded", "in_order"]


@attrs.frozen
class Void:
    """An event that came to nothing when two replicas were merged.

    Attributes:
        event: the event; it stays in the history.
        reason: why it came to nothing.
    """

    event: Event
    reason: str


def in_order(known: dict[str, Event]) -> list[Event]:
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


def folded(ordered: Sequence[Event]) -> tuple[State, tuple[Void, ...]]:
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
