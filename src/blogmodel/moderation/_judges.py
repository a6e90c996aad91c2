"""Conditions on what others judge: what was learned, another service, the readers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import attrs

from blogmodel.errors import InvalidTypeError
from blogmodel.messages import Message, Percent
from blogmodel.moderation._choices import check_choices, chosen, shown_choices
from blogmodel.moderation._external import ExternalOutcome
from blogmodel.moderation._kinds import Fact, Reason
from blogmodel.moderation._rules import Match, Traits, points
from blogmodel.moderation._writers import share

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from blogmodel.moderation._facts import Context
    from blogmodel.moderation._signals import Signals
    from blogmodel.moderation._weights import Weight

__all__ = ["JudgedElsewhere", "LooksLikeSpam", "Reported", "SpamModel"]


class SpamModel(Protocol):
    """What has learned from decisions: `NaiveBayes`, `LinearModel`, or a program's own."""

    def score(self, text: str, /) -> float:
        """Return how likely a text is spam, from 0 to 1."""
        ...

    def explain(self, text: str, /, *, most: int = 5) -> Sequence[Weight]:
        """Return what speaks most for it and against it."""
        ...


@attrs.frozen
class LooksLikeSpam:
    """Met when a text resembles what was judged to be spam. It can have a comment wait, no more.

    Attributes:
        model: what was learned.
        least: from which score on, from 0 to 1.
    """

    model: SpamModel
    least: float

    def __attrs_post_init__(self) -> None:
        if not callable(getattr(self.model, "score", None)):
            raise InvalidTypeError("LooksLikeSpam", "model", self.model, "a NaiveBayes or the like")
        share("LooksLikeSpam", "least", self.least)

    @property
    def traits(self) -> Traits:
        """What a rule asks of it."""
        return Traits(Reason.SPAM_SCORE, only_holds=True)

    def find(self, signals: Signals, context: Context, /) -> Iterator[Match]:  # noqa: ARG002
        """Ask the model, and for its reasons where it is met."""
        text = signals.text
        score = self.model.score(text.text)
        if score < self.least:
            return
        weights = [weight for weight in self.model.explain(text.text) if weight.weight > 0]
        message = Message(
            "{share} likely to be spam, for: {features}",
            share=Percent(round(score, 2)),
            features=[weight.feature for weight in weights],
        )
        spans = sorted({span for weight in weights for span in weight.spans})
        yield Match(message, tuple(map(text.place, spans)))


def _outcomes(outcomes: Iterable[ExternalOutcome] | ExternalOutcome) -> tuple[ExternalOutcome, ...]:
    return chosen(outcomes, ExternalOutcome)


@attrs.frozen
class JudgedElsewhere:
    """Met when another service judged it so; see `Context.external`.

    Attributes:
        outcomes: the judgements that count; spam, and what it would discard, by default.
    """

    outcomes: tuple[ExternalOutcome, ...] = attrs.field(
        default=(ExternalOutcome.SPAM, ExternalOutcome.DISCARD),
        converter=_outcomes,
        repr=shown_choices,
    )

    def __attrs_post_init__(self) -> None:
        check_choices("JudgedElsewhere", "outcomes", self.outcomes, ExternalOutcome)

    @property
    def traits(self) -> Traits:
        """What a rule asks of it."""
        return Traits(Reason.EXTERNAL, needs=(Fact.EXTERNAL,))

    def find(self, signals: Signals, context: Context, /) -> Iterator[Match]:  # noqa: ARG002
        """Compare the judgement."""
        external = context.external
        if external is not None and external.outcome in self.outcomes:
            yield Match(
                Message(
                    "{service} says: {outcome}", service=external.service, outcome=external.outcome
                )
            )


@attrs.frozen
class Reported:
    """Met when the live reports of readers weigh enough; see `Context.reports`.

    Attributes:
        least: the weight; a reader who is not known weighs 1.
    """

    least: float

    def __attrs_post_init__(self) -> None:
        points("Reported", "least", self.least)

    @property
    def traits(self) -> Traits:
        """What a rule asks of it."""
        return Traits(Reason.REPORTED, needs=(Fact.REPORTS,))

    def find(self, signals: Signals, context: Context, /) -> Iterator[Match]:  # noqa: ARG002
        """Sum the weights."""
        if context.reports and context.reports.total >= self.least:
            total = round(context.reports.total, 2)
            yield Match(Message("reports of readers weigh {total}", total=total))
