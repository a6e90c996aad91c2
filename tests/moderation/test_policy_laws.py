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
    Term,
    Why,
    WordList,
    conditions,
)
from blogmodel.testing import strategies
from blogmodel.text import Level

from support.moderating import contexts

WORDS = WordList([Term("merci"), Term("a", level=Level.LEET, points=0.5), Term("zoé")])
CONDITIONS = [
    conditions.Always(),
    conditions.Empty(),
    conditions.TooLong(20),
    conditions.TooShort(3),
    conditions.AlreadySent(),
    conditions.Staff(),
    conditions.Trusted(),
    conditions.NewAuthor(2),
    conditions.OftenRefused(0.5),
    conditions.HasSuspectWords(WORDS),
    conditions.TooManyLinks(0),
    conditions.TrickyLinks(),
    conditions.Shouts(least=3),
    conditions.Repeats(),
    conditions.Deceives(),
    conditions.NearDuplicate(words=1),
    conditions.JudgedElsewhere(),
    conditions.Unnamed(),
    conditions.AllOf([conditions.NewAuthor(), conditions.TooManyLinks(0)]),
    conditions.Unless(conditions.Staff()),
]


@st.composite
def policies(draw: st.DrawFn) -> Policy:
    chosen = draw(st.lists(st.sampled_from(CONDITIONS), max_size=8))
    rules = [
        Rule(
            f"r{number}",
            condition,
            draw(st.sampled_from(Action)),
            points=draw(st.integers(-8, 8)) / 4,
            note=draw(st.sampled_from([None, "Voir les règles."])),
        )
        for number, condition in enumerate(chosen)
    ]
    hold = draw(st.none() | st.integers(1, 6))
    spam = draw(st.none() | st.integers(6, 9))
    return Policy("p", rules, hold_at=hold, spam_at=spam, shadowing=True)


def submissions() -> st.SearchStrategy[Submission]:
    return strategies.comments().map(Submission)


@given(policies(), submissions(), contexts())
def test_the_same_arguments_give_the_same_verdict(
    policy: Policy, submission: Submission, context: Context
) -> None:
    assert policy.judge(submission, context) == policy.judge(submission, context)


@given(policies(), submissions(), contexts())
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


@given(policies(), submissions(), contexts())
def test_the_score_is_the_sum_of_what_was_found(
    policy: Policy, submission: Submission, context: Context
) -> None:
    verdict = policy.judge(submission, context)
    assert verdict.score == sum(found.points for found in verdict.contributions)


@given(policies(), submissions(), contexts())
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


@given(policies(), submissions(), contexts())
def test_a_rule_that_adds_nothing_changes_nothing(
    policy: Policy, submission: Submission, context: Context
) -> None:
    more = Policy(
        "p",
        [Rule("nothing", conditions.Always(), points=0), *policy.rules],
        hold_at=policy.hold_at,
        spam_at=policy.spam_at,
        shadowing=True,
    )
    first, second = (made.judge(submission, context) for made in (policy, more))
    assert (first.outcome, first.score, first.rule) == (second.outcome, second.score, second.rule)


@given(policies(), submissions(), contexts())
def test_places_are_within_what_was_sent(
    policy: Policy, submission: Submission, context: Context
) -> None:
    verdict = policy.judge(submission, context)
    for found in verdict.contributions:
        for place in found.places:
            assert len(verdict.quote(place)) == place.end - place.start > 0


@given(policies(), submissions(), contexts(), st.sampled_from(["fr", "fr_CA", "en"]))
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
