"""Linked data for search engines: a schema.org ``Blog`` with its posts and their comments.

Source: https://schema.org/Blog, BlogPosting, Comment.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from blogmodel.formats._bodies import Rewriting
from blogmodel.formats._feed_words import author_of, moment_text, tag_of, title_of
from blogmodel.formats._json_out import dumped, known, listed, opened, script_safe
from blogmodel.formats._public import Public

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from blogmodel.formats._entries import Site
    from blogmodel.formats._feed_options import FeedOptions
    from blogmodel.formats._public import Discussion, Reply
    from blogmodel.model import Author, Body, Comment, Post

__all__ = ["json_ld_pieces"]


def json_ld_pieces(
    site: Site | None,
    posts: Iterable[Post],
    comments: Iterable[Comment],
    options: FeedOptions,
) -> Iterator[str]:
    """Yield JSON-LD of what the public may read, in pieces, safe in a ``<script>`` of a page.

    Comments are a flat list under their post; ``parentItem`` names what each answers, so that no
    depth upsets a parser. Texts are what a reader sees. See `blogmodel.formats._public` for what is
    published and for the ids. All comments are held, by post. O(n).

    Raises:
        InvalidTypeError: a post or a comment is none.
        MissingExtraError: a body is HTML or Markdown, and the extra that reads it is not installed.

    Example:
        >>> from blogmodel import Post
        >>> from blogmodel.formats._feed_options import FeedOptions
        >>> from blogmodel.formats._write_jsonld import json_ld_pieces
        >>> data = "".join(json_ld_pieces(None, [Post("1", title="Été")], [], FeedOptions()))
        >>> '"headline":"Été"' in data
        True
    """
    public = Public(site, comments, options)
    bodies = Rewriting()
    head = {
        "@context": "https://schema.org",
        "@type": "Blog",
        "@id": public.iri,
        "name": title_of(site, public) or None,
        "description": site.description if site else None,
        "url": public.url,
        "inLanguage": tag_of(site.language if site else None),
    }
    yield script_safe(opened(known(head)))
    shown = ((found, found.post) for found in public.posts(posts) if found.post is not None)
    items = ((dumped(_post(found, post, bodies)),) for found, post in shown)
    for piece in listed("blogPost", items):
        yield script_safe(piece)
    yield "}\n"


def _post(discussion: Discussion, post: Post, bodies: Rewriting) -> dict[str, Any]:
    return known(
        {
            "@type": "BlogPosting",
            "@id": discussion.iri,
            "headline": post.title,
            "abstract": None if post.summary is None else _text(post.summary, bodies),
            "articleBody": _text(post.body, bodies),
            "author": _person(post.author),
            "datePublished": moment_text(post.published_at) if post.published_at else None,
            "dateModified": moment_text(post.updated_at) if post.updated_at else None,
            "inLanguage": tag_of(post.language),
            "keywords": list(post.tags),
            "url": post.url,
            "commentCount": len(discussion.replies),
            "comment": [_comment(reply, discussion.iri, bodies) for reply in discussion.replies],
        }
    )


def _comment(reply: Reply, post: str, bodies: Rewriting) -> dict[str, Any]:
    comment = reply.comment
    return known(
        {
            "@type": "Comment",
            "@id": reply.iri,
            "parentItem": {"@id": reply.answers.iri if reply.answers else post},
            "text": _text(comment.body, bodies),
            "author": _person(comment.author),
            "dateCreated": moment_text(comment.created_at) if comment.created_at else None,
            "dateModified": moment_text(comment.updated_at) if comment.updated_at else None,
            "inLanguage": tag_of(comment.language),
            "url": comment.url,
            "upvoteCount": comment.ups,
            "downvoteCount": comment.downs,
        }
    )


def _text(body: Body, bodies: Rewriting) -> str | None:
    return bodies.text(body) or None


def _person(author: Author | None) -> dict[str, Any] | None:
    name = author_of(author)
    if author is None or name is None:
        return None
    return known({"@type": "Person", "name": name, "url": author.url})
