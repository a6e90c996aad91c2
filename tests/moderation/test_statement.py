import json
from datetime import datetime, timedelta
from typing import Any

import attrs
import pytest

from blogmodel.errors import InvalidValueError
from blogmodel.messages import Messages
from blogmodel.moderation import (
    Action,
    Context,
    Policy,
    Prompt,
    Redress,
    RedressKind,
    Restriction,
    Rule,
    StatementOfReasons,
    Verdict,
)
from blogmodel.moderation.conditions import TooManyLinks

from support.moderating import NOW, sent

COMPLAINT = Redress(
    RedressKind.COMPLAINT, "Répondez à ce courriel.", until=NOW + timedelta(days=183)
)


def verdict(action: Action = Action.SPAM) -> Verdict:
    policy = Policy("p", [Rule("liens", TooManyLinks(0), action)], shadowing=True)
    return policy.judge(sent("http://a.example"), Context(NOW))


def statement(**fields: Any) -> StatementOfReasons:
    made = StatementOfReasons.of(
        verdict(),
        at=NOW,
        contractual_ground="Règles, article 3",
        explanation="Les liens publicitaires ne sont pas acceptés.",
        redress=[COMPLAINT],
    )
    return attrs.evolve(made, **fields)


@pytest.mark.parametrize(
    "action, restriction",
    [
        (Action.REFUSE, Restriction.REMOVED),
        (Action.SPAM, Restriction.REMOVED),
        (Action.HOLD, Restriction.SUSPENDED),
        (Action.SHADOW, Restriction.DEMOTED),
    ],
)
def test_a_verdict_that_restricts_is_stated(action: Action, restriction: Restriction) -> None:
    made = StatementOfReasons.of(
        verdict(action), at=NOW, legal_ground="Loi X", explanation="Parce que.", redress=[COMPLAINT]
    )
    assert made.restriction is restriction
    assert made.automated_detection
    assert made.automated_decision
    assert made.comment_id == "c1"


@pytest.mark.parametrize("action", [Action.PUBLISH, Action.SCORE])
def test_a_verdict_that_restricts_nothing_is_not_stated(action: Action) -> None:
    with pytest.raises(InvalidValueError, match="must be one that restricts the comment"):
        StatementOfReasons.of(
            verdict(action), at=NOW, legal_ground="Loi X", explanation="Non.", redress=[COMPLAINT]
        )


def _day(moment: Any) -> str:
    assert isinstance(moment, datetime)
    return f"{moment:%Y-%m-%d}"


def test_a_statement_has_every_field_that_the_law_asks_for() -> None:
    made = statement(
        territory="Union européenne",
        until=NOW + timedelta(days=30),
        prompt=Prompt.NOTICE,
        notifier="L’Agence",
        legal_ground="Loi X, article 2",
    )
    assert made.explain("en", dates=_day).splitlines() == [
        "Decision: Not shown",
        "Decided on: 2011-06-24",
        "It holds in: Union européenne",
        "It holds until: 2011-07-24",
        "Brought about by: A report",
        "Reported by: L’Agence",
        "Facts: 1 link, more than 0",
        "A program took this decision.",
        "Legal ground: Loi X, article 2",
        "Rule of this site: Règles, article 3",
        "Les liens publicitaires ne sont pas acceptés.",
        "To contest it here, until 2011-12-24: Répondez à ce courriel.",
    ]


def test_a_ground_in_law_alone_is_told_alone() -> None:
    made = statement(contractual_ground=None, legal_ground="Loi X").explain("en", dates=_day)
    assert "Legal ground: Loi X" in made
    assert "Rule of this site" not in made


def test_what_is_not_given_is_not_told() -> None:
    made = statement(redress=[Redress(RedressKind.COURT, "Cour du Québec")])
    assert made.explain(Messages("en"), dates=_day, separator="|").split("|") == [
        "Decision: Not shown",
        "Decided on: 2011-06-24",
        "Brought about by: The site’s own review",
        "Facts: 1 link, more than 0",
        "A program took this decision.",
        "Rule of this site: Règles, article 3",
        "Les liens publicitaires ne sont pas acceptés.",
        "To go to court: Cour du Québec",
    ]


@pytest.mark.parametrize(
    "detection, decision, text",
    [
        (True, False, "A program pointed the comment out; a person took this decision."),
        (False, False, "A person took this decision, without a program."),
        (False, True, "A program took this decision."),
    ],
)
def test_a_persons_decision_is_told_as_such(
    detection: bool,  # noqa: FBT001 - a case
    decision: bool,  # noqa: FBT001 - a case
    text: str,
) -> None:
    made = statement(automated_detection=detection, automated_decision=decision)
    assert text in made.explain("en", dates=_day)


def test_a_statement_is_plain_json() -> None:
    made = statement(until=NOW).as_dict("fr")
    assert json.loads(json.dumps(made)) == made
    assert set(made) == {field.name for field in attrs.fields(StatementOfReasons)}
    assert made["facts"] == ["1\u00a0lien, plus de 0"]
    assert made["redress"][0]["until"] == "2011-12-24T13:07:00+00:00"
    assert statement().as_dict(Messages("fr"))["until"] is None


@pytest.mark.parametrize(
    "fields, message",
    [
        ({"comment_id": ""}, "StatementOfReasons.comment_id must be"),
        ({"decided_at": NOW.replace(tzinfo=None)}, "StatementOfReasons.decided_at must be"),
        ({"decided_at": None}, "StatementOfReasons.decided_at must be"),
        ({"restriction": "x"}, "StatementOfReasons.restriction must be one of"),
        ({"territory": 3}, "StatementOfReasons.territory must be a str"),
        ({"until": 3}, "StatementOfReasons.until must be an aware datetime"),
        ({"facts": ()}, "StatementOfReasons.facts must be a tuple of one message or more"),
        ({"facts": ("x",)}, "StatementOfReasons.facts must be a Message"),
        ({"prompt": "x"}, "StatementOfReasons.prompt must be one of"),
        ({"automated_detection": 1}, "StatementOfReasons.automated_detection must be True or"),
        ({"contractual_ground": None}, "StatementOfReasons.contractual_ground must be given"),
        ({"explanation": ""}, "StatementOfReasons.explanation must be a name"),
        ({"redress": []}, "StatementOfReasons.redress must be one way or more to contest"),
        ({"redress": "x"}, "StatementOfReasons.redress must be a list of Redress"),
        ({"redress": ["x"]}, "StatementOfReasons.redress must be a Redress"),
    ],
)
def test_a_statement_that_lacks_something_is_refused(fields: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        statement(**fields)
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize("kind, how, until", [("x", "Ici", None), (RedressKind.COURT, " ", None)])
def test_a_way_to_contest_is_checked(kind: Any, how: str, until: Any) -> None:
    with pytest.raises(InvalidValueError):
        Redress(kind, how, until=until)
