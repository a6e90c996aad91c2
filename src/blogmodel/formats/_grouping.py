"""Paragraphs and labels to a post and its comments: which text is whose."""

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto

import attrs

from blogmodel.formats._labels import Label, Paragraph, Word

__all__ = ["Grouped", "LabelPlace", "group"]


class LabelPlace(Enum):
    """Where in a comment its action label stands."""

    AFTER_FIRST_PARAGRAPH = auto()
    """After the first paragraph; what follows the label continues the comment."""
    AFTER_COMMENT = auto()
    """After the whole comment."""


@attrs.frozen
class Branch:
    """The label « Réponses » that a comment stands under.

    Attributes:
        parent: the number of the comment whose replies follow the label.
        label: the label.
        sure: whether the page tells that this comment is one of those replies: the first one is,
            the others only where the page shows the list's end.
    """

    parent: int
    label: Label
    sure: bool


@attrs.frozen
class Group:
    """A comment's text and what the page shows of it.

    Attributes:
        label: its action label.
        before: the paragraphs before the label.
        after: those after it.
        branch: the list of replies that it stands in, or None.
    """

    label: Label
    before: tuple[Paragraph, ...]
    after: tuple[Paragraph, ...] = ()
    branch: Branch | None = None


@attrs.frozen
class Grouped:
    """A page, taken apart.

    Attributes:
        post: the post's paragraphs.
        comments: in the order of the page.
        heading: « 2 commentaires », where the page says so before the first comment.
        place: where labels stand; None without labels.
        rest: paragraphs that belong to nothing.
        stray: labels that belong to nothing.
    """

    post: tuple[Paragraph, ...]
    comments: tuple[Group, ...] = ()
    heading: Paragraph | None = None
    place: LabelPlace | None = None
    rest: tuple[Paragraph, ...] = ()
    stray: tuple[Label, ...] = ()


def group(pieces: Sequence[Paragraph | Label], place: LabelPlace | None = None) -> Grouped:
    """Take a page apart; ``place`` is found out where it is not given."""
    marks, gaps, stray = _marks(list(_merged(pieces)))
    if not marks:
        return Grouped(tuple(gaps[0]), stray=tuple(stray))
    place = place or _place(marks, gaps)
    heading, post, first = _start(gaps[0])
    if place is LabelPlace.AFTER_COMMENT:
        befores = [first, *gaps[1:-1]]
        afters: list[Sequence[Paragraph]] = [() for _ in marks]
        rest = gaps[-1]
    else:
        splits = [_split(gap) for gap in gaps[1:-1]]
        befores = [first, *(following for _, following in splits)]
        afters = [*(continued for continued, _ in splits), gaps[-1]]
        rest = []
    return Grouped(
        tuple(post),
        comments=tuple(
            Group(mark.label, tuple(before), tuple(after), mark.branch)
            for mark, before, after in zip(marks, befores, afters, strict=True)
        ),
        heading=heading,
        place=place,
        rest=tuple(rest),
        stray=tuple(stray),
    )


def _merged(pieces: Sequence[Paragraph | Label]) -> Iterator[Paragraph | Label]:
    """Join labels with no text between them: « Répondre » on a line, « Supprimer » on the next."""
    waiting: Label | None = None
    for piece in pieces:
        if isinstance(piece, Label):
            waiting = piece if waiting is None else waiting.joined(piece)
            continue
        if waiting is not None:
            yield waiting
            waiting = None
        yield piece
    if waiting is not None:
        yield waiting


@attrs.frozen
class _Mark:
    label: Label
    branch: Branch | None


@attrs.define
class _List:
    """A list of replies while the page is read."""

    parent: int
    label: Label
    members: list[int] = attrs.field(factory=list)
    ended: bool = False


@attrs.define
class _Reading:
    """What has been read of a page: a label closes each comment, and a gap of text precedes it."""

    labels: list[Label] = attrs.field(factory=list)
    gaps: list[list[Paragraph]] = attrs.field(factory=lambda: [[]])
    lists: list[_List] = attrs.field(factory=list)
    opened: list[_List] = attrs.field(factory=list)
    stray: list[Label] = attrs.field(factory=list)

    def take(self, label: Label) -> None:
        """Take a label at its word: it closes a comment, opens a list of replies, or ends one."""
        if label.words == (Word.REPLIES,):
            # Alone and after text, « Réponses » is a heading of the text.
            self.gaps[-1].append(label.as_paragraph())
            return
        if label.words[0] is Word.REPLIES:
            self.stray.append(label)
        for action in _actions(label.words):
            if action is Word.REPLIES:
                self._open(label)
            elif action is Word.REPLY and self.opened:
                if self.gaps[-1]:
                    self._close(label)
                self.opened.pop().ended = True
            else:
                self._close(label)

    def _open(self, label: Label) -> None:
        if self.labels and not self.gaps[-1]:
            self.opened.append(_List(len(self.labels) - 1, label))
            self.lists.append(self.opened[-1])

    def _close(self, label: Label) -> None:
        if self.opened:
            self.opened[-1].members.append(len(self.labels))
        self.labels.append(label)
        self.gaps.append([])


def _marks(
    pieces: Sequence[Paragraph | Label],
) -> tuple[list[_Mark], list[list[Paragraph]], list[Label]]:
    """Return one mark a comment, the paragraphs between marks, and the labels that mean nothing.

    There is one gap more than there are marks: before the first, between, after the last.
    """
    reading = _Reading()
    for piece in pieces:
        if isinstance(piece, Paragraph):
            reading.gaps[-1].append(piece)
        else:
            reading.take(piece)
    branches = {
        number: Branch(listed.parent, listed.label, sure=listed.ended or not place)
        for listed in reading.lists
        for place, number in enumerate(listed.members)
    }
    marks = [_Mark(label, branches.get(n)) for n, label in enumerate(reading.labels)]
    return marks, reading.gaps, reading.stray


def _actions(words: Sequence[Word]) -> Iterator[Word]:
    """Yield what a run of words does: DELETE closes a comment, « Répondre » alone may end a list.

    « RépondreSupprimer » closes a comment too, so that both give DELETE.
    """
    rest = list(words)
    while rest:
        word = rest.pop(0)
        if word is Word.REPLY and rest[:1] == [Word.DELETE]:
            word = rest.pop(0)
        yield word


def _place(marks: Sequence[_Mark], gaps: Sequence[list[Paragraph]]) -> LabelPlace:
    """Find out where labels stand.

    A label that starts a line with text glued after it stands after its comment's first paragraph,
    provided that every comment then has a first paragraph: one that no label is glued to.
    """
    glued = any(
        mark.label.opens_line and gap and gap[0].glued
        for mark, gap in zip(marks, gaps[1:], strict=True)
    )
    if glued and all(gap and not gap[-1].glued for gap in gaps[:-1]):
        return LabelPlace.AFTER_FIRST_PARAGRAPH
    return LabelPlace.AFTER_COMMENT


_HEADING = re.compile(r"\d{1,9}\s+(?:commentaires?|comments?)\s*:?", re.IGNORECASE)


def _start(
    gap: Sequence[Paragraph],
) -> tuple[Paragraph | None, Sequence[Paragraph], Sequence[Paragraph]]:
    """Split what precedes the first label: the heading if any, the post, the first comment."""
    for index in reversed(range(len(gap))):
        if _HEADING.fullmatch(gap[index].text):
            return gap[index], gap[:index], gap[index + 1 :]
    return None, gap[:-1], gap[-1:]


def _split(gap: Sequence[Paragraph]) -> tuple[Sequence[Paragraph], Sequence[Paragraph]]:
    """Split what stands between two labels: the comment's continuation, the next one's start."""
    if not gap or gap[-1].glued:
        return gap, ()
    return gap[:-1], gap[-1:]
