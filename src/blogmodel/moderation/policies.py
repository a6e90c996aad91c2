"""Policies that are ready to use, each a function of what a site decides for itself.

Every one returns a plain `Policy`: print its rules, take some away, add your own.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import attrs

from blogmodel import _checks
from blogmodel.errors import InvalidTypeError
from blogmodel.model import CommentKind
from blogmodel.moderation._kinds import Part
from blogmodel.moderation._policy import Policy
from blogmodel.moderation._rates import Rate
from blogmodel.moderation._rules import Action, Rule
from blogmodel.moderation._suspect_words import french_suspect_words
from blogmodel.moderation._word_list import TermMatch, WordList
from blogmodel.moderation.conditions import (
    AllOf,
    AlreadySent,
    Always,
    AnyOf,
    ClosedAfter,
    CommentsClosed,
    Deceives,
    DisposableMail,
    Empty,
    HasBannedWords,
    HasSuspectWords,
    Honeypot,
    JudgedElsewhere,
    LinksToHosts,
    LinkTrick,
    LooksLikeSpam,
    Matches,
    NearDuplicate,
    NewAuthor,
    OfKind,
    OftenRefused,
    Repeats,
    Reported,
    Shouts,
    Staff,
    TooFast,
    TooLong,
    TooMany,
    TooManyLinks,
    TooShort,
    TrickyLinks,
    Trusted,
    Unnamed,
)
from blogmodel.text import DangerKind, Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from blogmodel.moderation.conditions import SpamModel

__all__ = [
    "WordPressSettings",
    "automoderator",
    "french_suspect_words",
    "personal_blog",
    "wordpress",
]


def personal_blog(  # noqa: PLR0913 - what a site decides
    *,
    own_hosts: Iterable[str] = (),
    banned: WordList | None = None,
    suspect: WordList | None = None,
    disposable_domains: Iterable[str] = (),
    model: SpamModel | None = None,
    model_holds_from: float = 0.9,
) -> Policy:
    """Return a policy for a personal blog in French: people talk at once, oddities wait.

    It refuses what cannot be a comment, publishes the staff and whoever the site trusts, puts with
    the spam what only a program does, and adds up points for the rest: 2 have a comment wait, 6
    are spam.

    Args:
        own_hosts: the site's own; links to them do not count.
        banned: words that nobody may say here; whoever does is set aside as spam.
        suspect: words that have points; `french_suspect_words` by default.
        disposable_domains: domains of disposable mail.
        model: what was learned from this site's decisions.
        model_holds_from: the model's score from which on a comment waits.

    Example:
        >>> from datetime import UTC, datetime
        >>> from blogmodel import Comment
        >>> from blogmodel.moderation import Context, Submission, policies
        >>> policy = policies.personal_blog()
        >>> now = datetime(2011, 6, 24, 13, 7, tzinfo=UTC)
        >>> policy.judge(Submission(Comment("2", "1", body="Beau billet !")), Context(now))
        Verdict(published, no-rule, score 0)
        >>> advert = "Crédit rapide : http://bit.ly/x, SANS FRAIS, APPELEZ MAINTENANT !!!!!!!!!!"
        >>> policy.judge(Submission(Comment("3", "1", body=advert)), Context(now))
        Verdict(pending, score, score ...)
    """
    disposable = frozenset(disposable_domains)
    rules = [
        Rule("fermé", CommentsClosed(), Action.REFUSE),
        Rule("vide", Empty(), Action.REFUSE),
        Rule("trop-long", TooLong(10_000), Action.REFUSE),
        Rule("déjà-envoyé", AlreadySent(), Action.REFUSE),
        Rule("rafale", TooMany(_PERSONAL_RATES), Action.REFUSE),
        Rule("équipe", Staff(), Action.PUBLISH),
        Rule("confiance", Trusted(), Action.PUBLISH),
        *([Rule("mots-interdits", HasBannedWords(banned), Action.SPAM)] if banned else []),
        Rule("mots-suspects", HasSuspectWords(suspect or french_suspect_words()), points=1),
        Rule("liens", TooManyLinks(2), points=2),
        Rule("liens-trompeurs", TrickyLinks(), points=1.5),
        Rule("cris", Shouts(), points=1),
        Rule("répétitions", Repeats(), points=0.5),
        Rule("déguisements", Deceives(), points=1),
        *([Rule("courriel-jetable", DisposableMail(disposable), points=1)] if disposable else []),
        Rule("nouvelle-plume", NewAuthor(), points=0.5),
        Rule("premier-lien", AllOf([NewAuthor(), TooManyLinks(0)]), points=1.5),
        Rule("souvent-refusé", OftenRefused(0.5), points=2),
        Rule("presque-pareil", NearDuplicate(), points=2),
        Rule("piège", Honeypot(), Action.SPAM),
        Rule("trop-vite", TooFast(timedelta(seconds=3)), points=2),
        *(
            [Rule("ressemble", LooksLikeSpam(model, model_holds_from), Action.HOLD)]
            if model is not None
            else []
        ),
        Rule("service", JudgedElsewhere(), Action.SPAM),
        Rule("signalé", Reported(3), Action.HOLD),
        Rule("vieux-billet", ClosedAfter(timedelta(days=365)), points=0.5),
    ]
    return Policy("carnet personnel", rules, hold_at=2, spam_at=6, own_hosts=frozenset(own_hosts))


_PERSONAL_RATES = (Rate(3, timedelta(minutes=1)), Rate(20, timedelta(hours=1)))


@attrs.frozen
class WordPressSettings:
    """The settings that WordPress has for discussion, under its own names and with its defaults.

    Attributes:
        comment_moderation: every comment waits for approval.
        comment_max_links: a comment with that many links or more waits; 0 for none that does.
        moderation_keys: words, one a line, that have a comment wait.
        disallowed_keys: words, one a line, that put one with the spam (WordPress: in the trash).
        comment_previously_approved: whoever has no approved comment yet waits.
        require_name_email: a comment without name and address is refused.
        close_comments_for_old_posts: whether old posts are closed.
        close_comments_days_old: after how many days.
        flood_seconds: how long to wait between two comments (its ``comment_flood_filter``).

    Source: WordPress 6, wp-includes/comment.php: ``wp_allow_comment``, ``check_comment``,
    ``wp_check_comment_disallowed_list``.
    """

    comment_moderation: bool = False
    comment_max_links: int = 2
    moderation_keys: str = ""
    disallowed_keys: str = ""
    comment_previously_approved: bool = True
    require_name_email: bool = True
    close_comments_for_old_posts: bool = False
    close_comments_days_old: int = 14
    flood_seconds: int = 15

    def __attrs_post_init__(self) -> None:
        for field in attrs.fields(WordPressSettings):
            value = getattr(self, field.name)
            match field.default:
                case bool():
                    _checks.flag("WordPressSettings", field.name, value)
                case int():
                    _checks.count("WordPressSettings", field.name, value)
                case _:
                    _checks.text("WordPressSettings", field.name, value)


_KEY_PARTS = frozenset(Part)
_WORDPRESS_MOST = 65_525


def wordpress(
    settings: WordPressSettings | None = None, *, own_hosts: Iterable[str] = ()
) -> Policy:
    """Return a policy that decides as WordPress does with these settings.

    Differences: its words are found without accents too, and never in the middle of a tag; links to
    the site itself do not count where ``own_hosts`` names it; a comment that WordPress puts in the
    trash at once is set aside as spam. What it asks of accounts (``comment_registration``) is for
    the program that has them.

    Example:
        >>> from datetime import UTC, datetime
        >>> from blogmodel import Author, Comment
        >>> from blogmodel.moderation import Context, Submission, policies
        >>> policy = policies.wordpress(policies.WordPressSettings(moderation_keys="casino"))
        >>> lise = Author("Lise", email="lise@example.org")
        >>> comment = Comment("2", "1", author=lise, body="Super, ces casinos !")
        >>> context = Context(datetime(2011, 6, 24, 13, 7, tzinfo=UTC), approved=3)
        >>> policy.judge(Submission(comment), context)
        Verdict(pending, suspect-words by 'moderation_keys', score 0)
    """
    given = WordPressSettings() if settings is None else settings
    _checks.instance("wordpress", "settings", given, WordPressSettings, "WordPressSettings()")
    rules = [Rule("comments_closed", CommentsClosed(), Action.REFUSE)]
    if given.close_comments_for_old_posts and given.close_comments_days_old:
        age = timedelta(days=given.close_comments_days_old)
        rules.append(Rule("close_comments_days_old", ClosedAfter(age), Action.REFUSE))
    rules.append(Rule("require_valid_comment", Empty(), Action.REFUSE))
    rules.append(Rule("comment_content_column_length", TooLong(_WORDPRESS_MOST), Action.REFUSE))
    rules.append(Rule("duplicate_comment", AlreadySent(), Action.REFUSE))
    rules.append(Rule("staff", Staff(), Action.PUBLISH))
    if given.require_name_email:
        unnamed = AllOf([Unnamed(), OfKind(CommentKind.COMMENT)])
        rules.append(Rule("require_name_email", unnamed, Action.REFUSE))
    if given.flood_seconds:
        rate = Rate(1, timedelta(seconds=given.flood_seconds))
        rules.append(Rule("comment_flood", TooMany(rate), Action.REFUSE))
    if given.comment_moderation:
        rules.append(Rule("comment_moderation", Always(), Action.HOLD))
    if given.comment_max_links:
        many = TooManyLinks(given.comment_max_links - 1)
        rules.append(Rule("comment_max_links", many, Action.HOLD))
    if given.moderation_keys.strip():
        keys = HasSuspectWords(_keys(given.moderation_keys), _KEY_PARTS)
        rules.append(Rule("moderation_keys", keys, Action.HOLD))
    if given.comment_previously_approved:
        unknown = AllOf([NewAuthor(), OfKind(CommentKind.COMMENT)])
        rules.append(Rule("comment_previously_approved", unknown, Action.HOLD))
    if given.disallowed_keys.strip():
        keys = HasSuspectWords(_keys(given.disallowed_keys), _KEY_PARTS)
        banned = HasBannedWords(keys.words, _KEY_PARTS)
        rules.append(Rule("disallowed_keys", banned, Action.SPAM))
    return Policy("WordPress", rules, own_hosts=frozenset(own_hosts))


def _keys(lines: str) -> WordList:
    return WordList.from_lines(lines, match=TermMatch.SUBSTRING, level=Level.FOLDED)


def automoderator(  # noqa: PLR0913 - what a site decides
    *,
    banned: WordList | None = None,
    suspect: WordList | None = None,
    banned_hosts: Iterable[str] = (),
    patterns: Sequence[str] = (),
    reports_hold_from: float = 3,
    own_hosts: Iterable[str] = (),
) -> Policy:
    r"""Return a policy of the kind that Reddit's AutoModerator is set up to: each rule acts alone.

    There are no points. The staff are exempt (its ``moderators_exempt``); what it calls ``remove``
    and ``spam`` sets a comment aside as spam, what it calls ``filter`` has it wait. Its rules on
    the age and karma of accounts are the two on new and often refused authors.

    Args:
        banned: words that set a comment aside.
        suspect: words that have a comment wait.
        banned_hosts: a link to one of them, or below, sets a comment aside.
        patterns: what has a comment wait where it matches; they need the extra ``regex``.
        reports_hold_from: the weight of readers' reports from which on a comment waits.
        own_hosts: the site's own; links to them do not count.

    Example:
        >>> from datetime import UTC, datetime
        >>> from blogmodel import Comment
        >>> from blogmodel.moderation import Context, Submission, policies
        >>> policy = policies.automoderator(banned_hosts={"casino.example"})
        >>> comment = Comment("2", "1", body="Jouez ici : https://www.casino.example/")
        >>> context = Context(datetime(2011, 6, 24, 13, 7, tzinfo=UTC))
        >>> policy.judge(Submission(comment), context)
        Verdict(spam, links by 'banned-hosts', score 0)
    """
    if isinstance(patterns, str):
        raise InvalidTypeError("automoderator", "patterns", patterns, "a list of str")
    hosts = frozenset(banned_hosts)
    hidden = (LinkTrick.SHORTENED, LinkTrick.DISAGREEING, LinkTrick.DISGUISED)
    masks = (DangerKind.BIDI, DangerKind.HOMOGLYPH, DangerKind.COMBINING_FLOOD)
    rules = [
        Rule("closed", CommentsClosed(), Action.REFUSE),
        Rule("empty", Empty(), Action.REFUSE),
        Rule("flood", TooMany((Rate(5, timedelta(minutes=1)),)), Action.REFUSE),
        Rule("moderators-exempt", Staff(), Action.PUBLISH),
        *([Rule("banned-words", HasBannedWords(banned), Action.SPAM)] if banned else []),
        *([Rule("banned-hosts", LinksToHosts(hosts), Action.SPAM)] if hosts else []),
        *([Rule("suspect-words", HasSuspectWords(suspect), Action.HOLD)] if suspect else []),
        *(
            Rule(f"pattern-{number}", Matches(pattern), Action.HOLD)
            for number, pattern in enumerate(patterns, 1)
        ),
        Rule("hidden-links", TrickyLinks(hidden), Action.HOLD),
        Rule("many-links", TooManyLinks(3), Action.HOLD),
        Rule("new-author-link", AllOf([NewAuthor(3), TooManyLinks(0)]), Action.HOLD),
        Rule("new-author-short", AllOf([NewAuthor(3), TooShort(3)]), Action.HOLD),
        Rule("shouting", AnyOf([Shouts(), Repeats(signs=15, words=8)]), Action.HOLD),
        Rule("masks", Deceives(masks), Action.HOLD),
        Rule("often-refused", OftenRefused(0.5), Action.HOLD),
        Rule("reports", Reported(reports_hold_from), Action.HOLD),
    ]
    return Policy("AutoModerator", rules, own_hosts=frozenset(own_hosts))
