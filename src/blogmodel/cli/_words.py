"""What the shell says of a post, a comment, an inference: whole phrases, in the reader's locale."""

from datetime import datetime
from typing import Self, assert_never

import attrs

from blogmodel.formats import Archive, Inference, Notice, NoticeKind, Rule
from blogmodel.messages import Messages
from blogmodel.model import Comment, Post
from blogmodel.thread import Node

__all__ = ["Words", "one_line"]


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

    def heading(self, node: Node) -> str:
        """Tell a comment's number, its author, and whom it answers."""
        number, author = self.numbers[node.comment.id], self.author(node.comment)
        if node.parent is None:
            return f"{number}. {author}"
        answered = self.numbers[node.parent.comment.id]
        if (node.comment.id, "parent_id") in self.deduced:
            words = self.messages.gettext("{author}, in reply to comment {number} (inferred)")
        else:
            words = self.messages.gettext("{author}, in reply to comment {number}")
        return f"{number}. {words.format(author=author, number=answered)}"

    def inferred(self) -> str:
        """Head the list of inferences."""
        return self.messages.gettext("Inferred, not written in the page")

    def inference(self, inference: Inference) -> str:
        """Tell what was inferred, from what, and how surely."""
        sure = self.messages.gettext("confidence {percent}%").format(
            percent=round(inference.confidence * 100)
        )
        return f"{self._finding(inference)} ({sure})"

    def _finding(self, inference: Inference) -> str:
        gettext = self.messages.gettext
        if inference.rule is Rule.FIRST_LABEL:
            words = gettext("the post ends before “{text}”, the paragraph at the first label")
        elif inference.rule is Rule.LABEL_PLACE:
            words = gettext("comment {number} goes on after its label, with “{text}”")
        elif inference.field == "author":
            words = gettext("comment {number} is by {text}, from “{evidence}” in comment {place}")
        elif not inference.adopted:
            words = gettext(
                "comment {number} may answer comment {parents}, from “{evidence}”; left as it is"
            )
        else:
            words = gettext("comment {number} answers comment {parents}, from “{evidence}”")
        others = () if inference.adopted else inference.alternatives
        parents = [id_ for id_ in (inference.value, *others) if id_ in self.numbers]
        return words.format(
            number=self.numbers.get(inference.subject_id),
            text=_start(inference.value),
            evidence=_start(inference.evidence.text),
            place=self.numbers.get(inference.evidence.comment_id or ""),
            parents=self._either(parents) if parents else None,
        )

    def _either(self, ids: list[str]) -> str:
        *others, last = (str(number) for number in sorted(self.numbers[id_] for id_ in ids))
        if not others:
            return last
        return self.messages.gettext("{others} or {last}").format(
            others=", ".join(others), last=last
        )

    def left(self) -> str:
        """Head the list of notices."""
        return self.messages.gettext("Seen, and left as it is")

    def notice(self, notice: Notice) -> str:
        """Tell what was seen and could not be used."""
        return self._seen(notice.kind).format(
            text=_start(notice.evidence.text), count=self.count(len(self.numbers))
        )

    def _seen(self, kind: NoticeKind) -> str:
        gettext = self.messages.gettext
        match kind:
            case NoticeKind.UNASSIGNED_TEXT:
                return gettext("“{text}” belongs to no comment")
            case NoticeKind.STRAY_LABEL:
                return gettext("the label “{text}” goes with no comment")
            case NoticeKind.EMPTY_COMMENT:
                return gettext("the label “{text}” stands at a comment without text")
            case NoticeKind.COUNT_MISMATCH:
                return gettext("the page says “{text}” and shows: {count}")
            case NoticeKind.GARBLED_TEXT:
                return gettext(
                    "“{text}”: the text seems to have been read in a wrong encoding before; "
                    "nothing was repaired"
                )
            case _:
                assert_never(kind)


_SHOWN = 60


def _start(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1].rstrip()}…"


def one_line(text: str) -> str:
    """Return a text on one line; its no-break spaces stay."""
    return " ".join(text.splitlines())
