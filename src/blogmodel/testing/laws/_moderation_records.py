"""What is kept of what happened: events that lead where things stand, and no person in them."""

from collections.abc import Sequence

from blogmodel.testing._handle import Broken
from blogmodel.testing._open_queue import PERSONAL, OpenQueue
from blogmodel.testing._queue_bench import QueueBench
from blogmodel.testing._steps import CAST
from blogmodel.testing.laws._moderation_cases import numbers, queue_law, scripts

__all__ = [
    "erased_leaves_no_id",
    "erased_leaves_nothing",
    "events_only_grow",
    "events_tell_no_person",
    "state_is_the_fold",
]


@queue_law(
    "state-is-the-fold",
    "Where a comment stands is where its events lead, from nothing else.",
    scripts,
    needs="events fold",
)
def state_is_the_fold(bench: QueueBench, script: Sequence[int]) -> None:
    """Require the events of each comment to lead to its status, after each step."""
    queue = bench.open()
    for _ in queue.lived(script):
        for comment_id in queue.model.comments:
            came = str(queue.handle.call("fold", _events(queue, comment_id)))
            expected = queue.status(comment_id)
            problem = f"the events of {comment_id} lead to {came}; it is {expected}"
            queue.ask(f"fold the events of {comment_id}", expected, came, problem)


@queue_law(
    "events-only-grow",
    "An event that was written stays as it is: what comes is added at the end.",
    scripts,
    needs="events",
)
def events_only_grow(bench: QueueBench, script: Sequence[int]) -> None:
    """Require the events before a step to be the first of those after it, and one more to come."""
    queue = bench.open()
    before: list[str] = []
    for step in queue.lived(script):
        if step.comment_id != "c1":
            continue
        after = [repr(event) for event in _events(queue, "c1")]
        kept = str(after[: len(before)] == before)
        queue.ask(
            "are the events before still there?", "True", kept, "an event was changed or lost"
        )
        problem = f"{step.kind} left no event"
        queue.ask("is there another one?", "True", str(len(after) > len(before)), problem)
        before = after


def _events(queue: OpenQueue, comment_id: str) -> list[object]:
    return list(queue.handle.call("events", comment_id))


_LIVES = [
    "pending",
    "published edit:zoe:published",
    "pending approve:lise",
    "published report:rene remove:lise",
    "published remove:lise appeal:zoe grant:marc",
    "published withdraw:zoe",
    "spam edit:zoe:published",
    "published edit:lise:published remove:host",
]
_ENDS = [f"{life} erase:{who}" for who in ("anne", "retention") for life in _LIVES]


@queue_law(
    "events-tell-no-person",
    "Events hold neither text nor name nor address, so that they may outlive an erasure.",
    numbers(_LIVES),
    needs="events",
)
def events_tell_no_person(bench: QueueBench, number: int) -> None:
    """Require nothing personal in the repr of any event."""
    bench.first(_LIVES, number, _events_tell_nothing)


def _events_tell_nothing(queue: OpenQueue, case: str) -> None:
    queue.go(case)
    for place, event in enumerate(_events(queue, "c1"), 1):
        _tells_nothing(queue, repr(event) + str(event), f"event {place} of c1")


@queue_law(
    "erased-leaves-nothing",
    "Nothing is left of what was erased: no text, and no name or address of its author.",
    numbers(_ENDS),
    needs="dump",
)
def erased_leaves_nothing(bench: QueueBench, number: int) -> None:
    """Require nothing personal in all that is stored."""
    bench.first(_ENDS, number, _left_nothing)


def _left_nothing(queue: OpenQueue, case: str) -> None:
    queue.go(case)
    _tells_nothing(queue, _dump(queue), "what is stored about c1")


@queue_law(
    "erased-leaves-no-id",
    "Nothing is left of what was erased by which its author's account could be found.",
    numbers(_ENDS),
    needs="dump",
)
def erased_leaves_no_id(bench: QueueBench, number: int) -> None:
    """Require the id of the author to be nowhere in all that is stored."""
    bench.first(_ENDS, number, _left_no_id)


def _left_no_id(queue: OpenQueue, case: str) -> None:
    queue.go(case)
    author = CAST["zoe"].id
    _absent(queue, _dump(queue), author, "what is stored about c1", "the author's id")


def _dump(queue: OpenQueue) -> str:
    dump = queue.handle.call("dump", "c1")
    return dump if isinstance(dump, str) else repr(dump)


def _tells_nothing(queue: OpenQueue, text: str, where: str) -> None:
    for what, marker in PERSONAL.items():
        _absent(queue, text, marker, where, what)


def _absent(queue: OpenQueue, text: str, marker: str, where: str, what: str) -> None:
    at = text.casefold().find(marker.casefold())
    if at < 0:
        return
    part = text[max(at - 20, 0) : at + len(marker) + 20]
    queue.lines.append((f"look through {where}", f"no {marker}", "it is there"))
    raise Broken(f"{what} is still in {where}: …{part}…")
