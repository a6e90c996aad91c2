"""The thread: comments as a tree, as an immutable value."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Self

import attrs

from blogmodel import _checks
from blogmodel.errors import InvalidTypeError, MoveError, UnknownCommentError
from blogmodel.model import Comment
from blogmodel.thread import _surgery
from blogmodel.thread._defects import Defect, OnDefect
from blogmodel.thread._forest import Forest
from blogmodel.thread._node import Node
from blogmodel.thread._settings import Deeper, Settings
from blogmodel.thread._view import View, plain_view, view_of
from blogmodel.thread.orders import Order, oldest

__all__ = ["Thread"]


@attrs.frozen(repr=False, eq=False, init=False)
class Thread:
    """The comments of a post as a tree; make one with `Thread.build`.

    Give it the comments of one post: those of others would be roots of their own among them.
    Every comment stands in it once, whatever is wrong with it: a defect is told, never raised
    unless that is asked for. The comments themselves are never changed. Siblings stand oldest
    first: by ``created_at``, those without a date last, then by ``id``; `Thread.view` shows them
    otherwise. Two threads are equal when they were built of the same comments, in whatever order,
    with the same policy.

    Attributes:
        on_defect: what was done with a comment that cannot stand under the parent it names.
    """

    on_defect: OnDefect
    _forest: Forest

    def __init__(
        self, comments: Iterable[Comment], *, on_defect: OnDefect = OnDefect.PROMOTE
    ) -> None:
        _checks.member("Thread", "on_defect", on_defect, OnDefect)
        self.__attrs_init__(  # pyright: ignore[reportAttributeAccessIssue]
            on_defect=on_defect, forest=Forest.of(comments, on_defect)
        )

    @classmethod
    def build(cls, comments: Iterable[Comment], *, on_defect: OnDefect = OnDefect.PROMOTE) -> Self:
        """Return the thread of these comments, given in any order.

        O(n) beside one sort, which is O(n) too for comments in the order of time.

        Raises:
            InvalidTypeError: one of them is not a `Comment`.
            ThreadDefectsError: there are defects, and ``on_defect`` is to raise.

        Example:
            >>> from blogmodel import Comment, Thread
            >>> thread = Thread.build([Comment("2", "p", parent_id="1"), Comment("1", "p")])
            >>> [(node.comment.id, node.depth) for node in thread.walk()]
            [('1', 0), ('2', 1)]
        """
        return cls(comments, on_defect=on_defect)

    @property
    def comments(self) -> tuple[Comment, ...]:
        """Those that stand in the tree, in the order (created_at, id).

        O(n) once after something was added.
        """
        return self._forest.comments()

    @property
    def set_aside(self) -> tuple[Comment, ...]:
        """Those that share the id of one that stands."""
        return self._forest.columns.aside

    @property
    def defects(self) -> tuple[Defect, ...]:
        """What is wrong, in the order of the comments."""
        return self._forest.defects()

    def view(
        self,
        *,
        order: Order | None = None,
        replies: Order | None = None,
        sees: Callable[[Comment], bool] | None = None,
        depth_limit: int | None = None,
        deeper: Deeper = Deeper.IN_PLACE,
    ) -> View:
        """Return the thread as one reader sees it. O(n), beside a sort for most orders.

        Where comments were added or edited since the thread was built, the first such view of a
        version lays them all out; without arguments it is O(1).

        Without arguments everything is shown, spam too, as `Thread.walk` does: give ``sees``
        wherever readers are served.

        Args:
            order: of the comments at the top, and of the replies unless told; oldest first by
                default. See `blogmodel.thread.orders`.
            replies: the order of the replies, where it differs.
            sees: what tells whether the reader sees a comment, such as `published`.
            depth_limit: how far in comments are shown at most: 0 is a flat list, 1 is as on
                Blogger. A comment that would stand deeper is shown at the limit, and
                `Node.answers` tells whom it answers.
            deeper: where such comments stand.

        Raises:
            InvalidTypeError: an argument is of another type, or keys cannot be compared.
            InvalidValueError: the limit is negative.

        Example:
            >>> from blogmodel import Comment, Status, Thread
            >>> from blogmodel.thread import orders, published
            >>> thread = Thread.build(
            ...     [
            ...         Comment("1", "p"),
            ...         Comment("2", "p", ups=9),
            ...         Comment("3", "p", status=Status.SPAM),
            ...     ]
            ... )
            >>> view = thread.view(order=orders.top(), sees=published)
            >>> len(view), list(view.walk())
            (2, [Node('2', depth=0), Node('1', depth=0)])
        """
        chosen = oldest() if order is None else order
        return view_of(
            self,
            Settings(
                order=chosen,
                replies=chosen if replies is None else replies,
                sees=sees,
                depth_limit=depth_limit,
                deeper=deeper,
            ),
        )

    def walk(self) -> Iterator[Node]:
        """Yield every node depth first: parents before their replies, each subtree whole. O(n).

        Example:
            >>> from blogmodel import Comment, Thread
            >>> thread = Thread.build([Comment("1", "p"), Comment("2", "p", parent_id="1")])
            >>> list(thread.walk())
            [Node('1', depth=0), Node('2', depth=1)]
        """
        return plain_view(self).walk()

    @property
    def roots(self) -> tuple[Node, ...]:
        """The nodes at the top, oldest first."""
        return plain_view(self).roots

    def node(self, comment_id: str) -> Node:
        """Return the node of a comment, or of the placeholder that stands for it. O(1).

        Raises:
            UnknownCommentError: there is none of that id.

        Example:
            >>> from blogmodel import Comment, Thread
            >>> thread = Thread.build([Comment("1", "p"), Comment("2", "p", parent_id="1")])
            >>> thread.node("2").parent
            Node('1', depth=0)
        """
        number = self._forest.number(comment_id)
        if number is None:
            raise UnknownCommentError(comment_id)
        comment, depth = self._forest.comment(number), self._forest.depth(number)
        return Node(plain_view(self), number, comment, depth)

    def add(self, comment: Comment) -> Self:
        """Return the thread with one more comment, as if it had been built with it.

        The new thread shares all else with this one: O(sqrt n) on average, with a scan of one
        column where the comment is older than others, and O(n) where it changes the place of
        others, as the missing parent of orphans does.

        Raises:
            InvalidTypeError: it is not a `Comment`.
            ThreadDefectsError: there are defects, and ``on_defect`` is to raise.

        Example:
            >>> from blogmodel import Comment, Thread
            >>> Thread.build([]).add(Comment("1", "p"))
            Thread(1 comments, 0 defects)
        """
        _only_a_comment(comment)
        forest = self._forest.add(comment, self.on_defect)
        return self._of((*self._all(), comment)) if forest is None else self._with(forest)

    def replace(self, comment: Comment) -> Self:
        """Return the thread with a comment in the place of all those that have its id.

        O(sqrt n) on average where its post, parent and date stay the same; else O(n).

        Raises:
            InvalidTypeError: it is not a `Comment`.
            UnknownCommentError: there is none of that id.
            ThreadDefectsError: there are defects, and ``on_defect`` is to raise.

        Example:
            >>> from blogmodel import Comment, Thread
            >>> thread = Thread.build([Comment("1", "p", body="Merci")])
            >>> thread.replace(Comment("1", "p", body="Merci !")).comments
            (Comment('1', 'p', body='Merci !'),)
        """
        _only_a_comment(comment)
        forest = self._forest.replace(comment, self.on_defect)
        if forest is None:
            return self._of((*self._others(comment.id), comment))
        return self._with(forest)

    def remove(self, comment_id: str) -> Self:
        """Return the thread without any comment of that id; the replies stay, as orphans. O(n).

        To keep the replies where they are, give the comment another status instead
        (`Thread.replace`), and show a view that hides it: its place stays above the replies.

        Raises:
            UnknownCommentError: there is none of that id.
            ThreadDefectsError: there are defects, and ``on_defect`` is to raise.

        Example:
            >>> from blogmodel import Comment, Thread
            >>> thread = Thread.build([Comment("1", "p"), Comment("2", "p", parent_id="1")])
            >>> [str(defect) for defect in thread.remove("1").defects]
            ["orphan: '2', '1' (promoted)"]
        """
        return self._of(self._others(comment_id))

    def move(self, comment_id: str, parent_id: str | None) -> Self:
        """Return the thread with a comment, and all below it, under another parent or at the top.

        The parent may be a missing comment that a placeholder stands for. Permalinks stay as they
        are, since no id and no post changes. O(n).

        Raises:
            UnknownCommentError: one of the two is not here.
            MoveError: the parent hangs below the comment, is the comment itself, answers it by
                what the comments themselves say, or stands under another post.
            ThreadDefectsError: there are defects, and ``on_defect`` is to raise.

        Example:
            >>> from blogmodel import Comment, Thread
            >>> thread = Thread.build([Comment("1", "p"), Comment("2", "p")])
            >>> list(thread.move("2", "1").walk())
            [Node('1', depth=0), Node('2', depth=1)]
        """
        moved = self._comment(comment_id)
        if parent_id is not None:
            top, below = self.node(comment_id), self.node(parent_id)
            if top.position <= below.position < top.position + top.size:
                raise MoveError(comment_id, parent_id, "that comment is itself or hangs below it")
            if below.comment.post_id != moved.post_id:
                raise MoveError(comment_id, parent_id, "that comment stands under another post")
        # Those that share its id move too, so that the same one of them stands.
        there = self._of(
            attrs.evolve(comment, parent_id=parent_id) if comment.id == comment_id else comment
            for comment in self._all()
        )
        _surgery.refuse_new_rings(there, _surgery.rings(self))
        return there

    def split(self, comment_id: str, *, post_id: str | None = None) -> "_surgery.Split":
        """Return a comment and all below it as a thread of their own, and the thread without them.

        Every comment is in one of the two. O(n).

        Args:
            comment_id: the top of the branch; it answers nobody afterwards.
            post_id: the post under which the branch goes on; None where it stays.

        Raises:
            UnknownCommentError: there is none of that id; a placeholder is no comment.
            InvalidValueError: the post's id is empty.
            ThreadDefectsError: there are defects, and ``on_defect`` is to raise.

        Example:
            >>> from blogmodel import Comment, Thread
            >>> thread = Thread.build([Comment("1", "p"), Comment("2", "p", parent_id="1")])
            >>> parts = thread.split("2", post_id="q")
            >>> parts.rest, parts.branch
            (Thread(1 comments, 0 defects), Thread(1 comments, 0 defects))
            >>> parts.redirects[0].new
            Permalink(post_id='q', comment_id='2')
        """
        return _surgery.split(self, comment_id, post_id)

    def merge(
        self,
        other: "Thread",
        *,
        under: str | None = None,
        rename: Callable[[str], str] | None = None,
    ) -> "_surgery.Merged":
        """Return the thread with all comments of another one, under this one's post. O(n).

        A comment of either thread whose parent is missing hangs under the comment of that id that
        the other brings.

        Args:
            other: the thread that comes in.
            under: the comment that those of ``other`` answer from now on that name no parent; None
                to leave them at the top.
            rename: what gives a comment of ``other`` a new id where both threads have its id.

        Raises:
            UnknownCommentError: ``under`` is not here.
            MergeError: both threads have comments of one id, and ``rename`` does not part them.
            MoveError: a comment would hang below itself.
            ThreadDefectsError: there are defects, and ``on_defect`` is to raise.

        Example:
            >>> from blogmodel import Comment, Thread
            >>> here, there = Thread.build([Comment("1", "p")]), Thread.build([Comment("2", "q")])
            >>> merged = here.merge(there, under="1")
            >>> list(merged.thread.walk())
            [Node('1', depth=0), Node('2', depth=1)]
            >>> merged.redirects
            (Redirect(old=Permalink(post_id='q', comment_id='2'), new=Permalink(post_id='p', ...)),)
        """
        return _surgery.merge(self, other, under, rename)

    def __len__(self) -> int:
        return len(self._forest) - len(self._forest.columns.placeholders)

    def __contains__(self, comment_id: object) -> bool:
        number = self._forest.number(comment_id) if isinstance(comment_id, str) else None
        return number is not None and not self._forest.is_placeholder(number)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Thread):
            return NotImplemented
        return self is other or self._value() == other._value()

    def __hash__(self) -> int:
        return hash(self._value())

    def _value(self) -> tuple[object, ...]:
        return (self.on_defect, self.comments, self.set_aside)

    def __repr__(self) -> str:
        return f"Thread({len(self)} comments, {len(self.defects)} defects)"

    def __reduce__(self) -> tuple[Any, ...]:
        return (_thread_again, (type(self), self._all(), self.on_defect))

    def _of(self, comments: Iterable[Comment]) -> Self:
        return type(self).build(comments, on_defect=self.on_defect)

    def _with(self, forest: Forest) -> Self:
        thread = type(self).__new__(type(self))
        thread.__attrs_init__(  # pyright: ignore[reportAttributeAccessIssue]
            on_defect=self.on_defect, forest=forest
        )
        return thread

    def _all(self) -> tuple[Comment, ...]:
        return self.comments + self.set_aside

    def _others(self, comment_id: str) -> list[Comment]:
        self._comment(comment_id)
        return [comment for comment in self._all() if comment.id != comment_id]

    def _comment(self, comment_id: str) -> Comment:
        number = self._forest.number(comment_id)
        if number is None or self._forest.is_placeholder(number):
            raise UnknownCommentError(comment_id)
        return self._forest.comment(number)


def _only_a_comment(comment: object) -> None:
    if not isinstance(comment, Comment):
        raise InvalidTypeError("Thread", "comments", comment, "made of Comment values")


def _thread_again(cls: type[Thread], comments: tuple[Comment, ...], on_defect: OnDefect) -> Thread:
    return cls.build(comments, on_defect=on_defect)
