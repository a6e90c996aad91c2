"""The text a reader sees of Markdown."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from blogmodel import _checks
from blogmodel.errors import MissingExtraError
from blogmodel.text._html_scan import HtmlScanner
from blogmodel.text._html_tree import laid_out
from blogmodel.text._markdown_lines import Lines
from blogmodel.text._skeleton import Piece, Skeleton

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    from blogmodel.text._mapped import MappedText
    from blogmodel.text._markup import Markup

__all__ = ["markdown_text", "read_markdown"]


def markdown_text(markdown: str) -> MappedText:
    """Return the text a reader sees of Markdown, mapped to it.

    Raises:
        InvalidTypeError: it is not a str.
        InvalidValueError: it holds a lone surrogate.
        MissingExtraError: the extra ``markdown`` is not installed.

    Example:
        >>> from blogmodel.text import markdown_text
        >>> markdown_text("Un *mot* [lien](http://x.org/).").text
        'Un mot lien.'
    """
    return read_markdown(markdown).plain


def read_markdown(markdown: str) -> Markup:
    """Return the text a reader sees of Markdown, and which of it may be rewritten."""
    _checks.text("markdown_text", "markdown", markdown)
    skeleton = Skeleton()
    lines = Lines(markdown)
    _write(_parser().parse(lines.text), lines, HtmlScanner(skeleton))
    return laid_out(skeleton, markdown, part="the plain text of Markdown", extra="markdown")


def _write(tokens: list[Token], lines: Lines, html: HtmlScanner) -> None:
    before: Token | None = None
    cells = lines.cells(0, 0)
    for token in tokens:
        line, end = token.map or (0, 0)
        kind = token.type
        if kind == "tr_open":
            cells = lines.cells(line, token.meta["start"])
        if kind == "inline" and token.content:
            text = token.content
            if before.type in {"th_open", "td_open"}:
                # Cells that are left out here are empty.
                cell = next(cell for cell in cells if text in cell.text)
                at = cell.text.find(text)
                content = cell.part(at, at + len(text))
            elif before.markup.startswith("#"):
                content = lines.heading(text, line)
            else:
                content = lines.paragraph(text, line, end)
            _write_inline(token.children or [], content, html)
        elif kind in {"fence", "code_block"} and token.content:
            html.tag("<pre>")
            html.text(lines.block(token.content, line + (kind == "fence")))
            html.tag("</pre>")
        elif kind == "html_block":
            html.scan(lines.block(token.content, line))
        elif not token.hidden and token.tag:
            html.tag(f"<{'/' if token.nesting < 0 else ''}{token.tag}>")
        before = token


_BREAK = re.compile(r" *\\?\n[ \t]*")
_TICKS = re.compile("`+")


def _write_inline(tokens: list[Token], content: Piece, html: HtmlScanner) -> None:
    """Write the text of a block.

    Its tokens tell no places, but together they are the whole text, in order, and each tells how
    long it is.
    """
    at = 0
    in_autolink = False
    for token in tokens:
        kind, end = token.type, at + len(token.markup)
        if token.markup == "autolink":
            end = at if kind == "link_open" else at
            in_autolink = kind == "link_open"
        elif in_autolink:
            end = content.text.index(">", at) + 1
            html.text(content.part(at + 1, end - 1)._replace(fixed=True))
        elif kind == "text":
            end = at + len(token.content)
            html.text(content.part(at, end))
        elif kind == "text_special":
            html.text(_special(token, content, at, end))
        elif kind in {"softbreak", "hardbreak"}:
            end = _end_of(_BREAK, content.text, at)
            if kind == "hardbreak":
                html.tag("<br>")
            else:
                feed = content.text.index("\n", at)
                html.text(
                    Piece("\n", content.starts[at : at + 1], content.ends[feed : feed + 1], True)
                )
        elif kind == "code_inline":
            html.tag("<code>")
            start = end
            end = _closing(content.text, start, len(token.markup))
            inner = end - len(token.markup)
            margin = (inner - start - len(token.content)) // 2
            part = content.part(start + margin, inner - margin)
            html.text(part._replace(text=token.content))
            html.tag("</code>")
        elif kind == "html_inline":
            end = at + len(token.content)
            html.scan(content.part(at, end))
        elif kind == "link_open":
            end = at + 1
        elif kind in {"link_close", "image"}:
            end = token.meta["end"]
        at = end


def _special(token: Token, content: Piece, start: int, end: int) -> Piece:
    if token.content == token.markup:
        return content.part(start, end)
    size = len(token.content)
    return Piece(token.content, [content.starts[start]] * size, [content.ends[end - 1]] * size)


def _closing(text: str, start: int, length: int) -> int:
    return next(
        run.end() for run in _TICKS.finditer(text, start) if run.end() - run.start() == length
    )


def _end_of(pattern: re.Pattern[str], text: str, start: int) -> int:
    match = pattern.match(text, start)
    return match.end() if match else start


@cache
def _parser() -> MarkdownIt:
    """Return a parser of CommonMark with GitHub's tables and strikethrough that tells places."""
    try:
        from markdown_it import MarkdownIt  # noqa: PLC0415 - an extra
        from markdown_it.rules_block import table  # noqa: PLC0415 - an extra
        from markdown_it.rules_inline import image, link  # noqa: PLC0415 - an extra
    except ImportError:
        raise MissingExtraError("the plain text of Markdown", "markdown") from None
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("text_join")

    def told_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        known = len(state.tokens)
        if not table(state, start, end, silent):
            return False
        for token in state.tokens[known:]:
            if token.type == "tr_open" and token.map:
                line = token.map[0]
                token.meta["start"] = state.bMarks[line] + state.tShift[line]
        return True

    def told(rule: Callable[[StateInline, bool], bool]) -> Callable[[StateInline, bool], bool]:
        def run(state: StateInline, silent: bool) -> bool:
            if not rule(state, silent):
                return False
            if not silent:
                state.tokens[-1].meta["end"] = state.pos
            return True

        return run

    parser.block.ruler.at("table", told_table, {"alt": ["paragraph", "reference"]})
    parser.inline.ruler.at("link", told(link))
    parser.inline.ruler.at("image", told(image))
    return parser
