"""A parser of Markdown that tells where links, images and rows of tables are."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from blogmodel.errors import MissingExtraError

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

    _BlockRule = Callable[[StateBlock, int, int, bool], bool]
    _InlineRule = Callable[[StateInline, bool], bool]

__all__ = ["parser"]


@cache
def parser() -> MarkdownIt:
    """Return a parser of CommonMark with GitHub's tables and its strikethrough.

    What its tokens lack is in their ``meta``: images and ends of links have the place in their
    block where they end as ``"end"``; rows of tables, the place in the text where they start as
    ``"start"``; paragraphs, the line that their content starts in as ``"line"`` where that is not
    their first one, because they start with white space that is none for Markdown.

    Raises:
        MissingExtraError: the extra ``markdown`` is not installed.
    """
    try:
        from markdown_it import MarkdownIt  # noqa: PLC0415 - an extra
        from markdown_it.rules_block import (  # noqa: PLC0415 - an extra
            blockquote,
            lheading,
            list_block,
            paragraph,
            table,
        )
        from markdown_it.rules_inline import image, link  # noqa: PLC0415 - an extra
    except ImportError:
        raise MissingExtraError("the plain text of Markdown", "markdown") from None
    markdown = MarkdownIt("commonmark", {"maxNesting": _DEEPEST})
    markdown.enable(["table", "strikethrough"]).disable("text_join")
    quoted = _not_too_deep(blockquote, 1)
    markdown.block.ruler.at(
        "blockquote", quoted, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )
    listed = _not_too_deep(list_block, 2)
    markdown.block.ruler.at("list", listed, {"alt": ["paragraph", "reference", "blockquote"]})
    markdown.block.ruler.at("table", _with_starts(table), {"alt": ["paragraph", "reference"]})
    markdown.block.ruler.at("lheading", _with_line(lheading))
    markdown.block.ruler.at("paragraph", _with_line(paragraph))
    markdown.inline.ruler.at("link", _with_end(link))
    markdown.inline.ruler.at("image", _with_end(image))
    return markdown


# Quotes and lists are nested by recursion, of two calls for each.
_DEEPEST = 50


def _not_too_deep(rule: _BlockRule, levels: int) -> _BlockRule:
    """Let marks of quotes and lists be text where the parser would leave out what is in them."""

    def told(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - its protocol
        return state.level + levels < _DEEPEST and rule(state, start, end, silent)

    return told


def _with_starts(rule: _BlockRule) -> _BlockRule:
    def told(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - its protocol
        if state.env.get(_MADE, 0) > _MOST_MADE:
            return False
        known = len(state.tokens)
        found = rule(state, start, end, silent)
        rows = [token for token in state.tokens[known:] if token.type == "tr_open"]
        for row in rows:
            line = row.map[0] if row.map else start
            row.meta["start"] = state.bMarks[line] + state.tShift[line]
        if rows:
            cells = (len(state.tokens) - known) // 3
            given = state.src.count("|", state.bMarks[start], state.eMarks[state.line - 1])
            state.env[_MADE] = state.env.get(_MADE, 0) + max(0, cells - given)
        return found

    return told


# Short rows under a wide head are filled up by cells, which may be far more than there are
# characters. The parser keeps them below some 65 000 in one table; this, in one text.
_MADE, _MOST_MADE = "cells made", 10_000


def _with_line(rule: _BlockRule) -> _BlockRule:
    def told(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - its protocol
        found = rule(state, start, end, silent)
        if found and not silent:
            token = state.tokens[-2]
            first, last = token.map or (start, end)
            if token.content and token.content.count("\n") + 1 < last - first:
                lines = state.getLines(first, last, state.blkIndent, keepLastLF=False)
                token.meta["line"] = first + lines.partition(token.content)[0].count("\n")
        return found

    return told


def _with_end(rule: _InlineRule) -> _InlineRule:
    def told(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - its protocol
        found = rule(state, silent)
        if found and not silent:
            state.tokens[-1].meta["end"] = state.pos
        return found

    return told
