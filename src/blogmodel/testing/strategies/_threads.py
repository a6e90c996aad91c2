"""Threads that are built already."""

from collections.abc import Iterable

from hypothesis import strategies as st

from blogmodel.model import Comment
from blogmodel.testing.strategies._broken import broken_comment_lists
from blogmodel.testing.strategies._choices import or_else
from blogmodel.testing.strategies._forests import comment_lists
from blogmodel.thread import Thread

__all__ = ["threads"]


def threads(
    *, comments: st.SearchStrategy[Iterable[Comment]] | None = None
) -> st.SearchStrategy[Thread]:
    """Return a strategy for threads, with and without defects; it shrinks to an empty one.

    Args:
        comments: of which they are built; by default those of `comment_lists`, and those of
            `broken_comment_lists`.

    Example:
        >>> from hypothesis import find
        >>> from blogmodel.testing import strategies as blog
        >>> find(blog.threads(), lambda thread: thread.defects).defects
        (Defect(...),)
    """
    return or_else(comments, _COMMENTS).map(Thread.build)


_COMMENTS: st.SearchStrategy[Iterable[Comment]] = comment_lists() | broken_comment_lists()
