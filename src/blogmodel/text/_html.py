"""The text a reader sees of HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from blogmodel import _checks
from blogmodel.errors import MissingExtraError
from blogmodel.text._html_scan import HtmlScanner
from blogmodel.text._layout import Layout
from blogmodel.text._skeleton import Piece, Skeleton, numbers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from blogmodel.text._mapped import MappedText
    from blogmodel.text._markup import Markup

__all__ = ["html_text", "laid_out", "read_html"]


def html_text(html: str) -> MappedText:
    """Return the text a reader sees of HTML, mapped to it.

    Raises:
        InvalidTypeError: it is not a str.
        InvalidValueError: it holds a lone surrogate.
        MissingExtraError: the extra ``html`` is not installed.

    Example:
        >>> from blogmodel.text import html_text
        >>> plain = html_text("<p>L&rsquo;été <b>est</b> là.</p><p>Fin.</p>")
        >>> plain.text
        'L’été est là.\\n\\nFin.'
        >>> plain.quote(0, 2)
        'L&rsquo;'
    """
    return read_html(html).plain


def read_html(html: str) -> Markup:
    """Return the text a reader sees of HTML, and which of it may be rewritten."""
    _checks.text("html_text", "html", html)
    skeleton = Skeleton()
    HtmlScanner(skeleton).scan(Piece.whole(html))
    return laid_out(skeleton, html)


def laid_out(skeleton: Skeleton, source: str) -> Markup:
    """Return the text of a skeleton as its tree has it."""
    layout = Layout()
    for step in _in_order(list(_steps(skeleton))):
        step.lay(layout, skeleton)
    return layout.done(source)


class _Text(NamedTuple):
    number: int
    preserved: bool
    verbatim: bool

    def lay(self, layout: Layout, skeleton: Skeleton) -> None:
        add = layout.preserve if self.preserved else layout.collapse
        add(skeleton.pieces[self.number], verbatim=self.verbatim)


class _Break(NamedTuple):
    kind: str
    value: Any = None

    def lay(self, layout: Layout, skeleton: Skeleton) -> None:
        if self.kind == "block":
            layout.block(self.value)
        elif self.kind == "cell":
            layout.cell(self.value)
        elif self.kind == "br":
            layout.line_feed()
        else:
            layout.end_table()


_Step = _Text | _Break
_BLOCK, _PARAGRAPH = _Break("block", 1), _Break("block", 2)


def _in_order(steps: list[_Step]) -> list[_Step]:
    """Put texts in the order of the source.

    They are in another one only where a table holds what no table may, which goes before it.
    """
    order = [step.number for step in steps if isinstance(step, _Text)]
    if all(map(int.__lt__, order, order[1:])):
        return steps
    before: list[_Step] = []
    groups: dict[int, tuple[int, list[_Step], _Text]] = {}
    last = -1
    for step in steps:
        before.append(step)
        if isinstance(step, _Text):
            if step.number not in groups:
                groups[step.number] = (last, before[:-1], step)
            last, before = step.number, []
    sorted_steps: list[_Step] = []
    last = -1
    for number in sorted(groups):
        was, breaks, text = groups[number]
        sorted_steps += [*(breaks if was == last else [_BLOCK]), text]
        last = number
    return [*sorted_steps, *before]


def _steps(skeleton: Skeleton) -> Iterator[_Step]:
    try:
        from justhtml import JustHTML  # noqa: PLC0415 - an extra
    except ImportError:
        raise MissingExtraError("the plain text of HTML", "html") from None
    root = JustHTML(skeleton.html(), fragment=True, sanitize=False).root
    stack: list[tuple[Any, bool, bool, bool] | _Break] = [(root, False, False, True)]
    tables: list[list[int]] = []
    while stack:
        item = stack.pop()
        if isinstance(item, _Break):
            if item.kind == "end table":
                tables.pop()
            yield item
            continue
        node, preserved, verbatim, seen = item
        name, namespace = node.name, node.namespace
        if name == "#text":
            if seen:
                for number in numbers(node.data):
                    yield _Text(number, preserved, verbatim)
            continue
        attributes = node.attrs or {}
        if name in _UNSEEN or "h" in attributes:
            continue
        if namespace == "html":
            if name == "br":
                yield _Break("br")
                continue
            if name == "p":
                yield _PARAGRAPH
                stack.append(_PARAGRAPH)
            elif name in _BLOCKS:
                yield _BLOCK
                stack.append(_BLOCK)
            elif name == "table":
                yield _BLOCK
                stack.append(_Break("end table"))
                tables.append([0, 0])
            elif name == "tr" and tables:
                if tables[-1][0]:
                    yield _Break("cell", "\n")
                tables[-1] = [tables[-1][0] + 1, 0]
            elif name in {"td", "th"} and tables:
                yield _Break("cell", "\t" if tables[-1][1] else "")
                tables[-1][1] += 1
            preserved = preserved or name in {"pre", "listing"}
            verbatim = verbatim or name in _VERBATIM
        elif namespace == "svg":
            verbatim = True
            seen = name in {"text", "foreignObject"} or (seen and name != "svg")
        elif namespace == "math":
            verbatim = True
        verbatim = "v" in attributes or (verbatim and "t" not in attributes)
        stack.extend((child, preserved, verbatim, seen) for child in reversed(node.children or ()))


_UNSEEN = frozenset(
    "#comment annotation annotation-xml audio canvas datalist defs desc metadata meter object"
    " progress rp script style template title video".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote caption center dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu"
    " nav ol optgroup option pre search section summary ul".split()
)
_VERBATIM = frozenset("code kbd listing pre samp var".split())
