"""JSON Feed 1.1, of what the public may read; comments in the extension ``_comments``.

Source: https://www.jsonfeed.org/version/1.1/
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from blogmodel.formats._bodies import Rewriting
from blogmodel.formats._feed_words import author_of, moment_text, tag_of, title_of
from blogmodel.formats._json_feed import COMMENTS
from blogmodel.formats._json_out import dumped, known, listed, opened
from blogmodel.formats._public import Public
from blogmodel.model import MediaType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime

    from blogmodel.formats._entries import Site
    from blogmodel.formats._feed_options import FeedOptions
    from blogmodel.formats._public import Discussion, Reply
    from blogmodel.model import Author, Body, Comment, Post

__all__ = ["json_feed_pieces"]


def json_feed_pieces(
    site: Site | None,
    posts: Iterable[Post],
    comments: Iterable[Comment],
    options: FeedOptions,
    *,
    clean: Callable[[str], str] | None = None,
) -> Iterator[str]:
    """Yield a JSON Feed of what the public may read, in pieces.

    An item has its comments in ``_comments``, a flat list, each with what it answers in
    ``in_reply_to``: the id of a comment, or of the item. Ids are the blog's own. See
    `blogmodel.formats._public` for what is published.

    JSON Feed cannot hold: kinds, votes, pins, slugs, ids and e-mail addresses of authors, drafts,
    Markdown, which goes out as text. All comments are held, by post. O(n).

    Raises:
        InvalidTypeError: a post or a comment is none.

    Example:
        >>> from blogmodel import Post
        >>> from blogmodel.formats._feed_options import FeedOptions
        >>> from blogmodel.formats._write_json_feed import json_feed_pieces
        >>> feed = "".join(json_feed_pieces(None, [Post("1", title="Été")], [], FeedOptions()))
        >>> '"title":"Été"' in feed
        True
    """
    public = Public(site, comments, options)
    writer = _Items(Rewriting(clean))
    head = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title_of(site, public),
        "home_page_url": public.url,
        "feed_url": options.feed_url,
        "description": site.description if site else None,
        "language": tag_of(site.language if site else None),
        "authors": [_author(author) for author in site.authors] if site else [],
    }
    yield opened(known(head))
    shown = ((found, found.post) for found in public.posts(posts) if found.post is not None)
    yield from listed("items", ((writer.post(found, post),) for found, post in shown))
    yield "}\n"


class _Items:
    def __init__(self, bodies: Rewriting) -> None:
        self._bodies = bodies

    def post(self, discussion: Discussion, post: Post) -> str:
        fields: dict[str, Any] = {
            "id": post.id,
            "url": post.url,
            "title": post.title,
            **self._content(post.body),
            "summary": None if post.summary is None else self._bodies.text(post.summary),
            **_dates(post.published_at, post.updated_at),
            "authors": _authors(post.author),
            "tags": list(post.tags),
            "language": tag_of(post.language),
            COMMENTS: [self._comment(reply, post.id) for reply in discussion.replies],
        }
        return dumped(known(fields))

    def _comment(self, reply: Reply, post_id: str) -> dict[str, Any]:
        comment = reply.comment
        return known(
            {
                "id": comment.id,
                "in_reply_to": reply.answers.comment.id if reply.answers else post_id,
                "url": comment.url,
                **self._content(comment.body),
                **_dates(comment.created_at, comment.updated_at),
                "authors": _authors(comment.author),
                "language": tag_of(comment.language),
            }
        )

    def _content(self, body: Body) -> dict[str, str]:
        ready = self._bodies.ready(body)
        name = "content_html" if ready.media_type is MediaType.HTML else "content_text"
        return {name: ready.text}


def _dates(published: datetime | None, updated: datetime | None) -> dict[str, str | None]:
    return {
        "date_published": moment_text(published) if published else None,
        "date_modified": moment_text(updated) if updated else None,
    }


def _authors(author: Author | None) -> list[dict[str, Any]]:
    return [_author(author)] if author is not None and author_of(author) else []


def _author(author: Author) -> dict[str, Any]:
    return known({"name": author_of(author), "url": author.url})
