import pickle
from datetime import timedelta
from typing import Any

import attrs
import pytest

from blogmodel.errors import InvalidTypeError, InvalidValueError, MissingExtraError
from blogmodel.model import Author, MediaType, Status
from blogmodel.moderation import (
    Action,
    Context,
    Outcome,
    Part,
    Place,
    Policy,
    Reason,
    Role,
    Rule,
    StepKind,
    Term,
    Why,
    WordList,
)
from blogmodel.moderation.conditions import (
    AllOf,
    Always,
    Empty,
    HasSuspectWords,
    LooksLikeSpam,
    NewAuthor,
    Shouts,
    Staff,
    TooLong,
    TooManyLinks,
    Trusted,
)
from blogmodel.text import Level

from support.moderating import NOW, sent


@attrs.frozen
class Guess:
    """A model that is sure."""

    def score(self, text: str, /) -> float:
        assert isinstance(text, str)
        return 1.0

    def explain(self, text: str, /, *, most: int = 5) -> tuple[()]:
        assert text
        assert most
        return ()


def outcome(
    *rules: Rule, text: str = "Beau billet", **thresholds: Any
) -> tuple[str, str, str | None]:
    verdict = Policy("p", list(rules), **thresholds).judge(
        sent(text), Context(NOW, role=Role.ADMIN, is_trusted=True)
    )
    return verdict.outcome.value, verdict.reason.value, verdict.rule


REFUSE = Rule("refuse", TooLong(3), Action.REFUSE)
PUBLISH = Rule("publish", Trusted(), Action.PUBLISH)
SPAM = Rule("spam", Always(), Action.SPAM)
SHADOW = Rule("shadow", Always(), Action.SHADOW)
HOLD = Rule("hold", Always(), Action.HOLD)
ONE = Rule("one", Always(), points=1)
TWO = Rule("two", Always(), points=2)
MINUS = Rule("minus", Staff(), points=-1)
GUESS = Rule("guess", LooksLikeSpam(Guess(), 0.5), points=9)


@pytest.mark.parametrize(
    "rules, thresholds, expected",
    [
        ([], {}, ("published", "no-rule", None)),
        ([HOLD, SPAM, REFUSE], {}, ("refused", "too-long", "refuse")),
        ([HOLD, SPAM], {}, ("spam", "premoderation", "spam")),
        ([HOLD, SHADOW], {"shadowing": True}, ("shadowed", "premoderation", "shadow")),
        ([SHADOW, SPAM], {"shadowing": True}, ("spam", "premoderation", "spam")),
        ([SHADOW, TWO], {"shadowing": True, "spam_at": 2}, ("spam", "premoderation", "two")),
        ([HOLD, TWO], {"spam_at": 2}, ("spam", "premoderation", "two")),
        ([HOLD, ONE], {"spam_at": 2}, ("pending", "premoderation", "hold")),
        ([PUBLISH, SPAM], {}, ("published", "trusted", "publish")),
        ([SPAM, PUBLISH], {}, ("spam", "premoderation", "spam")),
        ([HOLD, PUBLISH], {}, ("pending", "premoderation", "hold")),
        ([TWO, PUBLISH], {"spam_at": 1}, ("published", "trusted", "publish")),
        ([TWO, PUBLISH, REFUSE], {"hold_at": 1}, ("published", "trusted", "publish")),
        ([REFUSE, PUBLISH], {}, ("refused", "too-long", "refuse")),
        ([ONE], {"hold_at": 2}, ("published", "no-rule", None)),
        ([TWO], {"hold_at": 2}, ("pending", "premoderation", "two")),
        ([ONE, TWO], {"hold_at": 3}, ("pending", "score", None)),
        ([ONE, TWO], {"hold_at": 1, "spam_at": 3}, ("spam", "score", None)),
        ([TWO, MINUS], {"hold_at": 2}, ("published", "no-rule", None)),
        ([TWO, MINUS], {"hold_at": 1}, ("pending", "premoderation", "two")),
        ([GUESS], {"hold_at": 2, "spam_at": 5}, ("pending", "spam-score", "guess")),
        ([GUESS, TWO], {"hold_at": 2, "spam_at": 5}, ("pending", "score", None)),
    ],
)
def test_the_strongest_of_what_rules_do_counts(
    rules: list[Rule], thresholds: dict[str, Any], expected: tuple[str, str, str | None]
) -> None:
    assert outcome(*rules, **thresholds) == expected


def test_the_first_of_two_equally_strong_rules_is_the_one_that_decides() -> None:
    other = Rule("other", TooLong(1), Action.HOLD)
    assert outcome(other, HOLD)[2] == "other"
    assert outcome(HOLD, other)[2] == "hold"


def test_tenths_of_points_add_up() -> None:
    rules = [Rule(f"r{number}", Always(), points=0.1) for number in range(10)]
    assert outcome(*rules, hold_at=1)[0] == "pending"


@pytest.mark.parametrize(
    "action, status",
    [
        (Action.REFUSE, None),
        (Action.PUBLISH, Status.PUBLISHED),
        (Action.SPAM, Status.SPAM),
        (Action.SHADOW, Status.SHADOWED),
        (Action.HOLD, Status.PENDING),
        (Action.SCORE, Status.PUBLISHED),
    ],
)
def test_a_verdict_has_the_status_that_a_comment_begins_with(
    action: Action, status: Status | None
) -> None:
    policy = Policy("p", [Rule("r", Always(), action)], shadowing=True)
    assert policy.judge(sent(), Context(NOW)).status is status


def test_the_trace_tells_of_every_rule() -> None:
    policy = Policy(
        "p",
        [
            Rule("vide", Empty(), Action.REFUSE),
            Rule("nouvelle", AllOf([NewAuthor(), Staff()]), Action.HOLD),
            Rule("cris", Shouts(least=5), points=1, note="Parlez plus bas."),
            Rule("confiance", Trusted(), Action.PUBLISH),
            Rule("liens", TooManyLinks(0), Action.HOLD),
        ],
    )
    verdict = policy.judge(sent("BONJOUR"), Context(NOW, is_trusted=True))
    kinds = [step.kind for step in verdict.trace]
    assert [step.rule for step in verdict.trace] == [rule.id for rule in policy.rules]
    assert kinds == [
        StepKind.PASSED,
        StepKind.SKIPPED,
        StepKind.FIRED,
        StepKind.FIRED,
        StepKind.SKIPPED,
    ]
    assert verdict.trace[1].why is Why.FACT_MISSING
    assert verdict.trace[1].missing == ("approved", "role")
    assert verdict.trace[4].why is Why.DECIDED
    assert verdict.trace[2].points == verdict.score == 1
    assert [step.rule for step in verdict.fired] == ["cris", "confiance"]
    assert verdict.notes == ("Parlez plus bas.",)
    assert repr(verdict) == "Verdict(published, trusted by 'confiance', score 1)"


def test_what_was_found_is_kept_with_its_place_for_an_event() -> None:
    words = WordList([Term("gratuit", points=1.5)])
    rules = [Rule("mots", HasSuspectWords(words)), Rule("tout", Always(), Action.HOLD)]
    verdict = Policy("p", rules).judge(sent("Un gratuit"), Context(NOW))
    first, second = verdict.findings
    assert (first.rule, first.points, first.part, first.start, first.end, first.level) == (
        "mots",
        1.5,
        Part.TEXT,
        3,
        10,
        Level.FOLDED,
    )
    assert (second.rule, second.part, second.start) == ("tout", None, None)
    assert "gratuit" not in repr(verdict.findings)


def test_a_place_is_quoted_from_the_part_that_it_is_in() -> None:
    author = Author("Zoé", email="zoe@example.org", url="http://zoe.example/")
    verdict = Policy("p", []).judge(sent("Oui", author=author), Context(NOW))
    quotes = [verdict.quote(Place(part, 0, 3)) for part in Part]
    assert quotes == ["Oui", "Zoé", "zoe", "htt", "", ""]


def test_links_to_the_site_itself_do_not_count() -> None:
    rules = [Rule("liens", TooManyLinks(0), Action.HOLD)]
    policy = Policy("p", rules, own_hosts=["Exemple.ca"])
    verdict = policy.judge(sent("https://www.exemple.ca/billet"), Context(NOW))
    assert verdict.outcome is Outcome.PUBLISHED


def test_a_verdict_is_a_value() -> None:
    policy = Policy("p", [Rule("liens", TooManyLinks(0), Action.HOLD)])
    first, second = (policy.judge(sent("http://a.example"), Context(NOW)) for _ in range(2))
    assert first == second
    assert hash(first) == hash(second)
    assert pickle.loads(pickle.dumps(first)) == first


@pytest.mark.parametrize(
    "make, message",
    [
        (lambda: Policy("", []), "Policy.name must be a name that is not blank"),
        (lambda: Policy("p", HOLD), "Policy.rules must be a list or a tuple of Rule"),
        (lambda: Policy("p", [3]), "Policy.rules must be a Rule"),
        (lambda: Policy("p", [HOLD, HOLD]), "Policy.rules must be rules with ids of their own"),
        (lambda: Policy("p", [], hold_at=0), "Policy.hold_at must be a score above 0"),
        (lambda: Policy("p", [], hold_at="3"), "Policy.hold_at must be a number"),
        (lambda: Policy("p", [], hold_at=True), "Policy.hold_at must be a number"),
        (lambda: Policy("p", [], spam_at=float("inf")), "Policy.spam_at must be a finite number"),
        (lambda: Policy("p", [], hold_at=3, spam_at=2), "Policy.spam_at must be 3 or more"),
        (lambda: Policy("p", [SHADOW]), "Policy.rules must be rules that do not shadow"),
        (lambda: Policy("p", [], shadowing=1), "Policy.shadowing must be True or False"),
        (lambda: Policy("p", [], own_hosts="x.org"), "Policy.own_hosts must be a set or a list"),
        (lambda: Rule("", Always()), "Rule.id must be a name that is not blank"),
        (lambda: Rule("r", Always), "Rule.condition must be a condition"),
        (lambda: Rule("r", 3), "Rule.condition must be a condition"),
        (lambda: Rule("r", Always(), "hold!"), "Rule.action must be one of"),
        (lambda: Rule("r", Always(), points="x"), "Rule.points must be a number"),
        (lambda: Rule("r", Always(), note=3), "Rule.note must be a str"),
        (
            lambda: Rule("r", LooksLikeSpam(Guess(), 0.5), Action.SPAM),
            "Rule.action must be Action.HOLD or Action.SCORE",
        ),
        (
            lambda: Rule("r", AllOf([Always(), LooksLikeSpam(Guess(), 0.5)]), Action.REFUSE),
            "Rule.action must be Action.HOLD or Action.SCORE",
        ),
    ],
)
def test_a_policy_says_what_is_wrong_with_its_values(make: Any, message: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        make()
    assert str(caught.value).startswith(message)


def test_a_policy_judges_submissions_by_contexts_only() -> None:
    policy = Policy("p", [])
    with pytest.raises(InvalidTypeError, match=r"judge\.submission must be"):
        policy.judge("Oui", Context(NOW))  # type: ignore[arg-type]
    with pytest.raises(InvalidTypeError, match=r"judge\.context must be"):
        policy.judge(sent(), NOW)  # type: ignore[arg-type]


def test_a_body_in_html_asks_for_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "justhtml", None)
    policy = Policy("p", [Rule("vide", Empty(), Action.REFUSE)])
    with pytest.raises(MissingExtraError, match=r"blogmodel\[html\]"):
        policy.judge(sent("<p>Oui", media_type=MediaType.HTML), Context(NOW))


def test_markdown_is_read_as_a_reader_sees_it() -> None:
    policy = Policy("p", [Rule("long", TooLong(3), Action.REFUSE)])
    verdict = policy.judge(sent("**oui**", media_type=MediaType.MARKDOWN), Context(NOW))
    assert verdict.outcome is Outcome.PUBLISHED


@pytest.mark.parametrize(
    "facts, message",
    [
        ({"now": NOW.replace(tzinfo=None)}, "Context.now must be an aware datetime"),
        ({"role": "x"}, "Context.role must be one of"),
        ({"is_trusted": 1}, "Context.is_trusted must be True or False"),
        ({"approved": -1}, "Context.approved must be 0 or more"),
        ({"recent": NOW}, "Context.recent must be a list or a tuple"),
        ({"recent": [NOW.replace(tzinfo=None)]}, "Context.recent must be an aware datetime"),
        ({"sent": "x"}, "Context.sent must be a set"),
        ({"seen": {}}, "Context.seen must be a SeenTexts"),
        ({"external": "spam"}, "Context.external must be an ExternalVerdict"),
        ({"reports": []}, "Context.reports must be a Reports"),
    ],
)
def test_a_context_says_what_is_wrong_with_its_facts(facts: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Context(**{"now": NOW, **facts})
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    "fields, message",
    [
        ({"post": 3}, "Submission.post must be a Post"),
        ({"honeypot": 3}, "Submission.honeypot must be a str"),
        ({"filled_in": 3}, "Submission.filled_in must be a timedelta"),
    ],
)
def test_a_submission_says_what_is_wrong_with_its_fields(
    fields: dict[str, Any], message: str
) -> None:
    with pytest.raises(InvalidValueError) as caught:
        sent(**fields)
    assert str(caught.value).startswith(message)


def test_a_submission_is_under_its_own_post() -> None:
    from blogmodel.model import Post  # noqa: PLC0415 - for this alone

    with pytest.raises(InvalidValueError, match="the comment's own, 'p1'"):
        sent(post=Post("p2"))


def test_a_context_keeps_its_moment_in_utc_and_is_short() -> None:
    from datetime import timezone  # noqa: PLC0415 - for this alone

    there = NOW.astimezone(timezone(timedelta(hours=-4)))
    assert Context(there) == Context(NOW)
    assert repr(Context(there, approved=0, sent=())) == (
        "Context(2011-06-24 13:07:00+00:00, approved, sent)"
    )


def test_a_reason_of_a_condition_is_that_of_the_verdict() -> None:
    assert outcome(Rule("r", NewAuthor(), Action.HOLD))[1] == Reason.NO_RULE
