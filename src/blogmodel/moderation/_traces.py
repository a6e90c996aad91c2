"""What each rule of a policy had to say."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from blogmodel.messages import Message
    from blogmodel.moderation._kinds import Fact, Reason
    from blogmodel.moderation._places import Place
    from blogmodel.moderation._rules import Action
    from blogmodel.text import Level

__all__ = ["Contribution", "Step", "StepKind", "Why"]


class StepKind(StrEnum):
    """What came of a rule."""

    FIRED = "fired"
    """It found something."""
    PASSED = "passed"
    """It found nothing."""
    SKIPPED = "skipped"
    """It was not asked."""


class Why(StrEnum):
    """Why a rule was not asked."""

    DECIDED = "decided"
    """An earlier rule had decided."""
    FACT_MISSING = "fact-missing"
    """Something that it needs is not known."""


@attrs.frozen
class Contribution:
    """Something that a rule found, and what it counts for.

    Attributes:
        rule: the rule's id.
        reason: the rule's reason.
        points: what it adds to the score.
        message: what it is, for a moderator.
        places: where it stands in what was sent, if anywhere.
        level: the level of folding at which it was found, of what stands in a text.
    """

    rule: str
    reason: Reason
    points: float
    message: Message
    places: tuple[Place, ...] = ()
    level: Level | None = None


@attrs.frozen
class Step:
    """What came of one rule.

    Attributes:
        rule: the rule's id.
        kind: whether it fired, passed or was skipped.
        action: what the rule does when it fires.
        contributions: what it found.
        why: why it was skipped; None where it was not.
        missing: the facts it lacked.
        note: of a rule that fired, what it has to say to the writer.
    """

    rule: str
    kind: StepKind
    action: Action
    contributions: tuple[Contribution, ...] = ()
    why: Why | None = None
    missing: tuple[Fact, ...] = ()
    note: str | None = None

    @property
    def points(self) -> float:
        """What the rule adds to the score."""
        return sum(found.points for found in self.contributions)
