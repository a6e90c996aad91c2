"""Every refusal says what is wrong with which value, and what would be right, word for word."""

from base64 import urlsafe_b64encode
from collections.abc import Callable
from datetime import datetime
from hashlib import blake2b
from math import nan
from typing import Any

import pytest

from blogmodel import Comment, Thread
from blogmodel.errors import (
    BlogModelError,
    CursorError,
    InvalidTypeError,
    InvalidValueError,
    MergeError,
    MoveError,
    UnknownCommentError,
)
from blogmodel.thread import (
    NestedSet,
    Order,
    PageBy,
    find_replies,
    orders,
)
from blogmodel.thread._cursor import Cursor, Level, Resume, decode, encode

A, B, X = Comment("a", "p"), Comment("b", "p", parent_id="a"), Comment("x", "p")
THREAD = Thread.build([A, B])
VIEW = THREAD.view()
FOUND = find_replies(THREAD)
CURSOR = VIEW.page(1).next or ""
WRONG: Any = "?"
NUMBER: Any = 3
NOTHING: Any = None
NAIVE = datetime(2011, 1, 1)  # noqa: DTZ001 - to be refused


def row(name: str, left: int, right: int, depth: int = 0, **more: Any) -> NestedSet:
    return NestedSet(name, left, right, depth=depth, **more)


@pytest.mark.parametrize(
    "refused, error",
    [
        (
            lambda: Thread.build(NOTHING),
            InvalidTypeError("Thread", "comments", None, "an iterable of Comment values"),
        ),
        (
            lambda: Thread.build([A, WRONG]),
            InvalidTypeError("Thread", "comments", WRONG, "made of Comment values"),
        ),
        (
            lambda: Thread.build([], on_defect=WRONG),
            InvalidTypeError(
                "Thread",
                "on_defect",
                WRONG,
                "one of OnDefect.PROMOTE, OnDefect.PLACEHOLDER, OnDefect.RAISE",
            ),
        ),
        (
            lambda: THREAD.add(WRONG),
            InvalidTypeError("Thread", "comments", WRONG, "made of Comment values"),
        ),
        (
            lambda: THREAD.node("z"),
            UnknownCommentError("z"),
        ),
        (
            lambda: THREAD.remove("z"),
            UnknownCommentError("z"),
        ),
        (
            lambda: THREAD.move("a", "b"),
            MoveError("a", "b", "that comment is itself or hangs below it"),
        ),
        (
            lambda: THREAD.move("a", "a"),
            MoveError("a", "a", "that comment is itself or hangs below it"),
        ),
        (
            lambda: Thread.build([A, Comment("q", "q")]).move("a", "q"),
            MoveError("a", "q", "that comment stands under another post"),
        ),
        (
            lambda: Thread.build([B, Comment("q", "p")]).move("q", "b").move("b", "q"),
            MoveError("b", "q", "that comment is itself or hangs below it"),
        ),
        (
            lambda: THREAD.split("z"),
            UnknownCommentError("z"),
        ),
        (
            lambda: THREAD.split("b", post_id=""),
            InvalidValueError("Split", "post_id", "", "a str that is not empty"),
        ),
        (
            lambda: THREAD.split("b", post_id=3),
            InvalidTypeError("Split", "post_id", 3, "a str"),
        ),
        (
            lambda: THREAD.merge(WRONG),
            InvalidTypeError("Merged", "other", WRONG, "a Thread, such as Thread.build(comments)"),
        ),
        (
            lambda: THREAD.merge(THREAD),
            MergeError(("a", "b"), "both threads have them; give rename"),
        ),
        (
            lambda: THREAD.merge(THREAD, rename=WRONG),
            InvalidTypeError("Merged", "rename", WRONG, "a function from an id to another"),
        ),
        (
            lambda: THREAD.merge(THREAD, rename=lambda _: ""),
            InvalidValueError("Merged", "rename", "", "a str that is not empty"),
        ),
        (
            lambda: THREAD.merge(THREAD, rename=lambda _: "z"),
            MergeError(("a", "b"), "rename gave ids that are taken already"),
        ),
        (
            lambda: THREAD.merge(THREAD, rename=lambda _: "b"),
            MergeError(("b",), "rename gave ids that are taken already"),
        ),
        (
            lambda: VIEW.node("z"),
            UnknownCommentError("z"),
        ),
        (
            lambda: THREAD.view(order=WRONG),
            InvalidTypeError("View", "order", WRONG, "an Order, such as orders.newest()"),
        ),
        (
            lambda: THREAD.view(replies=WRONG),
            InvalidTypeError("View", "replies", WRONG, "an Order, such as orders.oldest()"),
        ),
        (
            lambda: THREAD.view(deeper=WRONG),
            InvalidTypeError("View", "deeper", WRONG, "one of Deeper.IN_PLACE, Deeper.SORTED"),
        ),
        (
            lambda: THREAD.view(sees=WRONG),
            InvalidTypeError("View", "sees", WRONG, "a function of a Comment, such as published"),
        ),
        (
            lambda: THREAD.view(depth_limit=WRONG),
            InvalidTypeError("View", "depth_limit", WRONG, "an int"),
        ),
        (
            lambda: THREAD.view(depth_limit=-1),
            InvalidValueError("View", "depth_limit", -1, "0 or more, and below 2 ** 63"),
        ),
        (
            lambda: THREAD.view(sees=lambda _: WRONG),
            InvalidTypeError("View", "sees", WRONG, "a function that returns True or False"),
        ),
        (
            lambda: THREAD.view(order=orders.smallest_first(lambda _: nan, name="nan")),
            InvalidValueError("Order", "key", "nan", "a function that tells no NaN"),
        ),
        (
            lambda: THREAD.view(order=orders.smallest_first(lambda c: c.parent_id, name="mixed")),
            InvalidTypeError("Order", "key", "mixed", "a function whose results can be compared"),
        ),
        (
            lambda: VIEW.page(0),
            InvalidValueError("Page", "size", 0, "1 or more"),
        ),
        (
            lambda: VIEW.page(WRONG),
            InvalidTypeError("Page", "size", WRONG, "an int"),
        ),
        (
            lambda: VIEW.page(1, by=WRONG),
            InvalidTypeError(
                "Page", "by", WRONG, "one of PageBy.COMMENTS, PageBy.ROOTS, PageBy.BUDGET"
            ),
        ),
        (
            lambda: VIEW.page(1, number=0),
            InvalidValueError("Page", "number", 0, "1 or more"),
        ),
        (
            lambda: VIEW.page(1, number=WRONG),
            InvalidTypeError("Page", "number", WRONG, "an int"),
        ),
        (
            lambda: VIEW.page(1, number=1, after=CURSOR),
            InvalidValueError("Page", "number", 1, "None where a cursor is given"),
        ),
        (
            lambda: VIEW.page(1, number=1, by=PageBy.BUDGET),
            InvalidValueError("Page", "number", 1, "None, since pages by budget have none"),
        ),
        (
            lambda: VIEW.page_count(0),
            InvalidValueError("Page", "size", 0, "1 or more"),
        ),
        (
            lambda: VIEW.page_count(1, by=WRONG),
            InvalidTypeError(
                "Page", "by", WRONG, "one of PageBy.COMMENTS, PageBy.ROOTS, PageBy.BUDGET"
            ),
        ),
        (
            lambda: VIEW.page_count(1, by=PageBy.BUDGET),
            InvalidValueError(
                "Page", "by", PageBy.BUDGET, "PageBy.COMMENTS or PageBy.ROOTS, whose pages tile"
            ),
        ),
        (
            lambda: VIEW.page_of("a", 0),
            InvalidValueError("Page", "size", 0, "1 or more"),
        ),
        (
            lambda: VIEW.page_of("a", 1, by=WRONG),
            InvalidTypeError(
                "Page", "by", WRONG, "one of PageBy.COMMENTS, PageBy.ROOTS, PageBy.BUDGET"
            ),
        ),
        (
            lambda: Order(" "),
            InvalidValueError("Order", "name", " ", "a name that is not blank"),
        ),
        (
            lambda: Order(NUMBER),
            InvalidTypeError("Order", "name", 3, "a str"),
        ),
        (
            lambda: Order("hottest"),
            InvalidValueError(
                "Order", "name", "hottest", "made by a function of blogmodel.thread.orders"
            ),
        ),
        (
            lambda: orders.best(z=-1),
            InvalidValueError("Order", "z", -1, "a number from 0 to 100, such as 1.96"),
        ),
        (
            lambda: orders.hot(epoch=None),
            InvalidTypeError("Order", "epoch", None, "an aware datetime"),
        ),
        (
            lambda: orders.hot(epoch=NAIVE),
            InvalidValueError(
                "Order",
                "epoch",
                NAIVE,
                "an aware datetime; this one is naive, so give it a tzinfo",
            ),
        ),
        (
            lambda: orders.largest_first(len, name=" "),
            InvalidValueError("Order", "name", " ", "a name that is not blank"),
        ),
        (
            lambda: orders.largest_first(WRONG, name="x"),
            InvalidTypeError("Order", "key", WRONG, "a function of a Comment"),
        ),
        (
            lambda: orders.top(votes=WRONG),
            InvalidTypeError("Order", "votes", WRONG, "a function of a Comment"),
        ),
        (
            lambda: THREAD.view(order=orders.top(votes=lambda _: (-1, 0))),
            InvalidValueError("Order", "votes", -1, "0 or more, and below 2 ** 63"),
        ),
        (
            lambda: THREAD.view(order=orders.top(votes=lambda _: (0, -1))),
            InvalidValueError("Order", "votes", -1, "0 or more, and below 2 ** 63"),
        ),
        (
            lambda: THREAD.view(order=orders.top(votes=lambda _: WRONG)),
            InvalidTypeError("Order", "votes", WRONG, "a tuple of two counts"),
        ),
        (
            lambda: FOUND.adopt(WRONG),
            InvalidTypeError("FoundReplies", "threshold", WRONG, "a number between 0 and 1"),
        ),
        (
            lambda: FOUND.adopt(1.5),
            InvalidValueError("FoundReplies", "threshold", 1.5, "between 0 and 1"),
        ),
        (
            lambda: FOUND.adopt_only("a"),
            InvalidTypeError("FoundReplies", "ids", "a", "an iterable of ids, not one str"),
        ),
        (
            lambda: FOUND.take_back(WRONG),
            InvalidTypeError(
                "FoundReplies", "thread", WRONG, "a Thread, such as that which adopt() gave"
            ),
        ),
        (
            lambda: FOUND.take_back(THREAD, "a"),
            InvalidTypeError("FoundReplies", "ids", "a", "an iterable of ids, not one str"),
        ),
        (
            lambda: find_replies(WRONG),
            InvalidTypeError(
                "find_replies", "thread", WRONG, "a Thread, such as Thread.build(comments)"
            ),
        ),
        (
            lambda: find_replies(THREAD, WRONG),
            InvalidTypeError(
                "find_replies", "post_author", WRONG, "an Author, such as Author('Marie')"
            ),
        ),
    ],
)
def test_a_refusal_names_the_field_the_value_and_what_is_right(
    refused: Callable[[], object], error: BlogModelError
) -> None:
    with pytest.raises(type(error)) as caught:
        refused()
    assert type(caught.value) is type(error)
    assert caught.value.args == error.args


def signed(data: bytes) -> str:
    """Write a cursor of any bytes, with the sum that guards them."""
    return urlsafe_b64encode(data + blake2b(data, digest_size=4).digest()).rstrip(b"=").decode()


@pytest.mark.parametrize(
    "cursor, reason",
    [
        (3, "not a text; give what Page.next or MoreReplies.cursor holds"),
        ("é", "not a cursor: it holds other characters than one"),
        ("AAAA", "not a cursor, or one that was cut or changed"),
        (signed(b""), "not a cursor, or one that was cut or changed"),
        (signed(b"\x01\x00a"), "not a cursor, or one that was cut or changed"),
        (CURSOR[:-1], "not a cursor, or one that was cut or changed"),
        (CURSOR + "=", "not a cursor: it is written otherwise than one"),
        (signed(b"\x02\x00ab"), "of version 2; this blogmodel reads 1"),
        (signed(b"\x01\xf0ab"), "not a cursor: it does not hold what one does"),
        (signed(b"\x01\x02ab"), "not a cursor: it does not hold what one does"),
        (signed(b"\x01\x02ab\x00\x01x"), "of a view in another order than oldest"),
        (
            Thread.build([A, X]).view().page(1, by=PageBy.ROOTS).next,
            "of pages that count otherwise; give the same `by` as for that page",
        ),
    ],
)
def test_a_cursor_is_refused_with_the_reason(cursor: Any, reason: str) -> None:
    with pytest.raises(CursorError) as caught:
        VIEW.page(1, after=cursor)
    assert caught.value.args == (cursor, reason)


BY_ID = orders.smallest_first(lambda comment: comment.id, name="own")
UNORDERED = orders.smallest_first(lambda comment: frozenset(comment.id), name="own")


@pytest.mark.parametrize(
    "order, whole, key, reason",
    [
        (BY_ID, True, (), "of a comment that is gone, and whose key no cursor holds"),
        (BY_ID, True, (2.5,), "of keys that this order does not have"),
        (UNORDERED, True, (2.5,), "of keys that this order does not have"),
        (BY_ID, False, (), "of a place whose comments are gone; start again"),
    ],
)
def test_a_cursor_at_a_comment_that_is_gone_is_refused_with_the_reason(
    order: Order, *, whole: bool, key: tuple[object, ...], reason: str
) -> None:
    view = THREAD.view(order=order)
    level = Level("gone", None, pinned=False, key=key)
    mark = decode(view.page(1).next or "").order
    cursor = encode(Cursor(Resume.AFTER_NODE, mark, whole=whole, levels=(level,)))
    with pytest.raises(CursorError) as caught:
        view.page(1, after=cursor)
    assert caught.value.args == (cursor, reason)
