"""A life in moderation: anything that anybody tries, in any order, against the naive model."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from unittest import SkipTest

import attrs
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from blogmodel.testing._handle import Broken
from blogmodel.testing._open_queue import Absent, kind_of
from blogmodel.testing._steps import CAST
from blogmodel.testing.laws._moderation_cases import queue_law
from blogmodel.testing.laws._moderation_sight import VIEWERS, counted, law_of_sight, seen, waits
from blogmodel.testing.naive._moderation import TABLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from blogmodel.testing._law import Law
    from blogmodel.testing._open_queue import OpenQueue
    from blogmodel.testing._profile import Profile
    from blogmodel.testing._queue_bench import QueueBench
    from blogmodel.testing._steps import QueueStep
    from blogmodel.testing._subject import Subject

__all__ = ["moderated_life"]

Try = tuple[str, str, int, int, int]
"""What, by whom, to which comment, with which verdict, and after how many minutes."""

_VERDICTS = ("published", "pending", "spam", "shadowed")
_MINUTE = timedelta(minutes=1)
_KINDS = ("submit", *TABLE)
_SOME = st.integers(0, 150)
_TRIES = st.tuples(
    st.sampled_from(_KINDS),
    st.sampled_from(tuple(CAST)),
    st.integers(0, 5),
    st.integers(0, 3),
    # A minute, a quarter of an hour and more, and more than a month.
    st.sampled_from((1, 1, 16, 44_000)),
)


_FINE = (
    "another-judges-the-appeal",
    "appeal-once",
    "edit-window",
    "judged-only-when-filed",
    "machine-yields-to-people",
    "only-its-author",
    "post-author-approves-by-right",
    "restore-window",
    "shadowing-by-right",
)
"""The laws that refuse what by status and role would be possible: chance seldom comes to them."""


def _machine(law: Law[Any], subject: Subject) -> type[Life]:
    class LifeOfSubject(Life):
        pass

    LifeOfSubject.law, LifeOfSubject.subject = law, subject
    LifeOfSubject.__name__ = LifeOfSubject.__qualname__ = f"Moderated life of {subject.name}"
    return LifeOfSubject


class Life(RuleBasedStateMachine):
    """What becomes of a queue; each step is held against the model."""

    law: Law[Any]
    subject: Subject

    def __init__(self) -> None:
        super().__init__()
        self.bench: QueueBench = self.law.bench(self.subject)
        self.queue = self.bench.open()
        self.latest: QueueStep | None = None

    @initialize(number=st.integers(0, 3))
    def first(self, number: int) -> None:
        """Somebody writes."""
        self.possible(number)

    @rule(number=_SOME)
    def possible(self, number: int) -> None:
        """Somebody does what they may."""
        self.queue.now += _MINUTE
        self.latest = self.queue.possible(number)
        self.look(self.latest)

    @rule(number=_SOME)
    def forbidden(self, number: int) -> None:
        """Somebody does what others may, or they themselves before."""
        self.queue.now += _MINUTE
        self.look(self.queue.possible(number, _FINE) or self.queue.possible(number))

    @rule(number=_SOME)
    def again(self, number: int) -> None:
        """Somebody clicks twice."""
        self.queue.now += _MINUTE
        step, self.latest = self.latest, None
        step = step and attrs.evolve(step, at=self.queue.now)
        can = step is not None and self.queue.can_try(step)
        self.look(step if can else self.queue.possible(number))

    @rule(given=_TRIES)
    def anything(self, given: Try) -> None:
        """Somebody tries anything."""
        self.look(_step_of(self.queue, given))

    def look(self, step: QueueStep | None) -> None:
        """Make a step, where there is one, and look at everything."""
        __tracebackhide__ = True
        if step is None:
            return
        try:
            _made(self.queue, step)
        except Broken as broken:
            raise self.law.error(self.bench, broken) from broken.__cause__

    def teardown(self) -> None:
        """Let the queue go."""
        self.bench.close()


def _step_of(queue: OpenQueue, given: Try) -> QueueStep | None:
    """Return what somebody tries; None where nobody can say what should come of it."""
    kind, who, number, verdict, minutes = given
    queue.now += timedelta(minutes=minutes)
    known = list(queue.model.comments)
    if kind == "submit":
        new = queue.next_id()
        if not new:
            return None
        step = queue.submission(new, _VERDICTS[verdict])
    elif not known:
        return None
    else:
        comment_id = known[number % len(known)]
        step = queue.act(kind, CAST[who], comment_id, _VERDICTS[verdict])
    return step if queue.can_try(step) else None


def _made(queue: OpenQueue, step: QueueStep) -> None:
    """Make a step, or see it refused, and require all that is told to be as in the model."""
    try:
        queue.attempt(step)
    except Absent:
        queue.absent.add(kind_of(step))
        return
    _seen_by_all(queue)
    for law, check in (("count-is-what-is-seen", counted), ("queue-is-what-waits", waits)):
        with suppress(SkipTest):
            if law not in queue.lacks:
                check(queue)


def _seen_by_all(queue: OpenQueue) -> None:
    for name in VIEWERS:
        for comment_id in queue.model.comments:
            if law_of_sight(queue, CAST[name], comment_id) in queue.lacks:
                continue
            with suppress(SkipTest):
                seen(queue, name, comment_id, queue.ask)


def _lives(profile: Profile) -> st.SearchStrategy[tuple[list[Try]]]:
    return st.tuples(st.lists(_TRIES, max_size=profile.steps))


@queue_law(
    "moderated-life",
    "Whatever anybody tries in any order, what may be done is done, and nothing else.",
    _lives,
    machine=_machine,
)
def moderated_life(bench: QueueBench, script: Sequence[Try]) -> None:
    """Require a queue to be as the model after each step of a script."""
    queue = bench.open()
    for given in script:
        step = _step_of(queue, given)
        if step is not None:
            _made(queue, step)
