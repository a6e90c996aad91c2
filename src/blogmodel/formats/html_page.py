"""The writer of HTML: one page that a browser shows as it is, with posts and conversations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from blogmodel import _checks
from blogmodel.formats._entries import Site
from blogmodel.formats._html_bodies import chosen
from blogmodel.formats._html_clean import HtmlCleaner
from blogmodel.formats._html_escape import Anchors
from blogmodel.formats._html_frame import Page
from blogmodel.formats._html_options import Bodies, HtmlOptions
from blogmodel.formats._html_post import ShownPost
from blogmodel.model import Comment, Post, PostStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["Bodies", "HtmlOptions", "TextSink", "html_page", "html_pieces", "write_html"]


class TextSink(Protocol):
    """What text is written to, such as a file opened with ``encoding="utf-8"``."""

    def write(self, text: str, /) -> object:
        """Take the next piece of text."""


def html_page(
    posts: Sequence[Post],
    comments: Iterable[Comment],
    *,
    site: Site | None = None,
    options: HtmlOptions,
) -> str:
    r"""Return one complete page of HTML: the posts, and under each the conversation.

    Only what the public may read is on it: posts and comments that are published, names, and the
    pages that people gave with them. Of a comment that is not published, and that published ones
    answer, there is the place alone. E-mail addresses, origins, ``extra`` and settings never are.

    Where there are several posts, a table of contents is first. The markup is semantic, for screen
    readers too, with microformats; there is no script, and of its own the page fetches nothing.
    Every comment has an anchor that is made of its id. Whatever is wrong with a thread, each
    comment is there: those whose place cannot be found stand at the top.

    Titles, names and plain bodies are shown as they are. What becomes of other bodies is told at
    `Bodies`; of HTML in posts and comments no script, style or form is left, frames and players are
    links to what they show, and relative addresses start from the post's. Characters that HTML
    cannot hold are shown as U+FFFD.

    O(n) beside the sort of each thread.

    Args:
        posts: in the order in which they are to stand.
        comments: those of all posts, in any order; those of other posts are left out.
        site: what is told of the blog as a whole.
        options: the reader's locale, and more.

    Raises:
        InvalidTypeError: an argument is of another type.
        MissingExtraError: bodies are to be sanitised, and the extra ``sanitize`` is not installed.

    Example:
        >>> from blogmodel import Author, Comment, Post
        >>> from blogmodel.formats.html_page import HtmlOptions, html_page
        >>> page = html_page(
        ...     [Post("1", title="Bonjour !", body="Premier billet.")],
        ...     [Comment("7", "1", author=Author("Zoé"), body="Bravo !")],
        ...     options=HtmlOptions("fr_CA"),
        ... )
        >>> "<title>Bonjour !</title>" in page, 'id="c-7"' in page, "1 commentaire" in page
        (True, True, True)

    Source: HTML Living Standard; microformats2, h-feed, h-entry and h-cite.
    """
    return "".join(html_pieces(posts, comments, site=site, options=options))


def html_pieces(
    posts: Sequence[Post],
    comments: Iterable[Comment],
    *,
    site: Site | None = None,
    options: HtmlOptions,
) -> Iterator[str]:
    """Yield the page of `html_page` piece by piece, for an archive that makes a large one.

    Arguments are looked at, and comments sorted by their posts, before this returns.

    Example:
        >>> from blogmodel import Post
        >>> from blogmodel.formats.html_page import HtmlOptions, html_pieces
        >>> next(html_pieces([Post("1")], [], options=HtmlOptions("en"))).splitlines()[:2]
        ['<!DOCTYPE html>', '<html lang="en" dir="ltr">']
    """
    _checks.instance("html_page", "options", options, HtmlOptions, 'HtmlOptions("fr-CA")')
    _checks.optional_instance("html_page", "site", site, Site, 'Site(title="Mon blogue")')
    bodies = chosen(options.bodies)
    if bodies is Bodies.SANITIZED:
        HtmlCleaner.required()
    anchors = Anchors()
    shown = _shown([post for post in posts if _is_public(post, options)], comments, anchors)
    return Page(shown, site, options, bodies, anchors).pieces()


def write_html(
    posts: Sequence[Post],
    comments: Iterable[Comment],
    stream: TextSink,
    *,
    site: Site | None = None,
    options: HtmlOptions,
) -> None:
    """Write the page of `html_page` to a stream of text, piece by piece.

    Example:
        >>> from io import StringIO
        >>> from blogmodel import Post
        >>> from blogmodel.formats.html_page import HtmlOptions, write_html
        >>> stream = StringIO()
        >>> write_html([Post("1", title="Bonjour")], [], stream, options=HtmlOptions("fr"))
        >>> "Aucun commentaire" in stream.getvalue()
        True
    """
    for piece in html_pieces(posts, comments, site=site, options=options):
        stream.write(piece)


def _is_public(post: Post, options: HtmlOptions) -> bool:
    _checks.instance("html_page", "posts", post, Post, "Post('1')")
    if post.status is not PostStatus.PUBLISHED:
        return False
    return not (options.now and post.published_at and post.published_at > options.now)


def _shown(posts: Sequence[Post], comments: Iterable[Comment], anchors: Anchors) -> list[ShownPost]:
    """Return the posts with their comments; of several that share an id, the first has them."""
    by_post: dict[str, list[Comment]] = {post.id: [] for post in posts}
    for comment in comments:
        _checks.instance("html_page", "comments", comment, Comment, "Comment('2', '1')")
        own = by_post.get(comment.post_id)
        if own is not None:
            own.append(comment)
    return [ShownPost(post, by_post.pop(post.id, ()), anchors.new("p-", post.id)) for post in posts]
