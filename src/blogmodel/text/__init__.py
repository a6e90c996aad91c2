"""French (and other) text; it knows nothing of blogs."""

from blogmodel.text._fold import fold
from blogmodel.text._html import html_text
from blogmodel.text._mapped import MappedText
from blogmodel.text._markdown import markdown_text

__all__ = ["MappedText", "fold", "html_text", "markdown_text"]
