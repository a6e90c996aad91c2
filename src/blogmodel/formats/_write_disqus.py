"""Disqus's XML: posts as threads, comments as posts.

It cannot hold: a post's body beyond its text, kind, summary, tags, language, slug; drafts and
private posts (they are written as published threads would be, so they are left out); a comment's
kind, votes, pins, language, address, and statuses beyond published, waiting, spam and deleted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blogmodel.formats._markup import as_html
from blogmodel.formats._write_xml import cdata, element, zulu
from blogmodel.model import PostStatus, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from blogmodel.formats._entries import Site
    from blogmodel.model import Author, Comment, Post

__all__ = ["disqus_pieces"]

_FIRST = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    '<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">\n'
)
_DELETED = frozenset({Status.REJECTED, Status.REMOVED, Status.WITHDRAWN, Status.ERASED})
_WAITING = frozenset({Status.PENDING, Status.SHADOWED})


def disqus_pieces(
    site: Site | None, posts: Iterable[Post], comments: Iterable[Comment]
) -> Iterator[str]:
    """Yield an export of Disqus, piece by piece."""
    yield _FIRST
    forum = site.id if site is not None else None
    for post in posts:
        yield from _thread(post, forum)
    for comment in comments:
        yield from _post(comment)
    yield "</disqus>\n"


def _thread(post: Post, forum: str | None) -> Iterator[str]:
    yield f"<thread{_id(post.id)}>\n"
    identifier = post.extra.as_dict().get("identifier") if post.extra else None
    yield from _lines(
        element("id", identifier if isinstance(identifier, str) else None),
        element("forum", forum) if forum else "",
        element("link", post.url) if post.url else "",
        element("title", post.title) if post.title else "",
        cdata("message", as_html(post.body)),
        element("createdAt", zulu(post.published_at)) if post.published_at else "",
        _author(post.author),
        element("isClosed", _flag(post.comments_closed_at is not None)),
        element("isDeleted", _flag(post.status is PostStatus.TRASHED)),
    )
    yield "</thread>\n"


def _post(comment: Comment) -> Iterator[str]:
    yield f"<post{_id(comment.id)}>\n"
    identifier = comment.extra.as_dict().get("identifier") if comment.extra else None
    address = comment.origin.address if comment.origin else None
    yield from _lines(
        element("id", identifier if isinstance(identifier, str) else None),
        cdata("message", as_html(comment.body)),
        element("createdAt", zulu(comment.created_at)) if comment.created_at else "",
        element("isDeleted", _flag(comment.status in _DELETED)),
        element("isSpam", _flag(comment.status is Status.SPAM)),
        element("isApproved", "false") if comment.status in _WAITING else "",
        _author(comment.author),
        element("ipAddress", address) if address else "",
        f"<thread{_id(comment.post_id)}/>",
        f"<parent{_id(comment.parent_id)}/>" if comment.parent_id is not None else "",
    )
    yield "</post>\n"


def _lines(*lines: str) -> Iterator[str]:
    return (f"  {line}\n" for line in lines if line)


def _id(id_: str) -> str:
    return element("", dsq__id=id_).removeprefix("<").removesuffix("/>")


def _flag(value: bool) -> str:  # noqa: FBT001 - it is what is written
    return "true" if value else "false"


def _author(author: Author | None) -> str:
    if author is None:
        return ""
    parts = [
        element("email", author.email) if author.email else "",
        element("name", author.name),
        element("isAnonymous", _flag(author.id is None)),
        element("username", author.id) if author.id else "",
        element("link", author.url) if author.url else "",
    ]
    return f"<author>{''.join(parts)}</author>"
