from typing import Any

import pytest

from blogmodel.testing import PROFILES, LawOutcome, broken_queues, check_moderation, laws, of_queue
from blogmodel.testing._running import try_law
from blogmodel.testing.broken_queues import MendedQueue

LAWS = {law.name: law for law in laws.MODERATION_LAWS}
FOUND = {
    broken_queues.AnybodysComment: "only-its-author",
    broken_queues.ApprovesRemoved: "wrong-status-refused",
    broken_queues.ApprovesTheOldText: "moderated-life",
    broken_queues.CountsWhatIsHeld: "count-is-what-is-seen",
    broken_queues.EditSlipsPast: "worse-verdict-waits",
    broken_queues.JudgesItself: "another-judges-the-appeal",
    broken_queues.KeepsTheAddress: "erased-leaves-nothing",
    broken_queues.LastWriteWins: "stale-versions-refused",
    broken_queues.LogsBeforeItChecks: "refusals-change-nothing",
    broken_queues.LogsTheText: "events-tell-no-person",
    broken_queues.OffersEverything: "permissions-are-true",
    broken_queues.QueueForgetsHeld: "queue-is-what-waits",
    broken_queues.RejectsAsSpam: "reject-refuses",
    broken_queues.ReportsTakeDown: "report-moves-nothing",
    broken_queues.RestoresToPublished: "restore-as-before",
    broken_queues.RevivesErased: "erase-is-the-end",
    broken_queues.RobotOverrides: "machine-yields-to-people",
    broken_queues.ServesHiddenText: "visitors-see-what-is-published",
    broken_queues.StaleCache: "handles-agree",
    broken_queues.TrustsTheForm: "roles-are-kept",
    broken_queues.UndoPublishes: "undo-takes-back",
    broken_queues.WindowNeverEnds: "edit-window",
    broken_queues.WithdrawsUnlogged: "state-is-the-fold",
}


def test_every_broken_queue_is_told_of() -> None:
    names = {queue.__name__ for queue in FOUND}
    assert names | {"MendedQueue"} == set(broken_queues.__all__)
    assert all(queue.__doc__ and issubclass(queue, MendedQueue) for queue in FOUND)


@pytest.mark.parametrize("seed", [1])
@pytest.mark.parametrize("queue", FOUND)
def test_each_broken_queue_is_found_by_its_law(queue: Any, seed: int) -> None:
    finding, error = try_law(LAWS[FOUND[queue]], of_queue(queue), PROFILES["normal"], seed)
    assert finding.outcome is LawOutcome.BROKEN
    assert error is not None
    assert "≠" in error.story or "it is there" in error.story


@pytest.mark.parametrize("seed", [1, 2])
def test_the_mended_queue_keeps_every_law(seed: int) -> None:
    report = check_moderation(MendedQueue, profile="quick", seed=seed)
    assert report.is_sound
    applied = len(report.laws("held"))
    assert applied == len(laws.MODERATION_LAWS) - 1
    assert report.laws("not applicable") == ("shadow-hides",)


def test_a_mistake_breaks_the_law_that_it_is_about_and_no_other() -> None:
    lacks = {"restore-as-before"}
    report = check_moderation(
        broken_queues.RestoresToPublished, lacks=lacks, profile="quick", seed=1
    )
    assert report.laws("lacking") == ("restore-as-before",)
    assert report.is_sound


def test_the_names_of_laws_are_those_of_their_functions() -> None:
    assert len(LAWS) == len(laws.MODERATION_LAWS)
    for name, law in LAWS.items():
        assert getattr(laws, name.replace("-", "_")) is law
        assert law.statement.endswith(".")
        assert len(f"{law.name}: {law.statement}") < 130
