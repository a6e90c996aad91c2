"""Conditions made of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from blogmodel.errors import InvalidTypeError, InvalidValueError
from blogmodel.messages import Message
from blogmodel.moderation._kinds import Reason
from blogmodel.moderation._rules import Match

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from blogmodel.moderation._facts import Context
    from blogmodel.moderation._rules import Condition
    from blogmodel.moderation._signals import Signals

__all__ = ["AllOf", "AnyOf", "Unless"]

# Conditions in each other are read, written and asked one within another.
_DEEPEST = 8


@attrs.frozen
class AllOf:
    """Met when all of some conditions are.

    Attributes:
        conditions: which; what each finds is found. The reason is the first one's.
    """

    conditions: tuple[Condition, ...] = attrs.field(converter=tuple)

    def __attrs_post_init__(self) -> None:
        _check("AllOf", self.conditions)

    @property
    def reason(self) -> Reason:
        """The reason of the first."""
        return self.conditions[0].reason

    @property
    def needs(self) -> tuple[str, ...]:
        """What any of them needs."""
        return _needs(self.conditions)

    @property
    def only_holds(self) -> bool:
        """Whether one of them may do no more than hold."""
        return any(condition.only_holds for condition in self.conditions)

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

    conditions: tuple[Condition, ...] = attrs.field(converter=tuple)

    def __attrs_post_init__(self) -> None:
        _check("AnyOf", self.conditions)

    @property
    def reason(self) -> Reason:
        """The reason of the first."""
        return self.conditions[0].reason

    @property
    def needs(self) -> tuple[str, ...]:
        """What any of them needs."""
        return _needs(self.conditions)

    @property
    def only_holds(self) -> bool:
        """Whether one of them may do no more than hold."""
        return any(condition.only_holds for condition in self.conditions)

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
    def reason(self) -> Reason:
        """The condition's own."""
        return self.condition.reason

    @property
    def needs(self) -> tuple[str, ...]:
        """What the condition needs."""
        return self.condition.needs

    @property
    def only_holds(self) -> bool:
        """Whether the condition may do no more than hold."""
        return self.condition.only_holds

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


def _needs(conditions: Iterable[Condition]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(need for condition in conditions for need in condition.needs))
