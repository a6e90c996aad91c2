"""What a body says to a reader, whatever it is written in, and where each character stands in it.

A `Reading` is the visible text. Code, and the text of links to elsewhere, are one `SKIPPED` each;
quotations are in the text, and told apart. Every span of it leads back to the body as it was.
"""

import re
from array import array
from collections.abc import Sequence
from contextlib import suppress
from html import unescape
from html.parser import HTMLParser
from itertools import accumulate

import attrs

from blogmodel.model import Body, MediaType
from blogmodel.thread._evidence import Evidence

__all__ = ["SKIPPED", "Link", "Reading", "read"]

SKIPPED = "\ufffc"
"""What stands in a reading for a piece that is not read."""

# A body is read up to here: what it answers is said early, and no text can make it slow.
_LONGEST = 20_000


@attrs.frozen
class Link:
    """A link with a fragment, such as « #c12 », and where its words stand in the reading."""

    fragment: str
    start: int
    end: int


@attrs.frozen
class Reading:
    """The visible text of a body.

    Attributes:
        source: the body's text.
        text: what a reader sees, one line a line or block.
        starts: by character of the text, where it starts in the source.
        ends: by character of the text, where it ends there.
        quotations: the spans of the text that are somebody else's words, in order.
        links: those that have a fragment, in order.
    """

    source: str
    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    quotations: tuple[tuple[int, int], ...]
    links: tuple[Link, ...]

    def evidence(self, start: int, end: int, comment_id: str) -> Evidence:
        """Return a span of the text, which is not empty, as a piece of the source."""
        first, last = self.starts[start], self.ends[end - 1]
        return Evidence(self.source[first:last], start=first, end=last, comment_id=comment_id)

    def own(self) -> str:
        """Return the text with every character of a quotation replaced, so that spans hold."""
        parts: list[str] = []
        done = 0
        for start, end in self.quotations:
            parts += self.text[done:start], _blank(self.text[start:end])
            done = end
        return "".join(parts) + self.text[done:]


def read(body: Body) -> Reading:
    """Read a body up to a length at which nobody starts to answer. It takes linear time."""
    source = body.text[:_LONGEST]
    page = _Page()
    if body.media_type is MediaType.HTML:
        _Html(source, page).run()
    elif body.media_type is MediaType.MARKDOWN:
        _markdown(source, page)
    else:
        page.copy(source, 0)
    text = "".join(page.parts)
    quotations = _quotations(text, page.quotations)
    links = tuple(link for link in page.links if link.start < link.end)
    return Reading(body.text, text, page.starts, page.ends, quotations, links)


@attrs.define
class _Page:
    """A reading in the making."""

    parts: list[str] = attrs.field(factory=list)
    starts: "array[int]" = attrs.field(factory=lambda: array("I"))
    ends: "array[int]" = attrs.field(factory=lambda: array("I"))
    quotations: list[tuple[int, int]] = attrs.field(factory=list)
    links: list[Link] = attrs.field(factory=list)

    @property
    def size(self) -> int:
        return len(self.starts)

    def copy(self, text: str, start: int) -> None:
        """Take a piece of the source over as it stands."""
        self.parts.append(text)
        self.starts.extend(range(start, start + len(text)))
        self.ends.extend(range(start + 1, start + len(text) + 1))

    def put(self, text: str, start: int, end: int) -> None:
        """Let a text stand for a piece of the source."""
        self.parts.append(text)
        self.starts.extend([start] * len(text))
        self.ends.extend([end] * len(text))


_SKIPPING = frozenset({"code", "pre", "script", "style", "textarea", "title"})
_QUOTING = frozenset({"blockquote", "q", "cite"})
_BLOCKS = frozenset(
    {"blockquote", "br", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li"}
    | {"ol", "p", "pre", "table", "td", "tr", "ul"}
)


class _Html(HTMLParser):
    """The parser of the standard library, whose events are written on a page."""

    def __init__(self, source: str, page: _Page) -> None:
        super().__init__(convert_charrefs=False)
        self._source = source
        self._page = page
        self._lines = [0, *accumulate(len(line) + 1 for line in source.split("\n"))]
        self._skipped = 0
        self._quoted = 0
        self._quoted_from = 0
        # An open link: its fragment, empty where it is not read, and where its text starts.
        self._link: tuple[str, int] | None = None

    def run(self) -> None:
        """Read the source; what a tag that never ends hides from a browser is hidden here too."""
        with suppress(AssertionError):  # The parser's word for a declaration it does not know.
            self.feed(self._source + "\n")
        if self._quoted:
            self._page.quotations.append((self._quoted_from, self._page.size))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._break_line(tag)
        if tag in _SKIPPING:
            self._fill()
            self._skipped += 1
        elif tag in _QUOTING:
            self._quoted_from = self._quoted_from if self._quoted else self._page.size
            self._quoted += 1
        elif tag == "a":
            href = dict(attrs).get("href")
            self._open_link(None if href is None else href.partition("#")[2])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._break_line(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _SKIPPING and self._skipped:
            self._skipped -= 1
        elif tag in _QUOTING and self._quoted:
            self._quoted -= 1
            if not self._quoted:
                self._page.quotations.append((self._quoted_from, self._page.size))
        elif tag == "a":
            self._open_link(None)
        self._break_line(tag)

    def handle_data(self, data: str) -> None:
        if self._reads():
            start = self._offset()
            # The line that closes the source is not of it.
            self._page.copy(data[: len(self._source) - start], start)

    def handle_entityref(self, name: str) -> None:
        self._reference(len(name) + 1)

    def handle_charref(self, name: str) -> None:
        self._reference(len(name) + 2)

    def _reference(self, length: int) -> None:
        if self._reads():
            start = self._offset()
            end = start + length
            end += self._source.startswith(";", end)
            self._page.put(unescape(self._source[start:end]), start, end)

    def _open_link(self, fragment: str | None) -> None:
        """Close the link that is open, as a browser does, and open another where there is one."""
        if self._link is not None and self._link[0]:
            fragment_before, start = self._link
            self._page.links.append(Link(fragment_before, start, self._page.size))
        if fragment == "":
            self._fill()
        self._link = None if fragment is None else (fragment, self._page.size)

    def _fill(self) -> None:
        if self._reads():
            self._page.put(SKIPPED, self._offset(), self._offset())

    def _break_line(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._page.put("\n", self._offset(), self._offset())

    def _reads(self) -> bool:
        return not self._skipped and (self._link is None or bool(self._link[0]))

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column


# Code in a line, a link, marks of emphasis. All are bounded, so that none is slow.
_MARKDOWN = re.compile(
    r"(?<!`)(?P<ticks>`{1,3})(?!`)[^`\n]{1,2000}(?P=ticks)(?!`)"
    r"|\[(?P<words>[^\[\]\n]{0,200})\]\((?P<href>[^()\s]{0,500})\)"
    r"|\*+|__+"
)
_FENCE = re.compile(r" {0,3}(```|~~~)")


def _markdown(source: str, page: _Page) -> None:
    fence: str | None = None
    at = 0
    for line in source.splitlines(keepends=True):
        mark = _FENCE.match(line)
        if mark and fence in (None, mark[1]):
            page.put(f"{SKIPPED}\n", at, at + len(line))
            fence = None if fence else mark[1]
        elif fence is None:
            _markdown_line(line, at, page)
        at += len(line)


def _markdown_line(line: str, at: int, page: _Page) -> None:
    done = 0
    for match in _MARKDOWN.finditer(line):
        page.copy(line[done : match.start()], at + done)
        done = match.end()
        fragment = (match["href"] or "").partition("#")[2]
        if fragment:
            start = page.size
            page.copy(match["words"], at + match.start("words"))
            page.links.append(Link(fragment, start, page.size))
        elif match["ticks"] or match["href"] is not None:
            page.put(SKIPPED, at + match.start(), at + done)
    page.copy(line[done:], at + done)


_QUOTED_LINES = re.compile(r"^[^\S\n]{0,3}>[^\n]*(?:\n[^\S\n]{0,3}>[^\n]*)*", re.MULTILINE)
_INLINE = re.compile(
    r"«[^«»]{1,2000}»|“[^“”]{1,2000}”|„[^„“”]{1,2000}[“”]|‹[^‹›]{1,2000}›|\"[^\"\n]{1,2000}\""
)


def _quotations(text: str, marked: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return the spans of quotations, those that touch or overlap as one."""
    found = [match.span() for match in _QUOTED_LINES.finditer(text)]
    found += (match.span() for match in _INLINE.finditer(text))
    found += (span for span in marked if span[0] < span[1])
    apart: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if apart and start <= apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return tuple(apart)


def _blank(text: str) -> str:
    return "".join("\n" if char == "\n" else SKIPPED for char in text)
