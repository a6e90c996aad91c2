"""The links of HTML, and the texts in which addresses may stand."""

from __future__ import annotations

from typing import NamedTuple

from blogmodel.text._charrefs import attribute, decoded
from blogmodel.text._html_scan import (
    MARKUP,
    TAG,
    UNSEEN_RAW,
    attributes_of,
    end_of_declaration,
    end_of_raw_text,
)
from blogmodel.text._skeleton import Piece

__all__ = ["LinkScanner", "RawLink"]

# Tags that do not end an address which goes on after them.
_INLINE = frozenset(
    "abbr b big bdi bdo del em font i ins mark s small span strike strong u wbr".split()
)
_LINKS = frozenset(("a", "area"))
# Programs without scripts, such as search engines, follow what stands in it.
_RAW = UNSEEN_RAW - {"noscript"}


class RawLink(NamedTuple):
    """A link as it is written.

    Attributes:
        target: the value of its attribute, references decoded.
        span: where its element stands in the source.
        texts: what stands in it, apart where a line ends.
    """

    target: str
    span: tuple[int, int]
    texts: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """All of its text."""
        return "\n".join(piece.text for piece in self.texts)

    @property
    def text_span(self) -> tuple[int, int] | None:
        """Where its text stands in the source; None where it has none."""
        return (self.texts[0].starts[0], self.texts[-1].ends[-1]) if self.texts else None


class LinkScanner:
    """Finds links in HTML, and keeps the texts outside of them. It takes linear time.

    It is written to as an `HtmlScanner` is, so that what reads Markdown can write to either.

    Attributes:
        found: the links, in the order in which they end.
        texts: the texts outside of links, as their reader has them.
    """

    def __init__(self) -> None:
        self.found: list[RawLink] = []
        self.texts: list[Piece] = []
        self._open: tuple[str, int, int] | None = None
        self._inside: list[Piece] = []
        self._run: list[Piece] = []
        self._in_noscript = False

    def tag(self, tag: str) -> None:
        """End an address that stood before a tag that stands in no HTML."""
        if not tag.startswith(("<code", "</code")):
            self._break()

    def text(self, piece: Piece) -> None:
        """Take a text in."""
        if piece.text:
            self._run.append(piece)

    def open_link(self, target: str, start: int) -> None:
        """Begin a link of Markdown."""
        self._start(target, start, start + 1)

    def close_link(self, end: int) -> None:
        """End it."""
        self._finish(end)

    def scan(self, html: Piece) -> None:
        """Take HTML in that begins and ends outside of a tag."""
        at, text = 0, html.text
        while at < len(text):
            match = MARKUP.search(text, at)
            until = match.start() if match else len(text)
            if until > at:
                self.text(decoded(html, at, until))
            at = self._markup(html, until) if match else until

    def _markup(self, html: Piece, start: int) -> int:
        text = html.text
        after = end_of_declaration(text, start)
        if after is not None:
            return after
        tag = TAG.match(text, start)
        if tag is None:  # The end comes inside the tag.
            return len(text)
        name = tag["name"].lower()
        if name not in _INLINE and name not in _LINKS:
            self._break()
        if name in _RAW and not tag["slash"]:
            return end_of_raw_text(name, text, tag.end())
        if name == "noscript" and not tag["slash"] and not self._in_noscript:
            return self._noscript(html, tag.end())
        if name in _LINKS:
            self._link_tag(html, name, tag.start(), tag.end(), tag["slash"], tag["attributes"])
        return tag.end()

    def _noscript(self, html: Piece, start: int) -> int:
        """Take in what browsers with scripts do not read, and nothing of it beyond its end."""
        end = end_of_raw_text("noscript", html.text, start)
        self._in_noscript = True
        self.scan(html.part(start, end))
        self._in_noscript = False
        self._break()
        return end

    def _link_tag(  # noqa: PLR0913, PLR0917 - all that a tag is
        self, html: Piece, name: str, start: int, end: int, slash: str, attributes: str
    ) -> None:
        first, last = html.starts[start], html.ends[end - 1]
        if slash:
            if name == "a":
                self._finish(last)
            return
        if name == "a":
            self._finish(first)  # A link within a link ends it.
        given = attributes_of(attributes)
        target = given.get("href", given.get("xlink:href"))  # The latter in SVG.
        if target is not None:
            value = attribute(target)
            if name == "area":
                self.found.append(RawLink(value, (first, last), ()))
            else:
                self._start(value, first, last)

    def _start(self, target: str, start: int, end: int) -> None:
        self._break()
        self._open = (target, start, end)

    def _finish(self, end: int) -> None:
        if self._open is not None:
            self._break()
            target, start, _ = self._open
            self.found.append(RawLink(target, (start, end), tuple(self._inside)))
            self._open = None
            self._inside = []

    def _break(self) -> None:
        """End a text that was taken in piece by piece."""
        if self._run:
            run, self._run = self._run, []
            texts = self.texts if self._open is None else self._inside
            if len(run) == 1:
                texts += run
            else:
                starts = [place for piece in run for place in piece.starts]
                ends = [place for piece in run for place in piece.ends]
                texts.append(Piece("".join(piece.text for piece in run), starts, ends))

    def end(self) -> None:
        """End what is open: a link that is never closed is its tag alone."""
        if self._open is not None:
            self._finish(self._open[2])
        self._break()
