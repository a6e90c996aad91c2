"""Atom (RFC 4287), comments threaded by RFC 4685."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from blogmodel.formats._bodies import Rewriting
from blogmodel.formats._feed_words import author_of, moment_text, tag_of, title_of, unknown_author
from blogmodel.formats._public import Discussion, Public, Reply, latest, public_name
from blogmodel.formats._xml_out import element, start_tag
from blogmodel.model import MediaType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from blogmodel.formats._entries import Site
    from blogmodel.formats._feed_options import FeedOptions
    from blogmodel.model import Author, Body, Comment, Post

__all__ = ["atom_pieces"]


def atom_pieces(  # noqa: PLR0913 - the contract of writers, and what they do to bodies
    site: Site | None,
    posts: Iterable[Post],
    comments: Iterable[Comment],
    options: FeedOptions,
    *,
    clean: Callable[[str], str] | None = None,
    markdown: Callable[[str], str] | None = None,
) -> Iterator[str]:
    """Yield an Atom feed of what the public may read, in pieces.

    Posts and comments are entries; each post is followed by its comments. A comment names the one
    that it answers, then its post (``thr:in-reply-to``), so that readers that take the first get
    the direct parent. See `blogmodel.formats._public` for what is published and for the ids.

    An entry was updated when it was changed, else when it was published, else when the feed was;
    the feed, when the options say, else at the latest moment in it, else when 1970 began. An entry
    whose author is unknown has the options' default author. A comment's title is its author's name.

    Atom cannot hold: kinds of posts and comments, votes, pins, slugs, ids of authors, when comments
    are closed, the description of a blog whose title is its only text, its time zone. Markdown
    stays Markdown (``type="text/markdown"``) where nothing makes HTML of it; in a summary it is
    plain text. Control characters are left out, as XML cannot hold them.

    All comments are held, by post; posts only where ``options.updated_at`` is None. O(n).

    Source: RFC 4287, RFC 4685, RFC 5005 for nothing: a feed is whole.

    Args:
        site: the blog.
        posts: its posts; where none at all is given, the comments are the feed.
        comments: of any posts, in any order.
        options: what neither of them tells.
        clean: makes HTML safe; without it HTML stays as it is, as readers of feeds make it safe.
        markdown: makes HTML of Markdown.

    Raises:
        InvalidTypeError: a post or a comment is none.

    Example:
        >>> from blogmodel import Post
        >>> from blogmodel.formats._feed_options import FeedOptions
        >>> from blogmodel.formats._write_atom import atom_pieces
        >>> feed = "".join(atom_pieces(None, [Post("1", title="Été")], [], FeedOptions()))
        >>> "<title>Été</title>" in feed
        True
    """
    public = Public(site, comments, options)
    entries: Iterable[Discussion] = public.entries(posts)
    updated = options.updated_at
    if updated is None:
        entries = list(entries)
        updated = latest(entries) or _EPOCH
    writer = _Entries(options, Rewriting(clean, markdown), unknown_author(site, options), updated)
    yield _head(site, public, options, updated)
    for discussion in entries:
        if discussion.post is not None:
            yield writer.post(discussion, discussion.post)
        for reply in discussion.replies:
            yield writer.comment(discussion, reply)
    yield "</feed>\n"


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def _head(site: Site | None, public: Public, options: FeedOptions, updated: datetime) -> str:
    names = {
        "xmlns": "http://www.w3.org/2005/Atom",
        "xmlns:thr": "http://purl.org/syndication/thread/1.0",
        "xml:lang": tag_of(site.language if site else None),
    }
    parts = [
        '<?xml version="1.0" encoding="utf-8"?>\n',
        start_tag("feed", names),
        element("id", public.iri),
        element("title", title_of(site, public)),
        element("updated", moment_text(updated)),
    ]
    if site and site.description:
        parts.append(element("subtitle", site.description))
    if public.url:
        parts.append(_link("alternate", public.url, "text/html"))
    if options.feed_url:
        parts.append(_link("self", options.feed_url, "application/atom+xml"))
    parts += [_person(public_name(author), author.url) for author in (site.authors if site else ())]
    return "".join(parts) + "\n"


def _link(rel: str, href: str, media_type: str) -> str:
    return element("link", None, {"rel": rel, "type": media_type, "href": href})


def _person(name: str, url: str | None) -> str:
    uri = element("uri", url) if url else ""
    return f"<author>{element('name', name)}{uri}</author>"


class _Entries:
    """Writes entries."""

    def __init__(
        self, options: FeedOptions, bodies: Rewriting, nobody: str, updated: datetime
    ) -> None:
        self._options = options
        self._bodies = bodies
        self._nobody = nobody
        self._updated = updated

    def post(self, discussion: Discussion, post: Post) -> str:
        summary = self._text("summary", post.summary) if post.summary is not None else ""
        return "".join(
            [
                start_tag("entry", {"xml:lang": tag_of(post.language)}),
                element("id", discussion.iri),
                element("title", post.title or ""),
                self._author(post.author),
                self._moments(post.published_at, post.updated_at),
                _link("alternate", post.url, "text/html") if post.url else "",
                self._replies(discussion, post),
                *(element("category", None, {"term": tag}) for tag in post.tags),
                summary,
                self._content(post.body, post.url),
                "</entry>\n",
            ]
        )

    def comment(self, discussion: Discussion, reply: Reply) -> str:
        comment = reply.comment
        post_url = discussion.post.url if discussion.post is not None else None
        return "".join(
            [
                start_tag("entry", {"xml:lang": tag_of(comment.language)}),
                element("id", reply.iri),
                element("title", author_of(comment.author) or self._nobody),
                self._author(comment.author),
                self._moments(comment.created_at, comment.updated_at),
                _link("alternate", comment.url, "text/html") if comment.url else "",
                _in_reply_to(reply.answers.iri, reply.answers.comment.url) if reply.answers else "",
                _in_reply_to(discussion.iri, post_url),
                self._content(comment.body, comment.url),
                "</entry>\n",
            ]
        )

    def _author(self, author: Author | None) -> str:
        return _person(author_of(author) or self._nobody, author.url if author else None)

    def _moments(self, published: datetime | None, updated: datetime | None) -> str:
        told = "" if published is None else element("published", moment_text(published))
        return f"{told}{element('updated', moment_text(updated or published or self._updated))}"

    def _replies(self, discussion: Discussion, post: Post) -> str:
        """Tell how many comments there are, when the last came, and where they are."""
        if not discussion.replies:
            return ""
        count = str(len(discussion.replies))
        last = latest([Discussion(None, post.id, "", discussion.everyone)])
        told = {"thr:count": count, "thr:updated": moment_text(last) if last else None}
        places = {
            "text/html": self._options.page_of_comments(post.id, post.url),
            "application/atom+xml": self._options.feed_of_comments(post.id),
        }
        links = [
            element("link", None, {"rel": "replies", "type": kind, "href": href, **told})
            for kind, href in places.items()
            if href is not None
        ]
        return "".join([*links, element("thr:total", count)])

    def _content(self, body: Body, url: str | None) -> str:
        return self._text("content", body, url)

    def _text(self, name: str, body: Body, url: str | None = None) -> str:
        """Write a body; relative links in its HTML start at the page where it stands."""
        ready = self._bodies.ready(body)
        if ready.media_type is MediaType.HTML:
            return element(name, ready.text, {"type": "html", "xml:base": url})
        is_markdown = ready.media_type is MediaType.MARKDOWN and name == "content"
        kind = ready.media_type.value if is_markdown else "text"
        return element(name, ready.text, {"type": kind})


def _in_reply_to(iri: str, url: str | None) -> str:
    told = {"ref": iri, "href": url, "type": "text/html" if url else None}
    return element("thr:in-reply-to", None, told)
