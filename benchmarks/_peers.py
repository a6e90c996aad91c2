"""The tree libraries that people reach for, building and walking the tree of some comments.

Each is used the fastest way that its own documentation shows for trees whose nodes have ids. All
are given the comments sorted by (created_at, id), so that parents come first and siblings stand in
order, and each tells depths itself.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter

import anytree
import bigtree
import nutree
import treelib
from bigtree._globals import Globals

from blogmodel import Comment

__all__ = ["PEERS"]

Pairs = Iterator[tuple[Comment, int]]

_age = attrgetter("created_at", "id")


class _Light(anytree.LightNodeMixin):  # type: ignore[misc]
    """The lighter of the two mixins: with slots."""

    __slots__ = ("comment",)

    def __init__(self, comment: Comment | None = None, parent: "_Light | None" = None) -> None:
        self.comment = comment
        self.parent = parent


def _anytree(comments: Sequence[Comment]) -> Pairs:
    root = _Light()
    nodes: dict[str | None, _Light] = {None: root}
    for comment in sorted(comments, key=_age):
        nodes[comment.id] = _Light(comment, nodes[comment.parent_id])
    walk = anytree.PreOrderIter(root)
    next(walk)
    return ((node.comment, node.depth - 1) for node in walk)


def _nutree(comments: Sequence[Comment]) -> Pairs:
    tree: nutree.Tree[Comment] = nutree.Tree()
    add_to = {None: tree.add}
    for comment in sorted(comments, key=_age):
        add_to[comment.id] = add_to[comment.parent_id](comment, data_id=comment.id).add
    return ((node.data, node.depth() - 1) for node in tree)


def _treelib(comments: Sequence[Comment]) -> Pairs:
    tree = treelib.Tree()
    tree.create_node("", "")
    for comment in sorted(comments, key=_age):
        tree.create_node(comment.id, comment.id, parent=comment.parent_id or "", data=comment)
    walk = tree.expand_tree(sorting=False)
    next(walk)
    return ((tree[each].data, tree.level(each) - 1) for each in walk)


def _bigtree(comments: Sequence[Comment]) -> Pairs:
    """From the leaves up, as ``Node(…, children=…)``: top down, each check walks to the root."""
    replies: dict[str | None, list[bigtree.Node]] = defaultdict(list)
    for comment in sorted(comments, key=_age, reverse=True):
        below = replies.pop(comment.id, [])
        below.reverse()
        node = bigtree.Node(comment.id, children=below, comment=comment)
        replies[comment.parent_id].append(node)
    replies[None].reverse()
    root = bigtree.Node("root", children=replies[None])
    walk = iter(bigtree.preorder_iter(root))
    next(walk)
    return ((node.get_attr("comment"), node.depth - 2) for node in walk)


def _bigtree_unchecked(comments: Sequence[Comment]) -> Pairs:
    """As with ``BIGTREE_CONF_ASSERTIONS`` empty in the environment."""
    Globals.ASSERTIONS = False
    try:
        root = bigtree.Node("root")
        nodes: dict[str | None, bigtree.Node] = {None: root}
        for comment in sorted(comments, key=_age):
            parent = nodes[comment.parent_id]
            nodes[comment.id] = bigtree.Node(comment.id, parent=parent, comment=comment)
    finally:
        Globals.ASSERTIONS = True
    walk = iter(bigtree.preorder_iter(root))
    next(walk)
    return ((node.comment, node.depth - 2) for node in walk)


PEERS: dict[str, Callable[[Sequence[Comment]], Pairs]] = {
    "anytree": _anytree,
    "nutree": _nutree,
    "treelib": _treelib,
    "bigtree": _bigtree,
    "bigtree-": _bigtree_unchecked,
}
