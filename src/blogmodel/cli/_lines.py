"""Paragraphs as lines, for a page of the shell."""

from collections.abc import Callable, Iterator

import attrs
import wcwidth

from blogmodel.cli._clean import clean
from blogmodel.messages import Messages

__all__ = ["Page", "wrapped"]


@attrs.frozen
class Page:
    """How and for whom lines are made.

    Attributes:
        messages: the reader's words.
        width: of a line, in terminal cells; None for lines that are not wrapped.
        bold: how a heading is set off; not at all by default.
    """

    messages: Messages
    width: int | None = None
    bold: Callable[[str], str] = str


# Narrower than this, a terminal gets longer lines than it has.
_NARROWEST = 24


def wrapped(
    text: str, page: Page, *, indent: str = "", hang: str = "", bold: bool = False
) -> Iterator[str]:
    """Yield the lines of one paragraph; a no-break space does not break."""
    style = page.bold if bold else str
    safe = clean(text)
    if page.width is None:
        yield indent + style(safe)
        return
    width = max(page.width - len(indent), _NARROWEST) - len(hang)
    for number, line in enumerate(_lines(safe, width)):
        yield indent + (hang if number else "") + style(line)


# wcwidth wraps long texts in more than linear time, so that it is given them in pieces.
_PIECE = 200


def _lines(text: str, width: int) -> Iterator[str]:
    """Yield the lines of a text; the last line of a piece is wrapped again with the next piece."""
    carried, position = "", 0
    while position < len(text):
        piece = carried + text[position : position + _PIECE]
        position += _PIECE
        *lines, last = wcwidth.wrap(piece, width, break_on_hyphens=False) or [""]
        yield from lines
        carried = last + piece[len(piece.rstrip()) :]
    if carried.strip():
        yield carried.rstrip()
