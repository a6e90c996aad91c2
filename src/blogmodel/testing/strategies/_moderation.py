"""Who acts on comments, who looks at them, and what a site lets them do."""

from datetime import timedelta

from hypothesis import strategies as st

from blogmodel.moderation import Actor, Rights, Role, Viewer
from blogmodel.testing.strategies._choices import from_bank, or_else

__all__ = ["ACTORS", "actors", "rights", "viewers"]


def actors(
    *,
    roles: st.SearchStrategy[Role] | None = None,
    ids: st.SearchStrategy[str | None] | None = None,
) -> st.SearchStrategy[Actor]:
    """Return a strategy for actors; it shrinks to a moderator of whom no id is known.

    Args:
        roles: by default all.
        ids: fingerprints, or None; by default none and three that are easy to tell apart.

    Example:
        >>> from hypothesis import find
        >>> from blogmodel.testing import strategies as blog
        >>> find(blog.actors(), lambda actor: True)
        Actor(role=<Role.MODERATOR: 'moderator'>, id=None)
    """
    return st.builds(Actor, or_else(roles, _ROLES), or_else(ids, _FINGERPRINTS))


# A moderator first: what a test fails on is most readable with one in it.
_EVERY_ROLE = sorted(Role, key=lambda role: role is not Role.MODERATOR)
_ROLES = from_bank(_EVERY_ROLE)
_FINGERPRINTS = from_bank([None, *(f"{number:032x}" for number in range(1, 4))])

ACTORS = [Actor(role, who) for who in (None, f"{1:032x}", f"{2:032x}") for role in _EVERY_ROLE]
"""In every capacity somebody of whom no id is known, and two people."""


def viewers(
    *,
    roles: st.SearchStrategy[Role] | None = None,
    ids: st.SearchStrategy[str | None] | None = None,
    wrote: st.SearchStrategy[frozenset[str]] | None = None,
    posts: st.SearchStrategy[frozenset[str]] | None = None,
) -> st.SearchStrategy[Viewer]:
    """Return a strategy for those who look at comments; it shrinks to a reader who is not known.

    Args:
        roles: by default all.
        ids: by default those that `authors` has, and none.
        wrote: ids of comments that they wrote; by default of those of `comment_lists`.
        posts: ids of posts that they wrote; by default « p », or « p0 », or none.

    Example:
        >>> from hypothesis import find
        >>> from blogmodel.testing import strategies as blog
        >>> find(blog.viewers(), lambda viewer: viewer.wrote).wrote
        frozenset({'c0'})
    """
    return st.builds(
        Viewer,
        or_else(roles, _VIEWER_ROLES),
        id=or_else(ids, _VIEWER_IDS),
        wrote=or_else(wrote, _WROTE),
        posts=or_else(posts, _POSTS),
    )


_VIEWER_ROLES = from_bank(Role)
_VIEWER_IDS = from_bank([None, "u0", "u1", "U1", "é"])
_WROTE = st.frozensets(from_bank([f"c{number}" for number in range(12)]), max_size=3)
_POSTS = from_bank([frozenset[str](), frozenset({"p"}), frozenset({"p0"}), frozenset({"p", "p0"})])


def rights(
    *,
    post_author_approves: st.SearchStrategy[bool] | None = None,
    shadowing: st.SearchStrategy[bool] | None = None,
    windows: st.SearchStrategy[timedelta | None] | None = None,
) -> st.SearchStrategy[Rights]:
    """Return a strategy for what a site lets people do; it shrinks to nothing at all.

    Args:
        post_author_approves: by default either.
        shadowing: by default either.
        windows: of both kinds; by default none at all, a moment, some minutes, days, and for ever.

    Example:
        >>> from hypothesis import find
        >>> from blogmodel.testing import strategies as blog
        >>> find(blog.rights(), lambda rights: rights.shadowing).post_author_approves
        False
    """
    return st.builds(
        Rights,
        or_else(post_author_approves, st.booleans()),
        or_else(shadowing, st.booleans()),
        or_else(windows, _WINDOWS),
        or_else(windows, _WINDOWS),
    )


_WINDOWS = from_bank(
    [
        timedelta(0),
        timedelta(microseconds=1),
        timedelta(minutes=15),
        timedelta(days=30),
        None,
    ]
)
