"""Text laid out in lines: white space collapsed, blocks apart, and where all of it came from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blogmodel.text._mapped import MappedText
from blogmodel.text._markup import Markup
from blogmodel.text._skeleton import BLANKS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from blogmodel.text._markup import Span
    from blogmodel.text._skeleton import Piece

__all__ = ["Layout"]

_RUN = re.compile(f"[{BLANKS}]+|[^{BLANKS}]+")


class Layout:
    """Lays pieces of text out in lines, as they come.

    Blocks ask for line feeds between them; of what two neighbours ask the most is given, and
    nothing before the first text or after the last. A run of white space becomes one space, and
    none at the edges of a line.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._verbatim: list[Span] = []
        self._breaks: list[Span] = []
        self._collapsed: list[Span] = []
        self._gap = ""
        self._wanted = 0
        self._space: tuple[Span, bool] | None = None
        self._last_feed: Span | None = None
        self._at_edge = False

    def collapse(self, piece: Piece, *, verbatim: bool) -> None:
        """Add a piece whose white space does not count."""
        text, starts, ends, fixed = piece
        verbatim = verbatim or fixed
        for match in _RUN.finditer(text):
            first, last = match.span()
            if text[first] in BLANKS:
                self._blank((starts[first], ends[last - 1]), verbatim=verbatim)
            else:
                self._separate()
                self._add(match[0], starts[first:last], ends[first:last], verbatim=verbatim)

    def preserve(self, piece: Piece, *, verbatim: bool) -> None:
        """Add a piece whose white space counts; the last line feed of a block does not."""
        text, starts, ends, _ = piece
        self._separate()
        if self._last_feed:
            self._add("\n", self._last_feed[:1], self._last_feed[1:], verbatim=verbatim)
            self._last_feed = None
        if text.endswith("\n"):
            self._last_feed = starts[-1], ends[-1]
            text, starts, ends = text[:-1], starts[:-1], ends[:-1]
        self._add(text, starts, ends, verbatim=verbatim)

    def block(self, feeds: int) -> None:
        """Ask for so many line feeds between what is before and what comes."""
        self._space = self._last_feed = None
        if not self._at_edge:
            self._wanted = max(self._wanted, feeds)

    def line_feed(self) -> None:
        """End a line; an empty one too, but the end of a block right after ends no other."""
        self._space = self._last_feed = None
        self._gap += "\n" * self._wanted
        self._wanted = 1
        self._at_edge = False

    def cell(self, separator: str) -> None:
        """Begin a cell of a table, at the edges of which no block asks for line feeds."""
        self._space = self._last_feed = None
        if self._at_edge or not separator:
            self._gap += "\n" * self._wanted
        self._wanted = 0
        self._gap += separator
        self._at_edge = True

    def end_table(self) -> None:
        """End a table, after which blocks ask again."""
        self._at_edge = False
        self.block(1)

    def done(self, source: str) -> Markup:
        """Return the text with its map."""
        text = "".join(self._parts)
        plain = MappedText(text, source, tuple(self._starts), tuple(self._ends))
        return Markup(plain, tuple(self._verbatim), tuple(self._breaks), tuple(self._collapsed))

    def _blank(self, span: Span, *, verbatim: bool) -> None:
        if not self._starts or self._gap or self._wanted:
            return
        if self._space is None:
            self._space = span, verbatim
        else:
            self._collapsed.append(span)

    def _separate(self) -> None:
        """Put what stands between what is before and what comes now."""
        gap = self._gap + "\n" * self._wanted
        size = len(self._starts)
        self._gap, self._wanted, self._at_edge = "", 0, False
        if gap and size:
            places = [self._ends[-1]] * len(gap)
            self._breaks.append((size, size + len(gap)))
            self._add(gap, places, places, verbatim=False)
        elif self._space:
            (start, end), verbatim = self._space
            self._add(" ", (start,), (end,), verbatim=verbatim)
        self._space = None

    def _add(
        self, text: str, starts: Sequence[int], ends: Sequence[int], *, verbatim: bool
    ) -> None:
        size = len(self._starts)
        self._parts.append(text)
        self._starts += starts
        self._ends += ends
        if not verbatim or not text:
            return
        if self._verbatim and self._verbatim[-1][1] == size:
            size = self._verbatim.pop()[0]
        self._verbatim.append((size, len(self._starts)))
