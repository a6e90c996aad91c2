"""Who does what to a comment in a moderation queue, and when."""

from datetime import datetime

import attrs

from blogmodel.model import Comment

__all__ = ["CAST", "MACHINES", "QueueStep", "Who"]

MACHINES = ("policy", "retention")
"""The roles that are no person's."""


@attrs.frozen
class Who:
    """Somebody, in a role.

    Example:
        >>> from blogmodel.testing import Who
        >>> print(Who("moderator", "lise"), Who("policy", "policy"), sep=", ")
        the moderator lise, the policy
    """

    role: str
    id: str

    def __str__(self) -> str:
        return f"the {self.role}" if self.role in MACHINES else f"the {self.role} {self.id}"


# Lise is twice in it: one person may be a moderator here and an admin there.
CAST = {
    "lise": Who("moderator", "lise"),
    "marc": Who("moderator", "marc"),
    "anne": Who("admin", "anne"),
    "lise-as-admin": Who("admin", "lise"),
    "host": Who("post-author", "host"),
    "zoe": Who("author", "zoe-17"),
    "luc": Who("author", "luc-18"),
    "rene": Who("reader", "rene"),
    "policy": Who("policy", "policy"),
    "retention": Who("retention", "retention"),
}
"""Everybody who acts in an example; Zoé writes most comments, and host the post."""


@attrs.frozen
class QueueStep:
    """Something that is done to a comment.

    Attributes:
        kind: what.
        comment_id: to which comment.
        who: by whom.
        at: when.
        comment: of a submission, the comment.
        text: of an edit, the new text.
        verdict: of an edit, what the policy says of it.

    Example:
        >>> from datetime import UTC, datetime
        >>> from blogmodel.testing import CAST, QueueStep
        >>> at = datetime(2011, 6, 24, 13, 7, tzinfo=UTC)
        >>> print(QueueStep("approve", "c1", CAST["lise"], at))
        approve c1, by the moderator lise, at 2011-06-24 13:07
    """

    kind: str
    comment_id: str
    who: Who
    at: datetime
    comment: Comment | None = None
    text: str = ""
    verdict: str = ""

    def __str__(self) -> str:
        when = f"at {self.at:%Y-%m-%d %H:%M}"
        if self.comment is not None:
            by = self.comment.author.id if self.comment.author else "nobody"
            return f"submit {self.comment_id}, by {by}, found {self.comment.status}, {when}"
        found = f", found {self.verdict}" if self.verdict else ""
        return f"{self.kind} {self.comment_id}, by {self.who}{found}, {when}"
