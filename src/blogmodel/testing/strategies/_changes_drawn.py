"""What people do to the comments of a post, one change after another, each of them possible."""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import TypeVar

import attrs
from hypothesis import strategies as st

from blogmodel import _checks
from blogmodel.errors import InvalidTypeError, InvalidValueError
from blogmodel.model import Comment, Status
from blogmodel.testing._changes import Add, Change, Delete, Edit, Hide, Move, Restore
from blogmodel.testing.strategies._choices import check_sizes, made
from blogmodel.testing.strategies._moments import START

__all__ = ["changes"]

_T = TypeVar("_T")


def changes(
    comments: Iterable[Comment],
    *,
    kinds: Collection[type[Change]] | None = None,
    max_size: int = 8,
    post_id: str = "p",
    texts: st.SearchStrategy[str] | None = None,
) -> st.SearchStrategy[list[Change]]:
    """Return a strategy for changes to comments that are possible one after another.

    New comments, n0, n1 and so on, answer any that is there, hidden or not, or the post. What is
    deleted is gone for good; replies to it stay, and can be answered and moved. Nothing is moved
    under itself or what stands below it, not even by way of a deleted comment. Erased comments
    are as good as deleted.

    Args:
        comments: those of the post, before the first change.
        kinds: of changes, such as `blogmodel.testing.Add`; None for all.
        max_size: how many there are at most.
        post_id: where new comments stand, if there are no others.
        texts: of new comments and of edits; by default short ones that tell what they are.

    Raises:
        InvalidValueError: no kind is asked for, or the post's id is empty.
        InvalidTypeError: an argument is of another type.

    Example:
        >>> from hypothesis import find
        >>> from blogmodel import Comment
        >>> from blogmodel.testing import Move, strategies as blog
        >>> comments = [Comment("c0", "p"), Comment("c1", "p", parent_id="c0"), Comment("c2", "p")]
        >>> moves = blog.changes(comments, kinds={Move})
        >>> print(*find(moves, lambda made: any(move.parent_id for move in made)))
        move c0 under c2
    """
    check_sizes("changes", 0, max_size)
    _checks.identifier("changes", "post_id", post_id)
    before = tuple(comments)
    for comment in before:
        _checks.instance("changes", "comments", comment, Comment, "Comment('c0', 'p')")
    makers = _chosen(kinds)
    most = len(before) + max_size
    row = st.tuples(
        st.integers(0, len(makers) - 1),
        st.integers(_FIRST, _FIRST + most),
        st.integers(_FIRST_PLACE, _FIRST_PLACE + most),
        st.none() if texts is None else texts,
    )
    rows = st.lists(row, max_size=max_size)
    return made("changes", _made, st.just(before), st.just(post_id), st.just(makers), rows)


_Row = tuple[int, int, int, str | None]

# From ranges apart: Hypothesis lowers equal numbers together, and could not lower one where another
# is among them.
_FIRST, _FIRST_PLACE = 1_000, 1_000_000


def _made(
    before: Sequence[Comment], post_id: str, makers: Sequence["_Maker"], rows: Sequence[_Row]
) -> list[Change]:
    """Make the changes that are possible when their turn comes."""
    page = _Page.of(before, post_id)
    made: list[Change] = []
    for kind, which, where, text in rows:
        change = makers[kind](page, which - _FIRST, where - _FIRST_PLACE, text)
        if change is not None:
            made.append(change)
    return made


@attrs.define
class _Page:
    """What a page has after some changes.

    Attributes:
        post_id: whose page it is.
        parents: whom each comment answers that is there, or was.
        there: the ids of those that are.
        hidden: the ids of those that visitors do not see.
        latest: when the last one was written.
        texts: how many texts were written.
    """

    post_id: str
    parents: dict[str, str | None]
    there: list[str]
    hidden: list[str]
    latest: datetime
    texts: int = 0

    @classmethod
    def of(cls, comments: Sequence[Comment], post_id: str) -> "_Page":
        """Return the page that some comments make."""
        known = {comment.id: comment for comment in comments}
        there = [one for one in known.values() if one.status is not Status.ERASED]
        dates = [one.created_at for one in known.values() if one.created_at]
        return cls(
            comments[0].post_id if comments else post_id,
            {one.id: one.parent_id for one in known.values()},
            [one.id for one in there],
            [one.id for one in there if one.status is not Status.PUBLISHED],
            max(dates, default=START),
        )

    def text(self, given: str | None) -> str:
        """Return a text: one that was drawn, or one that was not there before."""
        self.texts += 1
        return f"Texte {self.texts}" if given is None else given

    def is_below(self, comment_id: str, other: str) -> bool:
        """Tell whether a comment stands below another, or is it."""
        passed: set[str] = set()
        above: str | None = comment_id
        while above is not None and above not in passed:
            if above == other:
                return True
            passed.add(above)
            above = self.parents.get(above)
        return False


def _add(page: _Page, which: int, where: int, text: str | None) -> Change:
    del which
    number = next(number for number in count() if f"n{number}" not in page.parents)
    parents = [None, *page.there]
    parent_id = _nth(parents, where)
    page.latest = min(page.latest, _LAST) + timedelta(minutes=1)
    comment = Comment(
        f"n{number}",
        page.post_id,
        body=page.text(text),
        created_at=page.latest,
        parent_id=parent_id,
    )
    page.parents[comment.id] = parent_id
    page.there.append(comment.id)
    return Add(comment)


def _nth(things: Sequence[_T], number: int) -> _T:
    """Return one of some things, the last one where there are not so many."""
    return things[min(number, len(things) - 1)]


_LAST = datetime.max.replace(tzinfo=UTC) - timedelta(minutes=1)


def _edit(page: _Page, which: int, where: int, text: str | None) -> Change | None:
    del where
    if not page.there:
        return None
    return Edit(_nth(page.there, which), page.text(text))


def _hide(page: _Page, which: int, where: int, text: str | None) -> Change | None:
    del where, text
    shown = [comment_id for comment_id in page.there if comment_id not in page.hidden]
    if not shown:
        return None
    page.hidden.append(_nth(shown, which))
    return Hide(page.hidden[-1])


def _restore(page: _Page, which: int, where: int, text: str | None) -> Change | None:
    del where, text
    if not page.hidden:
        return None
    page.hidden.remove(shown := _nth(page.hidden, which))
    return Restore(shown)


def _delete(page: _Page, which: int, where: int, text: str | None) -> Change | None:
    del where, text
    if not page.there:
        return None
    gone = _nth(page.there, which)
    page.there.remove(gone)
    page.hidden = [comment_id for comment_id in page.hidden if comment_id != gone]
    return Delete(gone)


def _move(page: _Page, which: int, where: int, text: str | None) -> Change | None:
    del text
    if not page.there:
        return None
    moved = _nth(page.there, which)
    parents = [None, *(other for other in page.there if not page.is_below(other, moved))]
    page.parents[moved] = _nth(parents, where)
    return Move(moved, page.parents[moved])


_Maker = Callable[[_Page, int, int, str | None], Change | None]
# The least that can happen to a page first.
_MAKERS: dict[type[Change], _Maker] = {
    Add: _add,
    Edit: _edit,
    Hide: _hide,
    Restore: _restore,
    Delete: _delete,
    Move: _move,
}


def _chosen(kinds: Collection[type[Change]] | None) -> list[_Maker]:
    """Return how the changes are made that a user wants."""
    if kinds is None:
        return list(_MAKERS.values())
    for kind in kinds:
        if kind not in _MAKERS:
            names = ", ".join(known.__name__ for known in _MAKERS)
            raise InvalidTypeError("changes", "kinds", kind, f"some of {names}")
    if not kinds:
        raise InvalidValueError("changes", "kinds", kinds, "one kind or more, or None")
    return [maker for kind, maker in _MAKERS.items() if kind in kinds]
