"""Conditions made of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from blogmodel.errors import InvalidTypeError, InvalidValueError
from blogmodel.messages import Message
from blogmodel.moderation._rules import Match, Traits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from blogmodel.moderation._facts import Context
    from blogmodel.moderation._rules import Condition
    from blogmodel.moderation._signals import Signals

__all__ = ["AllOf", "AnyOf", "Unless"]

# Conditions in each other are read, written and asked one within another.
_DEEPEST = 8


def _all(conditions: Iterable[Condition]) -> tuple[Condition, ...]:
    return tuple(conditions)


@attrs.frozen
class AllOf:
    """Met when all of some conditions are.

    Attributes:
        conditions: which; what each finds is found. The reason is the first one's.
    """

    conditions: tuple[Condition, ...] = attrs.field(converter=_all)

    def __attrs_post_init__(self) -> None:
        _check("AllOf", self.conditions)

    @property
    def traits(self) -> Traits:
        """The reason of the first, and what any of them needs."""
        return _together(self.conditions)

    def find(self, signals: Signals, context: Context, /) -> Iterator[Match]:
        """Ask all of them, as far as they are met."""
        found: list[Match] = []
        for condition in self.conditions:
            own = list(condition.find(signals, context))
            if not own:
                return
            found += own
        yield from found


@attrs.frozen
class AnyOf:
    """Met when one of some conditions is.

    Attributes:
        conditions: which; what each finds is found. The reason is the first one's.
    """

    conditions: tuple[Condition, ...] = attrs.field(converter=_all)

    def __attrs_post_init__(self) -> None:
        _check("AnyOf", self.conditions)

    @property
    def traits(self) -> Traits:
        """The reason of the first, and what any of them needs."""
        return _together(self.conditions)

    def find(self, signals: Signals, context: Context, /) -> Iterator[Match]:
        """Ask all of them."""
        for condition in self.conditions:
            yield from condition.find(signals, context)


@attrs.frozen
class Unless:
    """Met when a condition is not.

    Attributes:
        condition: which.
    """

    condition: Condition

    def __attrs_post_init__(self) -> None:
        _check("Unless", (self.condition,))

    @property
    def traits(self) -> Traits:
        """The condition's own."""
        return self.condition.traits

    def find(self, signals: Signals, context: Context, /) -> Iterator[Match]:
        """Ask it."""
        if next(iter(self.condition.find(signals, context)), None) is None:
            yield Match(Message("not met: {condition}", condition=type(self.condition).__name__))


def _check(owner: str, conditions: tuple[Condition, ...]) -> None:
    if not conditions:
        raise InvalidValueError(owner, "conditions", conditions, "one condition or more")
    for condition in conditions:
        if isinstance(condition, type) or not callable(getattr(condition, "find", None)):
            raise InvalidTypeError(owner, "conditions", condition, "a condition")
    if 1 + max(map(_depth, conditions)) > _DEEPEST:
        expected = f"conditions in each other {_DEEPEST} deep at most"
        raise InvalidValueError(owner, "conditions", conditions, expected)


def _depth(condition: Condition) -> int:
    match condition:
        case AllOf() | AnyOf():
            return 1 + max(map(_depth, condition.conditions))
        case Unless():
            return 1 + _depth(condition.condition)
        case _:
            return 1


def _together(conditions: tuple[Condition, ...]) -> Traits:
    traits = [condition.traits for condition in conditions]
    needs = dict.fromkeys(need for trait in traits for need in trait.needs)
    return Traits(
        traits[0].reason,
        needs=tuple(needs),
        only_holds=any(trait.only_holds for trait in traits),
    )
