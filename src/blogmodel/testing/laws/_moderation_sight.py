"""Who sees the text, and that counts and queues say the same."""

from collections.abc import Callable, Sequence

from blogmodel.testing._law import Law
from blogmodel.testing._open_queue import Absent, OpenQueue
from blogmodel.testing._queue_bench import QueueBench
from blogmodel.testing._steps import CAST, Who
from blogmodel.testing.laws._moderation_cases import WAYS, case_law, queue_law, scripts, to_any
from blogmodel.testing.naive import OPEN

__all__ = [
    "VIEWERS",
    "authors_see_their_own",
    "count_is_what_is_seen",
    "counted",
    "law_of_sight",
    "moderators_see_all_but_erased",
    "post_authors_see_as_they_may",
    "queue_is_what_waits",
    "seen",
    "visitors_see_what_is_published",
    "waits",
    "withdrawn_seen_in_the_window",
]

Expect = Callable[[str, str, str, str], None]
VIEWERS = ("rene", "luc", "zoe", "host", "lise", "anne")
"""Who looks."""


def law_of_sight(queue: OpenQueue, who: Who, comment_id: str) -> str:
    """Return the law that tells whether somebody sees a comment as it stands."""
    row = queue.model.comments[comment_id]
    if who.role == "author" and row.comment.author and row.comment.author.id == who.id:
        is_back = row.status == "withdrawn"
        return "withdrawn-seen-in-the-window" if is_back else "authors-see-their-own"
    return _OTHERS[who.role]


_OTHERS = {
    "reader": "visitors-see-what-is-published",
    "author": "visitors-see-what-is-published",
    "post-author": "post-authors-see-as-they-may",
    "moderator": "moderators-see-all-but-erased",
    "admin": "moderators-see-all-but-erased",
}


def _law(name: str, statement: str, cases: Sequence[str]) -> Law[[int]]:
    """Return the law that somebody, the last word of a case, sees a comment or does not."""
    return case_law(name, statement, cases, _seen_after, needs="sees")


def _seen_after(queue: OpenQueue, case: str) -> None:
    way, _, who = case.rpartition(" ")
    who, _, late = who.partition("@")
    queue.go(way)
    if late:
        queue.wait(late, "c1")
    if queue.model.sees(CAST[who], "c1", queue.now) == OPEN:
        raise Absent
    seen(queue, who, "c1", queue.expect)


def seen(queue: OpenQueue, name: str, comment_id: str, expect: Expect) -> None:
    """Require somebody to see a comment now, or not to, as the table has it."""
    who = CAST[name]
    expected = queue.model.sees(who, comment_id, queue.now)
    if expected == OPEN:
        return
    came = "yes" if queue.sees(who, comment_id) else "no"
    status = queue.model.status(comment_id)
    verb = "sees" if came == "yes" else "does not see"
    expect(
        f"does {who} see {comment_id}, at {queue.now:%Y-%m-%d %H:%M}?",
        expected,
        came,
        f"{who} {verb} the text of {comment_id}, which is {status}",
    )


def _cases(*names: str) -> list[str]:
    return [f"{way} {name}" for way in to_any(WAYS) for name in names]


visitors_see_what_is_published: Law[[int]] = _law(
    "visitors-see-what-is-published",
    "A visitor sees the text of what is published, and of nothing else; so do other commenters.",
    _cases("rene", "luc"),
)
authors_see_their_own: Law[[int]] = _law(
    "authors-see-their-own",
    "Its author sees what waits, was refused, taken down or shadowed, until it is erased.",
    [f"{way} zoe" for way in to_any(status for status in WAYS if status != "withdrawn")],
)
withdrawn_seen_in_the_window: Law[[int]] = _law(
    "withdrawn-seen-in-the-window",
    "Its author sees what they withdrew as long as they may bring it back, and not after.",
    [f"{way} zoe{when}" for when in ("@late", "", "@half") for way in WAYS["withdrawn"]],
)
post_authors_see_as_they_may: Law[[int]] = _law(
    "post-authors-see-as-they-may",
    "The author of the post sees what was taken down, and what waits where they may approve it.",
    _cases("host"),
)
moderators_see_all_but_erased: Law[[int]] = _law(
    "moderators-see-all-but-erased",
    "Moderators and admins see every text but an erased one, of which there is none.",
    _cases("lise", "anne"),
)


@queue_law(
    "count-is-what-is-seen",
    "The number of comments that somebody is told is that of those whose text they see.",
    scripts,
    needs="count",
)
def count_is_what_is_seen(bench: QueueBench, script: Sequence[int]) -> None:
    """Require the count to be what is seen, for everybody, after each step."""
    _after_each(bench, script, counted)


def counted(queue: OpenQueue) -> None:
    """Require the count, held against what the queue itself says is seen, where it says so.

    Raises:
        Absent: it counts for nobody.
    """
    counts = {}
    why = Absent()
    for name in VIEWERS:
        try:
            counts[CAST[name]] = queue.count(CAST[name])
        except Absent as absent:
            why = absent
    if not counts:
        raise why
    for who, came in counts.items():
        answers = [_answer(queue, who, comment_id) for comment_id in queue.model.comments]
        if OPEN in answers:
            continue
        number = answers.count("yes")
        queue.ask(
            f"how many are there for {who}?",
            str(number),
            str(came),
            f"{who} is told of {came}, and sees {number}",
        )


def _answer(queue: OpenQueue, who: Who, comment_id: str) -> str:
    try:
        return "yes" if queue.sees(who, comment_id) else "no"
    except Absent:
        return queue.model.sees(who, comment_id, queue.now)


@queue_law(
    "queue-is-what-waits",
    "The queue holds what waits, each once, and nothing else.",
    scripts,
    needs="waiting",
)
def queue_is_what_waits(bench: QueueBench, script: Sequence[int]) -> None:
    """Require the queue to be the pending comments after each step."""
    _after_each(bench, script, waits)


def waits(queue: OpenQueue) -> None:
    """Require what waits to be in the queue."""
    came, expected = queue.ids("waiting"), sorted(queue.model.waiting())
    missing = [comment_id for comment_id in expected if comment_id not in came]
    if missing:
        problem = f"{missing[0]} waits, and is not in the queue"
    else:
        problem = f"{', '.join(came)} is in the queue; what waits is {_listed(expected)}"
    queue.ask("what waits?", _listed(expected), _listed(came), problem)


def _listed(ids: Sequence[str]) -> str:
    return ", ".join(ids) or "nothing"


def _after_each(
    bench: QueueBench, script: Sequence[int], check: Callable[[OpenQueue], None]
) -> None:
    queue = bench.open()
    check(queue)
    for _ in queue.lived(script):
        check(queue)
