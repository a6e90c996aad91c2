"""What is refused: moves that the table does not have, and those of people who may not."""

from collections.abc import Sequence

from blogmodel.testing._law import Law
from blogmodel.testing._open_queue import Absent, OpenQueue
from blogmodel.testing._queue_bench import QueueBench
from blogmodel.testing.laws._moderation_cases import (
    WAYS,
    actors,
    case_law,
    done,
    numbers,
    queue_law,
    refused,
    to_any,
)
from blogmodel.testing.naive._moderation import LIVING, TABLE

__all__ = [
    "edit_window",
    "only_its_author",
    "post_author_approves_by_right",
    "refusals_change_nothing",
    "repeats_refused",
    "restore_window",
    "roles_are_kept",
    "shadowing_by_right",
    "unknown_comments_refused",
    "wrong_status_refused",
]


def _law(name: str, statement: str, cases: Sequence[str]) -> Law[[int]]:
    """Return the law that the last step of each case is refused, where the model says so."""
    return case_law(name, statement, cases, refused(name))


_REPEATED = [
    f"{WAYS[target][0]} {kind}:{actors(kind)[0]}"
    for kind, (_, target, _) in TABLE.items()
    if target not in {"", "erased"}
]
_WRONG = [
    f"{WAYS[status][0]} {kind}:{actors(kind)[0]}"
    for kind, (sources, target, _) in TABLE.items()
    for status in LIVING.split()
    if status not in sources.split() and status != target
]
repeats_refused: Law[[int]] = _law(
    "repeats-refused",
    "A move is refused that leads where the comment stands already.",
    _REPEATED,
)
wrong_status_refused: Law[[int]] = _law(
    "wrong-status-refused",
    "A move is refused where a comment has a status from which it does not lead.",
    _WRONG,
)
roles_are_kept: Law[[int]] = _law(
    "roles-are-kept",
    "A move is refused to whoever has not the role for it.",
    [
        f"{WAYS[status][0]} {kind}:{who}"
        for kind, (sources, _, _) in TABLE.items()
        for who in ("rene", "zoe", "host", "lise", "policy", "retention")
        for status in dict.fromkeys((sources.split()[0], sources.split()[-1]))
    ],
)
only_its_author: Law[[int]] = _law(
    "only-its-author",
    "Who wrote another comment is not the author of this one.",
    [
        f"{way} {kind}:luc"
        for kind in ("withdraw", "edit", "restore", "appeal")
        for way in to_any(TABLE[kind][0].split())
    ],
)


def _window_law(name: str, statement: str, way: str, kind: str) -> Law[[int]]:
    """Return the law that a step of its author's is refused late, and no moderator's."""
    ends = (f"{kind}@late:zoe", f"{kind}@half:zoe", f"{kind}@late:lise")

    def trial(queue: OpenQueue, case: str) -> None:
        (refused(name) if "@late:zoe" in case else done)(queue, case)

    return case_law(name, statement, [f"published{way} {end}" for end in ends], trial)


edit_window: Law[[int]] = _window_law(
    "edit-window",
    "Its author may edit a comment as long as the rights say, and a moderator after that.",
    "",
    "edit",
)
restore_window: Law[[int]] = _window_law(
    "restore-window",
    "Its author may bring back what they withdrew as long as the rights say, a moderator later.",
    " withdraw:zoe",
    "restore",
)


def _as_answered(queue: OpenQueue, case: str) -> None:
    queue.attempt(queue.come_to(case))


post_author_approves_by_right: Law[[int]] = case_law(
    "post-author-approves-by-right",
    "The author of the post approves what waits under it where the rights let them, only there.",
    [f"{way} approve:host" for way in to_any(("pending", "spam"))],
    _as_answered,
)
shadowing_by_right: Law[[int]] = case_law(
    "shadowing-by-right",
    "A comment is left to its author alone where the rights turn that on, and only there.",
    [f"{way} shadow:{who}" for who in ("lise", "anne") for way in ("published", "pending")],
    _as_answered,
)

_KINDS = [f"{kind}:{who}" for kind in TABLE for who in actors(kind)]


@queue_law(
    "unknown-comments-refused",
    "A move of a comment that is not there is refused.",
    numbers(_KINDS),
)
def unknown_comments_refused(bench: QueueBench, number: int) -> None:
    """Require every move of an unknown id to be refused, and to make no comment of it."""
    bench.first(_KINDS, number, _unknown)


def _unknown(queue: OpenQueue, word: str) -> None:
    queue.go("pending")
    queue.refuse(queue.step(word, "c7"))


_REFUSED = [*_WRONG, *_REPEATED]


@queue_law(
    "refusals-change-nothing",
    "A move that is refused leaves all as it was: events, version, count, places in the queue.",
    numbers(_REFUSED),
)
def refusals_change_nothing(bench: QueueBench, number: int) -> None:
    """Require that nothing that the queue tells changes when it refuses."""
    bench.first(_REFUSED, number, _nothing_changed)


def _nothing_changed(queue: OpenQueue, case: str) -> None:
    step = queue.come_to(case)
    before = queue.all_told("c1")
    if not before:
        raise Absent("it tells nothing but statuses")
    if not queue.tried(step):
        raise Absent("wrong moves are not refused")
    queue.lines.append((str(step), "refused", "refused"))
    after = queue.all_told("c1")
    for call, told in before.items():
        queue.expect(
            f"ask for {call}", told, after[call], f"{call} changed, though {step.kind} was refused"
        )
