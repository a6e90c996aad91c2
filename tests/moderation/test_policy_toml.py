from datetime import timedelta
from typing import Any

import attrs
import pytest

from blogmodel.errors import PolicyError
from blogmodel.model import CommentKind
from blogmodel.moderation import (
    Action,
    ExternalOutcome,
    Part,
    Policy,
    Rate,
    Role,
    Rule,
    Term,
    TermMatch,
    WordList,
    conditions,
)
from blogmodel.moderation._policy_toml import _RECIPES
from blogmodel.moderation.conditions import (
    AllOf,
    ClosedAfter,
    Deceives,
    DisposableMail,
    HasBannedWords,
    HasSuspectWords,
    JudgedElsewhere,
    LinksToHosts,
    LinkTrick,
    LooksLikeSpam,
    Matches,
    NearDuplicate,
    OftenRefused,
    Repeats,
    Reported,
    Shouts,
    Staff,
    TooFast,
    TooLong,
    TooMany,
    TrickyLinks,
    Unless,
    Unnamed,
)
from blogmodel.text import DangerKind, Level


@attrs.frozen
class Guess:
    def score(self, text: str, /) -> float:
        return float(len(text))


RESOURCES: dict[str, object] = {
    "liste": WordList([Term("arnaque")]),
    "hôtes": frozenset({"x.example"}),
    "modèle": Guess(),
}


def read(rule: str, **resources: object) -> Rule:
    """Return the rule of a policy in TOML that has one."""
    text = f'name = "p"\nshadowing = true\n[[rules]]\nid = "r"\n{rule}'
    (made,) = Policy.from_toml(text, {**RESOURCES, **resources}).rules
    return made


CONDITIONS = [
    ('when = "comments-closed"', conditions.CommentsClosed()),
    ('when = "closed-after"\nage = "30 d"', ClosedAfter(timedelta(days=30))),
    ('when = "empty"', conditions.Empty()),
    ('when = "too-long"\nmost = 9', TooLong(9)),
    ('when = "too-short"\nfewest = 9', conditions.TooShort(9)),
    ('when = "already-sent"', conditions.AlreadySent()),
    ('when = "too-many"\nrates = "1/15s"', TooMany(Rate(1, timedelta(seconds=15)))),
    (
        'when = "too-many"\nrates = ["1/15s", "3/1m"]',
        TooMany([Rate(1, timedelta(seconds=15)), Rate(3, timedelta(minutes=1))]),
    ),
    ('when = "of-kind"\nkinds = "pingback"', conditions.OfKind(CommentKind.PINGBACK)),
    ('when = "always"', conditions.Always()),
    ('when = "staff"', Staff()),
    ('when = "staff"\nroles = ["admin"]', Staff(Role.ADMIN)),
    ('when = "trusted"', conditions.Trusted()),
    ('when = "new-author"\nfewer_than = 3', conditions.NewAuthor(3)),
    ('when = "often-refused"\nshare = 0.5\nleast = 4', OftenRefused(0.5, 4)),
    ('when = "disposable-mail"\ndomains = ["x.example"]', DisposableMail(["x.example"])),
    ('when = "disposable-mail"\ndomains = "hôtes"', DisposableMail(["x.example"])),
    ('when = "unnamed"\nparts = ["name"]', Unnamed([Part.NAME])),
    ('when = "honeypot"', conditions.Honeypot()),
    ('when = "too-fast"\nleast = "2.5 s"', TooFast(timedelta(seconds=2.5))),
    ('when = "has-banned-words"\nwords = "liste"', HasBannedWords(WordList([Term("arnaque")]))),
    (
        'when = "has-suspect-words"\nwords = ["promo", {text = "v1", match = "prefix", '
        'level = "leet", points = 2}]\nmatch = "substring"\nlevel = "plain"\nparts = ["url"]',
        HasSuspectWords(
            WordList(
                [
                    Term("promo", TermMatch.SUBSTRING, level=Level.PLAIN),
                    Term("v1", TermMatch.PREFIX, level=Level.LEET, points=2),
                ]
            ),
            Part.URL,
        ),
    ),
    (
        'when = "has-suspect-words"\nwords = [{text = "promo"}]',
        HasSuspectWords(WordList([Term("promo")])),
    ),
    (
        'when = "matches"\npattern = "a+"\nlevel = "folded"\nparts = "name"',
        Matches("a+", Part.NAME, level=Level.FOLDED),
    ),
    ('when = "too-many-links"\nmost = 2', conditions.TooManyLinks(2)),
    ('when = "links-to-hosts"\nhosts = "hôtes"', LinksToHosts(["x.example"])),
    ('when = "tricky-links"\ntricks = ["shortened"]', TrickyLinks(LinkTrick.SHORTENED)),
    ('when = "shouts"\nshare = 1\nleast = 3', Shouts(1, 3)),
    ('when = "repeats"\nsigns = 9\nwords = 7', Repeats(9, 7)),
    ('when = "deceives"\nkinds = ["bidi"]', Deceives(DangerKind.BIDI)),
    ('when = "near-duplicate"\nleast = 0.5\nwords = 4', NearDuplicate(0.5, 4)),
    ('when = "looks-like-spam"\nmodel = "modèle"\nleast = 0.9', LooksLikeSpam(Guess(), 0.9)),
    (
        'when = "judged-elsewhere"\noutcomes = "discard"',
        JudgedElsewhere(ExternalOutcome.DISCARD),
    ),
    ('when = "reported"\nleast = 3', Reported(3)),
    (
        'when = "all-of"\nconditions = [{when = "new-author"}, '
        '{when = "unless", condition = {when = "staff"}}]',
        AllOf([conditions.NewAuthor(), Unless(Staff())]),
    ),
    (
        'when = "any-of"\nconditions = [{when = "empty"}]',
        conditions.AnyOf([conditions.Empty()]),
    ),
    ('when = "unless"\ncondition = {when = "empty"}', Unless(conditions.Empty())),
]


@pytest.mark.parametrize("rule, condition", CONDITIONS)
def test_a_condition_is_read(rule: str, condition: object) -> None:
    assert read(rule).condition == condition


def test_every_condition_can_be_read_and_is_read_here() -> None:
    classes = {
        value
        for value in vars(conditions).values()
        if isinstance(value, type) and hasattr(value, "traits")
    }
    assert {make for make, _, _ in _RECIPES.values()} == classes
    assert {type(condition) for _, condition in CONDITIONS} == classes


def test_a_rule_is_read_with_all_its_keys() -> None:
    rule = read('when = "always"\naction = "shadow"\npoints = 1.5\nnote = "Non."')
    assert rule == Rule("r", conditions.Always(), Action.SHADOW, points=1.5, note="Non.")


def test_a_policy_is_read_with_all_its_keys() -> None:
    text = 'name = "p"\nhold_at = 2\nspam_at = 6.5\nshadowing = true\nown_hosts = ["a.example"]\n'
    assert Policy.from_toml(text) == Policy(
        "p", [], hold_at=2, spam_at=6.5, shadowing=True, own_hosts=["a.example"]
    )


@pytest.mark.parametrize(
    "text, message",
    [
        ("name", "policy: is not TOML that can be read: "),
        ("a = " + "[" * 5_000, "policy: is not TOML that can be read: "),
        ("", "policy, name: is missing"),
        ("name = 3", "policy, name: must be a text; got 3"),
        ('name = " "', "policy, name: must be a name that is not blank; got ' '"),
        ('name = "p"\nhold_at = "x"', "policy, hold_at: must be a number; got 'x'"),
        ('name = "p"\nhold_at = true', "policy, hold_at: must be a number; got True"),
        ('name = "p"\nhold_at = -1', "policy, hold_at: must be a score above 0; got -1"),
        ('name = "p"\nshadowing = 1', "policy, shadowing: must be true or false; got 1"),
        ('name = "p"\nown_hosts = "x"', "policy, own_hosts: must be a list of texts; got 'x'"),
        ('name = "p"\nown_hosts = [3]', "policy, own_hosts: must be a list of texts; got 3 in it"),
        ('name = "p"\nhold = 1', "policy, hold: is no key here; did you mean 'hold_at'?"),
        (
            'name = "p"\nxyz = 1',
            "policy, xyz: is no key here; there are name, hold_at, spam_at, shadowing, own_hosts,"
            " rules",
        ),
        ('name = "p"\nrules = 3', "policy, rules: must be tables, [[rules]]; got 3"),
        ('name = "p"\nrules = [3]', "rule 1: must be a table; got 3"),
        ('name = "p"\n[[rules]]\nwhen = "empty"', "rule 1, id: is missing"),
        ('name = "p"\n[[rules]]\nid = "a"', "rule 'a', when: is missing"),
        (
            'name = "p"\n[[rules]]\nid = ""\nwhen = "empty"',
            "rule '', id: must be a name that is not blank; got ''",
        ),
        (
            'name = "p"\n[[rules]]\nid = "a"\nwhen = "empty"\n[[rules]]\nid = "a"\nwhen = "empty"',
            "policy, rules: must be rules with ids of their own each; got ['a']",
        ),
    ],
)
def test_what_is_wrong_with_a_policy_is_told_with_its_key(text: str, message: str) -> None:
    with pytest.raises(PolicyError) as caught:
        Policy.from_toml(text)
    assert str(caught.value).startswith(message)


DEEP = (
    'when = "unless"\ncondition = '
    + '{when = "unless", condition = ' * 9
    + '{when = "empty"}'
    + "}" * 9
)


@pytest.mark.parametrize(
    "rule, message",
    [
        ('when = "emty"', "rule 'r', when: is no condition: 'emty'; did you mean 'empty'?"),
        ('when = "xyz"', "rule 'r', when: is no condition: 'xyz'; there are comments-closed, "),
        ("when = 3", "rule 'r', when: must be a text; got 3"),
        ('when = "empty"\naction = "drop"', "rule 'r', action: must be one of refuse, publish, "),
        ('when = "empty"\npoints = "x"', "rule 'r', points: must be a number; got 'x'"),
        ('when = "empty"\npoints = inf', "rule 'r', points: must be a finite number; got inf"),
        ('when = "empty"\nnote = 3', "rule 'r', note: must be a text; got 3"),
        (
            'when = "too-many-links"\nmots = 2',
            "rule 'r', mots: is no key here; did you mean 'most'?",
        ),
        (
            'when = "too-many-links"',
            "rule 'r', most: is missing; 'too-many-links' needs it",
        ),
        (
            'when = "too-many-links"\nmost = -1',
            "rule 'r', most: must be 0 or more, and below 2 ** 63; got -1",
        ),
        (
            'when = "too-many-links"\nmost = true',
            "rule 'r', most: must be a whole number; got True",
        ),
        ('when = "closed-after"\nage = "soon"', "rule 'r', age: must be a time such as '90 s'"),
        ('when = "closed-after"\nage = "9999999 d"', "rule 'r', age: must be "),
        ('when = "closed-after"\nage = "0 d"', "rule 'r', age: must be a time above zero"),
        ('when = "too-many"\nrates = "often"', "rule 'r', rates: must be "),
        ('when = "too-many"\nrates = []', "rule 'r', rates: must be one rate or more"),
        ('when = "staff"\nroles = ["boss"]', "rule 'r', roles: must be one of reader, author, "),
        (
            'when = "disposable-mail"\ndomains = "x"',
            "rule 'r', domains: names the resource 'x'; given are 'liste', 'hôtes', 'modèle'",
        ),
        (
            'when = "has-banned-words"\nwords = "hôtes"',
            "rule 'r', words: must be a WordList",
        ),
        ('when = "has-banned-words"\nwords = 3', "rule 'r', words: must be a list of words"),
        (
            'when = "has-banned-words"\nwords = "liste"\nlevel = "leet"',
            "rule 'r', level: is no key here; there are ",
        ),
        (
            'when = "has-banned-words"\nwords = ["a", "!!"]',
            "rule 'r', words: entry 2, '!!': ",
        ),
        (
            'when = "has-banned-words"\nwords = [{text = "a", points = inf}]',
            "rule 'r', words: entry 1: points must be ",
        ),
        (
            'when = "has-banned-words"\nwords = [{text = "a", lvl = "leet"}]',
            "rule 'r', words, entry 1, lvl: is no key here; did you mean 'level'?",
        ),
        ('when = "has-banned-words"\nwords = [3]', "rule 'r', words, entry 1: must be a table"),
        (
            'when = "has-banned-words"\nwords = ["a"]\nlevel = "deep"',
            "rule 'r', level: must be one of plain, folded, ",
        ),
        ('when = "matches"\npattern = "("', "rule 'r', pattern: must be a pattern that RE2 takes"),
        (
            'when = "looks-like-spam"\nmodel = "modèle"\nleast = 0.9\naction = "spam"',
            "rule 'r', action: must be Action.HOLD or Action.SCORE for what was learned",
        ),
        ('when = "looks-like-spam"\nmodel = "liste"\nleast = 0.9', "rule 'r', model: must be "),
        ('when = "all-of"\nconditions = []', "rule 'r', conditions: must be one condition or more"),
        ('when = "all-of"\nconditions = [3]', "rule 'r', conditions 1: must be a table; got 3"),
        (
            'when = "all-of"\nconditions = [{when = "too-long"}]',
            "rule 'r', conditions 1, most: is missing; 'too-long' needs it",
        ),
        ('when = "unless"\ncondition = "empty"', "rule 'r', condition: must be a condition"),
        (DEEP, "rule 'r', condition, condition"),
    ],
)
def test_what_is_wrong_with_a_rule_is_told_with_the_rule_and_the_key(
    rule: str, message: str
) -> None:
    with pytest.raises(PolicyError) as caught:
        read(rule)
    assert str(caught.value).startswith(message)


def test_no_resources_are_told_as_none() -> None:
    text = 'name = "p"\n[[rules]]\nid = "r"\nwhen = "links-to-hosts"\nhosts = "x"'
    with pytest.raises(PolicyError, match="given are none"):
        Policy.from_toml(text)


@pytest.mark.parametrize("text", [3, None, b"name = 'p'"])
def test_only_text_is_read(text: Any) -> None:
    with pytest.raises(PolicyError, match="must be TOML in a str"):
        Policy.from_toml(text)
