"""Pages of a view: by comments, by whole branches, or by a budget with « n more replies »."""

from enum import Enum, auto
from heapq import heappop, heappush
from typing import TYPE_CHECKING

import attrs

from blogmodel import _checks
from blogmodel.errors import InvalidTypeError, InvalidValueError
from blogmodel.thread._cursor import Resume
from blogmodel.thread._node import Node
from blogmodel.thread._places import cursor_at, place_of, start_cursor

if TYPE_CHECKING:
    from blogmodel.thread._view import View

__all__ = ["MoreReplies", "Page", "PageBy", "page", "page_count", "page_of"]


class PageBy(Enum):
    """What the size of a page counts."""

    COMMENTS = auto()
    """Nodes of the walk; a page may begin in the midst of a conversation."""
    ROOTS = auto()
    """Nodes at the top, each with all its replies."""
    BUDGET = auto()
    """Nodes in all, the first replies of many comments rather than all replies of the first; what
    is left out is told by `MoreReplies` in its place."""


@attrs.frozen
class MoreReplies:
    """A place in a page where replies were left out, « n more replies ».

    Attributes:
        parent_id: the comment that they hang under.
        count: how many comments, the replies of these replies included.
        depth: how far in they are shown.
        cursor: what a view's ``page(…, by=PageBy.BUDGET, after=cursor)`` continues with: these
            replies, and nothing after them.
    """

    parent_id: str
    count: int
    depth: int
    cursor: str


@attrs.frozen(repr=False)
class Page:
    """A page of a view.

    Attributes:
        view: the view it is a page of.
        by: what its size counts.
        size: how many of these at the most.
        items: the nodes in order; in a page by budget, with the `MoreReplies` in their places.
        start: the position of its first node in the walk; where it is empty, where one would be.
    """

    view: "View"
    by: PageBy
    size: int
    items: tuple[Node | MoreReplies, ...] = attrs.field(eq=False)  # The rest tells them.
    start: int
    _stop: int
    _next: str | None = None
    _rest: int | None = None
    _anchor: int = attrs.field(default=0, alias="anchor")

    @property
    def nodes(self) -> tuple[Node, ...]:
        """The nodes alone."""
        return tuple(item for item in self.items if isinstance(item, Node))

    @property
    def next(self) -> str | None:
        """The cursor of the page after this one; None at the end. O(1).

        By budget, a page that continues replies goes on within that branch, and ends with it.
        """
        if self.by is PageBy.BUDGET or self._stop >= self.view._nodes_count():  # noqa: SLF001
            return self._next
        return self._cursor_before(self._stop, self._anchor)

    @property
    def remaining(self) -> int:
        """How many comments come after it, on the pages that ``next`` leads to. O(1)."""
        if self._rest is not None:
            return self._rest
        return self.view._visible_between(self._stop, self.view._nodes_count())  # noqa: SLF001

    @property
    def previous(self) -> str | None:
        """The cursor of the page before this one; None at the beginning, and by budget."""
        if self.by is PageBy.BUDGET or self.start == 0:
            return None
        if self.by is PageBy.COMMENTS:
            start = max(0, self.start - self.size)
            return self._cursor_before(start, start - 1)
        starts = self.view._root_starts()  # noqa: SLF001
        first = max(0, self.view._root_index(self.start) - self.size)  # noqa: SLF001
        return self._cursor_before(starts[first], starts[first - 1])

    @property
    def number(self) -> int | None:
        """The number of the page, from 1; None where it begins between two of these.

        None too where it is by budget, or empty after the last page.
        """
        if self.by is PageBy.BUDGET or (self.start and not self.items):
            return None
        start = self.start
        if self.by is PageBy.ROOTS:
            start = self.view._root_index(start)  # noqa: SLF001
        full, over = divmod(start, self.size)
        return None if over else full + 1

    def _cursor_before(self, position: int, anchor: int) -> str:
        """Return the cursor that continues at a position: it stands at what comes before.

        Args:
            position: where it is to continue.
            anchor: where what comes before stands: by roots the root before, else the node.
        """
        if position == 0:
            return start_cursor(self.view)
        number = self.view._number_at(anchor)  # noqa: SLF001
        resume = Resume.AFTER_BRANCH if self.by is PageBy.ROOTS else Resume.AFTER_NODE
        return cursor_at(self.view, number, resume)

    def __repr__(self) -> str:
        return f"Page({len(self.items)} from {self.start}, by {self.by.name.lower()})"


_CONTINUES = {
    PageBy.COMMENTS: frozenset({Resume.AFTER_NODE}),
    PageBy.ROOTS: frozenset({Resume.AFTER_BRANCH}),
    PageBy.BUDGET: frozenset({Resume.SIBLINGS, Resume.REPLIES}),
}


def page_count(view: "View", size: int, by: PageBy) -> int:
    """Count the pages; see `View.page_count`."""
    _at_least_one("size", size)
    _tiling(by)
    count = view._nodes_count() if by is PageBy.COMMENTS else len(view._root_starts())  # noqa: SLF001
    return max(1, -(-count // size))


def _tiling(by: object) -> None:
    _checks.member("Page", "by", by, PageBy)
    if by is PageBy.BUDGET:
        expected = "PageBy.COMMENTS or PageBy.ROOTS, whose pages tile"
        raise InvalidValueError("Page", "by", by, expected)


def page(view: "View", size: int, by: PageBy, after: str | None, number: int | None) -> Page:
    """Make a page; see `View.page`."""
    _at_least_one("size", size)
    _checks.member("Page", "by", by, PageBy)
    if number is not None:
        _at_least_one("number", number)
        if after is not None:
            raise InvalidValueError("Page", "number", number, "None where a cursor is given")
        if by is PageBy.BUDGET:
            raise InvalidValueError(
                "Page", "number", number, "None, since pages by budget have none"
            )
        return _numbered(view, size, by, number)
    start, end = (0, view._nodes_count())  # noqa: SLF001
    if after is not None:
        start, end = place_of(view, after, _CONTINUES[by])
    if by is PageBy.BUDGET:
        return _by_budget(view, size, start, end)
    return _from(view, size, by, start, end)


def page_of(view: "View", node: Node, size: int, by: PageBy) -> Page:
    """Make the page that a node stands on; see `View.page_of`."""
    _at_least_one("size", size)
    _tiling(by)
    place = node.position
    if by is PageBy.ROOTS:
        place = view._root_index(place + 1) - 1  # noqa: SLF001
    return _numbered(view, size, by, place // size + 1)


def _at_least_one(field: str, value: object) -> None:
    if type(value) is not int:
        raise InvalidTypeError("Page", field, value, "an int")
    if value < 1:
        raise InvalidValueError("Page", field, value, "1 or more")


def _numbered(view: "View", size: int, by: PageBy, number: int) -> Page:
    count = view._nodes_count()  # noqa: SLF001
    start = (number - 1) * size
    if by is PageBy.ROOTS:
        starts = view._root_starts()  # noqa: SLF001
        start = starts[start] if start < len(starts) else count
    return _from(view, size, by, min(start, count), count)


def _from(view: "View", size: int, by: PageBy, start: int, end: int) -> Page:
    stop = min(start + size, end)
    anchor = stop - 1
    if by is PageBy.ROOTS:
        stop = start
        for _ in range(size):
            if stop >= end:
                break
            anchor = stop
            stop += view._size(view._number_at(stop))  # noqa: SLF001
    nodes = tuple(view._nodes(start, stop))  # noqa: SLF001
    return Page(view, by, size, nodes, start, stop, anchor=anchor)


@attrs.frozen(order=True)
class _Offer:
    """A node that may come next into a page by budget; the cheapest does.

    Attributes:
        cost: how far in it stands below the first of the page, plus how many siblings precede it.
        position: its place.
        depth: how far in it stands.
        rank: how many siblings precede it.
        end: the end of its parent's subtree.
        after: the position of the sibling before it, or of its parent.
    """

    cost: int
    position: int
    depth: int
    rank: int
    end: int
    after: int


def _by_budget(view: "View", size: int, start: int, end: int) -> Page:
    """Take the cheapest nodes by a heap: replies come after what they answer, siblings in order.

    What is then still on offer is where something was left out.
    """
    heap = [_Offer(0, start, 0, 0, end, -1)] if start < end else []
    taken: list[int] = []
    while heap and len(taken) < size:
        offer = heappop(heap)
        taken.append(offer.position)
        branch = view._size(view._number_at(offer.position))  # noqa: SLF001
        following = offer.position + branch
        if branch > 1:
            first, depth = offer.position + 1, offer.depth + 1
            heappush(heap, _Offer(depth, first, depth, 0, following, offer.position))
        if following < offer.end:
            rank = offer.rank + 1
            cost = offer.depth + rank
            heappush(heap, _Offer(cost, following, offer.depth, rank, offer.end, offer.position))
    nodes = (next(view._nodes(position, position + 1)) for position in taken)  # noqa: SLF001
    places: list[tuple[int, Node | MoreReplies]] = list(zip(taken, nodes, strict=True))
    places += [(offer.position, _more(view, offer)) for offer in heap if offer.depth]
    places.sort(key=lambda place: place[0])
    rest = [offer for offer in heap if not offer.depth]
    following_page = _cursor(view, rest[0]) if rest else None
    left = view._visible_between(rest[0].position, rest[0].end) if rest else 0  # noqa: SLF001
    items = tuple(item for _, item in places)
    return Page(view, PageBy.BUDGET, size, items, start, end, following_page, left)


def _cursor(view: "View", offer: _Offer) -> str:
    resume = Resume.SIBLINGS if offer.rank else Resume.REPLIES
    return cursor_at(view, view._number_at(offer.after), resume)  # noqa: SLF001


def _more(view: "View", offer: _Offer) -> MoreReplies:
    first = view._node(view._number_at(offer.position))  # noqa: SLF001
    parent = first.parent
    count = view._visible_between(offer.position, offer.end)  # noqa: SLF001
    return MoreReplies(
        parent.comment.id if parent else "", count, first.depth, _cursor(view, offer)
    )
