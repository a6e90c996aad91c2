"""Thread: flat comments become a tree, in any order, and none is lost."""

from blogmodel.thread._defects import Defect, DefectAction, DefectKind, OnDefect
from blogmodel.thread._evidence import Evidence
from blogmodel.thread._mentions import Mention, leading_mention, name_key
from blogmodel.thread._proposals import ReplyProposal, ReplyRule
from blogmodel.thread._replies import ADOPT_FROM, FoundReplies, find_replies
from blogmodel.thread._thread import Node, Thread

__all__ = [
    "ADOPT_FROM",
    "Defect",
    "DefectAction",
    "DefectKind",
    "Evidence",
    "FoundReplies",
    "Mention",
    "Node",
    "OnDefect",
    "ReplyProposal",
    "ReplyRule",
    "Thread",
    "find_replies",
    "leading_mention",
    "name_key",
]
