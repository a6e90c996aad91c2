"""What is proposed as a comment's parent, by which rule, and on what it rests."""

from enum import StrEnum

import attrs

from blogmodel.thread._evidence import Evidence

__all__ = ["ReplyProposal", "ReplyRule"]


class ReplyRule(StrEnum):
    """By what a comment was found to answer another."""

    LINK = "link"
    """It links to the place of the other on the page (« #c12 », « #comment-12 »)."""
    MENTION = "mention"
    """It names the other's author after an at sign."""
    VOCATIVE = "vocative"
    """It starts with the name of the other's author, as in « Nom, » and « Bonjour Nom, »."""
    QUOTATION = "quotation"
    """It quotes the other."""
    ARRIVAL = "arrival"
    """It came right after the other; nothing in its words says so."""


@attrs.frozen
class ReplyProposal:
    """A parent for a comment that has none, and on what it rests.

    Attributes:
        comment_id: the comment that answers.
        parent_id: the comment that it answers; None where it answers the post, as a root does.
        rule: by what this was found.
        evidence: on what it rests: a piece of the body of the comment, or, where the order of
            arrival is all there is, of its parent's.
        confidence: in [0, 1].
        alternatives: other comments that could be the parent, the nearest five at most.
    """

    comment_id: str
    parent_id: str | None
    rule: ReplyRule = attrs.field(kw_only=True)
    evidence: Evidence = attrs.field(kw_only=True)
    confidence: float = attrs.field(kw_only=True)
    alternatives: tuple[str, ...] = attrs.field(default=(), kw_only=True)
