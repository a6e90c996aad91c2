"""Several people at one queue: versions, handles, what is offered, what is taken back."""

from collections.abc import Sequence

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from blogmodel.testing._open_queue import OpenQueue
from blogmodel.testing._profile import Profile
from blogmodel.testing._queue_bench import QueueBench
from blogmodel.testing.laws._moderation_cases import numbers, queue_law, to_any
from blogmodel.testing.naive._moderation import TABLE

__all__ = [
    "handles_agree",
    "permissions_are_true",
    "stale_versions_refused",
    "undo_takes_back",
]

_DECIDED = [
    "pending approve:lise remove:marc",
    "published remove:lise mark-spam:marc",
    "pending reject:lise approve:marc",
    "pending mark-spam:lise approve:marc",
    "published withdraw:zoe restore:marc",
    "published report:rene remove:marc",
    "published hold:lise approve:marc",
]


@queue_law(
    "stale-versions-refused",
    "Who decides on what they saw is refused where it went on meanwhile, and not otherwise.",
    numbers(_DECIDED),
    needs="version move_expecting",
)
def stale_versions_refused(bench: QueueBench, number: int) -> None:
    """Require a move with the version before the last step to be refused, and with it to go."""
    bench.first(_DECIDED, number, _stale)


def _stale(queue: OpenQueue, case: str) -> None:
    first, second, third = case.split()
    queue.go(first)
    seen = queue.handle.call("version", "c1")
    queue.go(second)
    step = queue.step(third)
    before = queue.model.status("c1")
    refusal = queue.tried(step, seen)
    came = queue.status("c1")
    refused = "refused" if refusal and came == before else came
    problem = (
        f"{step.kind}, decided on what {step.who} saw before {second.split(':')[0]}, went through"
    )
    queue.expect(f"{step}, as seen after step 1", "refused", refused, problem)
    refusal = queue.tried(step, queue.handle.call("version", "c1"))
    queue.model.apply(step)
    came = "refused" if refusal else queue.status("c1")
    problem = f"{step.kind} with the version of now came to: {refusal or came}"
    queue.expect(f"{step}, as seen now", queue.model.status("c1"), came, problem)


def _turns(profile: Profile) -> SearchStrategy[tuple[list[tuple[int, int]]]]:
    return st.tuples(
        st.lists(st.tuples(st.integers(0, 1), st.integers(0, 150)), max_size=profile.steps)
    )


@queue_law(
    "handles-agree",
    "Two processes at one queue see the same, which is what was done at either.",
    _turns,
    needs="another",
)
def handles_agree(bench: QueueBench, turns: Sequence[tuple[int, int]]) -> None:
    """Require both handles to have each comment where the model has it, after each turn."""
    first = bench.open()
    second = attrs.evolve(
        first, handle=attrs.evolve(first.handle, adapter=first.handle.call("another"))
    )
    handles = (first, second)
    try:
        for who, number in turns:
            queue, other = handles[who], handles[1 - who]
            queue.now = other.now = max(queue.now, other.now)
            for _ in queue.lived([number]):
                _agree(other, f"handle {2 - who}")
    finally:
        second.handle.close()


def _agree(queue: OpenQueue, name: str) -> None:
    for comment_id in queue.model.comments:
        came, expected = queue.status(comment_id), queue.model.status(comment_id)
        problem = f"{name} has {comment_id} as {came}; the other one made it {expected}"
        queue.ask(f"look at {comment_id} by {name}", expected, came, problem)


_TAKEN_BACK = [
    *(
        f"{way} undo:anne"
        for way in (
            "pending approve:lise",
            "published hold:lise",
            "pending reject:lise",
            "published remove:lise",
            "published mark-spam:lise",
            "published shadow:lise",
            "published remove:lise restore:marc",
            "spam appeal:zoe grant:lise",
            "published remove:lise mark-spam:lise",
        )
    ),
    "pending approve:lise remove:marc undo:anne undo:anne",
    "published hold:policy approve:lise undo:lise reject:marc undo:anne undo:anne",
]


@queue_law(
    "undo-takes-back",
    "A decision that is taken back leaves the status that was before it; then the one before.",
    numbers(_TAKEN_BACK),
    needs="undo",
)
def undo_takes_back(bench: QueueBench, number: int) -> None:
    """Require each undo to go through, and to lead to the status before the decision."""
    bench.first(_TAKEN_BACK, number, _undone)


def _undone(queue: OpenQueue, case: str) -> None:
    words = case.split()
    tested = words.count("undo:anne")
    queue.go(" ".join(words[:-tested]))
    for word in words[-tested:]:
        queue.do(queue.step(word))


_ASKED = [
    f"{way} {kind}:{who}"
    for kind in TABLE
    for who in ("lise", "anne", "host", "zoe", "rene", "policy")
    for way in to_any(("pending", "published", "removed", "withdrawn", "spam", "erased"))[:6]
]


@queue_law(
    "permissions-are-true",
    "What somebody is offered can be done, and what can be done is offered.",
    numbers(_ASKED),
    needs="permissions",
)
def permissions_are_true(bench: QueueBench, number: int) -> None:
    """Require a step to go through where it was offered, and to be refused where it was not."""
    bench.first(_ASKED, number, _as_offered)


def _as_offered(queue: OpenQueue, case: str) -> None:
    step = queue.come_to(case)
    offered = queue.ids("permissions", step.who.role, step.who.id, "c1", queue.now)
    expected = "offered" if step.kind in offered else "not offered"
    refusal = queue.tried(step)
    came = "refused" if refusal else "done"
    agrees = bool(refusal) == (step.kind not in offered)
    problem = f"{step.kind} is {expected} to {step.who}, and when they try it is {came}"
    problem += f" ({refusal})" if refusal else ""
    queue.expect(str(step), expected, expected if agrees else came, problem)
