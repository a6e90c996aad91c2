"""What an adapter of a moderation queue gives the kit: three methods at least."""

from collections.abc import Awaitable, Iterable
from datetime import datetime
from typing import Any, Protocol

from blogmodel.model import Comment

__all__ = ["ModerationQueue", "OptionalModerationQueue"]


class ModerationQueue(Protocol):
    """A site's comments and what becomes of them, as the program under test keeps it.

    Kinds of moves are the values of `blogmodel.moderation.EventKind`, roles those of
    `blogmodel.moderation.Role`, statuses those of `blogmodel.Status`. Every method may be a
    coroutine. What the program does not know, such as spam or shadowing, it answers with
    `NotImplementedError`; a law that needs it does not apply then. Any other error refuses.
    """

    def submit(self, comment: Comment) -> object:
        """Take a comment; its status is what the policy found, such as ``"pending"``."""
        ...

    def move(self, kind: str, comment_id: str, role: str, actor_id: str, at: datetime) -> object:
        """Let somebody make a move, such as ``"approve"``; raise to refuse it.

        Whoever is given as ``"author"`` acts in the name of ``actor_id``; whether that is the
        comment's own author is for the program to see.
        """
        ...

    def status(self, comment_id: str) -> str | Awaitable[str]:
        """Return where a comment stands; one whose row is gone for good is ``"erased"``."""
        ...


class OptionalModerationQueue(ModerationQueue, Protocol):
    """The methods that an adapter may have besides; laws about them apply where they are."""

    def edit(  # noqa: PLR0913, PLR0917 - what there is to tell
        self, comment_id: str, role: str, actor_id: str, at: datetime, text: str, verdict: str
    ) -> object:
        """Give a comment another text, of which the policy says ``verdict``; raise to refuse."""
        ...

    def undo(self, comment_id: str, role: str, actor_id: str, at: datetime) -> object:
        """Take the latest decision back."""
        ...

    def sees(
        self, role: str, actor_id: str, comment_id: str, at: datetime
    ) -> bool | Awaitable[bool]:
        """Tell whether somebody sees the text; the post's author is one who wrote that post."""
        ...

    def count(self, role: str, actor_id: str, at: datetime) -> int | Awaitable[int]:
        """Return how many comments somebody is told that there are."""
        ...

    def waiting(self) -> Iterable[str] | Awaitable[Iterable[str]]:
        """Return the ids of what waits for a decision, however it came to wait."""
        ...

    def review(self, comment_id: str) -> str | Awaitable[str]:
        """Return where the review stands: a value of `blogmodel.moderation.Review`."""
        ...

    def appeal(self, comment_id: str) -> str | Awaitable[str]:
        """Return where the appeal stands: a value of `blogmodel.moderation.Appeal`."""
        ...

    def permissions(
        self, role: str, actor_id: str, comment_id: str, at: datetime
    ) -> Iterable[str] | Awaitable[Iterable[str]]:
        """Return the kinds of moves that somebody is offered, ``"edit"`` and ``"undo"`` too."""
        ...

    def version(self, comment_id: str) -> object:
        """Return what a page that shows a comment remembers, to tell later if it went on."""
        ...

    def move_expecting(  # noqa: PLR0913, PLR0917 - those of a move
        self,
        version: Any,  # noqa: ANN401 - whatever `version` gave
        kind: str,
        comment_id: str,
        role: str,
        actor_id: str,
        at: datetime,
    ) -> object:
        """Make a move, or raise if the comment is not at that version any more."""
        ...

    def events(self, comment_id: str) -> Iterable[object]:
        """Return what is kept of what happened, in order; each repr is to show all of it."""
        ...

    def fold(self, events: Iterable[object]) -> str | Awaitable[str]:
        """Return the status that events lead to, from nothing else."""
        ...

    def dump(self, comment_id: str) -> str | Awaitable[str]:
        """Return all that is stored anywhere about a comment, as text: rows, logs, queues, caches.

        Best without escapes, so that what is looked for is found.
        """
        ...

    def another(self) -> object:
        """Return an adapter of the same queue, as another process would open it."""
        ...

    def close(self) -> object:
        """Let go of what it holds; called once an example is over."""
        ...
