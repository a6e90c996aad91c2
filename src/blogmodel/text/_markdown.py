"""The text a reader sees of Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from blogmodel.text._mapped import MappedText
    from blogmodel.text._markup import Markup

__all__ = ["markdown_text", "read_markdown"]


def markdown_text(markdown: str) -> MappedText:
    """Return the text a reader sees of Markdown, mapped to it."""
    return read_markdown(markdown).plain


def read_markdown(markdown: str) -> Markup:
    """Return the text a reader sees of Markdown, and which of it may be rewritten."""
    raise NotImplementedError
