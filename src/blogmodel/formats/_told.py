"""What was inferred and what was noticed, as messages to a reader."""

from collections.abc import Iterator, Mapping, Sequence
from typing import assert_never

from blogmodel.formats._findings import Inference, InferredField, Notice, NoticeKind, Rule
from blogmodel.messages import Either, Message, Percent, phrases
from blogmodel.model import Comment
from blogmodel.text import excerpt

__all__ = ["inferences_told", "notice_told"]


def inferences_told(
    comments: Sequence[Comment], inferences: Sequence[Inference]
) -> Iterator[Message]:
    """Yield what tells of the inferences, in their order.

    Where labels stand is told once for all comments whose labels read the same.
    """
    numbers = {comment.id: number for number, comment in enumerate(comments, 1)}
    placed: dict[str, list[int | str]] = {}
    for inference in inferences:
        if inference.rule is Rule.LABEL_PLACE:
            number = numbers.get(inference.subject_id, inference.subject_id)
            placed.setdefault(inference.evidence.text, []).append(number)
    for inference in inferences:
        if inference.rule is not Rule.LABEL_PLACE:
            finding = _finding(inference, numbers)
        elif inference.evidence.text in placed:
            together = placed.pop(inference.evidence.text)
            finding = Message.ngettext(
                "comment {placed} goes on after its “{evidence}”",
                "comments {placed} go on after their “{evidence}”",
                len(together),
                placed=together,
                evidence=_start(inference.evidence.text),
            )
        else:
            continue
        yield Message(
            "{finding} (confidence {percent})",
            finding=finding,
            percent=Percent(inference.confidence),
        )


def _finding(inference: Inference, numbers: Mapping[str, int]) -> Message:
    def named(id_: str) -> int | str:
        return numbers.get(id_, id_)

    others = sorted(numbers[id_] for id_ in inference.alternatives if id_ in numbers)
    given = {
        "number": named(inference.subject_id),
        "parent": named(inference.value),
        "others": Either(others),
        "text": _start(inference.value),
        "evidence": _start(inference.evidence.text),
        "place": named(inference.evidence.comment_id or ""),
    }
    if inference.rule is Rule.FIRST_LABEL:
        return Message(
            "the post ends before “{text}”, the paragraph at the first “{evidence}”", **given
        )
    if inference.field is InferredField.AUTHOR:
        return Message(
            "comment {number} is by {text}, from “{evidence}” in comment {place}", **given
        )
    if inference.adopted:
        return Message("comment {number} answers comment {parent}, from “{evidence}”", **given)
    if others:
        return Message(
            "comment {number} may answer comment {parent}, else {others}, from “{evidence}”; "
            "left as it is",
            **given,
        )
    return Message(
        "comment {number} may answer comment {parent}, from “{evidence}”; left as it is", **given
    )


def notice_told(notice: Notice, shown: int) -> Message:
    """Tell of a notice, where so many comments are shown."""
    text = _start(notice.evidence.text)
    match notice.kind:
        case NoticeKind.NO_LABEL:
            said = Message("there is no Blogger label in the text: all of it is the post")
        case NoticeKind.UNASSIGNED_TEXT:
            said = Message("“{text}” belongs to no comment", text=text)
        case NoticeKind.BYLINE:
            said = Message(
                "“{text}” seems to tell an author or a date, which is not read", text=text
            )
        case NoticeKind.STRAY_LABEL:
            said = Message("the label “{text}” goes with no comment", text=text)
        case NoticeKind.EMPTY_COMMENT:
            said = Message("the label “{text}” stands at a comment without text", text=text)
        case NoticeKind.COUNT_MISMATCH:
            said = Message(
                "the page says “{text}” and shows: {count}",
                text=text,
                count=phrases.comments(shown),
            )
        case NoticeKind.GARBLED_TEXT:
            said = Message(
                "“{text}”: the text seems to have been decoded in a wrong encoding; "
                "nothing was repaired",
                text=text,
            )
        case _:
            assert_never(notice.kind)
    return said


_SHOWN = 60


def _start(text: str) -> str:
    return excerpt(" ".join(text.splitlines()), characters=_SHOWN).text
