"""Text made safe for XML and HTML."""

from __future__ import annotations

import html

__all__ = ["attribute", "escaped"]


def escaped(text: str) -> str:
    """Return text as it stands in an element."""
    return html.escape(text, quote=False)


# A parser makes spaces of them (XML 1.0, section 3.3.3).
_SPACES = str.maketrans({"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def attribute(value: str) -> str:
    """Return a value as it stands in an attribute, with its quotation marks."""
    return f'"{html.escape(value).translate(_SPACES)}"'
