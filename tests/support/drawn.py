"""Drawn comments with what views look at: statuses, votes, pins."""

import attrs
from hypothesis import strategies as st

from blogmodel import Comment, Status
from blogmodel.testing import strategies as blog

STATUSES = st.sampled_from([Status.PUBLISHED, Status.PUBLISHED, Status.SPAM, Status.WITHDRAWN])
VOTES = st.integers(0, 3)


@st.composite
def lively(
    draw: st.DrawFn, comments: st.SearchStrategy[list[Comment]] | None = None
) -> list[Comment]:
    """Draw comments, broken ones unless others are given, that differ in all that orders see."""
    drawn = draw(blog.broken_comment_lists() if comments is None else comments)
    return [
        attrs.evolve(
            comment,
            status=draw(STATUSES),
            ups=draw(VOTES),
            downs=draw(VOTES),
            pinned=draw(st.booleans()),
        )
        for comment in drawn
    ]
