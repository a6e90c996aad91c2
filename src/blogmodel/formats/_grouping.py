"""Paragraphs and labels to a post and its comments: which text is whose."""

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from itertools import chain, groupby

import attrs

from blogmodel.formats._labels import Label, Paragraph, Word, scan

__all__ = ["Branch", "Group", "Grouped", "LabelPlace", "group"]


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


def group(source: str, place: LabelPlace | None = None) -> Grouped:
    """Take a page apart; ``place`` is found out where it is not given.

    A label that starts a line with text glued after it stands after its comment's first paragraph,
    provided that every comment then has a first paragraph: one that no label is glued to. Else
    labels stand after whole comments.
    """
    merged = list(_merged(scan(source)))
    if place is LabelPlace.AFTER_COMMENT:
        return _after_comments(_read(source, merged, place))
    reading = _read(source, merged, LabelPlace.AFTER_FIRST_PARAGRAPH)
    if place is not None or (reading.glued and reading.is_whole):
        return _after_first_paragraphs(reading)
    return _after_comments(_read(source, merged, LabelPlace.AFTER_COMMENT))


def _merged(pieces: Iterator[Paragraph | Label]) -> Iterator[Paragraph | Label]:
    """Join labels with no text between them: « Répondre » on a line, « Supprimer » on the next."""
    for is_label, alike in groupby(pieces, lambda piece: isinstance(piece, Label)):
        if not is_label:
            yield from alike
            continue
        first, *others = (label for label in alike if isinstance(label, Label))
        words = chain(first.words, *(other.words for other in others))
        yield attrs.evolve(first, words=tuple(words))


@attrs.define
class _List:
    """A list of replies while the page is read."""

    parent: int
    label: Label
    members: list[int] = attrs.field(factory=list)
    ended: bool = False


@attrs.define
class _Gap:
    """The text between two labels, or before the first, or after the last.

    ``split`` is how many of its paragraphs stand before a label that is no comment's: the end of a
    list, or « Réponses » where comments go on after their labels. Those continue the comment
    before; the others start the next.
    """

    paragraphs: list[Paragraph] = attrs.field(factory=list)
    split: int | None = None

    def parts(self) -> tuple[Sequence[Paragraph], Sequence[Paragraph]]:
        """Return the continuation of the comment before and the start of the next one."""
        if self.split is not None:
            return self.paragraphs[: self.split], self.paragraphs[self.split :]
        if not self.paragraphs or self.paragraphs[-1].glued:
            return self.paragraphs, ()
        return self.paragraphs[:-1], self.paragraphs[-1:]


@attrs.define
class _Reading:
    """A page while it is read: a label closes each comment, and a gap of text precedes it."""

    source: str
    place: LabelPlace
    deletes: bool
    labels: list[Label] = attrs.field(factory=list)
    gaps: list[_Gap] = attrs.field(factory=lambda: [_Gap()])
    lists: list[_List] = attrs.field(factory=list)
    opened: list[_List] = attrs.field(factory=list)
    stray: list[Label] = attrs.field(factory=list)

    @property
    def glued(self) -> bool:
        """Whether a label starts a line with text glued after it."""
        return any(
            label.opens_line and gap.paragraphs[:1] and gap.paragraphs[0].glued
            for label, gap in zip(self.labels, self.gaps[1:], strict=True)
        )

    @property
    def is_whole(self) -> bool:
        """Whether every comment has a first paragraph that no label is glued to."""
        return bool(self.gaps[0].paragraphs) and all(gap.parts()[1] for gap in self.gaps[1:-1])

    def take(self, label: Label) -> None:
        """Take a label at its word: it closes a comment, opens a list of replies, or ends one."""
        labels = list(_single(label))
        if labels[0].words[0][0] is Word.REPLIES and not self._continues():
            if len(labels) == 1:
                # Alone and after text, « Réponses » is a heading of the text.
                self.gaps[-1].paragraphs.append(self._as_text(label))
                return
            self.stray.append(labels.pop(0))
        for single in labels:
            action = single.words[-1][0]
            if action is Word.REPLIES:
                self._open(single)
            elif action is Word.REPLY and self.opened:
                self._end(single)
            else:
                self._close(single)

    def _as_text(self, label: Label) -> Paragraph:
        return Paragraph(self.source[label.start : label.end], label.start, label.end, glued=False)

    def _continues(self) -> bool:
        """Tell whether the text since the last label may go on with that label's comment."""
        return self.place is LabelPlace.AFTER_FIRST_PARAGRAPH and bool(self.labels)

    def _open(self, label: Label) -> None:
        gap, last = self.gaps[-1], len(self.labels) - 1
        if self.opened and self.opened[-1].parent == last:
            return
        if self.labels and (not gap.paragraphs or self._continues()):
            gap.split = len(gap.paragraphs)
            self.opened.append(_List(last, label))
            self.lists.append(self.opened[-1])

    def _end(self, label: Label) -> None:
        """End a list of replies; text before may be a last reply, without a label of its own.

        It continues the reply before instead where comments go on after their labels, and these
        are not « Répondre » alone.
        """
        gap = self.gaps[-1]
        if gap.paragraphs and not (self._continues() and self.deletes):
            self._close(label)
            gap = self.gaps[-1]
        gap.split = len(gap.paragraphs)
        self.opened.pop().ended = True

    def _close(self, label: Label) -> None:
        if self.opened:
            self.opened[-1].members.append(len(self.labels))
        self.labels.append(label)
        self.gaps.append(_Gap())

    def branches(self) -> dict[int, Branch]:
        """Return the lists that comments stand in, by comment."""
        return {
            number: Branch(listed.parent, listed.label, sure=listed.ended or not place)
            for listed in self.lists
            for place, number in enumerate(listed.members)
        }


def _single(run: Label) -> Iterator[Label]:
    """Yield the labels that a run is made of: « RépondreSupprimer » is one, any other word is one.

    Ended by « Supprimer » a label closes a comment; « Répondre » alone may end a list of replies.
    """
    waiting: list[tuple[Word, int, int]] = []
    for word in run.words:
        if waiting and word[0] is not Word.DELETE:
            yield attrs.evolve(run, words=tuple(waiting))
            waiting = []
        waiting.append(word)
        if word[0] is not Word.REPLY:
            yield attrs.evolve(run, words=tuple(waiting))
            waiting = []
    if waiting:
        yield attrs.evolve(run, words=tuple(waiting))


def _read(source: str, pieces: Sequence[Paragraph | Label], place: LabelPlace) -> _Reading:
    words = (word for piece in pieces if isinstance(piece, Label) for word in piece.words)
    reading = _Reading(source, place, any(word is Word.DELETE for word, _, _ in words))
    for piece in pieces:
        if isinstance(piece, Paragraph):
            reading.gaps[-1].paragraphs.append(piece)
        else:
            reading.take(piece)
    return reading


def _after_comments(reading: _Reading) -> Grouped:
    following = [gap.paragraphs for gap in reading.gaps[1:-1]]
    return _grouped(reading, following, [() for _ in reading.labels], reading.gaps[-1].paragraphs)


def _after_first_paragraphs(reading: _Reading) -> Grouped:
    parts = [gap.parts() for gap in reading.gaps[1:-1]]
    last, rest = _last(reading)
    afters = [*(continued for continued, _ in parts), last]
    return _grouped(reading, [start for _, start in parts], afters, rest)


def _last(reading: _Reading) -> tuple[Sequence[Paragraph], Sequence[Paragraph]]:
    """Split what follows the last label: the comment's own, and what belongs to nothing.

    Where a page glues continuations to their labels, text that is not glued is none.
    """
    gap = reading.gaps[-1]
    own = gap.paragraphs if gap.split is None else gap.paragraphs[: gap.split]
    if own and reading.glued and not own[0].glued:
        own = []
    return own, gap.paragraphs[len(own) :]


def _grouped(
    reading: _Reading,
    following: Sequence[Sequence[Paragraph]],
    afters: Sequence[Sequence[Paragraph]],
    rest: Sequence[Paragraph],
) -> Grouped:
    """Put a page together: what precedes the label of each comment but the first, what follows."""
    if not reading.labels:
        return Grouped(tuple(reading.gaps[0].paragraphs), stray=tuple(reading.stray))
    heading, post, first = _start(reading.gaps[0].paragraphs)
    branches = reading.branches()
    comments = zip(reading.labels, [first, *following], afters, strict=True)
    return Grouped(
        tuple(post),
        comments=tuple(
            Group(label, tuple(before), tuple(after), branches.get(number))
            for number, (label, before, after) in enumerate(comments)
        ),
        heading=heading,
        place=reading.place,
        rest=tuple(rest),
        stray=tuple(reading.stray),
    )


_HEADING = re.compile(r"\d{1,9}\s+(?:commentaires?|comments?)\s*:?", re.IGNORECASE)


def _start(
    gap: Sequence[Paragraph],
) -> tuple[Paragraph | None, Sequence[Paragraph], Sequence[Paragraph]]:
    """Split what precedes the first label: the heading if any, the post, the first comment."""
    for index in reversed(range(len(gap))):
        if _HEADING.fullmatch(gap[index].text):
            return gap[index], gap[:index], gap[index + 1 :]
    return None, gap[:-1], gap[-1:]
