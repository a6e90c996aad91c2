"""The text of a skeleton, as the tree that a parser of HTML makes of it has it."""

from __future__ import annotations

from operator import lt, methodcaller
from typing import TYPE_CHECKING, NamedTuple

from blogmodel.errors import MissingExtraError
from blogmodel.text._layout import Layout
from blogmodel.text._skeleton import numbers

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from justhtml.dom import Node, Text

    from blogmodel.text._markup import Markup
    from blogmodel.text._skeleton import Skeleton

__all__ = ["laid_out"]


def laid_out(skeleton: Skeleton, source: str, *, part: str, extra: str) -> Markup:
    """Return the text of a skeleton.

    Args:
        skeleton: the markup, with numbers for its text.
        source: what the places of its pieces are in.
        part: what needs the parser, for the error.
        extra: the extra that has it.

    Raises:
        MissingExtraError: the parser is not installed.
    """
    try:
        from justhtml import JustHTML  # noqa: PLC0415 - an extra
    except ImportError:
        raise MissingExtraError(part, extra) from None
    root = JustHTML(skeleton.html(), fragment=True, sanitize=False).root
    layout = Layout()
    for step in _in_order(list(_Walk().steps(root))):
        if isinstance(step, _Text):
            add = layout.preserve if step.preserved else layout.collapse
            add(skeleton.pieces[step.number], verbatim=step.verbatim)
        else:
            step(layout)
    return layout.done(source)


class _Text(NamedTuple):
    """A piece of text, by its number, and how it is to be laid out."""

    number: int
    preserved: bool
    verbatim: bool


class _Open(NamedTuple):
    """A node to be visited, and what its ancestors say about the text in it."""

    node: Node | Text
    preserved: bool = False
    verbatim: bool = False
    shown: bool = True

    def child(self, node: Node | Text) -> _Open:
        return self._replace(node=node)

    def inside(self) -> _Open:
        """Return what this node says about the text in it."""
        _, preserved, verbatim, shown = self
        name, namespace, marks = self.node.name, self.node.namespace, _marks(self.node)
        if namespace == "svg":
            shown = name in _SVG_TEXT or (shown and name != "svg")
        verbatim = verbatim or name in _VERBATIM
        return _Open(
            self.node,
            preserved or name in _PRESERVED,
            "v" in marks or (verbatim and "t" not in marks),
            shown,
        )


# Elements that stand in lines of their own, beside p, br and the parts of tables.
_BLOCKS = frozenset(
    "address article aside blockquote caption center dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu"
    " nav ol optgroup option pre search section summary ul".split()
)
# Elements that are not shown, or show something else in their place.
_UNSEEN = frozenset(
    "#comment annotation annotation-xml audio canvas datalist defs desc metadata meter object"
    " progress rp script style template title video".split()
)
# Text in them is no language's.
_VERBATIM = frozenset("code kbd listing math pre samp svg var".split())

_Step = _Text | methodcaller
_BLOCK, _PARAGRAPH = methodcaller("block", 1), methodcaller("block", 2)
_LINE_FEED = methodcaller("line_feed")
_ROW, _CELL, _FIRST_CELL = (methodcaller("cell", separator) for separator in ("\n", "\t", ""))
_END_TABLE = methodcaller("end_table")
_PRESERVED = frozenset(("listing", "pre"))
_SVG_TEXT = frozenset(("foreignObject", "text"))


class _Walk:
    """A walk through a tree, without recursion, since trees of hostile markup are deep."""

    def __init__(self) -> None:
        # How many rows each open table has so far, and how many cells its last row.
        self._tables: list[tuple[int, int]] = []

    def steps(self, root: Node) -> Iterator[_Step]:
        """Return the texts and the breaks of a tree in its order."""
        stack: list[_Open | methodcaller] = [_Open(root)]
        while stack:
            item = stack.pop()
            if isinstance(item, methodcaller):
                if item is _END_TABLE:
                    self._tables.pop()
                yield item
            elif item.node.name == "#text":
                if item.shown:
                    for number in numbers(str(item.node.data)):
                        yield _Text(number, item.preserved, item.verbatim)
            elif item.node.name not in _UNSEEN and "h" not in _marks(item.node):
                before, after = self._breaks(item.node)
                if before:
                    yield before
                if after:
                    stack.append(after)
                inside = item.inside()
                stack += [inside.child(child) for child in reversed(item.node.children or ())]

    def _breaks(self, node: Node | Text) -> tuple[methodcaller | None, methodcaller | None]:
        """Return what stands before and after the text of an element."""
        name = node.name
        if node.namespace != "html":
            return None, None
        if name == "table":
            self._tables.append((0, 0))
            return _BLOCK, _END_TABLE
        if name in {"td", "th", "tr"}:
            return self._part_of_table(name), None
        return _BREAKS.get(name, (None, None))

    def _part_of_table(self, name: str) -> methodcaller | None:
        rows, cells = self._tables[-1] if self._tables else (0, 0)
        if name == "tr":
            self._tables[-1:] = [(rows + 1, 0)]
            return _ROW if rows else None
        self._tables[-1:] = [(rows, cells + 1)]
        return _CELL if cells else _FIRST_CELL


_BREAKS: dict[str, tuple[methodcaller, methodcaller | None]] = {
    **dict.fromkeys(_BLOCKS, (_BLOCK, _BLOCK)),
    "p": (_PARAGRAPH, _PARAGRAPH),
    "br": (_LINE_FEED, None),
}


def _marks(node: Node | Text) -> Mapping[str, object]:
    return getattr(node, "attrs", None) or {}  # A text has none.


def _in_order(steps: list[_Step]) -> list[_Step]:
    """Put texts in the order of the source.

    They are in another one only where a table holds what no table may, which goes before it, and
    where the parser repeats an option that is selected.
    """
    order = [step.number for step in steps if isinstance(step, _Text)]
    if all(map(lt, order, order[1:])):
        return steps
    # For each text, the one before it in the tree and what stands between the two.
    texts: dict[int, tuple[int, list[_Step]]] = {}
    between: list[_Step] = []
    last = -1
    for step in steps:
        between.append(step)
        if isinstance(step, _Text):
            texts.setdefault(step.number, (last, between))
            last, between = step.number, []
    ordered: list[_Step] = []
    last = -1
    for number in sorted(texts):
        before, group = texts[number]
        ordered += group if before == last else [_BLOCK, group[-1]]
        last = number
    return [*ordered, *between]
