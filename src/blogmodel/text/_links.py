"""Links of a text: those that markup makes, and addresses that merely stand there."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import attrs

from blogmodel import _checks
from blogmodel.text._link_scan import LinkScanner
from blogmodel.text._markdown import write_blocks
from blogmodel.text._markdown_lines import Lines
from blogmodel.text._markdown_parser import parser
from blogmodel.text._skeleton import Piece

if TYPE_CHECKING:
    from collections.abc import Iterator

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
        is_disguised: it is written so that programs do not take it for an address: « hxxp:// »,
            « exemple [.] com », « exemple point com ».

    Raises:
        InvalidTypeError: a text is no str.
    """

    target: str
    span: tuple[int, int]
    text: str
    is_disguised: bool = False

    def __attrs_post_init__(self) -> None:
        _checks.string("Link", "target", self.target)
        _checks.string("Link", "text", self.text)


def links(text: str) -> tuple[Link, ...]:
    """Return the addresses in a plain text, in order.

    An address has its scheme, or starts with « www. », or ends in a well-known domain; with a slash
    after it, in any of two letters. Addresses of e-mail, numbers, files (« liste.txt ») and words
    with a full stop between are none. French punctuation after it is no part of it, and neither is
    a parenthesis that was not opened in it.

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
    return tuple(_addresses(text))


def html_links(html: str) -> tuple[Link, ...]:
    """Return the links of HTML, in order: those of ``a`` and ``area``, and addresses in its text.

    Hidden ones count too: they are there to be followed by programs. An address that is the text of
    its own link counts once. What stands in comments, scripts and styles does not count. It needs
    no extra. O(characters).

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
    found = [Link(_followed(raw.target), raw.span, raw.text) for raw in scanner.found]
    for piece in scanner.texts:
        for link in _addresses(piece.text):
            start, end = link.span
            span = piece.starts[start], piece.ends[end - 1]
            found.append(attrs.evolve(link, span=span))
    return tuple(sorted(found, key=lambda link: link.span))


def _followed(target: str) -> str:
    """Return an address as a browser reads it (URL standard, basic URL parser)."""
    return target.strip(_EDGES).translate(_DROPPED)


_EDGES = "".join(map(chr, range(33)))
_DROPPED = dict.fromkeys(map(ord, "\t\n\r"))

# Domains that people do write without a scheme. Of two letters: only those that are no word, no
# unit and no abbreviation.
_DOMAINS = (
    "com org net info biz xyz top club online site shop store link click icu vip pro blog live"
    " website space quebec dev app edu gov mobi ca fr be ch eu uk us de nl ru cn es pl br jp tv"
)
_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_DOT = r"\s?(?:\.|dot|point)\s?"
_DISGUISES = rf"(?:\s?\[{_DOT}\]\s?|\s?\({_DOT}\)\s?|(?<=\w{{4}})\s(?:dot|point)\s)"


@cache
def _pattern() -> re.Pattern[str]:
    """Return what finds addresses; it looks at each character a bounded number of times."""
    domains = "|".join(_DOMAINS.split())
    generic = "|".join(domain for domain in _DOMAINS.split() if len(domain) > 2)  # noqa: PLR2004 - of countries
    return re.compile(
        rf"""
        (?P<scheme>\b(?:https?|ftp)://|www\d?\.(?=\w))(?P<rest>[^\s<>"«»“”|\\^`{{}}]+)
        | (?P<broken>\bh(?:xx|\*\*|tt|XX)ps?(?::/?/?|\s:\s?//)(?=[^\s/]))[^\s<>"«»“”]+
        | (?<![\w@./:-])(?:{_LABEL}\.){{1,6}}
          (?:(?:{domains})(?![\w@-]|\.\w)(?P<path>[/:?#][^\s<>"«»“”]*)?
             |[a-z]{{2}}(?=/)(?P<slash>/[^\s<>"«»“”]*))
        | (?<![\w@.-])(?P<host>{_LABEL}(?:\.{_LABEL}){{0,3}})
          {_DISGUISES}(?P<domain>{generic}|ca|fr|ru)\b
        """,
        re.VERBOSE | re.IGNORECASE,
    )


_HINTS = re.compile(
    r"\.\w|://|[\[(]\s?(?:\.|dot|point)|\s(?:dot|point)\s|hxx|h\*\*|http", re.IGNORECASE
)


def _addresses(text: str) -> Iterator[Link]:
    if not _HINTS.search(text):
        return
    for match in _matches(text):
        start, end = match.span()
        if match["host"] is not None:
            yield Link(
                f"{match['host']}.{match['domain']}", (start, end), match[0], is_disguised=True
            )
            continue
        end = start + len(_trimmed(match[0]))
        written = text[start:end]
        if match["broken"] is not None:
            rest = written[len(match["broken"]) :]
            if "." in rest:
                yield Link(f"http://{rest}", (start, end), written, is_disguised=True)
        elif match["scheme"] is None or len(written) > len(match["scheme"]):
            target = _BRACKETED.sub(".", written)
            yield Link(target, (start, end), written, is_disguised=target != written)


# Addresses in which there may be white space; all others stand within a run of other characters.
_SPACED = re.compile(r"[\[(]\s?(?:\.|dot|point)|\s(?:dot|point)\s|\s:\s?//", re.IGNORECASE)
_RUN = re.compile(r"[^\s<>\"«»“”]+")


def _matches(text: str) -> Iterator[re.Match[str]]:
    find = _pattern().finditer
    if _SPACED.search(text):
        yield from find(text)
        return
    for run in _RUN.finditer(text):
        if "." in run[0] or ":" in run[0]:
            yield from find(text, *run.span())


_BRACKETED = re.compile(r"\[(?:\.|dot|point)\]|\((?:\.|dot|point)\)", re.IGNORECASE)
_PAIRS = {")": "(", "]": "["}
_TRAILING = frozenset(".,;:!?…'’\"*_~&")


def _trimmed(address: str) -> str:
    """Return an address without what stands after it: punctuation, and what closes a bracket."""
    end = len(address)
    counts = {mark: address.count(mark) for mark in "()[]"}
    while True:  # An address has a letter.
        last = address[end - 1]
        if last in _PAIRS and counts[last] > counts[_PAIRS[last]]:
            counts[last] -= 1
        elif last not in _TRAILING:
            return address[:end]
        end -= 1
