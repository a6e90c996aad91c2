"""What a policy says of a submission, and everything that it says it for."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import attrs

from blogmodel.model import Status
from blogmodel.moderation._explained import Audience, told_to_moderator, told_to_writer
from blogmodel.moderation._kinds import Part, Reason
from blogmodel.moderation._rules import Action
from blogmodel.moderation._traces import Contribution, Step, StepKind

if TYPE_CHECKING:
    from blogmodel.messages import Message, Messages
    from blogmodel.moderation._events import Finding
    from blogmodel.moderation._facts import Submission
    from blogmodel.moderation._places import Place

__all__ = ["Outcome", "Verdict"]


class Outcome(StrEnum):
    """What becomes of a submission."""

    REFUSED = "refused"
    """Nothing was taken; its writer is told why."""
    PUBLISHED = "published"
    PENDING = "pending"
    """It waits for a moderator."""
    SHADOWED = "shadowed"
    """Its author alone sees it."""
    SPAM = "spam"


@attrs.frozen(repr=False)
class Verdict:
    """What a policy says of a submission, why, and what else it looked at.

    Verdicts are made by `Policy.judge`.

    Attributes:
        outcome: what becomes of it.
        reason: why, in one word: of the rule that decided.
        rule: the rule that decided; None where points together did, or no rule had anything
            against it.
        score: the points of all rules together.
        trace: every rule of the policy in order: what it found, that it found nothing, or why it
            was not asked.
        policy: the policy's name.
        hold_at: the score from which on the policy holds a comment, or None.
        spam_at: the score from which on it takes one for spam, or None.
        submission: what was judged.
    """

    outcome: Outcome
    reason: Reason
    rule: str | None
    score: float
    trace: tuple[Step, ...]
    policy: str
    hold_at: float | None
    spam_at: float | None
    submission: Submission

    @property
    def status(self) -> Status | None:
        """The status that a comment begins with; None where it was refused."""
        return _STATUSES[self.outcome]

    @property
    def contributions(self) -> tuple[Contribution, ...]:
        """All that was found, in the order of the rules."""
        return tuple(found for step in self.trace for found in step.contributions)

    @property
    def fired(self) -> tuple[Step, ...]:
        """The rules that found something."""
        return tuple(step for step in self.trace if step.kind is StepKind.FIRED)

    @property
    def notes(self) -> tuple[str, ...]:
        """What the rules that fired have to say to the writer in the site's own words."""
        return tuple(step.note for step in self.fired if step.note is not None)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found, as an event keeps it, without any text."""
        from blogmodel.moderation._events import Finding  # noqa: PLC0415 - few programs keep them

        return tuple(
            Finding(
                found.rule,
                found.points,
                place.part if place else None,
                place.start if place else None,
                place.end if place else None,
                found.level,
            )
            for found in self.contributions
            for place in (found.places or (None,))
        )

    def quote(self, place: Place) -> str:
        """Return what stands at a place of what was judged.

        Example:
            >>> from datetime import UTC, datetime
            >>> from blogmodel import Comment
            >>> from blogmodel.moderation import Action, Context, Policy, Rule, Submission
            >>> from blogmodel.moderation import conditions
            >>> policy = Policy("p", [Rule("liens", conditions.TooManyLinks(0), Action.HOLD)])
            >>> comment = Comment("2", "1", body="Voir http://exemple.ca, vite !")
            >>> now = datetime(2011, 6, 24, 13, 7, tzinfo=UTC)
            >>> verdict = policy.judge(Submission(comment), Context(now))
            >>> [verdict.quote(place) for found in verdict.contributions for place in found.places]
            ['http://exemple.ca']
        """
        comment = self.submission.comment
        texts = {
            Part.TEXT: comment.body.text,
            Part.NAME: comment.author and comment.author.name,
            Part.EMAIL: comment.author and comment.author.email,
            Part.URL: comment.author and comment.author.url,
            Part.ADDRESS: comment.origin and comment.origin.address,
            Part.AGENT: comment.origin and comment.origin.agent,
        }
        return (texts[place.part] or "")[place.start : place.end]

    def explain(
        self, locale: str | Messages, audience: Audience = Audience.WRITER, *, separator: str = "\n"
    ) -> str:
        r"""Tell a reader what became of the comment, and why.

        The writer is told the outcome and its reason, in two sentences at most beside the notes of
        the rules. Whoever is shadowed is told that the comment is published: to be told otherwise
        is what `StatementOfReasons` is for. The moderator is told everything: the score, each
        thing found with a quotation, and which rules could not be asked.

        Args:
            locale: the reader's, or the `Messages` of a program.
            audience: who is told.
            separator: what stands between lines.

        Raises:
            UnknownLocaleError: CLDR has no such locale.

        Example:
            >>> from datetime import UTC, datetime
            >>> from blogmodel import Comment
            >>> from blogmodel.moderation import Action, Context, Policy, Rule, Submission
            >>> from blogmodel.moderation import conditions
            >>> policy = Policy("p", [Rule("liens", conditions.TooManyLinks(0), Action.HOLD)])
            >>> comment = Comment("2", "1", body="Voir http://exemple.ca, vite !")
            >>> now = datetime(2011, 6, 24, 13, 7, tzinfo=UTC)
            >>> policy.judge(Submission(comment), Context(now)).explain("fr")
            'Votre commentaire attend d’être lu par un modérateur.\nIl contient des liens.'
        """
        from blogmodel.messages import Messages  # noqa: PLC0415 - most verdicts are not told

        words = locale if isinstance(locale, Messages) else Messages(locale)
        return separator.join(words.render(line) for line in self.told(audience))

    def told(self, audience: Audience = Audience.WRITER) -> tuple[Message, ...]:
        """Return what `explain` says, as messages, a line each."""
        told = told_to_writer if audience is Audience.WRITER else told_to_moderator
        return tuple(told(self))

    def __repr__(self) -> str:
        by = "" if self.rule is None else f" by {self.rule!r}"
        return f"Verdict({self.outcome}, {self.reason}{by}, score {self.score:g})"


_STATUSES = {
    Outcome.REFUSED: None,
    Outcome.PUBLISHED: Status.PUBLISHED,
    Outcome.PENDING: Status.PENDING,
    Outcome.SHADOWED: Status.SHADOWED,
    Outcome.SPAM: Status.SPAM,
}

OUTCOMES = {
    Action.REFUSE: Outcome.REFUSED,
    Action.PUBLISH: Outcome.PUBLISHED,
    Action.SPAM: Outcome.SPAM,
    Action.SHADOW: Outcome.SHADOWED,
    Action.HOLD: Outcome.PENDING,
}
"""What each action brings about, but for that of adding points."""
