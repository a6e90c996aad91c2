import pytest

from blogmodel.errors import UnknownLocaleError
from blogmodel.messages import Messages
from blogmodel.moderation import (
    Action,
    Audience,
    Context,
    Outcome,
    Policy,
    Reason,
    Rule,
    Term,
    Verdict,
    WordList,
)
from blogmodel.moderation._explained import because
from blogmodel.moderation.conditions import (
    Always,
    HasSuspectWords,
    NewAuthor,
    Shouts,
    TooManyLinks,
    Trusted,
)

from support.moderating import NOW, sent

N = "\u00a0"
POLICY = Policy(
    "p",
    [
        Rule("nouvelle", NewAuthor(), Action.HOLD),
        Rule("mots", HasSuspectWords(WordList([Term("gratuit", points=1.5), Term("promo")]))),
        Rule("liens", TooManyLinks(0), points=1, note="Les liens sont lus d’abord."),
        Rule("cris", Shouts(least=5)),
        Rule("confiance", Trusted(), Action.PUBLISH),
    ],
    hold_at=2,
    spam_at=6,
)


def verdict(text: str = "Promo gratuite : c’est gratuit, http://a.example") -> Verdict:
    return POLICY.judge(sent(text), Context(NOW))


def test_the_writer_is_told_the_outcome_the_reason_and_the_sites_own_words() -> None:
    assert verdict().explain("fr") == (
        "Votre commentaire attend d’être lu par un modérateur.\n"
        "Plusieurs petites choses y demandent une relecture.\n"
        "Les liens sont lus d’abord."
    )


def test_the_moderator_is_told_everything() -> None:
    missing = f"non consultée, faute de savoir{N}: "
    assert verdict().explain("fr_CA", Audience.MODERATOR, separator="|").split("|") == [
        f"En attente{N}: Plusieurs petits indices",
        "Total 2,5; attente dès 2, pourriel dès 6",
        f"– mots{N}: mot de la liste{N}: «{N}promo{N}», dans «{N}Promo{N}»",
        f"– mots{N}: mot de la liste{N}: «{N}gratuit{N}», dans «{N}gratuit{N}» (points{N}: 1,5)",
        f"– liens{N}: 1{N}lien, plus de 0, dans «{N}http://a.example{N}» (points{N}: 1)",
        f"Règle «{N}nouvelle{N}» {missing}les commentaires déjà approuvés",
        f"Règle «{N}confiance{N}» {missing}la confiance accordée à l’auteur",
    ]


def test_the_moderator_is_told_in_english_too() -> None:
    policy = Policy("p", [Rule("all", Always(), Action.HOLD, points=1)], hold_at=1)
    said = policy.judge(sent(), Context(NOW)).explain("en", Audience.MODERATOR)
    assert said.splitlines() == [
        "Waiting: All comments are read first (rule “all”)",
        "Score 1; waits from 1",
        "– all: every comment is read before it is published (1 points)",
    ]


def test_rules_that_were_not_asked_any_more_are_counted() -> None:
    rules = [Rule("t", Trusted(), Action.PUBLISH), Rule("a", Always()), Rule("b", Always())]
    said = (
        Policy("p", rules)
        .judge(sent(), Context(NOW, is_trusted=True))
        .explain("en", Audience.MODERATOR)
    )
    assert said.splitlines() == [
        "Published: Trusted author (rule “t”)",
        "– t: the site trusts its author",
        "2 rules were not asked, since an earlier one had decided",
    ]


@pytest.mark.parametrize(
    "thresholds, line",
    [
        ({}, "Score 1"),
        ({"spam_at": 3}, "Score 1; spam from 3"),
        ({"hold_at": 3}, "Score 1; waits from 3"),
        ({"hold_at": 2, "spam_at": 3}, "Score 1; waits from 2, spam from 3"),
    ],
)
def test_a_score_is_told_with_what_it_counts_for(thresholds: dict[str, int], line: str) -> None:
    policy = Policy("p", [Rule("all", Always(), points=1)], **thresholds)  # type: ignore[arg-type]
    lines = policy.judge(sent(), Context(NOW)).explain("en", Audience.MODERATOR).splitlines()
    assert lines[1] == line


@pytest.mark.parametrize("action", [Action.SHADOW, Action.PUBLISH, Action.SCORE])
def test_who_is_shadowed_is_told_what_a_published_author_is(action: Action) -> None:
    policy = Policy("p", [Rule("all", Always(), action)], shadowing=True)
    said = policy.judge(sent(), Context(NOW)).explain("en")
    assert said == "Your comment is published."


@pytest.mark.parametrize(
    "action, text",
    [
        (Action.REFUSE, "Votre commentaire n’a pas été accepté."),
        (Action.SPAM, "Votre commentaire a été classé comme indésirable."),
        (Action.HOLD, "Votre commentaire attend d’être lu par un modérateur."),
    ],
)
def test_every_other_outcome_is_told_with_its_reason(action: Action, text: str) -> None:
    said = Policy("p", [Rule("all", Always(), action)]).judge(sent(), Context(NOW)).explain("fr")
    assert said == f"{text}\nTous les commentaires sont lus avant d’être publiés."


def test_every_reason_that_a_rule_can_have_has_a_sentence_for_the_writer() -> None:
    silent = {reason for reason in Reason if because(reason) is None}
    of_people = {Reason.ACCEPTABLE, Reason.SPAM, Reason.OFF_TOPIC, Reason.INSULT, Reason.HATE}
    of_people |= {Reason.HARASSMENT, Reason.PERSONAL_DATA, Reason.COPYRIGHT, Reason.ILLEGAL}
    of_people |= {Reason.MISINFORMATION, Reason.MISTAKE, Reason.AUTHORS_WISH, Reason.RETENTION}
    of_people |= {Reason.IMPORTED, Reason.OTHER}
    assert silent == of_people | {Reason.TRUSTED, Reason.NO_RULE}


def test_a_reason_without_a_sentence_is_passed_over() -> None:
    policy = Policy("p", [Rule("t", Trusted(), Action.HOLD)])
    said = policy.judge(sent(), Context(NOW, is_trusted=True)).explain("en")
    assert said == "Your comment is waiting to be read by a moderator."


def test_long_and_many_quotations_are_cut() -> None:
    long_link = "http://a.example/" + "x" * 90
    text = "\n".join([long_link, *(f"http://b{number}.example" for number in range(5))])
    (line,) = (
        line
        for line in verdict(text).explain("en", Audience.MODERATOR).splitlines()
        if line.startswith("– liens")
    )
    assert "x…”" in line
    assert line.count("“") == 3


def test_a_verdict_is_told_with_a_programs_own_words() -> None:
    assert verdict().explain(Messages("fr")) == verdict().explain("fr")


def test_an_unknown_locale_is_refused() -> None:
    with pytest.raises(UnknownLocaleError):
        verdict().explain("xx_YY")


def test_every_outcome_has_words() -> None:
    fr = Messages("fr")
    assert len({fr.label(outcome) for outcome in Outcome}) == len(Outcome)
