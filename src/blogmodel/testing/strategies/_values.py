"""Posts, comments and where they came from: each field can be fixed, and the rest is drawn."""

from datetime import datetime

from hypothesis import strategies as st

from blogmodel.model import (
    Author,
    Body,
    Comment,
    CommentKind,
    Extra,
    Origin,
    Post,
    PostKind,
    PostStatus,
    Status,
)
from blogmodel.testing.strategies._bodies import bodies
from blogmodel.testing.strategies._choices import from_bank, or_else
from blogmodel.testing.strategies._extras import kept
from blogmodel.testing.strategies._moments import moments
from blogmodel.testing.strategies._people import authors

__all__ = ["comments", "origins", "posts"]


def origins(
    *,
    addresses: st.SearchStrategy[str | None] | None = None,
    agents: st.SearchStrategy[str | None] | None = None,
    referrers: st.SearchStrategy[str | None] | None = None,
    extra: st.SearchStrategy[Extra] | None = None,
) -> st.SearchStrategy[Origin]:
    """Return a strategy for origins; addresses are of the blocks kept for documentation.

    Args:
        addresses: by default none, and addresses of both versions of the protocol.
        agents: by default none, and what browsers and others say.
        referrers: by default none, and pages.
        extra: kept fields; by default none.

    Example:
        >>> from hypothesis import find
        >>> from blogmodel.testing import strategies as blog
        >>> find(blog.origins(), lambda origin: origin.address is not None).address
        '192.0.2.7'
    """
    return st.builds(
        Origin,
        address=or_else(addresses, _ADDRESSES),
        agent=or_else(agents, _AGENTS),
        referrer=or_else(referrers, _REFERRERS),
        extra=kept(extra),
    )


def posts(  # noqa: PLR0913 - what there is to fix
    *,
    ids: st.SearchStrategy[str] | None = None,
    titles: st.SearchStrategy[str | None] | None = None,
    bodies: st.SearchStrategy[Body] | None = None,
    summaries: st.SearchStrategy[Body | None] | None = None,
    kinds: st.SearchStrategy[PostKind] | None = None,
    statuses: st.SearchStrategy[PostStatus] | None = None,
    authors: st.SearchStrategy[Author | None] | None = None,
    published_at: st.SearchStrategy[datetime | None] | None = None,
    updated_at: st.SearchStrategy[datetime | None] | None = None,
    languages: st.SearchStrategy[str | None] | None = None,
    urls: st.SearchStrategy[str | None] | None = None,
    slugs: st.SearchStrategy[str | None] | None = None,
    tags: st.SearchStrategy[list[str]] | None = None,
    comments_closed_at: st.SearchStrategy[datetime | None] | None = None,
    extra: st.SearchStrategy[Extra] | None = None,
) -> st.SearchStrategy[Post]:
    """Return a strategy for posts, of every kind and status; it shrinks to ``Post('p0')``.

    Each argument is a strategy for the field of that name, and has a default that draws anything
    that the field may hold; kept fields are drawn only where ``extra`` asks for them, in the
    post's author and bodies too.

    Example:
        >>> from hypothesis import find, strategies as st
        >>> from blogmodel.testing import strategies as blog
        >>> find(blog.posts(titles=st.just("Été")), lambda post: True)
        Post('p0', title='Été')
    """
    some_bodies = or_else(bodies, _bodies(extra=extra))
    return st.builds(
        Post,
        or_else(ids, _POST_IDS),
        title=or_else(titles, _TITLES),
        body=some_bodies,
        summary=or_else(summaries, st.none() | some_bodies),
        kind=or_else(kinds, st.sampled_from(PostKind)),
        status=or_else(statuses, st.sampled_from(PostStatus)),
        author=or_else(authors, st.none() | _authors(extra=extra)),
        published_at=or_else(published_at, _MOMENTS),
        updated_at=or_else(updated_at, _MOMENTS),
        language=or_else(languages, _LANGUAGES),
        url=or_else(urls, _URLS),
        slug=or_else(slugs, _SLUGS),
        tags=or_else(tags, _TAGS),
        comments_closed_at=or_else(comments_closed_at, _MOMENTS),
        extra=kept(extra),
    )


def comments(  # noqa: PLR0913 - what there is to fix
    *,
    ids: st.SearchStrategy[str] | None = None,
    post_ids: st.SearchStrategy[str] | None = None,
    parent_ids: st.SearchStrategy[str | None] | None = None,
    authors: st.SearchStrategy[Author | None] | None = None,
    bodies: st.SearchStrategy[Body] | None = None,
    created_at: st.SearchStrategy[datetime | None] | None = None,
    updated_at: st.SearchStrategy[datetime | None] | None = None,
    statuses: st.SearchStrategy[Status] | None = None,
    kinds: st.SearchStrategy[CommentKind] | None = None,
    ups: st.SearchStrategy[int] | None = None,
    downs: st.SearchStrategy[int] | None = None,
    pinned: st.SearchStrategy[bool] | None = None,
    languages: st.SearchStrategy[str | None] | None = None,
    urls: st.SearchStrategy[str | None] | None = None,
    origins: st.SearchStrategy[Origin | None] | None = None,
    extra: st.SearchStrategy[Extra] | None = None,
) -> st.SearchStrategy[Comment]:
    """Return a strategy for single comments; it shrinks to ``Comment('c0', 'p0', body='Merci !')``.

    They need not go together: for those of one post see `comment_lists`. Each argument is a
    strategy for the field of that name, and has a default that draws anything that the field may
    hold; kept fields are drawn only where ``extra`` asks for them, in the author, the body and the
    origin too.

    Example:
        >>> from hypothesis import find, strategies as st
        >>> from blogmodel import Status
        >>> from blogmodel.testing import strategies as blog
        >>> spam = blog.comments(statuses=st.just(Status.SPAM), authors=blog.authors())
        >>> find(spam, lambda comment: True)
        Comment('c0', 'p0', author='Zoé', body='Merci !')
    """
    return st.builds(
        Comment,
        or_else(ids, _COMMENT_IDS),
        or_else(post_ids, _POST_IDS),
        author=or_else(authors, st.none() | _authors(extra=extra)),
        body=or_else(bodies, _bodies(extra=extra)),
        created_at=or_else(created_at, _MOMENTS),
        parent_id=or_else(parent_ids, _PARENT_IDS),
        updated_at=or_else(updated_at, _MOMENTS),
        status=or_else(statuses, _STATUSES),
        kind=or_else(kinds, st.sampled_from(CommentKind)),
        ups=or_else(ups, _VOTES),
        downs=or_else(downs, _VOTES),
        pinned=or_else(pinned, st.booleans()),
        language=or_else(languages, _LANGUAGES),
        url=or_else(urls, _URLS),
        origin=or_else(origins, st.none() | _origins(extra=extra)),
        extra=kept(extra),
    )


# The strategies of other files, where an argument has the name of one.
_authors, _bodies, _origins = authors, bodies, origins

_IDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=4)
_COMMENT_IDS = from_bank([f"c{number}" for number in range(12)]) | _IDS
_POST_IDS = from_bank(["p0", "p1", "P1"]) | _IDS
_PARENT_IDS = st.none() | _COMMENT_IDS
_MOMENTS = st.none() | moments()
_LANGUAGES = from_bank([None, "fr", "fr-CA", "fr_CA", "zh-Hant-TW"])
_URLS = from_bank(
    [
        *(None, "https://example.org/2011/06/billet.html", "http://exemple.ca/?p=12#comment-3"),
        *("https://example.org/2011/06/été.html#c2", "HTTPS://EXAMPLE.ORG/%C3%A9?a=1&b=2"),
    ]
)
_TITLES = st.none() | from_bank(
    ["Billet", "L’été, déjà ?", "", "<b>Oui</b> & non", "À l’\u202eétrop\u202c", "é" * 300]
)
_SLUGS = from_bank([None, "billet", "été", "", "a/b", "..", "%C3%A9"])
_TAGS = st.lists(
    from_bank(["agile", "été", "e\u0301té", "Été", "l’eau", "a,b", " ", "#1"]), max_size=3
)
# PUBLISHED first, so that what a test fails on is published where that does not matter.
_STATUSES = from_bank([Status.PUBLISHED, *Status])
_VOTES = st.integers(0, 99)
_ADDRESSES = from_bank(
    [None, "192.0.2.7", "198.51.100.255", "2001:db8::7", "2001:DB8:0:0::7%eth0", "::ffff:192.0.2.7"]
)
_AGENTS = from_bank(
    [None, "Mozilla/5.0 (X11; Linux x86_64)", "", "curl/8.5", "<script>", "é" * 300]
)
_REFERRERS = from_bank([None, "https://example.org/", "", "android-app://x", "é"])
