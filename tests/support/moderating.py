"""Short ways to submissions, contexts and verdicts."""

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from blogmodel.model import Author, Body, Comment, MediaType, Origin, Post
from blogmodel.moderation import (
    Action,
    Condition,
    Context,
    ExternalOutcome,
    ExternalVerdict,
    Match,
    Policy,
    Role,
    Rule,
    SeenTexts,
    Submission,
    Verdict,
    text_key,
    text_print,
)
from blogmodel.moderation._signals import Signals

__all__ = [
    "NOW",
    "contexts",
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


def contexts() -> st.SearchStrategy[Context]:
    """Return a strategy for contexts, with any of the facts unknown."""
    texts = st.sampled_from(["Beau billet !", "Merci", "http://x.example", ""])
    seen = st.lists(texts, max_size=3).map(
        lambda given: _seen([text_print(text) for text in given])
    )
    external = st.builds(ExternalVerdict, st.just("Service"), st.sampled_from(ExternalOutcome))
    return st.builds(
        Context,
        st.just(NOW),
        role=st.none() | st.sampled_from(Role),
        is_trusted=st.none() | st.booleans(),
        approved=st.none() | st.integers(0, 5),
        refused=st.none() | st.integers(0, 5),
        recent=st.none()
        | st.lists(st.integers(0, 200).map(lambda s: NOW - timedelta(seconds=s)), max_size=6),
        sent=st.none() | st.lists(texts.map(text_key), max_size=3),
        seen=st.none() | seen,
        external=st.none() | external,
    )


def _seen(prints: list[Any]) -> SeenTexts:
    seen = SeenTexts()
    for number, print_ in enumerate(prints):
        seen = seen.add(f"s{number}", print_)
    return seen
