"""Sound comments of one post, of any shape, in any order of arrival."""

from operator import itemgetter

from hypothesis import strategies as st

from blogmodel.model import Comment
from blogmodel.testing.strategies._moments import START

__all__ = ["comment_lists"]


@st.composite
def comment_lists(
    draw: st.DrawFn, *, min_size: int = 0, max_size: int = 12, post_id: str = "p", deepest: int = 12
) -> list[Comment]:
    """Draw the comments of one post, without defects, in the order in which they arrive.

    The forest is drawn as depths (each at most one more than the one before), which shrinks to the
    least tree. What is drawn for a comment is drawn together, so that it can go without the others.
    """
    # Siblings, and such of one date, are what most goes wrong with: they are drawn more often.
    depth = st.integers(0, min(2, deepest)) | st.integers(0, deepest)
    one = st.tuples(depth, st.just(0) | st.integers(0, 3), st.integers(0, 99))
    raw = draw(st.lists(one, min_size=min_size, max_size=max_size))
    branch: list[Comment] = []
    drawn: list[tuple[int, Comment]] = []
    for number, (wanted, wait, turn) in enumerate(raw):
        del branch[min(wanted, len(branch)) :]
        parent = branch[-1] if branch else None
        earliest = parent.created_at if parent and parent.created_at else START
        comment = Comment(
            f"c{number}",
            post_id,
            created_at=earliest.replace(minute=min(59, earliest.minute + wait)),
            parent_id=parent.id if parent else None,
            body=f"Commentaire {number}",
        )
        branch.append(comment)
        drawn.append((turn, comment))
    return [comment for _, comment in sorted(drawn, key=itemgetter(0))]
