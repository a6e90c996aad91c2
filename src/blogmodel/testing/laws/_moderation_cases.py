"""What laws about moderation are tried with: ways to a status, and what is done there.

A way is written as words: the policy's verdict, then ``kind:who``, each a step. Cases are few, so
that all of them are tried; they stand with the simplest first.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Concatenate, ParamSpec

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from blogmodel.testing._law import Law
from blogmodel.testing._open_queue import Absent, OpenQueue
from blogmodel.testing._profile import Profile
from blogmodel.testing._queue_bench import QueueBench
from blogmodel.testing._steps import CAST
from blogmodel.testing._subject import Subject
from blogmodel.testing.naive._moderation import TABLE

__all__ = [
    "WAYS",
    "actors",
    "case_law",
    "done",
    "numbers",
    "queue_law",
    "refused",
    "scripts",
    "to_any",
]

P = ParamSpec("P")
WAYS = {
    "pending": ("pending", "published hold:lise", "published hold:policy"),
    "published": ("published", "pending approve:lise"),
    "shadowed": ("shadowed", "published shadow:lise"),
    "spam": ("spam", "pending mark-spam:lise", "published mark-spam:policy"),
    "rejected": ("pending reject:lise",),
    "removed": ("published remove:lise", "published remove:host", "shadowed remove:lise"),
    "withdrawn": ("published withdraw:zoe", "pending withdraw:zoe", "shadowed withdraw:zoe"),
    "erased": ("published erase:anne", "pending erase:retention"),
}
"""How a comment comes to a status."""


def to_any(statuses: Iterable[str]) -> list[str]:
    """Return the ways to some statuses, the first of each before the second of any."""
    ways = [WAYS[status] for status in statuses]
    return [way[n] for n in range(3) for way in ways if n < len(way)]


def actors(kind: str, *, others: str = "") -> list[str]:
    """Return one of each role that the table has for a kind, and others."""
    roles = TABLE[kind][2].split()
    first = {CAST[name].role: name for name in reversed(CAST)}
    return [first[role] for role in roles] + others.split()


def numbers(cases: Sequence[str]) -> Callable[[Profile], SearchStrategy[tuple[int]]]:
    """Return the numbers of cases."""
    return lambda _: st.tuples(st.integers(0, max(len(cases) - 1, 0)))


def scripts(profile: Profile) -> SearchStrategy[tuple[list[int]]]:
    """Anything that is possible, in any order."""
    return st.tuples(st.lists(st.integers(0, 150), max_size=profile.steps))


def done(queue: OpenQueue, case: str) -> None:
    """Go the way of a case but its last step, and require that to go through."""
    step = queue.come_to(case)
    if queue.model.answer(step):
        raise Absent
    queue.do(step)


def refused(law: str) -> Callable[[OpenQueue, str], None]:
    """Return what requires the last step of a case to be refused, where a law refuses it."""

    def trial(queue: OpenQueue, case: str) -> None:
        step = queue.come_to(case)
        if queue.model.answer(step) != law:
            raise Absent
        queue.refuse(step)

    return trial


def case_law(
    name: str,
    statement: str,
    cases: Sequence[str],
    trial: Callable[[OpenQueue, str], None],
    *,
    needs: str = "",
) -> Law[[int]]:
    """Return the law that a trial of each of some cases comes to what it should."""

    @queue_law(name, statement, numbers(cases), needs=needs)
    def law(bench: QueueBench, number: int) -> None:
        bench.first(cases, number, trial)

    return law


def queue_law(
    name: str,
    statement: str,
    cases: Callable[[Profile], SearchStrategy[Any]],
    *,
    needs: str = "",
    machine: Callable[[Law[Any], Subject], Any] | None = None,
) -> Callable[[Callable[Concatenate[QueueBench, P], None]], Law[P]]:
    """Make a law of a function that checks it on a bench."""

    def made(check: Callable[Concatenate[QueueBench, P], None]) -> Law[P]:
        return Law(name, statement, frozenset(needs.split()), cases, machine, QueueBench, check)

    return made
