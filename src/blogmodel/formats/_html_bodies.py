"""Bodies as HTML: plain text in paragraphs, HTML and Markdown without what could do harm."""

from __future__ import annotations

import re
from copy import copy
from functools import cache
from typing import TYPE_CHECKING

from blogmodel.errors import MissingExtraError
from blogmodel.formats._html_clean import HtmlCleaner, sanitizer_is_there
from blogmodel.formats._html_escape import escaped
from blogmodel.formats._html_options import Bodies
from blogmodel.model import MediaType
from blogmodel.text._markdown_parser import parser

if TYPE_CHECKING:
    from collections.abc import Callable

    from blogmodel.model import Body

__all__ = ["BodyWriter", "chosen"]


def chosen(bodies: Bodies | None) -> Bodies:
    """Return what becomes of bodies, where it was left to what is installed."""
    if bodies is not None:
        return bodies
    return Bodies.SANITIZED if sanitizer_is_there() else Bodies.ESCAPED


class BodyWriter:
    """What writes bodies of one kind.

    Args:
        bodies: what becomes of those that are not plain text.
        rel: what links in them are to the page.
        base: what relative addresses in them start from; None to leave them.
        level: that of the heading above them.

    Raises:
        MissingExtraError: the extra ``sanitize`` is needed and not installed.
    """

    def __init__(self, bodies: Bodies, *, rel: str, base: str | None, level: int) -> None:
        sanitized = bodies is Bodies.SANITIZED
        self._cleaner = HtmlCleaner(rel=rel, base=base, level=level) if sanitized else None

    def write(self, body: Body) -> str:
        """Return a body as HTML that may stand in an element of its own; "" where it is blank."""
        if not body.text.strip():
            return ""
        if self._cleaner is None or body.media_type is MediaType.PLAIN:
            return _paragraphs(body.text)
        html = body.text if body.media_type is MediaType.HTML else _rendered(body.text)
        cleaned = None if html is None else self._cleaner.clean(html)
        return _paragraphs(body.text) if cleaned is None else cleaned


_LINE_END = re.compile(r"\r\n?|\n")
_BLANK_LINES = re.compile(r"\n(?:[^\S\n]*\n)+")


def _paragraphs(text: str) -> str:
    """Write text as it is: blank lines part paragraphs, and lines stay lines."""
    lines = _LINE_END.sub("\n", escaped(text)).strip("\n")
    paragraphs = _BLANK_LINES.split(lines)
    return "".join(f'<p class="plain">{part.replace(chr(10), "<br>")}</p>' for part in paragraphs)


def _rendered(markdown: str) -> str | None:
    """Return the HTML of Markdown, with the HTML in it as text; None without the extra for it."""
    try:
        render = _markdown()
    except MissingExtraError:
        return None
    return render(markdown)


@cache
def _markdown() -> Callable[[str], str]:
    """Return what renders by the parser of `blogmodel.text.markdown_text`, which nests safely."""
    without_html = copy(parser())
    options = {**without_html.options, "html": False}
    without_html.set(options)  # type: ignore[arg-type]
    return without_html.render
