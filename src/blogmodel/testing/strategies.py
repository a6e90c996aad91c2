"""Hypothesis strategies: authors, bodies, posts, comments, and flat lists of comments to thread.

Each takes what a user would want to fix, and shrinks to something that a person can read.
"""

from datetime import UTC, datetime

from blogmodel.errors import MissingExtraError
from blogmodel.model import (
    Author,
    Body,
    Comment,
    CommentKind,
    Extra,
    MediaType,
    Origin,
    Post,
    PostKind,
    PostStatus,
    Status,
)

try:
    from hypothesis import strategies as st
except ModuleNotFoundError:
    raise MissingExtraError("blogmodel.testing", "testing") from None

__all__ = [
    "authors",
    "bodies",
    "broken_comment_lists",
    "comment_lists",
    "comments",
    "extras",
    "moments",
    "origins",
    "posts",
]

_NAMES = (
    "Zoé",
    "Génération Agile",
    "Jean-François L’Écuyer",
    "Marie-Ève",
    "d’Artagnan",
    "Anne de la Tour",
    "Œdipe",
    "李明",
)


def moments() -> st.SearchStrategy[datetime]:
    """Return a strategy for aware datetimes in UTC, 1970 and the years before it included."""
    return st.datetimes(timezones=st.just(UTC))


def extras() -> st.SearchStrategy[Extra]:
    """Return a strategy for kept fields: often none; names that no value has of its own."""
    numbers = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    plain = st.recursive(
        st.none() | st.booleans() | numbers | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner),
        max_leaves=4,
    )
    names = st.sampled_from(["x_karma", "x_éloge", "x"])
    return st.dictionaries(names, plain, max_size=2).map(Extra.of)


def _kept(extra: st.SearchStrategy[Extra] | None) -> st.SearchStrategy[Extra]:
    return st.just(Extra()) if extra is None else extra


def authors(
    *, names: st.SearchStrategy[str] | None = None, extra: st.SearchStrategy[Extra] | None = None
) -> st.SearchStrategy[Author]:
    """Return a strategy for authors, with French names and any other."""
    any_name = st.sampled_from(_NAMES) | st.text(min_size=1, max_size=12).filter(str.strip)
    return st.builds(
        Author,
        any_name if names is None else names,
        id=st.none() | st.text(min_size=1, max_size=4),
        email=st.sampled_from([None, "zoe@example.org", "é@exemple.ca"]),
        url=st.sampled_from([None, "https://example.org/zoé", "http://exemple.ca?q=1#a"]),
        extra=_kept(extra),
    )


def bodies(*, extra: st.SearchStrategy[Extra] | None = None) -> st.SearchStrategy[Body]:
    """Return a strategy for bodies of every media type."""
    return st.builds(
        Body,
        st.text(max_size=40),
        st.sampled_from(MediaType),
        extra=_kept(extra),
    )


def origins(*, extra: st.SearchStrategy[Extra] | None = None) -> st.SearchStrategy[Origin]:
    """Return a strategy for origins; addresses are of the blocks kept for documentation."""
    return st.builds(
        Origin,
        address=st.sampled_from([None, "192.0.2.7", "2001:db8::7"]),
        agent=st.none() | st.text(max_size=10),
        referrer=st.none() | st.text(max_size=10),
        extra=_kept(extra),
    )


_LANGUAGES = st.sampled_from([None, "fr", "fr-CA", "fr_CA", "zh-Hant-TW"])


def posts(*, extra: st.SearchStrategy[Extra] | None = None) -> st.SearchStrategy[Post]:
    """Return a strategy for posts."""
    return st.builds(
        Post,
        st.text(min_size=1, max_size=4),
        title=st.none() | st.text(max_size=20),
        body=bodies(extra=extra),
        summary=st.none() | bodies(extra=extra),
        kind=st.sampled_from(PostKind),
        status=st.sampled_from(PostStatus),
        author=st.none() | authors(extra=extra),
        published_at=st.none() | moments(),
        updated_at=st.none() | moments(),
        language=_LANGUAGES,
        url=st.sampled_from([None, "https://example.org/2011/06/été.html"]),
        slug=st.sampled_from([None, "été", ""]),
        tags=st.lists(st.text(min_size=1, max_size=6), max_size=3),
        comments_closed_at=st.none() | moments(),
        extra=_kept(extra),
    )


def comments(
    *,
    ids: st.SearchStrategy[str] | None = None,
    post_ids: st.SearchStrategy[str] | None = None,
    parent_ids: st.SearchStrategy[str | None] | None = None,
    extra: st.SearchStrategy[Extra] | None = None,
) -> st.SearchStrategy[Comment]:
    """Return a strategy for single comments, of every status and kind."""
    some_id = st.text(min_size=1, max_size=4)
    return st.builds(
        Comment,
        some_id if ids is None else ids,
        some_id if post_ids is None else post_ids,
        author=st.none() | authors(extra=extra),
        body=bodies(extra=extra),
        created_at=st.none() | moments(),
        parent_id=st.none() | some_id if parent_ids is None else parent_ids,
        updated_at=st.none() | moments(),
        status=st.sampled_from(Status),
        kind=st.sampled_from(CommentKind),
        ups=st.integers(0, 99),
        downs=st.integers(0, 99),
        pinned=st.booleans(),
        language=_LANGUAGES,
        url=st.sampled_from([None, "https://example.org/2011/06/été.html#c2"]),
        origin=st.none() | origins(extra=extra),
        extra=_kept(extra),
    )


@st.composite
def comment_lists(
    draw: st.DrawFn, *, max_size: int = 12, post_id: str = "p", deepest: int = 12
) -> list[Comment]:
    """Draw the comments of one post, without defects, in the order in which they arrive.

    The forest is drawn as depths (each at most one more than the one before), which shrinks to the
    least tree; the order of arrival is drawn apart.
    """
    raw = draw(st.lists(st.integers(0, deepest), max_size=max_size))
    minutes = draw(st.lists(st.integers(0, 3), min_size=len(raw), max_size=len(raw)))
    branch: list[Comment] = []
    drawn: list[Comment] = []
    for number, (wanted, wait) in enumerate(zip(raw, minutes, strict=True)):
        del branch[min(wanted, len(branch)) :]
        parent = branch[-1] if branch else None
        earliest = parent.created_at if parent and parent.created_at else _START
        comment = Comment(
            f"c{number}",
            post_id,
            created_at=earliest.replace(minute=min(59, earliest.minute + wait)),
            parent_id=parent.id if parent else None,
            body=f"Commentaire {number}",
        )
        branch.append(comment)
        drawn.append(comment)
    return draw(st.permutations(drawn))


_START = datetime(2011, 6, 24, 13, 7, tzinfo=UTC)


@st.composite
def broken_comment_lists(draw: st.DrawFn, *, max_size: int = 12) -> list[Comment]:
    """Draw comments with anything wrong that exports have.

    There are missing parents, comments that answer themselves or each other in rings, ids that
    stand twice, parents under another post, replies older than their parents, and no dates.
    """
    ids = st.sampled_from("abcdef")
    moment = st.none() | st.integers(0, 3).map(lambda n: _START.replace(minute=n))
    comment = st.builds(
        Comment,
        ids,
        st.sampled_from(["p", "p", "p", "q"]),
        created_at=moment,
        parent_id=st.none() | ids,
        updated_at=moment,
        body=st.sampled_from(["", "x", "y"]),
    )
    drawn = draw(st.lists(comment, max_size=max_size))
    return drawn if draw(st.booleans()) else _without_shared_ids(drawn)


def _without_shared_ids(comments: list[Comment]) -> list[Comment]:
    return list({comment.id: comment for comment in comments}.values())
