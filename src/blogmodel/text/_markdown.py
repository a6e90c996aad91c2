"""The text a reader sees of Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blogmodel import _checks
from blogmodel.text._html_scan import HtmlScanner
from blogmodel.text._html_tree import laid_out
from blogmodel.text._markdown_inline import InlineWriter
from blogmodel.text._markdown_lines import Lines
from blogmodel.text._markdown_parser import parser
from blogmodel.text._skeleton import Skeleton

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

    from blogmodel.text._link_scan import LinkScanner
    from blogmodel.text._mapped import MappedText
    from blogmodel.text._markup import Markup
    from blogmodel.text._skeleton import Piece

__all__ = ["markdown_text", "read_markdown", "write_blocks"]


def markdown_text(markdown: str) -> MappedText:
    """Return the text a reader sees of Markdown, mapped to it.

    Markdown is CommonMark with GitHub's tables and strikethrough. The text is what `html_text`
    makes of its HTML; the source of an escaped character has the backslash in it. HTML in Markdown
    is read as HTML.

    Source: CommonMark 0.31; the tables of GitHub Flavored Markdown.

    Args:
        markdown: a text in Markdown, such as the body of a post.

    Raises:
        InvalidTypeError: it is not a str.
        InvalidValueError: it holds a lone surrogate.
        MissingExtraError: the extra ``markdown`` is not installed.

    Example:
        >>> from blogmodel.text import markdown_text
        >>> markdown_text("Un *mot* [lien](http://x.org/).").text
        'Un mot lien.'
    """
    return read_markdown(markdown, "markdown_text").plain


def read_markdown(markdown: str, call: str) -> Markup:
    """Return the text a reader sees of Markdown, for a public call, with what may be rewritten."""
    _checks.text(call, "markdown", markdown)
    skeleton = Skeleton()
    lines = Lines(markdown)
    write_blocks(parser().parse(lines.text), lines, HtmlScanner(skeleton))
    return laid_out(skeleton, markdown, part="the plain text of Markdown", extra="markdown")


def write_blocks(tokens: list[Token], lines: Lines, html: HtmlScanner | LinkScanner) -> None:
    """Write blocks of Markdown as HTML, their texts with their places."""
    before = ""
    cells: Iterator[Piece] = iter(())
    for token in tokens:
        line = token.map[0] if token.map else 0
        if token.type == "tr_open":
            cells = iter(list(lines.cells(line, token.meta["start"])))
        if token.type == "inline":
            if token.content:
                content = _content(
                    token.content, token.meta.get("line", line), before, lines, cells
                )
                InlineWriter(content, html).write(token.children or [])
        elif token.type in {"fence", "code_block"}:
            html.tag("<pre>")
            if token.content:
                html.text(lines.block(token.content, line + (token.type == "fence")))
            html.tag("</pre>")
        elif token.type == "html_block":
            html.scan(lines.block(token.content, line))
        elif not token.hidden and token.tag:
            html.tag(f"<{'/' if token.nesting < 0 else ''}{token.tag}>")
        before = "cell" if token.type in {"th_open", "td_open"} else token.markup


def _content(text: str, line: int, before: str, lines: Lines, cells: Iterator[Piece]) -> Piece:
    """Return the text of a block with its places.

    Args:
        text: the text.
        line: the line that the text starts in.
        before: the markup of the block, or « cell ».
        lines: all lines.
        cells: those of the row that are still to come; only empty ones are left out here.
    """
    if before == "cell":
        cell = next(cell for cell in cells if text in cell.text)
        at = cell.text.find(text)
        return cell.part(at, at + len(text))
    if before.startswith("#"):
        return lines.heading(text, line)
    return lines.block(text, line)
