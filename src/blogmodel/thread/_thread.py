"""The thread: comments as a tree, as an immutable value."""

from collections.abc import Iterable, Iterator
from typing import Any, Self

import attrs

from blogmodel import _checks
from blogmodel.errors import InvalidTypeError, MoveError, ThreadDefectsError, UnknownCommentError
from blogmodel.model import Comment, Status
from blogmodel.thread import _build
from blogmodel.thread._defects import Defect, OnDefect

__all__ = ["Node", "Thread"]


@attrs.frozen(repr=False, hash=False, init=False)
class Thread:
    """The comments of a post as a tree; make one with `Thread.build`.

    Give it the comments of one post: those of others would be roots of their own among them.
    Every comment stands in it once, whatever is wrong with it: a defect is told, never raised
    unless that is asked for. The comments themselves are never changed. Siblings stand oldest
    first: by ``created_at``, those without a date last, then by ``id``. Two threads are equal when
    they were built of the same comments, in whatever order, with the same policy.

    Attributes:
        comments: those that stand in the tree, in the order (created_at, id).
        set_aside: those that share the id of one that stands.
        on_defect: what was done with a comment that cannot stand under the parent it names.
        defects: what is wrong, in the order of the comments.
    """

    comments: tuple[Comment, ...]
    set_aside: tuple[Comment, ...]
    on_defect: OnDefect
    defects: tuple[Defect, ...] = attrs.field(eq=False)
    _missing: tuple[str, ...] = attrs.field(eq=False)
    _numbers: dict[str, int] = attrs.field(eq=False)
    _layout: _build.Layout = attrs.field(eq=False)

    def __init__(
        self, comments: Iterable[Comment], *, on_defect: OnDefect = OnDefect.PROMOTE
    ) -> None:
        _checks.member("Thread", "on_defect", on_defect, OnDefect)
        kept, aside = _build.canonical(comments)
        numbers = {comment.id: number for number, comment in enumerate(kept)}
        links = _build.link(kept, aside, numbers, on_defect)
        if links.defects and on_defect is OnDefect.RAISE:
            raise ThreadDefectsError(links.defects)
        numbers |= {missing: number for number, missing in enumerate(links.missing, len(kept))}
        self.__attrs_init__(  # pyright: ignore[reportAttributeAccessIssue]
            comments=kept,
            set_aside=aside,
            on_defect=on_defect,
            defects=links.defects,
            missing=links.missing,
            numbers=numbers,
            layout=_build.lay_out(links.parents, len(links.missing)),
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

    def walk(self) -> Iterator["Node"]:
        """Yield every node depth first: parents before their replies, each subtree whole. O(n).

        Example:
            >>> from blogmodel import Comment, Thread
            >>> thread = Thread.build([Comment("1", "p"), Comment("2", "p", parent_id="1")])
            >>> list(thread.walk())
            [Node('1', depth=0), Node('2', depth=1)]
        """
        return (Node(self, position) for position in range(len(self._layout.order)))

    @property
    def roots(self) -> tuple["Node", ...]:
        """The nodes at the top, oldest first."""
        return tuple(self._hop(0, len(self._layout.order)))

    def node(self, comment_id: str) -> "Node":
        """Return the node of a comment, or of the placeholder that stands for it. O(1).

        Raises:
            UnknownCommentError: there is none of that id.

        Example:
            >>> from blogmodel import Comment, Thread
            >>> thread = Thread.build([Comment("1", "p"), Comment("2", "p", parent_id="1")])
            >>> thread.node("2").parent
            Node('1', depth=0)
        """
        number = self._numbers.get(comment_id)
        if number is None:
            raise UnknownCommentError(comment_id)
        return Node(self, self._layout.positions[number])

    def add(self, comment: Comment) -> "Thread":
        """Return the thread with one more comment, as if it had been built with it.

        In this version it is built anew: O(n), as are `replace`, `remove` and `move`.

        Raises:
            InvalidTypeError: it is not a `Comment`.
            ThreadDefectsError: there are defects, and ``on_defect`` is to raise.

        Example:
            >>> from blogmodel import Comment, Thread
            >>> Thread.build([]).add(Comment("1", "p"))
            Thread(1 comments, 0 defects)
        """
        return Thread.build((*self._all(), comment), on_defect=self.on_defect)

    def replace(self, comment: Comment) -> "Thread":
        """Return the thread with a comment in the place of all those that have its id.

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
        if not isinstance(comment, Comment):
            raise InvalidTypeError("Thread", "comments", comment, "made of Comment values")
        return Thread.build((*self._others(comment.id), comment), on_defect=self.on_defect)

    def remove(self, comment_id: str) -> "Thread":
        """Return the thread without any comment of that id; the replies stay, as orphans.

        To keep the replies where they are, give the comment another status instead
        (`Thread.replace`), and show its place without its text.

        Raises:
            UnknownCommentError: there is none of that id.
            ThreadDefectsError: there are defects, and ``on_defect`` is to raise.

        Example:
            >>> from blogmodel import Comment, Thread
            >>> thread = Thread.build([Comment("1", "p"), Comment("2", "p", parent_id="1")])
            >>> [str(defect) for defect in thread.remove("1").defects]
            ["orphan: '2', '1' (promoted)"]
        """
        return Thread.build(self._others(comment_id), on_defect=self.on_defect)

    def move(self, comment_id: str, parent_id: str | None) -> "Thread":
        """Return the thread with a comment, and all below it, under another parent or at the top.

        The parent may be a missing comment that a placeholder stands for.

        Raises:
            UnknownCommentError: one of the two is not here.
            MoveError: the parent hangs below the comment, is the comment itself, or stands under
                another post.
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
        there = (
            attrs.evolve(comment, parent_id=parent_id) if comment.id == comment_id else comment
            for comment in self._all()
        )
        return Thread.build(there, on_defect=self.on_defect)

    def __len__(self) -> int:
        return len(self.comments)

    def __contains__(self, comment_id: object) -> bool:
        return self._numbers.get(comment_id, len(self)) < len(self)  # type: ignore[call-overload,no-any-return]

    def __hash__(self) -> int:
        return hash((self.comments, self.set_aside, self.on_defect))

    def __repr__(self) -> str:
        return f"Thread({len(self)} comments, {len(self.defects)} defects)"

    def __reduce__(self) -> tuple[Any, ...]:
        return (_rebuild, (self._all(), self.on_defect))

    def _all(self) -> tuple[Comment, ...]:
        return self.comments + self.set_aside

    def _others(self, comment_id: str) -> list[Comment]:
        self._comment(comment_id)
        return [comment for comment in self._all() if comment.id != comment_id]

    def _comment(self, comment_id: str) -> Comment:
        if comment_id not in self:
            raise UnknownCommentError(comment_id)
        return self.comments[self._numbers[comment_id]]

    def _hop(self, position: int, end: int) -> Iterator["Node"]:
        """Yield the nodes of one level, from a position to the end of their parent's subtree."""
        while position < end:
            yield Node(self, position)
            position += self._layout.sizes[position]


def _rebuild(comments: tuple[Comment, ...], on_defect: OnDefect) -> Thread:
    return Thread.build(comments, on_defect=on_defect)


@attrs.frozen(repr=False, eq=False)
class Node:
    """A comment's place in a thread. Nodes come from a `Thread`, and are equal by thread and place.

    Attributes:
        thread: the thread it belongs to.
        position: its place in the walk, from 0.
    """

    thread: Thread
    position: int

    @property
    def comment(self) -> Comment:
        """The comment; for a placeholder an erased one, which has an id and nothing else."""
        number = self._number
        if number < len(self.thread):
            return self.thread.comments[number]
        reply = self.thread.comments[self.thread._layout.order[self.position + 1]]  # noqa: SLF001
        missing = self.thread._missing[number - len(self.thread)]  # noqa: SLF001
        return Comment(missing, reply.post_id, status=Status.ERASED)

    @property
    def depth(self) -> int:
        """How many nodes stand above it; 0 at the top."""
        return self.thread._layout.depths[self.position]  # noqa: SLF001

    @property
    def size(self) -> int:
        """How many nodes its subtree has, itself included."""
        return self.thread._layout.sizes[self.position]  # noqa: SLF001

    @property
    def is_placeholder(self) -> bool:
        """Whether it stands for a comment that others answer and that is missing."""
        return self._number >= len(self.thread)

    @property
    def parent(self) -> "Node | None":
        """The node above it; None at the top. What the comment itself says may differ."""
        position = self.thread._layout.parents[self.position]  # noqa: SLF001
        return None if position < 0 else Node(self.thread, position)

    @property
    def children(self) -> tuple["Node", ...]:
        """The nodes right below it, oldest first."""
        return tuple(self.thread._hop(self.position + 1, self.position + self.size))  # noqa: SLF001

    @property
    def _number(self) -> int:
        return self.thread._layout.order[self.position]  # noqa: SLF001

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Node):
            return NotImplemented
        return self.position == other.position and (
            self.thread is other.thread or self.thread == other.thread
        )

    def __hash__(self) -> int:
        return hash((self.position, self.comment.id))

    def __repr__(self) -> str:
        return f"Node({self.comment.id!r}, depth={self.depth})"
