from datetime import timedelta
from typing import Any

import attrs
import pytest

from blogmodel.errors import InvalidTypeError, InvalidValueError
from blogmodel.model import Author, Comment, CommentKind, Origin, Post
from blogmodel.moderation import (
    Context,
    ExternalOutcome,
    ExternalVerdict,
    Policy,
    Reason,
    Report,
    Reports,
    Role,
    SeenTexts,
    Submission,
    Term,
    Verdict,
    WordList,
    policies,
    text_key,
    text_print,
)
from blogmodel.moderation.policies import WordPressSettings

from support.moderating import NOW, sent

LISE = Author("Lise", email="lise@example.org")
PERSONAL = policies.personal_blog(
    banned=WordList([Term("interdit")]), disposable_domains=["jetable.example"]
)
REPORTS = Reports()
for reader in ("a", "b", "c"):
    REPORTS = REPORTS.file(Report("c1", reader, Reason.SPAM, at=NOW))


def judge(policy: Policy, text: str = "Beau billet !", **facts: Any) -> Verdict:
    fields = {
        name: facts.pop(name)
        for name in ("author", "post", "honeypot", "filled_in")
        if name in facts
    }
    return policy.judge(sent(text, **fields), Context(NOW, **facts))


@pytest.mark.parametrize(
    "text, facts, outcome, rule",
    [
        ("Beau billet !", {}, "published", None),
        ("Merci pour la recette, Lise. J’ai hâte à l’été.", {"approved": 0}, "published", None),
        ("Oui", {"post": Post("p1", comments_closed_at=NOW)}, "refused", "fermé"),
        (" ", {}, "refused", "vide"),
        ("a" * 10_001, {}, "refused", "trop-long"),
        ("Merci", {"sent": {text_key("merci")}}, "refused", "déjà-envoyé"),
        ("Merci", {"recent": [NOW] * 3}, "refused", "rafale"),
        ("CRÉDIT RAPIDE", {"role": Role.ADMIN}, "published", "équipe"),
        ("CRÉDIT RAPIDE", {"is_trusted": True}, "published", "confiance"),
        ("C’est interdit", {}, "spam", "mots-interdits"),
        ("Un crédit rapide", {}, "published", None),
        ("Un crédit rapide ici : http://bit.ly/x", {}, "pending", None),
        ("Du V1AGRA !", {}, "pending", None),
        ("Du Viagra !", {}, "pending", "mots-suspects"),
        ("viagra, cialis et casino en ligne : http://bit.ly/x", {}, "spam", None),
        ("http://a.org http://b.org http://c.org", {}, "pending", "liens"),
        ("http://a.org", {"approved": 3}, "published", None),
        ("http://a.org", {"approved": 0}, "pending", None),
        ("Espèce de connard", {}, "published", None),
        ("Oui", {"approved": 1, "refused": 3}, "pending", "souvent-refusé"),
        ("Oui", {"honeypot": "x"}, "spam", "piège"),
        ("Oui", {"filled_in": timedelta(seconds=1)}, "pending", "trop-vite"),
        (
            "Oui",
            {"external": ExternalVerdict("Akismet", ExternalOutcome.SPAM)},
            "spam",
            "service",
        ),
        ("Oui", {"reports": REPORTS}, "pending", "signalé"),
    ],
)
def test_a_personal_blog(text: str, facts: dict[str, Any], outcome: str, rule: str | None) -> None:
    verdict = judge(PERSONAL, text, **facts)
    assert (verdict.outcome.value, verdict.rule) == (outcome, rule)


def test_a_personal_blog_holds_what_was_nearly_sent_before() -> None:
    text = "Venez voir mes belles montres de luxe à petit prix, chères lectrices"
    seen = SeenTexts().add("s1", text_print(text))
    verdict = judge(PERSONAL, text + " !", seen=seen)
    assert verdict.outcome.value == "pending"
    assert "presque-pareil" in [step.rule for step in verdict.fired]


def test_a_personal_blog_may_have_a_model_hold() -> None:
    @attrs.frozen
    class Guess:
        def score(self, text: str, /) -> float:
            return 0.9 if "gratuit" in text else 0.1

        def explain(self, text: str, /, *, most: int = 5) -> tuple[()]:
            assert text
            assert most
            return ()

    policy = policies.personal_blog(model=Guess())
    assert judge(policy, "C’est gratuit").outcome.value == "pending"
    assert judge(policy, "C’est beau").outcome.value == "published"


def test_a_personal_blog_lets_its_own_words_and_hosts_count() -> None:
    policy = policies.personal_blog(
        own_hosts=["exemple.ca"], suspect=WordList([Term("betterave", points=2)])
    )
    assert judge(policy, "La betterave").outcome.value == "pending"
    assert judge(policy, "viagra").outcome.value == "published"
    assert judge(policy, "http://exemple.ca/1", approved=0).outcome.value == "published"


INNOCENT = [
    "Bonjour ! Quel beau texte, j’ai ri aux larmes. À bientôt !",
    "@Lise : je ne suis pas d’accord… Le crédit revient à Zoé, non ?",
    "B O N N E  A N N É E",
    "Ma recette : 250 ml de lait, 2 œufs, 1 c. à thé de vanille.",
    "Félicitations pour vos 10 000 visites 👏👏👏",
    "Le 3e lien ne marche pas : http://exemple.ca/recette",
    "Hahahahaha !!! Trop drôle.",
    "Dans le métro, un imbécile m’a bousculée.",
    "On en parle dans « Le Devoir » : www.ledevoir.com/article",
    "Merci",
]


@pytest.mark.parametrize("text", INNOCENT)
def test_a_personal_blog_lets_people_talk(text: str) -> None:
    assert judge(policies.personal_blog(), text, approved=2).outcome.value == "published"


def wordpress(settings: WordPressSettings, text: str = "Beau billet", **facts: Any) -> str:
    given = {"author": LISE, "approved": 1, **facts}
    verdict = judge(policies.wordpress(settings), text, **given)
    return f"{verdict.outcome} {verdict.rule}"


OLD = Post("p1", published_at=NOW - timedelta(days=15))


@pytest.mark.parametrize(
    "settings, text, facts, expected",
    [
        ({}, "Oui", {}, "published None"),
        ({}, "", {}, "refused require_valid_comment"),
        ({}, "Oui", {"post": Post("p1", comments_closed_at=NOW)}, "refused comments_closed"),
        ({"comment_moderation": True}, "Oui", {}, "pending comment_moderation"),
        ({}, "http://a.org http://b.org", {}, "pending comment_max_links"),
        ({}, "http://a.org", {}, "published None"),
        ({"comment_max_links": 0}, "http://a.org " * 9, {}, "published None"),
        ({"moderation_keys": "press"}, "Expressément", {}, "pending moderation_keys"),
        ({"moderation_keys": "example.org"}, "Oui", {}, "pending moderation_keys"),
        ({"disallowed_keys": "casino\nPoker"}, "du POKER", {}, "spam disallowed_keys"),
        (
            {"disallowed_keys": "poker", "moderation_keys": "poker"},
            "du poker",
            {},
            "spam disallowed_keys",
        ),
        ({}, "Oui", {"approved": 0}, "pending comment_previously_approved"),
        ({"comment_previously_approved": False}, "Oui", {"approved": 0}, "published None"),
        ({}, "Oui", {"author": Author("Zoé"), "role": Role.READER}, "refused require_name_email"),
        ({}, "Oui", {"author": Author("Zoé")}, "refused require_name_email"),
        ({}, "Oui", {"author": Author("Zoé"), "role": Role.ADMIN}, "published staff"),
        ({"require_name_email": False}, "Oui", {"author": Author("Zoé")}, "published None"),
        ({}, "Oui", {"sent": {text_key("oui")}}, "refused duplicate_comment"),
        ({}, "Oui", {"recent": [NOW - timedelta(seconds=14)]}, "refused comment_flood"),
        ({}, "Oui", {"recent": [NOW - timedelta(seconds=15)]}, "published None"),
        ({"flood_seconds": 0}, "Oui", {"recent": [NOW]}, "published None"),
        ({"comment_moderation": True}, "Oui", {"role": Role.MODERATOR}, "published staff"),
        (
            {"close_comments_for_old_posts": True},
            "Oui",
            {"post": OLD},
            "refused close_comments_days_old",
        ),
        ({}, "Oui", {"post": OLD}, "published None"),
        (
            {"close_comments_for_old_posts": True, "close_comments_days_old": 0},
            "Oui",
            {"post": OLD},
            "published None",
        ),
        (
            {"close_comments_for_old_posts": True, "close_comments_days_old": 15},
            "Oui",
            {"post": OLD},
            "published None",
        ),
    ],
)
def test_wordpress(
    settings: dict[str, Any], text: str, facts: dict[str, Any], expected: str
) -> None:
    assert wordpress(WordPressSettings(**settings), text, **facts) == expected


def test_wordpress_looks_for_its_words_everywhere() -> None:
    policy = policies.wordpress(WordPressSettings(disallowed_keys="192.0.2.\nrobot"))
    for origin in (Origin(address="192.0.2.7"), Origin(agent="ROBOT/1.0")):
        comment = Comment("c1", "p1", body="Oui", author=LISE, origin=origin)
        verdict = policy.judge(Submission(comment), Context(NOW))
        assert verdict.rule == "disallowed_keys"


def test_wordpress_asks_no_name_of_pingbacks() -> None:
    ping = Comment("c1", "p1", body="[…] un lien […]", kind=CommentKind.PINGBACK)
    verdict = policies.wordpress().judge(
        Submission(ping), Context(NOW, role=Role.READER, approved=0)
    )
    assert verdict.outcome.value == "published"


@pytest.mark.parametrize(
    "settings, message",
    [
        ({"comment_max_links": -1}, "WordPressSettings.comment_max_links must be 0 or more"),
        ({"comment_moderation": 1}, "WordPressSettings.comment_moderation must be True or False"),
        ({"moderation_keys": ["x"]}, "WordPressSettings.moderation_keys must be a str"),
    ],
)
def test_settings_of_wordpress_are_checked(settings: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        WordPressSettings(**settings)
    assert str(caught.value).startswith(message)


def test_wordpress_takes_its_settings_only() -> None:
    with pytest.raises(InvalidTypeError, match="must be a WordPressSettings"):
        policies.wordpress({"comment_moderation": True})  # type: ignore[arg-type]


AUTOMODERATOR = policies.automoderator(
    banned=WordList([Term("arnaque")]),
    suspect=WordList([Term("promo")]),
    banned_hosts=["casino.example"],
    patterns=[r"(?i)gagn\w+ \d+ \$"],
    own_hosts=["exemple.ca"],
)


@pytest.mark.parametrize(
    "text, facts, expected",
    [
        ("Oui", {}, "published None"),
        ("Oui", {"post": Post("p1", comments_closed_at=NOW)}, "refused closed"),
        ("\u200b", {}, "refused empty"),
        ("Oui", {"recent": [NOW] * 5}, "refused flood"),
        ("Une arnaque", {"role": Role.MODERATOR}, "published moderators-exempt"),
        ("Une arnaque", {}, "spam banned-words"),
        ("http://www.casino.example", {}, "spam banned-hosts"),
        ("promo", {}, "pending suspect-words"),
        ("Gagnez 500 $", {}, "pending pattern-1"),
        ("http://bit.ly/x", {}, "pending hidden-links"),
        ("http://a.org http://b.org http://c.org http://d.org", {}, "pending many-links"),
        ("http://exemple.ca " * 5, {}, "published None"),
        ("http://a.org", {"approved": 2}, "pending new-author-link"),
        ("http://a.org", {"approved": 3}, "published None"),
        ("ok", {"approved": 0}, "pending new-author-short"),
        ("CECI EST VRAIMENT TRÈS IMPORTANT", {}, "pending shouting"),
        ("du vіаgrа", {}, "pending masks"),
        ("Oui", {"approved": 1, "refused": 3}, "pending often-refused"),
        ("Oui", {"reports": REPORTS}, "pending reports"),
    ],
)
def test_automoderator(text: str, facts: dict[str, Any], expected: str) -> None:
    verdict = judge(AUTOMODERATOR, text, **facts)
    assert f"{verdict.outcome} {verdict.rule}" == expected


def test_automoderator_without_lists_has_no_rules_for_them() -> None:
    ids = [rule.id for rule in policies.automoderator().rules]
    assert not {"banned-words", "banned-hosts", "suspect-words", "pattern-1"}.intersection(ids)


def test_automoderator_takes_a_list_of_patterns() -> None:
    with pytest.raises(InvalidTypeError, match="must be a list of str"):
        policies.automoderator(patterns="a+")


def test_the_french_words_are_the_same_list_each_time() -> None:
    assert policies.french_suspect_words() is policies.french_suspect_words()
    assert len(policies.french_suspect_words()) > 50
