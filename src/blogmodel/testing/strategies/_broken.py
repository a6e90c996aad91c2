"""Comments with what goes wrong in exports."""

from hypothesis import strategies as st

from blogmodel.model import Comment
from blogmodel.testing.strategies._moments import START

__all__ = ["broken_comment_lists"]


@st.composite
def broken_comment_lists(draw: st.DrawFn, *, max_size: int = 12) -> list[Comment]:
    """Draw comments with anything wrong that exports have.

    There are missing parents, comments that answer themselves or each other in rings, ids that
    stand twice, parents under another post, replies older than their parents, and no dates.
    """
    ids = st.sampled_from("abcdef")
    moment = st.none() | st.integers(0, 3).map(lambda n: START.replace(minute=n))
    comment = st.builds(
        Comment,
        ids,
        st.sampled_from(["p", "p", "p", "q"]),
        created_at=moment,
        parent_id=st.none() | ids,
        updated_at=moment,
        body=st.sampled_from(["", "x", "y"]),
    )
    drawn = draw(st.lists(comment, max_size=max_size))
    return drawn if draw(st.booleans()) else _without_shared_ids(drawn)


def _without_shared_ids(comments: list[Comment]) -> list[Comment]:
    return list({comment.id: comment for comment in comments}.values())
