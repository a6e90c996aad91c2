"""Links of a text: those that markup makes, and addresses that merely stand there."""

from __future__ import annotations

import attrs

from blogmodel import _checks
from blogmodel.text._addresses import addresses
from blogmodel.text._link_scan import LinkScanner, RawLink
from blogmodel.text._markdown import write_blocks
from blogmodel.text._markdown_lines import Lines
from blogmodel.text._markdown_parser import parser
from blogmodel.text._skeleton import Piece

__all__ = ["Link", "html_links", "links", "markdown_links"]


@attrs.frozen
class Link:
    """A link of a text.

    Attributes:
        target: where it leads, as a browser reads it: references decoded, without white space at
            the edges and line ends. Of an address that merely stands there, that address; it may
            lack its scheme.
        span: where it stands in the text that was given; of markup, all of its element.
        text: what a reader sees of it.
        text_span: where that text stands, first to last; None where there is none.
        is_disguised: it is written so that programs do not take it for an address: « hxxp:// »,
            « exemple [.] com », « exemple point com », or with characters in it that nobody sees.

    Raises:
        InvalidTypeError: a text is no str.
    """

    target: str
    span: tuple[int, int]
    text: str
    text_span: tuple[int, int] | None = attrs.field(default=None, kw_only=True)
    is_disguised: bool = attrs.field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        _checks.string("Link", "target", self.target)
        _checks.string("Link", "text", self.text)


def links(text: str) -> tuple[Link, ...]:
    """Return the addresses in a plain text, in order.

    An address has its scheme, or starts with « www. », or ends in a well-known domain; with a slash
    after it, in that of any country. Addresses of e-mail, numbers, files (« liste.txt ») and words
    with a full stop between (« fini.Top ») are none. French punctuation after it is no part of it,
    and neither is a bracket that was not opened in it.

    O(characters).

    Raises:
        InvalidTypeError: it is no str.

    Example:
        >>> from blogmodel.text import links
        >>> [link.target for link in links("Voir (https://exemple.ca/x), ou www.exemple.org…")]
        ['https://exemple.ca/x', 'www.exemple.org']
        >>> [(link.target, link.is_disguised) for link in links("chez exemple [.] com")]
        [('exemple.com', True)]
    """
    _checks.string("links", "text", text)
    return tuple(
        Link(target, (start, end), text[start:end], text_span=(start, end), is_disguised=disguised)
        for target, start, end, disguised in addresses(text)
    )


def html_links(html: str) -> tuple[Link, ...]:
    """Return the links of HTML, in order: those of ``a`` and ``area``, and addresses in its text.

    Hidden ones count too: they are there to be followed by programs. The first address in the text
    of a link belongs to that link; further ones count. What stands in comments, scripts and styles
    does not count. It needs no extra. O(characters).

    Source: the HTML standard, for tags, attributes and references.

    Raises:
        InvalidTypeError: it is no str.
        InvalidValueError: it holds a lone surrogate.

    Example:
        >>> from blogmodel.text import html_links
        >>> found = html_links('<p><a href="http://x.example/?a&amp;b">www.banque.example</a></p>')
        >>> [(link.target, link.text) for link in found]
        [('http://x.example/?a&b', 'www.banque.example')]
    """
    _checks.text("html_links", "html", html)
    scanner = LinkScanner()
    scanner.scan(Piece.whole(html))
    return _found(scanner)


def markdown_links(markdown: str) -> tuple[Link, ...]:
    """Return the links of Markdown, in order: its own, those of HTML in it, and addresses in it.

    Pictures are none. It needs the extra ``markdown``. O(characters), in what is no work of those
    who attack Markdown's parsers.

    Raises:
        InvalidTypeError: it is no str.
        InvalidValueError: it holds a lone surrogate.
        MissingExtraError: the extra ``markdown`` is not installed.

    Example:
        >>> from blogmodel.text import markdown_links
        >>> found = markdown_links("Un [mot](http://x.example), <http://y.example>, www.z.org")
        >>> [link.target for link in found]
        ['http://x.example', 'http://y.example', 'www.z.org']
    """
    _checks.text("markdown_links", "markdown", markdown)
    lines = Lines(markdown)
    scanner = LinkScanner()
    write_blocks(parser().parse(lines.text), lines, scanner)
    return _found(scanner)


def _found(scanner: LinkScanner) -> tuple[Link, ...]:
    scanner.end()
    found = [_made(raw) for raw in scanner.found]
    for raw in scanner.found:
        found += [link for piece in raw.texts for link in _standing(piece)][1:]
    for piece in scanner.texts:
        found += _standing(piece)
    return tuple(sorted(found, key=lambda link: link.span))


def _made(raw: RawLink) -> Link:
    return Link(_followed(raw.target), raw.span, raw.text, text_span=raw.text_span)


def _standing(piece: Piece) -> list[Link]:
    """Return the addresses that stand in a text."""
    found: list[Link] = []
    for target, start, end, disguised in addresses(piece.text):
        span = piece.starts[start], piece.ends[end - 1]
        text = piece.text[start:end]
        found.append(Link(target, span, text, text_span=span, is_disguised=disguised))
    return found


def _followed(target: str) -> str:
    """Return an address as a browser reads it (URL standard, basic URL parser)."""
    return target.strip(_EDGES).translate(_DROPPED)


_EDGES = "".join(map(chr, range(33)))
_DROPPED = dict.fromkeys(map(ord, "\t\n\r"))
