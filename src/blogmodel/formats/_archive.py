"""What a reader found: posts, comments, and how sure it is of what no source says outright."""

from enum import StrEnum
from typing import TYPE_CHECKING

import attrs

from blogmodel.errors import UnknownPostError
from blogmodel.formats._entries import Kept, Site, SourceDefect
from blogmodel.formats._findings import Inference, Notice
from blogmodel.model import Comment, Post
from blogmodel.thread import Thread

if TYPE_CHECKING:
    from blogmodel.messages import Message

__all__ = ["Archive", "Format"]


class Format(StrEnum):
    """The formats that are read or written."""

    BLOGGER_TEXT = "blogger-text"
    """The text of a Blogger page, as a browser saves or copies it."""
    BLOGGER_PAGE = "blogger-page"
    """A Blogger page saved as HTML, with the flat comments of before 2011 or the threaded ones."""
    BLOGGER_ATOM = "blogger-atom"
    """Blogger's backup, an Atom feed of posts, pages, comments, settings."""
    TAKEOUT = "takeout"
    """Blogger's blog in an export of Google Takeout."""
    WXR = "wxr"
    """WordPress's export, RSS with WordPress's own elements, versions 1.0 to 1.2."""
    DISQUS = "disqus"
    """The XML export of Disqus."""
    ISSO = "isso"
    """Isso's database, in SQLite."""
    REMARK42 = "remark42"
    """Remark42's backup, or the comments of its API."""
    COMMENTO = "commento"
    """Commento's export, in JSON."""
    MOVABLE_TYPE = "movable-type"
    """Movable Type's import format, which TypePad and others write too."""
    DOTCLEAR = "dotclear"
    """Dotclear's flat backup."""
    ATOM = "atom"
    """An Atom feed of posts or comments, threaded by RFC 4685."""
    RSS = "rss"
    """An RSS feed of posts or comments."""
    JSON_FEED = "json-feed"
    """A JSON Feed, version 1 or 1.1."""
    JSON = "json"
    """The library's own documents, one a line, the one format that loses nothing."""
    JSON_LD = "json-ld"
    """Linked data in the words of schema.org; written only."""
    ACTIVITY_STREAMS = "activity-streams"
    """A collection of ActivityStreams 2.0; written only."""
    HTML = "html"
    """A page for readers; written only."""


@attrs.frozen(repr=False)
class Archive:
    """The posts and comments of a source, and all that there is to know about how they were read.

    Two archives are equal if they hold the same; what they were read from makes no difference.

    Attributes:
        format: the format that was recognised.
        site: what the source tells of the blog; None where it tells nothing.
        posts: in the order of the source.
        comments: of all posts, in the order of the source.
        kept: what is neither, and was not understood.
        defects: what is wrong in the source. What is wrong in a conversation is told by its
            thread.
        inferences: what the source does not say outright.
        notices: what was seen and could not be used.
        encoding: the one that the bytes were read in; None where text was given.
    """

    format: Format = attrs.field(eq=False)
    site: Site | None = attrs.field(default=None, kw_only=True)
    posts: tuple[Post, ...] = attrs.field(kw_only=True)
    comments: tuple[Comment, ...] = attrs.field(kw_only=True)
    kept: tuple[Kept, ...] = attrs.field(default=(), kw_only=True)
    defects: tuple[SourceDefect, ...] = attrs.field(default=(), kw_only=True)
    inferences: tuple[Inference, ...] = attrs.field(default=(), kw_only=True)
    notices: tuple[Notice, ...] = attrs.field(default=(), kw_only=True)
    encoding: str | None = attrs.field(default=None, kw_only=True, eq=False)

    def thread(self, post: Post) -> Thread:
        """Return the conversation under a post of the archive.

        Raises:
            UnknownPostError: the archive has no post of that id.
        """
        if all(post.id != own.id for own in self.posts):
            raise UnknownPostError(post.id)
        return Thread.build(comment for comment in self.comments if comment.post_id == post.id)

    def threads(self) -> dict[str, Thread]:
        r"""Return all conversations, by the ids of their posts, in the order of the posts.

        Posts without comments have an empty one; those of comments whose post the source does not
        have come last.

        Example:
            >>> import io
            >>> from blogmodel import load
            >>> archive = load(io.BytesIO("Un billet.\nBravo !\nRépondreSupprimer".encode()))
            >>> [len(thread) for thread in archive.threads().values()]
            [1]
        """
        by_post: dict[str, list[Comment]] = {post.id: [] for post in self.posts}
        for comment in self.comments:
            by_post.setdefault(comment.post_id, []).append(comment)
        return {post_id: Thread.build(own) for post_id, own in by_post.items()}

    def tell_inferences(self) -> "tuple[Message, ...]":
        r"""Tell a reader what was inferred, from what, and how surely.

        Comments are named by their number in the archive, from 1. What is told of several at once,
        as where their labels stand, is one message.

        Example:
            >>> from blogmodel.formats import read_blogger_text
            >>> from blogmodel.messages import Messages
            >>> archive = read_blogger_text("Un billet.\nBravo !\nRépondreSupprimer")
            >>> print(Messages("en").render(archive.tell_inferences()[0]))
            the post ends before “Bravo !”, the paragraph at the first “RépondreSupprimer” (...)
        """
        from blogmodel.formats._told import inferences_told  # noqa: PLC0415 - few programs tell them

        return tuple(inferences_told(self.comments, self.inferences))

    def tell_notices(self) -> "tuple[Message, ...]":
        """Tell a reader what was seen and could not be used.

        Example:
            >>> from blogmodel.formats import read_blogger_text
            >>> from blogmodel.messages import Messages
            >>> archive = read_blogger_text("Un billet.")
            >>> [Messages("en").render(notice) for notice in archive.tell_notices()]
            ['there is no Blogger label in the text: all of it is the post']
        """
        from blogmodel.formats._told import notice_told  # noqa: PLC0415 - few programs tell them

        return tuple(notice_told(notice, len(self.comments)) for notice in self.notices)

    def __repr__(self) -> str:
        counts = {
            "kept": len(self.kept),
            "defects": len(self.defects),
            "inferences": len(self.inferences),
            "notices": len(self.notices),
        }
        told = "".join(f", {count} {name}" for name, count in counts.items() if count)
        return (
            f"Archive({self.format}, {len(self.posts)} posts, {len(self.comments)} comments{told})"
        )
