"""What a reader sees of a body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blogmodel.model import MediaType
from blogmodel.text import html_text, markdown_text

if TYPE_CHECKING:
    from blogmodel.model import Body
    from blogmodel.text import MappedText

__all__ = ["mapped", "plain"]


def mapped(body: Body) -> MappedText | None:
    """Return what a reader sees, with its places in the source; None where it is the source.

    Raises:
        MissingExtraError: it is in HTML or Markdown, and the extra that reads it is not installed.
    """
    match body.media_type:
        case MediaType.HTML:
            return html_text(body.text)
        case MediaType.MARKDOWN:
            return markdown_text(body.text)
        case _:
            return None


def plain(body: Body) -> str:
    """Return what a reader sees.

    Raises:
        MissingExtraError: it is in HTML or Markdown, and the extra that reads it is not installed.
    """
    seen = mapped(body)
    return body.text if seen is None else seen.text
