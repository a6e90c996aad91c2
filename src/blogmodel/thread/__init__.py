"""Thread: flat comments become a tree, in any order, and none is lost."""

from blogmodel.thread import orders
from blogmodel.thread._adjacency_sql import AdjacencySQL
from blogmodel.thread._defects import Defect, DefectAction, DefectKind, OnDefect
from blogmodel.thread._evidence import Evidence
from blogmodel.thread._mentions import Mention, leading_mention, name_key
from blogmodel.thread._nested_set_sql import NestedSetSQL
from blogmodel.thread._nested_sets import NestedSet, nested_sets, parents_of_nested_sets
from blogmodel.thread._node import Node
from blogmodel.thread._pages import MoreReplies, Page, PageBy
from blogmodel.thread._path_sql import PathSQL
from blogmodel.thread._paths import (
    PathStep,
    ancestor_paths,
    child_path,
    decode_path,
    parent_path,
    path_of,
    paths,
    subtree_range,
)
from blogmodel.thread._proposals import ReplyProposal, ReplyRule
from blogmodel.thread._replies import ADOPT_FROM, FoundReplies, find_replies
from blogmodel.thread._settings import Deeper
from blogmodel.thread._sql import Dialect
from blogmodel.thread._stored import thread_from_nested_sets, thread_from_paths
from blogmodel.thread._surgery import Merged, Permalink, Redirect, Split
from blogmodel.thread._thread import Thread
from blogmodel.thread._view import View, published
from blogmodel.thread.orders import Order

__all__ = [
    "ADOPT_FROM",
    "AdjacencySQL",
    "Deeper",
    "Defect",
    "DefectAction",
    "DefectKind",
    "Dialect",
    "Evidence",
    "FoundReplies",
    "Mention",
    "Merged",
    "MoreReplies",
    "NestedSet",
    "NestedSetSQL",
    "Node",
    "OnDefect",
    "Order",
    "Page",
    "PageBy",
    "PathSQL",
    "PathStep",
    "Permalink",
    "Redirect",
    "ReplyProposal",
    "ReplyRule",
    "Split",
    "Thread",
    "View",
    "ancestor_paths",
    "child_path",
    "decode_path",
    "find_replies",
    "leading_mention",
    "name_key",
    "nested_sets",
    "orders",
    "parent_path",
    "parents_of_nested_sets",
    "path_of",
    "paths",
    "published",
    "subtree_range",
    "thread_from_nested_sets",
    "thread_from_paths",
]
