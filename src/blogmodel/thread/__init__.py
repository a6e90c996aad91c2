"""Thread: flat comments become a tree, in any order, and none is lost."""

from blogmodel.thread._defects import Defect, DefectAction, DefectKind, OnDefect
from blogmodel.thread._evidence import Evidence
from blogmodel.thread._mentions import Mention, leading_mention, name_key
from blogmodel.thread._thread import Node, Thread

__all__ = [
    "Defect",
    "DefectAction",
    "DefectKind",
    "Evidence",
    "Mention",
    "Node",
    "OnDefect",
    "Thread",
    "leading_mention",
    "name_key",
]
