"""Comments with what goes wrong in exports: everything at once, or just what is asked for."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from blogmodel.model import Comment
from blogmodel.testing.strategies._choices import check_sizes, from_bank, made
from blogmodel.testing.strategies._moments import START

if TYPE_CHECKING:
    from blogmodel.thread import DefectKind

__all__ = ["broken_comment_lists"]


def broken_comment_lists(
    *, max_size: int = 12, kinds: Collection["DefectKind"] | None = None
) -> st.SearchStrategy[list[Comment]]:
    """Return a strategy for comments with what goes wrong in exports, in any order.

    There are missing parents, comments that answer themselves or each other in rings, ids that
    stand twice, parents under another post, replies older than their parents, and no dates.

    Args:
        max_size: how many there are at most.
        kinds: which defects there are, each of them at least once and no other; the other comments
            are as those of `comment_lists`. None for any defects, or none.

    Raises:
        InvalidValueError: no kind is asked for, or so many comments do not hold all kinds.
        InvalidTypeError: an argument is of another type.

    Example:
        >>> from hypothesis import find
        >>> from blogmodel.testing import strategies as blog
        >>> from blogmodel.thread import DefectKind
        >>> find(blog.broken_comment_lists(kinds={DefectKind.CYCLE}), lambda comments: True)
        [Comment('c0', 'p', parent_id='c1', ...), Comment('c1', 'p', parent_id='c0', ...)]
    """
    check_sizes("broken_comment_lists", 0, max_size)
    if kinds is None:
        return made(
            "broken_comment_lists", _kept, st.lists(_COMMENTS, max_size=max_size), st.booleans()
        )
    from blogmodel.testing.strategies._planted import planted  # noqa: PLC0415 - needs the threads

    return planted(kinds, max_size)


# Hypothesis leaves out comments of four parts and no more at once.
_MOMENTS = (None, *(START.replace(minute=minute) for minute in range(4)))
_COMMENTS = made(
    "comments",
    lambda comment_id, parent_id, created_at, rest: Comment(
        comment_id,
        rest[0],
        body=rest[1],
        created_at=created_at,
        parent_id=parent_id,
        updated_at=rest[2],
    ),
    from_bank("abcdef"),
    from_bank((None, *"abcdef")),
    from_bank(_MOMENTS),
    from_bank(
        [
            (post_id, text, updated_at)
            for updated_at in _MOMENTS
            for text in ("", "x", "y")
            for post_id in ("p", "p", "p", "q")
        ]
    ),
)


def _kept(comments: list[Comment], with_doubles: bool) -> list[Comment]:  # noqa: FBT001 - drawn
    return (
        comments if with_doubles else list({comment.id: comment for comment in comments}.values())
    )
