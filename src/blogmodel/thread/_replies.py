"""Replies found in flat pages: who answers whom, as far as the words tell it."""

from collections.abc import Callable, Iterable

import attrs

from blogmodel import _checks
from blogmodel.errors import InvalidTypeError, InvalidValueError
from blogmodel.model import Author, Comment
from blogmodel.thread._finder import find
from blogmodel.thread._proposals import ReplyProposal
from blogmodel.thread._thread import Thread

__all__ = ["ADOPT_FROM", "FoundReplies", "find_replies"]

ADOPT_FROM = 0.9
"""From which confidence on `FoundReplies.adopt` adopts a proposal, unless told otherwise."""


@attrs.frozen(repr=False)
class FoundReplies:
    """What `find_replies` found. Nothing is changed until it is adopted.

    Attributes:
        thread: the thread as it was.
        proposals: in the order of its comments, at most one for each.
    """

    thread: Thread
    proposals: tuple[ReplyProposal, ...]

    def adopt(self, threshold: float = ADOPT_FROM) -> Thread:
        """Return a new thread in which the proposals of a confidence, or a surer one, are true.

        It has the defects of the thread as it was, and no others. O(n), as building it is.

        Args:
            threshold: the least confidence, in [0, 1].

        Raises:
            InvalidValueError: the threshold is not between 0 and 1.

        Example:
            >>> from blogmodel import Author, Comment, Thread
            >>> from blogmodel.thread import find_replies
            >>> thread = Thread.build([
            ...     Comment("1", "p", author=Author("Génération Agile"), body="Bravo !"),
            ...     Comment("2", "p", author=Author("Zoé"), body="@Génération : merci !"),
            ... ])
            >>> list(find_replies(thread).adopt().walk())
            [Node('1', depth=0), Node('2', depth=1)]
        """
        least = _threshold(threshold)
        return self._adopted(p for p in self.proposals if p.confidence >= least)

    def adopt_only(self, ids: Iterable[str]) -> Thread:
        """Return a new thread in which the proposals for some comments are true, however sure.

        It is for those that somebody has looked at. O(n).

        Args:
            ids: the comments; those that have no proposal are left as they are.

        Raises:
            InvalidTypeError: the ids are one str.

        Example:
            >>> from blogmodel import Author, Comment, Thread
            >>> from blogmodel.thread import find_replies
            >>> thread = Thread.build([
            ...     Comment("1", "p", author=Author("Luc"), body="Bravo !"),
            ...     Comment("2", "p", author=Author("Zoé"), body="Oui, @Luc a raison."),
            ... ])
            >>> list(find_replies(thread).adopt_only(["2"]).walk())
            [Node('1', depth=0), Node('2', depth=1)]
        """
        wanted = _ids(ids)
        return self._adopted(p for p in self.proposals if p.comment_id in wanted)

    def take_back(self, thread: Thread, ids: Iterable[str] | None = None) -> Thread:
        """Return a thread without the parents that were adopted; the inverse of `adopt`.

        The thread may have gone on since: what was added stays, and a comment that has been given
        another parent than the proposed one keeps it. O(n).

        Args:
            thread: one that `adopt` gave, or that came of it.
            ids: the comments to take their parents back from; all where None. Those that were
                given none are left as they are.

        Raises:
            InvalidTypeError: the thread is not a `Thread`, or the ids are one str.

        Example:
            >>> from blogmodel import Author, Comment, Thread
            >>> from blogmodel.thread import find_replies
            >>> thread = Thread.build([
            ...     Comment("1", "p", author=Author("Luc"), body="Bravo !"),
            ...     Comment("2", "p", author=Author("Zoé"), body="@Luc : merci !"),
            ... ])
            >>> found = find_replies(thread)
            >>> found.take_back(found.adopt()) == thread
            True
        """
        _checks.instance("FoundReplies", "thread", thread, Thread, "that which adopt() gave")
        wanted = None if ids is None else _ids(ids)
        adopted = {
            (p.comment_id, p.parent_id)
            for p in self.proposals
            if wanted is None or p.comment_id in wanted
        }
        return _rebuilt(thread, lambda c: None if (c.id, c.parent_id) in adopted else c.parent_id)

    def _adopted(self, proposals: Iterable[ReplyProposal]) -> Thread:
        given = {proposal.comment_id: proposal.parent_id for proposal in proposals}
        return _rebuilt(self.thread, lambda comment: given.get(comment.id, comment.parent_id))

    def __repr__(self) -> str:
        return f"FoundReplies({len(self.thread)} comments, {len(self.proposals)} proposals)"


def find_replies(thread: Thread, post_author: Author | None = None) -> FoundReplies:
    """Propose a parent for each comment of a thread that names none, from what its text says.

    It changes nothing. Only earlier comments of the same post are proposed, and never one that
    would close a ring. Erased comments, those without text and those that share an id get no
    proposal. What the rules are and how sure each is, `ReplyRule` and the page on replies tell.
    The time is linear in the text, of which the first 20 000 characters of each body are read.

    Args:
        thread: comments with authors; those whose author is unknown are never named.
        post_author: who wrote the post, where that is known: who speaks to them answers the post.

    Raises:
        InvalidTypeError: the thread is not a `Thread`, or the author not an `Author`.

    Example:
        >>> from blogmodel import Author, Comment, Thread
        >>> from blogmodel.thread import find_replies
        >>> thread = Thread.build([
        ...     Comment("1", "p", author=Author("Génération Agile"), body="Bravo !"),
        ...     Comment("2", "p", author=Author("Zoé"), body="@generation agile: merci !"),
        ... ])
        >>> [(p.parent_id, p.evidence.text) for p in find_replies(thread).proposals]
        [('1', '@generation agile:')]
    """
    _checks.instance("find_replies", "thread", thread, Thread, "Thread.build(comments)")
    _checks.optional_instance("find_replies", "post_author", post_author, Author, "Author('Marie')")
    return FoundReplies(thread, tuple(find(thread, post_author)))


def _ids(ids: Iterable[str]) -> frozenset[str]:
    if isinstance(ids, str):
        raise InvalidTypeError("FoundReplies", "ids", ids, "an iterable of ids, not one str")
    return frozenset(ids)


def _threshold(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise InvalidTypeError("FoundReplies", "threshold", value, "a number between 0 and 1")
    if not 0 <= value <= 1:
        raise InvalidValueError("FoundReplies", "threshold", value, "between 0 and 1")
    return value


def _rebuilt(thread: Thread, parent_of: Callable[[Comment], str | None]) -> Thread:
    return Thread.build(
        (
            comment
            if parent_of(comment) == comment.parent_id
            else attrs.evolve(comment, parent_id=parent_of(comment))
            for comment in thread.comments + thread.set_aside
        ),
        on_defect=thread.on_defect,
    )
