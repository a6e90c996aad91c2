import json
import pickle
from datetime import timedelta
from typing import Any

import attrs
import pytest

from blogmodel.errors import (
    DocumentError,
    InvalidTypeError,
    InvalidValueError,
    NotAllowedError,
    StaleVersionError,
    TamperedHistoryError,
    TransitionError,
    VersionError,
)
from blogmodel.model import Author, Body, Comment, MediaType, Origin, Status
from blogmodel.moderation import (
    Actor,
    Appeal,
    Event,
    EventKind,
    Finding,
    History,
    Part,
    Reason,
    Review,
    Rights,
    Role,
    fingerprint,
    move_many,
    permissions,
)
from blogmodel.text import Level

from support.moderating import NOW

KEY = b"a secret of this site"
LISE, LUC, ZOE = (fingerprint(KEY, name) for name in ("lise", "luc", "zoé"))
MODERATOR, OTHER = Actor(Role.MODERATOR, LISE), Actor(Role.MODERATOR, LUC)
ADMIN, AUTHOR, READER = Actor(Role.ADMIN, LUC), Actor(Role.AUTHOR, ZOE), Actor(Role.READER)
POLICY, RETENTION = Actor(Role.POLICY), Actor(Role.RETENTION)
POST_AUTHOR = Actor(Role.POST_AUTHOR, LUC)
ALL = Rights(post_author_approves=True, shadowing=True, edit_window=None, restore_window=None)
TEXT, TEXT_2 = fingerprint(KEY, "un texte"), fingerprint(KEY, "un autre")
K = EventKind


def begun(status: Status = Status.PENDING) -> History:
    """Return a history that has come to a status by the policy's verdict, or by what it takes."""
    match status:
        case Status.REJECTED:
            return begun().move(K.REJECT, MODERATOR, at=NOW)
        case Status.REMOVED:
            return begun(Status.PUBLISHED).move(K.REMOVE, MODERATOR, at=NOW)
        case Status.WITHDRAWN:
            return begun(Status.PUBLISHED).move(K.WITHDRAW, AUTHOR, at=NOW)
        case Status.ERASED:
            return begun().move(K.ERASE, ADMIN, at=NOW)
        case _:
            return History.submit(
                "c1", status, at=NOW, reason=Reason.LINKS, content=TEXT, rights=ALL
            )


# Which moves lead where and who may make them is held to the laws of `blogmodel.testing`, in
# tests/testing/test_moderation_own.py; here is what histories say besides.
def test_a_decision_is_an_event_with_its_reason() -> None:
    moved = begun().move(K.APPROVE, MODERATOR, at=NOW, reason=Reason.OTHER)
    assert (moved.state.status, moved.state.reason) == (Status.PUBLISHED, Reason.OTHER)
    assert moved.events[-1].actor == MODERATOR
    assert len(moved.events) == 2


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.PENDING])
def test_a_move_from_another_status_says_which_it_is(status: Status) -> None:
    with pytest.raises(TransitionError, match=f"it is {status}; possible is: "):
        begun(status).move(K.REJECT, ADMIN, at=NOW, rights=ALL)


def test_a_move_in_another_role_says_who_may() -> None:
    with pytest.raises(NotAllowedError, match="author may not; post-author, moderator, admin may"):
        begun().move(K.REJECT, AUTHOR, at=NOW)
    assert K.REJECT not in permissions(Role.AUTHOR, begun(), at=NOW)
    assert K.REJECT in permissions(Role.POST_AUTHOR, begun(), at=NOW)


@pytest.mark.parametrize("status", Status)
def test_a_comment_begins_by_the_policys_verdict(status: Status) -> None:
    if status in (Status.PENDING, Status.PUBLISHED, Status.SPAM):
        history = History.submit("c1", status, at=NOW, reason=Reason.LINKS)
        assert history.state.status is status
        assert history.state.decided_by == POLICY
        assert not history.state.by_person
    else:
        with pytest.raises(TransitionError):
            History.submit("c1", status, at=NOW)


def test_shadowing_is_off_unless_it_is_turned_on() -> None:
    with pytest.raises(TransitionError, match="shadowing is off"):
        History.submit("c1", Status.SHADOWED, at=NOW)
    with pytest.raises(NotAllowedError, match="shadowing is off"):
        begun().move(K.SHADOW, MODERATOR, at=NOW)


@pytest.mark.parametrize("status", Status)
def test_a_comment_may_come_from_elsewhere_with_any_status(status: Status) -> None:
    history = History.imported("c1", status, at=NOW)
    assert history.state.status is status
    assert history.state.reason is Reason.IMPORTED


def test_a_comment_is_begun_by_who_may() -> None:
    with pytest.raises(NotAllowedError, match="moderator may not; policy may"):
        History.submit("c1", Status.PENDING, at=NOW, actor=MODERATOR)
    with pytest.raises(NotAllowedError, match="reader may not; admin, policy may"):
        History.imported("c1", Status.PENDING, at=NOW, actor=READER)


@pytest.mark.parametrize("kind", [K.SUBMIT, K.IMPORT, K.EDIT, K.UNDO])
def test_what_has_a_method_of_its_own_is_told_by_it(kind: EventKind) -> None:
    with pytest.raises(TransitionError, match=r"use History\."):
        begun().move(kind, ADMIN, at=NOW)


def test_the_policy_never_overrides_a_person() -> None:
    published = begun(Status.PUBLISHED)
    assert published.move(K.HOLD, POLICY, at=NOW).state.status is Status.PENDING
    assert published.move(K.MARK_SPAM, POLICY, at=NOW).state.status is Status.SPAM
    approved = begun().move(K.APPROVE, MODERATOR, at=NOW)
    for kind in (K.HOLD, K.MARK_SPAM):
        with pytest.raises(TransitionError, match="a person decided on this revision"):
            approved.move(kind, POLICY, at=NOW)
    edited = approved.edit(AUTHOR, at=NOW, content=TEXT_2)
    assert not edited.state.by_person
    assert edited.move(K.HOLD, POLICY, at=NOW).state.status is Status.PENDING
    undone = approved.undo(MODERATOR, at=NOW).move(K.MARK_SPAM, POLICY, at=NOW)
    assert undone.state.status is Status.SPAM


def test_the_policy_does_not_override_who_denied_an_appeal() -> None:
    appealed = begun(Status.SHADOWED).move(K.APPEAL, AUTHOR, at=NOW)
    denied = appealed.move(K.DENY, MODERATOR, at=NOW)
    with pytest.raises(TransitionError, match="a person decided on this revision"):
        denied.move(K.MARK_SPAM, POLICY, at=NOW)
    undone = denied.undo(MODERATOR, at=NOW)
    assert undone.move(K.MARK_SPAM, POLICY, at=NOW).state.status is Status.SPAM


def test_the_post_author_approves_where_the_rights_let_them() -> None:
    with pytest.raises(NotAllowedError, match="only where the rights let them"):
        begun().move(K.APPROVE, POST_AUTHOR, at=NOW)
    assert begun().move(K.APPROVE, POST_AUTHOR, at=NOW, rights=ALL).state.approved


@pytest.mark.parametrize(
    "status, verdict, actor, expected",
    [
        (Status.PUBLISHED, None, AUTHOR, Status.PUBLISHED),
        (Status.PUBLISHED, Status.PUBLISHED, AUTHOR, Status.PUBLISHED),
        (Status.PUBLISHED, Status.PENDING, AUTHOR, Status.PENDING),
        (Status.PUBLISHED, Status.SPAM, AUTHOR, Status.PENDING),
        (Status.PUBLISHED, Status.SPAM, MODERATOR, Status.PUBLISHED),
        (Status.PENDING, Status.PUBLISHED, AUTHOR, Status.PENDING),
        (Status.PENDING, Status.SPAM, AUTHOR, Status.PENDING),
        (Status.SHADOWED, Status.PENDING, AUTHOR, Status.SHADOWED),
        (Status.SHADOWED, Status.SPAM, AUTHOR, Status.PENDING),
    ],
)
def test_an_edit_keeps_the_status_or_waits_on_a_worse_verdict(
    status: Status, verdict: Status | None, actor: Actor, expected: Status
) -> None:
    edited = begun(status).edit(actor, at=NOW, content=TEXT_2, verdict=verdict, reason=Reason.LINKS)
    assert edited.state.status is expected
    assert (edited.state.revision, edited.state.content) == (2, TEXT_2)


def test_a_moderators_edit_keeps_the_approval_and_its_authors_does_not() -> None:
    approved = begun().move(K.APPROVE, MODERATOR, at=NOW)
    assert approved.edit(OTHER, at=NOW).state.approved
    assert not approved.edit(AUTHOR, at=NOW).state.approved


def test_its_author_edits_within_the_window() -> None:
    history = begun(Status.PUBLISHED)
    late = NOW + timedelta(minutes=15, microseconds=1)
    assert history.edit(AUTHOR, at=NOW + timedelta(minutes=15)).state.revision == 2
    with pytest.raises(NotAllowedError, match="could edit it for 0:15:00"):
        history.edit(AUTHOR, at=late)
    assert history.edit(AUTHOR, at=late, rights=ALL).state.revision == 2
    assert history.edit(MODERATOR, at=late).state.revision == 2


def test_what_was_withdrawn_comes_back_as_it_was_within_the_window() -> None:
    withdrawn = begun().move(K.WITHDRAW, AUTHOR, at=NOW)
    inside = NOW + timedelta(days=30)
    assert withdrawn.move(K.RESTORE, AUTHOR, at=inside).state.status is Status.PENDING
    with pytest.raises(NotAllowedError, match="could bring it back for 30 days"):
        withdrawn.move(K.RESTORE, AUTHOR, at=inside + timedelta(seconds=1))
    assert withdrawn.move(K.RESTORE, MODERATOR, at=inside).state.by_person


def test_what_was_removed_comes_back_by_a_moderator_alone() -> None:
    removed = begun(Status.REMOVED)
    with pytest.raises(NotAllowedError, match="only what they withdrew"):
        removed.move(K.RESTORE, AUTHOR, at=NOW)
    restored = removed.move(K.RESTORE, OTHER, at=NOW)
    assert restored.state.status is Status.PUBLISHED
    assert restored.undo(OTHER, at=NOW).state == removed.state


def test_what_was_imported_as_removed_comes_back_to_wait() -> None:
    history = History.imported("c1", Status.REMOVED, at=NOW)
    assert history.move(K.RESTORE, MODERATOR, at=NOW).state.status is Status.PENDING


def test_reports_open_a_review_that_moderators_close() -> None:
    history = begun(Status.PUBLISHED).move(K.REPORT, READER, at=NOW, reason=Reason.HATE)
    assert history.state.review is Review.OPEN
    assert history.state.status is Status.PUBLISHED
    closed = history.move(K.ACKNOWLEDGE, MODERATOR, at=NOW)
    assert closed.state.review is Review.CLOSED
    assert closed.undo(MODERATOR, at=NOW).state.review is Review.OPEN
    with pytest.raises(TransitionError, match="no review is open"):
        closed.move(K.ACKNOWLEDGE, MODERATOR, at=NOW)
    escalated = history.move(K.ESCALATE, MODERATOR, at=NOW).move(K.REPORT, READER, at=NOW)
    assert escalated.state.review is Review.ESCALATED
    assert closed.move(K.REPORT, READER, at=NOW).state.review is Review.OPEN


def test_an_appeal_is_filed_once_a_decision_and_judged_by_another() -> None:
    appealed = begun(Status.REMOVED).move(K.APPEAL, AUTHOR, at=NOW)
    assert (appealed.state.appeal, appealed.state.review) == (Appeal.FILED, Review.OPEN)
    with pytest.raises(TransitionError, match="its appeal is filed"):
        appealed.move(K.APPEAL, AUTHOR, at=NOW)
    for kind in (K.GRANT, K.DENY):
        with pytest.raises(TransitionError, match="another than the one who decided"):
            appealed.move(kind, MODERATOR, at=NOW)
        with pytest.raises(TransitionError, match="another than the one who decided"):
            appealed.move(kind, Actor(Role.MODERATOR), at=NOW)
    granted = appealed.move(K.GRANT, OTHER, at=NOW)
    assert granted.state.status is Status.PUBLISHED
    assert (granted.state.appeal, granted.state.review) == (Appeal.GRANTED, Review.CLOSED)
    denied = appealed.move(K.DENY, OTHER, at=NOW)
    assert denied.state.status is Status.REMOVED
    assert (denied.state.appeal, denied.state.review) == (Appeal.DENIED, Review.CLOSED)
    with pytest.raises(TransitionError, match="its appeal is denied"):
        denied.move(K.APPEAL, AUTHOR, at=NOW)
    undone = denied.undo(OTHER, at=NOW)
    assert undone.state.appeal is Appeal.FILED
    again = denied.move(K.MARK_SPAM, OTHER, at=NOW)
    assert again.state.appeal is Appeal.NONE
    assert again.move(K.APPEAL, AUTHOR, at=NOW).state.appeal is Appeal.FILED


def test_what_the_policy_decided_any_moderator_judges() -> None:
    appealed = begun(Status.SPAM).move(K.APPEAL, AUTHOR, at=NOW)
    assert appealed.move(K.GRANT, Actor(Role.MODERATOR), at=NOW).state.approved
    with pytest.raises(TransitionError, match="no appeal is filed"):
        begun(Status.SPAM).move(K.GRANT, MODERATOR, at=NOW)


def test_decisions_are_taken_back_one_by_one() -> None:
    one = begun()
    two = one.move(K.APPROVE, MODERATOR, at=NOW)
    three = two.move(K.REMOVE, OTHER, at=NOW, reason=Reason.INSULT)
    back = three.undo(ADMIN, at=NOW)
    assert back.state == two.state
    assert back.events[-1].undoes == three.events[-1].hash
    assert back.undo(ADMIN, at=NOW).state == one.state
    with pytest.raises(TransitionError, match="no decision is in force"):
        back.undo(ADMIN, at=NOW).undo(ADMIN, at=NOW)


def test_what_came_after_a_decision_stays_when_it_is_taken_back() -> None:
    removed = begun(Status.PUBLISHED).move(K.REMOVE, MODERATOR, at=NOW)
    reported = removed.move(K.REPORT, READER, at=NOW).move(K.APPEAL, AUTHOR, at=NOW)
    state = reported.undo(OTHER, at=NOW).state
    assert (state.status, state.review, state.appeal) == (
        Status.PUBLISHED,
        Review.OPEN,
        Appeal.FILED,
    )


def test_an_edit_ends_what_can_be_taken_back() -> None:
    edited = begun().move(K.APPROVE, MODERATOR, at=NOW).edit(AUTHOR, at=NOW)
    with pytest.raises(TransitionError, match="no decision is in force"):
        edited.undo(ADMIN, at=NOW)


def test_the_post_author_takes_back_only_their_own_decision() -> None:
    history = begun(Status.PUBLISHED)
    own = history.move(K.REMOVE, POST_AUTHOR, at=NOW)
    assert own.undo(POST_AUTHOR, at=NOW).state.status is Status.PUBLISHED
    with pytest.raises(NotAllowedError, match="only what they decided"):
        history.move(K.REMOVE, MODERATOR, at=NOW).undo(POST_AUTHOR, at=NOW)
    with pytest.raises(NotAllowedError, match="only what they decided"):
        history.move(K.REMOVE, Actor(Role.POST_AUTHOR), at=NOW).undo(
            Actor(Role.POST_AUTHOR), at=NOW
        )


def test_a_stale_version_is_refused() -> None:
    history = begun()
    seen = history.version
    approved = history.move(K.APPROVE, MODERATOR, at=NOW, expect=seen)
    assert approved.version != seen
    with pytest.raises(StaleVersionError, match="look again") as caught:
        approved.move(K.REMOVE, OTHER, at=NOW, expect=seen)
    assert (caught.value.expected, caught.value.current) == (seen, approved.version)


def test_time_does_not_go_back() -> None:
    with pytest.raises(TransitionError, match="the latest event was at"):
        begun().move(K.APPROVE, MODERATOR, at=NOW - timedelta(seconds=1))


def test_a_refusal_says_what_is_possible() -> None:
    possible = "it is published; possible is: edit, escalate, hold, mark-spam, remove, report"
    with pytest.raises(TransitionError, match=possible):
        begun(Status.PUBLISHED).move(K.APPROVE, MODERATOR, at=NOW)
    with pytest.raises(TransitionError, match="it is erased; possible is: nothing"):
        begun(Status.ERASED).move(K.APPROVE, MODERATOR, at=NOW)


def test_events_keep_what_rules_found_and_no_text() -> None:
    finding = Finding("mots", 1.5, Part.TEXT, 3, 9, Level.LEET)
    history = History.submit("c1", Status.PENDING, at=NOW, findings=(finding, Finding("tout")))
    again = History.from_json(history.to_json())
    assert again.events[0].findings == (finding, Finding("tout"))
    held = begun(Status.PUBLISHED).move(K.HOLD, POLICY, at=NOW, findings=(finding,))
    assert held.events[-1].findings == (finding,)


def test_a_history_is_a_value() -> None:
    history = begun().move(K.APPROVE, MODERATOR, at=NOW)
    again = pickle.loads(pickle.dumps(history))
    assert again == history
    assert hash(again) == hash(history)
    assert again.state == history.state
    assert history != begun()
    assert history != 3
    assert repr(history) == "History('c1', published, 2 events)"
    assert repr(history.events[0]).startswith("Event(submit, 'c1', 2011-06-24T13:07:00Z, ")
    assert history.events[0] != 3


def test_a_long_history_is_kept_and_pickled() -> None:
    history = begun()
    for _ in range(400):
        history = history.move(K.APPROVE, MODERATOR, at=NOW).move(K.HOLD, MODERATOR, at=NOW)
    again = pickle.loads(pickle.dumps(history))
    assert again.undo(ADMIN, at=NOW).state.status is Status.PUBLISHED
    pickle.loads(pickle.dumps(history.state))
    assert hash(history.state)


def test_a_comment_is_given_its_state() -> None:
    comment = Comment(
        "c1",
        "p1",
        author=Author("Zoé", id="zoe"),
        body=Body("<p>Oui", MediaType.HTML),
        created_at=NOW,
        parent_id="c0",
        origin=Origin(address="192.0.2.7"),
        ups=3,
        language="fr",
    )
    assert begun(Status.SPAM).state.applied(comment) == attrs.evolve(comment, status=Status.SPAM)
    at = NOW + timedelta(hours=1)
    withdrawn = begun().move(K.WITHDRAW, AUTHOR, at=at).state.applied(comment)
    assert (withdrawn.status, withdrawn.updated_at) == (Status.WITHDRAWN, at)
    erased = begun(Status.ERASED).state.applied(comment)
    assert erased == Comment(
        "c1",
        "p1",
        body=Body("", MediaType.HTML),
        created_at=NOW,
        parent_id="c0",
        status=Status.ERASED,
    )


def test_many_are_moved_with_one_event_each() -> None:
    waiting = [History.submit(f"c{n}", Status.PENDING, at=NOW) for n in range(3)]
    published = begun(Status.PUBLISHED)
    bulk = move_many(
        [*waiting, published], K.REJECT, MODERATOR, at=NOW, batch="b1", reason=Reason.SPAM
    )
    assert [history.state.status for history in bulk.moved] == [Status.REJECTED] * 3
    assert {history.events[-1].batch for history in bulk.moved} == {"b1"}
    assert [error.comment_id for error in bulk.refused] == ["c1"]
    back = move_many(bulk.moved, K.UNDO, MODERATOR, at=NOW, batch="b2")
    assert [history.state.status for history in back.moved] == [Status.PENDING] * 3
    with pytest.raises(InvalidTypeError):
        move_many(["c1"], K.REJECT, MODERATOR, at=NOW, batch="b1")  # type: ignore[list-item]
    with pytest.raises(InvalidValueError):
        move_many([], K.REJECT, MODERATOR, at=NOW, batch="")


def diverged() -> tuple[History, History, History]:
    one = begun()
    return (
        one,
        one.move(K.APPROVE, MODERATOR, at=NOW + timedelta(minutes=1)),
        one.move(K.REJECT, OTHER, at=NOW + timedelta(minutes=2)),
    )


def test_replicas_merge_to_one_history_and_what_is_not_possible_comes_to_nothing() -> None:
    _, approved, rejected = diverged()
    merged = approved.merge(rejected)
    assert merged == rejected.merge(approved)
    assert merged.version == rejected.merge(approved).version
    assert merged.state.status is Status.PUBLISHED
    assert [(void.event.kind, void.reason) for void in merged.void] == [
        (K.REJECT, "it is published")
    ]
    assert merged.version not in (approved.version, rejected.version)
    after = merged.move(K.REMOVE, ADMIN, at=NOW + timedelta(minutes=3), expect=merged.version)
    assert len(after.events[-1].previous) == 2
    assert after.void == merged.void
    after.verify()
    assert History.from_json(after.to_json()) == after
    assert merged.merge(after) == after


def test_an_erasure_holds_wherever_it_comes() -> None:
    one, approved, _ = diverged()
    erased = one.move(K.ERASE, ADMIN, at=NOW)
    merged = erased.merge(approved)
    assert merged.state.status is Status.ERASED
    assert [void.event.kind for void in merged.void] == [K.APPROVE]
    later = approved.merge(one.move(K.ERASE, RETENTION, at=NOW + timedelta(days=1)))
    assert later.state.status is Status.ERASED
    assert later.void == ()


def test_an_approval_of_another_text_comes_to_nothing() -> None:
    one = begun()
    edited = one.edit(AUTHOR, at=NOW + timedelta(minutes=1), content=TEXT_2)
    approved = one.move(K.APPROVE, MODERATOR, at=NOW + timedelta(minutes=2))
    merged = edited.merge(approved)
    assert merged.state.status is Status.PENDING
    assert merged.void[0].reason == "it is about revision 1, and the text is at 2"
    other = one.edit(AUTHOR, at=NOW + timedelta(minutes=2), content=TEXT)
    both = edited.merge(other.move(K.APPROVE, MODERATOR, at=NOW + timedelta(minutes=2)))
    assert both.state.status in (Status.PENDING, Status.PUBLISHED)
    third = edited.move(K.APPROVE, MODERATOR, at=NOW + timedelta(minutes=9)).merge(other)
    assert third.void[0].reason == "it is about another text"


def test_a_decision_taken_back_twice_is_taken_back_once() -> None:
    approved = begun().move(K.APPROVE, MODERATOR, at=NOW)
    merged = approved.undo(MODERATOR, at=NOW).merge(approved.undo(ADMIN, at=NOW))
    assert merged.state.status is Status.PENDING
    assert merged.void[0].reason == "no decision is in force that can be taken back"
    removed = approved.move(K.REMOVE, OTHER, at=NOW)
    both = removed.merge(approved.undo(ADMIN, at=NOW + timedelta(minutes=1)))
    assert both.void[0].reason == "a later decision is in force; take that back first"


def test_two_beginnings_are_one_beginning_and_a_void_event() -> None:
    other = History.submit("c1", Status.PUBLISHED, at=NOW + timedelta(seconds=1))
    assert begun().merge(other).void[0].reason == "it has begun already"


def test_an_edit_that_says_another_status_comes_to_nothing() -> None:
    one = begun(Status.PUBLISHED)
    edited = one.edit(AUTHOR, at=NOW + timedelta(minutes=2))
    held = one.move(K.HOLD, MODERATOR, at=NOW + timedelta(minutes=1))
    assert held.merge(edited).void[0].reason == "an edit leaves the status, or has it wait"


def forged(history: History, change: Any) -> str:
    document = json.loads(history.to_json())
    change(document)
    return json.dumps(document)


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d["events"][1].update(role="admin"),
        lambda d: d["events"][1].update(at="2011-06-24T13:07:01Z"),
        lambda d: d["events"][1].update(kind="reject"),
        lambda d: d["events"][0].update(reason="spam"),
        lambda d: d["events"][0].update(status="spam"),
        lambda d: d["events"][1].pop("actor"),
        lambda d: d["events"][1].update(previous=[]),
        lambda d: d["events"][1].update(hash="0" * 64),
        lambda d: d["events"].pop(0),
        lambda d: d["events"].pop(1),
        lambda d: d.update(comment_id="c2"),
    ],
)
def test_tampering_shows(change: Any) -> None:
    history = begun().move(K.APPROVE, MODERATOR, at=NOW).move(K.REMOVE, OTHER, at=NOW)
    with pytest.raises(TamperedHistoryError):
        History.from_json(forged(history, change))


def test_a_history_that_is_cut_shows_by_its_version() -> None:
    history = begun().move(K.APPROVE, MODERATOR, at=NOW)
    cut = forged(history, lambda d: d["events"].pop())
    assert History.from_json(cut) == begun()
    with pytest.raises(TamperedHistoryError, match="events are missing at its end"):
        History.from_json(cut, expect=history.version)
    assert History.from_json(history.to_json().encode(), expect=history.version) == history


def test_values_that_were_tampered_with_show_when_they_are_verified() -> None:
    history = begun().move(K.APPROVE, MODERATOR, at=NOW)
    history.verify()
    object.__setattr__(history.events[1], "reason", Reason.SPAM)
    with pytest.raises(TamperedHistoryError, match="its fields were changed"):
        history.verify()
    lied = attrs.evolve(begun(), state=history.state)
    with pytest.raises(TamperedHistoryError, match="not what its events lead to"):
        lied.verify()


@pytest.mark.parametrize(
    "text, error",
    [
        (3, DocumentError),
        ("{", DocumentError),
        ("[" * 100_000, DocumentError),
        ("[]", DocumentError),
        ('{"type": "post"}', DocumentError),
        ('{"type": "history", "version": 2}', VersionError),
        ('{"type": "history", "version": 1}', DocumentError),
        ('{"type": "history", "version": 1, "comment_id": "c1", "events": []}', InvalidValueError),
    ],
)
def test_what_is_no_history_is_refused(text: Any, error: type[Exception]) -> None:
    with pytest.raises(error):
        History.from_json(text)


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d["events"].append(3),
        lambda d: d["events"][0].update(x=1),
        lambda d: d["events"][0].pop("kind"),
        lambda d: d["events"][0].update(kind="vanish"),
        lambda d: d["events"][0].update(at="hier"),
        lambda d: d["events"][0].update(actor="Zoé"),
        lambda d: d["events"][0].update(findings=[[1]]),
        lambda d: d["events"][0].update(revision="1"),
    ],
)
def test_what_is_no_event_is_refused(change: Any) -> None:
    with pytest.raises(DocumentError, match=r"history\.events\.\d"):
        History.from_json(forged(begun(), change))


def test_events_make_a_history_only_of_one_comment_from_its_beginning() -> None:
    with pytest.raises(InvalidTypeError):
        History.from_events([3])  # type: ignore[list-item]
    with pytest.raises(InvalidTypeError):
        begun().merge(3)  # type: ignore[arg-type]
    other = History.submit("c2", Status.PENDING, at=NOW)
    with pytest.raises(InvalidValueError, match="events of one comment"):
        begun().merge(other)
    lost = Event("c1", K.APPROVE, at=NOW, actor=MODERATOR)
    with pytest.raises(TamperedHistoryError, match="no history begins by approve"):
        History.from_events([lost])


@pytest.mark.parametrize(
    "make",
    [
        lambda: Actor("moderator"),
        lambda: Actor(Role.AUTHOR, "Zoé Tremblay"),
        lambda: Actor(Role.AUTHOR, 3),
        lambda: Rights(shadowing=1),
        lambda: Rights(edit_window=15),
        lambda: Rights(restore_window=timedelta(-1)),
        lambda: Event("", K.APPROVE, at=NOW, actor=MODERATOR),
        lambda: Event("c", "x", at=NOW, actor=MODERATOR),
        lambda: Event("c", K.APPROVE, at=NOW.replace(tzinfo=None), actor=MODERATOR),
        lambda: Event("c", K.APPROVE, at=NOW, actor="Zoé"),
        lambda: Event("c", K.APPROVE, at=NOW, actor=MODERATOR, content="Un texte"),
        lambda: Event("c", K.APPROVE, at=NOW, actor=MODERATOR, findings=[]),
        lambda: Event("c", K.APPROVE, at=NOW, actor=MODERATOR, findings=(3,)),
        lambda: Event("c", K.APPROVE, at=NOW, actor=MODERATOR, reason="x"),
        lambda: Event("c", K.APPROVE, at=NOW, actor=MODERATOR, status="x"),
        lambda: Event("c", K.APPROVE, at=NOW, actor=MODERATOR, previous=("x",)),
        lambda: Event("c", K.APPROVE, at=NOW, actor=MODERATOR, undoes="x"),
        lambda: Finding(""),
        lambda: Finding("r", "1"),
        lambda: Finding("r", float("nan")),
        lambda: Finding("r", 1, "text", 0, 1),
        lambda: Finding("r", 1, Part.TEXT),
        lambda: Finding("r", 1, Part.TEXT, 0, 1, "leet"),
        lambda: permissions("moderator", begun(), at=NOW),
        lambda: permissions(Role.ADMIN, 3, at=NOW),
        lambda: permissions(Role.ADMIN, begun(), at=NOW.replace(tzinfo=None)),
        lambda: fingerprint(b"short", "x"),
        lambda: fingerprint("a secret of this site", "x"),
        lambda: fingerprint(KEY, 3),
    ],
)
def test_other_values_are_refused(make: Any) -> None:
    with pytest.raises((InvalidTypeError, InvalidValueError)):
        make()


def test_fingerprints_differ_by_text_by_parts_and_by_key() -> None:
    made = {
        fingerprint(KEY, "ab"),
        fingerprint(KEY, "a", "b"),
        fingerprint(KEY, "b", "a"),
        fingerprint(KEY, ""),
        fingerprint(KEY),
        fingerprint(KEY + b"!", "ab"),
    }
    assert len(made) == 6
    assert fingerprint(KEY, "ab") in made
