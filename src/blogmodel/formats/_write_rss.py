"""RSS 2.0, with the modules that blogs use: content, Dublin Core, slash, wfw, Atom, threads."""

from __future__ import annotations

from email.utils import format_datetime
from typing import TYPE_CHECKING

from blogmodel.formats._bodies import Rewriting
from blogmodel.formats._feed_words import author_of, moment_text, tag_of, title_of
from blogmodel.formats._public import Discussion, Public, Reply
from blogmodel.formats._xml_out import element, start_tag

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime

    from blogmodel.formats._entries import Site
    from blogmodel.formats._feed_options import FeedOptions
    from blogmodel.model import Author, Comment, Post

__all__ = ["rss_pieces"]


def rss_pieces(  # noqa: PLR0913 - the contract of writers, and what they do to bodies
    site: Site | None,
    posts: Iterable[Post],
    comments: Iterable[Comment],
    options: FeedOptions,
    *,
    clean: Callable[[str], str] | None = None,
    markdown: Callable[[str], str] | None = None,
) -> Iterator[str]:
    """Yield an RSS 2.0 feed of what the public may read, in pieces.

    RSS has no comments: items are posts, and each tells how many it has (``slash:comments``) and
    where they are. Where no post at all is given, the items are the comments, and each names the
    one that it answers, then its post (``thr:in-reply-to`` of RFC 4685). See
    `blogmodel.formats._public` for what is published and for the ids.

    A post's body is ``content:encoded`` and its summary ``description``; a post that has neither
    summary nor title has its body as ``description``, since RSS wants one of these two.

    RSS cannot hold: the texts of comments beside posts, fractions of seconds of what was published,
    whether a body is text, Markdown or HTML (all is HTML), the addresses of authors, and all that
    Atom cannot hold. Control characters are left out, as XML cannot hold them.

    All comments are held, by post; posts are not. O(n).

    Source: RSS 2.0.11, RSS Best Practices Profile, RFC 4685, section 2.

    Args:
        site: the blog.
        posts: its posts; where none at all is given, the comments are the feed.
        comments: of any posts, in any order.
        options: what neither of them tells; `FeedOptions.default_author` is not needed here.
        clean: makes HTML safe; without it HTML stays as it is, as readers of feeds make it safe.
        markdown: makes HTML of Markdown; without it, Markdown is shown as it is written.

    Raises:
        InvalidTypeError: a post or a comment is none.

    Example:
        >>> from blogmodel import Post
        >>> from blogmodel.formats._feed_options import FeedOptions
        >>> from blogmodel.formats._write_rss import rss_pieces
        >>> feed = "".join(rss_pieces(None, [Post("1", title="Été")], [], FeedOptions()))
        >>> "<item><title>Été</title>" in feed
        True
    """
    public = Public(site, comments, options)
    writer = _Items(options, Rewriting(clean, markdown))
    yield _head(site, public, options)
    for discussion in public.entries(posts):
        if discussion.post is not None:
            yield writer.post(discussion, discussion.post)
        else:
            yield from (writer.comment(discussion, reply) for reply in discussion.replies)
    yield "</channel></rss>\n"


_NAMES = {
    "version": "2.0",
    "xmlns:atom": "http://www.w3.org/2005/Atom",
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:slash": "http://purl.org/rss/1.0/modules/slash/",
    "xmlns:thr": "http://purl.org/syndication/thread/1.0",
    "xmlns:wfw": "http://wellformedweb.org/CommentAPI/",
}


def _head(site: Site | None, public: Public, options: FeedOptions) -> str:
    title = title_of(site, public)
    language = tag_of(site.language if site else None)
    updated = options.updated_at
    parts = [
        '<?xml version="1.0" encoding="utf-8"?>\n',
        start_tag("rss", _NAMES),
        "<channel>",
        element("title", title),
        # RSS wants a link; its id is the only address of a blog that tells none.
        element("link", public.url or options.feed_url or public.iri),
        element("description", (site.description if site else None) or title),
        element("language", language) if language else "",
        element("lastBuildDate", _rfc822(updated)) if updated else "",
    ]
    if options.feed_url:
        told = {"rel": "self", "type": "application/rss+xml", "href": options.feed_url}
        parts.append(element("atom:link", None, told))
    return "".join(parts) + "\n"


def _rfc822(moment: datetime) -> str:
    return format_datetime(moment, usegmt=True)


class _Items:
    """Writes items."""

    def __init__(self, options: FeedOptions, bodies: Rewriting) -> None:
        self._options = options
        self._bodies = bodies

    def post(self, discussion: Discussion, post: Post) -> str:
        parts = [
            "<item>",
            element("title", post.title) if post.title else "",
            _about(discussion.iri, post.url, post.author, post.language),
            _dates(post.published_at, post.updated_at),
            *(element("category", tag) for tag in post.tags),
            self._comments(discussion, post),
            self._texts(post),
            "</item>\n",
        ]
        return "".join(parts)

    def _texts(self, post: Post) -> str:
        body = self._bodies.html(post.body)
        if post.summary is not None:
            summary = element("description", self._bodies.html(post.summary))
            return f"{summary}{element('content:encoded', body)}"
        return element("content:encoded" if post.title else "description", body)

    def _comments(self, discussion: Discussion, post: Post) -> str:
        places = {
            "comments": self._options.page_of_comments(post.id, post.url),
            "wfw:comment": self._options.place_for_comments(post.id),
            "wfw:commentRss": self._options.feed_of_comments(post.id),
            "slash:comments": str(len(discussion.replies)),
        }
        return "".join(element(name, place) for name, place in places.items() if place is not None)

    def comment(self, discussion: Discussion, reply: Reply) -> str:
        comment = reply.comment
        name = author_of(comment.author)
        answered = [reply.answers.iri] if reply.answers else []
        parts = [
            "<item>",
            element("title", name) if name else "",
            _about(reply.iri, comment.url, comment.author, comment.language),
            _dates(comment.created_at, comment.updated_at),
            *(
                element("thr:in-reply-to", None, {"ref": iri})
                for iri in [*answered, discussion.iri]
            ),
            element("description", self._bodies.html(comment.body)),
            "</item>\n",
        ]
        return "".join(parts)


def _about(iri: str, url: str | None, author: Author | None, language: str | None) -> str:
    name, tag = author_of(author), tag_of(language)
    parts = [
        element("link", url) if url else "",
        element("guid", iri, {"isPermaLink": "true" if iri == url else "false"}),
        element("dc:creator", name) if name else "",
        element("dc:language", tag) if tag else "",
    ]
    return "".join(parts)


def _dates(published: datetime | None, updated: datetime | None) -> str:
    first = element("pubDate", _rfc822(published)) if published else ""
    return f"{first}{element('atom:updated', moment_text(updated))}" if updated else first
