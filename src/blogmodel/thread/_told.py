"""Defects as messages to a reader."""

from typing import assert_never

from blogmodel.messages import Message
from blogmodel.thread._defects import Defect, DefectAction, DefectKind

__all__ = ["told"]


def told(defect: Defect) -> Message:
    """Return what tells of a defect, and of what was done about it."""
    done: Message | DefectAction = defect.action
    if done is DefectAction.PROMOTED:
        done = Message("“{comment}” stands at the top", comment=defect.ids[0])
    return Message("{problem} ({done})", problem=_problem(defect), done=done)


def _problem(defect: Defect) -> Message:
    comment, parent = defect.ids[0], defect.ids[-1]
    match defect.kind:
        case DefectKind.DUPLICATE_ID:
            said = Message("several comments have the id “{comment}”", comment=comment)
        case DefectKind.SELF_PARENT:
            said = Message("comment “{comment}” answers itself", comment=comment)
        case DefectKind.ORPHAN:
            said = Message(
                "comment “{comment}” answers “{parent}”, which is not there",
                comment=comment,
                parent=parent,
            )
        case DefectKind.FOREIGN_PARENT:
            said = Message(
                "comment “{comment}” answers “{parent}”, which is under another post",
                comment=comment,
                parent=parent,
            )
        case DefectKind.CYCLE:
            said = Message("comments answer each other in a ring: {comments}", comments=defect.ids)
        case DefectKind.REPLY_BEFORE_PARENT:
            said = Message(
                "comment “{comment}” is dated before “{parent}”, which it answers",
                comment=comment,
                parent=parent,
            )
        case _:
            assert_never(defect.kind)
    return said
