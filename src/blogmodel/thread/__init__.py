"""Thread: flat comments become a tree, in any order, and none is lost."""

from blogmodel.thread import orders
from blogmodel.thread._defects import Defect, DefectAction, DefectKind, OnDefect
from blogmodel.thread._evidence import Evidence
from blogmodel.thread._mentions import Mention, leading_mention, name_key
from blogmodel.thread._node import Node
from blogmodel.thread._pages import MoreReplies, Page, PageBy
from blogmodel.thread._surgery import Merged, Permalink, Redirect, Split
from blogmodel.thread._thread import Thread
from blogmodel.thread._view import Deeper, View, published
from blogmodel.thread.orders import Order

__all__ = [
    "Deeper",
    "Defect",
    "DefectAction",
    "DefectKind",
    "Evidence",
    "Mention",
    "Merged",
    "MoreReplies",
    "Node",
    "OnDefect",
    "Order",
    "Page",
    "PageBy",
    "Permalink",
    "Redirect",
    "Split",
    "Thread",
    "View",
    "leading_mention",
    "name_key",
    "orders",
    "published",
]
