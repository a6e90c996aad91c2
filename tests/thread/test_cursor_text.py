"""Cursors as texts: those that stand in links today are read by what comes later."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from blogmodel import Comment, Thread
from blogmodel.thread import Deeper, OnDefect, Order, orders
from blogmodel.thread._ages import EARLIEST, NEVER
from blogmodel.thread._cursor import (
    LEVELS,
    Cursor,
    Level,
    Resume,
    decode,
    encode,
    is_plain,
    mark,
)

EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
START = datetime(2011, 6, 24, 9, tzinfo=UTC)
BEFORE = EPOCH - timedelta(microseconds=1)


def cursor(*levels: Level, resume: Resume = Resume.AFTER_NODE, whole: bool = True) -> Cursor:
    return Cursor(resume, mark("x"), whole, levels)


def level(name: str, date: datetime | None = None, **more: Any) -> Level:
    return Level(name, date, **{"pinned": False} | more)


@pytest.mark.parametrize(
    "held, text",
    [
        (cursor(resume=Resume.START), "AQEmnQ88ylE"),
        (cursor(level("a")), "AQMmnQABYY69qb0"),
        (cursor(level("a", pinned=True), whole=False), "AQImnQIBYQrZFRM"),
        (
            cursor(level("a", BEFORE, pinned=True), level("b", START), resume=Resume.SIBLINGS),
            "AQcmnQMBYQEBAWKCkKafhtykAcc-NKc",
        ),
        (
            cursor(
                level("a", START, key=((1, "x", 2.5, START),)),
                resume=Resume.AFTER_BRANCH,
            ),
            "AQUmnQUBYYCQpp-G3KQBIVsxLCJ4IiwyLjUseyJ0IjozNjIyMjEyMDAwMDAwMDB9Xe1uAiA",
        ),
    ],
)
def test_a_cursor_is_written_as_it_always_was(held: Cursor, text: str) -> None:
    assert encode(held) == text
    assert decode(text) == held


@pytest.mark.parametrize("length", [127, 128, 16_383, 16_384])
def test_an_id_has_any_length(length: int) -> None:
    held = cursor(level("a" * length), resume=Resume.REPLIES)
    assert decode(encode(held)) == held


@pytest.mark.parametrize("date", [EPOCH, BEFORE, EARLIEST, NEVER])
def test_any_moment_is_read_back(date: datetime) -> None:
    held = cursor(level("a", date))
    assert decode(encode(held)) == held


def ups(comment: Comment) -> int:
    return comment.ups


@pytest.mark.parametrize(
    "order, told",
    [
        (orders.oldest(), "dbc0"),
        (orders.oldest().pinned_first(), "6e8e"),
        (orders.newest(), "5954"),
        (orders.active(), "f991"),
        (orders.most_replies(), "dbe6"),
        (orders.top(), "2afb"),
        (orders.best(), "c92e"),
        (orders.best(z=1), "7b2e"),
        (orders.controversial(), "4a49"),
        (orders.hot(), "65fd"),
        (orders.hot(epoch=EPOCH), "6a0d"),
        (orders.largest_first(ups, name="mine"), "bf0c"),
        (orders.smallest_first(ups, name="mine"), "6e5b"),
    ],
)
def test_each_order_has_the_mark_that_it_always_had(order: Order, told: str) -> None:
    view = Thread.build([Comment("a", "p"), Comment("b", "p")]).view(order=order)
    assert decode(view.page(1).next or "").order.hex() == told


def test_a_view_whose_limit_sorts_has_a_mark_of_its_own() -> None:
    thread = Thread.build([Comment("a", "p"), Comment("b", "p")])
    in_place = thread.view(depth_limit=1).page(1).next
    assert in_place == thread.view().page(1).next
    sorted_ = thread.view(depth_limit=1, deeper=Deeper.SORTED).page(1).next
    assert decode(sorted_ or "").order.hex() == "2168"


def test_twelve_levels_are_held_at_most() -> None:
    assert LEVELS == 12
    chain = [Comment(f"{n:02}", "p", parent_id=f"{n - 1:02}" if n else None) for n in range(20)]
    view = Thread.build(chain).view()
    for size in (11, 12, 13):
        held = decode(view.page(size).next or "")
        assert [one.id for one in held.levels] == [f"{n:02}" for n in range(size)][-12:]
        assert held.whole == (size <= 12)


def test_a_placeholder_is_held_with_the_date_of_its_earliest_reply() -> None:
    comments = [
        Comment("a", "p", created_at=EPOCH),
        Comment("b", "p", created_at=START, parent_id="x"),
    ]
    thread = Thread.build(comments, on_defect=OnDefect.PLACEHOLDER)
    [held] = decode(thread.view().page(2).next or "").levels
    assert (held.id, held.date) == ("x", START)


@pytest.mark.parametrize(
    "key, held",
    [
        ("x" * 80, True),
        ("x" * 81, False),
        (2**80 - 1, True),
        (2**80, False),
        (-(2**80), False),
        (1.5, True),
        (False, True),
        (None, False),
        (b"x", False),
        (START, True),
        (START.replace(tzinfo=None), False),
        (START.replace(tzinfo=UTC), True),
        (START.replace(tzinfo=timezone(timedelta(0))), True),
        (START.replace(tzinfo=timezone(timedelta(hours=1))), False),
        ((1, "x", 2.5, True), True),
        ((1, 2, 3, 4, 5), False),
        ((1, "x" * 81), False),
        ((1, (2,)), False),
        ([1], False),
    ],
)
def test_a_key_is_held_where_it_is_short_and_has_a_form_in_json(key: object, held: bool) -> None:  # noqa: FBT001 - a table
    assert is_plain(key) is held
