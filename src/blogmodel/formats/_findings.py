"""What a reader of a format infers, and what it sees and cannot use."""

from enum import StrEnum

import attrs

from blogmodel.thread import Evidence

__all__ = ["Inference", "InferredField", "Notice", "NoticeKind", "Rule"]


class Rule(StrEnum):
    """By what something was inferred."""

    FIRST_LABEL = "first-label"
    """The post ends before the paragraph at the first action label."""
    LABEL_PLACE = "label-place"
    """Where the labels stand tells which paragraphs are a comment's."""
    MENTION = "mention"
    """A comment starts by speaking to someone by name, after an at sign."""
    REPLIES_LABEL = "replies-label"
    """The comment stands under the label « Réponses » of another."""


class InferredField(StrEnum):
    """The fields of a post or comment that may be inferred, by their own names."""

    AUTHOR = "author"
    BODY = "body"
    PARENT_ID = "parent_id"


class NoticeKind(StrEnum):
    """What a reader saw and could not use, or did not trust."""

    NO_LABEL = "no-label"
    """No action label is in the text, so that all of it is the post."""
    UNASSIGNED_TEXT = "unassigned-text"
    """Text that belongs to no post or comment; the evidence is the text."""
    STRAY_LABEL = "stray-label"
    """A label that no comment goes with."""
    EMPTY_COMMENT = "empty-comment"
    """A label whose comment has no text."""
    COUNT_MISMATCH = "count-mismatch"
    """The page says another number of comments than it shows."""
    BYLINE = "byline"
    """A line that seems to tell an author or a date; these are not read, and stand as text."""
    GARBLED_TEXT = "garbled-text"
    """Text that seems to have been read in a wrong encoding before; it is left as it is."""


@attrs.frozen
class Inference:
    """Something that the source does not say outright, and on what it rests.

    Attributes:
        subject_id: the post or comment that it is about.
        field: the field of it.
        value: what was inferred: a name, a comment's id, or the body's first paragraph.
        rule: by what.
        evidence: on what.
        confidence: in [0, 1].
        adopted: whether the value stands in the post or comment. What is too unsure is only told.
        alternatives: other values that the evidence allows, the nearest five at most.
    """

    subject_id: str
    field: InferredField
    value: str = attrs.field(kw_only=True)
    rule: Rule = attrs.field(kw_only=True)
    evidence: Evidence = attrs.field(kw_only=True)
    confidence: float = attrs.field(kw_only=True)
    adopted: bool = attrs.field(kw_only=True)
    alternatives: tuple[str, ...] = attrs.field(default=(), kw_only=True)


@attrs.frozen
class Notice:
    """Something that a reader saw and could not use, or did not trust. Nothing is lost silently.

    Attributes:
        kind: what it is.
        evidence: the piece of the source.
    """

    kind: NoticeKind
    evidence: Evidence
