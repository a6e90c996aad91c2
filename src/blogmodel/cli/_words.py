"""What the shell says of a post and a comment: whole phrases, in the reader's locale."""

from collections import Counter
from datetime import UTC, datetime, tzinfo
from typing import Self

import attrs

from blogmodel import dates
from blogmodel.formats import Archive
from blogmodel.messages import Label, Message, Messages, phrases
from blogmodel.model import Comment, Post, PostKind, PostStatus, Status
from blogmodel.thread import Node

__all__ = ["Words"]


@attrs.frozen
class Words:
    """The phrases that tell of an archive; make them with `Words.of`.

    Attributes:
        messages: the reader's words.
        numbers: of each comment, by its post's id and its own, in the order of the page, from 1.
        deduced: the fields that were inferred, as (id, field).
        zone: the zone that dates are told in; None for UTC, told in figures.
    """

    messages: Messages
    numbers: dict[tuple[str, str], int]
    deduced: frozenset[tuple[str, str]]
    zone: tzinfo | None = None

    @classmethod
    def of(cls, archive: Archive, messages: Messages, zone: tzinfo | None = None) -> Self:
        """Prepare the phrases for one archive."""
        counts: Counter[str] = Counter()
        numbers: dict[tuple[str, str], int] = {}
        for comment in archive.comments:
            counts[comment.post_id] += 1
            numbers.setdefault((comment.post_id, comment.id), counts[comment.post_id])
        deduced = frozenset((i.subject_id, i.field) for i in archive.inferences if i.adopted)
        return cls(messages, numbers, deduced, zone)

    def title(self, post: Post) -> str:
        """Name a post, and tell what it is where it is no published one."""
        unknown = self.messages.label(Label.TITLE_UNKNOWN)
        title = unknown if post.title is None else " ".join(post.title.split()) or unknown
        told = [self.messages.label(post.kind)] if post.kind is not PostKind.POST else []
        if post.status is not PostStatus.PUBLISHED:
            told.append(self.messages.label(post.status))
        return f"{title} ({', '.join(told)})" if told else title

    def author(self, written: Post | Comment) -> str:
        """Name who wrote something, and tell a name that was inferred from one that was written."""
        if written.author is None:
            return self.messages.label(Label.AUTHOR_UNKNOWN)
        if (written.id, "author") in self.deduced:
            return self.messages.gettext("{name} (inferred)", name=written.author.name)
        return written.author.name

    def date(self, moment: datetime | None) -> str:
        """Tell a moment, in the reader's zone."""
        if moment is None:
            return self.messages.gettext("date unknown")
        if self.zone is None:
            return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
        locale = self.messages.locale
        return dates.format(moment, dates.Style.STAMP, locale=locale, tz=self.zone)

    def status(self, comment: Comment) -> str:
        """Tell what became of a comment that is not published; "" for one that is."""
        if comment.status is Status.PUBLISHED:
            return ""
        return self.messages.label(comment.status)

    def count(self, count: int) -> str:
        """Tell how many comments there are."""
        return self.messages.render(phrases.comments(count))

    def undated(self) -> str:
        """Tell that no comment has a date."""
        return self.messages.gettext("Dates unknown")

    def number(self, comment: Comment) -> int:
        """Return a comment's number under its post."""
        return self.numbers[comment.post_id, comment.id]

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
