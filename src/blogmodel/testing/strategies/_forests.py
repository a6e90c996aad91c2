"""Sound comments of one post, of any shape, in any order of arrival."""

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
    least tree; the order of arrival is drawn apart.
    """
    raw = draw(st.lists(st.integers(0, deepest), min_size=min_size, max_size=max_size))
    minutes = draw(st.lists(st.integers(0, 3), min_size=len(raw), max_size=len(raw)))
    branch: list[Comment] = []
    drawn: list[Comment] = []
    for number, (wanted, wait) in enumerate(zip(raw, minutes, strict=True)):
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
        drawn.append(comment)
    return draw(st.permutations(drawn))
