"""Histories of comments that the table of moves allows, and steps that it refuses."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

import attrs
from hypothesis import strategies as st

from blogmodel import _checks
from blogmodel.model import Status
from blogmodel.moderation import MOVES, Actor, EventKind, History, Rights, permissions
from blogmodel.testing.strategies._choices import check_sizes, from_bank, made, or_else
from blogmodel.testing.strategies._moderation import ACTORS
from blogmodel.testing.strategies._moments import START

__all__ = ["ALL_RIGHTS", "HistoryStep", "histories", "history_steps", "illegal_histories"]

ALL_RIGHTS = Rights(post_author_approves=True, shadowing=True)
"""Those of a site on which every move of the table can be made."""


@attrs.frozen
class HistoryStep:
    """What somebody does, or tries to do, to a comment.

    Attributes:
        kind: what.
        actor: who.
        at: when.
        content: of an edit, the fingerprint of the new text.
    """

    kind: EventKind
    actor: Actor
    at: datetime
    content: str | None = None

    def taken(self, history: History, rights: Rights = ALL_RIGHTS) -> History:
        """Return a history with the step taken.

        Raises:
            TransitionError: the table of moves, the rights or a window refuse it.

        Example:
            >>> from hypothesis import find
            >>> from blogmodel.testing import strategies as blog
            >>> history, step = find(blog.illegal_histories(), lambda pair: True)
            >>> step.taken(history)
            Traceback (most recent call last):
                ...
            blogmodel.errors.NotAllowedError: ...
        """
        match self.kind:
            case EventKind.EDIT:
                return history.edit(self.actor, at=self.at, content=self.content, rights=rights)
            case EventKind.UNDO:
                return history.undo(self.actor, at=self.at, rights=rights)
            case _:
                return history.move(self.kind, self.actor, at=self.at, rights=rights)

    def __str__(self) -> str:
        return f"{self.kind} by {self.actor.role} at {self.at}"


def histories(
    *,
    comment_id: str = "c0",
    statuses: st.SearchStrategy[Status] | None = None,
    min_size: int = 0,
    max_size: int = 12,
    rights: Rights = ALL_RIGHTS,
) -> st.SearchStrategy[History]:
    """Return a strategy for histories that the table of moves allows.

    Each begins with a submission, or, where its status is none that a verdict gives, as imported.
    It shrinks to a comment that waits.

    Args:
        comment_id: whose histories.
        statuses: what they begin with; by default any.
        min_size: how many moves are tried at least after that; those that nobody can make then are
            left out.
        max_size: how many are tried at most.
        rights: what the site lets people do; ``ALL_RIGHTS`` by default.

    Raises:
        InvalidValueError: the sizes do not go together, or the id is empty.
        InvalidTypeError: an argument is of another type.

    Example:
        >>> from hypothesis import find
        >>> from blogmodel.moderation import EventKind
        >>> from blogmodel.testing import strategies as blog
        >>> undone = find(blog.histories(), lambda h: h.events[-1].kind is EventKind.UNDO)
        >>> [(event.kind.value, event.actor.role.value) for event in undone.events]
        [('submit', 'policy'), ('approve', 'moderator'), ('undo', 'moderator')]
    """
    check_sizes("histories", min_size, max_size)
    _checks.identifier("histories", "comment_id", comment_id)
    _checks.instance("histories", "rights", rights, Rights, "Rights(shadowing=True)")
    return made(
        "histories",
        _history,
        or_else(statuses, _STATUSES),
        st.lists(_TRIES, min_size=min_size, max_size=max_size),
        st.just(comment_id),
        st.just(rights),
    )


def history_steps(
    history: History, *, rights: Rights = ALL_RIGHTS
) -> st.SearchStrategy[HistoryStep]:
    """Return a strategy for what somebody may do next to a comment; for an erased one, nothing.

    Args:
        history: what has happened to it.
        rights: what the site lets people do.

    Raises:
        InvalidTypeError: an argument is of another type.

    Example:
        >>> from hypothesis import find
        >>> from blogmodel.testing import strategies as blog
        >>> history = find(blog.histories(), lambda history: True)
        >>> str(find(blog.history_steps(history), lambda step: True))
        'approve by moderator at 2011-06-24 13:07:00+00:00'
    """
    _checks.instance("history_steps", "history", history, History, "History.submit(…)")
    _checks.instance("history_steps", "rights", rights, Rights, "Rights(shadowing=True)")
    if history.state.status is Status.ERASED:
        return st.nothing()
    return _steps(history, rights)


def illegal_histories(
    *, histories: st.SearchStrategy[History] | None = None, rights: Rights = ALL_RIGHTS
) -> st.SearchStrategy[tuple[History, HistoryStep]]:
    """Return a strategy for histories, each with a step that is refused.

    Somebody acts in a capacity that may not, or too late, or on a comment that stands so that it
    cannot be done; or the step is dated before what happened last.

    Args:
        histories: by default those of `histories`, with these rights.
        rights: what the site lets people do.

    Raises:
        InvalidTypeError: the rights are none.

    Example:
        >>> from hypothesis import find
        >>> from blogmodel import Status
        >>> from blogmodel.testing import strategies as blog
        >>> history, step = find(
        ...     blog.illegal_histories(),
        ...     lambda pair: pair[0].state.status is Status.ERASED,
        ... )
        >>> [event.kind.value for event in history.events], str(step)
        ([...], 'approve by moderator at 2011-06-24 13:07:00+00:00')
    """
    _checks.instance("illegal_histories", "rights", rights, Rights, "Rights(shadowing=True)")
    return _illegal(or_else(histories, _histories(rights=rights)), rights)


_histories = histories  # An argument has the name of the function.

# Moves that begin a history last: that they are refused later on says little.
_BEGINNING = (EventKind.SUBMIT, EventKind.IMPORT)
_KINDS = sorted(EventKind, key=lambda kind: kind in _BEGINNING)
_VERDICTS = (Status.PENDING, Status.PUBLISHED, Status.SPAM, Status.SHADOWED)
_STATUSES = from_bank([*_VERDICTS, *(status for status in Status if status not in _VERDICTS)])
_CONTENTS = (None, f"{10:032x}", f"{11:032x}")
_WAITS = (
    timedelta(0),
    timedelta(minutes=1),
    # Past the window for edits, and past the one for what was withdrawn.
    timedelta(minutes=20),
    timedelta(days=40),
)
# What, by whom, when, and with which text. From ranges apart: Hypothesis lowers equal numbers
# together, and could not lower one kind where another is among them.
_Try = tuple[int, int, int, int]
_FIRST_ACTOR, _NO_WAIT, _FIRST_CONTENT = 100, 200, 300
# What is seldom possible is tried more often.
_SELDOM = (EventKind.APPEAL, EventKind.GRANT, EventKind.DENY, EventKind.RESTORE, EventKind.UNDO)
_TRIED = [*(kind for kind in _KINDS if kind not in _BEGINNING), *_SELDOM * 2]
_TRIES = st.tuples(
    st.integers(0, len(_TRIED) - 1),
    st.integers(_FIRST_ACTOR, _FIRST_ACTOR + len(ACTORS) - 1),
    st.integers(_NO_WAIT, _NO_WAIT + len(_WAITS) - 1),
    st.integers(_FIRST_CONTENT, _FIRST_CONTENT + len(_CONTENTS) - 1),
)
_MOVES = {move.kind: move for move in MOVES}


def _history(status: Status, tries: Sequence[_Try], comment_id: str, rights: Rights) -> History:
    """Let people do what they try, where that is possible."""
    if status in _VERDICTS and (status is not Status.SHADOWED or rights.shadowing):
        history = History.submit(comment_id, status, at=START, rights=rights)
    else:
        history = History.imported(comment_id, status, at=START)
    for kind, actor, wait, content in tries:
        at = history.events[-1].at + _WAITS[wait - _NO_WAIT]
        first = actor - _FIRST_ACTOR
        actors = [*ACTORS[first:], *ACTORS[:first]]
        step = next(_possible(history, [_TRIED[kind]], actors, at, rights), None)
        if step is not None:
            content_of_edit = _CONTENTS[content - _FIRST_CONTENT]
            history = attrs.evolve(step, content=content_of_edit).taken(history, rights)
    return history


def _possible(
    history: History,
    kinds: Sequence[EventKind],
    actors: Sequence[Actor],
    at: datetime,
    rights: Rights,
) -> Iterator[HistoryStep]:
    """Yield what can be done to a comment, of some kinds by some people."""
    for kind in kinds:
        move = _MOVES[kind]
        if history.state.status in move.sources:
            for actor in actors:
                # Asked last, since it takes the most time.
                if actor.role in move.roles and kind in permissions(
                    actor, history, at=at, rights=rights
                ):
                    yield HistoryStep(kind, actor, at)


@st.composite
def _steps(draw: st.DrawFn, history: History, rights: Rights) -> HistoryStep:
    at = history.events[-1].at + draw(from_bank(_WAITS))
    steps = list(_possible(history, _KINDS, ACTORS, at, rights))
    step = draw(from_bank(steps))
    content = draw(from_bank(_CONTENTS)) if step.kind is EventKind.EDIT else None
    return attrs.evolve(step, content=content)


@st.composite
def _illegal(
    draw: st.DrawFn, histories: st.SearchStrategy[History], rights: Rights
) -> tuple[History, HistoryStep]:
    history = draw(histories)
    wait = draw(from_bank([*_WAITS, -timedelta(minutes=1)]))
    at = history.events[-1].at + wait
    possible = [] if wait < timedelta(0) else list(_possible(history, _KINDS, ACTORS, at, rights))
    steps = [HistoryStep(kind, actor, at) for kind in _KINDS for actor in ACTORS]
    refused = [step for step in steps if step not in possible]
    return history, draw(from_bank(refused))
