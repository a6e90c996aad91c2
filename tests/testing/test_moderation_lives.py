"""Lives of moderation queues, tried by hand."""

from hypothesis import find

from blogmodel.testing import PROFILES, laws, of_queue
from blogmodel.testing._queue_bench import QueueBench
from blogmodel.testing._steps import QueueStep
from blogmodel.testing.broken_queues import MendedQueue, RejectsAsSpam

SIGHT = {
    "visitors-see-what-is-published",
    "authors-see-their-own",
    "withdrawn-seen-in-the-window",
    "post-authors-see-as-they-may",
    "moderators-see-all-but-erased",
}


def test_a_life_can_be_drawn_as_a_script_and_leaves_out_what_is_lacking() -> None:
    (script,) = find(laws.moderated_life.cases(PROFILES["quick"]), lambda case: len(case[0]) > 2)
    laws.moderated_life(of_queue(MendedQueue), script)
    laws.moderated_life(of_queue(MendedQueue, lacks=SIGHT), script)


class Fails(MendedQueue):
    """Fail at every move."""

    def make(self, step: QueueStep) -> None:
        raise RecursionError(step.kind)


def test_what_fails_ends_a_life_that_is_a_means() -> None:
    bench = QueueBench(of_queue(Fails), frozenset())
    queue = bench.open()
    queue.go("pending")
    assert list(queue.lived([1, 2])) == []
    bench.close()


def test_a_queue_that_rejects_as_spam_approves_as_it_should() -> None:
    laws.approve_publishes(of_queue(RejectsAsSpam), 0)
