"""A policy: rules in order, and what their points come to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

import attrs

from blogmodel import _checks
from blogmodel.errors import InvalidTypeError, InvalidValueError
from blogmodel.moderation._facts import Context, Submission
from blogmodel.moderation._kinds import Reason
from blogmodel.moderation._rules import Action, Rule, Traits, points
from blogmodel.moderation._signals import Signals
from blogmodel.moderation._traces import Contribution, Step, StepKind, Why
from blogmodel.moderation._verdict import OUTCOMES, Outcome, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Self

__all__ = ["Policy"]


def _rules(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    if not isinstance(rules, list | tuple):
        raise InvalidTypeError("Policy", "rules", rules, "a list or a tuple of Rule")
    return tuple(rules)


def _own_hosts(hosts: Iterable[str]) -> frozenset[str]:
    if not isinstance(hosts, AbstractSet | list | tuple):
        raise InvalidTypeError("Policy", "own_hosts", hosts, "a set or a list of str")
    return frozenset(_checks.text("Policy", "own_hosts", host).lower() for host in hosts)


@attrs.frozen
class _Asked:
    """A rule, and what does not depend on what it is asked about: worked out once."""

    rule: Rule
    traits: Traits
    is_final: bool
    passed: Step
    too_late: Step

    @classmethod
    def of(cls, rule: Rule) -> _Asked:
        name, action = rule.id, rule.action
        return cls(
            rule,
            rule.condition.traits,
            action in _FINAL,
            Step(name, StepKind.PASSED, action),
            Step(name, StepKind.SKIPPED, action, why=Why.DECIDED),
        )

    def step(self, signals: Signals, context: Context) -> Step:
        """Return what comes of the rule."""
        rule, traits = self.rule, self.traits
        for need in traits.needs:
            if getattr(context, need) is None:
                return self._without_facts(context)
        matches = list(rule.condition.find(signals, context))
        if not matches:
            return self.passed
        found = tuple(
            Contribution(
                rule.id,
                traits.reason,
                rule.points if match.points is None else match.points,
                match.message,
                match.places,
                match.level,
            )
            for match in matches
        )
        return Step(rule.id, StepKind.FIRED, rule.action, found, note=rule.note)

    def _without_facts(self, context: Context) -> Step:
        missing = tuple(need for need in self.traits.needs if getattr(context, need) is None)
        return Step(
            self.rule.id,
            StepKind.SKIPPED,
            self.rule.action,
            why=Why.FACT_MISSING,
            missing=missing,
        )


@attrs.frozen(repr=False)
class Policy:
    """Rules in order, and the scores from which on a comment waits or is taken for spam.

    Rules are asked in their order, and all are heard, but for those after one that refuses or
    publishes. The strongest of their actions counts: refuse, spam, shadow, hold. So do the
    thresholds: what reaches ``spam_at`` is spam, what reaches ``hold_at`` waits. A rule that
    publishes spares a comment all later rules and both thresholds, and not what an earlier rule
    did. What was learned counts towards ``hold_at`` alone: a machine's guess may have a comment
    wait, and never drops one.

    Attributes:
        name: what verdicts and tables call it.
        rules: in order; no two of one id.
        hold_at: the score from which on a comment waits; None for no such score.
        spam_at: the score from which on it is spam; None for no such score.
        shadowing: whether rules may have a comment seen by its author alone. Where it is off, which
            it is unless a policy turns it on, a rule that does so is an error.
        own_hosts: the site's own; links to them, and below them, count for nothing.

    Raises:
        InvalidValueError: two rules have one id, a threshold is not above 0 or the one for spam is
            below the one for holding, or a rule shadows where that is off.
        InvalidTypeError: a field is of another type.

    Example:
        >>> from blogmodel.moderation import Action, Policy, Rule, conditions
        >>> Policy("carnet", [
        ...     Rule("fermé", conditions.CommentsClosed(), Action.REFUSE),
        ...     Rule("liens", conditions.TooManyLinks(2), Action.HOLD),
        ...     Rule("cris", conditions.Shouts(), points=1.5),
        ... ], hold_at=3)
        Policy('carnet', 3 rules)
    """

    name: str
    rules: tuple[Rule, ...] = attrs.field(converter=_rules)
    hold_at: float | None = attrs.field(default=None, kw_only=True)
    spam_at: float | None = attrs.field(default=None, kw_only=True)
    shadowing: bool = attrs.field(default=False, kw_only=True)
    own_hosts: frozenset[str] = attrs.field(default=frozenset(), converter=_own_hosts, kw_only=True)
    _asked: tuple[_Asked, ...] = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        _checks.name("Policy", "name", self.name)
        for rule in self.rules:
            _checks.instance("Policy", "rules", rule, Rule, "Rule('liens', TooManyLinks(2))")
        counts = Counter(rule.id for rule in self.rules)
        twice = [name for name, count in counts.items() if count > 1]
        if twice:
            raise InvalidValueError("Policy", "rules", twice, "rules with ids of their own each")
        for field in ("hold_at", "spam_at"):
            value = getattr(self, field)
            if value is not None and points("Policy", field, value) <= 0:
                raise InvalidValueError("Policy", field, value, "a score above 0")
        if None not in (self.hold_at, self.spam_at) and self.spam_at < self.hold_at:  # type: ignore[operator]
            raise InvalidValueError(
                "Policy", "spam_at", self.spam_at, f"{self.hold_at} or more, as hold_at is"
            )
        _checks.flag("Policy", "shadowing", self.shadowing)
        shadows = [rule.id for rule in self.rules if rule.action is Action.SHADOW]
        if shadows and not self.shadowing:
            raise InvalidValueError(
                "Policy", "rules", shadows, "rules that do not shadow, or shadowing turned on"
            )
        object.__setattr__(self, "_asked", tuple(map(_Asked.of, self.rules)))

    @classmethod
    def from_toml(cls, text: str, resources: Mapping[str, object] | None = None) -> Self:
        r"""Make a policy of a configuration in TOML.

        Args:
            text: the configuration.
            resources: what it names and cannot hold: lists of words, of hosts and of domains, and
                models. Nothing is read from disk.

        Raises:
            PolicyError: something in it is not right; the error names the rule and the key.
            MissingExtraError: a rule has a pattern, and the extra ``regex`` is not installed.

        Example:
            >>> from blogmodel.moderation import Policy
            >>> policy = Policy.from_toml('''
            ... name = "carnet"
            ... hold_at = 3
            ... [[rules]]
            ... id = "liens"
            ... when = "too-many-links"
            ... most = 2
            ... action = "hold"
            ... ''')
            >>> policy.rules[0].action
            <Action.HOLD: 'hold'>
        """
        from blogmodel.moderation._policy_toml import read_policy  # noqa: PLC0415 - few need it

        return read_policy(cls, text, resources or {})

    def judge(self, submission: Submission, context: Context) -> Verdict:
        """Judge a submission by what is known.

        It is a function of its arguments: the same ones give the same verdict, at any time.
        O(characters), and what the conditions say.

        Raises:
            InvalidTypeError: an argument is of another type.
            MissingExtraError: the comment is in HTML or Markdown, and the extra that reads it is
                not installed.

        Example:
            >>> from datetime import UTC, datetime
            >>> from blogmodel import Comment
            >>> from blogmodel.moderation import Action, Context, Policy, Rule, Submission
            >>> from blogmodel.moderation import conditions
            >>> policy = Policy("carnet", [Rule("vide", conditions.Empty(), Action.REFUSE)])
            >>> now = datetime(2011, 6, 24, 13, 7, tzinfo=UTC)
            >>> policy.judge(Submission(Comment("2", "1", body="Merci !")), Context(now))
            Verdict(published, no-rule, score 0)
        """
        _checks.instance("judge", "submission", submission, Submission, "Submission(comment)")
        _checks.instance("judge", "context", context, Context, "Context(now)")
        signals = Signals(submission, self.own_hosts)
        trace: list[Step] = []
        ended = False
        for asked in self._asked:
            step = asked.too_late if ended else asked.step(signals, context)
            trace.append(step)
            if asked.is_final and step.kind is StepKind.FIRED:
                ended = True
        return self._decided(submission, tuple(trace))

    def _decided(self, submission: Submission, trace: tuple[Step, ...]) -> Verdict:
        score = _sum(step.points for step in trace)
        outcome, reason, by = self._outcome(trace, score)
        return Verdict(
            outcome,
            reason,
            by,
            score,
            trace,
            self.name,
            self.hold_at,
            self.spam_at,
            submission,
        )

    def _outcome(self, trace: tuple[Step, ...], score: float) -> tuple[Outcome, Reason, str | None]:
        fired = [
            (step, asked)
            for step, asked in zip(trace, self._asked, strict=True)
            if step.kind is StepKind.FIRED
        ]
        decisive = {step.action: asked for step, asked in reversed(fired)}
        sure = _sum(step.points for step, asked in fired if not asked.traits.only_holds)
        published = Action.PUBLISH in decisive
        is_spam = self.spam_at is not None and min(sure, score) >= self.spam_at and not published
        for action in _STRENGTHS:
            if action is Action.SHADOW and is_spam:
                return Outcome.SPAM, *_heaviest(fired)
            if action in decisive:
                by = decisive[action]
                return OUTCOMES[action], by.traits.reason, by.rule.id
        if self.hold_at is not None and score >= self.hold_at:
            return Outcome.PENDING, *_heaviest(fired)
        return Outcome.PUBLISHED, Reason.NO_RULE, None

    def __repr__(self) -> str:
        return f"Policy({self.name!r}, {len(self.rules)} rules)"


_FINAL = (Action.REFUSE, Action.PUBLISH)
# Spam by its score stands where shadowing does, before it. Publishing comes last: what an earlier
# rule did stands, and no score counts against it.
_STRENGTHS = (Action.REFUSE, Action.SPAM, Action.SHADOW, Action.HOLD, Action.PUBLISH)


def _sum(numbers: Iterable[float]) -> float:
    """Add points so that 0.1 ten times is 1."""
    return round(float(sum(numbers)), 9)


def _heaviest(fired: list[tuple[Step, _Asked]]) -> tuple[Reason, str | None]:
    """Return the reason of a score: that of the only rule that counts, or that it is several."""
    counting = [asked for step, asked in fired if step.points > 0]
    if len(counting) == 1:
        return counting[0].traits.reason, counting[0].rule.id
    return Reason.SCORE, None
