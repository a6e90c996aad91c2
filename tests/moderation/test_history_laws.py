import random
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from blogmodel.errors import TransitionError
from blogmodel.model import Status
from blogmodel.moderation import (
    MOVES,
    Actor,
    EventKind,
    History,
    Role,
    fingerprint,
    permissions,
)
from blogmodel.testing import strategies as blog

from support.moderating import NOW

KEY = b"a secret of this site"
ACTORS = [Actor(role, fingerprint(KEY, f"{role}{n}")) for role in Role for n in range(2)]
RIGHTS = blog.ALL_RIGHTS
HISTORIES = blog.histories()
BEGINNINGS = [Status.PENDING, Status.PUBLISHED, Status.SPAM, Status.SHADOWED]
APART = {EventKind.SUBMIT, EventKind.IMPORT}
SOURCES = {move.kind: move.sources for move in MOVES}
TARGETS = {move.kind: move.target for move in MOVES}

ACTORS_DRAWN = st.sampled_from(ACTORS)
KINDS = st.sampled_from([kind for kind in EventKind if kind not in APART])
WAITS = st.integers(0, 3).map(lambda minutes: timedelta(minutes=minutes))
CONTENTS = st.sampled_from([None, fingerprint(KEY, "a"), fingerprint(KEY, "b")])
STEPS = st.lists(st.tuples(KINDS, ACTORS_DRAWN, WAITS, CONTENTS), max_size=8)


def stepped(history: History, steps: Any) -> History:
    """Make every move that is possible of some."""
    for kind, actor, wait, content in steps:
        at = history.events[-1].at + wait
        try:
            if kind is EventKind.EDIT:
                history = history.edit(actor, at=at, content=content, rights=RIGHTS)
            elif kind is EventKind.UNDO:
                history = history.undo(actor, at=at, rights=RIGHTS)
            else:
                history = history.move(kind, actor, at=at, rights=RIGHTS)
        except TransitionError:
            continue
    return history


class Life(RuleBasedStateMachine):
    """A comment's life, whatever anybody tries."""

    @initialize(status=st.sampled_from(BEGINNINGS))
    def begin(self, status: Status) -> None:
        self.history = History.submit("c1", status, at=NOW, rights=RIGHTS)

    @rule(kind=KINDS, actor=ACTORS_DRAWN, wait=WAITS, content=CONTENTS)
    def try_something(self, kind: EventKind, actor: Actor, wait: timedelta, content: Any) -> None:
        before = self.history
        at = before.events[-1].at + wait
        allowed = kind in permissions(actor, before, at=at, rights=RIGHTS)
        self.history = stepped(before, [(kind, actor, wait, content)])
        made = len(self.history.events) > len(before.events)
        assert made == allowed
        if not made:
            return
        assert before.state.status in SOURCES[kind]
        if TARGETS[kind] is not None:
            assert self.history.state.status is TARGETS[kind]
        assert self.history.version != before.version
        if kind is EventKind.UNDO:
            assert self.history.state.revision == before.state.revision
        elif self.history.state.decision is self.history.events[-1]:
            back = self.history.undo(ACTORS[8], at=at, rights=RIGHTS).state
            assert back == before.state

    @invariant()
    def it_is_what_its_events_lead_to(self) -> None:
        if not hasattr(self, "history"):
            return
        self.history.verify()
        assert self.history.void == ()
        assert History.from_json(self.history.to_json()) == self.history
        shuffled = list(self.history.events)
        random.Random(1).shuffle(shuffled)  # noqa: S311 - no secret
        assert History.from_events(shuffled).state == self.history.state

    @invariant()
    def what_is_erased_stays_erased(self) -> None:
        if hasattr(self, "history") and self.history.state.status is Status.ERASED:
            for actor in ACTORS:
                at = self.history.events[-1].at
                assert permissions(actor, self.history, at=at, rights=RIGHTS) == frozenset()


TestLife = Life.TestCase


def test_the_actor_that_takes_back_is_an_admin() -> None:
    assert ACTORS[8].role is Role.ADMIN


@given(HISTORIES, STEPS, STEPS, STEPS)
def test_replicas_merge_to_one_history(start: History, first: Any, second: Any, third: Any) -> None:
    one, two, three = (stepped(start, steps) for steps in (first, second, third))
    merged = one.merge(two)
    assert merged == two.merge(one)
    assert merged.state == two.merge(one).state
    assert merged.version == two.merge(one).version
    assert merged.merge(three) == one.merge(two.merge(three))
    assert one.merge(one) == one
    assert start.merge(one) == one
    assert {event.hash for event in merged.events} == {
        event.hash for event in (*one.events, *two.events)
    }
    merged.verify()
    erased = Status.ERASED in (one.state.status, two.state.status)
    assert (merged.state.status is Status.ERASED) == erased


@given(HISTORIES, STEPS, STEPS, STEPS)
def test_a_merged_history_goes_on(start: History, one: Any, two: Any, then: Any) -> None:
    merged = stepped(start, one).merge(stepped(start, two))
    after = stepped(merged, then)
    after.verify()
    assert after.void == merged.void


@given(HISTORIES, st.data())
def test_no_event_of_the_middle_can_be_left_out(history: History, data: st.DataObject) -> None:
    if len(history.events) < 2:
        return
    left_out = data.draw(st.integers(0, len(history.events) - 2))
    kept = [event for number, event in enumerate(history.events) if number != left_out]
    from blogmodel.errors import TamperedHistoryError  # noqa: PLC0415 - for this alone

    with pytest.raises(TamperedHistoryError):
        History.from_events(kept)
