from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import attrs
import pytest

from blogmodel import load
from blogmodel.errors import InvalidTypeError, InvalidValueError
from blogmodel.model import Author, Comment, Post, Status
from blogmodel.moderation import (
    Action,
    Context,
    Difference,
    ExternalOutcome,
    ExternalVerdict,
    Outcome,
    Policy,
    Rate,
    Role,
    Rule,
    compare,
    policies,
    replay,
)
from blogmodel.moderation.conditions import (
    AlreadySent,
    JudgedElsewhere,
    NearDuplicate,
    NewAuthor,
    OftenRefused,
    Staff,
    TooLong,
    TooMany,
    TooManyLinks,
)

from support.moderating import NOW

ZOE = Author("Zoé", email="Zoe@example.org")


@attrs.frozen
class Blog:
    """An archive."""

    comments: tuple[Comment, ...]
    posts: tuple[Post, ...] = (Post("p1", author=Author("Lise", id="lise")),)


def comment(number: int, text: str = "Merci", **fields: Any) -> Comment:
    moment = NOW + timedelta(minutes=number)
    given = {"created_at": moment, "author": ZOE, **fields}
    return Comment(f"c{number}", "p1", body=f"{text} {number}", **given)


def outcomes(policy: Policy, *comments: Comment, **facts: Any) -> list[str]:
    return [row.verdict.outcome.value for row in replay(policy, Blog(comments), **facts).rows]


HOLD_NEW = Policy("nouveaux", [Rule("nouveau", NewAuthor(), Action.HOLD)])
LINKS = Policy("liens", [Rule("liens", TooManyLinks(0), Action.HOLD)])


def test_authors_are_known_by_what_they_wrote_before() -> None:
    others = [comment(3, author=Author("Luc")), comment(4, author=None)]
    assert outcomes(HOLD_NEW, comment(1), comment(2), *others) == [
        "pending",
        "published",
        "pending",
        "published",  # Nobody can be told from anybody: the rule is skipped.
    ]


def test_comments_are_judged_in_the_order_in_which_they_came() -> None:
    rows = replay(HOLD_NEW, Blog((comment(2), comment(1)))).rows
    assert [row.comment.id for row in rows] == ["c1", "c2"]
    assert [row.verdict.outcome for row in rows] == [Outcome.PENDING, Outcome.PUBLISHED]


def test_only_what_the_moderators_let_pass_counts_as_approved() -> None:
    policy = Policy("p", [Rule("refusé", OftenRefused(0.5, least=1), Action.HOLD)])
    made = [comment(1, status=Status.SPAM), comment(2), comment(3), comment(4)]
    assert outcomes(policy, *made) == ["published", "pending", "pending", "published"]


@pytest.mark.parametrize(
    "one, other, same",
    [
        (Author("Zoé", id="1"), Author("Zoé", id="2"), False),
        (Author("Zoé", id="1"), Author("Z.", id="1"), True),
        (Author("Zoé", email="Z@x.org"), Author("Z.", email="z@X.org"), True),
        (Author("Zoé"), Author("ZOE"), True),
        (Author("Zoé"), Author("Zoé", email="z@x.org"), False),
    ],
)
def test_authors_are_told_apart_by_id_then_address_then_name(
    one: Author,
    other: Author,
    same: bool,  # noqa: FBT001 - a case
) -> None:
    second = outcomes(HOLD_NEW, comment(1, author=one), comment(2, author=other))[1]
    assert second == ("published" if same else "pending")


def test_what_was_sent_before_is_known() -> None:
    policy = Policy(
        "p",
        [
            Rule("déjà", AlreadySent(), Action.REFUSE),
            Rule("pareil", NearDuplicate(words=4), Action.HOLD),
            Rule("rafale", TooMany(Rate(1, timedelta(seconds=90))), Action.SPAM),
        ],
    )
    text = "Achetez mes belles montres de luxe"
    first = attrs.evolve(comment(1), body=text)
    again = attrs.evolve(comment(9), body=text.upper())
    other = attrs.evolve(comment(19), body=text, author=Author("Luc"))
    fast = attrs.evolve(comment(20), body="Allô", author=Author("Luc"))
    assert outcomes(policy, first, again, other, fast) == [
        "published",
        "refused",
        "pending",
        "spam",
    ]


def test_the_author_of_the_post_is_of_the_staff() -> None:
    policy = Policy("p", [Rule("équipe", Staff(), Action.SPAM)])
    lise = Author("Lise", id="lise")
    assert outcomes(
        policy, comment(1, author=lise), comment(2, author=Author("Lise")), comment(3)
    ) == ["spam", "published", "published"]


def test_the_author_of_the_post_is_known_by_the_address_too() -> None:
    policy = Policy("p", [Rule("équipe", Staff(Role.POST_AUTHOR), Action.SPAM)])
    blog = Blog((comment(1),), (Post("p1", author=ZOE),))
    assert replay(policy, blog).rows[0].verdict.outcome is Outcome.SPAM


def test_comments_without_a_post_or_its_author_are_judged() -> None:
    policy = Policy("p", [Rule("équipe", Staff(), Action.SPAM)])
    assert len(replay(policy, Blog((comment(1),), ())).rows) == 1
    assert len(replay(policy, Blog((comment(1),), (Post("p1"),))).rows) == 1


def test_undated_comments_are_judged_at_the_first_moment_that_is_known() -> None:
    seen: list[tuple[str, datetime]] = []

    def facts(given: Comment, context: Context) -> Context:
        seen.append((given.id, context.now))
        return context

    undated = comment(5, created_at=None)
    replay(LINKS, Blog((comment(1), undated)), facts=facts)
    assert seen == [("c1", NOW + timedelta(minutes=1)), ("c5", NOW + timedelta(minutes=1))]
    seen.clear()
    replay(LINKS, Blog((undated,)), now=NOW, facts=facts)
    posts = (Post("p1", published_at=NOW - timedelta(days=1), updated_at=NOW),)
    replay(LINKS, Blog((undated,), posts), facts=facts)
    replay(LINKS, Blog((undated,)), facts=facts)
    assert [moment.year for _, moment in seen] == [2011, 2011, 1970]
    assert seen[1][1] == NOW


def test_facts_that_an_archive_does_not_hold_can_be_added() -> None:
    policy = Policy("p", [Rule("service", JudgedElsewhere(), Action.SPAM)])
    spam = ExternalVerdict("Akismet", ExternalOutcome.SPAM)
    assert outcomes(
        policy, comment(1), facts=lambda _, context: attrs.evolve(context, external=spam)
    ) == ["spam"]


@pytest.mark.parametrize(
    "status, text, action, difference",
    [
        (Status.PUBLISHED, "Oui", Action.HOLD, Difference.NONE),
        (Status.PUBLISHED, "http://a.example", Action.HOLD, Difference.WOULD_WAIT),
        (Status.PUBLISHED, "http://a.example", Action.SPAM, Difference.WOULD_DROP),
        (Status.PUBLISHED, "http://a.example", Action.REFUSE, Difference.WOULD_DROP),
        (Status.SPAM, "Oui", Action.HOLD, Difference.WOULD_PASS),
        (Status.REMOVED, "Oui", Action.HOLD, Difference.WOULD_PASS),
        (Status.REJECTED, "http://a.example", Action.HOLD, Difference.NONE),
        (Status.PENDING, "http://a.example", Action.HOLD, Difference.UNDECIDED),
        (Status.WITHDRAWN, "Oui", Action.HOLD, Difference.UNDECIDED),
    ],
)
def test_a_verdict_is_compared_with_what_was_decided(
    status: Status, text: str, action: Action, difference: Difference
) -> None:
    policy = Policy("p", [Rule("liens", TooManyLinks(0), action)])
    made = replay(policy, Blog((comment(1, text, status=status),)))
    assert made.rows[0].difference is difference
    differs = difference not in (Difference.NONE, Difference.UNDECIDED)
    assert made.differences == (made.rows if differs else ())


MIXED = Blog(
    (
        comment(1, "http://a.example"),
        comment(2, "http://a.example", status=Status.SPAM),
        comment(3, "Oui"),
        comment(4, "Oui", status=Status.PENDING),
        comment(5, "http://a.example", status=Status.PENDING),
    )
)
TWO_RULES = Policy(
    "deux",
    [
        Rule("liens", TooManyLinks(0), Action.HOLD),
        Rule("long", TooLong(3), Action.SCORE),
        Rule("service", JudgedElsewhere(), Action.SPAM),
        Rule("jamais", TooLong(9_000), Action.SPAM),
    ],
)


def test_a_replay_is_told_in_a_table() -> None:
    made = replay(TWO_RULES, MIXED)
    none = dict.fromkeys(Outcome, 0)
    assert made.table() == {
        Status.PENDING: {**none, Outcome.PENDING: 1, Outcome.PUBLISHED: 1},
        Status.PUBLISHED: {**none, Outcome.PENDING: 1, Outcome.PUBLISHED: 1},
        Status.SPAM: {**none, Outcome.PENDING: 1},
    }
    assert repr(made) == "Replay(Policy('deux', 4 rules), 5 rows, 1 differ)"
    assert repr(made.rows[0]).startswith("ReplayRow('c1', published, Verdict(pending, links by")


def test_a_replay_counts_what_each_rule_did() -> None:
    links, long, service, never = replay(TWO_RULES, MIXED).rules()
    assert attrs.astuple(links) == ("liens", 3, 1, 1, 0, 0)
    assert links.precision == 0.5
    assert attrs.astuple(long) == ("long", 5, 2, 1, 2, 0)
    assert attrs.astuple(service) == ("service", 0, 0, 0, 0, 5)
    assert never.precision is None


def test_two_policies_are_compared() -> None:
    made = compare(Policy("rien", []), LINKS, MIXED)
    assert [change.after.comment.id for change in made.changes] == ["c1", "c2", "c5"]
    assert [change.before.verdict.outcome for change in made.changes] == [Outcome.PUBLISHED] * 3
    assert made.table() == {
        (Outcome.PUBLISHED, Outcome.PUBLISHED): 2,
        (Outcome.PUBLISHED, Outcome.PENDING): 3,
    }
    assert repr(made) == "Comparison(5 comments, 3 change)"
    assert compare(LINKS, LINKS, MIXED).changes == ()


def test_a_comment_that_stands_twice_is_judged_twice() -> None:
    assert len(replay(LINKS, Blog((comment(1), comment(1)))).rows) == 2


def test_only_the_latest_texts_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    import blogmodel.moderation._replay as module  # noqa: PLC0415 - for this alone

    monkeypatch.setattr(module, "_SEEN", 1)
    policy = Policy("p", [Rule("pareil", NearDuplicate(words=2), Action.HOLD)])
    one = attrs.evolve(comment(1), body="Achetez mes belles montres")
    again = attrs.evolve(one, id="c3", created_at=NOW + timedelta(days=1))
    made = [one, comment(2, "Autre chose entièrement"), again]
    assert outcomes(policy, *made) == ["published"] * 3
    assert outcomes(policy, one, attrs.evolve(made[2])) == ["published", "pending"]


@pytest.mark.parametrize("archive", [3, None, Blog((3,)), Blog((), (3,))])  # type: ignore[arg-type]
def test_only_an_archive_is_replayed(archive: Any) -> None:
    with pytest.raises(InvalidTypeError, match=r"replay\.archive must be"):
        replay(LINKS, archive)


def test_only_a_policy_is_replayed_and_only_at_an_aware_moment() -> None:
    with pytest.raises(InvalidTypeError, match=r"replay\.policy must be a Policy"):
        replay("p", MIXED)  # type: ignore[arg-type]
    with pytest.raises(InvalidValueError, match=r"replay\.now must be an aware datetime"):
        replay(LINKS, Blog(()), now=NOW.replace(tzinfo=None))


def test_the_ready_policy_lets_the_page_of_2009_pass(shared_data: Path) -> None:
    archive = load(shared_data / "blogger-page-text.txt")
    made = replay(policies.personal_blog(), archive)
    assert len(made.rows) == 2
    assert made.differences == ()
