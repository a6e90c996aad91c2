"""Sound comments of one post: any tree, in any order of arrival."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, TypeVar

from hypothesis import strategies as st

from blogmodel import _checks
from blogmodel.model import Author, Body, Comment, Status
from blogmodel.testing.strategies._choices import check_sizes, from_bank, made
from blogmodel.testing.strategies._moments import START

__all__ = ["Arrival", "Shape", "arrivals", "arrived", "comment_lists"]

_T = TypeVar("_T")
_U = TypeVar("_U")


class Shape(StrEnum):
    """What the conversations of a site look like; any of them may be any tree all the same."""

    WIDE = "wide"
    """Most comments answer the post, and few answer each other."""
    CHAIN = "chain"
    """Most comments answer the one before."""
    FORUM = "forum"
    """Few subjects, and under each a flat list of replies."""
    REDDIT = "reddit"
    """Many short branches, and few deep ones."""


class Arrival(StrEnum):
    """In which order comments stand in a list."""

    SHUFFLED = "shuffled"
    """Any; replies may come before what they answer."""
    WRITTEN = "written"
    """By their numbers, so that what is answered comes first."""
    REVERSED = "reversed"
    """By their numbers, the last one first, as on pages that show the newest first."""


def comment_lists(  # noqa: PLR0913 - what there is to fix
    *,
    min_size: int = 0,
    max_size: int = 12,
    post_id: str = "p",
    deepest: int = 12,
    shape: Shape | None = None,
    authors: st.SearchStrategy[Author | None] | None = None,
    bodies: st.SearchStrategy[Body] | None = None,
    statuses: st.SearchStrategy[Status] | None = None,
    dates: st.SearchStrategy[datetime | None] | None = None,
    arrival: Arrival = Arrival.SHUFFLED,
) -> st.SearchStrategy[list[Comment]]:
    """Return a strategy for the comments of one post, without defects, in an order of arrival.

    Their ids are c0, c1, and so on, in the order of a walk through the tree; so c10 comes before
    c2 where ids are compared as text. It shrinks to few comments that answer the post, by their
    numbers, and all of the same minute.

    Args:
        min_size: how many there are at least.
        max_size: how many there are at most.
        post_id: what they stand under.
        deepest: how many comments may stand above one at most; 0 for none.
        shape: what most trees look like; None for no shape.
        authors: who may write, or None for an author who is not known; a thread has six people at
            most. Nobody is known by default.
        bodies: what they say; a thread has eight different ones at most. By default « Commentaire
            0 » and so on.
        statuses: what has become of each; published by default.
        dates: when each is written, or at the moment of what it answers where that is later; a
            thread has eight moments at most. By default ``START``, and up to three minutes after
            what they answer.
        arrival: in which order they stand in the list.

    Raises:
        InvalidValueError: the sizes do not go together, or the post's id is empty.
        InvalidTypeError: an argument is of another type.

    Example:
        >>> from hypothesis import find
        >>> from blogmodel.testing import strategies as blog
        >>> find(blog.comment_lists(), lambda comments: any(c.parent_id for c in comments))
        [Comment('c0', 'p', body='Commentaire 0'), Comment('c1', 'p', parent_id='c0', ...)]
    """
    check_sizes("comment_lists", min_size, max_size)
    _checks.identifier("comment_lists", "post_id", post_id)
    _checks.count("comment_lists", "deepest", deepest)
    if shape is not None:
        _checks.member("comment_lists", "shape", shape, Shape)
    _checks.member("comment_lists", "arrival", arrival, Arrival)
    turns = arrivals(max_size) if arrival is Arrival.SHUFFLED else _NO_TURN
    fixed = (authors, bodies, statuses, dates)
    looks = _PLAIN if all(one is None for one in fixed) else _LOOKS
    row = st.tuples(_depths(shape, deepest), _WAITS if dates is None else _NO_WAIT, turns, looks)
    return made(
        "comment_lists",
        _forest,
        st.lists(row, min_size=min_size, max_size=max_size),
        _some(authors, _PEOPLE),
        _some(bodies, _BODIES),
        _some(statuses, _STATUSES),
        _some(dates, _DATES),
        st.just(post_id),
        st.just(arrival),
    )


# What is drawn of a comment: Hypothesis leaves out rows of four numbers and no more at once. They
# come from ranges apart, since it lowers equal numbers together, and could not lower depths where
# waits are among them. Authors and the like are drawn for the whole thread; a comment's looks say
# which of them it has.
_Row = tuple[int, int, int, int]
_PEOPLE, _BODIES, _STATUSES, _DATES = 6, 8, 4, 8
_FIRST_WAIT, _FIRST_TURN, _FIRST_LOOKS = 100, 1_000, 1_000_000
_WAITS = from_bank([_FIRST_WAIT] * 4 + list(range(_FIRST_WAIT + 1, _FIRST_WAIT + 4)))
_LOOKS = st.integers(_FIRST_LOOKS, _FIRST_LOOKS + _PEOPLE * _BODIES * _STATUSES * _DATES - 1)
_NO_WAIT, _NO_TURN, _PLAIN = map(st.just, (_FIRST_WAIT, _FIRST_TURN, _FIRST_LOOKS))


def _some(strategy: st.SearchStrategy[_T] | None, most: int) -> st.SearchStrategy[list[_T]]:
    """Return a strategy for what a thread has of something; nothing where that is not asked for."""
    return _NONE if strategy is None else st.lists(strategy, min_size=1, max_size=most)


_NONE: st.SearchStrategy[list[Any]] = st.just([])


def _depths(shape: Shape | None, deepest: int) -> st.SearchStrategy[int]:
    """Return how deep each comment is to stand; it shrinks to the top, whatever the shape."""
    every = range(deepest + 1)
    drawn = {
        # Siblings are what most goes wrong with: they are drawn more often than chains.
        None: [*(0, 1, 2) * 4, *every],
        Shape.WIDE: [*[0] * 12, *[1] * 4, *every],
        Shape.CHAIN: [*every, *[deepest] * 4 * (deepest + 1)],
        Shape.FORUM: [*[1] * 24, *[2] * 4, *every],
        Shape.REDDIT: [depth for depth in every for _ in range(max(1, 10 - 2 * depth))],
    }[shape]
    # In order, so that what is nearer to the top is simpler.
    return from_bank(sorted(min(depth, deepest) for depth in drawn))


def _forest(  # noqa: PLR0913, PLR0917 - what is drawn
    rows: Sequence[_Row],
    cast: Sequence[Author | None],
    bodies: Sequence[Body],
    statuses: Sequence[Status],
    dates: Sequence[datetime | None],
    post_id: str,
    arrival: Arrival,
) -> list[Comment]:
    """Return the comments that rows tell of: each is one deeper than the one before at most."""
    branch: list[Comment] = []
    written: list[Comment] = []
    for number, (depth, wait, _, looks) in enumerate(rows):
        del branch[depth:]
        parent = branch[-1] if branch else None
        rest, who = divmod(looks - _FIRST_LOOKS, _PEOPLE)
        rest, what = divmod(rest, _BODIES)
        when, state = divmod(rest, _STATUSES)
        comment = Comment(
            f"c{number}",
            post_id,
            author=_pick(cast, who, None),
            body=_pick(bodies, what, None) or Body(f"Commentaire {number}"),
            created_at=_date(parent, wait - _FIRST_WAIT, dates, when),
            parent_id=parent.id if parent else None,
            status=_pick(statuses, state, Status.PUBLISHED),
        )
        branch.append(comment)
        written.append(comment)
    if arrival is Arrival.REVERSED:
        return written[::-1]
    return arrived(written, [turn for _, _, turn, _ in rows])


def _pick(things: Sequence[_T], which: int, default: _U) -> _T | _U:
    return things[which % len(things)] if things else default


def _date(
    parent: Comment | None, wait: int, dates: Sequence[datetime | None], which: int
) -> datetime | None:
    """Return when a comment is written: not before what it answers."""
    earliest = None if parent is None else parent.created_at
    if not dates:
        return (earliest or START) + timedelta(minutes=wait)
    date = dates[which % len(dates)]
    return date if date is None or earliest is None else max(date, earliest)


def arrivals(max_size: int) -> st.SearchStrategy[int]:
    """Return when each of some things comes in, for `arrived`."""
    return st.integers(_FIRST_TURN, _FIRST_TURN + max_size)


def arrived(things: Sequence[_T], turns: Sequence[int]) -> list[_T]:
    """Return things in the order of their turns, and of themselves where these are equal.

    So any order can be drawn, the given one is the simplest, and what is left keeps its order
    where one thing is left out.
    """
    order = sorted(range(len(things)), key=turns.__getitem__)
    return [things[number] for number in order]
