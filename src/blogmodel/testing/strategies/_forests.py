"""Sound comments of one post: any tree, in any order of arrival."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TypeVar

from hypothesis import strategies as st

from blogmodel import _checks
from blogmodel.model import Author, Body, Comment, Status
from blogmodel.testing.strategies._choices import check_sizes, from_bank, or_else
from blogmodel.testing.strategies._moments import START

__all__ = ["Arrival", "Shape", "arrivals", "arrived", "comment_lists"]

_T = TypeVar("_T")


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
        authors: who may write; a thread has six of them at most. None for nobody.
        bodies: what they say; None for « Commentaire 0 » and so on.
        statuses: what has become of each; None for published.
        dates: when each is written, or at the moment of what it answers where that is later. None
            for `START`, and up to three minutes after what they answer.
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
    row = st.tuples(
        _depths(shape, deepest),
        or_else(dates, _WAITS),
        arrivals(max_size) if arrival is Arrival.SHUFFLED else _LAST,
        _NOBODY if authors is None else _SPEAKERS,
        _NOTHING if bodies is None else bodies,
        or_else(statuses, _PUBLISHED),
    )
    rows = st.lists(row, min_size=min_size, max_size=max_size)
    casts = _NO_CAST if authors is None else st.lists(authors, min_size=1, max_size=_MOST_PEOPLE)
    return st.builds(_forest, rows, casts, st.just(post_id), st.just(arrival))


_Row = tuple[int, int | datetime | None, int, int, Body | None, Status]

_MOST_PEOPLE = 6
# What is drawn of a comment comes from ranges apart: Hypothesis lowers equal numbers together, and
# could not lower depths where waits are among them.
_NO_WAIT, _FIRST_SPEAKER, _FIRST_TURN = 100, 200, 1_000
_WAITS = st.just(_NO_WAIT) | st.integers(_NO_WAIT, _NO_WAIT + 3)
_SPEAKERS = st.integers(_FIRST_SPEAKER, _FIRST_SPEAKER + _MOST_PEOPLE - 1)
_LAST = st.just(_FIRST_TURN)
_NOBODY = st.just(_FIRST_SPEAKER)
_NOTHING = st.none()
_PUBLISHED = st.just(Status.PUBLISHED)
_NO_CAST: st.SearchStrategy[list[Author | None]] = st.just([None])


def _depths(shape: Shape | None, deepest: int) -> st.SearchStrategy[int]:
    """Return how deep each comment is to stand; it shrinks to the top, whatever the shape."""
    every = range(deepest + 1)
    match shape:
        case None:
            # Siblings are what most goes wrong with: they are drawn more often than chains.
            return st.integers(0, min(2, deepest)) | st.integers(0, deepest)
        case Shape.WIDE:
            drawn = [*[0] * 12, *[1] * 4, *every]
        case Shape.CHAIN:
            drawn = [*every, *[deepest] * 4 * (deepest + 1)]
        case Shape.FORUM:
            drawn = [*[1] * 24, *[2] * 4, *every]
        case Shape.REDDIT:
            drawn = [depth for depth in every for _ in range(max(1, 10 - 2 * depth))]
    # In order, so that what is nearer to the top is simpler.
    return from_bank(sorted(min(depth, deepest) for depth in drawn))


def _forest(
    rows: Sequence[_Row], cast: Sequence[Author | None], post_id: str, arrival: Arrival
) -> list[Comment]:
    """Return the comments that rows tell of: each is one deeper than the one before at most."""
    branch: list[Comment] = []
    written: list[Comment] = []
    for number, (depth, when, _, speaker, body, status) in enumerate(rows):
        del branch[depth:]
        parent = branch[-1] if branch else None
        comment = Comment(
            f"c{number}",
            post_id,
            author=cast[(speaker - _FIRST_SPEAKER) % len(cast)],
            body=Body(f"Commentaire {number}") if body is None else body,
            created_at=_date(when, parent),
            parent_id=parent.id if parent else None,
            status=status,
        )
        branch.append(comment)
        written.append(comment)
    if arrival is Arrival.REVERSED:
        return written[::-1]
    return arrived(written, [row[2] for row in rows])


def _date(when: int | datetime | None, parent: Comment | None) -> datetime | None:
    """Return when a comment is written: not before what it answers."""
    earliest = None if parent is None else parent.created_at
    if isinstance(when, int):
        return (earliest or START) + timedelta(minutes=when - _NO_WAIT)
    return when if when is None or earliest is None else max(when, earliest)


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
