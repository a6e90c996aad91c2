"""What foreign queues may do: know little, await, raise anything, return anything."""

import time
from datetime import UTC, datetime, timedelta
from typing import Any
from unittest import SkipTest

import attrs
import pytest

from blogmodel.errors import (
    AdapterError,
    ConformanceError,
    InvalidTypeError,
    InvalidValueError,
    LawBrokenError,
)
from blogmodel.model import Comment
from blogmodel.moderation import Rights
from blogmodel.testing import (
    CAST,
    PROFILES,
    LawFinding,
    LawOutcome,
    ModerationQueue,
    OptionalModerationQueue,
    QueueStep,
    QueueSubject,
    Who,
    broken_queues,
    check_moderation,
    laws,
    of_factory,
    of_queue,
)
from blogmodel.testing._running import try_law
from blogmodel.testing.broken_queues import MendedQueue

NOW = datetime(2011, 6, 24, 13, 7, tzinfo=UTC)
FLAGS: dict[str, dict[str, bool]] = {
    "approve": {"is_public": True, "is_removed": False},
    "hold": {"is_public": False},
    "remove": {"is_removed": True},
    "restore": {"is_removed": False},
}


class Flags:
    """A table with two flags, as many a blog has it."""

    def __init__(self) -> None:
        self.rows: dict[str, dict[str, bool]] = {}

    def submit(self, comment: Comment) -> None:
        if comment.status not in ("pending", "published"):
            raise NotImplementedError
        self.rows[comment.id] = {"is_public": comment.status == "published", "is_removed": False}

    def move(self, kind: str, comment_id: str, *_: object) -> None:
        if kind not in FLAGS:
            raise NotImplementedError
        self.rows[comment_id].update(FLAGS[kind])

    def status(self, comment_id: str) -> str:
        row = self.rows[comment_id]
        if row["is_removed"]:
            return "removed"
        return "published" if row["is_public"] else "pending"

    def sees(self, role: str, _: str, comment_id: str, __: datetime) -> bool:
        if role not in ("reader", "moderator"):
            raise NotImplementedError
        return role == "moderator" or self.status(comment_id) == "published"

    def count(self, role: str, *_: object) -> int:
        if role != "reader":
            raise NotImplementedError
        return sum(self.status(comment_id) == "published" for comment_id in self.rows)

    def waiting(self) -> list[str]:
        return [comment_id for comment_id in self.rows if self.status(comment_id) == "pending"]


FLAGS_LACK = {
    "machine-yields-to-people",
    "only-its-author",
    "post-author-approves-by-right",
    "repeats-refused",
    "roles-are-kept",
    "wrong-status-refused",
}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_table_with_two_flags_is_told_what_it_lacks(seed: int) -> None:
    told: list[LawFinding] = []
    report = check_moderation(Flags, lacks=FLAGS_LACK, profile="quick", seed=seed, tell=told.append)
    assert set(report.laws("lacking")) == FLAGS_LACK
    assert {"restore-as-before", "count-is-what-is-seen", "moderated-life"} <= {
        *report.laws("held")
    }
    assert tuple(told) == report.findings
    assert "since move() knows no 'reject': reject-refuses" in str(report)
    assert "since it has no undo(): undo-takes-back" in str(report)


def test_adapters_are_what_the_protocols_say() -> None:
    few: ModerationQueue = Flags()
    many: OptionalModerationQueue = Full()
    for name in vars(OptionalModerationQueue):
        if not name.startswith("_"):
            assert callable(getattr(many, name))
    assert not hasattr(few, "undo")


class Full(MendedQueue):
    """The mended queue, and a way to let go of it."""

    def close(self) -> None:
        """Hold nothing."""


def test_a_queue_that_takes_nothing_is_left_alone() -> None:
    class Nothing(MendedQueue):
        def submit(self, comment: Comment) -> None:
            raise NotImplementedError

    report = check_moderation(Nothing, profile="quick", seed=1)
    assert report.is_sound
    assert "approve-publishes" in report.laws("not applicable")
    laws.queue_is_what_waits(of_queue(Nothing), [0, 0, 0, 0, 0])


def test_a_move_that_is_a_lack_is_no_means_of_other_laws() -> None:
    asked: list[str] = []

    class Asked(MendedQueue):
        def move(self, kind: str, comment_id: str, *args: Any) -> None:
            asked.append(kind)
            super().move(kind, comment_id, *args)

    for lacks in ((), ("hold-has-it-wait",)):
        for number in range(8):
            laws.reject_refuses(of_queue(Asked, lacks=lacks), number)
        assert ("hold" in asked) == (not lacks)
        asked.clear()


def test_a_count_without_sight_is_held_against_the_model() -> None:
    counts = of_queue(broken_queues.CountsWhatIsHeld)
    blind = with_methods(
        sees=raising(NotImplementedError()), count=broken_queues.CountsWhatIsHeld.count
    )
    for subject in (counts, blind):
        with pytest.raises(LawBrokenError, match="the reader rene is told of 1, and sees 0"):
            laws.count_is_what_is_seen(subject, [0])
    laws.count_is_what_is_seen(
        with_methods(sees=raising(NotImplementedError()), count=_counted), [0, 1, 3]
    )


def _counted(queue: MendedQueue, role: str, actor_id: str, at: datetime) -> int:
    seen = [queue.rows.sees(Who(role, actor_id), comment_id, at) for comment_id in queue.stored]
    return seen.count("yes")


def test_the_very_end_of_a_window_is_left_open() -> None:
    rights = Rights(restore_window=timedelta(0))
    with pytest.raises(LawBrokenError, match="sees the text of c1, which is withdrawn"):
        laws.withdrawn_seen_in_the_window(of_queue(MendedQueue, rights=rights), 0)
    subject = with_methods(sees=lambda *_: False)
    laws.withdrawn_seen_in_the_window(attrs.evolve(subject, rights=rights), 3)
    blind = with_methods(sees=raising(NotImplementedError()), count=_counted)
    laws.count_is_what_is_seen(attrs.evolve(blind, rights=rights), [0, 4])


class Awaiting:
    """The mended queue, every method of it a coroutine."""

    def __init__(self) -> None:
        self.queue = MendedQueue()

    def __getattr__(self, name: str) -> Any:
        method = getattr(self.queue, name)

        async def awaited(*args: object) -> object:
            result = method(*args)
            return self if name == "another" else result

        return awaited


async def make_awaiting() -> Awaiting:
    return Awaiting()


def test_every_method_may_be_a_coroutine() -> None:
    report = check_moderation(make_awaiting, profile="quick", seed=1)
    assert report.is_sound
    assert report.subject == "make_awaiting"
    assert len(report.laws("held")) == len(laws.MODERATION_LAWS) - 1


def with_methods(**methods: Any) -> QueueSubject:
    return of_queue(type("Odd", (MendedQueue,), methods))


@pytest.mark.parametrize(
    "law, methods, told",
    [
        (laws.approve_publishes, {"status": lambda *_: 7}, "status must give one of pending"),
        (laws.approve_publishes, {"status": lambda *_: "gone"}, "got 'gone'"),
        (laws.authors_see_their_own, {"sees": lambda *_: 1}, "sees must give a bool; got 1"),
        (laws.queue_is_what_waits, {"waiting": lambda _: "c1"}, "waiting must give several str"),
        (laws.queue_is_what_waits, {"waiting": lambda _: [1]}, r"several str; got \[1\]"),
        (laws.permissions_are_true, {"permissions": lambda *_: None}, "permissions must give"),
        (laws.report_moves_nothing, {"review": lambda *_: "maybe"}, "review must give one of none"),
    ],
)
def test_what_is_no_answer_is_told(law: Any, methods: dict[str, Any], told: str) -> None:
    argument: Any = [0] if law is laws.queue_is_what_waits else 0
    with pytest.raises(AdapterError, match=told):
        law(with_methods(**methods), argument)


def test_a_count_that_is_no_number_is_told() -> None:
    with pytest.raises(AdapterError, match="count must give an int; got True"):
        laws.count_is_what_is_seen(with_methods(count=lambda *_: True), [])


def raising(error: Exception) -> Any:
    def method(*_: object) -> None:
        raise error

    return method


@pytest.mark.parametrize(
    "methods, told",
    [
        ({"move": raising(ValueError("no"))}, "by the moderator lise, was refused: ValueError: no"),
        ({"move": raising(KeyError())}, "was refused: KeyError"),
        ({"move": raising(AssertionError("no"))}, r"move\(\) raised AssertionError: no"),
        ({"move": lambda *_: None}, "c1 is pending after approve; expected published"),
    ],
)
def test_how_a_move_goes_wrong_is_told(methods: dict[str, Any], told: str) -> None:
    with pytest.raises(LawBrokenError, match=told):
        laws.approve_publishes(with_methods(**methods), 0)


@pytest.mark.parametrize("method", ["submit", "move"])
def test_a_queue_that_does_not_answer_is_told_after_the_time_that_a_profile_gives(
    method: str,
) -> None:
    subject = with_methods(**{method: lambda *_: time.sleep(60)})
    hasty = attrs.evolve(PROFILES["quick"], patience=0.2)
    finding, _ = try_law(laws.approve_publishes, subject, hasty, 1)
    assert f"{method}() does not end" in finding.told


def test_a_status_that_raises_is_told() -> None:
    def status(queue: MendedQueue, comment_id: str) -> str:
        if queue.log:
            raise RuntimeError("no row")
        return MendedQueue.status(queue, comment_id)

    with pytest.raises(LawBrokenError, match=r"status\(\) raised RuntimeError: no row"):
        laws.submit_keeps_the_verdict(with_methods(status=status), 0)


def test_a_refusal_that_changes_the_status_all_the_same_is_told() -> None:
    def make(queue: MendedQueue, step: QueueStep) -> None:
        if queue.problem(step):
            queue.rows.comments["c1"].status = "spam"
            raise ValueError(step.kind)
        MendedQueue.make(queue, step)

    with pytest.raises(LawBrokenError, match="was refused, and changed the status") as raised:
        laws.wrong_status_refused(with_methods(make=make), 0)
    assert "≠ refused, yet spam" in raised.value.story


def test_a_move_that_touches_another_comment_is_told() -> None:
    def make(queue: MendedQueue, step: QueueStep) -> None:
        MendedQueue.make(queue, step)
        for row in queue.rows.comments.values():
            row.status = queue.rows.status(step.comment_id)

    script = [
        ("submit", "rene", 0, 0, 1),
        ("submit", "rene", 1, 0, 1),
        ("hold", "lise", 0, 0, 1),
    ]
    with pytest.raises(LawBrokenError, match="c2 became pending, though nothing was done to it"):
        laws.moderated_life(with_methods(make=make), script)


def test_a_life_can_be_told_again_step_by_step() -> None:
    assert laws.moderated_life.machine is not None
    laws.moderated_life(
        of_queue(MendedQueue),
        [
            ("hold", "lise", 0, 0, 1),
            *[("submit", "rene", 0, 1, 1)] * 3,
            ("approve", "rene", 0, 0, 1),
            ("approve", "lise", 0, 0, 1),
            ("acknowledge", "lise", 0, 0, 1),
            ("withdraw", "zoe", 0, 0, 44_000),
            ("restore", "zoe", 0, 0, 44_000),
        ],
    )


def test_who_knows_no_such_thing_is_left_alone() -> None:
    with pytest.raises(SkipTest, match=r"it has no undo\(\)"):
        laws.undo_takes_back(of_queue(Flags), 0)
    with pytest.raises(SkipTest, match=r"move\(\) knows no 'erase'"):
        laws.erase_is_the_end(of_queue(Flags), 0)
    with pytest.raises(SkipTest, match="nothing of it is possible by its rights"):
        laws.shadow_hides(of_queue(MendedQueue), 0)
    silent = raising(NotImplementedError())
    told = ("version", "events", "review", "appeal", "waiting", "count", "sees")
    mute = with_methods(**dict.fromkeys(told, silent))
    with pytest.raises(SkipTest, match="it tells nothing but statuses"):
        laws.refusals_change_nothing(mute, 0)
    with pytest.raises(SkipTest, match=r"count\(\) is not implemented"):
        laws.count_is_what_is_seen(mute, [0])


def test_a_window_without_an_end_is_never_late() -> None:
    class Endless(MendedQueue):
        def __init__(self) -> None:
            super().__init__()
            self.rows.rights = Rights(edit_window=None)

    subject = of_queue(Endless, rights=Rights(edit_window=None))
    with pytest.raises(SkipTest, match="its window has no end"):
        laws.edit_window(subject, 0)


def test_a_plain_subject_has_the_usual_rights() -> None:
    laws.restore_as_before(of_factory(MendedQueue), 0)


def test_a_subject_has_rights() -> None:
    with pytest.raises(InvalidTypeError, match="rights"):
        of_queue(MendedQueue, rights="all")  # type: ignore[arg-type]
    with pytest.raises(InvalidTypeError, match="something to call"):
        of_queue("queue")  # type: ignore[arg-type]


def test_a_lack_that_is_none_fails_and_one_of_no_law_is_an_error() -> None:
    with pytest.raises(ConformanceError, match="approve-publishes: declared as a lack"):
        check_moderation(MendedQueue, lacks=["approve-publishes"], profile="quick", seed=1)
    with pytest.raises(InvalidValueError, match="such as 'approve-publishes'"):
        check_moderation(MendedQueue, lacks=["approve-publish"])


@pytest.mark.parametrize("lack", ["queue-is-what-waits", "edit-gives-the-machine-its-say"])
def test_a_life_leaves_out_what_is_declared(lack: str) -> None:
    class Lacking(MendedQueue):
        def waiting(self) -> list[str]:
            return super().waiting() if lack != "queue-is-what-waits" else []

        def problem(self, step: QueueStep) -> str:
            problem = super().problem(step)
            if lack != "edit-gives-the-machine-its-say" or problem or step.who.role != "policy":
                return problem
            return "never" if self.rows.comments[step.comment_id].revisions > 1 else ""

    subject = of_queue(Lacking, lacks={lack})
    finding, _ = try_law(laws.moderated_life, subject, PROFILES["normal"], 1)
    assert finding.outcome is LawOutcome.HELD
    law = next(law for law in laws.MODERATION_LAWS if law.name == lack)
    finding, _ = try_law(law, subject, PROFILES["normal"], 1)
    assert finding.outcome is LawOutcome.LACKING


def test_steps_read_as_sentences() -> None:
    lise, policy = CAST["lise"], CAST["policy"]
    assert str(QueueStep("approve", "c1", lise, NOW)) == (
        "approve c1, by the moderator lise, at 2011-06-24 13:07"
    )
    assert (
        str(QueueStep("hold", "c1", policy, NOW)) == "hold c1, by the policy, at 2011-06-24 13:07"
    )
    assert str(QueueStep("edit", "c1", Who("author", "zoe"), NOW, verdict="spam")) == (
        "edit c1, by the author zoe, found spam, at 2011-06-24 13:07"
    )
    assert str(QueueStep("submit", "c1", policy, NOW, Comment("c1", "p"))) == (
        "submit c1, by nobody, found published, at 2011-06-24 13:07"
    )


def test_adapters_are_let_go_of() -> None:
    closed = []

    class Closing(MendedQueue):
        def close(self) -> None:
            closed.append(self)

    laws.approve_publishes(of_queue(Closing), 0)
    assert len(closed) == 1
    laws.handles_agree(of_queue(Closing), [(0, 0), (1, 5)])
    assert len(closed) == 3


def test_a_window_of_the_restoration_is_half_over() -> None:
    rights = Rights(restore_window=timedelta(days=2))

    class Short(MendedQueue):
        def __init__(self) -> None:
            super().__init__()
            self.rows.rights = rights

    subject = of_queue(Short, rights=rights)
    for number in range(3):
        laws.restore_window(subject, number)
    with pytest.raises(LawBrokenError, match="restore, by the author zoe-17, was not refused"):
        laws.restore_window(of_queue(MendedQueue, rights=rights), 0)
