from hypothesis import given
from hypothesis import strategies as st

from blogmodel.messages import Messages
from blogmodel.moderation import (
    Action,
    Audience,
    Context,
    Outcome,
    Policy,
    Rule,
    StepKind,
    Submission,
    Why,
    conditions,
)
from blogmodel.testing import strategies as blog

POLICIES = blog.policies(max_size=8)
SUBMISSIONS = blog.submissions()
CONTEXTS = blog.contexts()


@given(POLICIES, SUBMISSIONS, CONTEXTS)
def test_the_same_arguments_give_the_same_verdict(
    policy: Policy, submission: Submission, context: Context
) -> None:
    assert policy.judge(submission, context) == policy.judge(submission, context)


@given(POLICIES, SUBMISSIONS, CONTEXTS)
def test_every_rule_is_told_of_once_and_in_order(
    policy: Policy, submission: Submission, context: Context
) -> None:
    verdict = policy.judge(submission, context)
    assert [step.rule for step in verdict.trace] == [rule.id for rule in policy.rules]
    for step, rule in zip(verdict.trace, policy.rules, strict=True):
        assert (step.kind is StepKind.FIRED) == bool(step.contributions)
        assert (step.kind is StepKind.SKIPPED) == (step.why is not None)
        lacking = [need for need in rule.condition.traits.needs if getattr(context, need) is None]
        assert (step.why is Why.FACT_MISSING) == bool(step.missing)
        assert list(step.missing) == (lacking if step.why is not Why.DECIDED else [])


@given(POLICIES, SUBMISSIONS, CONTEXTS)
def test_the_score_is_the_sum_of_what_was_found(
    policy: Policy, submission: Submission, context: Context
) -> None:
    verdict = policy.judge(submission, context)
    assert verdict.score == sum(found.points for found in verdict.contributions)


@given(POLICIES, SUBMISSIONS, CONTEXTS)
def test_an_outcome_is_one_that_some_rule_or_threshold_gives(
    policy: Policy, submission: Submission, context: Context
) -> None:
    verdict = policy.judge(submission, context)
    actions = {step.action for step in verdict.fired}
    match verdict.outcome:
        case Outcome.REFUSED:
            assert Action.REFUSE in actions
        case Outcome.SPAM:
            assert Action.SPAM in actions or verdict.score >= (policy.spam_at or 99)
        case Outcome.SHADOWED:
            assert Action.SHADOW in actions
        case Outcome.PENDING:
            assert Action.HOLD in actions or verdict.score >= (policy.hold_at or 99)
        case Outcome.PUBLISHED:
            assert actions <= {Action.PUBLISH, Action.SCORE}
    if verdict.rule is not None:
        assert verdict.rule in [step.rule for step in verdict.fired]


@given(POLICIES, SUBMISSIONS, CONTEXTS)
def test_a_rule_that_adds_nothing_changes_nothing(
    policy: Policy, submission: Submission, context: Context
) -> None:
    more = Policy(
        "p",
        [Rule("nothing", conditions.Always(), points=0), *policy.rules],
        hold_at=policy.hold_at,
        spam_at=policy.spam_at,
        shadowing=policy.shadowing,
        own_hosts=policy.own_hosts,
    )
    first, second = (made.judge(submission, context) for made in (policy, more))
    assert (first.outcome, first.score, first.rule) == (second.outcome, second.score, second.rule)


@given(POLICIES, SUBMISSIONS, CONTEXTS)
def test_places_are_within_what_was_sent(
    policy: Policy, submission: Submission, context: Context
) -> None:
    verdict = policy.judge(submission, context)
    for found in verdict.contributions:
        for place in found.places:
            assert len(verdict.quote(place)) == place.end - place.start > 0


@given(POLICIES, SUBMISSIONS, CONTEXTS, st.sampled_from(["fr", "fr_CA", "en"]))
def test_every_verdict_can_be_told_to_everybody(
    policy: Policy, submission: Submission, context: Context, locale: str
) -> None:
    verdict = policy.judge(submission, context)
    words = Messages(locale)
    for audience in Audience:
        text = verdict.explain(words, audience)
        assert text.strip()
        assert text == verdict.explain(locale, audience)
    # Who wrote it is told neither the rules nor the words of a list.
    for step in verdict.fired:
        assert f"“{step.rule}”" not in verdict.explain(words)
    assert len(verdict.explain(words).splitlines()) <= 2 + len(verdict.notes)
