"""A rule of a policy: a condition, and what follows when a submission meets it."""

from __future__ import annotations

import math
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

import attrs

from blogmodel import _checks
from blogmodel.errors import InvalidTypeError, InvalidValueError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from blogmodel.messages import Message
    from blogmodel.moderation._facts import Context
    from blogmodel.moderation._kinds import Fact, Reason
    from blogmodel.moderation._places import Place
    from blogmodel.moderation._signals import Signals
    from blogmodel.text import Level

__all__ = ["Action", "Condition", "Match", "Rule", "Traits", "points"]


class Action(StrEnum):
    """What a rule does when its condition is met."""

    REFUSE = "refuse"
    """Take nothing, and tell the writer why; no later rule is asked."""
    PUBLISH = "publish"
    """Publish it; no later rule is asked."""
    SPAM = "spam"
    """Put it with the spam."""
    SHADOW = "shadow"
    """Let its author alone see it, where the policy turns that on."""
    HOLD = "hold"
    """Have it wait for a moderator."""
    SCORE = "score"
    """Add the rule's points to the score, and nothing else."""


@attrs.frozen
class Match:
    """Something that a condition found.

    Attributes:
        message: what it is, for a moderator.
        places: where it stands, if anywhere.
        level: the level of folding at which it was found, of what stands in a text.
        points: what it adds to the score in place of the rule's own points; None for these.
    """

    message: Message
    places: tuple[Place, ...] = ()
    level: Level | None = attrs.field(default=None, kw_only=True)
    points: float | None = attrs.field(default=None, kw_only=True)


@attrs.frozen
class Traits:
    """What a rule asks of its condition.

    Attributes:
        reason: why something is decided that the condition brings about.
        needs: what it cannot tell without.
        only_holds: whether it may do no more than have a comment wait, as what was learned.
    """

    reason: Reason
    needs: tuple[Fact, ...] = attrs.field(default=(), kw_only=True)
    only_holds: bool = attrs.field(default=False, kw_only=True)


class Condition(Protocol):
    """What a rule asks of a submission; `blogmodel.moderation.conditions` has those shipped.

    A condition is a value, and what it finds depends on its arguments alone.
    """

    @property
    def traits(self) -> Traits:
        """What a rule asks of it."""
        ...

    def find(self, signals: Signals, context: Context, /) -> Iterable[Match]:
        """Yield what is found; nothing where the condition is not met."""
        ...


@attrs.frozen
class Rule:
    """A condition, and what follows when it is met.

    Attributes:
        id: the name by which a trace and the statistics tell it; one of a kind in a policy.
        condition: what it asks.
        action: what it does.
        points: what each thing found adds to the score; below 0 for what speaks for a comment.
        note: what to tell the writer besides, in the site's own words.

    Raises:
        InvalidValueError: a field holds what it may not; or the condition may do no more than hold,
            and the action does.
        InvalidTypeError: a field is of another type.

    Example:
        >>> from blogmodel.moderation import Action, Rule
        >>> from blogmodel.moderation.conditions import TooManyLinks
        >>> Rule("liens", TooManyLinks(2), Action.HOLD)
        Rule(id='liens', condition=TooManyLinks(most=2), action=<Action.HOLD: 'hold'>, ...)
    """

    id: str
    condition: Condition
    action: Action = Action.SCORE
    points: float = attrs.field(default=0.0, kw_only=True)
    note: str | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        _checks.name("Rule", "id", self.id)
        if isinstance(self.condition, type) or not callable(getattr(self.condition, "find", None)):
            raise InvalidTypeError(
                "Rule", "condition", self.condition, "a condition, such as TooManyLinks(2)"
            )
        _checks.member("Rule", "action", self.action, Action)
        points("Rule", "points", self.points)
        _checks.optional_text("Rule", "note", self.note)
        if self.condition.traits.only_holds and self.action not in _MILD:
            raise InvalidValueError(
                "Rule", "action", self.action, "Action.HOLD or Action.SCORE for what was learned"
            )


_MILD = (Action.HOLD, Action.SCORE)


def points(owner: str, field: str, value: object) -> float:
    """Require a finite number."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise InvalidTypeError(owner, field, value, "a number")
    if not math.isfinite(value):
        raise InvalidValueError(owner, field, value, "a finite number")
    return value
