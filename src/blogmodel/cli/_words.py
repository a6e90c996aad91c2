"""What the shell says of a post, a comment, an inference: whole phrases, in the reader's locale."""

from collections.abc import Sequence
from datetime import datetime
from typing import Self, assert_never

import attrs

from blogmodel.cli._clean import one_line
from blogmodel.formats import Archive, Inference, Notice, NoticeKind, Rule
from blogmodel.messages import Messages
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
        return self.messages.gettext("Title unknown") if post.title is None else post.title

    def author(self, written: Post | Comment) -> str:
        """Name who wrote something, and tell a name that was inferred from one that was written."""
        if written.author is None:
            return self.messages.gettext("Author unknown")
        if (written.id, "author") in self.deduced:
            return self.messages.gettext("{name} (inferred)").format(name=written.author.name)
        return written.author.name

    def date(self, moment: datetime | None) -> str:
        """Tell a moment, in UTC."""
        if moment is None:
            return self.messages.gettext("date unknown")
        return f"{moment:%Y-%m-%d %H:%M} UTC"

    def count(self, count: int) -> str:
        """Tell how many comments there are."""
        if not count:
            return self.messages.gettext("No comments")
        return self.messages.ngettext("{count} comment", "{count} comments", count).format(
            count=count
        )

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
        if (node.comment.id, "parent_id") in self.deduced:
            words = self.messages.gettext("{author}, in reply to comment {number} (inferred)")
        else:
            words = self.messages.gettext("{author}, in reply to comment {number}")
        return words.format(author=author, number=self.number(node.parent.comment))

    def inferred(self) -> str:
        """Head the list of inferences."""
        return self.messages.gettext("Inferred (not written in the page)")

    def inferences(self, inferences: Sequence[Inference]) -> list[str]:
        """Tell what was inferred, from what, and how surely.

        Where labels stand is told in one line for all comments whose labels read the same.
        """
        placed: dict[str, list[Inference]] = {}
        for inference in inferences:
            if inference.rule is Rule.LABEL_PLACE:
                placed.setdefault(inference.evidence.text, []).append(inference)
        lines = []
        for inference in inferences:
            is_placed = inference.rule is Rule.LABEL_PLACE
            alike = placed[inference.evidence.text] if is_placed else []
            if not alike or inference is alike[0]:
                lines.append(self._surely(self._finding(inference, alike), inference))
        return lines

    def _surely(self, finding: str, inference: Inference) -> str:
        sure = self.messages.gettext("confidence {percent}%").format(
            percent=round(inference.confidence * 100)
        )
        return f"{finding} ({sure})"

    def _finding(self, inference: Inference, placed: Sequence[Inference]) -> str:
        others = [id_ for id_ in inference.alternatives if id_ in self.numbers]
        together = [placed_too.subject_id for placed_too in placed]
        fields = {
            "number": self.numbers.get(inference.subject_id),
            "text": _start(inference.value),
            "evidence": _start(inference.evidence.text),
            "place": self.numbers.get(inference.evidence.comment_id or ""),
            "parent": self.numbers.get(inference.value),
            "others": self._list(others, self.messages.gettext("{others} or {last}")),
            "placed": self._list(together, self.messages.gettext("{others} and {last}")),
        }
        return self._phrase(inference, len(placed)).format(**fields)

    def _phrase(self, inference: Inference, placed: int) -> str:
        messages = self.messages
        if inference.rule is Rule.FIRST_LABEL:
            return messages.gettext(
                "the post ends before “{text}”, the paragraph at the first “{evidence}”"
            )
        if inference.rule is Rule.LABEL_PLACE:
            return messages.ngettext(
                "comment {placed} goes on after its “{evidence}”",
                "comments {placed} go on after their “{evidence}”",
                placed,
            )
        if inference.field == "author":
            return messages.gettext(
                "comment {number} is by {text}, from “{evidence}” in comment {place}"
            )
        if inference.adopted:
            return messages.gettext("comment {number} answers comment {parent}, from “{evidence}”")
        if inference.alternatives:
            return messages.gettext(
                "comment {number} may answer comment {parent}, else {others}, from “{evidence}”; "
                "left as it is"
            )
        return messages.gettext(
            "comment {number} may answer comment {parent}, from “{evidence}”; left as it is"
        )

    def _list(self, ids: Sequence[str], pattern: str) -> str:
        """Tell some comments' numbers: « 1, 2 ou 3 »."""
        *others, last = [str(number) for number in sorted(self.numbers[id_] for id_ in ids)] or [""]
        return pattern.format(others=", ".join(others), last=last) if others else last

    def left(self) -> str:
        """Head the list of notices."""
        return self.messages.gettext("Noticed, and left as it is")

    def notice(self, notice: Notice) -> str:
        """Tell what was seen and could not be used."""
        return self._seen(notice.kind).format(
            text=_start(notice.evidence.text), count=self.count(len(self.numbers))
        )

    def _seen(self, kind: NoticeKind) -> str:
        gettext = self.messages.gettext
        match kind:
            case NoticeKind.NO_LABEL:
                words = gettext("there is no Blogger label in the text: all of it is the post")
            case NoticeKind.UNASSIGNED_TEXT:
                words = gettext("“{text}” belongs to no comment")
            case NoticeKind.BYLINE:
                words = gettext("“{text}” seems to tell an author or a date, which is not read")
            case NoticeKind.STRAY_LABEL:
                words = gettext("the label “{text}” goes with no comment")
            case NoticeKind.EMPTY_COMMENT:
                words = gettext("the label “{text}” stands at a comment without text")
            case NoticeKind.COUNT_MISMATCH:
                words = gettext("the page says “{text}” and shows: {count}")
            case NoticeKind.GARBLED_TEXT:
                words = gettext(
                    "“{text}”: the text seems to have been decoded in a wrong encoding; "
                    "nothing was repaired"
                )
            case _:
                assert_never(kind)
        return words


_SHOWN = 60


def _start(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1].rstrip()}…"
