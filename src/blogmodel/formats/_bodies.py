"""Bodies as the formats of the web want them: as HTML, or as text."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

import attrs

from blogmodel.model import Body, MediaType
from blogmodel.text import html_text, markdown_text

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Rewriting", "paragraphs"]


@attrs.frozen
class Rewriting:
    """What the caller does to bodies on their way out.

    Attributes:
        clean: makes HTML safe, or None: readers of feeds do so themselves.
        markdown: makes HTML of Markdown, or None: it goes out as it is written.
    """

    clean: Callable[[str], str] | None = None
    markdown: Callable[[str], str] | None = None

    def ready(self, body: Body) -> Body:
        """Return a body with its Markdown made HTML and its HTML made safe, where that is asked."""
        text, media_type = body.text, body.media_type
        if media_type is MediaType.MARKDOWN and self.markdown is not None:
            text, media_type = self.markdown(text), MediaType.HTML
        if media_type is MediaType.HTML and self.clean is not None:
            text = self.clean(text)
        return Body(text, media_type)

    def html(self, body: Body) -> str:
        """Return a body as HTML; text, and Markdown that nothing makes HTML of, as paragraphs."""
        ready = self.ready(body)
        return ready.text if ready.media_type is MediaType.HTML else paragraphs(ready.text)

    def text(self, body: Body) -> str:
        """Return the text that a reader sees of a body.

        Raises:
            MissingExtraError: it is HTML or Markdown, and the extra that reads it is not installed.
        """
        ready = self.ready(body)
        if ready.media_type is MediaType.HTML:
            return html_text(ready.text).text
        if ready.media_type is MediaType.MARKDOWN:
            return markdown_text(ready.text).text
        return ready.text


def paragraphs(text: str) -> str:
    r"""Return plain text as HTML: a paragraph where a blank line ends one, its lines kept.

    Example:
        >>> from blogmodel.formats._bodies import paragraphs
        >>> print(paragraphs("Un < deux\nou trois.\n\nFin."))
        <p>Un &lt; deux<br>ou trois.</p><p>Fin.</p>
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(
        f"<p>{escape(part, quote=False).replace(_LINE, '<br>')}</p>"
        for part in _BLANK_LINES.split(lines.strip("\n"))
        if part.strip()
    )


_LINE = "\n"
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
