"""What a reader found: posts, comments, and how sure it is of what no source says outright."""

from enum import StrEnum
from typing import TYPE_CHECKING

import attrs

from blogmodel.errors import UnknownPostError
from blogmodel.formats._findings import Inference, Notice
from blogmodel.model import Comment, Post
from blogmodel.thread import Thread

if TYPE_CHECKING:
    from blogmodel.messages import Message

__all__ = ["Archive", "Format"]


class Format(StrEnum):
    """The formats that are read."""

    BLOGGER_TEXT = "blogger-text"
    """The text of a Blogger page, as a browser saves or copies it."""


@attrs.frozen(repr=False)
class Archive:
    """The posts and comments of a source, and all that there is to know about how they were read.

    Attributes:
        format: the format that was recognised.
        posts: in the order of the source.
        comments: of all posts, in the order of the source.
        inferences: what the source does not say outright.
        notices: what was seen and could not be used.
        encoding: the one that the bytes were read in; None where text was given.
    """

    format: Format
    posts: tuple[Post, ...] = attrs.field(kw_only=True)
    comments: tuple[Comment, ...] = attrs.field(kw_only=True)
    inferences: tuple[Inference, ...] = attrs.field(default=(), kw_only=True)
    notices: tuple[Notice, ...] = attrs.field(default=(), kw_only=True)
    encoding: str | None = attrs.field(default=None, kw_only=True)

    def thread(self, post: Post) -> Thread:
        """Return the conversation under a post of the archive.

        Raises:
            UnknownPostError: the archive has no post of that id.
        """
        if all(post.id != own.id for own in self.posts):
            raise UnknownPostError(post.id)
        return Thread.build(comment for comment in self.comments if comment.post_id == post.id)

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
        return (
            f"Archive({self.format}, {len(self.posts)} posts, {len(self.comments)} comments, "
            f"{len(self.inferences)} inferences, {len(self.notices)} notices)"
        )
