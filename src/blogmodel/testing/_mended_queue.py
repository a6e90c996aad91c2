"""A moderation queue that keeps every law, for others to be broken versions of."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

import attrs

from blogmodel.errors import StaleVersionError, TransitionError
from blogmodel.model import Body, Comment
from blogmodel.moderation import Rights
from blogmodel.testing._steps import CAST, QueueStep, Who
from blogmodel.testing.naive import NaiveQueue
from blogmodel.testing.naive._moderation import TABLE

__all__ = ["MendedQueue"]


class MendedQueue:
    """A queue that keeps all laws."""

    def __init__(self) -> None:
        self.rows: NaiveQueue = NaiveQueue(Rights())
        self.stored: dict[str, Comment] = {}
        self.log: dict[str, list[dict[str, Any]]] = {}

    def submit(self, comment: Comment) -> None:
        """Take a comment."""
        at = comment.created_at or datetime.max.replace(tzinfo=UTC)
        self.stored[comment.id] = comment
        self.rows.apply(QueueStep("submit", comment.id, CAST["policy"], at, comment))
        self.note(comment.id, "submit", "policy")

    def move(self, kind: str, comment_id: str, role: str, actor_id: str, at: datetime) -> None:
        """Make a move."""
        self.make(QueueStep(kind, comment_id, Who(role, actor_id), at))

    def edit(  # noqa: PLR0913, PLR0917 - what there is to tell
        self, comment_id: str, role: str, actor_id: str, at: datetime, text: str, verdict: str
    ) -> None:
        """Change a text."""
        who = Who(role, actor_id)
        self.make(QueueStep("edit", comment_id, who, at, text=text, verdict=verdict))
        self.stored[comment_id] = attrs.evolve(self.stored[comment_id], body=Body(text))

    def undo(self, comment_id: str, role: str, actor_id: str, at: datetime) -> None:
        """Take the latest decision back."""
        self.make(QueueStep("undo", comment_id, Who(role, actor_id), at))

    def make(self, step: QueueStep) -> None:
        """Make a step that may be made.

        Raises:
            TransitionError: it may not.
        """
        problem = self.problem(step)
        if problem:
            raise TransitionError(step.comment_id, step.kind, problem)
        self.rows.apply(step)
        self.note(step.comment_id, step.kind, step.who.role)
        if step.kind == "erase":
            self.wipe(step.comment_id)

    def problem(self, step: QueueStep) -> str:
        """Return why a step may not be made, if it may not."""
        return self.rows.answer(step)

    def note(self, comment_id: str, kind: str, role: str) -> None:
        """Write down that something happened."""
        event = {"kind": kind, "role": role, "status": self.status(comment_id)}
        self.log.setdefault(comment_id, []).append(event)

    def wipe(self, comment_id: str) -> None:
        """Leave a tombstone, without text and author."""
        old = self.stored[comment_id]
        self.stored[comment_id] = Comment(old.id, old.post_id, parent_id=old.parent_id)

    def status(self, comment_id: str) -> str:
        """Return where a comment stands."""
        return self.rows.status(comment_id)

    def review(self, comment_id: str) -> str:
        """Return where the review stands."""
        review = self.rows.comments[comment_id].review
        return "closed" if review == "unclear" else review

    def appeal(self, comment_id: str) -> str:
        """Return where the appeal stands."""
        appeal = self.rows.comments[comment_id].appeal
        return "none" if appeal == "unclear" else appeal

    def sees(self, role: str, actor_id: str, comment_id: str, at: datetime) -> bool:
        """Tell whether somebody sees the text."""
        return self.rows.sees(Who(role, actor_id), comment_id, at) == "yes"

    def count(self, role: str, actor_id: str, at: datetime) -> int:
        """Return how many comments somebody sees."""
        return sum(self.sees(role, actor_id, comment_id, at) for comment_id in self.stored)

    def waiting(self) -> list[str]:
        """Return the ids of what waits."""
        return self.rows.waiting()

    def permissions(self, role: str, actor_id: str, comment_id: str, at: datetime) -> list[str]:
        """Return what somebody may do."""
        who = Who(role, actor_id)
        steps = [QueueStep(kind, comment_id, who, at, verdict="published") for kind in TABLE]
        return [step.kind for step in steps if not self.problem(step)]

    def version(self, comment_id: str) -> int:
        """Return the number of what happened."""
        return len(self.log[comment_id])

    def move_expecting(  # noqa: PLR0913, PLR0917 - those of a move
        self, version: int, kind: str, comment_id: str, role: str, actor_id: str, at: datetime
    ) -> None:
        """Make a move on what was seen.

        Raises:
            StaleVersionError: it has gone on since.
        """
        now = self.version(comment_id)
        if version != now:
            raise StaleVersionError(comment_id, kind, str(version), str(now))
        self.move(kind, comment_id, role, actor_id, at)

    def events(self, comment_id: str) -> list[dict[str, Any]]:
        """Return what happened."""
        return [dict(event) for event in self.log[comment_id]]

    def fold(self, events: Iterable[dict[str, Any]]) -> str:
        """Return where events lead."""
        return str([event["status"] for event in events][-1])

    def dump(self, comment_id: str) -> str:
        """Return all that is stored."""
        comment = self.stored[comment_id]
        return f"{comment!r} {comment.author!r} {comment.origin and comment.origin.address} " + str(
            self.events(comment_id)
        )

    def another(self) -> "MendedQueue":
        """Return an adapter of the same queue."""
        return self
