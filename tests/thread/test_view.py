import pickle
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import attrs
import pytest

from blogmodel import Author, Comment, Status, Thread
from blogmodel.errors import (
    CursorError,
    InvalidValueError,
    UnknownCommentError,
)
from blogmodel.thread import Deeper, MoreReplies, OnDefect, PageBy, View, orders, published
from blogmodel.thread._cursor import Cursor, Level, Resume, decode, encode, mark

START = datetime(2011, 6, 24, 9, tzinfo=UTC)


def comment(comment_id: str, parent_id: str | None = None, **fields: Any) -> Comment:
    minute = timedelta(minutes=len(comment_id))
    return Comment(comment_id, "p", parent_id=parent_id, created_at=START + minute, **fields)


def drawn(view: View) -> str:
    """Draw a view: « a(b(c) d) e », with a question mark at placeholders."""
    text, depth = "", 0
    for node in view.walk():
        text += "(" if node.depth > depth else ")" * (depth - node.depth) + " "
        text += node.comment.id + ("?" if node.is_placeholder else "")
        depth = node.depth
    return (text + ")" * depth).strip()


CHAIN = [comment("a"), comment("b", "a"), comment("c", "b"), comment("d", "c"), comment("e", "a")]


def test_a_hidden_comment_stays_above_a_visible_reply_and_a_dead_branch_goes() -> None:
    spam = {"status": Status.SPAM}
    thread = Thread.build(
        [
            comment("a", body="Achetez !", author=Author("Robot"), **spam),
            comment("b", "a", body="Non."),
            comment("c", **spam),
            comment("d", "c", **spam),
            comment("e", "b", **spam),
        ]
    )
    view = thread.view(sees=published)
    assert drawn(view) == "a?(b)"
    assert len(view) == 1
    assert view.node("a").comment == Comment("a", "p", status=Status.REMOVED)
    assert not view.node("a").is_missing
    assert ("a" in view, "b" in view, "c" in view, 7 in view) == (False, True, False, False)
    for gone in ("c", "d", "e", "x"):
        with pytest.raises(UnknownCommentError):
            view.node(gone)
    assert repr(view) == "View(1 of 5 comments, oldest)"


@pytest.mark.parametrize(
    "status, told",
    [
        (Status.PENDING, Status.REMOVED),
        (Status.SHADOWED, Status.REMOVED),
        (Status.SPAM, Status.REMOVED),
        (Status.REJECTED, Status.REMOVED),
        (Status.REMOVED, Status.REMOVED),
        (Status.WITHDRAWN, Status.WITHDRAWN),
        (Status.ERASED, Status.ERASED),
    ],
)
def test_a_placeholder_does_not_tell_why_a_machine_hid_it(status: Status, told: Status) -> None:
    thread = Thread.build([comment("a", status=status), comment("b", "a")])
    assert thread.view(sees=published).node("a").comment.status is told


def test_an_empty_view_has_one_empty_page() -> None:
    view = Thread.build([comment("a", status=Status.SPAM)]).view(sees=published)
    assert (len(view), list(view.walk()), view.roots) == (0, [], ())
    for by in PageBy:
        [page] = view.pages(3, by=by)
        assert (page.items, page.next, page.previous) == ((), None, None)


@pytest.mark.parametrize(
    "limit, tree, answers",
    [
        (0, "a b c d e", {"b": "a", "c": "b", "d": "c", "e": "a"}),
        (1, "a(b c d e)", {"c": "b", "d": "c"}),
        (2, "a(b(c d) e)", {"d": "c"}),
        (3, "a(b(c(d)) e)", {}),
    ],
)
def test_a_depth_limit_is_for_display_and_whom_each_answers_is_told(
    limit: int, tree: str, answers: dict[str, str]
) -> None:
    view = Thread.build(CHAIN).view(depth_limit=limit)
    assert drawn(view) == tree
    told = {n.comment.id: n.answers.comment.id for n in view.walk() if n.answers}
    assert told == answers
    assert all(
        node.comment.parent_id == told.get(node.comment.id, node.comment.parent_id)
        for node in view.walk()
    )


def test_sorted_a_limit_puts_all_under_one_parent_in_order() -> None:
    thread = Thread.build(
        [
            Comment("a", "p", created_at=START),
            Comment("b", "p", created_at=START + timedelta(hours=1), parent_id="a"),
            Comment("c", "p", created_at=START + timedelta(hours=3), parent_id="b"),
            Comment("d", "p", created_at=START + timedelta(hours=2), parent_id="a"),
        ]
    )
    assert drawn(thread.view(depth_limit=1)) == "a(b c d)"
    assert drawn(thread.view(depth_limit=1, deeper=Deeper.SORTED)) == "a(b d c)"
    newest = thread.view(order=orders.newest(), depth_limit=0, deeper=Deeper.SORTED)
    assert drawn(newest) == "c d b a"
    flat = thread.view(depth_limit=0, deeper=Deeper.SORTED)
    with pytest.raises(CursorError, match="in another order"):
        thread.view(depth_limit=1, deeper=Deeper.SORTED).page(1, after=flat.page(1).next)


@pytest.mark.parametrize(
    "given, message",
    [
        ({"order": "newest"}, r"View\.order must be an Order, such as orders\.newest\(\)"),
        ({"replies": 3}, r"View\.replies must be an Order"),
        ({"sees": "published"}, r"View\.sees must be a function of a Comment"),
        ({"depth_limit": -1}, r"View\.depth_limit must be 0 or more"),
        ({"depth_limit": True}, r"View\.depth_limit must be an int"),
        ({"deeper": "sorted"}, r"View\.deeper must be one of Deeper\.IN_PLACE"),
    ],
)
def test_wrong_settings_are_refused(given: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidValueError, match=message):
        Thread.build(CHAIN).view(**given)


@pytest.mark.parametrize(
    "size, given, message",
    [
        (0, {}, r"Page\.size must be 1 or more; got 0"),
        (True, {}, r"Page\.size must be an int"),
        (2, {"number": 0}, r"Page\.number must be 1 or more"),
        (2, {"number": "1"}, r"Page\.number must be an int"),
        (2, {"by": "roots"}, r"Page\.by must be one of PageBy\.COMMENTS"),
        (2, {"number": 1, "after": "x"}, r"Page\.number must be None where a cursor is given"),
        (2, {"number": 1, "by": PageBy.BUDGET}, "since pages by budget have none"),
    ],
)
def test_wrong_pages_are_refused(size: Any, given: dict[str, Any], message: str) -> None:
    view = Thread.build(CHAIN).view()
    with pytest.raises(InvalidValueError, match=message):
        view.page(size, **given)
    if given.keys() <= {"by"}:
        with pytest.raises(InvalidValueError, match=message):
            view.page_of("a", size, **given)


def test_pages_by_budget_have_no_numbers() -> None:
    view = Thread.build(CHAIN).view()
    page = view.page(2, by=PageBy.BUDGET)
    assert (page.number, page.previous) == (None, None)
    with pytest.raises(InvalidValueError, match="whose pages tile"):
        view.page_of("a", 2, by=PageBy.BUDGET)


@pytest.mark.parametrize("by", [PageBy.COMMENTS, PageBy.ROOTS])
@pytest.mark.parametrize("size", [1, 2, 3])
def test_the_cursors_before_lead_back_page_by_page(by: PageBy, size: int) -> None:
    roots = [comment("a" * n) for n in range(1, 10)]
    replies = [comment("b" * (10 + n), "a" * n) for n in range(1, 10, 2)]
    view = Thread.build([*roots, *replies]).view()
    *_, page = pages = list(view.pages(size, by=by))
    back = [page]
    while page.previous is not None:
        page = view.page(size, by=by, after=page.previous)
        back.append(page)
    assert [one.items for one in reversed(back)] == [one.items for one in pages]


def test_a_page_that_begins_between_two_has_no_number() -> None:
    view = Thread.build(CHAIN).view()
    second = view.page(2, after=view.page(1).next)
    assert [node.comment.id for node in second.nodes] == ["b", "c"]
    assert (second.number, second.start) == (None, 1)
    assert repr(second) == "Page(2 from 1, by comments)"
    assert second.previous is not None
    assert view.page(2, after=second.previous).start == 0


def test_a_budget_shows_first_replies_of_many_and_tells_how_many_are_left() -> None:
    comments = [comment("a"), comment("bb"), comment("ccc")]
    comments += [comment(f"a{n}" + "x" * n, "a") for n in range(4)]
    page = Thread.build(comments).view().page(5, by=PageBy.BUDGET)
    shown = [
        (item.parent_id, item.count, item.depth)
        if isinstance(item, MoreReplies)
        else item.comment.id
        for item in page.items
    ]
    assert shown == ["a", "a0", "a1x", ("a", 2, 1), "bb", "ccc"]
    assert page.next is None
    assert len(page.nodes) == 5


@pytest.mark.parametrize(
    "size, shown",
    [(1, "a"), (2, "a a0"), (3, "a a0 bb"), (4, "a a0 a1x bb"), (5, "a a0 a1x bb ccc")],
)
def test_a_budget_goes_to_those_with_the_fewest_above_and_before_them(
    size: int, shown: str
) -> None:
    comments = [comment("a"), comment("bb"), comment("ccc")]
    comments += [comment(f"a{n}" + "x" * n, "a") for n in range(4)]
    page = Thread.build(comments).view().page(size, by=PageBy.BUDGET)
    assert " ".join(node.comment.id for node in page.nodes) == shown


def test_more_replies_are_counted_without_placeholders() -> None:
    comments = [
        comment("a"),
        comment("b", "a", status=Status.SPAM),
        comment("c", "b"),
        comment("d", "x"),
    ]
    thread = Thread.build(comments, on_defect=OnDefect.PLACEHOLDER)
    [more] = thread.view(sees=published).page(1, by=PageBy.BUDGET).items[1:]
    assert isinstance(more, MoreReplies)
    assert more.count == 1
    everything = thread.view()
    assert (len(everything), everything.page(9).start) == (4, 0)
    [_, *rest] = everything.page(4, by=PageBy.BUDGET).items
    assert len(everything) == 4
    assert rest


LONG = [comment("a")] + [
    Comment(f"c{n:03}", "p", parent_id=f"c{n - 1:03}" if n else "a", created_at=START)
    for n in range(40)
]


def test_a_cursor_in_a_deep_place_continues_while_one_of_its_levels_is_there() -> None:
    thread = Thread.build(LONG)
    cursor = thread.view().page(20).next
    assert cursor is not None
    assert len(cursor) < 200
    walk = [node.comment.id for node in thread.walk()]
    assert thread.view().page(1, after=cursor).nodes[0].comment.id == walk[20]
    without = Thread.build([c for c in LONG if c.id != walk[19]])
    assert without.view().page(1, after=cursor).items == ()  # Its replies are roots, before it.
    gone = Thread.build([c for c in LONG if c.id not in walk[5:20]])
    with pytest.raises(CursorError, match="whose comments are gone; start again"):
        gone.view().page(1, after=cursor)


def test_a_cursor_reaches_over_several_levels_that_are_gone() -> None:
    chain = [comment("a"), comment("b", "a"), comment("c", "b"), comment("d", "c")]
    chain += [comment("e", "d"), comment("zz", "a"), comment("zzz")]
    thread = Thread.build(chain)
    cursor = thread.view().page(5).next
    without = Thread.build([c for c in chain if c.id not in "bcde"])
    rest = without.view().page(9, after=cursor)
    assert [node.comment.id for node in rest.nodes] == ["zz", "zzz"]


@pytest.mark.parametrize(
    "order, edit",
    [
        (orders.oldest(), {"created_at": START - timedelta(days=1)}),
        (orders.oldest().pinned_first(), {"pinned": True}),
        (orders.top(), {"ups": 99}),
    ],
)
def test_a_cursor_survives_an_edit_that_moves_its_own_comment(order: Any, edit: Any) -> None:
    thread = Thread.build([comment("a" * n, ups=9 - n) for n in range(1, 7)])
    view = thread.view(order=order)
    walk = [node.comment.id for node in view.walk()]
    moved = attrs.evolve(thread.node(walk[2]).comment, **edit)
    later = thread.replace(moved).view(order=order)
    rest = later.page(9, after=view.page(3).next)
    assert [node.comment.id for node in rest.nodes] == walk[3:]


def test_a_cursor_by_activity_stays_where_its_comment_was() -> None:
    thread = Thread.build([comment("a" * n) for n in range(1, 7)])
    view = thread.view(order=orders.active())
    answered = thread.add(comment("b" * 9, "a" * 4))
    rest = answered.view(order=orders.active()).page(9, after=view.page(3).next)
    assert [node.comment.id for node in rest.nodes] == ["aaa", "aa", "a"]


def test_a_long_key_is_not_held() -> None:
    order = orders.smallest_first(lambda comment: comment.id * 500, name="long")
    cursor = Thread.build([comment("a"), comment("b")]).view(order=order).page(1).next
    assert cursor is not None
    assert len(cursor) < 60


def test_what_continues_under_a_comment_that_is_gone_is_empty() -> None:
    thread = Thread.build(CHAIN)
    view = thread.view()
    cursors = [i.cursor for i in view.page(2, by=PageBy.BUDGET).items if isinstance(i, MoreReplies)]
    assert len(cursors) == 2
    for cursor in cursors:
        assert view.page(5, by=PageBy.BUDGET, after=cursor).items
        empty = Thread.build([comment("z")]).view()
        gone = empty.page(5, by=PageBy.BUDGET, after=cursor)
        assert (gone.items, gone.start, gone.remaining) == ((), 0, 0)


def test_pages_that_continue_to_another_end_are_not_equal() -> None:
    first = Thread.build([comment("a"), comment("aa", "a"), comment("bbb")])
    [more] = [
        item
        for item in first.view().page(1, by=PageBy.BUDGET).items
        if isinstance(item, MoreReplies)
    ]
    view = first.remove("aa").view()
    replies = view.page(5, by=PageBy.BUDGET, after=more.cursor)
    siblings = view.page(5, by=PageBy.BUDGET, after=view.page(1, by=PageBy.BUDGET).next)
    assert (len(replies.items), len(siblings.items)) == (0, 1)
    assert (replies.start, replies.next) == (siblings.start, siblings.next)
    assert replies != siblings


def test_replies_go_on_after_a_reply_that_is_gone() -> None:
    replies = [comment("b", "a"), comment("cc", "a"), comment("ddd", "a")]
    thread = Thread.build([comment("a"), *replies])
    [more] = [
        item
        for item in thread.view().page(2, by=PageBy.BUDGET).items
        if isinstance(item, MoreReplies)
    ]
    rest = thread.remove("b").view().page(5, by=PageBy.BUDGET, after=more.cursor)
    assert [node.comment.id for node in rest.nodes] == ["cc", "ddd"]


def test_a_cursor_of_pages_that_count_otherwise_is_refused() -> None:
    view = Thread.build(CHAIN).view(depth_limit=0)
    cursors = {by: view.page(1, by=by).next for by in PageBy}
    for by, cursor in cursors.items():
        for other in PageBy:
            if other is by:
                assert view.page(1, by=other, after=cursor).items
            else:
                with pytest.raises(CursorError, match="of pages that count otherwise"):
                    view.page(1, by=other, after=cursor)


def test_whom_a_flattened_reply_answers_is_told_without_text_where_that_is_hidden() -> None:
    secret = {"body": "secret", "author": Author("Luc"), "status": Status.SPAM}
    thread = Thread.build(
        [comment("a"), comment("b", "a"), comment("c", "b", **secret), comment("d", "c")]
    )
    for deeper in Deeper:
        view = thread.view(sees=published, depth_limit=1, deeper=deeper)
        answered = view.node("d").answers
        assert answered is not None
        assert answered.is_placeholder
        assert (answered.comment.id, answered.comment.author) == ("c", None)
        assert answered.comment.body.text == ""
        assert [n.comment.id for n in view.walk()] == ["a", "b", "c", "d"]


def test_a_cursor_of_another_order_is_refused() -> None:
    thread = Thread.build(CHAIN)
    cursor = thread.view().page(2).next
    with pytest.raises(CursorError, match="of a view in another order than newest"):
        thread.view(order=orders.newest()).page(2, after=cursor)


def test_a_cursor_of_an_order_whose_keys_no_text_can_hold_is_refused_once_its_comment_is_gone() -> (
    None
):
    order = orders.smallest_first(lambda comment: (frozenset(comment.id), 1), name="odd")
    thread = Thread.build([comment("a"), comment("b")])
    cursor = thread.view(order=order).page(1).next
    assert thread.view(order=order).page(1, after=cursor).nodes[0].comment.id == "b"
    with pytest.raises(CursorError, match="whose key no cursor holds"):
        thread.remove("a").view(order=order).page(1, after=cursor)


def test_a_cursor_of_other_keys_is_refused_once_its_comment_is_gone() -> None:
    thread = Thread.build([comment("a"), comment("b")])
    text = orders.smallest_first(lambda comment: comment.id, name="own")
    number = orders.smallest_first(lambda comment: len(comment.id), name="own")
    cursor = thread.view(order=text).page(1).next
    with pytest.raises(CursorError, match="of keys that this order does not have"):
        thread.remove("a").view(order=number).page(1, after=cursor)


@pytest.mark.parametrize(
    "order",
    [
        orders.newest(),
        orders.active(),
        orders.top(),
        orders.best(),
        orders.hot(),
        orders.largest_first(lambda comment: (comment.id, comment.created_at), name="tuple"),
        orders.smallest_first(lambda comment: comment.id, name="text"),
        orders.oldest().pinned_first(),
    ],
)
def test_a_cursor_holds_the_keys_of_every_order(order: Any) -> None:
    comments = [comment("a" * n, ups=n, pinned=n % 2 == 0, downs=1) for n in range(1, 6)]
    thread = Thread.build(comments)
    walk = [node.comment.id for node in thread.view(order=order).walk()]
    cursor = thread.view(order=order).page(2).next
    later = thread.remove(walk[1]).view(order=order).page(9, after=cursor)
    assert [node.comment.id for node in later.nodes] == walk[2:]


@pytest.mark.parametrize("top", [orders.oldest(), orders.newest()])
@pytest.mark.parametrize("below", [orders.oldest(), orders.newest()])
def test_a_cursor_among_replies_goes_by_their_own_order(top: Any, below: Any) -> None:
    comments = [comment("a"), *(comment("b" * n, "a") for n in range(2, 6))]
    comments += [comment("c" * 7), *(comment("d" * n, "c" * 7) for n in range(8, 12))]
    thread = Thread.build(comments)
    view = thread.view(order=top, replies=below)
    walk = [node.comment.id for node in view.walk()]
    for place in (2, 3, 7, 8):
        later = thread.remove(walk[place - 1]).view(order=top, replies=below)
        rest = later.page(9, after=view.page(place).next)
        assert [node.comment.id for node in rest.nodes] == walk[place:]


def test_a_cursor_stands_by_pins() -> None:
    order = orders.newest().pinned_first()
    thread = Thread.build([comment("a", pinned=True), comment("bb", pinned=True), comment("ccc")])
    view = thread.view(order=order)
    assert drawn(view) == "bb a ccc"
    after_pin, after_plain = view.page(1).next, view.page(3).previous
    assert after_plain is None
    later = thread.remove("bb").view(order=order).page(9, after=after_pin)
    assert [node.comment.id for node in later.nodes] == ["a", "ccc"]
    more = thread.add(comment("dddd"))
    cursor = more.view(order=order).page(3).next
    rest = more.remove("dddd").view(order=order).page(9, after=cursor)
    assert [node.comment.id for node in rest.nodes] == ["ccc"]


LEVEL = Level("é", START, pinned=True, key=((1, "x", 2.5, None, START),))


def test_a_cursor_reads_back_what_was_written() -> None:
    undated = Level("b\0", None, pinned=False)
    old = Level("c", datetime(1, 1, 1, tzinfo=UTC), pinned=False)
    cursor = Cursor(Resume.SIBLINGS, mark("x"), whole=False, levels=(LEVEL, undated, old))
    assert decode(encode(cursor)) == cursor


def signed(data: bytes) -> str:
    from base64 import urlsafe_b64encode  # noqa: PLC0415
    from hashlib import blake2b  # noqa: PLC0415

    return urlsafe_b64encode(data + blake2b(data, digest_size=4).digest()).rstrip(b"=").decode()


@pytest.mark.parametrize(
    "text, message",
    [
        ("", "not a cursor, or one that was cut"),
        ("é", "it holds other characters"),
        ("a b c d e f", "it holds other characters|cut or changed"),
        ("AAAAAAAAAAAAAAAA", "cut or changed"),
        (signed(b"\x02\x00ab"), "of version 2; this blogmodel reads 1"),
        (signed(b"\x01\xf0ab"), "it does not hold what one does"),
        (signed(b"\x01\x02ab"), "it does not hold what one does"),
        (signed(b"\x01\x00ab\x00\x01x"), "it does not hold what one does"),
        (signed(b"\x01\x02ab\x00\x05x"), "it does not hold what one does"),
        (signed(b"\x01\x02ab\x00\x01\xff"), "it does not hold what one does"),
        (signed(b"\x01\x02ab\x01\x01x" + b"\xff" * 30 + b"\x01"), "it does not hold what one does"),
        (signed(b"\x01\x02ab\x00" + b"\xff" * 100_000), "it does not hold what one does"),
        (signed(b"\x01\x02ab\x04\x01x\x01{"), "it does not hold what one does"),
        (signed(b"\x01\x02ab\x04\x01x\x02{}"), "it does not hold what one does"),
        (signed(b"\x01\x02ab\x04\x01x\x88\x27" + b"[" * 5000), "it does not hold what one does"),
        (signed(b"\x01\x02ab\x00\x01x"), "of a view in another order than oldest"),
        (signed(b"\x01\x00ab") + "=", "written otherwise|other characters|cut or changed"),
        (3, "not a text"),
    ],
)
def test_garbage_is_no_cursor(text: Any, message: str) -> None:
    with pytest.raises(CursorError, match=message):
        Thread.build(CHAIN).view().page(2, after=text)


def test_views_nodes_and_pages_are_values() -> None:
    thread = Thread.build(CHAIN)
    view = thread.view(sees=published, order=orders.newest())
    assert pickle.loads(pickle.dumps(view)) == view
    assert view != thread.view(sees=published)
    assert view != 3
    assert pickle.loads(pickle.dumps(view.node("b"))) == view.node("b")
    assert thread.node("b") != view.node("b")
    assert view.page(2) == view.page(2, number=1) != view.page(3)
    assert hash(view.page(2)) == hash(view.page(2, number=1))
    node = view.node("b")
    assert (node.view, node.thread) == (view, thread)
    with pytest.raises(AttributeError):
        node.depth = 3  # type: ignore[misc]
    with pytest.raises(AttributeError):
        view.depth_limit = 3  # type: ignore[misc]


def test_a_million_replies_in_a_chain_are_built_walked_and_paged() -> None:
    count = 1_000_000
    chain = [
        Comment(f"{n:07}", "p", parent_id=f"{n - 1:07}" if n else None, created_at=START)
        for n in range(count)
    ]
    thread = Thread.build(chain)
    assert sum(node.depth for node in thread.walk()) == count * (count - 1) // 2
    assert thread.node("0999999").depth == thread.node("0000000").size - 1 == count - 1
    view = thread.view(sees=published, depth_limit=1)
    page = view.page_of("0999990", 50)
    assert (page.number, len(page.nodes)) == (20_000, 50)
    assert thread.view().page(50, by=PageBy.BUDGET).items[-1].depth == 50
    more = thread.add(Comment("n", "p", parent_id="0999999", created_at=START))
    assert more.node("n").depth == count
    assert more.node("0000000").size == count + 1


def test_a_node_that_was_pickled_after_additions_is_the_same_node() -> None:
    thread = Thread.build([comment("a"), comment("zzzz")]).add(comment("bb", "a"))
    for version in (thread, thread.add(comment("c"))):
        for node in version.walk():
            again = pickle.loads(pickle.dumps(node))
            assert again == node
            assert (again.position, again.siblings) == (node.position, node.siblings)


def test_a_cursor_does_not_hold_the_key_of_a_hidden_comment() -> None:
    thread = Thread.build(
        [
            comment("a"),
            comment("b", "a", status=Status.SPAM, body="secret"),
            comment("c", "b"),
            comment("d", "a"),
        ]
    )
    order = orders.smallest_first(lambda c: c.body.text, name="text")
    view = thread.view(replies=order, sees=published)
    walk = [node.comment.id for node in view.walk()]
    for place in range(1, len(walk)):
        cursor = view.page(place).next
        assert cursor is not None
        assert all(b"secret" not in repr(level.key).encode() for level in decode(cursor).levels)
        assert [n.comment.id for n in view.page(9, after=cursor).nodes] == walk[place:]


def test_a_cursor_under_a_hidden_comment_is_refused_once_that_is_gone() -> None:
    order = orders.smallest_first(lambda c: c.body.text, name="text")
    hidden = comment("a", status=Status.SPAM, body="secret")
    thread = Thread.build([hidden, comment("b", "a"), comment("c", body="z")])
    cursor = thread.view(order=order, sees=published).page(2).next
    gone = Thread.build([comment("c", body="z")])
    with pytest.raises(CursorError, match="whose key no cursor holds"):
        gone.view(order=order, sees=published).page(1, after=cursor)


@pytest.mark.parametrize("told", [None, 1, "yes", [True]])
def test_what_tells_neither_true_nor_false_is_refused(told: Any) -> None:
    with pytest.raises(InvalidValueError, match=r"View\.sees must be a function that returns True"):
        Thread.build(CHAIN).view(sees=lambda _: told)


def test_a_function_that_is_equal_to_anything_hides_all_the_same() -> None:
    class Sees:
        def __eq__(self, other: object) -> bool:
            return True

        def __hash__(self) -> int:
            return 1

        def __call__(self, _: Comment) -> bool:
            return False

    assert len(Thread.build(CHAIN).view(sees=Sees())) == 0


def test_an_id_that_is_none_is_unknown() -> None:
    thread = Thread.build(CHAIN)
    unhashable: Any = []
    for look_up in (thread.node, thread.view().node, thread.remove, thread.split):
        with pytest.raises(UnknownCommentError, match=r"no comment \[\] in this thread"):
            look_up(unhashable)


def test_a_forged_key_is_no_other_error() -> None:
    thread = Thread.build(CHAIN)
    plain = orders.smallest_first(lambda c: c.id, name="key")
    odd = orders.smallest_first(lambda c: frozenset(c.id), name="key")
    level = Level("gone", None, pinned=False, key=(2.5,))
    order = decode(thread.view(order=plain).page(1).next or "").order
    cursor = encode(Cursor(Resume.AFTER_NODE, order, whole=True, levels=(level,)))
    for view in (thread.view(order=plain), thread.view(order=odd)):
        with pytest.raises(CursorError, match="of keys that this order does not have"):
            view.page(1, after=cursor)


@pytest.mark.parametrize(
    "key",
    [
        10**5000,
        datetime(2011, 1, 1),  # noqa: DTZ001 - an order of one's own may have such keys
        ("a",) * 9,
        datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14))),
    ],
    ids=["large", "naive", "many", "early"],
)
def test_keys_that_no_cursor_holds_do_no_harm(key: Any) -> None:
    order = orders.smallest_first(lambda _: key, name="key")
    view = Thread.build(CHAIN).view(order=order)
    walk = [node.comment.id for node in view.walk()]
    assert [n.comment.id for n in view.page(9, after=view.page(1).next).nodes] == walk[1:]
