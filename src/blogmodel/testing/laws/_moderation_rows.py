"""Where the moves lead: each row of the table of moves is a law."""

from collections.abc import Sequence

from blogmodel.testing._law import Law
from blogmodel.testing._open_queue import OpenQueue
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
from blogmodel.testing.naive._moderation import TABLE

__all__ = [
    "acknowledge_moves_nothing",
    "appeal_moves_nothing",
    "approve_publishes",
    "deny_moves_nothing",
    "erase_is_the_end",
    "escalate_moves_nothing",
    "grant_publishes",
    "hold_has_it_wait",
    "reject_refuses",
    "remove_takes_down",
    "report_moves_nothing",
    "restore_as_before",
    "shadow_hides",
    "spam_is_marked",
    "submit_keeps_the_verdict",
    "withdraw_takes_back",
]


def _law(name: str, statement: str, cases: Sequence[str]) -> Law[[int]]:
    """Return the law that the last step of each case goes through, and leads where it should."""
    return case_law(name, statement, cases, done)


def _from(kind: str, *, before: str = "", others: str = "") -> list[str]:
    """Return what the table has of a kind: from each status, by each role."""
    return [
        f"{way}{before} {kind}:{who}"
        for who in actors(kind, others=others)
        for way in to_any(TABLE[kind][0].split())
    ]


submit_keeps_the_verdict: Law[[int]] = _law(
    "submit-keeps-the-verdict",
    "A comment begins with the status that the policy gave it.",
    ("pending", "published", "spam", "shadowed"),
)
approve_publishes: Law[[int]] = _law(
    "approve-publishes",
    "What waits, was refused, is shadowed or taken for spam is published once it is approved.",
    _from("approve"),
)
hold_has_it_wait: Law[[int]] = _law(
    "hold-has-it-wait", "What was published and is held waits again.", _from("hold")
)
spam_is_marked: Law[[int]] = _law(
    "spam-is-marked",
    "What is marked as spam is spam, wherever it stood.",
    _from("mark-spam"),
)
reject_refuses: Law[[int]] = _law(
    "reject-refuses", "What waits and is rejected is refused.", _from("reject")
)
remove_takes_down: Law[[int]] = _law(
    "remove-takes-down", "What is shown and is removed is taken down.", _from("remove")
)
shadow_hides: Law[[int]] = _law(
    "shadow-hides", "What is shadowed is left to its author alone.", _from("shadow")
)
withdraw_takes_back: Law[[int]] = _law(
    "withdraw-takes-back",
    "What its author withdraws is withdrawn, waiting or shown.",
    _from("withdraw"),
)
restore_as_before: Law[[int]] = _law(
    "restore-as-before",
    "What was removed or withdrawn and is restored has the status that it had before.",
    _from("restore"),
)
report_moves_nothing: Law[[int]] = _law(
    "report-moves-nothing",
    "Readers' reports move a comment nowhere: they open a review.",
    [*_from("report"), *_from("report", before=" report:rene")],
)
acknowledge_moves_nothing: Law[[int]] = _law(
    "acknowledge-moves-nothing",
    "A moderator who looked at the reports closes the review, and moves the comment nowhere.",
    _from("acknowledge", before=" report:rene"),
)
escalate_moves_nothing: Law[[int]] = _law(
    "escalate-moves-nothing",
    "A matter that is passed on moves the comment nowhere.",
    _from("escalate"),
)
appeal_moves_nothing: Law[[int]] = _law(
    "appeal-moves-nothing",
    "An appeal leaves a comment where it stands until somebody judges it.",
    _from("appeal"),
)
grant_publishes: Law[[int]] = _law(
    "grant-publishes",
    "What its author appealed for is published once another moderator grants it.",
    [case.replace("grant:lise", "grant:marc") for case in _from("grant", before=" appeal:zoe")],
)
deny_moves_nothing: Law[[int]] = _law(
    "deny-moves-nothing",
    "An appeal that is denied leaves the comment where it stands.",
    [case.replace("deny:lise", "deny:marc") for case in _from("deny", before=" appeal:zoe")],
)

_ERASING = [*_from("erase"), "published remove:lise appeal:zoe erase:anne"]
_AFTER = [f"{way} {kind}:{who}" for way in WAYS["erased"] for kind in TABLE for who in actors(kind)]
_ENDS = [*_ERASING, *_AFTER]


@queue_law(
    "erase-is-the-end",
    "What is erased is erased from wherever it stood, and nothing is done to it any more.",
    numbers(_ENDS),
)
def erase_is_the_end(bench: QueueBench, number: int) -> None:
    """Require an erasure to go through, and whatever comes after it to be refused."""
    bench.first(_ENDS, number, _ended)


def _ended(queue: OpenQueue, case: str) -> None:
    (done if case in _ERASING else refused("erase-is-the-end"))(queue, case)
