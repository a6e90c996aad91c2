"""A view: a thread as one reader sees it, in one order, down to one depth."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from typing import TYPE_CHECKING, Any

import attrs

from blogmodel.errors import UnknownCommentError
from blogmodel.model import Comment, Status
from blogmodel.thread import _pages, _sieve
from blogmodel.thread._forest import Forest
from blogmodel.thread._layout import Arrangement
from blogmodel.thread._node import Node
from blogmodel.thread._settings import PLAIN, Deeper, Keys, Sees, Settings, laid_out
from blogmodel.thread.orders import Order

if TYPE_CHECKING:
    from blogmodel.thread._thread import Thread

__all__ = ["View", "plain_view", "published", "view_of"]


def published(comment: Comment) -> bool:
    """Tell whether a comment is published: what any visitor sees of a blog.

    Give it to `Thread.view` as ``sees``.

    Example:
        >>> from blogmodel import Comment
        >>> from blogmodel.thread import published
        >>> published(Comment("1", "p"))
        True
    """
    return comment.status is Status.PUBLISHED


# Not frozen, for the reason told at Node: `Thread.node` makes one for each look-up.
@attrs.define(eq=False, repr=False)
class View:
    """A thread as one reader sees it: what is shown, in which order, how far in.

    Views come from `Thread.view`. The walk, the count, the pages and the look-ups of a view all
    take the same visibility, so that they never disagree. A hidden comment above a visible one
    stays as a placeholder without text or author; a branch in which nothing is visible is gone.
    """

    _thread: "Thread"
    _settings: Settings
    _forest: Forest
    _full: Arrangement
    _under: list[int] | None
    _depths: list[int] | None
    _sieve: _sieve.Sieve | None
    _keys: tuple[Keys, Keys]
    _tops: list[int] | None = attrs.field(default=None, init=False)
    _missing: list[int] | None = attrs.field(default=None, init=False)

    @property
    def thread(self) -> "Thread":
        """The thread that is shown."""
        return self._thread

    @property
    def order(self) -> Order:
        """The order of the comments at the top."""
        return self._settings.order

    @property
    def replies(self) -> Order:
        """The order of the replies."""
        return self._settings.replies

    @property
    def sees(self) -> Sees | None:
        """What tells whether the reader sees a comment; None where everything is shown."""
        return self._settings.sees

    @property
    def depth_limit(self) -> int | None:
        """How far in comments are shown at most; None for no limit."""
        return self._settings.depth_limit

    @property
    def deeper(self) -> Deeper:
        """Where deeper comments stand."""
        return self._settings.deeper

    def walk(self) -> Iterator[Node]:
        """Yield every node depth first: parents before their replies, each subtree whole. O(n).

        Example:
            >>> from blogmodel import Comment, Status, Thread
            >>> from blogmodel.thread import published
            >>> spam = Comment("1", "p", status=Status.SPAM, body="Achetez !")
            >>> thread = Thread.build([spam, Comment("2", "p", parent_id="1", body="Non.")])
            >>> for node in thread.view(sees=published).walk():
            ...     node.comment.body.text, node.is_placeholder
            ('', True)
            ('Non.', False)
        """
        return self._made(self._numbers())

    @property
    def roots(self) -> tuple[Node, ...]:
        """The nodes at the top, in order. O(answer)."""
        return tuple(self._made(self._hop(0, self._nodes_count())))

    def node(self, comment_id: str) -> Node:
        """Return the node of a comment, or of the placeholder that is shown for it. O(1).

        Raises:
            UnknownCommentError: no node of that id is shown here.

        Example:
            >>> from blogmodel import Comment, Thread
            >>> Thread.build([Comment("1", "p")]).view().node("1")
            Node('1', depth=0)
        """
        number = self._forest.number(comment_id)
        if number is None or not self._is_shown(number):
            raise UnknownCommentError(comment_id)
        return self._node(number)

    def page(
        self,
        size: int,
        *,
        by: _pages.PageBy = _pages.PageBy.COMMENTS,
        after: str | None = None,
        number: int | None = None,
    ) -> "_pages.Page":
        """Return a page: the first, the one after a cursor, or the one of a number.

        A cursor (`Page.next`, `MoreReplies.cursor`) continues where its page ended, whatever was
        added, hidden or removed since; a number counts from the first page, and shifts.
        O(page), but for pages of whole branches by number, O(roots) once a view.

        Args:
            size: how many comments, or how many comments at the top.
            by: what pages are measured in; comments by default.
            after: a cursor of a view of the same order.
            number: of the page, from 1; a page after the last is empty.

        Raises:
            InvalidValueError: the size or the number is not 1 or more, or a cursor and a number
                were given, or a number for pages by budget, which have none.
            CursorError: the cursor is garbage, of another order, or what it continues is gone.

        Example:
            >>> from blogmodel import Comment, Thread
            >>> view = Thread.build(Comment(f"{n}", "p") for n in range(5)).view()
            >>> first = view.page(2)
            >>> [node.comment.id for node in first.nodes], first.number
            (['0', '1'], 1)
            >>> [node.comment.id for node in view.page(2, after=first.next).nodes]
            ['2', '3']
        """
        return _pages.page(self, size, by, after, number)

    def pages(
        self, size: int, *, by: _pages.PageBy = _pages.PageBy.COMMENTS
    ) -> "Iterator[_pages.Page]":
        """Yield all pages; together they give the walk.

        Pages by budget leave replies behind, to be had by their `MoreReplies`.

        Raises:
            InvalidValueError: the size is not 1 or more.

        Example:
            >>> from blogmodel import Comment, Thread
            >>> view = Thread.build(Comment(f"{n}", "p") for n in range(5)).view()
            >>> [len(page.nodes) for page in view.pages(2)]
            [2, 2, 1]
        """
        page = self.page(size, by=by)
        yield page
        while page.next is not None:
            page = self.page(size, by=by, after=page.next)
            yield page

    def page_count(self, size: int, *, by: _pages.PageBy = _pages.PageBy.COMMENTS) -> int:
        """Return how many pages there are; an empty view has one. O(1), by roots O(roots) once.

        Raises:
            InvalidValueError: the size is not 1 or more, or pages are by budget.

        Example:
            >>> from blogmodel import Comment, Thread
            >>> Thread.build(Comment(f"{n}", "p") for n in range(5)).view().page_count(2)
            3
        """
        return _pages.page_count(self, size, by)

    def page_of(
        self, comment_id: str, size: int, *, by: _pages.PageBy = _pages.PageBy.COMMENTS
    ) -> "_pages.Page":
        """Return the page that a comment stands on: what its permalink shows. O(page).

        Raises:
            UnknownCommentError: no node of that id is shown here.
            InvalidValueError: the size is not 1 or more, or pages are by budget, which have no
                numbers.

        Example:
            >>> from blogmodel import Comment, Thread
            >>> view = Thread.build(Comment(f"{n}", "p") for n in range(5)).view()
            >>> view.page_of("3", 2).number
            2
        """
        return _pages.page_of(self, self.node(comment_id), size, by)

    def __len__(self) -> int:
        return self._visible_between(0, self._nodes_count())

    def __contains__(self, comment_id: object) -> bool:
        number = self._forest.number(comment_id) if isinstance(comment_id, str) else None
        return number is not None and self._is_shown(number) and not self._is_placeholder(number)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, View):
            return NotImplemented
        return self._settings == other._settings and self.thread == other.thread

    def __hash__(self) -> int:
        return hash((self.thread, self._settings))

    def __repr__(self) -> str:
        return f"View({len(self)} of {len(self.thread)} comments, {self.order.name})"

    def __reduce__(self) -> tuple[Any, ...]:
        return (view_of, (self.thread, self._settings))

    # What follows is for nodes and pages. Positions are those of the walk of this view; numbers
    # are those of the forest.

    def _nodes_count(self) -> int:
        return len(self._full) if self._sieve is None else len(self._sieve.kept)

    def _is_shown(self, number: int) -> bool:
        if self._sieve is None:
            return True
        before, position = self._sieve.before, self._full.position(number)
        return before[position] < before[position + 1]

    def _is_hidden(self, number: int) -> bool:
        return self._sieve is not None and number in self._sieve.hidden

    def _is_placeholder(self, number: int) -> bool:
        return self._is_hidden(number) or self._forest.is_placeholder(number)

    def _comment(self, number: int) -> Comment:
        comment = self._forest.comment(number)
        return _sieve.tombstone(comment) if self._is_hidden(number) else comment

    def _depth(self, number: int) -> int:
        return self._forest.depth(number) if self._depths is None else self._depths[number]

    def _node(self, number: int) -> Node:
        return Node(self, number, self._comment(number), self._depth(number))

    def _node_or_none(self, number: int) -> Node | None:
        return None if number < 0 else self._node(number)

    def _nodes(self, start: int, stop: int) -> Iterator[Node]:
        if self._sieve is None:
            numbers = self._full.slice(start, stop)
        else:
            numbers = [self._full.number_at(p) for p in self._sieve.kept[start:stop]]
        return map(self._node, numbers)

    def _numbers(self) -> Sequence[int]:
        numbers = self._full.numbers()
        if self._sieve is None:
            return numbers
        return [numbers[position] for position in self._sieve.kept]

    def _made(self, numbers: Iterable[int]) -> Iterator[Node]:
        """Make many nodes: their parts are gathered by C, unless columns had to be copied first."""
        numbers = numbers if isinstance(numbers, Sequence) else list(numbers)
        if self._forest.is_patched() and len(numbers) < len(self._forest):
            return map(self._node, numbers)
        depths = self._forest.depths() if self._depths is None else self._depths
        some_hidden = self._sieve is not None and self._sieve.hidden
        comment = self._comment if some_hidden else self._forest.entries().__getitem__
        parts = (numbers, map(comment, numbers), map(depths.__getitem__, numbers))
        return map(Node, repeat(self), *parts)

    def _number_at(self, position: int) -> int:
        sieve = self._sieve
        return self._full.number_at(position if sieve is None else sieve.kept[position])

    def _position(self, number: int) -> int:
        position = self._full.position(number)
        return position if self._sieve is None else self._sieve.before[position]

    def _size(self, number: int) -> int:
        if self._is_deepest(number):
            return 1
        size = self._full.size(number)
        if self._sieve is None:
            return size
        position = self._full.position(number)
        return self._sieve.before[position + size] - self._sieve.before[position]

    def _is_deepest(self, number: int) -> bool:
        """Tell whether the depth limit lets nothing stand under it."""
        return self.depth_limit is not None and self._depth(number) >= self.depth_limit

    def _shown_under(self, number: int) -> int:
        return self._forest.parent(number) if self._under is None else self._under[number]

    def _arranged_under(self, number: int) -> int:
        """Return whom a number is a sibling under: in place, a deeper one keeps its own parent."""
        return self._shown_under(number) if self._is_sorted() else self._forest.parent(number)

    def _is_sorted(self) -> bool:
        return self._under is not None and self.deeper is Deeper.SORTED

    def _children(self, number: int) -> Iterator[Node]:
        if self._is_deepest(number):
            return iter(())
        first = self._position(number) + 1
        return self._made(self._hop(first, first + self._size(number) - 1))

    def _hop(self, position: int, end: int) -> Iterator[int]:
        """Yield the numbers of one level, from a position to the end of their parent's subtree."""
        while position < end:
            number = self._number_at(position)
            yield number
            position += self._size(number)

    def _visible_between(self, start: int, stop: int) -> int:
        """Return how many comments, placeholders not counted, stand between two positions."""
        if self._sieve is None:
            missing = self._missing_positions()
            return stop - start - (bisect_left(missing, stop) - bisect_left(missing, start))
        if start == stop:
            return 0
        kept, bare = self._sieve.kept, self._sieve.placeholders_before
        return stop - start - (bare[kept[stop - 1] + 1] - bare[kept[start]])

    def _missing_positions(self) -> list[int]:
        """Return where placeholders for missing comments stand, in order. Once a view."""
        if self._missing is None:
            placeholders = self._forest.columns.placeholders
            self._missing = sorted(map(self._full.position, placeholders))
        return self._missing

    def _shown_position(self, full_position: int) -> int:
        """Return the position of the first shown node from a place of the whole arrangement on."""
        return full_position if self._sieve is None else self._sieve.before[full_position]

    def _root_starts(self) -> list[int]:
        """Return the positions of the nodes at the top. O(roots), once a view."""
        if self._tops is None:
            numbers = self._hop(0, self._nodes_count())
            self._tops = list(map(self._position, numbers))
        return self._tops

    def _root_index(self, position: int) -> int:
        """Return how many nodes at the top stand before a position."""
        return bisect_left(self._root_starts(), position)


def plain_view(thread: "Thread") -> View:
    """Return the view of a thread as it is: everything, oldest first. O(1)."""
    forest = thread._forest  # noqa: SLF001
    return View(thread, PLAIN, forest, forest, None, None, None, _NO_KEYS)


_NO_KEYS = (None, None)


def view_of(thread: "Thread", settings: Settings) -> View:
    """Lay a thread out as a view; see `Thread.view`."""
    if settings.sees is None and settings == PLAIN:
        return plain_view(thread)
    laid = laid_out(thread._forest.settled(thread.on_defect), settings)  # noqa: SLF001
    return View(
        thread,
        settings,
        laid.forest,
        laid.full,
        laid.under,
        laid.depths,
        laid.sieve,
        laid.keys,
    )
