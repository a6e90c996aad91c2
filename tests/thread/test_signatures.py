"""What programs write down: which fields go by place, which by name alone, and what is left out."""

from inspect import Parameter, signature
from typing import Any

import pytest

from blogmodel.thread import (
    ADOPT_FROM,
    AdjacencySQL,
    Deeper,
    Defect,
    DefectAction,
    DefectKind,
    Dialect,
    Evidence,
    FoundReplies,
    Mention,
    NestedSet,
    NestedSetSQL,
    OnDefect,
    Order,
    PageBy,
    PathSQL,
    PathStep,
    ReplyProposal,
    ReplyRule,
    Thread,
    View,
    find_replies,
    orders,
    thread_from_nested_sets,
    thread_from_paths,
)

NEEDED = Parameter.empty
COLUMNS = {"post_id": "post_id", "id": "id"}


@pytest.mark.parametrize(
    "made, by_place, by_name",
    [
        (
            AdjacencySQL,
            {"dialect": NEEDED, "table": "comment"},
            COLUMNS | {"parent_id": "parent_id", "document": "document"},
        ),
        (
            PathSQL,
            {"dialect": NEEDED, "table": "comment"},
            COLUMNS | {"parent_id": "parent_id", "path": "path", "document": "document"},
        ),
        (
            NestedSetSQL,
            {"dialect": NEEDED, "table": "comment_set"},
            COLUMNS
            | {"left": "lft", "right": "rgt", "depth": "depth"}
            | {"is_placeholder": "is_placeholder", "document": "document"},
        ),
        (Defect, {"kind": NEEDED, "ids": NEEDED}, {"action": NEEDED, "comments": ()}),
        (Evidence, {"text": NEEDED}, {"start": NEEDED, "end": NEEDED, "comment_id": None}),
        (Mention, {"name": NEEDED}, {"start": NEEDED, "end": NEEDED}),
        (
            NestedSet,
            {"id": NEEDED, "left": NEEDED, "right": NEEDED},
            {"depth": NEEDED, "is_placeholder": False},
        ),
        (PathStep, {"id": NEEDED, "created_at": NEEDED}, {"first_reply_id": None}),
        (
            ReplyProposal,
            {"comment_id": NEEDED, "parent_id": NEEDED},
            {"rule": NEEDED, "evidence": NEEDED, "confidence": NEEDED, "alternatives": ()},
        ),
        (
            Order,
            {"name": NEEDED},
            {"function": None, "pins": False, "own": False, "keys": None}
            | {"largest_first": False, "by_date": False},
        ),
        (Thread, {"comments": NEEDED}, {"on_defect": OnDefect.PROMOTE}),
        (Thread.build, {"comments": NEEDED}, {"on_defect": OnDefect.PROMOTE}),
        (thread_from_paths, {"rows": NEEDED}, {"on_defect": OnDefect.PROMOTE}),
        (thread_from_nested_sets, {"rows": NEEDED}, {"on_defect": OnDefect.PROMOTE}),
        (
            Thread.view,
            {"self": NEEDED},
            {"order": None, "replies": None, "sees": None, "depth_limit": None}
            | {"deeper": Deeper.IN_PLACE},
        ),
        (Thread.split, {"self": NEEDED, "comment_id": NEEDED}, {"post_id": None}),
        (Thread.merge, {"self": NEEDED, "other": NEEDED}, {"under": None, "rename": None}),
        (
            View.page,
            {"self": NEEDED, "size": NEEDED},
            {"by": PageBy.COMMENTS, "after": None, "number": None},
        ),
        (View.pages, {"self": NEEDED, "size": NEEDED}, {"by": PageBy.COMMENTS}),
        (View.page_count, {"self": NEEDED, "size": NEEDED}, {"by": PageBy.COMMENTS}),
        (
            View.page_of,
            {"self": NEEDED, "comment_id": NEEDED, "size": NEEDED},
            {"by": PageBy.COMMENTS},
        ),
        (find_replies, {"thread": NEEDED, "post_author": None}, {}),
        (FoundReplies.adopt, {"self": NEEDED, "threshold": ADOPT_FROM}, {}),
        (FoundReplies.take_back, {"self": NEEDED, "thread": NEEDED, "ids": None}, {}),
        (orders.top, {}, {"votes": None}),
        (orders.controversial, {}, {"votes": None}),
    ],
)
def test_fields_and_arguments_go_by_place_or_by_name_with_what_stands_where_they_are_left_out(
    made: Any, by_place: dict[str, object], by_name: dict[str, object]
) -> None:
    told = signature(made).parameters.values()
    named = {one.name: one.default for one in told if one.kind is Parameter.KEYWORD_ONLY}
    placed = {one.name: one.default for one in told if one.name not in named}
    assert list(placed.items()) == list(by_place.items())
    assert list(named.items()) == list(by_name.items())


def test_it_is_adopted_from_nine_tenths_on() -> None:
    assert ADOPT_FROM == 0.9


def test_orders_are_called_by_these_names() -> None:
    made = [orders.oldest(), orders.newest(), orders.active(), orders.most_replies()]
    made += [orders.top(), orders.best(), orders.best(z=1), orders.controversial(), orders.hot()]
    told = "oldest, newest, active, most-replies, top, best, best, z=1.0, controversial, hot"
    assert ", ".join(order.name for order in made) == told
    assert repr(orders.top().pinned_first()) == "Order(top, pinned first)"


@pytest.mark.parametrize(
    "kind, written",
    [
        (
            DefectKind,
            "duplicate-id self-parent orphan foreign-parent cycle reply-before-parent",
        ),
        (DefectAction, "promoted placed kept refused set-aside"),
        (ReplyRule, "link mention vocative quotation arrival"),
        (Dialect, "sqlite postgresql"),
    ],
)
def test_what_programs_may_store_is_written_so(kind: Any, written: str) -> None:
    assert " ".join(kind) == written
