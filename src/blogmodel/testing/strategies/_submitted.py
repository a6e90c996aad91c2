"""What policies judge: comments that are sent in, and what is known besides."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import attrs
from hypothesis import strategies as st

from blogmodel.model import Comment, Post
from blogmodel.moderation import (
    Context,
    ExternalOutcome,
    ExternalVerdict,
    Reason,
    Report,
    Reports,
    Role,
    SeenTexts,
    Submission,
    text_key,
    text_print,
)
from blogmodel.testing.strategies._choices import from_bank, made, or_else
from blogmodel.testing.strategies._moments import START
from blogmodel.testing.strategies._values import comments, posts

__all__ = ["contexts", "submissions"]


def submissions(
    *,
    comments: st.SearchStrategy[Comment] | None = None,
    posts: st.SearchStrategy[Post | None] | None = None,
    honeypots: st.SearchStrategy[str | None] | None = None,
    filled_in: st.SearchStrategy[timedelta | None] | None = None,
) -> st.SearchStrategy[Submission]:
    """Return a strategy for comments that are sent in, with what their form tells.

    To read comments in HTML and Markdown, policies need the extras ``html`` and ``markdown``; for
    tests without these give comments with bodies in plain text.

    Args:
        comments: by default those of `comments`.
        posts: what they stand under, each with the id that the comment names; by default none, and
            those of `posts`.
        honeypots: by default no such field, an empty one, and one that was filled in.
        filled_in: by default nothing, no time at all, two seconds, and more.

    Example:
        >>> from hypothesis import find
        >>> from blogmodel.testing import strategies as blog
        >>> find(blog.submissions(), lambda submission: submission.post is not None).post
        Post('p0')
    """
    return made(
        "submissions",
        _submission,
        or_else(comments, _COMMENTS),
        or_else(posts, _POSTS),
        or_else(honeypots, _HONEYPOTS),
        or_else(filled_in, _TIMES),
    )


def _submission(
    comment: Comment, post: Post | None, honeypot: str | None, filled_in: timedelta | None
) -> Submission:
    if post is not None:
        post = attrs.evolve(post, id=comment.post_id)
    return Submission(comment, post=post, honeypot=honeypot, filled_in=filled_in)


_COMMENTS = comments()
_POSTS = st.none() | posts()
_HONEYPOTS = from_bank((None, "", "http://x.example"))
_TIMES = from_bank((None, timedelta(0), timedelta(seconds=2), timedelta(minutes=2)))


def contexts(  # noqa: PLR0913 - what there is to fix
    *,
    now: st.SearchStrategy[datetime] | None = None,
    roles: st.SearchStrategy[Role | None] | None = None,
    is_trusted: st.SearchStrategy[bool | None] | None = None,
    approved: st.SearchStrategy[int | None] | None = None,
    refused: st.SearchStrategy[int | None] | None = None,
    recent: st.SearchStrategy[list[datetime] | None] | None = None,
    sent: st.SearchStrategy[list[str] | None] | None = None,
    seen: st.SearchStrategy[SeenTexts | None] | None = None,
    external: st.SearchStrategy[ExternalVerdict | None] | None = None,
    reports: st.SearchStrategy[Reports | None] | None = None,
) -> st.SearchStrategy[Context]:
    """Return a strategy for what is known when a submission is judged; it shrinks to nothing.

    Each argument is a strategy for the field of that name; by default any fact may be unknown, and
    the moment is ``START``. Texts that were seen or sent before are some of those that `texts`
    draws.

    Example:
        >>> from hypothesis import find
        >>> from blogmodel.testing import strategies as blog
        >>> find(blog.contexts(), lambda context: context.approved)
        Context(2011-06-24 13:07:00+00:00, approved)
    """
    return st.builds(
        Context,
        or_else(now, _NOW),
        role=or_else(roles, _ROLES),
        is_trusted=or_else(is_trusted, _TRUSTED),
        approved=or_else(approved, _COUNTS),
        refused=or_else(refused, _COUNTS),
        recent=or_else(recent, _RECENT),
        sent=or_else(sent, _SENT),
        seen=or_else(seen, _SEEN),
        external=or_else(external, _EXTERNAL),
        reports=or_else(reports, _REPORTS),
    )


_NOW = st.just(START)
_ROLES = from_bank((None, *Role))
_TRUSTED = from_bank((None, False, True))
_COUNTS = from_bank((None, 0, 1, 2, 3, 5))
_RECENT = st.none() | st.lists(
    st.integers(0, 200).map(lambda seconds: START - timedelta(seconds=seconds)), max_size=6
)
_TEXTS = from_bank(("Merci !", "Oui.", "https://example.org/", ""))
_SENT = st.none() | st.lists(_TEXTS.map(text_key), max_size=3)
_EXTERNAL = st.none() | st.builds(ExternalVerdict, st.just("Service"), from_bank(ExternalOutcome))


def _seen(texts: Sequence[str]) -> SeenTexts:
    seen = SeenTexts()
    for number, text in enumerate(texts):
        seen = seen.add(f"s{number}", text_print(text))
    return seen


_SEEN = st.none() | made("seen", _seen, st.lists(_TEXTS, max_size=3))


def _reports(weights: Sequence[float]) -> Reports:
    reports = Reports()
    for number, weight in enumerate(weights):
        reports = reports.file(Report("c0", f"r{number}", Reason.SPAM, at=START, weight=weight))
    return reports


_WEIGHTS = from_bank((1.0, 0.0, 2.5, 3.0))
_REPORTS = st.none() | made("reports", _reports, st.lists(_WEIGHTS, max_size=3))
