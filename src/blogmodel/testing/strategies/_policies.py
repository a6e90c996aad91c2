"""Policies: small ones of rules that are drawn, and those that are ready to use."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import lru_cache

from hypothesis import strategies as st

from blogmodel.moderation import (
    Action,
    Condition,
    Policy,
    Rate,
    Rule,
    Term,
    WordList,
    conditions,
)
from blogmodel.moderation import policies as ready
from blogmodel.moderation.conditions import AllOf, AnyOf, Unless
from blogmodel.testing.strategies._choices import check_sizes, from_bank, made
from blogmodel.text import Level

__all__ = ["policies"]


def policies(
    *, rules: st.SearchStrategy[Rule] | None = None, min_size: int = 0, max_size: int = 4
) -> st.SearchStrategy[Policy]:
    """Return a strategy for policies; it shrinks to one without rules.

    They need no extra but those that read what a comment is written in.

    Args:
        rules: of which they are made; by default of all conditions that need no extra and no model,
            and the policies that are ready to use are drawn too.
        min_size: how many rules one that is made has at least.
        max_size: how many it has at most.

    Raises:
        InvalidValueError: the sizes do not go together.

    Example:
        >>> from hypothesis import find
        >>> from blogmodel.moderation import Action
        >>> from blogmodel.testing import strategies as blog
        >>> def shadows(policy):
        ...     return any(rule.action is Action.SHADOW for rule in policy.rules)
        >>> [rule.condition for rule in find(blog.policies(), shadows).rules]
        [Always()]
    """
    check_sizes("policies", min_size, max_size)
    if rules is None:
        rows = st.lists(_ROWS, min_size=min_size, max_size=max_size)
        return made("policies", _policy, rows.map(_numbered), _THRESHOLDS) | _READY
    drawn = st.lists(rules, min_size=min_size, max_size=max_size, unique_by=_id)
    return made("policies", _policy, drawn, _THRESHOLDS)


def _id(rule: Rule) -> str:
    return rule.id


_WORDS = WordList([Term("merci"), Term("viagra", level=Level.SPACED, points=0.5), Term("oui")])
_CONDITIONS: tuple[Condition, ...] = (
    conditions.Always(),
    conditions.CommentsClosed(),
    conditions.ClosedAfter(timedelta(days=14)),
    conditions.Empty(),
    conditions.TooLong(20),
    conditions.TooShort(3),
    conditions.AlreadySent(),
    conditions.TooMany(Rate(2, timedelta(minutes=1))),
    conditions.Staff(),
    conditions.Trusted(),
    conditions.NewAuthor(2),
    conditions.OftenRefused(0.5),
    conditions.Unnamed(),
    conditions.DisposableMail(["example.org"]),
    conditions.HasBannedWords(_WORDS),
    conditions.HasSuspectWords(_WORDS),
    conditions.TooManyLinks(0),
    conditions.LinksToHosts(["example.org"]),
    conditions.TrickyLinks(),
    conditions.Shouts(least=3),
    conditions.Repeats(),
    conditions.Deceives(),
    conditions.NearDuplicate(words=1),
    conditions.Honeypot(),
    conditions.TooFast(timedelta(seconds=3)),
    conditions.JudgedElsewhere(),
    conditions.Reported(2),
    AllOf([conditions.NewAuthor(), conditions.TooManyLinks(0)]),
    AnyOf([conditions.Empty(), conditions.Shouts()]),
    Unless(conditions.Staff()),
)
_POINTS = (0, 0.25, 0.5, 1, 1.5, 2, 6, -0.5, -2)
_ROWS = st.tuples(
    from_bank(_CONDITIONS),
    from_bank((Action.SCORE, *Action)),
    from_bank(_POINTS),
    from_bank((None, "Voir les règles.")),
)


def _numbered(rows: Sequence[tuple[Condition, Action, float, str | None]]) -> list[Rule]:
    return [
        Rule(f"r{number}", condition, action, points=points, note=note)
        for number, (condition, action, points, note) in enumerate(rows)
    ]


# The scores from which on a comment waits, and is spam.
_THRESHOLDS = from_bank(
    [(hold_at, spam_at) for spam_at in (None, 6, 9.5) for hold_at in (None, 0.25, 1, 2.5, 6)]
)


def _policy(rules: Sequence[Rule], thresholds: tuple[float | None, float | None]) -> Policy:
    hold_at, spam_at = thresholds
    shadowing = any(rule.action is Action.SHADOW for rule in rules)
    return Policy("p", list(rules), hold_at=hold_at, spam_at=spam_at, shadowing=shadowing)


_SETTINGS = ready.WordPressSettings(
    comment_moderation=True,
    moderation_keys="merci",
    disallowed_keys="viagra",
    require_name_email=False,
    close_comments_for_old_posts=True,
    flood_seconds=0,
)
_MAKERS: tuple[Callable[[], Policy], ...] = (
    ready.personal_blog,
    lambda: ready.personal_blog(
        own_hosts={"example.org"},
        banned=_WORDS,
        suspect=_WORDS,
        disposable_domains={"example.org"},
    ),
    ready.wordpress,
    lambda: ready.wordpress(_SETTINGS, own_hosts={"example.org"}),
    ready.automoderator,
    lambda: ready.automoderator(banned=_WORDS, suspect=_WORDS, banned_hosts={"exemple.ca"}),
)


@lru_cache(maxsize=len(_MAKERS))
def _ready(number: int) -> Policy:
    return _MAKERS[number]()


_READY = made("ready", _ready, st.integers(0, len(_MAKERS) - 1))
