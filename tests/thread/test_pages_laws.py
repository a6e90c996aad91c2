"""Law 10: pages tile, cursors survive what happens behind them, page_of is their inverse."""

import re
import string
from itertools import pairwise

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from blogmodel import Comment, Status, Thread
from blogmodel.errors import CursorError
from blogmodel.testing import strategies as blog
from blogmodel.thread import (
    Deeper,
    MoreReplies,
    Node,
    OnDefect,
    Page,
    PageBy,
    View,
    orders,
    published,
)

from support.drawn import lively

POLICIES = st.sampled_from([OnDefect.PROMOTE, OnDefect.PLACEHOLDER])
SIZES = st.integers(1, 5)
TILING = st.sampled_from([PageBy.COMMENTS, PageBy.ROOTS])
ORDERS = [
    orders.oldest(),
    orders.newest(),
    orders.top().pinned_first(),
    orders.active(),
    orders.smallest_first(lambda comment: (comment.ups, comment.id[::-1]), name="own"),
]


@st.composite
def views(draw: st.DrawFn) -> View:
    thread = Thread.build(draw(lively()), on_defect=draw(POLICIES))
    return thread.view(
        order=draw(st.sampled_from(ORDERS)),
        replies=draw(st.sampled_from(ORDERS)),
        sees=draw(st.sampled_from([None, published])),
        depth_limit=draw(st.none() | st.integers(0, 2)),
        deeper=draw(st.sampled_from(Deeper)),
    )


@settings(max_examples=250)
@given(views(), SIZES, TILING)
def test_all_pages_together_are_the_walk(view: View, size: int, by: PageBy) -> None:
    pages = list(view.pages(size, by=by))
    assert [node for page in pages for node in page.nodes] == list(view.walk())
    for number, page in enumerate(pages, 1):
        assert page.number == number
        same = view.page(size, by=by, number=number)
        assert (same.items, same.start, same.next) == (page.items, page.start, page.next)
        if by is PageBy.ROOTS:
            assert sum(node.depth == 0 for node in page.nodes) <= size
            assert page.nodes[:1] == () or page.nodes[0].depth == 0
        else:
            assert len(page.nodes) <= size
    assert all(len(page.nodes) >= size for page in pages[:-1])
    assert pages[-1].next is None
    assert view.page_count(size, by=by) == len(pages)
    beyond = view.page(size, by=by, number=len(pages) + 1)
    assert (beyond.items, beyond.number if len(pages) > 1 else None) == ((), None)
    left = len(view)
    for page in pages:
        left -= sum(not node.is_placeholder for node in page.nodes)
        assert page.remaining == left


@given(views(), SIZES, TILING)
def test_the_cursor_before_leads_to_the_page_before(view: View, size: int, by: PageBy) -> None:
    pages = list(view.pages(size, by=by))
    assert pages[0].previous is None
    for page, following in pairwise(pages):
        assert following.previous is not None
        assert view.page(size, by=by, after=following.previous).items == page.items


@given(views(), SIZES, TILING)
def test_page_of_is_the_inverse_of_pages(view: View, size: int, by: PageBy) -> None:
    for page in view.pages(size, by=by):
        for node in page.nodes:
            found = view.page_of(node.comment.id, size, by=by)
            assert (found.number, found.items) == (page.number, page.items)


def expanded(view: View, page: Page, size: int) -> list[Node]:
    """Return the nodes of a page by budget, each « more » replaced by what it continues with."""
    nodes: list[Node] = []
    for item in page.items:
        if isinstance(item, Node):
            nodes.append(item)
            continue
        further = expanded(view, view.page(size, by=PageBy.BUDGET, after=item.cursor), size)
        assert item.count == sum(not node.is_placeholder for node in further)
        assert further[0].depth == item.depth
        assert further[0].parent is not None
        assert further[0].parent.comment.id == item.parent_id
        nodes += further
    if page.next is not None:
        rest = expanded(view, view.page(size, by=PageBy.BUDGET, after=page.next), size)
        assert page.remaining == sum(not node.is_placeholder for node in rest)
        return nodes + rest
    assert page.remaining == 0
    return nodes


@settings(max_examples=250)
@given(views(), SIZES)
def test_pages_by_budget_continue_to_the_whole_walk(view: View, size: int) -> None:
    page = view.page(size, by=PageBy.BUDGET)
    assert expanded(view, page, size) == list(view.walk())
    assert len(page.nodes) == min(size, len(list(view.walk())))
    shown = {node.comment.id for node in page.nodes}
    for node in page.nodes:
        assert node.parent is None or node.parent.comment.id in shown


@given(views(), SIZES)
def test_cursors_are_short_and_fit_in_a_url(view: View, size: int) -> None:
    for by in PageBy:
        page = view.page(size, by=by)
        more = [item.cursor for item in page.items if isinstance(item, MoreReplies)]
        for cursor in [page.next, page.previous, *more]:
            if cursor is not None:
                assert re.fullmatch(r"[A-Za-z0-9_-]+", cursor)
                assert len(cursor) < 200


@settings(max_examples=250)
@given(st.data(), lively(blog.comment_lists().filter(lambda c: len(c) > 1)))
def test_a_cursor_survives_the_removal_of_its_own_comment(
    data: st.DataObject, comments: list[Comment]
) -> None:
    thread = Thread.build(comments)
    order = data.draw(st.sampled_from([o for o in ORDERS if o != orders.active()]))
    walk = list(thread.view(order=order).walk())
    place = data.draw(st.integers(0, len(walk) - 1))
    cursor = thread.view(order=order).page(place + 1).next
    if cursor is None or walk[place].size > 1:
        return
    later = thread.remove(walk[place].comment.id).view(order=order)
    rest = [node.comment.id for node in later.page(len(walk), after=cursor).nodes]
    assert rest == [node.comment.id for node in walk[place + 1 :]]


@settings(max_examples=250)
@given(st.data(), lively(blog.comment_lists().filter(lambda c: len(c) > 1)))
def test_a_cursor_survives_the_move_of_its_own_comment(
    data: st.DataObject, comments: list[Comment]
) -> None:
    thread = Thread.build(comments)
    order = data.draw(st.sampled_from([o for o in ORDERS if o != orders.active()]))
    walk = list(thread.view(order=order).walk())
    place = data.draw(st.integers(0, len(walk) - 1))
    cursor = thread.view(order=order).page(place + 1).next
    moved = walk[place]
    gone = {moved.comment.id, *(below.comment.id for below in moved.descendants())}
    others = [node.comment.id for node in walk if node.comment.id not in gone]
    target = data.draw(st.none() | st.sampled_from(others) if others else st.none())
    if cursor is None:
        return
    later = thread.move(moved.comment.id, target).view(order=order)
    rest = [node.comment.id for node in later.page(len(walk), after=cursor).nodes]
    expected = [node.comment.id for node in walk[place + 1 :]]
    if moved.comment.parent_id == target:  # It stands where it stood.
        assert rest == expected
    else:
        assert [i for i in rest if i not in gone] == [i for i in expected if i not in gone]


URL_SAFE = string.ascii_letters + string.digits + "-_"


@given(st.text() | st.text(URL_SAFE), st.sampled_from(PageBy))
def test_garbage_is_told_clearly(text: str, by: PageBy) -> None:
    with pytest.raises(CursorError, match=r"^cursor .* is not a cursor"):
        Thread.build([Comment("a", "p")]).view().page(2, by=by, after=text)


@given(st.data(), blog.comment_lists().filter(lambda c: len(c) > 1))
def test_a_changed_cursor_is_refused(data: st.DataObject, comments: list[Comment]) -> None:
    view = Thread.build(comments).view()
    cursor = view.page(1).next
    assert cursor is not None
    at = data.draw(st.integers(0, len(cursor) - 1))
    other = data.draw(st.sampled_from(URL_SAFE).filter(lambda char: char != cursor[at]))
    for changed in (cursor[:at] + other + cursor[at + 1 :], cursor[:at], cursor + other):
        with pytest.raises(CursorError):
            view.page(1, after=changed)


class Reading(RuleBasedStateMachine):
    """Somebody reads page after page while others write, hide, edit and take away.

    Whoever was visible all along and whose comment nobody moved is read exactly once; whoever came
    or went is read once at the most.
    """

    order = orders.oldest()
    by = PageBy.COMMENTS

    @initialize(comments=blog.comment_lists(max_size=14), size=SIZES)
    def start(self, comments: list[Comment], size: int) -> None:
        self.thread = Thread.build(comments)
        self.size = size
        self.cursor: str | None = None
        self.ended = False
        self.read: list[str] = []
        self.steady = {comment.id for comment in comments}
        self.moved: set[str] = set()
        self.count = 0

    def view(self) -> View:
        return self.thread.view(order=self.order, sees=published)

    @precondition(lambda self: not self.ended)
    @rule()
    def read_on(self) -> None:
        page = self.view().page(self.size, by=self.by, after=self.cursor)
        self.read += [node.comment.id for node in page.nodes if not node.is_placeholder]
        if page.next is None:
            self.ended = True
        else:
            self.cursor = page.next

    @rule(data=st.data(), minute=st.integers(0, 59))
    def write(self, data: st.DataObject, minute: int) -> None:
        ids = [comment.id for comment in self.thread.comments]
        parent = data.draw(st.none() | st.sampled_from(ids) if ids else st.none())
        self.count += 1
        date = data.draw(st.sampled_from([None, blog.START.replace(minute=minute)]))
        self.thread = self.thread.add(
            Comment(f"n{self.count}", "p", parent_id=parent, created_at=date)
        )

    @precondition(lambda self: len(self.thread) > 0)
    @rule(data=st.data(), status=st.sampled_from([Status.SPAM, Status.PUBLISHED]))
    def hide_or_show(self, data: st.DataObject, status: Status) -> None:
        comment = data.draw(st.sampled_from(self.thread.comments))
        self.steady.discard(comment.id)
        self.thread = self.thread.replace(attrs.evolve(comment, status=status, body="Modifié"))

    @precondition(lambda self: len(self.thread) > 0)
    @rule(data=st.data(), minute=st.integers(0, 59))
    def date_again(self, data: st.DataObject, minute: int) -> None:
        """Give a comment another date, which moves it and what hangs below it."""
        node = data.draw(st.sampled_from([self.thread.node(c.id) for c in self.thread.comments]))
        gone = {node.comment.id, *(below.comment.id for below in node.descendants())}
        self.steady -= gone
        self.moved |= gone
        date = blog.START.replace(minute=minute)
        self.thread = self.thread.replace(attrs.evolve(node.comment, created_at=date))

    @precondition(lambda self: len(self.thread) > 0)
    @rule(data=st.data())
    def take_away(self, data: st.DataObject) -> None:
        """Remove a comment; its replies go to the top, so that they have moved."""
        node = data.draw(st.sampled_from([self.thread.node(c.id) for c in self.thread.comments]))
        gone = {node.comment.id, *(below.comment.id for below in node.descendants())}
        self.steady -= gone
        self.moved |= gone
        self.thread = self.thread.remove(node.comment.id)

    @precondition(lambda self: len(self.thread) > 1)
    @rule()
    def take_away_the_last_one_read(self) -> None:
        leaves = [self.thread.node(read) for read in self.read[-1:] if read in self.thread]
        if leaves:
            comment_id = leaves[0].comment.id
            gone = {comment_id, *(below.comment.id for below in leaves[0].descendants())}
            self.steady -= gone
            self.moved |= gone
            self.thread = self.thread.remove(comment_id)

    @precondition(lambda self: len(self.thread) > 1)
    @rule(data=st.data())
    def move(self, data: st.DataObject) -> None:
        ids = st.sampled_from([comment.id for comment in self.thread.comments])
        top, parent = data.draw(ids), data.draw(st.none() | ids)
        node = self.thread.node(top)
        gone = {top, *(below.comment.id for below in node.descendants())}
        if parent not in gone:
            self.thread = self.thread.move(top, parent)
            self.steady -= gone
            self.moved |= gone

    @invariant()
    def nobody_is_read_twice(self) -> None:
        once = [comment_id for comment_id in self.read if comment_id not in self.moved]
        assert len(once) == len(set(once))

    def teardown(self) -> None:
        if hasattr(self, "thread"):
            while not self.ended:
                self.read_on()
            assert self.steady <= set(self.read)


class ReadingNewest(Reading):
    order = orders.newest()


class ReadingOwn(Reading):
    order = orders.smallest_first(lambda comment: comment.id[::-1], name="backwards")

    @precondition(lambda self: len(self.thread) > 0)
    @rule(data=st.data())
    def hide_or_show(self, data: st.DataObject) -> None:
        """Edit a text; a cursor holds no key of a hidden comment, and could be refused."""
        comment = data.draw(st.sampled_from(self.thread.comments))
        self.thread = self.thread.replace(attrs.evolve(comment, body="Modifié"))


class ReadingBranches(Reading):
    by = PageBy.ROOTS

    @precondition(lambda self: len(self.thread) > 0)
    @rule(data=st.data())
    def hide_or_show(self, data: st.DataObject) -> None:
        """A branch comes whole: what is hidden in one that was read stays unread."""


TestReading = Reading.TestCase
TestReadingNewest = ReadingNewest.TestCase
TestReadingOwn = ReadingOwn.TestCase
TestReadingBranches = ReadingBranches.TestCase
for case in (TestReading, TestReadingNewest, TestReadingOwn, TestReadingBranches):
    case.settings = settings(max_examples=120, stateful_step_count=25)
