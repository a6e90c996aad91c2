"""A gallery of moderation queues, each broken in one way that is found in the wild.

`MendedQueue` keeps every law; each of the others is that queue with one mistake in it. They show
what the laws find, and that they find it.
"""

from datetime import datetime
from typing import Any

import attrs

from blogmodel.model import Body
from blogmodel.testing._mended_queue import MendedQueue
from blogmodel.testing._steps import QueueStep
from blogmodel.testing.naive._moderation import TABLE

__all__ = [
    "AnybodysComment",
    "ApprovesRemoved",
    "ApprovesTheOldText",
    "CountsWhatIsHeld",
    "EditSlipsPast",
    "JudgesItself",
    "KeepsTheAddress",
    "LastWriteWins",
    "LogsBeforeItChecks",
    "LogsTheText",
    "MendedQueue",
    "OffersEverything",
    "QueueForgetsHeld",
    "RejectsAsSpam",
    "ReportsTakeDown",
    "RestoresToPublished",
    "RevivesErased",
    "RobotOverrides",
    "ServesHiddenText",
    "StaleCache",
    "TrustsTheForm",
    "UndoPublishes",
    "WindowNeverEnds",
    "WithdrawsUnlogged",
]


class ApprovesRemoved(MendedQueue):
    """Two flags, and « approve » sets one and clears the other: what was taken down is back.

    ``perform_approve`` of django-contrib-comments does so: ``is_removed = False``,
    ``is_public = True``, whatever they were.
    """

    def problem(self, step: QueueStep) -> str:
        """Let whoever may approve at all approve what was removed too."""
        problem = super().problem(step)
        may = step.kind == "approve" and step.who.role in {"moderator", "admin"}
        is_removed = may and self.status(step.comment_id) == "removed"
        return "" if is_removed else problem


class RevivesErased(MendedQueue):
    """A button that sets a status and asks nothing: an open tab revives what was erased."""

    def problem(self, step: QueueStep) -> str:
        """Let anything be approved."""
        problem = super().problem(step)
        return "" if step.kind == "approve" and problem == "erase-is-the-end" else problem


class RestoresToPublished(MendedQueue):
    """« Restore » publishes, also what was never published: the status before is not kept."""

    def make(self, step: QueueStep) -> None:
        """Forget what was before."""
        if step.kind == "restore" and not self.problem(step):
            self.rows.comments[step.comment_id].before = "published"
        super().make(step)


class CountsWhatIsHeld(MendedQueue):
    """The count is ``SELECT COUNT(*)``, and the list below it has a ``WHERE``."""

    def count(self, role: str, actor_id: str, at: datetime) -> int:
        """Count rows."""
        del role, actor_id, at
        return len(self.stored)


class RobotOverrides(MendedQueue):
    """A spam filter that runs again at night marks what a moderator approved in the morning."""

    def problem(self, step: QueueStep) -> str:
        """Let the machine do what it likes."""
        problem = super().problem(step)
        return "" if problem == "machine-yields-to-people" else problem


class KeepsTheAddress(MendedQueue):
    """An erasure that empties the text and the name; the e-mail address stays in its column."""

    def wipe(self, comment_id: str) -> None:
        """Wipe what is shown."""
        comment = self.stored[comment_id]
        author = comment.author and attrs.evolve(comment.author, name="Anonyme", url=None, id=None)
        self.stored[comment_id] = attrs.evolve(comment, body=Body(""), author=author, origin=None)

    def dump(self, comment_id: str) -> str:
        """Return all that is stored, the address too."""
        author = self.stored[comment_id].author
        return f"{super().dump(comment_id)} {author and author.email}"


class EditSlipsPast(MendedQueue):
    """Only what is new is judged: approve me today, and tomorrow I edit the links in."""

    def edit(  # noqa: PLR0913, PLR0917 - those of the method
        self, comment_id: str, role: str, actor_id: str, at: datetime, text: str, verdict: str
    ) -> None:
        """Change a text, and leave it published."""
        del verdict
        super().edit(comment_id, role, actor_id, at, text, "published")


class ServesHiddenText(MendedQueue):
    """What was taken down is hidden by the template; the page's feed and its API still have it."""

    def sees(self, role: str, actor_id: str, comment_id: str, at: datetime) -> bool:
        """Serve what was removed as well."""
        is_removed = self.status(comment_id) == "removed"
        return is_removed or super().sees(role, actor_id, comment_id, at)


class LastWriteWins(MendedQueue):
    """Two moderators have one comment open; who clicks last decides, on what was long decided."""

    def move_expecting(  # noqa: PLR0913, PLR0917 - those of a move
        self, version: int, kind: str, comment_id: str, role: str, actor_id: str, at: datetime
    ) -> None:
        """Make a move, whatever was seen."""
        del version
        self.move(kind, comment_id, role, actor_id, at)


class JudgesItself(MendedQueue):
    """Appeals come to whoever is on duty, who may be the one that is appealed against."""

    def problem(self, step: QueueStep) -> str:
        """Let anybody judge."""
        problem = super().problem(step)
        return "" if problem == "another-judges-the-appeal" else problem


class TrustsTheForm(MendedQueue):
    """The page shows buttons to moderators alone; the address behind them asks nobody anything."""

    def problem(self, step: QueueStep) -> str:
        """Let everybody do everything that is possible."""
        problem = super().problem(step)
        return "" if problem == "roles-are-kept" and step.kind != "undo" else problem


class AnybodysComment(MendedQueue):
    """``/comments/17/withdraw`` asks whether one is logged in, and not whose comment 17 is."""

    def problem(self, step: QueueStep) -> str:
        """Let any author be its author."""
        problem = super().problem(step)
        return "" if problem == "only-its-author" else problem


class QueueForgetsHeld(MendedQueue):
    """Only a submission puts a comment into the queue: what was held later waits for ever."""

    def waiting(self) -> list[str]:
        """Return what waited from the beginning."""
        first = {comment_id for comment_id, log in self.log.items() if _began_waiting(log)}
        return [comment_id for comment_id in super().waiting() if comment_id in first]


def _began_waiting(log: list[dict[str, Any]]) -> bool:
    return bool(log[0]["status"] == "pending")


class LogsTheText(MendedQueue):
    """An audit log that quotes each comment when it comes, and outlives it."""

    def note(self, comment_id: str, kind: str, role: str) -> None:
        """Write down what was said."""
        super().note(comment_id, kind, role)
        self.log[comment_id][-1]["text"] = self.stored[comment_id].body.text


class OffersEverything(MendedQueue):
    """All buttons are always there, and half of them answer with an error."""

    def permissions(self, role: str, actor_id: str, comment_id: str, at: datetime) -> list[str]:
        """Offer what the role may ever do."""
        del actor_id, comment_id, at
        return [kind for kind, (_, _, roles) in TABLE.items() if role in roles.split()]


class UndoPublishes(MendedQueue):
    """« Undo » publishes, since the first decision that anybody undid was a removal."""

    def undo(self, comment_id: str, role: str, actor_id: str, at: datetime) -> None:
        """Publish."""
        super().undo(comment_id, role, actor_id, at)
        self.rows.comments[comment_id].status = "published"


class WindowNeverEnds(MendedQueue):
    """The page takes the « edit » link away after a while; the address behind it stays open."""

    def problem(self, step: QueueStep) -> str:
        """Let its author edit at any time."""
        problem = super().problem(step)
        return "" if problem == "edit-window" else problem


class WithdrawsUnlogged(MendedQueue):
    """Withdrawing is an ``UPDATE`` from before there were events, and nobody wrote its event."""

    def note(self, comment_id: str, kind: str, role: str) -> None:
        """Write down all else."""
        if kind != "withdraw":
            super().note(comment_id, kind, role)


class LogsBeforeItChecks(MendedQueue):
    """The event is written first and the status checked after it: what was refused happened."""

    def make(self, step: QueueStep) -> None:
        """Write down, then look."""
        problem = self.problem(step)
        if problem and step.comment_id in self.log:
            self.note(step.comment_id, step.kind, step.who.role)
        super().make(step)


class RejectsAsSpam(MendedQueue):
    """There is one button to be rid of a comment, and the spam filter learns from it."""

    def make(self, step: QueueStep) -> None:
        """Mark as spam what is rejected."""
        super().make(step)
        if step.kind == "reject":
            self.rows.comments[step.comment_id].status = "spam"


class ApprovesTheOldText(MendedQueue):
    """Each edit is a row of its own; « approve » finds the first row, and the comment waits on."""

    def make(self, step: QueueStep) -> None:
        """Approve the text that was submitted."""
        super().make(step)
        row = self.rows.comments[step.comment_id]
        if step.kind == "approve" and row.revisions > 1:
            row.status = "pending"


class ReportsTakeDown(MendedQueue):
    """Two reports take a comment down by themselves, even what a moderator just approved."""

    def make(self, step: QueueStep) -> None:
        """Take down what is reported twice."""
        super().make(step)
        reports = [event for event in self.log[step.comment_id] if event["kind"] == "report"]
        row = self.rows.comments[step.comment_id]
        if step.kind == "report" and len(reports) > 1 and row.status == "published":
            row.status = "removed"


class StaleCache(MendedQueue):
    """Each process remembers what it read, and is not told what another one wrote."""

    def __init__(self) -> None:
        super().__init__()
        self.known: dict[str, str] = {}

    def make(self, step: QueueStep) -> None:
        """Forget what this process knows of the comment."""
        super().make(step)
        self.known.pop(step.comment_id, None)

    def status(self, comment_id: str) -> str:
        """Return what was read once."""
        self.known.setdefault(comment_id, super().status(comment_id))
        return self.known[comment_id]

    def note(self, comment_id: str, kind: str, role: str) -> None:
        """Write down where it stands in truth."""
        self.known.pop(comment_id, None)
        super().note(comment_id, kind, role)

    def another(self) -> "StaleCache":
        """Return another process: the same rows, and a memory of its own."""
        other = StaleCache()
        other.rows, other.stored, other.log = self.rows, self.stored, self.log
        return other
