from datetime import UTC, datetime, timedelta

import pytest

from blogmodel.model import Author, Comment, Status
from blogmodel.moderation import MOVES, EventKind, Rights, Role
from blogmodel.testing import CAST, QueueStep
from blogmodel.testing.naive import OPEN, NaiveQueue
from blogmodel.testing.naive._moderation import SEES, TABLE

NOW = datetime(2011, 6, 24, 13, 7, tzinfo=UTC)
ALL = Rights(post_author_approves=True, shadowing=True)


def begun(*words: str, status: Status = Status.PENDING) -> NaiveQueue:
    """Return a queue with one comment by Zoé, to which some things were done."""
    queue = NaiveQueue(ALL)
    comment = Comment("1", "p", author=Author("Zoé", id="zoe-17"), status=status)
    queue.apply(QueueStep("submit", "1", CAST["policy"], NOW, comment))
    for word in words:
        step = stepped(word)
        assert queue.answer(step) == ""
        queue.apply(step)
    return queue


def stepped(word: str, at: datetime = NOW) -> QueueStep:
    kind, who = word.split(":")
    return QueueStep(kind, "1", CAST[who], at, verdict="published")


def test_the_naive_table_is_ours() -> None:
    for move in MOVES:
        if move.kind in {EventKind.SUBMIT, EventKind.IMPORT}:
            continue
        sources, target, roles = TABLE[move.kind.value]
        assert {status.value for status in move.sources} == set(sources.split())
        assert (move.target.value if move.target else "") == target
        left_open = {
            EventKind.REPORT: {Role.AUTHOR, Role.POST_AUTHOR, Role.MODERATOR, Role.ADMIN},
            EventKind.UNDO: {Role.POST_AUTHOR},
        }.get(move.kind, set())
        assert {role.value for role in move.roles - left_open} == set(roles.split())
    assert set(SEES) == {status.value for status in Status}


@pytest.mark.parametrize(
    "words, step",
    [
        ((), "acknowledge:lise"),
        ((), "report:lise"),
        ((), "undo:lise"),
        (("approve:host",), "undo:host"),
        (("approve:lise", "edit:marc"), "hold:policy"),
        (("approve:lise", "edit:marc", "edit:marc"), "hold:policy"),
        (("report:rene", "approve:lise"), "acknowledge:lise"),
        (("mark-spam:lise", "appeal:zoe", "deny:marc"), "acknowledge:lise"),
    ],
)
def test_what_the_norm_leaves_open_is_open(words: tuple[str, ...], step: str) -> None:
    assert begun(*words).answer(stepped(step)) == OPEN


@pytest.mark.parametrize(
    "words, step, law",
    [
        (("approve:lise",), "approve:lise", "repeats-refused"),
        (("approve:lise",), "reject:lise", "wrong-status-refused"),
        (("erase:anne",), "report:rene", "erase-is-the-end"),
        ((), "report:policy", "roles-are-kept"),
        ((), "withdraw:luc", "only-its-author"),
        (("approve:lise", "remove:lise"), "restore:zoe", "roles-are-kept"),
        (("approve:lise", "edit:zoe"), "hold:policy", ""),
        (("reject:lise",), "mark-spam:policy", "machine-yields-to-people"),
        (("reject:lise",), "grant:marc", "judged-only-when-filed"),
        (("reject:lise", "appeal:zoe"), "appeal:zoe", "appeal-once"),
        (("reject:lise", "appeal:zoe"), "deny:lise-as-admin", "another-judges-the-appeal"),
        (("reject:lise", "appeal:zoe"), "grant:marc", ""),
    ],
)
def test_what_is_refused_is_refused_by_a_law(words: tuple[str, ...], step: str, law: str) -> None:
    assert begun(*words).answer(stepped(step)) == law


def test_rights_and_windows_are_asked() -> None:
    queue = begun()
    queue.rights = Rights()
    assert queue.answer(stepped("approve:host")) == "post-author-approves-by-right"
    assert queue.answer(stepped("shadow:lise")) == "shadowing-by-right"
    shadowed = Comment("2", "p", status=Status.SHADOWED)
    assert queue.answer(QueueStep("submit", "2", CAST["policy"], NOW, shadowed)) == OPEN
    assert queue.answer(QueueStep("approve", "3", CAST["lise"], NOW)) == "unknown-comments-refused"
    end = NOW + timedelta(minutes=15)
    assert queue.answer(stepped("edit:zoe", end - timedelta(seconds=1))) == ""
    assert queue.answer(stepped("edit:zoe", end)) == OPEN
    assert queue.answer(stepped("edit:zoe", end + timedelta(seconds=1))) == "edit-window"


def test_an_appeal_is_unclear_once_what_it_was_about_went_on() -> None:
    queue = begun("shadow:lise", "appeal:zoe", "withdraw:zoe", "restore:zoe")
    assert queue.answer(stepped("grant:marc")) == OPEN
    assert (
        begun("shadow:lise", "appeal:zoe", "mark-spam:marc").answer(stepped("appeal:zoe")) == OPEN
    )


def test_undoing_goes_back_one_by_one() -> None:
    queue = begun("approve:lise", "remove:marc", "undo:anne")
    assert queue.status("1") == "published"
    queue.apply(stepped("undo:anne"))
    assert queue.status("1") == "pending"
    assert queue.answer(stepped("undo:anne")) == OPEN


def test_who_sees_what_follows_rights_and_windows() -> None:
    queue = begun()
    assert queue.sees(CAST["host"], "1", NOW) == "yes"
    queue.rights = Rights()
    assert queue.sees(CAST["host"], "1", NOW) == "no"
    queue.apply(stepped("withdraw:zoe"))
    seen = [queue.sees(CAST["zoe"], "1", NOW + timedelta(days=days)) for days in (29, 30, 31)]
    assert seen == ["yes", OPEN, "no"]
    assert queue.sees(CAST["luc"], "1", NOW) == "no"
    assert queue.sees(CAST["lise"], "1", NOW) == "yes"
