"""A moderation queue that is slow and obvious, to hold real ones against.

The tables stand as they are written for people. What they leave open, such as whether a reviewed
comment may be acknowledged twice, is ``OPEN`` here, and no law asks for it.
"""

from datetime import datetime, timedelta
from typing import Protocol

import attrs

from blogmodel.model import Comment
from blogmodel.testing._steps import MACHINES, QueueStep, Who

__all__ = ["LIVING", "OPEN", "TABLE", "Allowing", "NaiveComment", "NaiveQueue"]

OPEN = "open"
"""The answer where either will do."""
UNCLEAR = "unclear"

LIVING = "pending published shadowed spam rejected removed withdrawn"
TABLE = {
    # event: (from, to, who)
    "approve": ("pending spam rejected shadowed", "published", "moderator admin post-author"),
    "hold": ("published", "pending", "moderator admin post-author policy"),
    "mark-spam": ("pending published shadowed rejected removed", "spam", "moderator admin policy"),
    "reject": ("pending", "rejected", "moderator admin post-author"),
    "remove": ("published shadowed", "removed", "moderator admin post-author"),
    "shadow": ("pending published", "shadowed", "moderator admin"),
    "edit": ("pending published shadowed", "", "author moderator admin"),
    "withdraw": ("pending published shadowed", "withdrawn", "author"),
    "restore": ("removed withdrawn", "", "moderator admin author"),
    "report": (LIVING, "", "reader"),
    "acknowledge": (LIVING, "", "moderator admin"),
    "escalate": (LIVING, "", "moderator admin"),
    "appeal": ("spam rejected removed shadowed", "", "author"),
    "grant": ("spam rejected removed shadowed", "published", "moderator admin"),
    "deny": ("spam rejected removed shadowed", "", "moderator admin"),
    "erase": (LIVING, "erased", "admin retention"),
    "undo": (LIVING, "", "moderator admin"),
}
SEES = {
    # status: a visitor, its author, the post's author, moderators and admins
    "published": ("yes", "yes", "yes", "yes"),
    "pending": ("no", "yes", "if they approve", "yes"),
    "shadowed": ("no", "yes", "yes", "yes"),
    "spam": ("no", "yes", "if they approve", "yes"),
    "rejected": ("no", "yes", "if they approve", "yes"),
    "removed": ("no", "yes", "yes", "yes"),
    "withdrawn": ("no", "inside the window", "no", "yes"),
    "erased": ("no", "no", "no", "no"),
}
WORSE = ("published", "pending", "shadowed", "spam")


class Allowing(Protocol):
    """What a site allows: as `blogmodel.moderation.Rights` has it."""

    @property
    def post_author_approves(self) -> bool: ...
    @property
    def shadowing(self) -> bool: ...
    @property
    def edit_window(self) -> timedelta | None: ...
    @property
    def restore_window(self) -> timedelta | None: ...


@attrs.define
class NaiveComment:
    """A comment, and all that its next move depends on.

    Attributes:
        comment: as it was submitted.
        status: where it stands.
        submitted_at: since when it is there.
        changed_at: since when it stands where it stands.
        before: of what was removed or withdrawn, where it stood.
        decided_by: who made the decision in force; None for the policy's verdict.
        by_person: whether a person decided on this text; None where that can be argued.
        revisions: how many texts it has had.
        review: where the review stands.
        appeal: where the appeal stands.
        taken: how it was before each decision that can be taken back, the latest last.
    """

    comment: Comment
    status: str
    submitted_at: datetime
    changed_at: datetime
    before: str = ""
    decided_by: Who | None = None
    by_person: bool | None = False
    revisions: int = 1
    review: str = "none"
    appeal: str = "none"
    taken: list["NaiveComment"] = attrs.field(factory=list)


@attrs.define
class NaiveQueue:
    """The comments of a site, and what may become of them.

    Example:
        >>> from datetime import UTC, datetime
        >>> from blogmodel import Comment
        >>> from blogmodel.moderation import Rights
        >>> from blogmodel.testing import QueueStep, Who, naive
        >>> now = datetime(2011, 6, 24, 13, 7, tzinfo=UTC)
        >>> queue = naive.NaiveQueue(Rights())
        >>> queue.apply(QueueStep("submit", "1", Who("policy", "policy"), now, Comment("1", "p")))
        >>> queue.answer(QueueStep("hold", "1", Who("reader", "rene"), now))
        'roles-are-kept'
    """

    rights: Allowing
    comments: dict[str, NaiveComment] = attrs.field(factory=dict)

    def answer(self, step: QueueStep) -> str:  # noqa: PLR0911 - a case each
        """Return nothing where a step can be made, the law that refuses it, or ``OPEN``."""
        if step.comment is not None:
            unknown = step.comment.status == "shadowed" and not self.rights.shadowing
            return OPEN if unknown or step.comment_id in self.comments else ""
        if step.comment_id not in self.comments:
            return "unknown-comments-refused"
        row = self.comments[step.comment_id]
        sources, target, roles = TABLE[step.kind]
        role = step.who.role
        if row.status == "erased":
            return "erase-is-the-end"
        if row.status not in sources.split():
            return "repeats-refused" if row.status == target else "wrong-status-refused"
        if step.kind == "report" and role not in MACHINES:
            return "" if role == "reader" else OPEN
        if step.kind == "undo" and role == "post-author":
            return OPEN
        if role not in roles.split():
            return "roles-are-kept"
        if role == "author" and (
            row.comment.author is None or row.comment.author.id != step.who.id
        ):
            return "only-its-author"
        return self._besides(step, row)

    def _besides(self, step: QueueStep, row: NaiveComment) -> str:  # noqa: PLR0911 - as above
        """Return the same of what a table cannot hold."""
        kind, role = step.kind, step.who.role
        if kind == "approve" and role == "post-author" and not self.rights.post_author_approves:
            return "post-author-approves-by-right"
        if kind == "shadow" and not self.rights.shadowing:
            return "shadowing-by-right"
        if kind in {"hold", "mark-spam"} and role == "policy" and row.by_person is not False:
            return "machine-yields-to-people" if row.by_person else OPEN
        if kind == "edit" and role == "author":
            return _late(step.at - row.submitted_at, self.rights.edit_window, "edit-window")
        if kind == "restore" and role == "author":
            if row.status == "removed":
                return "roles-are-kept"
            return _late(step.at - row.changed_at, self.rights.restore_window, "restore-window")
        if kind in {"appeal", "grant", "deny"}:
            return _of_appeals(step, row)
        if kind == "acknowledge":
            return "" if row.review in {"open", "escalated"} else OPEN
        return OPEN if kind == "undo" and not row.taken else ""

    def apply(self, step: QueueStep) -> None:  # noqa: C901, PLR0912 - a case each
        """Make a step that can be made."""
        if step.comment is not None:
            self.comments[step.comment_id] = NaiveComment(
                step.comment, step.comment.status.value, step.at, step.at
            )
            return
        row = self.comments[step.comment_id]
        before = attrs.evolve(row, taken=list(row.taken))
        by_person = step.who.role not in MACHINES
        by_author = step.who.role == "author"
        row.taken = []
        match step.kind:
            case "report":
                row.review = row.review if row.review in {"escalated", UNCLEAR} else "open"
            case "acknowledge":
                row.review = "closed"
            case "escalate":
                row.review = "escalated"
            case "appeal":
                row.review, row.appeal = "open", "filed"
            case "deny":
                row.review, row.appeal, row.by_person = UNCLEAR, "denied", True
            case "edit":
                row.revisions += 1
                row.by_person = False if by_author or row.by_person is False else None
                if by_author and WORSE.index(step.verdict) > WORSE.index(row.status):
                    row.status, row.changed_at = "pending", step.at
            case "withdraw":
                row.status, row.before, row.changed_at = "withdrawn", row.status, step.at
                row.appeal = row.appeal if row.appeal == "none" else UNCLEAR
            case "restore" if by_author:
                row.status, row.before, row.changed_at = row.before, "", step.at
            case "undo":
                self.comments[step.comment_id] = before.taken.pop()
            case "erase":
                row.status, row.changed_at = "erased", step.at
            case _:
                target = TABLE[step.kind][1] or row.before
                row.before = row.status if target == "removed" else ""
                row.status, row.changed_at = target, step.at
                row.decided_by, row.by_person = step.who, by_person or row.by_person
                row.review = UNCLEAR if row.review in {"open", "escalated"} else row.review
                undecided = row.appeal == "filed" or step.kind == "restore"
                row.appeal = UNCLEAR if undecided and row.appeal != "none" else "none"
                row.appeal = "granted" if step.kind == "grant" else row.appeal
                row.taken = [*before.taken, before]

    def status(self, comment_id: str) -> str:
        """Return where a comment stands."""
        return self.comments[comment_id].status

    def sees(self, who: Who, comment_id: str, at: datetime) -> str:
        """Return ``"yes"``, ``"no"`` or ``OPEN``: whether somebody sees the text of a comment."""
        row = self.comments[comment_id]
        visitor, author, post_author, moderator = SEES[row.status]
        if who.role in {"moderator", "admin"}:
            return moderator
        if who.role == "post-author":
            may = "yes" if self.rights.post_author_approves else "no"
            return may if post_author == "if they approve" else post_author
        if who.role == "author" and row.comment.author and row.comment.author.id == who.id:
            late = _late(at - row.changed_at, self.rights.restore_window, "no")
            return (late or "yes") if author == "inside the window" else author
        return visitor

    def waiting(self) -> list[str]:
        """Return the ids of what waits."""
        return [comment_id for comment_id, row in self.comments.items() if row.status == "pending"]


def _late(passed: timedelta, window: timedelta | None, law: str) -> str:
    """Return the law that refuses what comes late; the very end of a window is left open."""
    if window is None or passed < window:
        return ""
    return OPEN if passed == window else law


def _of_appeals(step: QueueStep, row: NaiveComment) -> str:
    if row.appeal == UNCLEAR:
        return OPEN
    if step.kind == "appeal":
        return "" if row.appeal == "none" else "appeal-once"
    if row.appeal != "filed":
        return "judged-only-when-filed"
    if row.decided_by is not None and row.decided_by.id == step.who.id:
        return "another-judges-the-appeal"
    return ""
