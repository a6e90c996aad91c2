"""Where a moderation queue is tried, beside the naive model that it is held against."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar
from unittest import SkipTest

import attrs

from blogmodel import _checks
from blogmodel.errors import UnfitAdapterError
from blogmodel.moderation import Rights
from blogmodel.testing._handle import Broken, Handle, Loop, close_all, made
from blogmodel.testing._open_queue import Absent, OpenQueue
from blogmodel.testing._subject import Subject, name_of
from blogmodel.testing.naive import NaiveQueue

__all__ = ["QueueBench", "QueueSubject", "of_queue"]

C = TypeVar("C")


@attrs.frozen(kw_only=True)
class QueueSubject(Subject):
    """A moderation queue under test.

    Attributes:
        rights: what the site lets people do.

    Raises:
        InvalidTypeError: ``make`` cannot be called, or ``rights`` are of another type.
    """

    rights: Rights = attrs.field(factory=Rights)

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        _checks.instance("QueueSubject", "rights", self.rights, Rights, "Rights()")


def of_queue(
    make: Callable[[], Any],
    *,
    rights: Rights | None = None,
    **fields: Any,  # noqa: ANN401
) -> QueueSubject:
    """Return what a function makes, a moderation queue, as a subject.

    Args:
        make: what returns a new adapter with nothing in it, such as its class.
        rights: what the site lets people do; ``Rights()`` where nothing is said.
        fields: those of a `Subject` besides its name and what makes it.

    Raises:
        InvalidTypeError: it cannot be called, or ``rights`` are of another type.

    Example:
        >>> from blogmodel.testing import laws, of_queue
        >>> from blogmodel.testing.broken_queues import MendedQueue
        >>> laws.approve_publishes(of_queue(MendedQueue), 0)
    """
    return QueueSubject(name=name_of(make), make=make, rights=rights or Rights(), **fields)


@attrs.define
class QueueBench:
    """Where the queues of one subject are opened; the last one is told of."""

    subject: Subject
    needs: frozenset[str]
    loop: Loop = attrs.field(factory=Loop)
    queues: list[OpenQueue] = attrs.field(factory=list)

    @property
    def rights(self) -> Rights:
        """What the site lets people do."""
        return self.subject.rights if isinstance(self.subject, QueueSubject) else Rights()

    def open(self) -> OpenQueue:
        """Open a queue with nothing in it.

        Raises:
            SkipTest: it has not the methods that the law is about.
        """
        handle = Handle(self._made(), self.loop, self.subject.patience, in_part=True)
        queue = OpenQueue(handle, NaiveQueue(self.rights), self.subject.lacks)
        self.queues.append(queue)
        handle.need(self.needs)
        return queue

    def _made(self) -> Any:  # noqa: ANN401 - an adapter
        return made(self.subject.make, self.subject.name, self.loop, self.subject.patience)

    def probe(self) -> None:
        """Make sure that a queue has the methods that have to be there.

        Raises:
            UnfitAdapterError: it has not.
        """
        queue = self.open()
        for name in ("submit", "move", "status"):
            if not queue.handle.can(name):
                raise UnfitAdapterError(self.subject.name, f"it has no {name}()")

    def first(self, cases: Sequence[C], number: int, trial: Callable[[OpenQueue, C], None]) -> None:
        """Try a case; where the queue has nothing of the kind, the next one.

        Raises:
            SkipTest: it has nothing of any case.
        """
        why = ""
        for place in range(len(cases)):
            try:
                trial(self.open(), cases[(number + place) % len(cases)])
            except Absent as absent:
                why = why or str(absent)
            else:
                return
        raise SkipTest(why or "nothing of it is possible by its rights")

    def story(self) -> str:
        """Return what was done to the last queue, what was expected of it, and what came."""
        return self.queues[-1].story() if self.queues else ""

    def close(self) -> Broken | None:
        """Let go of all; return what is wrong with that."""
        return close_all([queue.handle for queue in self.queues], self.loop)
