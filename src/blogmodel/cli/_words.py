"""What the shell says of a post and a comment: whole phrases, in the reader's locale."""

from datetime import datetime
from typing import Self

import attrs

from blogmodel.formats import Archive
from blogmodel.messages import Label, Message, Messages, phrases
from blogmodel.model import Comment, Post
from blogmodel.thread import Node

__all__ = ["Words"]


@attrs.frozen
class Words:
    """The phrases that tell of an archive; make them with `Words.of`.

    Attributes:
        messages: the reader's words.
        numbers: of each comment, in the order of the page, from 1.
        deduced: the fields that were inferred, as (id, field).
    """

    messages: Messages
    numbers: dict[str, int]
    deduced: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, archive: Archive, messages: Messages) -> Self:
        """Prepare the phrases for one archive."""
        return cls(
            messages,
            {comment.id: number for number, comment in enumerate(archive.comments, 1)},
            frozenset((i.subject_id, i.field) for i in archive.inferences if i.adopted),
        )

    def title(self, post: Post) -> str:
        """Name a post."""
        return self.messages.label(Label.TITLE_UNKNOWN) if post.title is None else post.title

    def author(self, written: Post | Comment) -> str:
        """Name who wrote something, and tell a name that was inferred from one that was written."""
        if written.author is None:
            return self.messages.label(Label.AUTHOR_UNKNOWN)
        if (written.id, "author") in self.deduced:
            return self.messages.gettext("{name} (inferred)", name=written.author.name)
        return written.author.name

    def date(self, moment: datetime | None) -> str:
        """Tell a moment, in UTC."""
        if moment is None:
            return self.messages.gettext("date unknown")
        return f"{moment:%Y-%m-%d %H:%M} UTC"

    def count(self, count: int) -> str:
        """Tell how many comments there are."""
        return self.messages.render(phrases.comments(count))

    def undated(self) -> str:
        """Tell that no comment has a date."""
        return self.messages.gettext("Dates unknown")

    def number(self, comment: Comment) -> int:
        """Return a comment's number in the page."""
        return self.numbers[comment.id]

    def heading(self, node: Node) -> str:
        """Tell a comment's author, and whom it answers."""
        author = self.author(node.comment)
        if node.parent is None:
            return author
        number = self.number(node.parent.comment)
        if (node.comment.id, "parent_id") in self.deduced:
            said = Message(
                "{author}, in reply to comment {number} (inferred)", author=author, number=number
            )
        else:
            said = Message("{author}, in reply to comment {number}", author=author, number=number)
        return self.messages.render(said)
