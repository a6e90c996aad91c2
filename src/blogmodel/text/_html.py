"""The text a reader sees of HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blogmodel import _checks
from blogmodel.text._html_scan import HtmlScanner
from blogmodel.text._html_tree import laid_out
from blogmodel.text._skeleton import Piece, Skeleton

if TYPE_CHECKING:
    from blogmodel.text._mapped import MappedText
    from blogmodel.text._markup import Markup

__all__ = ["html_text", "read_html"]


def html_text(html: str) -> MappedText:
    r"""Return the text a reader sees of HTML, mapped to it.

    It is what a browser shows and copies, with white space collapsed and lines where it has them:
    blocks are apart by a line feed, paragraphs by two, cells by a tab. What is hidden, scripts,
    styles, titles, comments and alternative texts are no part of it. Line feeds and tabs between
    blocks have an empty source; so has nothing else. The rare text that a browser shows elsewhere
    than it is written (before a table whose rows it is put between) stands where it is written.

    Source: https://html.spec.whatwg.org/multipage/dom.html#the-innertext-idl-attribute

    Args:
        html: a piece of HTML, such as the body of a post, or a whole page.

    Raises:
        InvalidTypeError: it is not a str.
        InvalidValueError: it holds a lone surrogate.
        MissingExtraError: the extra ``html`` is not installed.

    Example:
        >>> from blogmodel.text import html_text
        >>> plain = html_text("<p>L&rsquo;été <b>est</b> là.</p><p>Fin.</p>")
        >>> plain.text
        'L’été est là.\n\nFin.'
        >>> plain.quote(0, 2)
        'L&rsquo;'
    """
    return read_html(html, "html_text").plain


def read_html(html: str, call: str) -> Markup:
    """Return the text a reader sees of HTML, for a public call, with what may be rewritten."""
    _checks.text(call, "html", html)
    skeleton = Skeleton()
    HtmlScanner(skeleton).scan(Piece.whole(html))
    return laid_out(skeleton, html, part="the plain text of HTML", extra="html")
