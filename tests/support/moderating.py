"""Short ways to submissions and verdicts."""

from datetime import UTC, datetime
from typing import Any

from blogmodel.model import Author, Body, Comment, MediaType, Origin, Post
from blogmodel.moderation import (
    Action,
    Condition,
    Context,
    Match,
    Policy,
    Rule,
    Submission,
    Verdict,
)
from blogmodel.moderation._signals import Signals

__all__ = [
    "NOW",
    "found",
    "judged",
    "sent",
    "told",
]

NOW = datetime(2011, 6, 24, 13, 7, tzinfo=UTC)


def sent(
    text: str = "Beau billet !",
    *,
    media_type: MediaType = MediaType.PLAIN,
    author: Author | None = None,
    origin: Origin | None = None,
    post: Post | None = None,
    **fields: Any,
) -> Submission:
    """Return a submission of a comment."""
    comment = Comment("c1", "p1", body=Body(text, media_type), author=author, origin=origin)
    return Submission(comment, post=post, **fields)


def found(
    condition: Condition,
    submission: Submission | str,
    own_hosts: tuple[str, ...] = (),
    **facts: Any,
) -> list[Match]:
    """Return what a condition finds."""
    given = sent(submission) if isinstance(submission, str) else submission
    return list(condition.find(Signals(given, own_hosts), Context(NOW, **facts)))


def told(condition: Condition, submission: Submission | str, **facts: Any) -> list[str]:
    """Return what a condition finds, in English."""
    from blogmodel.messages import Messages  # noqa: PLC0415 - few tests need words

    words = Messages("en")
    return [words.render(match.message) for match in found(condition, submission, **facts)]


def judged(condition: Condition, submission: Submission | str, **facts: Any) -> Verdict:
    """Return the verdict of a policy with one rule, which holds."""
    given = sent(submission) if isinstance(submission, str) else submission
    policy = Policy("one", [Rule("only", condition, Action.HOLD)])
    return policy.judge(given, Context(NOW, **facts))
