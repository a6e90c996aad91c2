"""What a view was asked to show, and where everyone stands in it then."""

from collections.abc import Callable, Iterable, Sequence
from enum import Enum, auto
from typing import Any

import attrs

from blogmodel import _checks
from blogmodel.errors import InvalidTypeError, InvalidValueError
from blogmodel.model import Comment
from blogmodel.thread._forest import Forest
from blogmodel.thread._layout import Arrangement, lay_out_as, parents_first
from blogmodel.thread._sieve import Sieve, sift, visible_texts
from blogmodel.thread.orders import Branches, Order, oldest

__all__ = ["PLAIN", "Deeper", "Keys", "LaidOut", "Sees", "Settings", "laid_out"]

Sees = Callable[[Comment], bool]


class Deeper(Enum):
    """Where comments stand that are deeper than the depth limit of a view."""

    IN_PLACE = auto()
    """Where they stood without a limit, only not further in, each right after what it answers."""
    SORTED = auto()
    """In order among all that the limit brings under one parent, as on Blogger, so that a view
    in which nothing is deeper than 0 is one list by the view's order."""


@attrs.frozen
class Settings:
    """What a view was asked to show; see `Thread.view`."""

    order: Order
    replies: Order
    sees: Sees | None
    depth_limit: int | None
    deeper: Deeper

    def __attrs_post_init__(self) -> None:
        _checks.instance("View", "order", self.order, Order, "orders.newest()")
        _checks.instance("View", "replies", self.replies, Order, "orders.oldest()")
        _checks.member("View", "deeper", self.deeper, Deeper)
        if self.sees is not None and not callable(self.sees):
            expected = "a function of a Comment, such as published"
            raise InvalidTypeError("View", "sees", self.sees, expected)
        if self.depth_limit is not None:
            _checks.count("View", "depth_limit", self.depth_limit)


PLAIN = Settings(oldest(), oldest(), None, None, Deeper.IN_PLACE)
"""Everything as the thread itself has it."""

Keys = Sequence[Any] | None


@attrs.frozen(eq=False)
class LaidOut:
    """Where everyone stands in a view.

    Attributes:
        forest: the comments.
        full: their order, those that are not shown included.
        under: by number, whom each is shown under, where a depth limit changes that.
        depths: by number, how far in each is shown, where a depth limit changes that.
        sieve: what is shown; None where everything is.
        keys: of the order at the top, and of the order of replies, by number.
    """

    forest: Forest
    full: Arrangement
    under: list[int] | None
    depths: list[int] | None
    sieve: Sieve | None
    keys: tuple[Keys, Keys]


def laid_out(forest: Forest, settings: Settings) -> LaidOut:
    """Lay comments out as the settings ask. O(n), beside a sort for most orders."""
    visible = visible_texts(forest, settings.sees)
    under, depths = _limited(forest, settings.depth_limit)
    arranged = under if settings.deeper is Deeper.SORTED else None
    full, keys = _arranged(forest, settings, visible, arranged)
    hides = visible.count(False) > len(forest.columns.placeholders)
    sieve = sift(forest, full, visible) if hides else None
    return LaidOut(forest, full, under, depths, sieve, keys)


def _limited(forest: Forest, limit: int | None) -> tuple[list[int] | None, list[int] | None]:
    """Return by number whom each is shown under and how far in; None where nothing changes."""
    if limit is None:
        return None, None
    depths = forest.layout.depths
    under = list(forest.columns.parents)
    for number in forest.layout.order:  # Parents come first.
        if depths[number] > limit:
            under[number] = under[under[number]]
    return under, [min(depth, limit) for depth in depths]


def _arranged(
    forest: Forest, settings: Settings, visible: Sequence[bool], under: list[int] | None
) -> tuple[Arrangement, tuple[Keys, Keys]]:
    order, replies = settings.order, settings.replies
    if order == replies == oldest() and under is None:
        return forest.layout, (None, None)
    numbers = forest.layout.order
    parents = forest.columns.parents if under is None else under
    branches = Branches(
        forest.entries(), forest.dates(), forest.columns.parents, tuple(reversed(numbers)), visible
    )
    keys = _keys(order, branches)
    reply_keys = keys if replies == order else _keys(replies, branches)
    if replies == order:
        siblings = _sorted(range(len(parents)), order, keys, branches)
    else:
        tops = [number for number, parent in enumerate(parents) if parent < 0]
        others = [number for number, parent in enumerate(parents) if parent >= 0]
        siblings = _sorted(tops, order, keys, branches)
        siblings += _sorted(others, replies, reply_keys, branches)
    downwards = numbers if under is None else parents_first(parents)
    return lay_out_as(parents, siblings, downwards), (keys, reply_keys)


def _keys(order: Order, branches: Branches) -> Keys:
    return None if order._keys is None else order._keys(branches)  # noqa: SLF001


def _sorted(numbers: Iterable[int], order: Order, keys: Keys, branches: Branches) -> list[int]:
    """Sort numbers by an order; those of equal keys stay in canonical order."""
    siblings = list(numbers)
    if keys is not None:
        if any(key != key for key in keys):  # noqa: PLR0124 - not a number is not itself
            raise InvalidValueError("Order", "key", order.name, "a function that tells no NaN")
        try:
            siblings.sort(key=keys.__getitem__, reverse=order._largest_first)  # noqa: SLF001
        except TypeError as error:
            raise InvalidTypeError(
                "Order", "key", order.name, "a function whose results can be compared"
            ) from error
    if order.pins:
        siblings.sort(key=lambda number: not branches.comments[number].pinned)
    return siblings
