"""The statement of reasons that a hosting service owes whoever it restricts in the EU."""

from __future__ import annotations

from datetime import datetime  # noqa: TC003 - what decodes documents reads the annotations
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import attrs

from blogmodel import _checks
from blogmodel.errors import InvalidTypeError, InvalidValueError
from blogmodel.messages import Message
from blogmodel.moderation._verdict import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from blogmodel.messages import Messages
    from blogmodel.moderation._verdict import Verdict

__all__ = ["Prompt", "Redress", "RedressKind", "Restriction", "StatementOfReasons"]


class Restriction(StrEnum):
    """What was done to a comment, in the words of the Digital Services Act, article 17(1)."""

    REMOVED = "removed"
    """It is not there, or nobody gets at it; refused, rejected and taken for spam too."""
    DEMOTED = "demoted"
    """It is shown less, or to fewer, such as to its author alone."""
    SUSPENDED = "suspended"
    """It is not shown until somebody has decided."""


class Prompt(StrEnum):
    """What brought a decision about."""

    OWN_INITIATIVE = "own-initiative"
    """The site looked by itself."""
    NOTICE = "notice"
    """Somebody reported it (article 16)."""
    ORDER = "order"
    """An authority ordered it (article 9)."""


class RedressKind(StrEnum):
    """A way to contest a decision."""

    COMPLAINT = "complaint"
    """To the site itself (article 20)."""
    OUT_OF_COURT = "out-of-court"
    """Before a certified body (article 21)."""
    COURT = "court"


@attrs.frozen
class Redress:
    """A way to contest a decision, and how to take it.

    Attributes:
        kind: which way.
        how: where and how, in the site's own words.
        until: up to when, where there is a term; kept in UTC.
    """

    kind: RedressKind
    how: str
    until: datetime | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        _checks.member("Redress", "kind", self.kind, RedressKind)
        _checks.name("Redress", "how", self.how)
        object.__setattr__(self, "until", _checks.moment("Redress", "until", self.until))


def _redress(ways: Iterable[Redress]) -> tuple[Redress, ...]:
    if not isinstance(ways, list | tuple):
        raise InvalidTypeError("StatementOfReasons", "redress", ways, "a list of Redress")
    return tuple(ways)


@attrs.frozen
class StatementOfReasons:
    """What somebody is told whose comment is restricted, with all that the law asks for.

    Source: Regulation (EU) 2022/2065 (Digital Services Act), article 17(3), whose points a to f
    the fields follow. It binds providers of hosting; whether it binds a blog is for its owner to
    know. The library fills in what a verdict tells; the grounds and the ways to contest are the
    site's own.

    Attributes:
        comment_id: which comment.
        decided_at: when; kept in UTC.
        restriction: what was done (a).
        territory: where it holds, in the site's words; None for everywhere (a).
        until: how long it holds; None for good (a).
        facts: the facts and circumstances relied on (b).
        prompt: what brought the decision about (b).
        notifier: who gave notice, only where the writer must know it (b).
        automated_detection: whether a program found it (c).
        automated_decision: whether a program decided (c).
        legal_ground: of what is deemed unlawful, the provision (d).
        contractual_ground: of what goes against the site's terms, the clause (e).
        explanation: why it goes against that provision or clause (d, e).
        redress: the ways to contest it (f).

    Raises:
        InvalidValueError: no ground is given, a ground has no explanation, there are no facts or no
            way to contest it.
        InvalidTypeError: a field is of another type.
    """

    comment_id: str
    decided_at: datetime = attrs.field(kw_only=True)
    restriction: Restriction = attrs.field(kw_only=True)
    territory: str | None = attrs.field(default=None, kw_only=True)
    until: datetime | None = attrs.field(default=None, kw_only=True)
    facts: tuple[Message, ...] = attrs.field(kw_only=True)
    prompt: Prompt = attrs.field(default=Prompt.OWN_INITIATIVE, kw_only=True)
    notifier: str | None = attrs.field(default=None, kw_only=True)
    automated_detection: bool = attrs.field(kw_only=True)
    automated_decision: bool = attrs.field(kw_only=True)
    legal_ground: str | None = attrs.field(default=None, kw_only=True)
    contractual_ground: str | None = attrs.field(default=None, kw_only=True)
    explanation: str = attrs.field(kw_only=True)
    redress: tuple[Redress, ...] = attrs.field(converter=_redress, kw_only=True)

    def __attrs_post_init__(self) -> None:
        owner = "StatementOfReasons"
        _checks.identifier(owner, "comment_id", self.comment_id)
        _checks.aware(owner, "decided_at", self.decided_at)
        for field in ("decided_at", "until"):
            object.__setattr__(self, field, _checks.moment(owner, field, getattr(self, field)))
        _checks.member(owner, "restriction", self.restriction, Restriction)
        _checks.member(owner, "prompt", self.prompt, Prompt)
        for field in ("territory", "notifier", "legal_ground", "contractual_ground"):
            _checks.optional_text(owner, field, getattr(self, field))
        _checks.flag(owner, "automated_detection", self.automated_detection)
        _checks.flag(owner, "automated_decision", self.automated_decision)
        _checks.name(owner, "explanation", self.explanation)
        facts: object = self.facts
        if not isinstance(facts, tuple) or not facts:
            raise InvalidValueError(owner, "facts", self.facts, "a tuple of one message or more")
        for fact in self.facts:
            _checks.instance(owner, "facts", fact, Message, "Message('It contains links.')")
        if not (self.legal_ground or self.contractual_ground):
            raise InvalidValueError(
                owner, "contractual_ground", None, "given, or the legal ground (points d and e)"
            )
        if not self.redress:
            raise InvalidValueError(owner, "redress", (), "one way or more to contest (point f)")
        for way in self.redress:
            _checks.instance(owner, "redress", way, Redress, "Redress(RedressKind.COMPLAINT, '…')")

    @classmethod
    def of(  # noqa: PLR0913 - what the law asks for
        cls,
        verdict: Verdict,
        *,
        at: datetime,
        explanation: str,
        redress: Iterable[Redress],
        legal_ground: str | None = None,
        contractual_ground: str | None = None,
    ) -> StatementOfReasons:
        """State the reasons of a verdict that a policy gave, by itself, on its own initiative.

        For what a person decided, or what somebody gave notice of, evolve it, or make one of its
        fields.

        Args:
            verdict: what the policy said.
            at: when it was decided.
            explanation: why it goes against the ground.
            redress: the ways to contest it.
            legal_ground: see the attributes.
            contractual_ground: see the attributes.

        Raises:
            InvalidValueError: the verdict restricts nothing; or as for the class.

        Example:
            >>> from datetime import UTC, datetime
            >>> from blogmodel import Comment
            >>> from blogmodel.moderation import (
            ...     Action, Context, Policy, Redress, RedressKind, Rule, StatementOfReasons,
            ...     Submission, conditions,
            ... )
            >>> policy = Policy("p", [Rule("liens", conditions.TooManyLinks(0), Action.HOLD)])
            >>> comment = Comment("2", "1", body="Voir http://exemple.ca, vite !")
            >>> now = datetime(2026, 6, 24, 13, 7, tzinfo=UTC)
            >>> verdict = policy.judge(Submission(comment), Context(now))
            >>> statement = StatementOfReasons.of(
            ...     verdict, at=now, contractual_ground="Règles du carnet, article 3",
            ...     explanation="Les liens sont lus avant d’être publiés.",
            ...     redress=[Redress(RedressKind.COMPLAINT, "Répondez à ce courriel.")],
            ... )
            >>> said = statement.explain("fr", dates=lambda moment: f"{moment:%Y-%m-%d}")
            >>> said.splitlines()[4]
            'Cette décision a été prise par un programme.'
        """
        restriction = _RESTRICTIONS.get(verdict.outcome)
        if restriction is None:
            raise InvalidValueError(
                "StatementOfReasons", "verdict", verdict, "one that restricts the comment"
            )
        facts = tuple(found.message for found in verdict.contributions)
        return cls(
            verdict.submission.comment.id,
            decided_at=at,
            restriction=restriction,
            facts=facts,
            automated_detection=True,
            automated_decision=True,
            legal_ground=legal_ground,
            contractual_ground=contractual_ground,
            explanation=explanation,
            redress=redress,
        )

    def explain(
        self, locale: str | Messages, *, dates: Callable[[date], str], separator: str = "\n"
    ) -> str:
        """Tell the statement in a reader's words.

        Args:
            locale: the reader's, or the `Messages` of a program.
            dates: what writes dates, such as a `blogmodel.dates.Formatter`.
            separator: what stands between lines.

        Raises:
            UnknownLocaleError: CLDR has no such locale.
        """
        from blogmodel.messages import Messages  # noqa: PLC0415 - as in Verdict.explain

        words = locale if isinstance(locale, Messages) else Messages(locale)
        return separator.join(words.render(line, dates=dates) for line in self._told())

    def _told(self) -> Iterator[Message]:
        yield Message("Decision: {restriction}", restriction=self.restriction)
        yield Message("Decided on: {date}", date=self.decided_at)
        if self.territory is not None:
            yield Message("It holds in: {territory}", territory=self.territory)
        if self.until is not None:
            yield Message("It holds until: {date}", date=self.until)
        yield Message("Brought about by: {prompt}", prompt=self.prompt)
        if self.notifier is not None:
            yield Message("Reported by: {name}", name=self.notifier)
        yield Message("Facts: {facts}", facts=list(self.facts))
        if self.automated_decision:
            yield Message("A program took this decision.")
        elif self.automated_detection:
            yield Message("A program pointed the comment out; a person took this decision.")
        else:
            yield Message("A person took this decision, without a program.")
        if self.legal_ground:
            yield Message("Legal ground: {ground}", ground=self.legal_ground)
        if self.contractual_ground:
            yield Message("Rule of this site: {ground}", ground=self.contractual_ground)
        yield Message("{note}", note=self.explanation)
        for way in self.redress:
            if way.until is None:
                yield Message("{way}: {how}", way=way.kind, how=way.how)
            else:
                yield Message(
                    "{way}, until {date}: {how}", way=way.kind, date=way.until, how=way.how
                )

    def as_dict(self, locale: str | Messages) -> dict[str, Any]:
        """Return the fields as plain JSON, with the facts in a reader's words.

        Raises:
            UnknownLocaleError: CLDR has no such locale.
        """
        from blogmodel.messages import Messages  # noqa: PLC0415 - as in Verdict.explain

        words = locale if isinstance(locale, Messages) else Messages(locale)
        return {
            "comment_id": self.comment_id,
            "decided_at": self.decided_at.isoformat(),
            "restriction": self.restriction.value,
            "territory": self.territory,
            "until": self.until and self.until.isoformat(),
            "facts": [words.render(fact) for fact in self.facts],
            "prompt": self.prompt.value,
            "notifier": self.notifier,
            "automated_detection": self.automated_detection,
            "automated_decision": self.automated_decision,
            "legal_ground": self.legal_ground,
            "contractual_ground": self.contractual_ground,
            "explanation": self.explanation,
            "redress": [
                {
                    "kind": way.kind.value,
                    "how": way.how,
                    "until": way.until and way.until.isoformat(),
                }
                for way in self.redress
            ],
        }


_RESTRICTIONS = {
    Outcome.REFUSED: Restriction.REMOVED,
    Outcome.SPAM: Restriction.REMOVED,
    Outcome.PENDING: Restriction.SUSPENDED,
    Outcome.SHADOWED: Restriction.DEMOTED,
}
