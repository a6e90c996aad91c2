"""Posts, comments and where they came from."""

from hypothesis import strategies as st

from blogmodel.model import Comment, CommentKind, Extra, Origin, Post, PostKind, PostStatus, Status
from blogmodel.testing.strategies._bodies import bodies
from blogmodel.testing.strategies._extras import kept
from blogmodel.testing.strategies._moments import moments
from blogmodel.testing.strategies._people import authors

__all__ = ["comments", "origins", "posts"]


def origins(*, extra: st.SearchStrategy[Extra] | None = None) -> st.SearchStrategy[Origin]:
    """Return a strategy for origins; addresses are of the blocks kept for documentation."""
    return st.builds(
        Origin,
        address=st.sampled_from([None, "192.0.2.7", "2001:db8::7"]),
        agent=st.none() | st.text(max_size=10),
        referrer=st.none() | st.text(max_size=10),
        extra=kept(extra),
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
        extra=kept(extra),
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
        extra=kept(extra),
    )
