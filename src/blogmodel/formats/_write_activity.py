"""ActivityStreams 2.0: posts as articles, comments as notes in reply to them.

Source: W3C Recommendations « Activity Streams 2.0 » and « Activity Vocabulary », 23 May 2017.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from blogmodel.formats._bodies import Rewriting
from blogmodel.formats._feed_words import author_of, moment_text, title_of
from blogmodel.formats._json_out import dumped, known, listed, opened
from blogmodel.formats._public import Public
from blogmodel.model import MediaType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from blogmodel.formats._entries import Site
    from blogmodel.formats._feed_options import FeedOptions
    from blogmodel.formats._public import Discussion, Reply
    from blogmodel.model import Author, Body, Comment, Post

__all__ = ["activity_pieces"]


def activity_pieces(
    site: Site | None,
    posts: Iterable[Post],
    comments: Iterable[Comment],
    options: FeedOptions,
    *,
    clean: Callable[[str], str] | None = None,
) -> Iterator[str]:
    """Yield a collection of ActivityStreams of what the public may read, in pieces.

    Each post is followed by its comments; ``inReplyTo`` names what each answers. A comment that is
    not published, and that published ones answer, is a ``Tombstone``. The number of items is not
    told, since it is known at the end alone. All comments are held, by post. O(n).

    Raises:
        InvalidTypeError: a post or a comment is none.

    Example:
        >>> from blogmodel import Post
        >>> from blogmodel.formats._feed_options import FeedOptions
        >>> from blogmodel.formats._write_activity import activity_pieces
        >>> data = "".join(activity_pieces(None, [Post("1", title="Été")], [], FeedOptions()))
        >>> '"type":"Article"' in data
        True
    """
    public = Public(site, comments, options)
    writer = _Objects(Rewriting(clean))
    head = {
        "@context": "https://www.w3.org/ns/activitystreams",
        "type": "OrderedCollection",
        "id": public.iri,
        "name": title_of(site, public) or None,
        "summary": site.description if site else None,
        "url": public.url,
    }
    yield opened(known(head))
    shown = ((found, found.post) for found in public.posts(posts) if found.post is not None)
    found = (each for discussion, post in shown for each in writer.objects(discussion, post))
    yield from listed("orderedItems", ((dumped(each),) for each in found))
    yield "}\n"


class _Objects:
    def __init__(self, bodies: Rewriting) -> None:
        self._bodies = bodies

    def objects(self, discussion: Discussion, post: Post) -> Iterator[dict[str, Any]]:
        yield self._article(discussion, post)
        for reply in discussion.everyone:
            yield (
                self._note(reply, discussion.iri)
                if reply.is_shown
                else _tombstone(reply, discussion.iri)
            )

    def _article(self, discussion: Discussion, post: Post) -> dict[str, Any]:
        return known(
            {
                "type": "Article",
                "id": discussion.iri,
                "name": post.title,
                "summary": None if post.summary is None else self._bodies.html(post.summary),
                **self._content(post.body),
                "attributedTo": _person(post.author),
                "published": moment_text(post.published_at) if post.published_at else None,
                "updated": moment_text(post.updated_at) if post.updated_at else None,
                "url": post.url,
                "tag": [{"type": "Hashtag", "name": f"#{_tag(tag)}"} for tag in post.tags],
                "replies": {"type": "Collection", "totalItems": len(discussion.replies)},
            }
        )

    def _note(self, reply: Reply, post: str) -> dict[str, Any]:
        comment = reply.comment
        return known(
            {
                "type": "Note",
                "id": reply.iri,
                "inReplyTo": reply.parent.iri if reply.parent else post,
                **self._content(comment.body),
                "attributedTo": _person(comment.author),
                "published": moment_text(comment.created_at) if comment.created_at else None,
                "updated": moment_text(comment.updated_at) if comment.updated_at else None,
                "url": comment.url,
            }
        )

    def _content(self, body: Body) -> dict[str, Any]:
        told: dict[str, Any] = {"content": self._bodies.html(body)}
        if body.media_type is not MediaType.HTML:
            told["source"] = {"content": body.text, "mediaType": body.media_type.value}
        return told


def _tombstone(reply: Reply, post: str) -> dict[str, Any]:
    return {
        "type": "Tombstone",
        "id": reply.iri,
        "formerType": "Note",
        "inReplyTo": reply.parent.iri if reply.parent else post,
    }


def _tag(tag: str) -> str:
    return "".join(tag.split())


def _person(author: Author | None) -> dict[str, Any] | None:
    name = author_of(author)
    if author is None or name is None:
        return None
    return known({"type": "Person", "name": name, "url": author.url})
