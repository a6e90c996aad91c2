"""French (and other) text; it knows nothing of blogs."""

from blogmodel.text._fold import fold
from blogmodel.text._html import html_text
from blogmodel.text._mapped import MappedText
from blogmodel.text._markdown import markdown_text
from blogmodel.text._typography import typeset
from blogmodel.text._typography_markup import typeset_html, typeset_markdown

__all__ = [
    "MappedText",
    "fold",
    "html_text",
    "markdown_text",
    "typeset",
    "typeset_html",
    "typeset_markdown",
]
