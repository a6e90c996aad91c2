from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import assume, find, given
from hypothesis import strategies as st

from blogmodel import Status
from blogmodel.errors import InvalidTypeError, InvalidValueError, NotAllowedError, TransitionError
from blogmodel.moderation import MOVES, Actor, EventKind, History, Rights, Role, permissions
from blogmodel.testing import strategies as blog
from blogmodel.testing.strategies import HistoryStep

ROLES = {move.kind: move.roles for move in MOVES}
SOURCES = {move.kind: move.sources for move in MOVES}
NOTHING = Rights(edit_window=timedelta(0), restore_window=timedelta(0))


@given(blog.histories())
def test_histories_are_as_they_were_written_and_each_move_is_in_the_table(
    history: History,
) -> None:
    history.verify()
    for number, event in enumerate(history.events[1:], 1):
        before = History.from_events(history.events[:number])
        assert event.actor.role in ROLES[event.kind]
        assert before.state.status in SOURCES[event.kind]


@pytest.mark.parametrize("kind", EventKind)
def test_every_move_is_found_at_the_end_of_a_short_history(kind: EventKind) -> None:
    history = find(blog.histories(), lambda history: history.events[-1].kind is kind)
    assert len(history.events) <= 4


@pytest.mark.parametrize("status", Status)
def test_a_history_begins_with_the_status_that_is_asked_for(status: Status) -> None:
    histories = blog.histories(comment_id="7", statuses=st.just(status), max_size=0)
    history = find(histories, lambda _: True)
    assert (history.comment_id, history.state.status, len(history.events)) == ("7", status, 1)


@given(blog.histories(rights=NOTHING, min_size=3))
def test_histories_keep_to_the_rights_of_a_site(history: History) -> None:
    assert not any(event.kind is EventKind.SHADOW for event in history.events)
    for event in history.events:
        assert event.kind is not EventKind.APPROVE or event.actor.role is not Role.POST_AUTHOR


def test_a_comment_that_is_seen_by_its_author_alone_is_imported_where_that_is_off() -> None:
    histories = blog.histories(statuses=st.just(Status.SHADOWED), rights=NOTHING)
    assert find(histories, lambda _: True).events[0].kind is EventKind.IMPORT


@given(blog.illegal_histories())
def test_a_step_that_is_refused_is_refused(pair: tuple[History, HistoryStep]) -> None:
    history, step = pair
    with pytest.raises(TransitionError):
        step.taken(history)


REFUSED: dict[str, Callable[[History, HistoryStep], bool]] = {
    "by the role": lambda _, step: step.actor.role not in ROLES[step.kind],
    "by the status": lambda history, step: (
        step.actor.role in ROLES[step.kind] and history.state.status not in SOURCES[step.kind]
    ),
    "by the moment": lambda history, step: (
        step.at < history.events[-1].at
        and step.kind in permissions(step.actor, history, at=history.events[-1].at)
    ),
    "by a window": lambda history, step: (
        step.kind is EventKind.EDIT
        and step.actor.role is Role.AUTHOR
        and history.state.status is Status.PUBLISHED
        and step.at > history.events[-1].at
    ),
    "since nothing is appealed": lambda history, step: (
        step.kind is EventKind.DENY
        and step.actor.role is Role.MODERATOR
        and history.state.status is Status.SPAM
        and step.at >= history.events[-1].at
    ),
}


@pytest.mark.parametrize("why", REFUSED)
def test_steps_are_refused_for_every_reason(why: str) -> None:
    refused = blog.illegal_histories(histories=blog.histories(max_size=1))
    history, step = find(refused, lambda pair: REFUSED[why](*pair))
    assert len(history.events) <= 3
    with pytest.raises(TransitionError):
        step.taken(history)


def test_histories_that_are_given_are_those_that_steps_are_refused_of() -> None:
    erased = blog.histories(statuses=st.just(Status.ERASED))
    history, step = find(blog.illegal_histories(histories=erased), lambda _: True)
    assert (history.state.status, step.kind) == (Status.ERASED, EventKind.APPROVE)
    with pytest.raises(TransitionError):
        step.taken(history)


@given(st.data(), blog.histories())
def test_what_may_be_done_next_is_done(data: st.DataObject, history: History) -> None:
    assume(history.state.status is not Status.ERASED)
    step = data.draw(blog.history_steps(history))
    after = step.taken(history)
    assert after.events[:-1] == history.events
    assert (after.events[-1].kind, after.events[-1].actor) == (step.kind, step.actor)


def test_nothing_may_be_done_to_an_erased_comment() -> None:
    erased = History.imported("c0", Status.ERASED, at=blog.START)
    assert blog.history_steps(erased).is_empty


def test_an_edit_has_a_text_of_its_own() -> None:
    history = find(blog.histories(), lambda _: True)
    steps = blog.history_steps(history)
    step = find(steps, lambda step: step.content is not None)
    assert step.kind is EventKind.EDIT
    assert step.taken(history).state.content == step.content


def test_a_step_is_told_in_a_line() -> None:
    step = HistoryStep(EventKind.APPROVE, Actor(Role.READER), blog.START)
    assert str(step) == "approve by reader at 2011-06-24 13:07:00+00:00"
    with pytest.raises(NotAllowedError):
        step.taken(History.submit("c0", Status.PENDING, at=blog.START), Rights())


def test_what_is_no_part_of_a_history_is_refused() -> None:
    history = History.submit("c0", Status.PENDING, at=blog.START)
    with pytest.raises(InvalidValueError, match=r"histories\.comment_id must be a str that is not"):
        blog.histories(comment_id="")
    for refuse in (
        lambda: blog.histories(rights=None),  # type: ignore[arg-type]
        lambda: blog.illegal_histories(rights=None),  # type: ignore[arg-type]
        lambda: blog.history_steps(history, rights=None),  # type: ignore[arg-type]
    ):
        with pytest.raises(InvalidTypeError, match=r"rights must be a Rights"):
            refuse()
    with pytest.raises(InvalidTypeError, match=r"history_steps\.history must be a History"):
        blog.history_steps("c0")  # type: ignore[arg-type]
