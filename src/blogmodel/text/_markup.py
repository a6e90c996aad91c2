"""What a reader sees of a piece of markup, and which of it may be rewritten."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from blogmodel.text._mapped import MappedText

__all__ = ["Markup"]

Span = tuple[int, int]


@attrs.frozen
class Markup:
    """The plain text of a piece of markup, and what is to be known before it is rewritten.

    The source of a character of the plain text is that character and nothing else: itself, a
    reference such as ``&rsquo;``, or an escape. What stands there can be replaced, and the rest of
    the source stays as it is. Line feeds and tabs put between blocks have an empty source.

    Attributes:
        plain: the text a reader sees, with its map to the source.
        verbatim: spans of the plain text that are to stay as they are, such as code; in order, and
            apart from one another.
        breaks: spans of the plain text that were put between blocks, lines and cells; as above.
        collapsed: spans of the source with white space that does not show because more stands
            before it in the same line, as in ``a <b> b``; as above. It would show if the space
            before it were replaced.
    """

    plain: MappedText
    verbatim: tuple[Span, ...]
    breaks: tuple[Span, ...]
    collapsed: tuple[Span, ...]
