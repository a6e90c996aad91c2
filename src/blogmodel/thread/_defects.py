"""What can be wrong with comments, what is done about it, and how it is told."""

from enum import Enum, StrEnum, auto
from typing import TYPE_CHECKING

import attrs

from blogmodel.errors import shown
from blogmodel.model import Comment

if TYPE_CHECKING:
    from blogmodel.messages import Message

__all__ = ["Defect", "DefectAction", "DefectKind", "OnDefect"]


class OnDefect(Enum):
    """What a thread does with a comment that cannot stand under the parent it names."""

    PROMOTE = auto()
    """It becomes a root."""
    PLACEHOLDER = auto()
    """Where the parent is missing, a placeholder stands for it; the others become roots.

    A placeholder is of its earliest reply's post; a reply under another post becomes a root.
    """
    RAISE = auto()
    """Any defect raises `blogmodel.errors.ThreadDefectsError`, with all of them."""


class DefectKind(StrEnum):
    """What is wrong, and which ids a `Defect` of that kind gives."""

    DUPLICATE_ID = "duplicate-id"
    """Several comments have one id. The ids are (the id,)."""
    SELF_PARENT = "self-parent"
    """A comment names itself as its parent. The ids are (the comment,)."""
    ORPHAN = "orphan"
    """The parent is not among the comments. The ids are (the comment, the parent it names)."""
    FOREIGN_PARENT = "foreign-parent"
    """The parent stands under another post. The ids are (the comment, the parent)."""
    CYCLE = "cycle"
    """Comments answer each other in a ring. The ids are (the earliest, its parent, and so on)."""
    REPLY_BEFORE_PARENT = "reply-before-parent"
    """A reply is dated before its parent. The ids are (the reply, the parent)."""


class DefectAction(StrEnum):
    """What was done about a defect."""

    PROMOTED = "promoted"
    """The first comment named became a root."""
    PLACED = "placed"
    """The comment hangs under a placeholder for the missing one."""
    KEPT = "kept"
    """The comments stand as they say; the defect is only told."""
    REFUSED = "refused"
    """Nothing was done, since no thread was built."""
    SET_ASIDE = "set-aside"
    """One of the comments stands in the thread; the others are in `Defect.comments`."""


@attrs.frozen
class Defect:
    """One thing wrong with the comments of a thread, and what was done about it.

    Attributes:
        kind: what is wrong.
        ids: the comments it concerns, in the order that `DefectKind` tells.
        action: what was done.
        comments: the comments set aside, of those that share an id.
    """

    kind: DefectKind
    ids: tuple[str, ...]
    action: DefectAction = attrs.field(kw_only=True)
    comments: tuple[Comment, ...] = attrs.field(default=(), kw_only=True)

    @property
    def message(self) -> "Message":
        """What is wrong and what was done about it, for a reader.

        Comments are named by their ids.

        Example:
            >>> from blogmodel import Comment, Thread
            >>> from blogmodel.messages import Messages
            >>> thread = Thread.build([Comment("c9", "p", parent_id="c9")])
            >>> Messages("en").render(thread.defects[0].message)
            'comment “c9” answers itself (“c9” stands at the top)'
        """
        from blogmodel.thread._told import told  # noqa: PLC0415 - few programs tell them

        return told(self)

    def __str__(self) -> str:
        named = ", ".join(map(shown, self.ids))
        return f"{self.kind}: {named} ({self.action})"
