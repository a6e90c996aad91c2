"""What laws about stores are tried with."""

from collections.abc import Sequence
from datetime import timedelta

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from blogmodel.model import Comment
from blogmodel.testing._profile import Profile
from blogmodel.testing.strategies import START, Arrival, comment_lists

__all__ = [
    "ANY",
    "BEFORE_AFTER",
    "HEADS",
    "HIDDEN",
    "Comments",
    "Drawn",
    "above",
    "any_siblings",
    "arrivals",
    "in_time",
    "one_chosen",
    "some",
    "sound",
    "tied",
    "tied_arrivals",
]

Comments = list[Comment]


def in_time(comments: Sequence[Comment]) -> Comments:
    """Return comments in the order of time, no two of the same minute."""
    ordered = sorted(comments, key=lambda c: (c.created_at or START, _number(c)))
    return [
        attrs.evolve(comment, created_at=START + timedelta(minutes=minute))
        for minute, comment in enumerate(ordered)
    ]


def _number(comment: Comment) -> int:
    return int(comment.id[1:])


def _sound(profile: Profile) -> SearchStrategy[Comments]:
    return comment_lists(max_size=profile.size, arrival=Arrival.WRITTEN).map(in_time)


def sound(profile: Profile) -> SearchStrategy[tuple[Comments]]:
    """Comments without defects, as they were written: in the order of time, of different dates."""
    return st.tuples(_sound(profile))


def arrivals(profile: Profile) -> SearchStrategy[tuple[Comments, Comments]]:
    """Sound comments in the order of time, and the same in another order."""
    drawn = comment_lists(max_size=profile.size)
    return drawn.map(lambda came: (in_time(came), _dated(came)))


def _dated(came: Sequence[Comment]) -> Comments:
    """Return comments with the dates of `in_time`, in the order in which they came."""
    dated = {comment.id: comment for comment in in_time(came)}
    return [dated[comment.id] for comment in came]


def tied(profile: Profile) -> SearchStrategy[tuple[Comments]]:
    """Comments many of which are of one date, parents before replies."""
    return st.tuples(comment_lists(max_size=profile.size).map(_parents_first))


def tied_arrivals(profile: Profile) -> SearchStrategy[tuple[Comments, Comments]]:
    """Comments many of which are of one date, in two orders that have parents before replies."""
    return comment_lists(max_size=profile.size).map(
        lambda came: (sorted(came, key=_number), _parents_first(came))
    )


def any_siblings(profile: Profile) -> SearchStrategy[tuple[Comments]]:
    """Sound comments that come in any order in which parents are before their replies."""
    drawn = comment_lists(max_size=profile.size)
    return st.tuples(drawn.map(lambda came: _parents_first(_dated(came))))


def _parents_first(comments: Sequence[Comment]) -> Comments:
    ways = {comment.id: len(above(comment, comments)) for comment in comments}
    return sorted(comments, key=lambda comment: ways[comment.id])


def above(comment: Comment, comments: Sequence[Comment]) -> list[Comment]:
    """Return the parent of a comment, its parent, and so on, as far as they are there."""
    known = {other.id: other for other in comments}
    way: list[Comment] = []
    while comment.parent_id in known and len(way) < len(comments):
        comment = known[comment.parent_id]
        way.append(comment)
    return way


def one_chosen(profile: Profile) -> SearchStrategy[tuple[Comments, str]]:
    """Sound comments, and the id of one of them."""
    return some(profile).map(lambda drawn: (drawn.comments, drawn.turns[0]))


@attrs.frozen
class Drawn:
    """Sound comments, and their ids in an order that says which of them are chosen.

    That order is drawn comment by comment, so that those that do not matter can go without the
    choice becoming another.
    """

    comments: Comments
    turns: list[str]


def some(profile: Profile) -> SearchStrategy[Drawn]:
    """Return sound comments, one at least, and an order to choose from them."""
    drawn = comment_lists(min_size=1, max_size=profile.size)
    return drawn.map(lambda came: Drawn(in_time(came), [comment.id for comment in came]))


BEFORE_AFTER = ("before", "after")
HEADS = ("store 1", "store 2")
"""What two drawings are of, where none of them is the expected one."""

HIDDEN = st.lists(st.integers(0, 15), max_size=2)
"""Which comments are hidden, counted round those that there are."""

ANY = st.integers(0, 15)
"""Which of those that there are, counted round."""
