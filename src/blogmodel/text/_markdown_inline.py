"""The text of one block of Markdown, whose tokens tell no places, written as HTML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blogmodel.text._skeleton import Piece

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from markdown_it.token import Token

    from blogmodel.text._html_scan import HtmlScanner
    from blogmodel.text._link_scan import LinkScanner

__all__ = ["InlineWriter"]


class InlineWriter:
    """Writes the tokens of a block in order.

    Together they are the whole text of the block, and each tells how long it is: by its content,
    by its markup, or by where the parser was when it had read it.
    """

    def __init__(self, content: Piece, html: HtmlScanner | LinkScanner) -> None:
        self._content = content
        self._html = html
        self._at = 0
        self._write: dict[str, Callable[[Token], int]] = {
            "code_inline": self._code,
            "hardbreak": self._hard_break,
            "html_inline": self._markup,
            "image": _told_end,
            "link_close": self._end_of_link,
            "link_open": self._start_of_link,
            "softbreak": self._soft_break,
            "text": self._text,
            "text_special": self._special,
        }

    def write(self, tokens: Sequence[Token]) -> None:
        """Write all tokens of the block."""
        in_autolink = False
        for token in tokens:
            if token.markup == "autolink":
                in_autolink = token.type == "link_open"
                if in_autolink:
                    self._start_of_link(token)
                else:
                    self._html.close_link(self._content.ends[self._at - 1])
            elif in_autolink:
                self._at = self._address()
            else:
                self._at = self._write.get(token.type, self._dressing)(token)

    def _dressing(self, token: Token) -> int:
        return self._at + len(token.markup)

    def _start_of_link(self, token: Token) -> int:
        self._html.open_link(str(token.attrs["href"]), self._content.starts[self._at])
        return self._at + 1

    def _end_of_link(self, token: Token) -> int:
        end = _told_end(token)
        self._html.close_link(self._content.ends[end - 1])
        return end

    def _text(self, token: Token) -> int:
        end = self._at + len(token.content)
        self._html.text(self._content.part(self._at, end))
        return end

    def _markup(self, token: Token) -> int:
        end = self._at + len(token.content)
        self._html.scan(self._content.part(self._at, end))
        return end

    def _address(self) -> int:
        end = self._content.text.index(">", self._at)
        self._html.text(self._content.part(self._at + 1, end)._replace(fixed=True))
        return end + 1

    def _special(self, token: Token) -> int:
        """Write what an escape or a reference stands for."""
        end = self._at + len(token.markup)
        if token.content == token.markup:
            self._html.text(self._content.part(self._at, end))
        else:
            size = len(token.content)
            starts, ends = [self._content.starts[self._at]], [self._content.ends[end - 1]]
            self._html.text(Piece(token.content, starts * size, ends * size))
        return end

    def _hard_break(self, _: Token) -> int:
        self._html.tag("<br>")
        return self._end_of_break()

    def _soft_break(self, _: Token) -> int:
        feed = self._content.text.index("\n", self._at)
        starts, ends = self._content.starts, self._content.ends
        spaces = starts[self._at : self._at + 1], ends[feed : feed + 1]
        self._html.text(Piece("\n", *spaces, fixed=True))
        return self._end_of_break()

    def _end_of_break(self) -> int:
        match = _BREAK.match(self._content.text, self._at)
        return match.end() if match else self._at

    def _code(self, token: Token) -> int:
        start = self._at + len(token.markup)
        end = _closing(self._content.text, start, len(token.markup))
        inner = end - len(token.markup)
        # A space at both sides is left out.
        margin = (inner - start - len(token.content)) // 2
        part = self._content.part(start + margin, inner - margin)
        self._html.tag("<code>")
        self._html.text(part._replace(text=token.content))
        self._html.tag("</code>")
        return end


_BREAK = re.compile(r" *\\?\n[ \t]*")
_TICKS = re.compile("`+")


def _told_end(token: Token) -> int:
    end: int = token.meta["end"]
    return end


def _closing(text: str, start: int, length: int) -> int:
    return next(
        run.end() for run in _TICKS.finditer(text, start) if run.end() - run.start() == length
    )
