"""Where in the source of Markdown the text of its blocks stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blogmodel.text._skeleton import Piece

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Lines"]

_CLOSING = re.compile(r"(?<=[ \t])#+$")
_CELL = re.compile(r"(?:[^|\\]|\\\|?)*+")


class Lines:
    """The lines of a source as a Markdown parser counts them.

    A parser hands out the text of a block without what stands before it in its lines: marks of
    quotes and lists, and indents. What it hands out of a line reaches to the end of that line,
    white space aside, so it is found from there.
    """

    def __init__(self, source: str) -> None:
        source = source.replace("\0", "\ufffd")  # CommonMark 0.31, section 2.3
        self.text = source
        # Where each character of the text starts in the source, and where the last one ends.
        self._places: Sequence[int] = range(len(source) + 1)
        if "\r" in source:
            feeds = [match.start() for match in re.finditer(r"\r\n", source)]
            self.text = source.replace("\r\n", "\n").replace("\r", "\n")
            self._places = _without(feeds, len(source))
        self._ends = [match.start() for match in re.finditer(r"\n|\Z", self.text)]

    def block(self, content: str, line: int) -> Piece:
        """Return the content of a block whose first line that is."""
        texts = content.split("\n")
        if len(texts) == 1:
            return self._line(content, line, self._ends[line])
        starts: list[int] = []
        ends: list[int] = []
        for number, text in enumerate(texts, line):
            if number > line:
                feed = self._ends[number - 1]
                starts += self._places[feed : feed + 1]
                ends += self._places[feed + 1 : feed + 2] or self._places[-1:]
            if text:
                piece = self._line(text, number, self._ends[number])
                starts += piece.starts
                ends += piece.ends
        return Piece(content, starts, ends)

    def heading(self, content: str, line: int) -> Piece:
        """Return the content of a heading that is marked by number signs."""
        text = self._text(line).rstrip(" \t")
        return self._line(content, line, self._start(line) + len(_CLOSING.sub("", text)))

    def cells(self, line: int, start: int) -> Iterator[Piece]:
        """Return the cells of a row of a table, whose text starts in a place of its line."""
        end = self._ends[line]
        while start <= end:
            until = _end_of_cell(self.text, start, end)
            yield self._cell(start, until)
            start = until + 1

    def _cell(self, start: int, end: int) -> Piece:
        """Return a cell; only its pipes are escaped for the table's sake."""
        parts: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        while start <= end:
            pipe = self.text.find("\\|", start, end)
            until = pipe if pipe >= 0 else end
            parts.append(self.text[start:until])
            starts += self._places[start:until]
            ends += self._places[start + 1 : until + 1]
            if pipe >= 0:
                parts.append("|")
                starts.append(self._places[pipe])
                ends.append(self._places[pipe + 2])
            start = until + (2 if pipe >= 0 else 1)
        return Piece("".join(parts), starts, ends)

    def _line(self, text: str, line: int, end: int) -> Piece:
        """Return a text that stands last in a line, before some place in it."""
        bare = text.lstrip(" ")
        at = self.text.rfind(bare, self._start(line), end)
        starts = self._places[at : at + len(bare)]
        ends = self._places[at + 1 : at + 1 + len(bare)]
        if len(bare) == len(text):
            return Piece(text, starts, ends)
        # Spaces before it may stand for a part of a tab.
        before: list[int] = []
        for _ in range(len(text) - len(bare)):
            if self.text[at - 1] == " ":
                at -= 1
                before.append(at)
            else:
                before.append(at - 1)
        before.reverse()
        return Piece(
            text,
            [*(self._places[at] for at in before), *starts],
            [*(self._places[at + 1] for at in before), *ends],
        )

    def _text(self, line: int) -> str:
        return self.text[self._start(line) : self._ends[line]]

    def _start(self, line: int) -> int:
        return self._ends[line - 1] + 1 if line else 0


def _end_of_cell(text: str, start: int, end: int) -> int:
    match = _CELL.match(text, start, end)
    return match.end() if match else start


def _without(feeds: list[int], length: int) -> list[int]:
    """Return all places of a text but those of some line feeds after carriage returns."""
    places: list[int] = []
    at = 0
    for feed in feeds:
        places += range(at, feed + 1)
        at = feed + 2
    return [*places, *range(at, length + 1)]
